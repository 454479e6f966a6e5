"""Killed at any moment: nothing acknowledged is gone, nothing is half there, nobody is alarmed."""

import logging
import os
from contextlib import closing
from itertools import pairwise

import pytest
from docx import Document

from drafter.paths import resource
from drafter.services import keeping
from drafter.services.sample import add_sample
from drafter.store import backup, checking, copying, leftovers, opening
from drafter.store.library import Library
from drafter.store.migrations import STEPS
from tests.faults.places import (
    INTERVAL,
    LATER_STEPS,
    MANY,
    how_far,
    library_in,
    numbers_in,
)

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="a process is forked and killed as Linux and macOS do"),
    pytest.mark.timeout(1800),
]


def kills(usual, long):
    """So many in the usual run; the long one does more."""
    return pytest.mark.parametrize("times", [usual, pytest.param(long, marks=pytest.mark.long)])


@pytest.fixture
def opened_again(caplog):
    """Open a library as the next start does, which may say one quiet line and finds everything whole."""

    def open_(file, *, steps=None):
        caplog.clear()
        with caplog.at_level(logging.DEBUG):
            if steps is not None:
                opening.close(opening.open_file(file, steps=steps))
                return copying.verify(file)
            with Library.open(file) as library:
                found = checking.check(library)
        assert len(caplog.records) <= 1
        assert not [each for each in caplog.records if each.levelno > logging.WARNING]
        return found

    return open_


def left_in(folder):
    return sorted(each.name for each in folder.rglob("*") if each.name.endswith((".new", ".tmp")))


def lost_time(killed):
    """How long the machine, not the program, kept the keys from coming in the last seconds."""
    times = [each.at for each in killed.acknowledged if each.at > killed.at - 2.5] + [killed.at]
    gaps = (later - earlier for earlier, later in pairwise(times))
    return sum(max(0.0, gap - 2 * INTERVAL) for gap in gaps)


def must_be_there(killed):
    """The last token that was typed more than a second before the end."""
    safe = killed.at - 1.0 - lost_time(killed)
    return max((each.number for each in killed.acknowledged if each.at < safe), default=killed.begun_with)


@kills(5, 150)
def test_what_was_typed_a_second_ago_is_there(times, killer, tmp_path, opened_again, counted):
    rounds, at_once = (1, times) if times <= 5 else (times // 3, 3)
    for number in range(rounds):
        folders = [tmp_path / f"{number // 10} {each}" for each in range(at_once)]
        for folder in folders:
            folder.mkdir(exist_ok=True)
        for killed in killer.kill_all("typing", folders, after=(0.2, 2.2)):
            assert opened_again(library_in(killed.folder)) == ()
            with Library.open(library_in(killed.folder)) as library:
                kept = numbers_in(library, add_sample(library, resource("sample")))
            assert kept == list(range(1, len(kept) + 1))
            assert must_be_there(killed) <= len(kept) <= killed.last + 1
            assert killed.acknowledged[0].said == ""
            counted("kills while typing")


@kills(5, 100)
def test_a_file_that_was_being_imported_is_in_whole_or_not_at_all(
    times, killer, tmp_path, opened_again, counted
):
    for number in range(times):
        folder = tmp_path / f"{number // 10}"
        folder.mkdir(exist_ok=True)
        killed = killer.kill("importing", folder, after=(0, 0.15))
        assert opened_again(library_in(folder)) == ()
        with Library.open(library_in(folder)) as library:
            titles = {each.title for each in library.entries()}
            assert len(library.search("words of position", limit=100_000)) == len(titles)
        files = range(1, len(titles) // MANY + 1)
        assert titles == {f"Position {each} of file {file}" for file in files for each in range(MANY)}
        assert len(files) in (killed.last, killed.last + 1)
        counted("kills while importing")


@kills(5, 100)
def test_an_export_that_was_being_written_leaves_the_old_file_or_the_new_one(
    times, killer, tmp_path, opened_again, counted
):
    for number in range(times):
        folder = tmp_path / f"{number // 25}"
        folder.mkdir(exist_ok=True)
        killed = killer.kill("exporting", folder, after=(0, 0.4))
        assert opened_again(library_in(folder)) == ()
        with Library.open(library_in(folder)) as library:
            assert how_far(library) in (killed.last, killed.last + 1)
        target = folder / "response.docx"
        assert target.exists() or killed.last == 0
        if target.exists():
            (headline,) = [each.text for each in Document(str(target)).paragraphs if "Headline" in each.text]
            assert headline in [f"Headline {killed.last + more} of many" for more in (0, 1, 2)]
        assert len(left_in(folder)) <= number % 25 + 1  # one for each kill; they go after an hour
        counted("kills while exporting")


@kills(5, 75)
def test_a_library_that_was_being_brought_up_to_date_is_of_one_version_or_the_other(
    times, killer, tmp_path, opened_again, counted
):
    for _ in range(times):
        killed = killer.kill("migrating", tmp_path, after=(0, 0.2))
        libraries = [each for each in tmp_path.glob("older-*.drafter") if " " not in each.name]
        assert len(libraries) in (killed.last, killed.last + 1)
        for file in libraries:
            assert opened_again(file, steps=LATER_STEPS) == ()
            with closing(copying.open_to_read(file)) as db:
                (later,) = db.execute("SELECT count(*) FROM later").fetchone()
                (versions,) = db.execute("SELECT count(*) FROM version").fetchone()
            assert later == versions > MANY
            assert copying.verify(leftovers.before_update(file, len(STEPS))) == ()
        assert left_in(tmp_path) == []
        for file in tmp_path.glob("older-*"):
            file.unlink()
        counted("kills while migrating")


@kills(5, 100)
def test_a_backup_that_was_being_made_is_whole_or_not_there(times, killer, tmp_path, opened_again, counted):
    for _ in range(times):
        killed = killer.kill("backing up", tmp_path, after=(0, 0.2))
        assert opened_again(library_in(tmp_path)) == ()
        with Library.open(library_in(tmp_path)) as library:
            assert how_far(library) in (killed.last, killed.last + 1)
        folder = keeping.backups_of(library_in(tmp_path), tmp_path / "home" / "data" / "Drafter" / "backups")
        made = backup.backups(folder)
        assert [each for each in made if backup.verify(each.path)] == []
        assert len(left_in(folder)) <= 1
        with Library.open(library_in(tmp_path)) as library:
            keeping.back_up_if_changed(library, folder.parent)
        assert left_in(folder) == []
        counted("kills while backing up")


@pytest.mark.long
def test_what_was_acknowledged_survives_every_kill(killer, tmp_path, opened_again, counted):
    for _ in range(100):
        killed = killer.kill("writing", tmp_path, after=(0, 0.15))
        assert opened_again(library_in(tmp_path)) == ()
        with Library.open(library_in(tmp_path)) as library:
            written = how_far(library)
            assert written in (killed.last, killed.last + 1)
            assert len(library.entries()) == written
            assert len(library.search("text", limit=100_000)) == written
        counted("kills while writing")
