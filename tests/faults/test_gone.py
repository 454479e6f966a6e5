"""A library that is deleted, moved or replaced while it is open, or whose folder goes: not a word is lost."""

import logging
import os
import shutil
from pathlib import Path

import pytest

from drafter.domain.errors import LibraryUnavailable
from drafter.store import backup, checking, leftovers
from drafter.store.library import Library
from tests.builders import a_change_of, a_position
from tests.faults.disks import needs_a_disk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows lets nobody delete a file that is open")


def more(number):
    return a_change_of(a_position(f"Words of {number}", title=f"Title {number}"))


@pytest.fixture
def library(file):
    with Library.open(file) as opened:
        opened.apply(more(1))
        yield opened


def titles(file):
    with Library.open(file) as opened:
        assert checking.check(opened) == ()
        return [each.title for each in opened.entries()]


@pytest.mark.parametrize("logs", [True, False], ids=["with its log", "without its log"])
def test_a_library_that_was_deleted_while_it_was_open_is_back_at_the_next_save(
    library, file, caplog, counted, logs
):
    file.unlink()
    if logs:
        file.with_name(f"{file.name}-wal").unlink()
    with caplog.at_level(logging.INFO):
        library.apply(more(2))

    assert [each.title for each in library.entries()] == ["Title 1", "Title 2"]
    library.close()
    assert titles(file) == ["Title 1", "Title 2"]
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    assert len(caplog.records) == 1
    counted("faults: library deleted while open")


def test_a_library_that_was_moved_while_it_was_open_is_whole_at_its_old_place(library, file, counted):
    moved = file.with_name("elsewhere.drafter")
    file.rename(moved)
    library.apply(more(2))
    library.close()

    assert titles(file) == ["Title 1", "Title 2"]
    counted("faults: library deleted while open")


def test_reading_goes_on_and_a_backup_can_be_made_of_what_was_deleted(library, file, tmp_path, counted):
    file.unlink()

    assert len(library.search("words")) == 1
    assert backup.verify(backup.backup(library, tmp_path / "backups")) == ()
    counted("faults: library deleted while open")


def test_a_file_that_was_put_in_its_place_is_not_written_over(library, file, counted):
    file.with_name("other").write_bytes(b"another file altogether")
    file.with_name("other").replace(file)
    for _ in range(3):  # autosave tries again and again: one copy is enough
        with pytest.raises(LibraryUnavailable, match="Another file was put") as refused:
            library.apply(more(2))
    (aside,) = file.parent.glob("*set aside*")

    assert aside.name in refused.value.sentence
    assert file.read_bytes() == b"another file altogether"
    library.close()
    assert file.read_bytes() == b"another file altogether"
    assert titles(aside) == ["Title 1"]
    counted("faults: library replaced while open")


def test_a_folder_that_vanishes_is_said_at_once_and_when_it_is_back_work_goes_on(tmp_path, counted):
    file = tmp_path / "stick" / "library.drafter"
    file.parent.mkdir()
    library = Library.open(file)
    library.apply(more(1))
    shutil.rmtree(file.parent)
    with pytest.raises(LibraryUnavailable, match="no longer be reached"):
        library.apply(more(2))
    file.parent.mkdir()
    library.apply(more(3))
    library.close()

    assert titles(file) == ["Title 1", "Title 3"]
    counted("faults: folder vanished")


@needs_a_disk
def test_a_disk_that_is_pulled_out_gets_no_second_library_in_its_place(disk, counted):
    file = disk.folder / "library.drafter"
    library = Library.open(file)
    library.apply(more(1))
    disk.pull_out()
    with pytest.raises(LibraryUnavailable, match="Connect the drive"):
        library.apply(more(2))
    library.close()

    assert list(disk.folder.iterdir()) == []
    counted("faults: folder vanished")


def test_a_log_that_a_deleted_library_left_is_not_played_into_a_new_one(file, counted):
    Library.open(file).close()
    library = Library.open(file)
    library.apply(more(1))
    log = file.with_name(f"{file.name}-wal")
    content = log.read_bytes()
    library.close()
    file.unlink()
    log.write_bytes(content)  # as a crash leaves it, and somebody who deletes the library alone

    assert titles(file) == []
    (aside,) = file.parent.glob("*set aside*-wal")
    assert aside.read_bytes() == content
    counted("faults: library deleted after a crash")


@pytest.mark.parametrize("moment", ["before the old one is moved", "after"])
def test_bringing_back_a_backup_that_is_interrupted_leaves_the_old_or_the_new(library, file, counted, moment):
    kept = backup.backup(library, file.parent / "backups")
    library.apply(more(2))
    library.close()
    waiting = leftovers.restored(file)
    waiting.write_bytes(Path(kept).read_bytes())
    if moment == "after":
        backup.set_aside(file)

    assert titles(file) == (["Title 1"] if moment == "after" else ["Title 1", "Title 2"])
    assert not waiting.exists()
    counted("faults: interrupted on the way back")


@needs_a_disk
@pytest.mark.parametrize("there", [True, False], ids=["a library", "a new one"])
def test_a_disk_that_may_only_be_read_is_said_in_one_sentence(disk, counted, there):
    file = disk.folder / "library.drafter"
    if there:
        with Library.open(file) as opened:
            opened.apply(more(1))
    before = sorted((each.name, each.read_bytes()) for each in disk.folder.iterdir())
    disk.lock()
    with pytest.raises(LibraryUnavailable) as refused:
        Library.open(file)

    assert str(file) in refused.value.sentence
    assert "read-only" in refused.value.sentence or "may write" in refused.value.sentence
    disk.lock(locked=False)
    assert sorted((each.name, each.read_bytes()) for each in disk.folder.iterdir()) == before
    Library.open(file).close()
    counted("faults: read-only")
