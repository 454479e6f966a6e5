"""What an officer does, as functions of a library and arguments."""
