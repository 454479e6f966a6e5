"""How a proposal from past responses is drawn: its first words and what becomes of it, then how it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from drafter.ui.models.proposals import ROW, Sorted, Verdict, proposal_words
from drafter.ui.schemes import Scheme, Tint, scheme_of
from drafter.ui.widgets.pill import paint_pill, pill_size
from drafter.ui.widgets.row_ground import paint_ground

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y, _GAP = 12, 8, 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ProposalDelegate(QStyledItemDelegate):
    """Two lines; what is left out stands back."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Sorted):
            return
        scheme = scheme_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, scheme)
        line = _line(option, 0)
        word = row.verdict.capitalize()
        size = pill_size(word, option.font)
        pill = QRectF(line.right() - size.width(), line.center().y() - size.height() / 2, *size.toTuple())
        paint_pill(painter, pill, word, _tint(row.verdict, scheme), option.font)
        is_out = row.verdict is Verdict.DROPPED
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.Normal if is_out else QFont.Weight.DemiBold)
        painter.setFont(strong)
        room = line.adjusted(0, 0, -size.width() - _GAP, 0)
        _elided(painter, room, row.proposal.title, QColor(scheme.soft if is_out else scheme.ink))
        painter.setFont(option.font)
        _elided(painter, _line(option, 1), proposal_words(row.proposal), QColor(scheme.soft))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, 2 * _height(option) + 2 * _PAD_Y)


def _tint(verdict: Verdict, scheme: Scheme) -> Tint:
    return {Verdict.ACCEPTED: scheme.good, Verdict.REWORDS: scheme.blue, Verdict.DROPPED: scheme.quiet}[
        verdict
    ]


def _height(option: QStyleOptionViewItem) -> int:
    return QFontMetrics(option.font).lineSpacing() + 3


def _line(option: QStyleOptionViewItem, number: int) -> QRect:
    inner = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
    return QRect(inner.left(), inner.top() + number * _height(option), inner.width(), _height(option))


def _elided(painter: QPainter, room: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, shown)
