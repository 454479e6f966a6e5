"""Which positions speak of what a text speaks of, and which say the same: one index for both."""

from drafter.domain.matching.alike import Alike, Near
from drafter.domain.matching.index import Document, Index, Match

__all__ = ["Alike", "Document", "Index", "Match", "Near"]
