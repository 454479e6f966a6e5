"""Facts and rules: no files, no toolkit, no database."""
