"""Printing from the export window: wait for the exact pages, draw them, ask for a printer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.exact_pages import ExactPages, pictures
from drafter.ui.export.printing import print_pictures
from drafter.ui.jobs import Jobs, Worker


class PagePrinter(QObject):
    """`wait` before the pages are asked for, `take` when they are there."""

    failed = Signal(str)
    printed = Signal(int)
    """So many pages went to the printer."""

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._window = jobs, window
        self._is_waiting = False
        self._pictures: tuple[bytes, ...] = ()

    def wait(self) -> None:
        self._is_waiting = True

    def forget(self) -> None:
        self._is_waiting = False

    def take(self, exact: ExactPages) -> None:
        """The pages are there; nothing is done with them unless somebody waits to print."""
        if not self._is_waiting:
            return
        self._is_waiting = False
        job = self._jobs.start(_drawing(exact), on=Worker.FILES, label="Drawing the pages")
        job.succeeded.connect(self._ask)
        job.failed.connect(self._on_failed)

    def _ask(self, drawn: tuple[bytes, ...]) -> None:
        self._pictures = drawn
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, len(drawn))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setWindowTitle("Print")
        if dialog.exec():  # the system's own dialogs for printers know no other way
            self.print_to(printer)
        dialog.deleteLater()

    def print_to(self, printer: QPrinter) -> None:
        """Send the pages there."""
        self.printed.emit(print_pictures(printer, self._pictures))

    def _on_failed(self, error: DrafterError) -> None:
        self.failed.emit(error.sentence)


def _drawing(exact: ExactPages) -> Callable[[Progress], tuple[bytes, ...]]:
    def work(progress: Progress) -> tuple[bytes, ...]:
        return pictures(exact, progress)

    return work
