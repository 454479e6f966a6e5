"""One process owns a library: a second is refused at once, and the lock goes with the process."""

import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from drafter.domain.errors import LibraryInUse
from drafter.store.library import Library

HOLD = "import sys; from pathlib import Path; from drafter.store.library import Library\n"
HOLD += "library = Library.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"


@contextmanager
def another_process(file):
    """A process that has the library open until it is told to end."""
    command = [sys.executable, "-c", HOLD, str(file)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:  # noqa: S603 - this Python
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "open\n"
            yield process
        finally:
            process.kill()


def test_a_second_process_is_refused_at_once_in_a_sentence_that_names_the_file(file):
    with another_process(file):
        start = time.perf_counter()
        with pytest.raises(LibraryInUse) as refused:
            Library.open(file)
        assert time.perf_counter() - start < 0.5

    assert str(file) in refused.value.sentence
    assert "Close it there" in refused.value.sentence


def test_the_lock_goes_with_a_process_that_is_killed(file):
    with another_process(file) as process:
        process.kill()
        process.wait()
        Library.open(file).close()


def test_the_lock_goes_with_a_process_that_ends_without_closing(file):
    with another_process(file) as process:
        process.stdin.close()
        assert process.wait(timeout=20) == 0
        Library.open(file).close()


def test_a_second_opening_in_the_same_process_is_refused_too(file):
    with Library.open(file) as library:
        with pytest.raises(LibraryInUse):
            Library.open(file)
        assert library.entries() == ()
        with pytest.raises(LibraryInUse):
            Library.open(file)


def test_opening_fails_before_anything_is_written(file):
    with another_process(file):
        before = file.stat().st_mtime_ns
        with pytest.raises(LibraryInUse):
            Library.open(file)
        assert file.stat().st_mtime_ns == before
