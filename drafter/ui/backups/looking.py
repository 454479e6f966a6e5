"""A backup that is looked into: read beside the window, one at a time, and closed again."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.backups import Item, compared, contents, is_whole
from drafter.store.backup import Backup, look_into
from drafter.store.library import Library
from drafter.ui.jobs import Job, Jobs, Work, Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A copy of a backup in memory, and what is in it."""

    backup: Backup
    copy: Library
    items: tuple[Item, ...]


class Looking(QObject):
    """Opens one backup after another; what is no longer wanted is let go of."""

    opened = Signal(object)
    """Opened"""
    told = Signal(object)
    """The items of the opened one (Item, ...), each with what became of it since."""
    failed = Signal(DrafterError)
    checked = Signal(object, bool)
    """Path, and whether it is whole."""
    started = Signal(Job)

    def __init__(self, jobs: Jobs, present: Library | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._present = present
        self._job: Job | None = None
        self._checking: Job | None = None
        self._wanted: Backup | None = None
        self._open: Opened | None = None

    @property
    def open(self) -> Opened | None:
        return self._open

    def look(self, backup: Backup) -> None:
        """Open this one; `opened` or `failed` tells."""
        self._stop()
        self._let_go()
        self._wanted = backup

        def work(progress: Progress) -> Opened:
            copy = look_into(backup.path)
            try:
                progress(0, 0)
                return Opened(backup=backup, copy=copy, items=contents(copy))
            except BaseException:
                copy.close()
                raise

        job = self._start(work, label="Opening the backup")
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_failed)

    def compare(self) -> None:
        """Tell what became of everything since, where there is a library now."""
        opened, present = self._open, self._present
        if opened is None or present is None:
            return

        def work(progress: Progress) -> tuple[Backup, tuple[Item, ...]]:
            return opened.backup, compared(opened.items, opened.copy, present, progress)

        job = self._start(work, label="Comparing with your library")
        job.succeeded.connect(self._on_compared)

    def check(self, path: Path) -> None:
        """See whether a backup is whole, one at a time; `checked` tells."""
        if self._checking is not None:
            return
        self._checking = self._jobs.start(lambda _progress: (path, is_whole(path)), on=Worker.FILES)
        self._checking.succeeded.connect(self._on_checked)

    def close(self) -> None:
        self._stop()
        self._wanted = None
        if self._checking is not None:
            self._checking.cancel()
        self._let_go()

    def _start(self, work: Work, *, label: str) -> Job:
        # Not the store's worker: it keeps what she types meanwhile. Every question to the library is short.
        job = self._jobs.start(work, on=Worker.FILES)
        job.label = label
        self._job = job
        job.ended.connect(self._on_ended)
        self.started.emit(job)
        return job

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _let_go(self) -> None:
        if self._open is not None:
            self._open.copy.close()
            self._open = None

    def _on_opened(self, done: Opened) -> None:
        if done.backup is not self._wanted:
            done.copy.close()
            return
        self._open = done
        self.checked.emit(done.backup.path, True)
        self.opened.emit(done)
        self.compare()

    def _on_failed(self, error: DrafterError) -> None:
        if self.sender() is self._job:
            self.failed.emit(error)

    def _on_compared(self, done: tuple[Backup, tuple[Item, ...]]) -> None:
        backup, items = done
        if self._open is not None and self._open.backup is backup:
            self.told.emit(items)

    def _on_checked(self, done: tuple[Path, bool]) -> None:
        self._checking = None
        path, whole = done
        self.checked.emit(path, whole)

    def _on_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
