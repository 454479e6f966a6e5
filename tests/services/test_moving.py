"""A library moves to another place, and nothing of it is lost on the way."""

import os
from pathlib import Path

import pytest

from drafter.domain.errors import CannotWrite, LibraryUnavailable
from drafter.paths import data_folder
from drafter.services.keeping import back_up_if_changed, backups_of
from drafter.services.moving import copy_elsewhere, move, usual_place, who_synchronises
from drafter.store.backup import backups, open_to_read
from drafter.store.library import Library
from tests.builders import a_change_of, a_position, present


@pytest.fixture
def synchronised():
    """Where OneDrive would have it."""
    folder = Path.home() / "OneDrive - Charity"
    folder.mkdir(parents=True)
    return folder / "library.drafter"


def filled(path):
    with Library.open(path) as library:
        library.apply(a_change_of(a_position("Trust the towns.", title="Towns")))
    return path


def titles(path):
    with Library.open(path) as library:
        return [each.title for each in library.entries()]


def test_who_synchronises_it_is_known(synchronised, tmp_path):
    assert who_synchronises(synchronised) == "OneDrive"
    assert who_synchronises(tmp_path / "library.drafter") is None


def test_a_link_into_such_a_folder_is_seen_through(synchronised, tmp_path):
    link = tmp_path / "work"
    link.symlink_to(synchronised.parent, target_is_directory=True)

    assert who_synchronises(link / "library.drafter") == "OneDrive"


def test_it_moves_with_its_backups_and_the_old_file_stays_under_a_name_that_says_so(synchronised, tmp_path):
    root = tmp_path / "backups"
    filled(synchronised)
    with Library.open(synchronised) as library:
        back_up_if_changed(library, root)
    target = usual_place(synchronised)

    left = present(move(synchronised, target, root))

    assert titles(target) == ["Towns"]
    assert not synchronised.exists()
    assert left.parent == synchronised.parent
    assert "moved to this computer" in left.name
    assert titles(left) == ["Towns"]
    assert len(backups(backups_of(target, root))) == 1


def test_the_usual_place_is_never_one_that_is_taken(synchronised):
    first = usual_place(synchronised)
    filled(first)

    second = usual_place(synchronised)
    filled(second)

    assert (first, second) == (data_folder() / "library.drafter", data_folder() / "library 2.drafter")
    assert usual_place(synchronised) == data_folder() / "library 3.drafter"


def test_nothing_is_written_over(synchronised, tmp_path):
    filled(synchronised)
    target = tmp_path / "taken.drafter"
    target.write_bytes(b"something else")

    with pytest.raises(CannotWrite, match="is there already"):
        move(synchronised, target, tmp_path)
    with pytest.raises(CannotWrite, match="is there already"):
        copy_elsewhere(synchronised, target)

    assert target.read_bytes() == b"something else"
    assert titles(synchronised) == ["Towns"]


def test_a_library_that_may_only_be_read_can_be_read_and_not_written(tmp_path):
    path = filled(tmp_path / "library.drafter")
    content = path.read_bytes()

    with open_to_read(path) as library:
        assert [each.title for each in library.entries()] == ["Towns"]
        assert len(library.search("trust")) == 1
        with pytest.raises(LibraryUnavailable, match="cannot be written"):
            library.apply(a_change_of(a_position("More.", title="More")))
        assert len(library.entries()) == 1

    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.fixture
def left_open(tmp_path):
    """A library whose Drafter was killed: what was written last lies in its log."""
    path = tmp_path / "library.drafter"
    filled(path)
    library = Library.open(path)
    library.apply(a_change_of(a_position("Fund the halls.", title="Halls")))
    log = path.with_name(f"{path.name}-wal")
    kept = path.read_bytes(), log.read_bytes()
    library.close()
    path.write_bytes(kept[0])
    log.write_bytes(kept[1])
    return path


def test_what_was_written_last_is_copied_too(left_open, tmp_path):
    with pytest.raises(LibraryUnavailable, match="was not closed"):
        open_to_read(left_open)

    copy_elsewhere(left_open, tmp_path / "else" / "where.drafter")

    assert titles(tmp_path / "else" / "where.drafter") == ["Halls", "Towns"]


def test_a_copy_that_does_not_open_does_not_stay(tmp_path):
    path = tmp_path / "library.drafter"
    path.write_bytes(b"This is a shopping list. " * 100)
    target = tmp_path / "copy.drafter"

    with pytest.raises(LibraryUnavailable):
        copy_elsewhere(path, target)

    assert not target.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows lets nobody delete a file that is open")
def test_a_library_whose_folder_is_gone_goes_on_elsewhere_with_every_word(tmp_path):
    path = filled(tmp_path / "stick" / "library.drafter")
    target = tmp_path / "here.drafter"
    with Library.open(path) as library:
        for each in path.parent.iterdir():
            each.unlink()
        path.parent.rmdir()
        with pytest.raises(LibraryUnavailable):
            library.apply(a_change_of(a_position("Lost?", title="Lost")))

        library.go_on_at(target)
        library.apply(a_change_of(a_position("Fund the halls.", title="Halls")))
        assert library.path == target

    assert titles(target) == ["Halls", "Towns"]


def test_going_on_elsewhere_writes_over_nothing(tmp_path):
    target = tmp_path / "taken.drafter"
    target.write_bytes(b"something else")
    with Library.open(filled(tmp_path / "library.drafter")) as library:
        with pytest.raises(CannotWrite):
            library.go_on_at(target)

        library.apply(a_change_of(a_position("Fund the halls.", title="Halls")))

    assert target.read_bytes() == b"something else"
    assert titles(tmp_path / "library.drafter") == ["Halls", "Towns"]
