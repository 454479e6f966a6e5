"""Emptying the bin: the one way in which a version ever goes, and its words wherever they are kept."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlite_utils import Database

from drafter.domain.changes import Change
from drafter.domain.errors import Conflict, NotFound
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId, new_id
from drafter.domain.records.positions import Approval, Deletion, Facts, Retirement, Review, Wording
from drafter.domain.records.responses import PastUse
from drafter.domain.records.working import NotAlike, WorkingCopy
from drafter.store import reading_positions, rows, trail, versions
from drafter.store.library import Library


def purge(library: Library, positions: Iterable[PositionId], *, by: str, progress: Progress = silent) -> int:
    """Forget positions of the bin for good; how many. Raises Conflict for one that is not in the bin.

    Nothing is left to undo; the trail says only that it was done. What drafts hold of their words stays there
    as text.
    """
    wanted = tuple(dict.fromkeys(positions))
    with library.writing() as db:
        with library.together():
            for number, each in enumerate(wanted):
                progress(number, len(wanted))
                _refuse_kept(db, each)
                _forget(db, each)
            _clean_trail(db, set(wanted))
            said = Change(
                id=new_id(), label=f"Empty the bin: {len(wanted)}", edits=(), by=by, at=datetime.now(UTC)
            )
            trail.keep(db, said, (), coalesce=False)
        # Else the words stay readable in the index and in pages of the file that are free now.
        db.execute("INSERT INTO position_fts (position_fts) VALUES ('optimize')")
        db.vacuum()
    return len(wanted)


def _refuse_kept(db: Database, position: PositionId) -> None:
    row = db.execute("SELECT deleted FROM position WHERE id = ?", (position,)).fetchone()
    if row is None:
        raise NotFound(reading_positions.GONE)
    if not row[0]:
        raise Conflict("One of these is no longer in the bin, so nothing was thrown away. Look again.")


def _forget(db: Database, position: PositionId) -> None:
    names = {"subject": bytes.fromhex(position), "id": position}
    for statement in _FORGET:
        db.execute(statement, names)


_FORGET = (
    "DELETE FROM version_parent WHERE child IN (SELECT vid FROM version WHERE subject = :subject)",
    "DELETE FROM version_parent WHERE parent IN (SELECT vid FROM version WHERE subject = :subject)",
    "DELETE FROM version WHERE subject = :subject",
    "DELETE FROM past_use WHERE position = :id",
    "DELETE FROM position_fts WHERE rowid = (SELECT number FROM position WHERE id = :id)",
    "DELETE FROM position_theme WHERE position = (SELECT number FROM position WHERE id = :id)",
    "DELETE FROM position WHERE id = :id",
    "DELETE FROM working_copy WHERE kind = 'position' AND subject = :id",
    "DELETE FROM not_alike WHERE first = :id OR second = :id",
)


_ANY_ID = re.compile('"([0-9a-f]{32})"')


def _clean_trail(db: Database, gone: set[PositionId]) -> None:
    """The trail keeps who did what to other things; an entry about nothing else goes."""

    def is_gone(kind: str, record: str) -> bool:
        return kind in _OF_POSITIONS and not gone.isdisjoint(_OWN_IDS.findall(record))

    for (number,) in db.execute("SELECT number FROM change").fetchall():
        row = db.execute("SELECT edits FROM change WHERE number = ?", (number,)).fetchone()
        if gone.isdisjoint(_ANY_ID.findall(row[0])):
            continue
        kept = rows.edits_but(row[0], is_gone)
        if kept:
            db.execute("UPDATE change SET edits = ? WHERE number = ?", (kept, number))
        elif kept is not None:
            db.execute("DELETE FROM change WHERE number = ?", (number,))


_OF_POSITIONS = {
    each.__name__
    for each in (
        *(Wording, Facts, Approval, Review, Retirement, Deletion, PastUse),
        *(NotAlike, WorkingCopy),
    )
}
_OWN_IDS = re.compile('"(?:position|first|second|subject)":"([0-9a-f]{32})"')
"""Whose record it is: inside a text the quotation marks are escaped."""


def revisions_in_bin(library: Library) -> tuple[int, int]:
    """How many positions lie in the bin, and how many revisions they have: what emptying it takes away."""
    with library.using() as db:
        ids = [row[0] for row in db.execute("SELECT id FROM position WHERE deleted").fetchall()]
        found = versions.among(db, _REVISIONS, [bytes.fromhex(each) for each in ids])
    return len(ids), sum(count for (count,) in found)


_REVISIONS = "SELECT count(*) FROM version WHERE kind = 'wording' AND subject IN ({})"
