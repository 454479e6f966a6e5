"""What is done to a library while no window has it open: brought back, moved, copied."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.backups import in_words
from drafter.services.moving import copy_elsewhere, move
from drafter.store.backup import Backup, restore
from drafter.ui.dialogs.wait import WaitDialog
from drafter.ui.jobs import Jobs, Worker


class Away(QObject):
    """One thing at a time; at the end `arrived` says which library to open, and what became of it."""

    arrived = Signal(object, str, str)
    """Path, tone, sentence."""

    def __init__(self, jobs: Jobs, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._root = root
        self._from: Path | None = None

    def restore(self, backup: Backup, library: Path) -> None:
        """Put a backup in the place of a library; that is set aside."""

        def work(progress: Progress) -> tuple[Path, str]:
            when = in_words(backup.at)
            aside = restore(backup.path, library, progress=progress)
            before = f" The one before is kept beside it as “{aside.name}”." if aside is not None else ""
            return library, f"Your library is as it was {when}.{before}"

        self._do(work, library, "Bringing back your library")

    def move(self, library: Path, target: Path) -> None:
        """Move a library to another place; the old file stays under a name that says so."""

        def work(progress: Progress) -> tuple[Path, str]:
            left = move(library, target, self._root, progress=progress)
            kept = f"The old file is kept as “{left.name}” in “{left.parent}”." if left is not None else ""
            kept = kept or f"The old file is still in “{library.parent}”; delete it when you like."
            return target, f"Your library lies in “{target.parent}” now. {kept}"

        self._do(work, library, "Moving your library")

    def copy(self, library: Path, target: Path) -> None:
        """Copy a library that may only be read to where it can be written."""

        def work(_progress: Progress) -> tuple[Path, str]:
            copy_elsewhere(library, target)
            return (
                target,
                f"This is the copy in “{target.parent}”. The other is as it was, in “{library.parent}”.",
            )

        self._do(work, library, "Copying your library")

    def _do(self, work: Callable[[Progress], tuple[Path, str]], library: Path, label: str) -> None:
        self._from = library
        job = self._jobs.start(work, on=Worker.FILES, label=label)
        job.succeeded.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        WaitDialog(job).open()

    def _on_done(self, done: tuple[Path, str]) -> None:
        path, sentence = done
        self.arrived.emit(path, "good", sentence)

    def _on_failed(self, error: DrafterError) -> None:
        self.arrived.emit(self._from, "bad", error.sentence)

    def _on_cancelled(self) -> None:
        self.arrived.emit(self._from, "good", "Stopped. Your library is as it was.")
