"""One response on Home: a card to open, rename or put into the bin."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from drafter.domain.records.responses import ResponseState, Shape
from drafter.services.overview import ResponseCard, deadline_words
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.coverage_bar import CoverageBar
from drafter.ui.widgets.labels import Elided, text_label
from drafter.ui.widgets.pill import state_pill

CLOSE = 3
"""With this many days left, or fewer, a deadline is shown as a warning."""


class Card(QFrame):
    """Enter or a click opens it; the keys of Home work on the one with the focus."""

    chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)
    focused = Signal(str)
    moved = Signal(int)

    def __init__(self, card: ResponseCard, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.response = card.head.id
        title = Elided(card.head.title)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.1)
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(title, 1)
        top.addWidget(state_pill(card.head.state))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        column.addLayout(top)
        said = f"Answers “{card.report_title}”" if card.report_title else shape_words(card.head.shape)
        column.addWidget(Elided(said, kind="soft"))
        column.addLayout(_bottom(card, day))
        words = [card.head.title, card.head.state.value, card.coverage.sentence]
        if card.head.deadline is not None:
            words.append(deadline_words(card.head.deadline, day))
        self.setAccessibleName(", ".join(words))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.response)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.response, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.chosen.emit(self.response)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.response)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(scheme_of(self.palette()).focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)
            painter.end()


def shape_words(shape: Shape) -> str:
    return "A statement without a report" if shape is Shape.STATEMENT else "Point by point, without a report"


def _bottom(card: ResponseCard, day: date) -> QHBoxLayout:
    """Coverage at the left, the deadline at the right."""
    row = QHBoxLayout()
    row.setSpacing(12)
    if card.coverage.total:
        bar = CoverageBar(card.coverage)
        bar.setFixedWidth(180)
        row.addWidget(bar)
        row.addWidget(Elided(card.coverage.sentence, kind="soft"), 1)
    else:
        row.addStretch(1)
    if card.head.deadline is not None and card.head.state is not ResponseState.SENT:
        row.addWidget(
            text_label(
                deadline_words(card.head.deadline, day), kind=urgency(card.head.deadline, day), wrap=False
            )
        )
    return row


def urgency(deadline: date, day: date) -> str:
    """Which kind of label a deadline is."""
    left = (deadline - day).days
    if left < 0:
        return "bad"
    return "caution" if left <= CLOSE else "soft"
