"""The trail: every change that was applied; an autosave is one entry a pause, not one a second."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from drafter.domain.changes import Change, Edit
from drafter.domain.records.responses import Outline, Passage, ResponseHead
from drafter.domain.records.stances import StanceTaken
from drafter.domain.records.working import WorkingCopy
from drafter.store import rows, versions
from drafter.store.rows import Written

PAUSE = timedelta(minutes=2)
"""Typing goes on in the same entry until it has rested for so long."""

_OF_RESPONSES = (ResponseHead, Outline, Passage, StanceTaken)


def keep(db: Database, change: Change, written: Iterable[Written], *, coalesce: bool) -> None:
    """Keep an applied change, or add it to the last one where both are the same piece of typing."""
    last = _last(db, change.label) if coalesce else None
    if last is not None and _goes_on(last, change):
        _extend(db, last, change)
    else:
        _insert(db, change, written)


def changes(db: Database, limit: int) -> tuple[Change, ...]:
    found = db.execute("SELECT id, label, by, at, edits FROM change ORDER BY number DESC LIMIT ?", (limit,))
    return tuple(_change(row) for row in found.fetchall())


def last_changed(db: Database) -> datetime | None:
    row = db.execute("SELECT at FROM change ORDER BY number DESC LIMIT 1").fetchone()
    return versions.moment(row[0]) if row is not None else None


def state(db: Database) -> tuple[str, str, int]:
    """What no clock tells: two libraries of one origin with the same state hold the same."""
    row = db.execute("SELECT id, at FROM change ORDER BY number DESC LIMIT 1").fetchone() or ("", "")
    (versions_,) = db.execute("SELECT coalesce(max(vid), 0) FROM version").fetchone()
    return str(row[0]), str(row[1]), int(versions_)


def _last(db: Database, label: str) -> Change | None:
    """The last change, if it has this label: another may be a large import, not worth reading for this."""
    row = db.execute(
        "SELECT id, label, by, at, edits FROM change"
        " WHERE number = (SELECT max(number) FROM change) AND label = ?",
        (label,),
    ).fetchone()
    return _change(row) if row is not None else None


def _change(row: tuple[str, str, str, str, str]) -> Change:
    identity, label, by, at, edits = row
    return Change(id=identity, label=label, edits=rows.decode_edits(edits), by=by, at=versions.moment(at))


def _goes_on(last: Change, change: Change) -> bool:
    if last.at is None or change.at is None or last.by != change.by:
        return False
    rested = change.at - last.at
    return timedelta() <= rested <= PAUSE and bool(_subjects(last) & _subjects(change))


def _subjects(change: Change) -> set[str]:
    """The responses, or the working copies, that a change writes."""
    return {found for each in change.edits if (found := _subject(each))}


def _subject(edit: Edit) -> str:
    record = edit.record
    if isinstance(record, _OF_RESPONSES):
        return edit.key[1]
    return "/".join(edit.key) if isinstance(record, WorkingCopy) else ""


def _extend(db: Database, last: Change, change: Change) -> None:
    """One entry: what was before the first, what is after the last."""
    edits = {each.key: each for each in last.edits}
    for each in change.edits:
        earlier = edits.pop(each.key, None)
        before = earlier.before if earlier is not None else each.before
        if before != each.after:
            edits[each.key] = Edit(before=before, after=each.after)
    merged = replace(last, edits=tuple(edits.values()), at=change.at)
    db.execute("DELETE FROM change WHERE id = ?", (last.id,))
    if not merged.is_empty:
        _insert(db, merged, map(Written.of, merged.edits))


def _insert(db: Database, change: Change, written: Iterable[Written]) -> None:
    if change.at is None:
        raise ValueError("Only an applied change is kept.")
    db.execute(
        "INSERT INTO change (id, label, by, at, edits) VALUES (?, ?, ?, ?, ?)",
        (change.id, change.label, change.by, versions.stamp(change.at), rows.encode_edits(written)),
    )
