"""The picture of a page in its room: scrolled, made larger, turned at its end, its words copied."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from drafter.domain.printed_places import Step
from drafter.domain.records.reports import Recommendation
from drafter.ui.panes.reader_page import PagePicture

_TURNS_AFTER = 240
"""So far the wheel goes on at the end of a page before it turns: two notches."""
_STEP, _LARGEST = 1.25, 3.0
"""How much a notch of the wheel with Ctrl makes a page larger, and how large it gets."""
_FASTEST, _EVERY = 24, 40
"""A drag beyond the edge takes the page along: so many pixels at most, each so many milliseconds."""
_RESTS = 10
"""So many times it does not, before it turns at the end of the page, and after: she sees where she is."""

_ROUND_CURSOR = 40
"""Pixels of the page that stay in sight round the cursor."""
_ALONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_STEPS = {
    (Qt.Key.Key_Left, _ALONE): Step.WORD_BACK,
    (Qt.Key.Key_Right, _ALONE): Step.WORD_ON,
    (Qt.Key.Key_Left, _CTRL): Step.WORD_BACK,
    (Qt.Key.Key_Right, _CTRL): Step.WORD_ON,
    (Qt.Key.Key_Up, _ALONE): Step.LINE_BACK,
    (Qt.Key.Key_Down, _ALONE): Step.LINE_ON,
    (Qt.Key.Key_Up, _CTRL): Step.PARAGRAPH_BACK,
    (Qt.Key.Key_Down, _CTRL): Step.PARAGRAPH_ON,
    (Qt.Key.Key_Home, _ALONE): Step.LINE_BEGINNING,
    (Qt.Key.Key_End, _ALONE): Step.LINE_END,
    (Qt.Key.Key_Home, _CTRL): Step.PAGE_BEGINNING,
    (Qt.Key.Key_End, _CTRL): Step.PAGE_END,
}
"""Where the cursor goes; with Shift it takes the words along. Words are whole, so none goes by letters."""


class PageArea(QScrollArea):
    """The picture with a scroll bar; it keeps the page as wide as itself and turns it at its end."""

    widened = Signal()
    turned = Signal(int)
    """She scrolled on at the end (1) or the beginning (-1) of the page."""
    left = Signal()
    """Escape where nothing is selected any more: she goes back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beyond = 0
        self._zoom = 1.0
        self._held = QPoint()
        self._rests = 0
        self._creeping = QTimer(self)
        self._creeping.setInterval(_EVERY)
        self._creeping.timeout.connect(self._creep)
        self.picture = PagePicture()
        self.picture.dragged.connect(self._follow)
        self.setWidget(self.picture)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setProperty("kind", "stop")
        self.setAccessibleName("Page as a picture")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type] # the stub wants QResizeEvent, which it is
        self._fit()

    def zoom(self, steps: int) -> None:
        """Larger or smaller, never smaller than there is room for."""
        self._zoom = min(max(self._zoom * _STEP**steps, 1.0), _LARGEST)
        self._fit()

    def fit_again(self) -> None:
        """As wide as its room."""
        self._zoom = 1.0
        self._fit()

    def _fit(self) -> None:
        self.picture.fit_to(round(self.viewport().width() * self._zoom))
        self.widened.emit()

    def sizeHint(self) -> QSize:
        return QSize(560, 720)

    def bring_up(self, item: Recommendation) -> None:
        """Scroll to where an item stands, if it does on this page; not away from what she is selecting."""
        place = self.picture.place_of(item)
        if place is not None and not self._creeping.isActive():
            self.ensureVisible(0, round(place.bottom()) + 20, 0, 0)
            self.ensureVisible(0, max(round(place.top()) - 20, 0), 0, 0)

    def bring_up_found(self) -> None:
        """Scroll to the place among the words that are looked for, where it is not well in sight."""
        place = self.picture.place_found
        if place is not None:
            at = place.center().toPoint()
            above = max(self.viewport().height() // 4, _ROUND_CURSOR)
            self.ensureVisible(at.x(), at.y(), _ROUND_CURSOR, above)

    def go_to_end(self, *, last: bool) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if last else bar.minimum())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._go(by)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.picture.select_all()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif not self._select(event):
            super().keyPressEvent(event)

    def _select(self, event: QKeyEvent) -> bool:
        """The cursor on the page goes on, and with Shift words are selected; whether this key does so.

        Up and down only scroll while there is no cursor.
        """
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        extends = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        step = _STEPS.get((Qt.Key(event.key()), keys & ~Qt.KeyboardModifier.ShiftModifier))
        if step is None or (step.is_across_lines and not extends and not self.picture.selection.has_cursor):
            return False
        if not self.picture.step(step, extends=extends):
            self._step_over(step, extends=extends)
        place = self.picture.cursor_place
        if place is not None:
            at = place.center().toPoint()
            self.ensureVisible(at.x(), at.y(), _ROUND_CURSOR, _ROUND_CURSOR)
        return True

    def _step_over(self, step: Step, *, extends: bool) -> None:
        """On the next page, or the one before, where there is one."""
        before = self.picture.page
        self.turned.emit(1 if step.is_on else -1)
        if self.picture.page != before:
            self.picture.step(step, extends=extends)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.picture.show_cursor(shown=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.picture.show_cursor(shown=False)

    def copy(self) -> None:
        """The selected words to the clipboard."""
        if self.picture.selected:
            QGuiApplication.clipboard().setText(self.picture.selected)

    def _escape(self) -> None:
        if self.picture.selected:
            self.picture.let_go()
        else:
            self.left.emit()

    def _go(self, by: int) -> None:
        """A screen on, or to the next page at the end of this one."""
        if self._is_at_end(by):
            self.turned.emit(by)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep())

    def _follow(self, point: QPoint) -> None:
        """What is being selected stays in sight: the page goes on while the pointer is held beyond it."""
        self._held = self.picture.mapTo(self.viewport(), point)
        if self.viewport().rect().contains(self._held):
            self._creeping.stop()
        elif not self._creeping.isActive():
            self._rests = 0
            self._rest_at_end()
            self._creeping.start()

    def _creep(self) -> None:
        if not self.picture.is_pressed:
            self._creeping.stop()
            return
        across, down = self._pull
        if self._rests:
            self._rests -= 1
        elif down and self._is_at_end(down):
            self._turn_along(1 if down > 0 else -1)
        else:
            for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
                bar.setValue(bar.value() + min(max(by, -_FASTEST), _FASTEST))
            self._rest_at_end()
        self.picture.drag_to(QPointF(self.picture.mapFrom(self.viewport(), self._held)))

    @property
    def _pull(self) -> tuple[int, int]:
        """How far the pointer is held beyond the edges."""
        room, at = self.viewport().rect(), self._held
        return min(at.x(), 0) or max(at.x() - room.width(), 0), min(at.y(), 0) or max(
            at.y() - room.height(), 0
        )

    def _rest_at_end(self) -> None:
        down = self._pull[1]
        if down and self._is_at_end(down):
            self._rests = _RESTS

    def _turn_along(self, by: int) -> None:
        """To the page that what is being selected can go on over to."""
        self._rests = _RESTS
        if self.picture.selection.reaches(self.picture.page + by):
            self.turned.emit(by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom((delta > 0) - (delta < 0))
            event.accept()
            return
        by = -1 if delta > 0 else 1
        if not delta or not self._is_at_end(by):
            self._beyond = 0
            super().wheelEvent(event)
            return
        self._beyond = self._beyond + delta if self._beyond * delta >= 0 else delta
        event.accept()
        if abs(self._beyond) >= _TURNS_AFTER:
            self._beyond = 0
            self.turned.emit(by)

    def _is_at_end(self, by: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() == (bar.maximum() if by > 0 else bar.minimum())
