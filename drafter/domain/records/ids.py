"""Typed ids: 32 lower-case hex digits, minted at random or derived from a foreign name."""

import re
from typing import NewType
from uuid import UUID, uuid4, uuid5

PositionId = NewType("PositionId", str)
ReportId = NewType("ReportId", str)
RecommendationId = NewType("RecommendationId", str)
ResponseId = NewType("ResponseId", str)
SectionId = NewType("SectionId", str)
PassageId = NewType("PassageId", str)

RevisionId = NewType("RevisionId", str)
"""64 hex digits: the SHA-256 of the version that holds the wording."""

_FOREIGN = UUID("5b0c2f43-6a2e-4f8e-9a57-2d6f0d2f7c11")
_HEX = re.compile(r"[0-9a-f]{32}")


def new_id() -> str:
    """A fresh global id."""
    return uuid4().hex


def id_from(text: str) -> str:
    """The global id that a file's id stands for.

    Itself where it is one, else the same one for the same text, always.
    """
    bare = text.strip().lower().replace("-", "")
    if _HEX.fullmatch(bare):
        return bare
    return uuid5(_FOREIGN, text.strip()).hex
