"""A line to find words with: what is looked for, how many there are, and the way from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import NO_MARGINS, SPRING, row

NOT_FOUND = "Not found"
_WIDEST, _NARROWEST = 320, 90
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindLine(QWidget):
    """Enter asks for the next place, Shift+Enter for the one before, Escape closes; others find."""

    changed = Signal()
    """Other words are looked for."""
    asked = Signal(bool)
    """The next place is wanted, or the one before."""
    left = Signal()

    def __init__(
        self,
        name: str,
        *,
        margins: tuple[int, int, int, int] = NO_MARGINS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = word_line(name, "Enter finds the next place, Shift+Enter the one before")
        self._count = text_label("", kind="soft", wrap=False)
        self.previous = button("Previous", kind="plain", tip="The place before (Shift+Enter)")
        self.next = button("Next", kind="plain", tip="The next place (Enter)")
        self.close_button = button("Close", kind="plain", tip="Stop looking (Escape)")
        ways = (self.previous, self.next, self.close_button)
        self.setLayout(row(self.words, self._count, SPRING, *ways, margins=margins))
        self.words.textChanged.connect(self.changed)
        self.previous.clicked.connect(lambda: self.asked.emit(True))
        self.next.clicked.connect(lambda: self.asked.emit(False))
        self.close_button.clicked.connect(self.left)

    @property
    def said(self) -> str:
        """What the line says about the words."""
        return self._count.text()

    def enter(self, words: str = "") -> None:
        """Begin, with these words where there are some, else with those of the last time."""
        self.show()
        if words:
            self.words.setText(words)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, sentence: str, *, many: int) -> None:
        """How many places there are, in words: a screen reader says them, wherever the keys go."""
        is_news = sentence != self.said
        self._count.setText(sentence)
        self.previous.setEnabled(many > 0)
        self.next.setEnabled(many > 0)
        if is_news and sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.words, sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER:
            self.asked.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


def word_line(name: str, tip: str) -> QLineEdit:
    """A field for words that are found, or that take their place."""
    made = QLineEdit()
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    made.setToolTip(f"{tip}, Escape closes")
    made.setMinimumWidth(_NARROWEST)
    made.setMaximumWidth(_WIDEST)
    return made
