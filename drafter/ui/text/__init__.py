"""Editing text in the window: rich text, and a whole draft on its sheet."""
