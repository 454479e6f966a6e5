"""Rows of a list in two lines: what it is, strong, and below it what is known of it; both are elided."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.ui.schemes import scheme_of

Index = QModelIndex | QPersistentModelIndex

_LINES = Qt.ItemDataRole.UserRole
_PAD_X, _PAD_Y = 12, 8


def two_lines(first: str, second: str) -> QListWidgetItem:
    """An item for a list whose delegate is TwoLinesDelegate; a screen reader says both."""
    item = QListWidgetItem(f"{first}, {second}")
    item.setData(_LINES, (first, second))
    return item


class TwoLinesDelegate(QStyledItemDelegate):
    """Strong above, soft below, a hairline between the rows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        first, second = index.data(_LINES)
        scheme = scheme_of(option.palette)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(scheme.selection if chosen else scheme.accent_wash))
        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        for number, (words, font, colour) in enumerate(
            ((first, strong, scheme.ink), (second, option.font, scheme.soft))
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            room = _line(option, number)
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, 2 * _height(option) + 2 * _PAD_Y)


def _height(option: QStyleOptionViewItem) -> int:
    return QFontMetrics(option.font).lineSpacing() + 2


def _line(option: QStyleOptionViewItem, number: int) -> QRect:
    inner = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
    return QRect(inner.left(), inner.top() + number * _height(option), inner.width(), _height(option))
