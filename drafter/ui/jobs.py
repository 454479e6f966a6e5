"""Work that takes long: it runs beside the window, says how far it is, and can be cancelled."""

import logging
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import Enum

from PySide6.QtCore import QCoreApplication, QMetaMethod, QObject, Qt, Signal

from drafter.domain.errors import Cancelled, DrafterError
from drafter.domain.progress import Progress, cancellable
from drafter.ui.sweeping import Sweeper

_log = logging.getLogger(__name__)

Work = Callable[[Progress], object]

SWITCH_SECONDS = 0.0005
"""So soon a worker lets the window go on: at Python's own 5 ms a key waits that long at each call."""

STEP_SECONDS = 0.05
"""Progress is told no more often than this: a quick loop would drown the window in it."""


class Worker(Enum):
    """Who does it: the store's one thread for all that writes or answers a key, the others for files.

    The index of likeness has a thread of its own: what is built there for seconds holds up no search.
    """

    STORE = 1
    FILES = 2
    LIKENESS = 3


class Job(QObject):
    """One piece of work. Its signals arrive on the window's thread, and `ended` always comes last."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(DrafterError)
    """With a sentence to show. Where nobody listens the window's banner shows it."""
    cancelled = Signal()
    ended = Signal()

    _stepped = Signal(int, int)
    _finished = Signal(object, object)

    def __init__(self, work: Work, *, label: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._work = work
        self._stop = threading.Event()
        self._told = 0.0
        self._stepped.connect(self._on_step, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._on_finish, Qt.ConnectionType.QueuedConnection)

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def run(self) -> None:
        """Do the work; called on a worker's thread. Whatever it raises is carried to the window."""
        progress = cancellable(self._report, self._stop.is_set)
        try:
            progress(0, 0)
            result = self._work(progress)
        except Exception as error:  # noqa: BLE001 - nothing may be lost in a thread: _on_finish sorts it
            self._finished.emit(None, error)
        else:
            self._finished.emit(result, None)

    def _report(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now - self._told >= STEP_SECONDS:
            self._told = now
            self._stepped.emit(done, total)

    def _on_step(self, done: int, total: int) -> None:
        if not self.is_cancelled:
            self.progressed.emit(done, total)

    def _on_finish(self, result: object, error: Exception | None) -> None:
        self._work = _nothing  # let go here: what it holds of the window must not end on a worker's thread
        try:
            self._tell(result, error)
        finally:
            self.ended.emit()

    def _tell(self, result: object, error: Exception | None) -> None:
        match error:
            case None:  # also where a wish to stop came too late: the work is done
                self.succeeded.emit(result)
            case Cancelled():
                self.cancelled.emit()
            case DrafterError() if self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
                self.failed.emit(error)
            case _:
                sys.excepthook(type(error), error, error.__traceback__)


def _nothing(_progress: Progress) -> None:
    pass


class Jobs(QObject):
    """Starts jobs, keeps them while they run, and ends them all when the window goes."""

    started = Signal(Job)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_SECONDS)
        self._is_closed = False
        self._running: dict[Job, Future[None]] = {}
        self._sweeper = Sweeper(self)
        self._workers = {
            Worker.STORE: ThreadPoolExecutor(1, thread_name_prefix="store"),
            Worker.FILES: ThreadPoolExecutor(2, thread_name_prefix="files"),
            Worker.LIKENESS: ThreadPoolExecutor(1, thread_name_prefix="likeness"),
        }

    @property
    def running(self) -> tuple[Job, ...]:
        return tuple(self._running)

    def start(self, work: Work, *, on: Worker, label: str = "") -> Job:
        """Begin as soon as the worker is free. Connect to the job's signals at once, in the same function.

        With a label ("Reading the report") the window's status line shows it and can stop it.
        """
        job = Job(work, label=label, parent=QCoreApplication.instance())
        if self._is_closed:
            job.cancel()
            return job
        job.ended.connect(self._forget)
        self._running[job] = self._workers[on].submit(job.run)
        self.started.emit(job)
        return job

    def close(self) -> None:
        """Cancel what runs, wait for its next step, start nothing more, and tell nobody: the window goes."""
        self._is_closed = True
        for job in self._running:
            job.cancel()
            job.blockSignals(True)
        for worker in self._workers.values():
            worker.shutdown(wait=True, cancel_futures=True)
        for job in self._running:
            job.deleteLater()
        self._running.clear()
        self._sweeper.stop()

    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            wait([self._running.pop(job)])  # the worker may still be inside the signal that brought us here
            job.deleteLater()
