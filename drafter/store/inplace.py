"""Edits of rows in place: written only where the row still is what the edit says it was."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from drafter.domain.changes import Record
from drafter.domain.errors import Conflict
from drafter.domain.records.ids import PositionId
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Manifest, Outline, Passage, ResponseHead
from drafter.domain.records.stances import StanceTaken
from drafter.domain.records.working import NotAlike, Setting, WorkingCopy
from drafter.store import rows, versions
from drafter.store.rows import Written
from drafter.store.versioned import CHANGED

Beside = Callable[[Database, Any], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where records of one type lie: a table, its key in the order of the record's, what stands beside."""

    table: str
    key: tuple[str, ...]
    more: Callable[[Any], dict[str, object]]
    """Columns that questions ask for, besides the key and the record."""
    written: Beside
    removed: Beside

    @property
    def named(self) -> str:
        return " AND ".join(f"{each} = :{each}" for each in self.key)

    def select(self) -> str:
        return f"SELECT rec FROM {self.table} WHERE {self.named}"  # noqa: S608 - names from the table below

    def delete(self) -> str:
        return f"DELETE FROM {self.table} WHERE {self.named}"  # noqa: S608 - names from the table below

    def upsert(self, columns: tuple[str, ...]) -> str:
        names = ", ".join(columns)
        values = ", ".join(f":{each}" for each in columns)
        changed = ", ".join(f"{each} = excluded.{each}" for each in columns if each not in self.key)
        return (
            f"INSERT INTO {self.table} ({names}) VALUES ({values})"  # noqa: S608 - names from the table below
            f" ON CONFLICT ({', '.join(self.key)}) DO UPDATE SET {changed}"
        )


def write(db: Database, edit: Written) -> None:
    """Write one edit. Raises Conflict where the row is no longer equal to `before`."""
    place = _PLACES[edit.type]
    key = dict(zip(place.key, edit.key[1:], strict=True))
    row = db.execute(place.select(), key).fetchone()
    stored = rows.decode(edit.type, row[0]) if row is not None else None
    if stored != edit.before:
        raise Conflict(CHANGED)
    if edit.after is None:
        db.execute(place.delete(), key)
        place.removed(db, edit.before)
    else:
        values = key | place.more(edit.after) | {"rec": edit.after_json}
        db.execute(place.upsert(tuple(values)), values)
        place.written(db, edit.after)


def _nothing_more(_record: Record) -> dict[str, object]:
    return {}


def _nothing_beside(_db: Database, _record: Record) -> None:
    """Most records stand alone."""


def _response(head: ResponseHead) -> dict[str, object]:
    return {"report": head.report, "deleted": int(head.deleted)}


def _report(report: Report) -> dict[str, object]:
    return {"fingerprint": report.fingerprint}


def _manifest(manifest: Manifest) -> dict[str, object]:
    return {"response": manifest.response}


def _forget_outline(db: Database, outline: Outline) -> None:
    db.execute("DELETE FROM outline_passage WHERE response = ?", (outline.response,))


def _name_passages(db: Database, outline: Outline) -> None:
    """Which passages are part of the response, for questions about where words are used."""
    _forget_outline(db, outline)
    for passage in dict.fromkeys(each for section in outline.sections for each in section.passages):
        db.execute(
            "INSERT INTO outline_passage (response, passage) VALUES (?, ?)", (outline.response, passage)
        )


def _forget_uses(db: Database, passage: Passage) -> None:
    db.execute("DELETE FROM passage_use WHERE response = ? AND passage = ?", (passage.response, passage.id))


def _name_uses(db: Database, passage: Passage) -> None:
    """Which revisions a passage holds or was drawn from."""
    _forget_uses(db, passage)
    drawn = versions.by_hash(db, passage.drawn_from)
    found = {each.hash: (PositionId(each.subject), True) for each in drawn.values()}
    if passage.use is not None:
        found[passage.use.revision] = (passage.use.position, False)
    for revision, (position, woven) in found.items():
        db.execute(
            "INSERT INTO passage_use (response, passage, revision, position, woven) VALUES (?, ?, ?, ?, ?)",
            (passage.response, passage.id, revision, position, int(woven)),
        )


def _place(
    table: str,
    *key: str,
    more: Callable[[Any], dict[str, object]] = _nothing_more,
    written: Beside = _nothing_beside,
    removed: Beside = _nothing_beside,
) -> Place:
    return Place(table=table, key=key, more=more, written=written, removed=removed)


_PLACES: dict[type[Record], Place] = {
    ResponseHead: _place("response", "id", more=_response),
    Outline: _place("outline", "response", written=_name_passages, removed=_forget_outline),
    Passage: _place("passage", "response", "id", written=_name_uses, removed=_forget_uses),
    StanceTaken: _place("stance", "response", "recommendation"),
    Report: _place("report", "id", more=_report),
    WorkingCopy: _place("working_copy", "kind", "subject"),
    Setting: _place("setting", "name"),
    NotAlike: _place("not_alike", "first", "second"),
    Manifest: _place("export_manifest", "id", more=_manifest),
}
