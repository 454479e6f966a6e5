"""A full disk: one sentence says so, all that was saved is there, and work goes on when there is room."""

import errno
import logging
import os
from dataclasses import replace

import pytest

from drafter.app import start_log, stop_log
from drafter.domain.changes import Change, added
from drafter.domain.composing import Choices
from drafter.domain.errors import CannotWrite, DrafterError
from drafter.domain.records.people import Person
from drafter.domain.records.responses import Form
from drafter.domain.records.working import Setting
from drafter.paths import resource
from drafter.services import exporting, importing, keeping, library_csv, library_files, working
from drafter.services.sample import add_sample
from drafter.settings import Preferences, read_preferences, write_preferences
from drafter.store import backup, checking, opening
from drafter.store.library import Library
from tests.builders import a_change_of, a_position, a_report
from tests.faults.disks import can_be_root, in_a_namespace, needs_a_disk
from tests.faults.places import LATER_STEPS, backed_up, write_positions


def is_clean(error):
    """One sentence or two for an officer, which says what is wrong: no code, no name of a class."""
    said = error.sentence
    return (
        "full" in said
        and said.endswith(".")
        and "\n" not in said
        and "SQL" not in said
        and "Errno" not in said
    )


@pytest.fixture
def place(disk):
    """A library on the small disk, with the sample in it."""
    with Library.open(disk.folder / "library.drafter") as library:
        response = add_sample(library, resource("sample"))
        yield library, response


@pytest.fixture
def still_whole(place):
    """All that was there before is there, and nothing that was refused."""
    library, response = place
    before = library.state, library.entries(), library.response(response)

    def look():
        assert (library.state, library.entries(), library.response(response)) == before
        assert checking.check(library) == ()
        return True

    return look


def note(number, length=3000):
    return Change.of("Note", added(Setting(name=f"note {number}", value=f'"{"x" * length}"')))


def written_until_full(library):
    """How many saves were acknowledged, and what was said to the next."""
    for number in range(10_000):
        try:
            library.apply(note(number))
        except CannotWrite as refused:
            return number, refused
    raise AssertionError("The disk never ran full.")


@needs_a_disk
@pytest.mark.parametrize("leave", [0, 4096, 20_000])
def test_a_save(disk, place, counted, leave):
    library, _ = place
    disk.fill(leave=leave)
    saved, refused = written_until_full(library)
    kept = [each for each in library.settings() if each.startswith("note")]

    assert is_clean(refused)
    assert len(kept) == saved
    assert library.search("volunteers")
    disk.make_room()
    library.apply(note("after"))
    assert library.setting("note after")
    assert checking.check(library) == ()
    counted("faults: disk full")


@needs_a_disk
def test_a_library_that_was_closed_on_a_full_disk_opens_on_it_with_all_that_was_saved(disk, counted):
    file = disk.folder / "library.drafter"
    library = Library.open(file)
    disk.fill(leave=60_000)
    saved, _ = written_until_full(library)
    library.close()

    with Library.open(file) as again:
        assert len(again.settings()) == saved > 0
        assert checking.check(again) == ()
    counted("faults: disk full")


@needs_a_disk
@pytest.mark.parametrize("number", [1, 2])
def test_an_import(disk, place, still_whole, tmp_path, counted, number):
    library, _ = place
    file = write_positions(tmp_path, number)
    disk.fill()
    with pytest.raises(CannotWrite) as refused:
        importing.add_positions(library, file, by="Ada")

    assert is_clean(refused.value)
    assert still_whole()
    disk.make_room()
    assert importing.add_positions(library, file, by="Ada").new == 60
    counted("faults: disk full")


@needs_a_disk
@pytest.mark.parametrize("name", ["response.docx", "response.html", "response.json"])
def test_an_export(disk, place, still_whole, counted, name):
    library, response = place
    target = disk.folder / name
    target.write_bytes(b"the old file")
    order = exporting.Order(target=target, choices=Choices(form=Form.POINT_BY_POINT), force=True)
    disk.fill()
    with pytest.raises(CannotWrite) as refused:
        exporting.export(library, response, order, person=Person())

    assert is_clean(refused.value)
    assert target.read_bytes() == b"the old file"
    assert still_whole()
    assert not list(disk.folder.glob(".drafter-*"))
    disk.make_room()
    exporting.export(library, response, order, person=Person())
    assert len(target.read_bytes()) > 1000
    counted("faults: disk full")


@needs_a_disk
@pytest.mark.parametrize(
    "write", [library_files.write_library_json, library_csv.write_library_csv], ids=["json", "csv"]
)
def test_an_export_of_the_library(disk, place, still_whole, counted, write):
    target = disk.folder / "positions"
    target.write_bytes(b"the old file")
    disk.fill()
    with pytest.raises(CannotWrite) as refused:
        write(place[0], target)

    assert is_clean(refused.value)
    assert target.read_bytes() == b"the old file"
    assert still_whole()
    disk.make_room()
    assert write(place[0], target) > 10
    counted("faults: disk full")


@needs_a_disk
@pytest.mark.parametrize("leave", [0, 4096, 100_000])
def test_a_backup(disk, place, still_whole, counted, leave):
    library, _ = place
    root = disk.folder / "backups"
    disk.fill(leave=leave)
    with pytest.raises(CannotWrite) as refused:
        keeping.back_up_if_changed(library, root)

    assert is_clean(refused.value)
    assert [each for each in root.rglob("*") if each.is_file()] == []
    assert still_whole()
    disk.make_room()
    made = backed_up(library, root)
    assert backup.verify(made) == ()
    counted("faults: disk full")


@needs_a_disk
@pytest.mark.parametrize("leave", [0, 300_000, 700_000])
def test_a_migration(disk, counted, leave):
    file = disk.folder / "library.drafter"
    with Library.open(file) as library:
        library.apply(a_change_of(*(a_position("word " * 40, title=f"T {each}") for each in range(200))))
        entries = library.entries()
    before = file.read_bytes()
    disk.fill(leave=leave)
    with pytest.raises(CannotWrite) as refused:
        opening.close(opening.open_file(file, steps=LATER_STEPS))

    assert is_clean(refused.value)
    assert file.read_bytes() == before
    disk.make_room()
    with Library.open(file) as library:
        assert library.entries() == entries
    opening.close(opening.open_file(file, steps=LATER_STEPS))
    counted("faults: disk full")


@needs_a_disk
@pytest.mark.parametrize("leave", [0, 4096, 40_000])
def test_a_library_that_is_made(disk, counted, leave):
    disk.fill(leave=leave)
    file = disk.folder / "new.drafter"
    with pytest.raises(CannotWrite) as refused:
        Library.open(file)

    assert is_clean(refused.value)
    assert [each.name for each in disk.folder.iterdir()] == ["ballast"]
    disk.make_room()
    Library.open(file).close()
    counted("faults: disk full")


@needs_a_disk
def test_a_backup_that_is_brought_back(disk, place, tmp_path, counted):
    library, _ = place
    entries, path = library.entries(), library.path
    kept = backup.backup(library, tmp_path)
    library.close()
    content = path.read_bytes()
    disk.fill()
    with pytest.raises(DrafterError) as refused:
        backup.restore(kept, path)

    assert is_clean(refused.value)
    assert path.read_bytes() == content
    disk.make_room()
    backup.restore(kept, path)
    with Library.open(path) as again:
        assert again.entries() == entries
    counted("faults: disk full")


@needs_a_disk
def test_settings(disk, counted):
    file = disk.folder / "config" / "settings.json"
    kept = Preferences(zoom=120)
    write_preferences(kept, file)
    disk.fill()
    with pytest.raises(CannotWrite) as refused:
        write_preferences(replace(kept, zoom=140), file)

    assert is_clean(refused.value)
    assert read_preferences(file) == kept
    disk.make_room()
    write_preferences(replace(kept, zoom=140), file)
    assert read_preferences(file).zoom == 140
    counted("faults: disk full")


@needs_a_disk
def test_the_log_keeps_silent_and_goes_on_later(disk, capsys, counted):
    handler = start_log(disk.folder / "logs")
    logger = logging.getLogger("drafter.test")
    try:
        logger.info("before")
        disk.fill()
        for _ in range(3000):
            logger.info("while it is full")
        disk.make_room()
        logger.info("after")
    finally:
        stop_log(handler)
    said = (disk.folder / "logs" / "drafter.log").read_text(encoding="utf-8")

    assert said.count("before") == 1
    assert said.splitlines()[-1].endswith("after")
    assert capsys.readouterr() == ("", "")
    counted("faults: disk full")


@needs_a_disk
def test_what_is_in_hand(disk, place, still_whole, counted):
    library, _ = place
    report = a_report(*(f"The Government should fund {each}. " + "Why " * 200 for each in range(20)))
    disk.fill()
    with pytest.raises(CannotWrite) as refused:
        working.keep_in_hand(library, report)

    assert is_clean(refused.value)
    assert still_whole()
    disk.make_room()
    working.keep_in_hand(library, report)
    assert working.in_hand(library, report) == report
    counted("faults: disk full")


@needs_a_disk
def test_the_disk_of_these_tests_runs_full_as_others_do(disk):
    disk.fill()
    with pytest.raises(OSError, match="No space") as full:
        (disk.folder / "more").write_bytes(bytes(100_000))

    assert full.value.errno == errno.ENOSPC


@pytest.mark.skipif(not can_be_root(), reason="done by the superuser, or no namespace may be made here")
def test_all_of_this_in_a_namespace_for_who_is_not_the_superuser():
    code, said = in_a_namespace(os.fspath(__file__))

    assert code == 0, said
