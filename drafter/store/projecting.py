"""The projection: what lists and searches read of a position, written in the transaction that changes it."""

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Facts, Position, Revision
from drafter.store import rows, versions
from drafter.store.standing import Standing

FIRST_WORDS = 30
"""How many words of the text a list shows."""


def project(db: Database, standing: Standing, before: Standing | None = None) -> None:
    """Write how a position stands now into the tables that are read.

    With `before`, as they have it, words that are still the same are not read again.
    """
    if before is None or before.in_force(versions.USE) != standing.in_force(versions.USE):
        _write_uses(db, standing)
    if before is not None and _reads_alike(before, standing):
        _write_facts(db, standing)
        return
    position = standing.position()
    if position is None:
        _forget(db, standing.id)
        return
    number = _write_position(db, position)
    _write_themes(db, number, position.facts.themes)
    _write_words(db, number, position)


def _reads_alike(before: Standing, after: Standing) -> bool:
    """Its words are written already, or no longer wanted: only what comes out of the bin is read anew."""
    is_back = before.deletion is not None and after.deletion is None
    return before.newest is not None and before.words_read == after.words_read and not is_back


def rebuild(db: Database) -> int:
    """All of it anew from the versions; how many positions there are."""
    with db.atomic():
        for statement in _EMPTY:
            db.execute(statement)
        count = 0
        for subject, found in versions.of_subjects(db):
            project(db, Standing.of(PositionId(subject), found))
            count += 1
        return count


_EMPTY = (
    "DELETE FROM position_fts",
    "DELETE FROM position_theme",
    "DELETE FROM position",
    "DELETE FROM past_use",
)


def _write_position(db: Database, position: Position) -> int:
    facts, text = position.facts, position.current.text
    values = {
        "id": position.id,
        "title": position.current.title,
        "title_folded": folded(position.current.title),
        "kind": facts.kind,
        "themes": rows.canonical(facts.themes),
        "stance": facts.stance,
        "status": position.status,
        "owner": facts.owner,
        "review_by": _day(facts),
        "words": text.words,
        "has_newer_draft": int(position.has_newer_draft),
        "first_words": " ".join(text.plain.split(maxsplit=FIRST_WORDS)[:FIRST_WORDS]),
        "deleted": int(position.deletion is not None),
    }
    db.execute(_UPSERT, values)
    row = db.execute("SELECT number FROM position WHERE id = ?", (position.id,)).fetchone()
    return int(row[0])


_UPSERT = """
    INSERT INTO position (id, title, title_folded, kind, themes, stance, status, owner, review_by, words,
        has_newer_draft, first_words, deleted)
    VALUES (:id, :title, :title_folded, :kind, :themes, :stance, :status, :owner, :review_by, :words,
        :has_newer_draft, :first_words, :deleted)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, title_folded = excluded.title_folded,
        kind = excluded.kind, themes = excluded.themes, stance = excluded.stance, status = excluded.status,
        owner = excluded.owner, review_by = excluded.review_by, words = excluded.words,
        has_newer_draft = excluded.has_newer_draft, first_words = excluded.first_words,
        deleted = excluded.deleted
"""


def _write_facts(db: Database, standing: Standing) -> None:
    """What is known besides its words."""
    facts, themes = standing.facts, rows.canonical(standing.facts.themes)
    number, old = db.execute("SELECT number, themes FROM position WHERE id = ?", (standing.id,)).fetchone()
    is_gone = standing.deletion is not None
    values = (facts.kind, themes, facts.stance, standing.status, facts.owner, _day(facts), is_gone, number)
    db.execute(_UPDATE, values)
    if themes != old:
        _write_themes(db, number, facts.themes)
        found = ("\n".join(facts.themes), number)
        db.execute("UPDATE position_fts SET themes = ? WHERE rowid = ?", found)
    if is_gone:
        _forget_words(db, number)


_UPDATE = """
    UPDATE position SET kind = ?, themes = ?, stance = ?, status = ?, owner = ?, review_by = ?,
        deleted = ?
    WHERE number = ?
"""


def _day(facts: Facts) -> str | None:
    return facts.review_by.isoformat() if facts.review_by else None


def _write_themes(db: Database, number: int, themes: Iterable[str]) -> None:
    db.execute("DELETE FROM position_theme WHERE position = ?", (number,))
    for theme in dict.fromkeys(themes):
        db.execute("INSERT INTO position_theme (position, theme) VALUES (?, ?)", (number, theme))


def _write_words(db: Database, number: int, position: Position) -> None:
    """What search finds: the words in use and, where they differ, the newer draft's; nothing in the bin."""
    _forget_words(db, number)
    if position.deletion is not None:
        return
    revisions = [position.current, position.newest] if position.has_newer_draft else [position.current]
    titles = dict.fromkeys(each.title for each in revisions)
    bodies = (each.text.plain for each in revisions)
    backing = dict.fromkeys(line for each in revisions for line in _backing(each))
    db.execute(
        "INSERT INTO position_fts (rowid, title, body, themes, sources) VALUES (?, ?, ?, ?, ?)",
        (number, "\n".join(titles), "\n".join(bodies), "\n".join(position.facts.themes), "\n".join(backing)),
    )


def _forget_words(db: Database, number: int) -> None:
    db.execute("DELETE FROM position_fts WHERE rowid = ?", (number,))


def _backing(revision: Revision) -> Iterator[str]:
    """What backs the words, one line each: sources and footnotes with theirs."""
    notes = revision.text.footnotes
    yield from (note.text for note in notes)
    for source in (*revision.sources, *(note.source for note in notes if note.source is not None)):
        yield " ".join((source.title, source.publisher, source.date, source.address))


def _write_uses(db: Database, standing: Standing) -> None:
    db.execute("DELETE FROM past_use WHERE position = ?", (standing.id,))
    for version, use in standing.uses:
        db.execute(
            "INSERT INTO past_use (version, position, response, rec) VALUES (?, ?, ?, ?)",
            (bytes.fromhex(version.hash), standing.id, use.response, rows.encode(use)),
        )


def _forget(db: Database, position: PositionId) -> None:
    row = db.execute("SELECT number FROM position WHERE id = ?", (position,)).fetchone()
    if row is None:
        return
    for statement in (
        "DELETE FROM position_fts WHERE rowid = ?",
        "DELETE FROM position_theme WHERE position = ?",
        "DELETE FROM position WHERE number = ?",
    ):
        db.execute(statement, (row[0],))


def folded(title: str) -> str:
    """A title as it is compared: case and spacing do not matter."""
    return " ".join(title.casefold().split())
