"""The one way of writing: a change says what was and what will be, and can be turned round."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from drafter.domain.records.ids import new_id
from drafter.domain.records.positions import Approval, Deletion, Facts, Retirement, Review, Wording
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Manifest, Outline, Passage, PastUse, ResponseHead
from drafter.domain.records.stances import StanceTaken
from drafter.domain.records.working import NotAlike, Setting, WorkingCopy

Versioned = Wording | Facts | Approval | Review | Retirement | Deletion | PastUse
"""Kept as versions that only ever grow: to take one back is to add another."""

Row = ResponseHead | Outline | Passage | StanceTaken | Report | WorkingCopy | Setting | NotAlike | Manifest
"""Kept as rows that are written in place."""

Record = Versioned | Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One record before and after. Nothing before: it is new. Nothing after: it goes."""

    before: Record | None = None
    after: Record | None = None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("An edit needs a record before or after.")
        if self.before is not None and self.after is not None and self.before.key != self.after.key:
            raise ValueError("An edit is about one record.")

    @property
    def record(self) -> Record:
        """Whichever is there, the later one first."""
        record = self.after if self.after is not None else self.before
        assert record is not None  # noqa: S101 - __post_init__ refuses an edit with neither
        return record

    @property
    def key(self) -> tuple[str, ...]:
        return self.record.key

    @property
    def inverse(self) -> "Edit":
        return Edit(before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one act of an officer writes, in one transaction. `at` is set when the store applies it."""

    id: str
    label: str
    """As the undo menu says it: "Approve “Long-term funding”"."""
    edits: tuple[Edit, ...]
    by: str = ""
    at: datetime | None = None

    @classmethod
    def of(cls, label: str, edits: Iterable[Edit], *, by: str = "") -> "Change":
        """A new change; edits that change nothing are left out."""
        kept = tuple(each for each in edits if each.before != each.after)
        return cls(id=new_id(), label=label, edits=kept, by=by)

    @property
    def is_empty(self) -> bool:
        return not self.edits

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back, last edit first, under an id of its own."""
        edits = tuple(each.inverse for each in reversed(self.edits))
        return replace(self, id=new_id(), edits=edits, at=None)

    def touches(self, *types: type, about: str | None = None) -> bool:
        """Whether it wrote a record of one of the types (any, if none is given) whose key names this id."""
        return any(
            (not types or isinstance(each.record, types)) and (about is None or about in each.key[1:])
            for each in self.edits
        )


def added(*records: Record) -> tuple[Edit, ...]:
    """Edits that bring records in."""
    return tuple(Edit(after=each) for each in records)


def removed(*records: Record) -> tuple[Edit, ...]:
    """Edits that take records out."""
    return tuple(Edit(before=each) for each in records)


def changed(before: Record | None, after: Record | None) -> tuple[Edit, ...]:
    """One edit, or none where both are equal."""
    return () if before == after else (Edit(before=before, after=after),)
