"""A word in a tinted capsule: a stance, a status, a state. Never colour alone."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from drafter.domain.records.positions import Status
from drafter.domain.records.responses import ResponseState
from drafter.domain.records.stances import Stance
from drafter.ui.schemes import Scheme, Tint, scheme_of

PAD_X, PAD_Y = 9.0, 3.0
DOT = 7.0
_GAP = 6.0


class Pill(QWidget):
    """Asks for its tint at each painting, so that it follows the scheme."""

    def __init__(self, word: str, tint: Callable[[Scheme], Tint], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self._tint = tint
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    @property
    def word(self) -> str:
        return self._word

    def sizeHint(self) -> QSize:
        return pill_size(self._word, self.font())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_pill(painter, rect, self._word, self._tint(scheme_of(self.palette())), self.font())
        painter.end()


def pill_font(font: QFont) -> QFont:
    """A little smaller than the text around it, and a little stronger."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * 0.9)
    smaller.setWeight(QFont.Weight.Medium)
    return smaller


def pill_size(word: str, font: QFont) -> QSize:
    metrics = QFontMetricsF(pill_font(font))
    width = metrics.horizontalAdvance(word) + 2 * PAD_X + DOT + _GAP
    return QSize(round(width + 1), round(metrics.height() + 2 * PAD_Y))


def paint_pill(painter: QPainter, rect: QRectF, word: str, tint: Tint, font: QFont) -> None:
    """For delegates too: the capsule fills `rect`, which `pill_size` measured; a long word is elided."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint.wash))
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    painter.setBrush(QColor(tint.ink))
    painter.drawEllipse(QPointF(rect.left() + PAD_X + DOT / 2, rect.center().y()), DOT / 2, DOT / 2)
    smaller = pill_font(font)
    painter.setFont(smaller)
    painter.setPen(QColor(tint.ink))
    room = rect.adjusted(PAD_X + DOT + _GAP, 0, -PAD_X + 1, 0)
    shown = QFontMetricsF(smaller).elidedText(word, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


def stance_pill(stance: Stance, parent: QWidget | None = None) -> Pill:
    return Pill(stance.phrase, lambda scheme: scheme.stance(stance), parent)


def status_pill(status: Status, parent: QWidget | None = None) -> Pill:
    return Pill(status.value.capitalize(), lambda scheme: scheme.status(status), parent)


def state_pill(state: ResponseState, parent: QWidget | None = None) -> Pill:
    return Pill(state.value.capitalize(), lambda scheme: scheme.state(state), parent)
