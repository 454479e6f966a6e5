"""How a position is drawn beside the draft: title, first words, how it stands, why it is offered."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from drafter.ui.models.suggestions import CARD, Card
from drafter.ui.panes.desk_row_paint import paint_lines
from drafter.ui.schemes import Scheme, scheme_of
from drafter.ui.widgets.row_ground import on_row

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y, _GAP = 14, 10, 3
_DOT = 8.0
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class _Line:
    """One stretch of words of a card, in how many lines and which colour; a dot may stand before it."""

    text: str
    colour: str
    lines: int = 1
    strong: bool = False
    small: bool = True
    dot: str = ""


class CardDelegate(QStyledItemDelegate):
    """As high as what there is to say."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD)
        if not isinstance(card, Card):
            return
        with on_row(painter, option) as scheme:
            top = float(option.rect.top() + _PAD_Y)
            left, width = option.rect.left() + _PAD_X, option.rect.width() - 2 * _PAD_X
            for line in _lines(card, scheme):
                font = _font(option.font, line)
                height = line.lines * QFontMetrics(font).lineSpacing()
                _draw(painter, QRectF(left, top, width, height), line, font)
                top += height + _GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card = index.data(CARD)
        if not isinstance(card, Card):
            return QSize(0, 0)
        heights = (
            line.lines * QFontMetrics(_font(option.font, line)).lineSpacing() + _GAP
            for line in _lines(card, scheme_of(option.palette))
        )
        return QSize(0, sum(heights) - _GAP + 2 * _PAD_Y)


def _lines(card: Card, scheme: Scheme) -> Iterator[_Line]:
    entry = card.entry
    yield _Line(entry.title, scheme.ink, strong=True, small=False)
    if card.words:
        yield _Line(card.words, scheme.ink, lines=2, small=False)
    tint = scheme.caution if card.is_overdue else scheme.status(entry.status)
    yield _Line(card.standing, tint.ink if card.is_overdue else scheme.soft, dot=tint.ink)
    if card.warning:
        yield _Line(card.warning, scheme.bad.ink, dot=scheme.bad.ink)
    here = "Already in this draft" if card.is_here else ""
    if rest := " · ".join(filter(None, (here, card.why, card.last_use))):
        yield _Line(rest, scheme.soft)


def _font(given: QFont, line: _Line) -> QFont:
    font = QFont(given)
    if line.small:
        font.setPointSizeF(given.pointSizeF() * 0.92)
    if line.strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _draw(painter: QPainter, room: QRectF, line: _Line, font: QFont) -> None:
    if line.dot:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(line.dot))
        painter.drawEllipse(QRectF(room.left(), room.center().y() - _DOT / 2, _DOT, _DOT))
        room = room.adjusted(_DOT + 6, 0, 0, 0)
    painter.setPen(QColor(line.colour))
    painter.setFont(font)
    if line.lines > 1:
        paint_lines(painter, room, line.text, font, lines=line.lines)
        return
    shown = QFontMetrics(font).elidedText(line.text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, _MIDDLE, shown)
