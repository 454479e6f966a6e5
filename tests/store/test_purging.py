"""Emptying the bin: what goes, what stays, and that nothing of it can be undone or read any more."""

from dataclasses import replace

import pytest

from drafter.domain.changes import Change, changed
from drafter.domain.errors import Conflict, NotFound
from drafter.domain.richtext import plain_text
from drafter.services import positions
from drafter.store import purging
from drafter.store.library import Library
from tests.builders import a_change_of, a_position

UNSAID = "Nobody may know of the xylophone."


def keep_two(library):
    made = (a_position(UNSAID, title="Secret", named="secret"), a_position("b", title="Other", named="other"))
    change = library.apply(a_change_of(*made))
    before = made[0].current.wording
    library.apply(Change.of("Edit", changed(before, replace(before, text=plain_text(f"{UNSAID} Ever.")))))
    return change, *(each.id for each in made)


def test_what_lay_in_the_bin_is_gone_with_its_history_and_its_words(tmp_path):
    path = tmp_path / "library.drafter"
    with Library.open(path) as library:
        _, secret, other = keep_two(library)
        positions.delete(library, (secret,), by="Ann")
        assert purging.revisions_in_bin(library) == (1, 2)

        assert purging.purge(library, (secret,), by="Ann") == 1

        with pytest.raises(NotFound):
            library.position(secret)
        assert library.revisions(secret) == ()
        assert [each.id for each in library.entries(include_deleted=True)] == [other]
        assert purging.revisions_in_bin(library) == (0, 0)
        assert not any("xylophone" in repr(each) for each in library.changes())
        assert library.changes()[0].label == "Empty the bin: 1"
        assert library.changes()[0].by == "Ann"
    assert b"xylophone" not in path.read_bytes()


def test_what_is_not_in_the_bin_is_not_thrown_away(library):
    _, secret, other = keep_two(library)
    positions.delete(library, (secret,), by="Ann")

    with pytest.raises(Conflict):
        purging.purge(library, (secret, other), by="Ann")

    assert library.position(secret).deletion is not None
    assert library.position(other).deletion is None


def test_nothing_of_it_can_be_undone(library):
    added, secret, other = keep_two(library)
    deleted = positions.delete(library, (secret,), by="Ann")
    purging.purge(library, (secret,), by="Ann")

    for change in (deleted, added):
        with pytest.raises((Conflict, NotFound)):
            library.apply(change.inverse)

    assert library.position(other).current.title == "Other"
