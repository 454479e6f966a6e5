"""A line of writing that wraps and grows with its words, and holds no line break."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

_PAD = 3
_FRAME = 14
"""Border and padding of a field, until it can be measured."""


class GrowingLine(QPlainTextEdit):
    """Return goes on to the next field. `edited` tells each change of hers, `left` that the focus went."""

    edited = Signal()
    left = Signal()

    def __init__(
        self, *, name: str, placeholder: str = "", most: int = 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._setting = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setToolTip(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_PAD)
        self.textChanged.connect(self._on_change)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        return " ".join(self.toPlainText().split())

    def set_words(self, words: str) -> None:
        """Show these, unless they are there; what she is typing stays as she typed it."""
        if words == self.words:
            return
        self._setting = True
        self.setPlainText(words)
        self._setting = False

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _on_change(self) -> None:
        self._fit()
        if not self._setting:
            self.edited.emit()

    def _fit(self) -> None:
        lines = max(round(self.document().size().height()), 1)
        height = self._height(min(lines, self._most))
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _height(self, lines: int) -> int:
        frame = max(self.height() - self.viewport().height(), 0) if self.isVisible() else _FRAME
        return lines * QFontMetrics(self.font()).lineSpacing() + 2 * _PAD + frame + 1
