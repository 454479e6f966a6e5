"""Reading positions: one whole, many at once, and the lines of the library's list."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from drafter.domain.errors import NotFound
from drafter.domain.records.ids import PositionId, RevisionId
from drafter.domain.records.positions import Entry, Kind, Position, Revision, Status
from drafter.domain.records.responses import LiveUse, PastUse
from drafter.domain.records.stances import Stance
from drafter.store import projecting, rows, versions
from drafter.store.standing import Standing

GONE = "This position is no longer in the library. Look in the bin, or search for it again."


def position(db: Database, wanted: PositionId) -> Position:
    found = _standing(db, wanted).position() if _is_id(wanted) else None
    if found is None:
        raise NotFound(GONE)
    return found


def positions(db: Database, wanted: Iterable[PositionId] | None) -> Iterator[Position]:
    """These, or all, also those in the bin. The rows are fetched now, the records made as they are taken."""
    return (made for standing in standings(db, wanted) if (made := standing.position()) is not None)


def standings(db: Database, wanted: Iterable[PositionId] | None) -> Iterator[Standing]:
    """How these stand, or all; likewise."""
    ids = None if wanted is None else [each for each in wanted if _is_id(each)]
    grouped = versions.of_subjects(db, ids)
    return (Standing.of(PositionId(subject), found) for subject, found in grouped)


def revisions(db: Database, wanted: PositionId) -> tuple[Revision, ...]:
    """Newest first; none for a position that is not there."""
    if not _is_id(wanted):
        return ()
    standing = _standing(db, wanted)
    return tuple(standing.revision(each) for each in reversed(standing.wordings))


def revisions_of(db: Database, wanted: Iterable[RevisionId]) -> dict[RevisionId, Revision]:
    """Those that are there, each with its approval in force."""
    found = versions.by_hash(db, set(wanted)).values()
    named = {each.hash for each in found if each.kind == versions.WORDING}
    subjects = list({each.subject for each in found if each.kind == versions.WORDING})
    revisions = (
        standing.revision(each)
        for subject, kept in versions.of_subjects(db, subjects)
        for standing in (Standing.of(PositionId(subject), kept),)
        for each in standing.wordings
        if each.hash in named
    )
    return {each.id: each for each in revisions}


def revision(db: Database, wanted: RevisionId) -> Revision:
    found = revisions_of(db, (wanted,))
    if wanted not in found:
        raise NotFound("This wording is no longer in the library. Take the position's wording of today.")
    return found[wanted]


def entries(db: Database, *, deleted: bool | None) -> tuple[Entry, ...]:
    """The list by title; with those in the bin (True), without (False), or both (None)."""
    found = db.execute(
        _LISTED + " WHERE :deleted IS NULL OR deleted = :deleted ORDER BY title_folded, id",
        {"deleted": deleted},
    )
    uses = dict(db.execute("SELECT position, count(DISTINCT response) FROM used_in GROUP BY position"))
    reviews = dict(db.execute(_REVIEWS.format("") + " GROUP BY subject"))
    return tuple(_entry(row, uses, reviews) for row in found.fetchall())


def entries_numbered(db: Database, numbers: Sequence[int]) -> dict[int, Entry]:
    """The lines of these rows of the projection."""
    found = versions.among(db, _LISTED + " WHERE number IN ({})", numbers)
    ids = [row[1] for row in found]
    uses = dict(versions.among(db, _USES, ids))
    blobs = [bytes.fromhex(each) for each in ids]
    reviews = dict(versions.among(db, _REVIEWS.format("AND subject IN ({})") + " GROUP BY subject", blobs))
    return {row[0]: _entry(row, uses, reviews) for row in found}


def titled(db: Database, title: str) -> PositionId | None:
    """The position of that title, whatever its case; an approved one before others, then the oldest."""
    row = db.execute(
        "SELECT id FROM position WHERE title_folded = ? AND NOT deleted"
        " ORDER BY title = ? DESC, status = 'approved' DESC, number",
        (projecting.folded(title), title),
    ).fetchone()
    return PositionId(row[0]) if row is not None else None


def themes(db: Database) -> tuple[tuple[str, int], ...]:
    """Every theme and how many positions have it, by name."""
    found = db.execute(
        "SELECT theme, count(*) FROM position_theme JOIN position ON number = position_theme.position"
        " WHERE NOT deleted GROUP BY theme"
    )
    return _by_name(found.fetchall())


def owners(db: Database) -> tuple[tuple[str, int], ...]:
    """Every owner and how many positions are theirs, by name."""
    found = db.execute(
        "SELECT owner, count(*) FROM position WHERE owner <> '' AND NOT deleted GROUP BY owner"
    )
    return _by_name(found.fetchall())


def past_uses(db: Database, of: PositionId | None) -> tuple[PastUse, ...]:
    """What responses took, newest first."""
    found = db.execute("SELECT rec FROM past_use WHERE :of IS NULL OR position = :of", {"of": of})
    uses = (rows.decode(PastUse, rec) for (rec,) in found.fetchall())
    return tuple(sorted(uses, key=lambda each: (each.at, each.key), reverse=True))


def live_uses(db: Database, of: PositionId | None) -> tuple[LiveUse, ...]:
    """What drafts hold now; not those in the bin, nor passages that were taken out of their response."""
    found = db.execute(
        "SELECT position, revision, response, passage, woven FROM live_use"
        " WHERE :of IS NULL OR position = :of ORDER BY response, passage, revision",
        {"of": of},
    )
    return tuple(
        LiveUse(position=position, revision=revision, response=response, passage=passage, woven=bool(woven))
        for position, revision, response, passage, woven in found.fetchall()
    )


def plain_words(db: Database) -> tuple[tuple[PositionId, str, str], ...]:
    """Id, title and plain text of every position outside the bin: for the index of likeness."""
    found = db.execute(
        "SELECT position.id, position_fts.title, position_fts.body"
        " FROM position_fts JOIN position ON number = position_fts.rowid ORDER BY number"
    )
    return tuple((PositionId(identity), title, body) for identity, title, body in found.fetchall())


_LISTED = """
    SELECT number, id, title, kind, themes, stance, status, owner, review_by, words, has_newer_draft,
        first_words
    FROM position
"""
_USES = "SELECT position, count(DISTINCT response) FROM used_in WHERE position IN ({}) GROUP BY position"
_REVIEWS = """
    SELECT lower(hex(subject)), max(made_at) FROM version
    WHERE kind = 'review' AND NOT EXISTS (SELECT 1 FROM version_parent WHERE parent = vid) {}
"""
"""When each was reviewed last; a review that was taken back has a version that follows it."""


def _entry(row: Sequence[Any], uses: dict[str, int], reviews: dict[str, str]) -> Entry:
    _, identity, title, kind, themes, stance, status, owner, review_by, words, newer, first_words = row
    return Entry(
        id=PositionId(identity),
        title=title,
        kind=_KINDS[kind],
        themes=_themes(themes),
        stance=Stance(stance) if stance else None,
        status=_STATUSES[status],
        owner=owner,
        review_by=date.fromisoformat(review_by) if review_by else None,
        words=words,
        uses=uses.get(identity, 0),
        has_newer_draft=bool(newer),
        first_words=first_words,
        reviewed_on=versions.moment(reviews[identity]).date() if identity in reviews else None,
    )


# Ten thousand lines are made at a time: looking a word up costs a third of asking the enumeration for it.
_KINDS = {each.value: each for each in Kind}
_STATUSES = {each.value: each for each in Status}


@lru_cache(maxsize=1024)
def _themes(json: str) -> tuple[str, ...]:
    return rows.parse(tuple[str, ...], json)


def _standing(db: Database, wanted: PositionId) -> Standing:
    return Standing.of(wanted, versions.of_subject(db, wanted))


def _is_id(text: str) -> bool:
    return len(text) == 32 and set(text) <= set("0123456789abcdef")  # noqa: PLR2004 - hex digits of a global id


def _by_name(found: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(found, key=lambda each: (each[0].casefold(), each[0])))
