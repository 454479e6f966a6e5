"""The spelling that every editor of a window follows, and how a page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextBlock, QTextDocument

from drafter.services.spelling import Speller
from drafter.ui.text.fields import field_spans
from drafter.ui.text.ground import boxes, scale_of, visible_blocks

_MOST_KEPT = 4000
"""So many paragraphs are remembered with their mistakes; then it begins anew."""
_WAVE = 2.0
"""Half a wave, in pixels at 100 %."""
_ONE_UNIT = "\uffff"
"""Up to here a character is one UTF-16 unit."""

Span = tuple[int, int]


class Spelling(QObject):
    """Without a dictionary, or switched off, it finds no mistakes."""

    changed = Signal()
    """Other words are right now: pages are painted anew."""
    learned = Signal(str)
    """She wants this word to count as right from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speller: Speller | None = None
        self._is_on = True
        self._seen: dict[str, tuple[Span, ...]] = {}

    @property
    def is_there(self) -> bool:
        """Whether there is a dictionary to ask."""
        return self._speller is not None

    def take(self, speller: Speller | None) -> None:
        self._speller = speller
        self._renew()

    def switch(self, *, on: bool) -> None:
        if on != self._is_on:
            self._is_on = on
            self._renew()

    def _renew(self) -> None:
        self._seen.clear()
        self.changed.emit()

    def mistakes(self, text: str) -> tuple[Span, ...]:
        """What is wrong in a paragraph, from and to in UTF-16 units, as Qt counts."""
        if self._speller is None or not self._is_on:
            return ()
        if text not in self._seen:
            if len(self._seen) >= _MOST_KEPT:
                self._seen.clear()
            found = self._speller.mistakes(text)
            is_plain = text.isascii() or max(text) <= _ONE_UNIT
            self._seen[text] = found if is_plain else tuple(_in_units(text, each) for each in found)
        return self._seen[text]

    def suggestions(self, word: str) -> tuple[str, ...]:
        return self._speller.suggestions(word) if self._speller is not None else ()


def _in_units(text: str, span: Span) -> Span:
    start, end = (len(text[:each].encode("utf-16-le", "surrogatepass")) // 2 for each in span)
    return start, end


def mistakes_in(block: QTextBlock, spelling: Spelling) -> Iterator[Span]:
    """What is wrong in a block, from and to in its own positions; what stands in a merge field never is."""
    found = spelling.mistakes(block.text())
    filled = field_spans(block) if found else ()
    for start, end in found:
        if not any(first <= start < last for first, last in filled):
            yield start, end


def mistake_at(document: QTextDocument, position: int, spelling: Spelling) -> Span | None:
    """The wrong word that a position touches, from and to in the document."""
    block = document.findBlock(position)
    inside = position - block.position()
    for start, end in mistakes_in(block, spelling):
        if start <= inside <= end:
            return block.position() + start, block.position() + end
    return None


def mistake_after(document: QTextDocument, position: int, spelling: Spelling) -> Span | None:
    """The next wrong word that begins at a position or later, round the end where need be."""
    begun = block = document.findBlock(position)
    least = position
    for _ in range(document.blockCount() + 1):
        for start, end in mistakes_in(block, spelling):
            if block.position() + start >= least:
                return block.position() + start, block.position() + end
        block = block.next() if block.next().isValid() else document.firstBlock()
        least = 0
    return next(
        ((begun.position() + start, begun.position() + end) for start, end in mistakes_in(begun, spelling)),
        None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """What to mark as wrong, and how; not the word that ends where she types."""

    spelling: Spelling
    colour: QColor
    typing: int = -1


def paint_mistakes(painter: QPainter, document: QTextDocument, area: QRectF, marking: Marking) -> None:
    """A wave under each wrong word in an area of the document."""
    painter.setPen(QPen(marking.colour, 1.2))
    wave = _WAVE * scale_of(document)
    for block, _ in visible_blocks(document, area):
        for start, end in mistakes_in(block, marking.spelling):
            if block.position() + end != marking.typing:
                for box in boxes(block, start, end):
                    line = _wave(int(box.width() / wave), wave)
                    painter.drawPath(line.translated(box.left(), box.bottom() - wave / 2))


@lru_cache(maxsize=256)
def _wave(steps: int, step: float) -> QPainterPath:
    """Made once for each width: drawing one costs little, making it much."""
    path = QPainterPath(QPointF(0, 0))
    for at in range(1, steps + 1):
        path.lineTo(at * step, -step if at % 2 else 0)
    return path
