"""One sentence across the top of the window, with at most one offer, that goes when it is waved away."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from drafter.ui.icons import icon
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import column, row

GOOD_STAYS = 8_000
"""How many milliseconds good news stays; what must be read stays until she closes it."""

_WITH_OFFER = 4
"""So many times longer where there is something to take up: there must be time to reach it."""


class Banner(QWidget):
    """Hidden until it has something to say. Tones: good, caution, bad."""

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
        self._close = QToolButton()
        self._close.setIconSize(QSize(16, 16))
        self._close.setAccessibleName("Close this message")
        self._close.setToolTip("Close this message")
        self._close.clicked.connect(self.hide)
        across = row(margins=(14, 6, 6, 6))
        across.addWidget(self._sentence, 1)
        across.addWidget(self.offer)
        across.addWidget(self._close)
        self._frame.setLayout(across)
        self.setLayout(column(self._frame, margins=(12, 8, 12, 0)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def is_passing(self) -> bool:
        """It will go by itself."""
        return self._timer.isActive()

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
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if tone == "good":
            self._timer.start(self._stays * (_WITH_OFFER if offer else 1))
        else:
            self._timer.stop()

    def _take_offer(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
