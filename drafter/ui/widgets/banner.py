"""One sentence in the foot of the window, with at most one offer, that goes when it is waved away.

Its room is kept for it: what she reads and the line that she types in stay where they are when it comes and
goes.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from drafter.ui.icons import icon
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.labels import ToolButton, button, text_label
from drafter.ui.widgets.laying import column, row
from drafter.ui.widgets.parts import as_part

GOOD_STAYS = 8_000
"""How many milliseconds good news stays, and plain; what must be read stays until she closes it."""
_PASSING = ("good", "plain")

_WITH_OFFER = 4
"""So many times longer where there is something to take up: there must be time to reach it."""


_LINES = 2
"""So many lines of a sentence find room without the foot growing; more only in a narrow window."""
_ABOVE_AND_BELOW, _EDGE = 3, 1


class Banner(QWidget):
    """Hidden until it has something to say. Tones: good, plain, caution, bad."""

    left = Signal()
    """It went while it had the focus, which must go back to where she works."""

    def __init__(self, parent: QWidget | None = None, *, stays: int = GOOD_STAYS) -> None:
        super().__init__(parent)
        self._stays = stays
        self._frame = QFrame()
        self._frame.setObjectName("banner")
        self._act: Callable[[], object] | None = None
        self._sentence = text_label()
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.offer = button("", kind="plain")
        self.offer.clicked.connect(self._take_offer)
        self._close = ToolButton()
        self._close.setIconSize(QSize(16, 16))
        self._close.setAccessibleName("Close this message")
        self._close.setToolTip("Close this message")
        self._close.clicked.connect(self.go)
        across = row(margins=(12, _ABOVE_AND_BELOW, 6, _ABOVE_AND_BELOW))
        across.addWidget(self._sentence, 1)
        across.addWidget(self.offer)
        across.addWidget(self._close)
        self._frame.setLayout(across)
        self._room = column(self._frame, margins=(6, 0, 6, 0))
        self.setLayout(self._room)
        as_part(self, "Message")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def is_passing(self) -> bool:
        """It will go by itself."""
        return self._timer.isActive()

    @property
    def usual_height(self) -> int:
        """The room that the foot of the window keeps for it."""
        lines = _LINES * self._sentence.fontMetrics().lineSpacing()
        return max(lines, self.offer.sizeHint().height()) + 2 * (_ABOVE_AND_BELOW + _EDGE)

    def say(self, tone: str, sentence: str, offer: str = "", act: Callable[[], object] | None = None) -> None:
        """Show it in place of what was there."""
        self._act = act
        self._sentence.setText(sentence)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self._close.setIcon(icon("close", scheme_of(self.palette())))
        self._frame.setProperty("tone", tone)
        for widget in (self._frame, self._sentence):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.setAccessibleName(sentence)
        self.show()
        self._fit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if tone in _PASSING:
            self._timer.start(self._stays * (_WITH_OFFER if offer else 1))
        else:
            self._timer.stop()

    def take_back(self, sentence: str) -> None:
        """It goes if this is what it says."""
        if self.isVisible() and self.sentence == sentence:
            self.go()

    def go(self) -> None:
        """Waved away, taken up, or said for long enough."""
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if has_focus:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All of the sentence can be read, however narrow the window: a status bar does not ask how high."""
        self.setMinimumHeight(max(self.usual_height, self._room.heightForWidth(self.width())))

    def _take_offer(self) -> None:
        act, self._act = self._act, None
        self.go()
        if act is not None:
            act()
