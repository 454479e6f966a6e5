"""How a position is drawn in the library's list: title and status, then what is known in words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from drafter.domain.records.positions import Entry, Status
from drafter.services.browsing import review_words
from drafter.services.clock import today
from drafter.ui.models.entries import ENTRY, SNIPPET, TITLE
from drafter.ui.schemes import Scheme
from drafter.ui.widgets.pill import paint_pill, pill_size
from drafter.ui.widgets.row_ground import on_row

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y, _GAP = 14, 9, 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class EntryDelegate(QStyledItemDelegate):
    """Three lines: the title, the facts, and the first words or what was found."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        with on_row(painter, option) as scheme:
            _title(painter, option, entry.status, str(index.data(TITLE)), scheme)
            line = _line(option, 1)
            _elided(painter, line, facts_words(entry), QColor(scheme.soft))
            words = str(index.data(SNIPPET)) or entry.first_words
            _found(painter, _line(option, 2), words, option.font, (scheme.accent, scheme.soft))

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, 3 * _height(option) + 2 * _PAD_Y)


def facts_words(entry: Entry) -> str:
    """Kind, review, a newer draft, uses and themes in one line; what may be cut off stands last."""
    parts = (
        entry.kind.value.capitalize(),
        review_words(entry, today()),
        "newer draft" if entry.has_newer_draft else "",
        f"used {entry.uses}×" if entry.uses else "",
        ", ".join(entry.themes),
    )
    return " · ".join(each for each in parts if each)


def _height(option: QStyleOptionViewItem) -> int:
    return QFontMetrics(option.font).lineSpacing() + 3


def _line(option: QStyleOptionViewItem, number: int) -> QRect:
    inner = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
    height = _height(option)
    return QRect(inner.left(), inner.top() + number * height, inner.width(), height)


def _title(
    painter: QPainter, option: QStyleOptionViewItem, status: Status, title: str, scheme: Scheme
) -> None:
    line = _line(option, 0)
    word = status.value.capitalize()
    size = pill_size(word, option.font)
    pill = QRectF(
        line.right() - size.width(), line.center().y() - size.height() / 2, size.width(), size.height()
    )
    paint_pill(painter, pill, word, scheme.status(status), option.font)
    strong = QFont(option.font)
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    _found(painter, line.adjusted(0, 0, -size.width() - _GAP, 0), title, strong, (scheme.accent, scheme.ink))
    painter.setFont(option.font)


def _elided(painter: QPainter, room: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, shown)


def _found(painter: QPainter, room: QRect, text: str, face: QFont, colours: tuple[str, str]) -> None:
    """A line in which the words between STX and ETX are strong and in the first of the colours."""
    strong = QFont(face)
    strong.setWeight(QFont.Weight.DemiBold)
    left = room.left()
    for piece in text.replace("\n", " ").split("\x02"):
        hit, _, rest = piece.partition("\x03") if "\x03" in piece else ("", "", piece)
        for words, font, colour in zip((hit, rest), (strong, face), colours, strict=True):
            if not words or left >= room.right():
                continue
            painter.setFont(font)
            place = QRect(left, room.top(), room.right() - left, room.height())
            _elided(painter, place, words, QColor(colour))
            left += painter.fontMetrics().horizontalAdvance(words)
    painter.setFont(face)
