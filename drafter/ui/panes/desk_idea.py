"""Naming an idea: something in the report that no list has, in her words or copied from it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QSpinBox, QWidget

from drafter.ui.widgets.labels import Heading, text_label
from drafter.ui.widgets.laying import SPRING, column, row


class IdeaDialog(QDialog):
    """`named` brings the words and the page (0: not said)."""

    named = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Name an idea")
        self.setMinimumWidth(480)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName("What the report says")
        self.words.setTabChangesFocus(True)
        self.words.setPlaceholderText("What the report says or proposes, copied or in your words")
        self.page = QSpinBox()
        self.page.setRange(0, 9999)
        self.page.setSpecialValueText("Not said")
        self.page.setAccessibleName("Page")
        page_label = text_label("&Page", wrap=False)
        page_label.setBuddy(self.page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = buttons.addButton("Add to the list", QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setProperty("kind", "primary")
        self.add.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.words.textChanged.connect(self._on_words)
        self.setLayout(
            column(
                Heading("Name an idea", factor=1.3),
                text_label(
                    "It joins the recommendations: you can take a stance on it and answer it.", kind="soft"
                ),
                self.words,
                row(page_label, self.page, SPRING),
                buttons,
                margins=(24, 20, 24, 20),
            )
        )

    def accept(self) -> None:
        super().accept()
        self.named.emit(" ".join(self.words.toPlainText().split()), self.page.value())

    def _on_words(self) -> None:
        self.add.setEnabled(bool(self.words.toPlainText().strip()))
