"""Backups without being asked."""

import pytest

from drafter.services.keeping import back_up_if_changed, backups_of
from drafter.store.backup import look_into, verify
from drafter.store.library import Library
from tests.builders import a_change_of, a_position


@pytest.fixture
def kept(tmp_path):
    with Library.open(tmp_path / "library.drafter") as opened:
        yield opened


def test_what_was_written_is_in_the_backup(kept, tmp_path):
    kept.apply(a_change_of(a_position("We welcome it.", title="Welcome")))

    made = back_up_if_changed(kept, tmp_path / "backups")

    assert made is not None
    assert verify(made) == ()
    with look_into(made) as copy:
        assert [each.title for each in copy.entries()] == ["Welcome"]


def test_nothing_new_needs_no_backup(kept, tmp_path):
    empty = back_up_if_changed(kept, tmp_path / "backups")
    kept.apply(a_change_of(a_position("One.", title="One")))
    back_up_if_changed(kept, tmp_path / "backups")
    kept.apply(a_change_of(a_position("Two.", title="Two")))

    again = back_up_if_changed(kept, tmp_path / "backups")

    assert empty is None
    assert again is not None


def test_two_libraries_of_one_name_are_kept_apart(tmp_path):
    one, other = tmp_path / "a" / "library.drafter", tmp_path / "b" / "library.drafter"

    assert backups_of(one, tmp_path) != backups_of(other, tmp_path)
