"""Words on a screen, in the few ways that the program sets them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from drafter.ui.theme import serif_font


class Heading(QLabel):
    """A title in the serif face; it keeps its proportion when the font of the window changes."""

    def __init__(self, text: str, *, factor: float = 1.9, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._factor = factor
        self.setWordWrap(True)
        self._set()

    def _set(self) -> None:
        self.setFont(serif_font(QApplication.font(), factor=self._factor, weight=QFont.Weight.DemiBold))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationFontChange:
            self._set()


def text_label(text: str = "", *, kind: str = "", bold: bool = False, wrap: bool = True) -> QLabel:
    """Plain text, never rich: what comes from a report cannot dress itself up. Kinds: soft, caution, bad."""
    label = QLabel(text)
    label.setWordWrap(wrap)
    _dress(label, kind=kind, bold=bold)
    return label


def _dress(label: QLabel, *, kind: str, bold: bool) -> None:
    label.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        label.setProperty("kind", kind)
    if bold:
        font = label.font()
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)


class Elided(QLabel):
    """One line of text that gives way with … where it has no room, and then says the whole in its tooltip."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, kind: str = "", bold: bool = False
    ) -> None:
        super().__init__(parent)
        self._whole = text
        _dress(self, kind=kind, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)
        super().setText(text)

    @property
    def whole(self) -> str:
        return self._whole

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type] # the stub wants QResizeEvent, which it is
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 20))
        super().setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)


class _PushButton(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A tool button that answers to Enter, as `button` does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


def _pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Enter presses the button that has the focus and no other: a dialog’s usual one hears nothing of it.

    Qt’s buttons answer to it in dialogs alone.
    """
    if event.key() not in _ENTER or event.modifiers() not in _PLAIN:
        return False
    if not event.isAutoRepeat():
        button.click()
    event.accept()
    return True


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def button(text: str, *, kind: str = "", tip: str = "") -> QPushButton:
    """A push button. Kinds: primary (at most one a screen), plain (words only), link (in a list)."""
    made = _PushButton(text)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if tip:
        made.setToolTip(tip)
    return made


class ElidedLink(_PushButton):
    """A link in a list whose words give way with … where they have no room; `told` behind them stays."""

    def __init__(self, words: str, told: str = "", *, tip: str = "") -> None:
        super().__init__()
        self._words, self._told = words, told
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.whole)
        self.setToolTip(tip)
        self._fit()

    @property
    def whole(self) -> str:
        return f"{self._words} ({self._told})" if self._told else self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letters, right = self.fontMetrics(), Qt.TextElideMode.ElideRight
        room = self.width() - 2 * _ROUND_LINK
        told = f" ({letters.elidedText(self._told, right, room // 2)})" if self._told else ""
        words = letters.elidedText(self._words, right, room - letters.horizontalAdvance(told))
        self.setText(f"{words}{told}".replace("&", "&&"))


_ROUND_LINK = 5
"""Pixels: its border and what is between it and the words, also while it has the focus."""


def rule() -> QFrame:
    """A hairline across."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
