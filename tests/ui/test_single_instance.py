"""A second start finds the first window."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.ui.single_instance import FirstWindow, call_first_window, call_name

ROOT = Path(__file__).resolve().parents[2]

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from drafter.ui.single_instance import call_first_window
application = QCoreApplication([])
sys.exit(0 if call_first_window(Path(sys.argv[1]), [Path(each) for each in sys.argv[2:]]) else 3)
"""

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library.drafter"


@pytest.fixture
def first(library):
    made = FirstWindow(library)
    assert made.listen()
    yield made
    made.close()


PROGRAM = """
import sys
from pathlib import Path
from drafter.app import run_window
sys.exit(run_window(Path(sys.argv[1])))
"""


def test_the_program_starts_and_a_second_start_hands_over_to_it_and_ends(library, own_folders):
    command = [sys.executable, "-c", PROGRAM, str(library)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(command, env=environment)  # noqa: S603 - our own words in our own Python
    try:
        wait_until_it_answers(library, first)
        second = subprocess.run(command, env=environment, timeout=60, check=False)  # noqa: S603 - likewise
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.kill()
        first.wait(20)
    assert library.exists()
    assert any(own_folders.rglob("settings.json"))


def wait_until_it_answers(library, process):
    until = time.monotonic() + 60
    while not call_first_window(library, []):
        assert process.poll() is None, "it ended by itself"
        assert time.monotonic() < until, "it never answered"
        time.sleep(0.05)


def start_again(library, *files):
    command = [sys.executable, "-c", SECOND_START, str(library), *map(str, files)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment)  # noqa: S603 - our own words in our own Python


def test_a_second_process_hands_over_its_files(qtbot, first, library, tmp_path):
    with qtbot.waitSignal(first.called, timeout=20_000) as caught:
        second = start_again(library, tmp_path / "a report.pdf")

    assert caught.args == [(tmp_path / "a report.pdf",)]
    assert second.wait(20) == 0


def test_a_second_process_without_a_file_only_calls(qtbot, first, library):
    with qtbot.waitSignal(first.called, timeout=20_000) as caught:
        second = start_again(library)

    assert caught.args == [()]
    assert second.wait(20) == 0


def test_without_a_first_window_nobody_answers(library):
    assert not call_first_window(library, [])


def test_another_library_is_another_window(library):
    assert call_name(library) != call_name(library.with_name("other.drafter"))


def test_what_a_crash_left_behind_is_no_obstacle(library):
    address = Path(call_name(library))
    if not address.is_absolute():
        address = Path(os.environ.get("TMPDIR", "/tmp")) / address  # noqa: S108 - where Qt puts it
    if sys.platform != "win32":
        address.parent.mkdir(parents=True, exist_ok=True)
        address.touch()

    again = FirstWindow(library)

    assert again.listen()
    again.close()
