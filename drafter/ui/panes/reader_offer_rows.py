"""How a difference is drawn: what became of an item, its name and page, its first words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from drafter.services.comparing_lists import Difference, Fate
from drafter.ui.models.offered import DIFFERENCE
from drafter.ui.panes.desk_row_paint import paint_lines
from drafter.ui.schemes import Scheme, Tint, scheme_of
from drafter.ui.widgets.pill import paint_pill, pill_size
from drafter.ui.widgets.row_ground import on_row

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y, _GAP = 14, 8, 8
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class OfferDelegate(QStyledItemDelegate):
    """A word of what became of it, its name and page; two lines of its words below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each = index.data(DIFFERENCE)
        if not isinstance(each, Difference):
            return
        with on_row(painter, option) as scheme:
            inner = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
            high = _height(option)
            _facts(painter, option, QRect(inner.left(), inner.top(), inner.width(), high), each)
            painter.setPen(QColor(scheme.soft))
            words = QRectF(inner.left(), inner.top() + high + 2, inner.width(), 2 * high)
            paint_lines(painter, words, " ".join(each.item.text[:300].split()), option.font, lines=2)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, 3 * _height(option) + 2 + 2 * _PAD_Y)


def _height(option: QStyleOptionViewItem) -> int:
    return QFontMetrics(option.font).lineSpacing() + 2


def _facts(painter: QPainter, option: QStyleOptionViewItem, line: QRect, each: Difference) -> None:
    scheme = scheme_of(option.palette)
    size = pill_size(each.fate.value, option.font)
    top = line.top() + (line.height() - size.height()) / 2
    pill = QRectF(line.left(), top, size.width(), size.height())
    paint_pill(painter, pill, each.fate.value, _tint(each.fate, scheme), option.font)
    page = f"page {each.item.page}" if each.item.page is not None else ""
    painter.setPen(QColor(scheme.soft))
    painter.drawText(line, _RIGHT, page)
    strong = QFont(option.font)
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(QColor(scheme.ink))
    rest = line.adjusted(size.width() + _GAP, 0, 0, 0)
    room = rest.width() - QFontMetrics(option.font).horizontalAdvance(page) - 12
    name = QFontMetrics(strong).elidedText(each.item.name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(rest, _LEFT, name)
    painter.setFont(option.font)


def _tint(fate: Fate, scheme: Scheme) -> Tint:
    tints = {
        Fate.NEW: scheme.good,
        Fate.CHANGED: scheme.caution,
        Fate.GONE: scheme.bad,
        Fate.SAME: scheme.quiet,
    }
    return tints[fate]
