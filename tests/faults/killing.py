"""Killing a Drafter in the midst of its work: it begins a deed, and is gone at a moment that nobody chose."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.faults.places import Acknowledged, acknowledgements

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds within which a deed must have begun, on whatever machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """What a Drafter had acknowledged when it was killed, and when that was."""

    folder: Path
    acknowledged: tuple[Acknowledged, ...]
    at: float

    @property
    def begun_with(self) -> int:
        return self.acknowledged[0].number

    @property
    def last(self) -> int:
        return self.acknowledged[-1].number


class Killer:
    """Begins deeds in children of one process that has loaded everything once."""

    def __init__(self, orders: IO[str], children: IO[str]) -> None:
        self._orders, self._children = orders, children

    def kill(self, deed: str, folder: Path, *, after: tuple[float, float]) -> Killed:
        """Begin a deed and kill it, so many seconds (between these two) after it had begun."""
        (only,) = self.kill_all(deed, [folder], after=after)
        return only

    @contextmanager
    def doing(self, deed: str, folder: Path) -> Iterator[int]:
        """A deed that has begun and goes on until the end; the process's id."""
        child, _, before = self._begin(deed, folder)
        _wait_until_begun(child, folder, before)
        try:
            yield child
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            wait_until_gone(child)

    def kill_all(
        self, deed: str, folders: Sequence[Path], *, after: tuple[float, float]
    ) -> tuple[Killed, ...]:
        """Likewise in several folders at the same time."""
        begun = [self._begin(deed, folder) for folder in folders]
        for child, folder, before in begun:
            _wait_until_begun(child, folder, before)
        moments = sorted(
            (time.monotonic() + random.uniform(*after), child)  # noqa: S311 - no secret
            for child, _, _ in begun
        )
        times = {}
        for moment, child in moments:
            time.sleep(max(0.0, moment - time.monotonic()))
            times[child] = time.monotonic()
            os.kill(child, signal.SIGKILL)
        for child, _, _ in begun:
            wait_until_gone(child)
        return tuple(
            Killed(folder=folder, acknowledged=acknowledgements(folder)[before:], at=times[child])
            for child, folder, before in begun
        )

    def _begin(self, deed: str, folder: Path) -> tuple[int, Path, int]:
        before = len(acknowledgements(folder))
        self._orders.write(json.dumps({"deed": deed, "folder": str(folder)}) + "\n")
        self._orders.flush()
        return int(self._children.readline()), folder, before


@contextmanager
def a_killer() -> Iterator[Killer]:
    """The process that begins deeds, for as long as it is needed."""
    command = [sys.executable, "-m", "tests.faults.deeds"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:  # noqa: S603 - this Python
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Killer(process.stdin, process.stdout)
        finally:
            process.kill()


def _wait_until_begun(child: int, folder: Path, before: int) -> None:
    end = time.monotonic() + PATIENCE
    while len(acknowledgements(folder)) <= before:
        assert _is_there(child), f"It ended by itself: {_said(folder)}"
        assert time.monotonic() < end, f"It did not begin: {_said(folder)}"
        time.sleep(0.005)


def wait_until_gone(child: int) -> None:
    while _is_there(child):
        time.sleep(0.001)


def _is_there(child: int) -> bool:
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return False
    return True


def _said(folder: Path) -> str:
    return (folder / "said").read_text(encoding="utf-8", errors="replace")
