"""Very many edits, done, undone or redone: written beside the window, which waits and can stop them."""

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
from drafter.ui.workplace import Workplace

AT_ONCE = 300
"""As many positions are changed while she waits; more beside the window, with progress."""


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


class Many(QObject):
    """For what is done to all that are selected: one step of the library’s stack, whatever the number."""

    def __init__(self, workplace: Workplace, pane: QWidget) -> None:
        super().__init__(pane)
        self._place = workplace
        self._pane = pane

    def do(
        self, act: Callable[..., Change], many: int, *, label: str, then: Callable[[Change], object]
    ) -> None:
        """Let a service, which takes a `progress`, act on so many, then tell what it did.

        Stopped half-way nothing is written.
        """
        history = self._place.history
        if many <= AT_ONCE:
            then(history.do(act, stack=history.library_stack))
            return

        def work(progress: Progress) -> Change:
            return act(progress=progress)

        def written(change: Change) -> None:
            history.record(change, stack=history.library_stack)
            then(change)

        history.about_to_write.emit()
        job = self._place.jobs.start(work, on=Worker.STORE, label=label)
        job.succeeded.connect(written)
        WaitDialog(job, self._pane).open()  # a click meanwhile would wait for the whole change


def _apply(library: Library, change: Change, progress: Progress) -> Change:
    return library.apply(change, progress=progress)
