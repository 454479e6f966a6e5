"""A footnote in a text document: one character, drawn as its raised number."""

from bisect import bisect_left

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from drafter.ui.text.formats import NOTE_CHARACTER, NOTE_OBJECT

__all__ = ["NOTE_OBJECT", "NoteNumbers", "NoteObject"]

_RAISED = 0.72
"""The size of the number against the text round it."""


_FEW = 4


class NoteNumbers(QObject):
    """Where the footnotes of a document stand, kept by each edit's length and never by reading the whole."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._places: list[int] = []
        document.contentsChange.connect(self._move)

    @property
    def _document(self) -> QTextDocument:
        # Asked of Qt, not kept: two that hold each other are collected in no safe order.
        document = self.parent()
        assert isinstance(document, QTextDocument)  # noqa: S101 - the constructor makes it so
        return document

    def number(self, position: int) -> int:
        """The footnote's number, from 1."""
        return bisect_left(self._places, position) + 1

    @property
    def places(self) -> tuple[int, ...]:
        return tuple(self._places)

    def _move(self, position: int, removed: int, added: int) -> None:
        first = bisect_left(self._places, position)
        beyond = bisect_left(self._places, position + removed)
        found = self._found(position, position + added)
        if first == beyond and not found and first == len(self._places):
            return
        moved = [each + added - removed for each in self._places[beyond:]]
        # Qt may count the document's last separator in an edit that it did not add.
        last = found[-1] if found else -1
        kept = [each for each in moved if each > last]
        changed = len(found) != beyond - first
        self._places[first:] = [*found, *kept]
        if changed and kept:
            self._document.markContentsDirty(kept[0], kept[-1] - kept[0] + 1)

    def _found(self, start: int, end: int) -> list[int]:
        if end - start <= _FEW:
            return [at for at in range(start, end) if self._document.characterAt(at) == NOTE_CHARACTER]
        block = self._document.findBlock(start)
        places: list[int] = []
        while block.isValid() and block.position() < end:
            text = block.text()
            if NOTE_CHARACTER in text:
                places += _places(text, block.position(), start, end)
            block = block.next()
        return places


def _places(text: str, origin: int, start: int, end: int) -> list[int]:
    """The positions of the footnotes in a block's text between two positions, counted in UTF-16 units."""
    wide = text.encode("utf-16-le", "surrogatepass")
    mark = NOTE_CHARACTER.encode("utf-16-le")
    found: list[int] = []
    at = wide.find(mark)
    while at >= 0:
        if at % 2 == 0 and start <= origin + at // 2 < end:
            found.append(origin + at // 2)
        at = wide.find(mark, at + 1)
    return found


class NoteObject(QPyTextObject):
    """Draws the raised number, in the colour of the text's links."""

    def __init__(self, numbers: NoteNumbers) -> None:
        super().__init__(numbers)
        self._numbers = numbers

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, N803 - Qt's names
        del format
        metrics = QFontMetricsF(_font(doc))
        width = metrics.horizontalAdvance(str(self._numbers.number(posInDocument)))
        return QSizeF(width + metrics.height() * 0.12, metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's name
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        font = _font(doc)
        painter.save()
        painter.setFont(font)
        painter.setPen(format.toCharFormat().foreground().color())
        metrics = QFontMetricsF(font)
        box = QRectF(rect.left(), rect.bottom() - metrics.ascent() * 1.32, rect.width(), metrics.height())
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
            str(self._numbers.number(posInDocument)),
        )
        painter.restore()


def _font(document: QTextDocument) -> QFont:
    """The number's font at the document's zoom."""
    device = document.documentLayout().paintDevice()
    font = QFont(document.defaultFont(), device) if device is not None else QFont(document.defaultFont())
    font.setPointSizeF(document.defaultFont().pointSizeF() * _RAISED)
    return font
