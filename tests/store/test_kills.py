"""A process killed while it writes: nothing that was acknowledged is gone, nothing is half-written."""

import random
import subprocess
import sys
import time

import pytest

from drafter.store import checking
from drafter.store.library import Library

WRITE = """
import sys
from dataclasses import replace
from pathlib import Path
from drafter.domain.changes import Change, added, changed
from drafter.domain.records.working import Setting
from drafter.store.library import Library
from tests.builders import a_change_of, a_position

library = Library.open(Path(sys.argv[1]))
number = int(sys.argv[2])
before = Setting(name="count", value=library.setting("count") or "0")
if library.setting("count") is None:
    library.apply(Change.of("Count", added(before)))
while True:
    number += 1
    after = replace(before, value=str(number))
    position = a_position(f"Text of {number}", title=f"Title {number}")
    wording, facts = position.current.wording, position.facts
    library.apply(Change.of("Write", (*changed(before, after), *added(wording, facts))))
    before = after
    print(number, flush=True)
"""


def killed_while_writing(file, number, seconds):
    """Write until killed; the last number that was acknowledged."""
    command = [sys.executable, "-c", WRITE, str(file), str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - this Python
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        time.sleep(seconds)
        process.kill()
        lines += process.stdout.read().splitlines()
    return max((int(line) for line in lines if line.strip()), default=number)


def check_after(file, acknowledged):
    with Library.open(file) as library:
        written = int(library.setting("count") or 0)
        assert written in (acknowledged, acknowledged + 1)
        assert len(library.entries()) == written
        assert len(library.search("text", limit=100_000)) == written
        assert checking.check(library) == ()
    return written


@pytest.mark.parametrize("kills", [4, pytest.param(150, marks=pytest.mark.long)])
@pytest.mark.timeout(1200)
def test_what_was_acknowledged_survives_every_kill(file, kills):
    written = 0
    for _ in range(kills):
        acknowledged = killed_while_writing(file, written, random.uniform(0, 0.15))  # noqa: S311 - no secret
        assert acknowledged > written
        written = check_after(file, acknowledged)
