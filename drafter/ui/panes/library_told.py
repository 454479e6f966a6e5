"""Reads what has been told from the library and writes it to files, beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from drafter.domain.progress import Progress
from drafter.services.told import About, Told, told, write_told
from drafter.services.told_document import write_told_document
from drafter.store.library import Library
from drafter.ui.dialogs.told import ToldDialog
from drafter.ui.jobs import Worker
from drafter.ui.workplace import Workplace


class ToldActs(QObject):
    """One dialog; it follows what she types by itself."""

    response_opened = Signal(str)
    position_wanted = Signal(str)

    def __init__(self, workplace: Workplace, pane: QWidget) -> None:
        super().__init__(pane)
        self._place = workplace
        self._pane = pane

    def show(self) -> None:
        self._place.history.about_to_write.emit()
        dialog = ToldDialog(self._pane)
        dialog.response_opened.connect(self.response_opened)
        dialog.position_wanted.connect(self.position_wanted)
        dialog.write_wanted.connect(self._write)
        job = self._place.jobs.start(
            partial(_read, self._place.library), on=Worker.STORE, label="Reading what went out"
        )
        job.succeeded.connect(dialog.show_all)
        dialog.open()

    def _write(self, found: tuple[Told, ...], wanted: About, path: Path) -> None:
        preferences = self._place.preferences.value

        def work(_progress: Progress) -> tuple[int, Path]:
            if path.suffix.casefold() == ".csv":
                return write_told(found, path), path
            person, template = preferences.person, preferences.template
            return write_told_document(found, path, wanted=wanted, person=person, template=template), path

        job = self._place.jobs.start(work, on=Worker.FILES, label=f"Writing {path.name}")
        job.succeeded.connect(self._on_written)

    def _on_written(self, written: tuple[int, Path]) -> None:
        many, path = written
        what = "1 row" if many == 1 else f"{many:,} rows"
        folder = QUrl.fromLocalFile(str(path.parent))
        self._place.notices.say(
            f"Wrote {what} to “{path.name}”.",
            offer="Show the folder",
            act=partial(QDesktopServices.openUrl, folder),
        )


def _read(library: Library, progress: Progress) -> tuple[Told, ...]:
    return told(library, progress)
