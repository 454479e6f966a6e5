"""Positions from files and into files, as jobs that can be stopped."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from drafter.domain.progress import Progress
from drafter.services.arriving import Imported
from drafter.services.importing import add_positions
from drafter.services.library_csv import write_library_csv
from drafter.services.library_files import write_library_json
from drafter.ui.jobs import Worker
from drafter.ui.workplace import Workplace

_WRITERS = {".json": write_library_json, ".csv": write_library_csv}


class LibraryFiles(QObject):
    """What came in can be undone as one step."""

    added = Signal()

    def __init__(self, workplace: Workplace, pane: QWidget) -> None:
        super().__init__(pane)
        self._place = workplace
        self._pane = pane

    def choose_to_add(self) -> None:
        dialog = QFileDialog(self._pane, "Add positions from files", "")
        dialog.setNameFilter("Positions and past responses (*.json *.csv *.docx)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._add_all)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_all(self, files: list[str]) -> None:
        for name in files:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Bring one file in; the window says what came and what was there."""
        library, by = self._place.library, self._place.by

        def work(_progress: Progress) -> Imported:
            return add_positions(library, path, by=by)

        job = self._place.jobs.start(work, on=Worker.STORE, label=f"Adding {path.name}")
        job.succeeded.connect(self._on_added)

    def _on_added(self, done: Imported) -> None:
        history = self._place.history
        if done.change is not None:
            history.record(done.change, stack=history.library_stack)
        self._place.notices.say(done.sentence)
        self.added.emit()

    def choose_to_write(self) -> None:
        dialog = QFileDialog(self._pane, "Write the library to a file", "library.json")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Everything (*.json)", "Current words, for a spreadsheet (*.csv)"])
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, name: str) -> None:
        """Write all positions, in the form that the name's ending says."""
        path = Path(name)
        job = self._place.jobs.start(self._work(path), on=Worker.STORE, label=f"Writing {path.name}")
        job.succeeded.connect(self._on_written)

    def _work(self, path: Path) -> Callable[[Progress], tuple[int, Path]]:
        library, writer = self._place.library, _WRITERS.get(path.suffix.casefold(), write_library_json)

        def work(_progress: Progress) -> tuple[int, Path]:
            return writer(library, path), path

        return work

    def _on_written(self, done: tuple[int, Path]) -> None:
        count, path = done
        folder = QUrl.fromLocalFile(str(path.parent))
        self._place.notices.say(
            f"Wrote {count} positions to “{path.name}”.",
            offer="Show the folder",
            act=partial(QDesktopServices.openUrl, folder),
        )
