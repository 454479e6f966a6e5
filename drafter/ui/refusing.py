"""A library that does not open: the dialog that says why, and what it offers."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.backups import kept
from drafter.services.keeping import newest_good_backup
from drafter.store.backup import Backup
from drafter.ui.backups.window import BackupsWindow, Kept
from drafter.ui.dialogs.unavailable import LibraryUnavailableDialog
from drafter.ui.jobs import Jobs, Worker


class Refusing(QObject):
    """Looks for a backup beside the dialog: reading one from end to end may take a moment."""

    again = Signal(Path)
    restore_wanted = Signal(object, object)
    """Path of the library, and the Backup."""
    read_wanted = Signal(object)
    copy_wanted = Signal(object)
    quit_wanted = Signal()

    def __init__(self, jobs: Jobs, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._root = root
        self.dialog: LibraryUnavailableDialog | None = None

    def refuse(self, library: Path, error: DrafterError) -> None:
        """Say why, and what can be done."""
        dialog = LibraryUnavailableDialog(library, error)
        self.dialog = dialog
        dialog.again.connect(self.again)
        dialog.quit_wanted.connect(self.quit_wanted)
        dialog.restore_wanted.connect(partial(self.restore_wanted.emit, library))
        dialog.read_wanted.connect(partial(self.read_wanted.emit, library))
        dialog.copy_wanted.connect(partial(self.copy_wanted.emit, library))
        dialog.backups_wanted.connect(partial(self._look, library))
        dialog.open()
        root, wants = self._root, dialog.takes_backup

        def work(_progress: Progress) -> tuple[Path, Backup | None, bool]:
            newest = newest_good_backup(library, root) if wants else None
            return library, newest, bool(kept(library, root))

        job = self._jobs.start(work, on=Worker.FILES)
        job.succeeded.connect(self._on_found)

    def _on_found(self, found: tuple[Path, Backup | None, bool]) -> None:
        library, newest, others = found
        if self.dialog is not None and self.dialog.library == library:
            self.dialog.show_backup(newest, others=others)

    def _look(self, library: Path) -> None:
        window = BackupsWindow(Kept(library=library, root=self._root), self._jobs, parent=self.dialog)
        window.restore_wanted.connect(partial(self._on_chosen, library))
        window.open()

    def _on_chosen(self, library: Path, backup: Backup) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.restore_wanted.emit(library, backup)
