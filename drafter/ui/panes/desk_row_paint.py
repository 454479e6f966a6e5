"""How a recommendation is drawn in the desk's list: coverage as a shape and a word, stance, first words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from drafter.domain.coverage import Cover, Covered
from drafter.ui.models.recommendations import COVERED, cover_words
from drafter.ui.schemes import Scheme, scheme_of
from drafter.ui.widgets.pill import paint_pill, pill_size
from drafter.ui.widgets.row_ground import paint_ground

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y = 12, 9
_MARK = 12.0
_GAP = 8
_LINES = 2


class RecommendationDelegate(QStyledItemDelegate):
    """Two lines of words under a line of facts; headings are small and quiet."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        covered = index.data(COVERED)
        scheme = scheme_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(covered, Covered):
            paint_ground(painter, option, scheme)
            _facts(painter, option, covered, scheme)
            _words(painter, option, covered, scheme)
        else:
            _heading(painter, option, str(index.data()), scheme)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(option.font)
        if not isinstance(index.data(COVERED), Covered):
            return QSize(0, metrics.height() + 16)
        top = max(metrics.height(), pill_size("Welcome", option.font).height())
        return QSize(0, top + 4 + _LINES * metrics.lineSpacing() + 2 * _PAD_Y)


def _facts(painter: QPainter, option: QStyleOptionViewItem, covered: Covered, scheme: Scheme) -> None:
    """The first line: shape, label, word, and the stance at the right."""
    pill = pill_size(covered.stance.phrase, option.font)
    inner = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
    line = QRect(
        inner.left(), inner.top(), inner.width(), max(pill.height(), QFontMetrics(option.font).height())
    )
    mark = QRectF(line.left(), line.center().y() - _MARK / 2 + 0.5, _MARK, _MARK)
    paint_cover(painter, mark, covered, scheme)
    left = line.left() + round(_MARK) + _GAP
    strong = QFont(option.font)
    strong.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(strong)
    label = metrics.elidedText(covered.recommendation.label, Qt.TextElideMode.ElideRight, line.width() // 3)
    painter.setFont(strong)
    painter.setPen(QColor(scheme.ink))
    painter.drawText(QRect(left, line.top(), line.width(), line.height()), _MIDDLE, label)
    left += metrics.horizontalAdvance(label) + _GAP if label else 0
    width = min(pill.width(), line.right() - left)
    right = line.right() - width
    painter.setFont(option.font)
    painter.setPen(QColor(scheme.soft))
    room = QRect(left, line.top(), max(right - left - _GAP, 0), line.height())
    word = cover_words(covered)
    if QFontMetrics(option.font).horizontalAdvance(word) <= room.width():  # else the shape says it
        painter.drawText(room, _MIDDLE, word)
    paint_pill(
        painter,
        QRectF(right, line.top() + (line.height() - pill.height()) / 2, width, pill.height()),
        covered.stance.phrase,
        scheme.stance(covered.stance),
        option.font,
    )


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _words(painter: QPainter, option: QStyleOptionViewItem, covered: Covered, scheme: Scheme) -> None:
    metrics = QFontMetrics(option.font)
    height = _LINES * metrics.lineSpacing()
    left = option.rect.left() + _PAD_X + round(_MARK) + _GAP
    top = option.rect.bottom() - _PAD_Y - height
    room = QRectF(left, top, option.rect.right() - _PAD_X - left, height)
    painter.setPen(QColor(scheme.ink if covered.cover.is_open else scheme.soft))
    paint_lines(painter, room, " ".join(covered.recommendation.text.split()), option.font, lines=_LINES)


def _heading(painter: QPainter, option: QStyleOptionViewItem, text: str, scheme: Scheme) -> None:
    small = QFont(option.font)
    small.setPointSizeF(option.font.pointSizeF() * 0.92)
    small.setWeight(QFont.Weight.DemiBold)
    room = option.rect.adjusted(_PAD_X, 4, -_PAD_X, 0)
    painter.fillRect(option.rect, QColor(scheme.paper))
    painter.setPen(QPen(QColor(scheme.line), 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    painter.setFont(small)
    painter.setPen(QColor(scheme.soft))
    shown = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, shown)


def paint_cover(painter: QPainter, box: QRectF, covered: Covered, scheme: Scheme) -> None:
    """A ticked disc: answered; half a disc: something is missing; a ring: nothing; a bar: left out."""
    painter.setPen(Qt.PenStyle.NoPen)
    match covered.cover:
        case Cover.ANSWERED:
            painter.setBrush(QColor(scheme.good.ink))
            painter.drawEllipse(box)
            tick = QPainterPath(QPointF(box.left() + 3, box.center().y() + 0.3))
            tick.lineTo(box.left() + 5.2, box.bottom() - 3.6)
            tick.lineTo(box.right() - 2.8, box.top() + 3.8)
            painter.strokePath(tick, QPen(QColor(scheme.sheet), 1.6))
        case Cover.STANCE_ONLY | Cover.WORDS_ONLY:
            painter.setBrush(QColor(scheme.caution.ink))
            painter.drawPie(box, 90 * 16, 180 * 16)
            _ring(painter, box, scheme.caution.ink)
        case Cover.GAP:
            _ring(painter, box, scheme.faint)
        case Cover.NOT_COVERED if not covered.taken.set_aside:
            _ring(painter, box, scheme.faint)
        case Cover.NOT_COVERED | Cover.CONCLUSION:
            _bar(painter, box, scheme)


def _bar(painter: QPainter, box: QRectF, scheme: Scheme) -> None:
    painter.setBrush(QColor(scheme.faint))
    painter.drawRoundedRect(QRectF(box.left() + 1, box.center().y() - 1, box.width() - 2, 2), 1, 1)


def _ring(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))


def paint_lines(painter: QPainter, room: QRectF, text: str, font: QFont, *, lines: int) -> None:
    """Draw as many lines as are given; what does not fit is cut with an ellipsis."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        baseline = QPointF(room.left(), room.top() + number * metrics.lineSpacing() + metrics.ascent())
        if number == lines - 1:
            rest = text[line.textStart() :]
            painter.drawText(
                baseline, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, int(room.width()))
            )
        else:
            painter.drawText(baseline, text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
