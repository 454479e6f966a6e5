"""File to Report: one reader a format into Lines, one recogniser over Lines."""
