"""Two programs, one library: one sentence says who has it, at once, and a dead one keeps nobody waiting."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.store.library import Library
from tests.builders import a_change_of, a_position
from tests.faults.killing import wait_until_gone

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="a process is forked and ended as Linux and macOS do")

COMMAND = """
import sys
from pathlib import Path
from drafter.store.library import Library
library = Library.open(Path(sys.argv[1]) / "library.drafter")
print("open", flush=True)
sys.stdin.read()
"""

OTHER_ENDS = (signal.SIGSEGV, signal.SIGTERM, signal.SIGABRT)

COMMANDS = (["library", "find", "words"], ["response", "list"], ["library", "export", "all.json"])


@POSIX
@pytest.mark.parametrize("holder", ["a window", "a command"])
def test_who_has_it_open_is_said_in_one_sentence_at_once(killer, file, holder, capsys, counted, monkeypatch):
    monkeypatch.chdir(file.parent)
    with Library.open(file) as library:
        library.apply(a_change_of(a_position()))
    with killer.doing(holder, file.parent):
        before = file.stat()
        for command in COMMANDS:
            start = time.perf_counter()
            assert main(["--library", str(file), *command]) == 1
            assert time.perf_counter() - start < 1.0
            (line,) = capsys.readouterr().err.splitlines()
            assert "is open in another Drafter" in line
            assert str(file) in line
            counted("faults: two at once")
        assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert not (file.parent / "all.json").exists()


@POSIX
@pytest.mark.parametrize("holder", ["a window", "a command"])
@pytest.mark.parametrize(
    "how", [signal.SIGKILL, *(pytest.param(each, marks=pytest.mark.long) for each in OTHER_ENDS)], ids=str
)
def test_the_lock_goes_with_the_process_however_it_died(killer, file, holder, how, counted):
    with killer.doing(holder, file.parent) as process:
        os.kill(process, how)
        wait_until_gone(process)
        start = time.perf_counter()
        Library.open(file).close()

        assert time.perf_counter() - start < 1.0
    counted("faults: a holder that died")


@POSIX
def test_a_holder_that_hangs_still_has_it_and_that_is_said_at_once(killer, file, capsys, counted):
    with killer.doing("a command", file.parent) as process:
        os.kill(process, signal.SIGSTOP)
        start = time.perf_counter()
        code = main(["--library", str(file), "response", "list"])
        took = time.perf_counter() - start

    assert (code, took < 1.0) == (1, True)
    assert "is open in another Drafter" in capsys.readouterr().err
    counted("faults: two at once")


def test_looking_at_it_from_the_same_process_does_not_let_go_of_its_lock(file, capsys):
    """On Linux and macOS a process loses its locks on a file as soon as it closes that file anywhere."""
    with Library.open(file) as library:
        library.apply(a_change_of(a_position()))
        assert main(["--library", str(file), "doctor"]) == 0
        assert "not looked at" in capsys.readouterr().out
        assert main(["--library", str(file), "library", "find", "words"]) == 1
        other = [sys.executable, "-c", COMMAND, str(file.parent)]
        refused = subprocess.run(other, cwd=ROOT, check=False, capture_output=True, text=True)  # noqa: S603 - this Python
        library.apply(a_change_of(a_position("Two", title="Two")))

    assert "LibraryInUse" in refused.stderr
