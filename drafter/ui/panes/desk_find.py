"""Finding words in the draft: a line under the sheet that Ctrl+F opens and Escape closes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from drafter.ui.text.page import TextPage
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import SPRING, row


class FindBar(QFrame):
    """Enter goes to the next place, Shift+Enter to the one before."""

    def __init__(self, page: TextPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find in the draft")
        self.words.setAccessibleName("Find in the draft")
        self.words.setToolTip(
            "Enter finds the next place, Shift+Enter the one before, Escape closes this line"
        )
        self.words.setMaximumWidth(320)
        self._count = text_label("", kind="soft", wrap=False)
        self.previous = button("Previous", kind="plain", tip="The place before (Shift+Enter)")
        self.next = button("Next", kind="plain", tip="The next place (Enter)")
        self.close_button = button("Close", kind="plain", tip="Close this line (Escape)")
        self.setLayout(
            row(
                self.words,
                self._count,
                SPRING,
                self.previous,
                self.next,
                self.close_button,
                margins=(12, 4, 12, 4),
            )
        )
        self.words.textChanged.connect(self._on_words)
        self.previous.clicked.connect(self.find_previous)
        self.next.clicked.connect(self.find_next)
        self.close_button.clicked.connect(self.leave)
        self.hide()

    @property
    def said(self) -> str:
        """What the line says about the words."""
        return self._count.text()

    def enter(self) -> None:
        """Begin, with what is selected in the draft."""
        chosen = self._page.textCursor().selectedText()
        self.show()
        if chosen and "\u2029" not in chosen:
            self.words.setText(chosen)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._on_words(self.words.text())

    def leave(self) -> None:
        self.hide()
        self._page.set_wanted("")
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_next(self) -> None:
        self._find(backwards=False)

    def find_previous(self) -> None:
        self._find(backwards=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._find(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _find(self, *, backwards: bool) -> None:
        if self.words.text():
            self._page.find_words(self.words.text(), backwards=backwards)

    def _on_words(self, words: str) -> None:
        self._page.set_wanted(words)
        many = self._page.count_found(words) if words else 0
        self._count.setText(
            "" if not words else "Not found" if not many else "1 place" if many == 1 else f"{many} places"
        )
        for each in (self.previous, self.next):
            each.setEnabled(many > 0)
