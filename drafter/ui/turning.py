"""Undo and redo of very many edits: written beside the window, which waits and can stop it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from drafter.domain.changes import Change
from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.store.library import Library
from drafter.ui.dialogs.wait import WaitDialog
from drafter.ui.jobs import Jobs, Worker


class Turner(QObject):
    """For history. Stopped half-way nothing is written, and the step stays where it was."""

    def __init__(self, library: Library, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._window = window

    def turn(self, change: Change, then: Callable[[Change | DrafterError], object]) -> None:
        """Write it, then tell what was written or why not."""
        work = partial(_apply, self._library, change)
        job = self._jobs.start(work, on=Worker.STORE, label=f"Writing {len(change.edits):,} changes")
        job.succeeded.connect(then)
        job.failed.connect(then)
        WaitDialog(job, self._window).open()


def _apply(library: Library, change: Change, progress: Progress) -> Change:
    return library.apply(change, progress=progress)
