"""Older libraries come up to date, after a verified copy of them; one kept file for every schema released."""

import gzip
from pathlib import Path

import pytest

from drafter.domain.records.positions import Status
from drafter.store import checking, copying, leftovers, opening
from drafter.store.library import Library
from drafter.store.migrations import STEPS
from tests.builders import a_change_of, a_position

KEPT = Path(__file__).parent / "kept"


def add_a_table(db):
    db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")


def add_nothing_and_fail(db):
    db.execute("CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT")
    raise RuntimeError("power cut")


def tables(opened):
    return {name for (name,) in opened.database.execute("SELECT name FROM sqlite_schema")}


@pytest.fixture
def older(file):
    """A library that knows nothing of the steps that the tests add."""
    with Library.open(file) as library:
        library.apply(a_change_of(a_position("We welcome it")))
    return file


def test_a_library_of_an_older_version_is_brought_up_to_date(older):
    opened = opening.open_file(older, steps=(*STEPS, add_a_table))
    found = tables(opened), opening.pragma(opened.database, "user_version")
    opening.close(opened)

    assert "later" in found[0]
    assert found[1] == len(STEPS) + 1


def test_a_verified_copy_of_it_is_made_before(older):
    opening.close(opening.open_file(older, steps=(*STEPS, add_a_table)))
    copy = leftovers.before_update(older, len(STEPS))

    assert copying.verify(copy) == ()
    with Library.open(copy) as before:
        assert before.schema_version == len(STEPS)
        assert len(before.search("welcome")) == 1


def test_a_step_that_fails_leaves_the_library_as_it_was(older):
    with pytest.raises(RuntimeError):
        opening.open_file(older, steps=(*STEPS, add_nothing_and_fail))

    with Library.open(older) as library:
        assert library.schema_version == len(STEPS)
        with library.using() as db:
            assert db.execute("SELECT name FROM sqlite_schema WHERE name = 'half'").fetchone() is None


def test_no_copy_is_made_where_there_is_nothing_to_do(older):
    Library.open(older).close()

    assert [each.name for each in older.parent.iterdir()] == [older.name]


@pytest.mark.parametrize("kept", sorted(KEPT.glob("*.gz")), ids=lambda path: path.stem)
def test_every_library_that_a_release_made_still_opens(kept, file):
    file.write_bytes(gzip.decompress(kept.read_bytes()))
    with Library.open(file) as library:
        assert checking.check(library) == ()
        (entry,) = library.entries()
        position = library.position(entry.id)
        (head,) = library.response_heads()
        response = library.response(head.id)
        assert [each.text.plain for each in library.revisions(entry.id)] == ["Two", "One"]
        assert (entry.status, position.current.text.plain, entry.uses) == (Status.APPROVED, "One", 1)
        assert [each.text.plain for each in response.passages] == ["One", "Own words"]
        assert head.report is not None
        assert library.report(head.report).recommendations[0].text == "Fund it"
        assert library.saved_draft(library.saved_drafts(head.id)[0].id) == response
        assert [each.label for each in library.changes()] == ["Reword", "Start", "Approve", "Add", "Report"]


def test_a_library_is_kept_for_every_schema():
    assert [each.name for each in sorted(KEPT.glob("*.gz"))] == [
        f"version-{number}.drafter.gz" for number in range(1, len(STEPS) + 1)
    ]
