"""Only its owner may read what Drafter keeps; log and report for support hold no word of the library."""

import json
import logging
import os
import re
import stat

import pytest

from drafter.app import start_log, stop_log
from drafter.cli import main
from drafter.domain.errors import DrafterError
from drafter.domain.records.ids import PositionId
from drafter.paths import (
    backups_folder,
    config_folder,
    data_folder,
    default_library,
    log_folder,
    settings_file,
)
from drafter.services import keeping, working
from drafter.services.library_files import write_library_json
from drafter.settings import Preferences, write_preferences
from drafter.store import backup
from drafter.store.library import Library
from tests.builders import OFFICER, a_change_of, a_position, a_report
from tests.faults.places import newest_backup

SECRET = ("Zanzibar", "Quixotic", "Mellifluous", "Xylophone", "Ambergris")
"""Words of the library that stand nowhere else."""


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="a user's folder is private on Windows by itself")
def test_only_its_owner_may_read_what_drafter_keeps():
    before = os.umask(0o022)
    handler = start_log(log_folder())
    try:
        file = default_library()
        with Library.open(file) as library:
            library.apply(a_change_of(a_position()))
            keeping.back_up_if_changed(library, backups_folder())
            logging.getLogger("drafter.test").warning("a line")
            write_preferences(Preferences(person=OFFICER), settings_file())
            settings_file().chmod(0o644)  # as an earlier Drafter left it
            write_preferences(Preferences(person=OFFICER, zoom=120), settings_file())
            kept = [
                each for home in (data_folder(), config_folder(), log_folder()) for each in home.rglob("*")
            ]
        aside = backup.restore(newest_backup(file, backups_folder()).path, file)
    finally:
        stop_log(handler)
        os.umask(before)
    assert aside is not None
    files = [each for each in (*kept, file, aside) if each.is_file()]

    assert len(files) >= 5
    assert {each.name: oct(mode(each)) for each in files if mode(each) != 0o600} == {}
    folders = [data_folder(), backups_folder(), config_folder(), log_folder(), file.parent]
    assert {each.name: oct(mode(each)) for each in folders if mode(each) & 0o077} == {}


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_an_export_is_hers_to_share_and_has_the_usual_rights(tmp_path):
    before = os.umask(0o022)
    try:
        with Library.open(default_library()) as library:
            library.apply(a_change_of(a_position()))
            write_library_json(library, tmp_path / "positions.json")
    finally:
        os.umask(before)

    assert mode(tmp_path / "positions.json") == 0o644


def a_job_with_secrets(folder, library):
    """Much of what an officer does on a library of words that nobody else may read, with its mishaps."""
    one, two, three, four, five = SECRET
    entries = [{"title": f"{one} funding", "body": f"<p>We welcome {two} grants.</p>", "owner": five}]
    content = {"format": "drafter-library", "version": 1, "positions": entries}
    (folder / "positions.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "report.txt").write_text(
        f"A review of {three}\n\nRecommendation 1: The Government should fund {four} for three years.\n\n"
        f"Recommendation 2: Councils should lend {four} to charities every year.\n",
        encoding="utf-8",
    )
    steps = [
        ["library", "add", folder / "positions.json"],
        ["library", "find", two],
        ["report", "add", folder / "report.txt"],
        ["report", "add", folder / "report.txt"],
        ["response", "new", "--report", "nothing", "--title", one],
        ["library", "suggest", f"{four} {two}"],
        ["library", "export", folder / "all.csv"],
        ["library", "export", folder / "nowhere" / "all.csv"],
        ["library", "add", folder / "all.csv"],
        ["response", "show", five],
    ]
    for step in steps:
        main(["--library", str(library), *map(str, step)])
    with Library.open(library) as opened:
        working.keep_in_hand(opened, a_report(f"Fund {three}", title=four))
        keeping.back_up_if_changed(opened, backups_folder())
        with pytest.raises(DrafterError):
            opened.position(PositionId("0" * 32))


def secrets_in(text):
    return [each for each in SECRET if re.search(each, text, re.IGNORECASE)]


LONG = pytest.mark.long


@pytest.mark.parametrize(
    "harm", ["whole", *(pytest.param(each, marks=LONG) for each in ("changed", "cut off"))]
)
def test_neither_the_log_nor_the_report_for_support_holds_a_word_of_the_library(tmp_path, capfd, harm):
    library, report = default_library(), tmp_path / "for support.txt"
    handler = start_log(log_folder())
    logging.getLogger("drafter").setLevel(logging.DEBUG)
    try:
        logging.getLogger("drafter.test").warning("told the officer: NotFound")
        a_job_with_secrets(tmp_path, library)
    finally:
        stop_log(handler)
        logging.getLogger("drafter").setLevel(logging.NOTSET)
    content = library.read_bytes()
    if harm == "changed":
        library.write_bytes(content.replace(b"Quixotic grants", b"Quixotic grunts"))
    elif harm == "cut off":
        library.write_bytes(content[: len(content) // 2])
    assert secrets_in(capfd.readouterr().out) != []  # the words were there to be told
    code = main(["doctor", "--report", str(report)])
    said, written = capfd.readouterr().out, report.read_text(encoding="utf-8")

    assert code == (0 if harm == "whole" else 1)
    logged = (log_folder() / "drafter.log").read_text(encoding="utf-8")
    assert secrets_in(said + written + logged) == []
    assert "told the officer: NotFound" in written
    for place in (library, settings_file(), log_folder(), keeping.backups_of(library, backups_folder())):
        assert str(place) in written
    assert ("1 positions, 1 reports" in written) == (harm != "cut off")
    assert "Backups kept: 1, the newest of" in written
    assert all(line in written for line in said.splitlines())


def test_a_report_that_cannot_be_written_is_said_in_one_line(tmp_path, capfd):
    assert main(["doctor", "--report", str(tmp_path / "nowhere" / "report.txt")]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert "nowhere" in line
