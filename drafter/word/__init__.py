"""Response to Word file: the only room that writes .docx."""
