"""Exact pages in the window: made by Word or LibreOffice beside it, shown as pictures, kept as a PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from drafter.domain.composing import Composition
from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.exact_pages import Dress, ExactPages, exact_pages
from drafter.services.office import Office
from drafter.ui.export.sheets import A4
from drafter.ui.jobs import Job, Jobs, Worker
from drafter.ui.panes.reader_pictures import PagePictures
from drafter.ui.schemes import LIGHT


class ExactSheets(QObject):
    """The pages as pictures: each is drawn when it comes into sight."""

    grown = Signal()

    def __init__(
        self, exact: ExactPages, jobs: Jobs, size: QSizeF = A4, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._exact, self._usual = exact, size
        self._sizes: dict[int, QSizeF] = {}
        self._pictures = PagePictures(jobs, self)
        self._pictures.turn_to(exact.pages)
        self._pictures.drawn.connect(self._on_drawn)

    @property
    def count(self) -> int:
        return self._exact.count

    def size(self, page: int) -> QSizeF:
        return self._sizes.get(page, self._usual)

    def paint(self, painter: QPainter, page: int, target: QRectF) -> None:
        width = round(target.width() * painter.device().devicePixelRatioF())
        picture = self._pictures.ask(page + 1, width)
        if picture is not None:
            painter.drawImage(target, picture)
            return
        painter.setPen(QColor(LIGHT.soft))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(target.adjusted(24, 48, -24, -24), top, "Drawing the page…")

    def close(self) -> None:
        """Let go of the pages, their file and the process that draws them."""
        self._pictures.turn_to(None)

    def _on_drawn(self, page: int, picture: QImage) -> None:
        """A page turned on its side says so only now."""
        usual = self._usual
        is_wide = picture.width() > picture.height()
        if is_wide != (usual.width() > usual.height()):
            self._sizes[page - 1] = usual.transposed()
        self.grown.emit()


class ExactMaker(QObject):
    """Makes pages, one wish at a time; what was made last is kept until something else is chosen."""

    made = Signal(ExactPages)
    failed = Signal(str)
    stopped = Signal()
    """She stopped it."""

    def __init__(self, jobs: Jobs, by: Office | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self.office = jobs, by
        self._key: tuple[Composition, Dress] | None = None
        self._exact: ExactPages | None = None
        self.sheets: ExactSheets | None = None
        """What was made last, to be looked at."""
        self._job: Job | None = None

    def make(self, composition: Composition, dress: Dress) -> Job | None:
        """Begin, and hear of it by `made`; at once where the very same was made last. Give the job back."""
        if self.office is None:
            return None
        if self._exact is not None and self._key == (composition, dress):
            self.made.emit(self._exact)
            return None
        self.forget()
        self._key = (composition, dress)
        work = _making(composition, dress, self.office)
        job = self._job = self._jobs.start(
            work, on=Worker.FILES, label=f"Asking {self.office.name} for pages"
        )
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(self._on_ended)
        return job

    def forget(self) -> None:
        """What was made is no longer true; what is being made need not be finished."""
        if self._job is not None:
            self._job.cancel()
        self._key = self._job = None
        if self.sheets is not None:
            self.sheets.close()
            self.sheets.deleteLater()
        self._exact = self.sheets = None

    def _on_made(self, exact: ExactPages) -> None:
        if self.sender() is not self._job:  # something else was chosen when it was all but done
            self._jobs.start(_closing(exact), on=Worker.FILES)
            return
        self._exact, self.sheets = exact, ExactSheets(exact, self._jobs, parent=self)
        self.made.emit(exact)

    def _on_failed(self, error: DrafterError) -> None:
        if self.sender() is self._job:
            self._key = None
            self.failed.emit(error.sentence)

    def _on_cancelled(self) -> None:
        if self.sender() is self._job:  # by her, not because something else was chosen
            self._key = None
            self.stopped.emit()

    def _on_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None


def _making(composition: Composition, dress: Dress, by: Office) -> Callable[[Progress], ExactPages]:
    def work(progress: Progress) -> ExactPages:
        return exact_pages(composition, dress, by=by, progress=progress)

    return work


def _closing(exact: ExactPages) -> Callable[[Progress], None]:
    def work(_progress: Progress) -> None:
        exact.pages.close()

    return work


def keeping(exact: ExactPages, target: Path) -> Callable[[Progress], Path]:
    """The work of writing the PDF where she wants it."""

    def work(_progress: Progress) -> Path:
        exact.save(target)
        return target

    return work
