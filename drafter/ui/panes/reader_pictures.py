"""Pages from the reading process, pictures and words: one question at a time, the newest wish first."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from drafter.domain.errors import DrafterError
from drafter.domain.printed import Printed
from drafter.domain.progress import Progress
from drafter.domain.records.page_words import PageWords
from drafter.services.pages import Pages
from drafter.ui.jobs import Job, Jobs, Worker

_log = logging.getLogger(__name__)
_KEPT = 8
"""A page at 200 % takes some 9 MB."""
_KEPT_WORDS = 24
"""A page of words takes some 200 kB."""


@dataclass(frozen=True, slots=True)
class _Question:
    """A page's picture so many pixels wide, or its words."""

    page: int
    width: int | None


class PagePictures(QObject):
    """`drawn` comes with the page and its picture, `failed` with the page that cannot be drawn and why."""

    drawn = Signal(int, QImage)
    failed = Signal(int, str)
    worded = Signal(int)
    """The words of a page are there; a page whose words cannot be found has none."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None, *, with_words: bool = False) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._with_words = with_words
        self._pages: Pages | None = None
        self._left: list[Pages] = []
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._words: OrderedDict[int, Printed] = OrderedDict()
        self._wanted: list[_Question] = []
        self._asked: tuple[Pages, _Question] | None = None
        self._job: Job | None = None
        self._count = 0

    def turn_to(self, pages: Pages | None, count: int = 0) -> None:
        """Another document, or none; the one before is closed beside the window."""
        self._stop()
        if self._pages is not None and self._pages is not pages:
            self._left.append(self._pages)
            closing = self._jobs.start(_closing(tuple(self._left)), on=Worker.FILES)
            closing.succeeded.connect(self._on_closed)
        self._pages, self._count = pages, count
        self._kept.clear()
        self._words.clear()

    def close(self) -> None:
        """The window goes: end the processes that draw, also those whose end was still to come."""
        self._stop()
        for each in (*self._left, self._pages):
            if each is not None:
                each.close()
        self._left.clear()
        self._pages = None

    def ask(self, page: int, width: int) -> QImage | None:
        """The picture where there is one, be it of another width until the right one has been drawn.

        Its words are asked for too where they are wanted, then the pages beside it.
        """
        if self._pages is not None:
            near = [page, *(each for each in (page + 1, page - 1) if 1 <= each <= self._count)]
            wanted = [_Question(each, asked) for each in near for asked in self._kinds(width)]
            self._wanted = [each for each in wanted if not self._has(each)]
            self._leave_what_went_by(near)
            self._next()
        return self._kept.get(page)

    def words(self, page: int) -> Printed | None:
        """The words of a page where they are there by now."""
        return self._words.get(page)

    def _kinds(self, width: int) -> tuple[int | None, ...]:
        return (width, None) if self._with_words else (width,)

    def _has(self, question: _Question) -> bool:
        """It has been answered, or is being answered."""
        page, width = question.page, question.width
        if self._job is not None and not self._job.is_cancelled and question == self._question():
            return True
        if width is None:
            return page in self._words
        return page in self._kept and self._kept[page].width() == width

    def _stop(self) -> None:
        self._wanted.clear()
        if self._job is not None:
            self._job.cancel()

    def _leave_what_went_by(self, near: list[int]) -> None:
        """Words of a page that is no longer near are not waited for."""
        if self._job is None or self._asked is None:
            return
        asked = self._asked[1]
        if asked.width is None and asked.page not in near:
            self._job.cancel()

    def _next(self) -> None:
        if self._asked is not None or self._pages is None or not self._wanted:
            return
        question = self._wanted.pop(0)
        self._asked = (self._pages, question)
        self._job = self._jobs.start(_answering(self._pages, question), on=Worker.FILES)
        self._job.succeeded.connect(self._on_answered)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)

    def _question(self) -> _Question | None:
        """What was asked, if it was of this document."""
        return self._asked[1] if self._asked is not None and self._asked[0] is self._pages else None

    def _on_answered(self, answer: QImage | Printed) -> None:
        question = self._question()
        if question is None:
            return
        if isinstance(answer, Printed):
            self._keep_words(answer)
            return
        self._kept.pop(question.page, None)
        self._kept[question.page] = answer
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.drawn.emit(question.page, answer)

    def _keep_words(self, words: Printed) -> None:
        self._words[words.page] = words
        while len(self._words) > _KEPT_WORDS:
            self._words.popitem(last=False)
        self.worded.emit(words.page)

    def _on_failed(self, error: DrafterError) -> None:
        question = self._question()
        if question is None:
            return
        if question.width is not None:
            self.failed.emit(question.page, error.sentence)
            return
        _log.warning("the words of page %d could not be found", question.page)
        self._keep_words(Printed(PageWords(page=question.page, width=1.0, height=1.0)))

    def _on_closed(self, closed: tuple[Pages, ...]) -> None:
        self._left = [each for each in self._left if each not in closed]

    def _on_ended(self) -> None:
        self._asked = self._job = None
        self._next()


def _answering(pages: Pages, question: _Question) -> Callable[[Progress], QImage | Printed]:
    def work(progress: Progress) -> QImage | Printed:
        if question.width is None:
            return Printed(pages.words(question.page, progress=progress))
        return QImage.fromData(pages.picture(question.page, width=question.width, progress=progress))

    return work


def _closing(left: tuple[Pages, ...]) -> Callable[[Progress], tuple[Pages, ...]]:
    def work(_progress: Progress) -> tuple[Pages, ...]:
        for each in left:
            each.close()
        return left

    return work
