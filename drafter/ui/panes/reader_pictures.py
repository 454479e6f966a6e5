"""Page pictures from the reading process: one at a time, the newest wish first, then the pages beside it."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.pages import Pages
from drafter.ui.jobs import Job, Jobs, Worker

_KEPT = 8
"""A page at 200 % takes some 9 MB."""


class PagePictures(QObject):
    """`drawn` comes with the page and its picture, `failed` with the page that cannot be drawn and why."""

    drawn = Signal(int, QImage)
    failed = Signal(int, str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pages: Pages | None = None
        self._left: list[Pages] = []
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._wanted: tuple[int, int] | None = None
        self._asked: tuple[Pages, int] | None = None
        self._job: Job | None = None
        self._count = 0
        self._near: list[tuple[int, int]] = []
        """Pages beside the one that is shown, to be drawn when nothing else is wanted."""

    def turn_to(self, pages: Pages | None, count: int = 0) -> None:
        """Another document, or none; the one before is closed beside the window."""
        self._stop()
        if self._pages is not None and self._pages is not pages:
            self._left.append(self._pages)
            self._jobs.start(_closing(tuple(self._left)), on=Worker.FILES)
        self._pages, self._count = pages, count
        self._kept.clear()
        self._near.clear()

    def close(self) -> None:
        """The window goes: end the processes that draw, also those whose end was still to come."""
        self._stop()
        for each in (*self._left, self._pages):
            if each is not None:
                each.close()
        self._left.clear()
        self._pages = None

    def ask(self, page: int, width: int) -> QImage | None:
        """The picture where there is one, be it of another width until the right one has been drawn."""
        kept = self._kept.get(page)
        if self._pages is not None:
            beside = [each for each in (page + 1, page - 1) if 1 <= each <= self._count]
            self._near = [(each, width) for each in beside if not self._has(each, width)]
            self._wanted = None if self._has(page, width) else (page, width)
            self._next()
        return kept

    def _has(self, page: int, width: int) -> bool:
        return page in self._kept and self._kept[page].width() == width

    def _stop(self) -> None:
        self._wanted = None
        self._near.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if self._asked is not None or self._pages is None:
            return
        if self._wanted is None and self._near:
            self._wanted = self._near.pop(0)
        if self._wanted is None:
            return
        (page, width), self._wanted = self._wanted, None
        self._asked = (self._pages, page)
        self._job = self._jobs.start(_drawing(self._pages, page, width), on=Worker.FILES)
        self._job.succeeded.connect(self._on_drawn)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)

    def _on_drawn(self, image: QImage) -> None:
        if self._asked is None or self._asked[0] is not self._pages:
            return
        page = self._asked[1]
        self._kept.pop(page, None)
        self._kept[page] = image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.drawn.emit(page, image)

    def _on_failed(self, error: DrafterError) -> None:
        if self._asked is not None and self._asked[0] is self._pages:
            self.failed.emit(self._asked[1], error.sentence)

    def _on_ended(self) -> None:
        self._asked = self._job = None
        self._next()


def _drawing(pages: Pages, page: int, width: int) -> Callable[[Progress], QImage]:
    def work(progress: Progress) -> QImage:
        return QImage.fromData(pages.picture(page, width=width, progress=progress))

    return work


def _closing(left: tuple[Pages, ...]) -> Callable[[Progress], None]:
    def work(_progress: Progress) -> None:
        for each in left:
            each.close()

    return work
