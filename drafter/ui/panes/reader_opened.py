"""What comes of opening a report: the reading, and where it is from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Reading

Source = Path | str
"""Where a report was read from: a file, or text that was pasted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What was read, and from where."""

    reading: Reading
    source: Source
    told: Mapping[RecommendationId, int] = field(default_factory=dict)
    """The pages of kept items that name none."""
