"""The command line: the same services without a window."""

from drafter.cli.main import main

__all__ = ["main"]
