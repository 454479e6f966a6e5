"""Rows that are worked on in place: copies in hand, the team's settings, pairs that are not alike."""

from dataclasses import dataclass
from datetime import datetime

from drafter.domain.records.ids import PositionId


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCopy:
    """What is in hand and not yet saved: the content is JSON of the record that is being edited."""

    subject: str
    """The id of the position or report that it will become."""
    kind: str
    """“position” or “report”, or what lies beside a report: its “pasted text”, what is “accepted” in it."""
    content: str
    at: datetime

    @property
    def key(self) -> tuple[str, ...]:
        return "working copy", self.kind, self.subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One fact about the team, kept in the library; the value is JSON."""

    name: str
    value: str

    @property
    def key(self) -> tuple[str, ...]:
        return "setting", self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAlike:
    """Two positions that look alike and are not the same, said once and for all; the smaller id first."""

    first: PositionId
    second: PositionId

    @property
    def key(self) -> tuple[str, ...]:
        return "not alike", self.first, self.second
