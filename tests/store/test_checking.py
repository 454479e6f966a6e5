"""Whether a library is whole: flipped bytes are found, and what is derived can be made anew."""

import sqlite3
from contextlib import closing

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import Cancelled, LibraryDamaged
from drafter.domain.progress import cancellable
from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Deletion
from drafter.store import checking, copying
from drafter.store.library import Library
from tests.builders import NOON, a_change_of, a_past_use, a_position, a_wording


@pytest.fixture
def filled(file):
    """A library file that is closed, with the position whose text the tests look for in it."""
    with Library.open(file) as library:
        library.apply(a_change_of(*(a_position(f"Elephant number {number}") for number in range(30))))
    return file


def damaged(file, sql, *values):
    with closing(sqlite3.connect(file)) as db:
        db.execute(sql, values)
        db.commit()


def everything(library):
    with library.using() as db:
        names = ("position", "position_theme", "past_use", "position_fts")
        return {name: sorted(db.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608 - the names above


def test_a_whole_library_gives_no_finding(filled):
    with Library.open(filled) as library:
        assert checking.check(library) == ()
        assert checking.check(library, thorough=False) == ()
    assert copying.verify(filled) == ()


def test_a_flipped_bit_in_a_version_is_found_wherever_it_is(filled):
    content = filled.read_bytes()
    places = [at for at in range(len(content)) if content.startswith(b"Elephant number 17", at)]
    found = 0
    for place in places:
        flipped = bytearray(content)
        flipped[place] ^= 1
        filled.write_bytes(bytes(flipped))
        found += bool(copying.verify(filled))
    filled.write_bytes(content)

    assert found >= 1
    assert copying.verify(filled) == ()


def test_a_changed_version_is_named_by_its_subject_and_no_word_of_it_is_told(filled):
    damaged(filled, "UPDATE version SET rec = replace(rec, 'number 17', 'number 71')")
    with Library.open(filled) as library:
        (finding,) = checking.check(library)
        position = library.position(PositionId(finding.subject))

    assert position.newest.text.plain == "Elephant number 71"
    assert "Elephant" not in finding.sentence


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE version SET kind = 'report' WHERE vid = 3",
        "UPDATE version SET subject = zeroblob(16) WHERE vid = 3",
        "INSERT INTO version_parent VALUES (3, 1)",
    ],
)
def test_what_stands_beside_a_version_must_be_what_it_says(filled, sql):
    damaged(filled, sql)

    assert len(copying.verify(filled)) == 1


def test_a_row_that_belongs_to_nothing_is_found(filled):
    damaged(filled, "INSERT INTO version_parent VALUES (1, 999)")

    assert "version_parent" in copying.verify(filled)[0].sentence


def test_what_is_not_a_library_is_a_finding_and_no_crash(file):
    for content in (b"", b"Dear all", b"SQLite format 3\x00" + bytes(500)):
        file.write_bytes(content)
        assert len(copying.verify(file)) == 1


def test_checking_can_be_stopped(filled):
    with Library.open(filled) as library, pytest.raises(Cancelled):
        checking.check(library, progress=cancellable(lambda _done, _total: None, lambda: True))


def test_what_is_derived_is_made_anew_from_the_versions(library):
    one, two, three = (a_position(text, themes=("Money", "Law")) for text in ("One", "Two", "Three"))
    library.apply(a_change_of(one, two, three))
    kept = library.position(one.id)
    reworded = a_wording("Newer", position=one.id)
    library.apply(Change.of("Reword", changed(kept.newest.wording, reworded)))
    library.apply(Change.of("Export", added(a_past_use(kept))))
    library.apply(Change.of("Delete", added(Deletion(position=two.id, by="Ada", at=NOON))))
    before = everything(library), library.entries(include_deleted=True), library.past_uses()

    with library.using() as db, db.atomic():
        db.execute("DELETE FROM position_fts")
        db.execute("UPDATE position SET title = 'wrong', deleted = 1 - deleted")
        db.execute("DELETE FROM past_use")
    assert checking.rebuild_projection(library) == 3

    assert (library.entries(include_deleted=True), library.past_uses()) == before[1:]
    assert [len(rows) for rows in everything(library).values()] == [len(rows) for rows in before[0].values()]
    assert len(library.search("newer")) == 1


def test_a_damaged_page_met_while_working_is_said_to_be_damage(filled):
    content = bytearray(filled.read_bytes())
    with closing(sqlite3.connect(f"file:{filled}?mode=ro", uri=True)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'position'").fetchone()
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    filled.write_bytes(bytes(content))

    with Library.open(filled) as library, pytest.raises(LibraryDamaged, match="newest backup"):
        library.entries()
