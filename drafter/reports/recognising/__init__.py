"""Finding, in a document's lines, what it recommends or asks."""
