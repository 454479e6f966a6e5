"""Read-only tables over records, for the lists of the screens."""
