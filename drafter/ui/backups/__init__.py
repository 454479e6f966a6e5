"""The window in which she looks into backups and brings things back."""
