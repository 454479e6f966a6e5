"""A box to choose from whose words give way with … where it has no room for them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ElidedBox(QComboBox):
    """It also tells when she has done with it: going through its rows by key she may want the next one."""

    done = Signal()
    """She pointed at a row, or left the one that is shown with Return."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_by_key = False
        self.activated.connect(self._on_activated)

    @property
    def shown(self) -> str:
        """The words as they are painted."""
        words = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As Qt does, but for the words."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        option.currentText = self.shown
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DONE:
            self.done.emit()
            return
        self._is_by_key = True
        super().keyPressEvent(event)
        self._is_by_key = False

    def _on_activated(self) -> None:
        if not self._is_by_key:
            self.done.emit()
