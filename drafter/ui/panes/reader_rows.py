"""How an item of a report is drawn in the reader’s list: its name, its first words, what is odd about it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from drafter.domain.records.reports import Recommendation
from drafter.ui.models.found import ACCEPTED, DOUBTS, ITEM
from drafter.ui.panes.desk_row_paint import paint_lines
from drafter.ui.schemes import Scheme
from drafter.ui.widgets.row_ground import on_row

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y = 14, 8
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class FoundDelegate(QStyledItemDelegate):
    """A line of facts over two of words, and one more where something is odd."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        if not isinstance(item, Recommendation):
            return
        with on_row(painter, option) as scheme:
            _facts(painter, option, index, scheme)
            _words(painter, option, item.text, scheme)
            if odd := index.data(DOUBTS):
                _oddities(painter, option, "; ".join(odd), scheme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 4 if index.data(DOUBTS) else 3
        return QSize(0, lines * _height(option) + 2 * _PAD_Y)


def _height(option: QStyleOptionViewItem) -> int:
    return QFontMetrics(option.font).lineSpacing() + 2


def _line(option: QStyleOptionViewItem, number: int, lines: int = 1) -> QRect:
    inner = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
    return QRect(inner.left(), inner.top() + number * _height(option), inner.width(), lines * _height(option))


def _facts(painter: QPainter, option: QStyleOptionViewItem, index: Index, scheme: Scheme) -> None:
    """Its name; at the right a tick where she has accepted it, and the page."""
    item: Recommendation = index.data(ITEM)
    line = _line(option, 0)
    page = f"page {item.page}" if item.page is not None else ""
    right = f"✓ accepted   {page}".rstrip() if index.data(ACCEPTED) else page
    painter.setPen(QColor(scheme.good.ink if index.data(ACCEPTED) else scheme.soft))
    painter.drawText(line, _RIGHT, right)
    strong = QFont(option.font)
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(QColor(scheme.ink))
    room = line.width() - QFontMetrics(option.font).horizontalAdvance(right) - 12
    name = QFontMetrics(strong).elidedText(item.name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(line, _LEFT, name)
    painter.setFont(option.font)


def _words(painter: QPainter, option: QStyleOptionViewItem, text: str, scheme: Scheme) -> None:
    painter.setPen(QColor(scheme.soft))
    paint_lines(painter, QRectF(_line(option, 1, 2)), " ".join(text[:300].split()), option.font, lines=2)


def _oddities(painter: QPainter, option: QStyleOptionViewItem, words: str, scheme: Scheme) -> None:
    line = _line(option, 3)
    painter.setPen(QColor(scheme.caution.ink))
    shown = painter.fontMetrics().elidedText(f"⚠ {words}", Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, _LEFT, shown)
