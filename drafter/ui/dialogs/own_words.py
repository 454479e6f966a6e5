"""The organisation's own words, one a line, that spelling takes for right."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from drafter.ui.widgets.labels import Heading, button, text_label


class OwnWordsDialog(QDialog):
    """Gives the whole list when it is kept."""

    words_given = Signal(list)

    def __init__(self, words: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Your organisation’s words")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(460, 420)
        self.text = QPlainTextEdit("\n".join(words))
        self.text.setPlaceholderText("Names and terms, one a line")
        self.text.setAccessibleName("Your organisation’s words, one a line")
        self.text.setTabChangesFocus(True)
        save = button("Save", kind="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(Heading("Your organisation’s words", factor=1.5))
        column.addWidget(text_label("They are never marked as wrong, in this library.", kind="soft"))
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        save.setDefault(True)  # in the dialog: set before, Qt would let Return cancel
        self.text.setFocus()

    def accept(self) -> None:
        self.words_given.emit(self.text.toPlainText().splitlines())
        super().accept()
