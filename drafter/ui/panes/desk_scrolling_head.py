"""Lets the title block go with the text: it stands above the first lines and is scrolled away with them."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

_SLACK = 24


class ScrollingHead(QObject):
    """Hides a widget above a text, and shows it at the top again. What is read stays where it is."""

    def __init__(self, head: QWidget, text: QTextEdit) -> None:
        super().__init__(text)
        self._head = head
        self._bar = text.verticalScrollBar()
        self._is_wanted = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow)
        self._bar.valueChanged.connect(self._on_scroll)
        self._bar.rangeChanged.connect(self._on_scroll)

    def want(self, wanted: bool) -> None:
        """Whether she wants to see it at all; then the text goes to its top."""
        self._is_wanted = wanted
        if wanted:
            self.start_over()
        else:
            self._head.hide()

    def start_over(self) -> None:
        """Another text: it is read from its top."""
        self._bar.setValue(0)
        self._head.setVisible(self._is_wanted)

    def _on_scroll(self) -> None:
        # Not connected straight to `start`, which would take the value for milliseconds.
        self._soon.start()

    def _follow(self) -> None:
        if not self._is_wanted:
            return
        height = self._head.height()
        if not self._head.isHidden():
            focused = QApplication.focusWidget()
            is_used = focused is not None and self._head.isAncestorOf(focused)
            if self._bar.value() > height + _SLACK and not is_used:
                above = self._bar.value() - height
                self._head.hide()
                self._settle()
                self._bar.setValue(above)
        elif self._bar.value() == 0:
            self._head.show()

    def _settle(self) -> None:
        """The text takes the room at once, so that what is read can be kept in its place."""
        frame = self._head.parentWidget()
        layout = frame.layout() if frame is not None else None
        if layout is not None:
            layout.activate()
