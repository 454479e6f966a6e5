"""What comes of opening a report: the reading, and where it is from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file that was read, or text that was pasted."""

    reading: Reading
    path: Path | None = None
    pasted: str = ""
    told: Mapping[RecommendationId, int] = field(default_factory=dict)
    """The pages of kept items that name none."""
