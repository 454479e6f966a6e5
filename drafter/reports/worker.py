"""The parent's side of the worker: a reading or a picture in a process of its own, which may crash alone."""

import ctypes
import logging
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import msgspec

from drafter.domain.errors import BadInput, NotAReport, TooLarge
from drafter.domain.progress import Progress, silent
from drafter.domain.records.page_words import PageWords
from drafter.domain.records.reports import Reading, Recommendation
from drafter.reports import frames
from drafter.reports.process_bounds import Limits, job_for

_log = logging.getLogger(__name__)
_TICK = 0.05
"""Seconds between two looks at whether the officer has stopped it."""
_BOUNDED = {-signal.SIGKILL, -signal.SIGXCPU} if sys.platform != "win32" else set()
"""How a process ends that the system stops for its use of memory or time."""
_CRASHED = (
    "This file made the reader stop. Download it again, or save it anew as PDF or Word; "
    "if that does not help, paste its text."
)


def worker_command() -> list[str]:
    """How it is started: the hidden command of the frozen program, or the module in the source tree."""
    if getattr(sys, "frozen", False):
        name = "drafter.exe" if sys.platform == "win32" else "drafter"
        return [str(Path(sys.executable).with_name(name)), "worker"]
    # -P: whatever lies in the folder that the command line was started in is not ours to import
    return [sys.executable, "-P", "-m", "drafter.reports.worker_entry"]


def read_in_worker(path: Path, *, progress: Progress = silent, limits: Limits | None = None) -> Reading:
    """Read a report in a process of its own. Raises what `read` raises, or Cancelled when progress does."""
    try:
        with _Worker(limits or Limits()) as worker:
            answer = worker.ask(frames.ReadFile(str(path.absolute())), progress)
    except _Gone as gone:
        raise gone.as_error() from gone
    if isinstance(answer, frames.Finished):
        return answer.reading
    raise NotAReport(_CRASHED)


def find_alike_in_worker(
    path: Path,
    wanted: Recommendation,
    found: tuple[Recommendation, ...],
    *,
    progress: Progress = silent,
    limits: Limits | None = None,
) -> tuple[Recommendation, ...]:
    """What is like one item of a file, in a process of its own. Raises what reading the file raises."""
    try:
        with _Worker(limits or Limits()) as worker:
            answer = worker.ask(frames.FindAlike(str(path.absolute()), wanted, found), progress)
    except _Gone as gone:
        raise gone.as_error() from gone
    if isinstance(answer, frames.FoundAlike):
        return answer.found
    raise NotAReport(_CRASHED)


class PageRenderer:
    """Draws pages and finds their words in a process that keeps the document open between them.

    It is started anew after a crash. Safe from any thread; one question at a time.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits(seconds=20.0, cpu_seconds=20)
        self._worker: _Worker | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def render_page(self, path: Path, page: int, *, width: int, progress: Progress = silent) -> bytes:
        """The page (1-based) as PNG."""
        answer = self._answer(frames.RenderPage(str(path.absolute()), page, width), progress)
        if isinstance(answer, frames.Rendered):
            return answer.png
        raise NotAReport(_CRASHED)

    def words_of_page(self, path: Path, page: int, *, progress: Progress = silent) -> PageWords:
        """The words of the page (1-based) and where they stand."""
        answer = self._answer(frames.FindWords(str(path.absolute()), page), progress)
        if isinstance(answer, frames.FoundWords):
            return answer.words
        raise NotAReport(_CRASHED)

    def _answer(self, request: frames.Question, progress: Progress) -> frames.Answer:
        with self._lock:
            try:
                return self._ask(request, progress)
            except _Gone as gone:
                raise gone.as_error() from gone

    def _ask(self, request: frames.Question, progress: Progress) -> frames.Answer:
        """Once more, in a fresh process, where one that had drawn before has gone."""
        if self._worker is not None:
            try:
                return self._worker.ask(request, progress)
            except _Gone:
                self._stop()
        self._worker = _Worker(self._limits)
        return self._worker.ask(request, progress)

    def close(self) -> None:
        """End the process. The next page starts another."""
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None


class _Gone(Exception):
    """The process has ended before it answered."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self._code = code

    def as_error(self) -> BadInput:
        """For the officer: it was stopped by a bound, or it crashed."""
        if self._code in _BOUNDED:
            return TooLarge(
                "This file takes more time or memory than Drafter gives it. Save the part you need."
            )
        return NotAReport(_CRASHED)


class _Worker:
    """One worker process and what it answers."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            worker_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._job = _job(self._process, limits)
        self._answers: queue.SimpleQueue[frames.Answer | None] = queue.SimpleQueue()
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("The worker was started without its pipes.")
        self._stdin = stdin
        self._reader = threading.Thread(target=_collect, args=(stdout, self._answers), daemon=True)
        self._reader.start()
        self._say(frames.Bounds(limits.memory, limits.cpu_seconds))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, request: frames.Question, progress: Progress) -> frames.Answer:
        """The answer to one request. Whatever goes wrong, the process is dead afterwards."""
        self._say(request)
        try:
            answer = self._await(progress)
        except BaseException:
            self.close()
            raise
        if isinstance(answer, frames.Failed):
            raise frames.as_error(answer)
        return answer

    def _await(self, progress: Progress) -> frames.Answer:
        deadline = time.monotonic() + self._limits.seconds
        done = total = 0
        while time.monotonic() < deadline:
            progress(done, total)
            try:
                answer = self._answers.get(timeout=_TICK)
            except queue.Empty:
                continue
            if answer is None:
                self._process.wait()
                raise _Gone(self._process.returncode)
            if not isinstance(answer, frames.Progressed):
                return answer
            done, total = answer.done, answer.total
        raise TooLarge(
            f"Reading this file took longer than {self._limits.seconds:.0f} seconds and was stopped. Save "
            f"the part you need."
        )

    def close(self) -> None:
        """Kill the process and wait for its end."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        with suppress(OSError):  # what was still to be written to a process that is gone
            self._stdin.close()
        if self._job:
            _kernel().CloseHandle(ctypes.c_void_p(self._job))
            self._job = 0

    def _say(self, request: frames.Request) -> None:
        try:
            frames.send(self._stdin, request)
        except (OSError, ValueError) as error:
            self.close()
            raise _Gone(self._process.returncode) from error


def _collect(stream: IO[bytes], answers: "queue.SimpleQueue[frames.Answer | None]") -> None:
    """Put what the worker says in the queue; None when it has ended."""
    with stream:
        try:
            while (answer := frames.next_answer(stream)) is not None:
                answers.put(answer)
        except msgspec.DecodeError:
            _log.warning("a worker spoke out of turn")
    answers.put(None)


def _kernel() -> Any:  # noqa: ANN401 - kernel32 has no static type
    return getattr(ctypes, "windll").kernel32  # noqa: B009 - ctypes.windll exists on Windows alone


def _job(process: "subprocess.Popen[bytes]", limits: Limits) -> int:
    """The Windows job that bounds the process; elsewhere it bounds itself."""
    if sys.platform != "win32":
        return 0
    return job_for(int(process._handle), limits, _kernel())  # noqa: SLF001 - Popen has no public handle
