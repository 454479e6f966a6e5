"""Drafter: agreed words and a report in, a response that a director can sign out."""

__version__ = "0.1.0"
