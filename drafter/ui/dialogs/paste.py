"""Where a report's text is pasted when there is no file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from drafter.ui.actions import tip_with_key
from drafter.ui.widgets.labels import Heading, button, text_label

_READ_KEYS = (QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter"))


class PasteDialog(QDialog):
    """Gives the text once there is some."""

    text_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Paste a report’s text")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 480)
        self._text = QPlainTextEdit()
        self._text.setPlaceholderText("Recommendation 1\nThe Government should …")
        self._text.setAccessibleName("The report’s text")
        self._text.setTabChangesFocus(True)
        self._text.textChanged.connect(self._on_text)
        self.read = button("Find the recommendations", kind="primary")
        self.read.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.read, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(Heading("Paste a report’s text", factor=1.5))
        column.addWidget(
            text_label(
                "Copy the recommendations, or the whole report, from wherever you read it and paste it here.",
                kind="soft",
            )
        )
        column.addWidget(self._text, 1)
        column.addWidget(buttons)
        self.read.setToolTip(tip_with_key("Read the text and show what it recommends or asks", _READ_KEYS))
        for key in _READ_KEYS:
            QShortcut(key, self).activated.connect(self.read.click)  # which does nothing while it is grey
        self.read.setDefault(True)  # in the dialog: set before, Qt would let Return cancel
        self._text.setFocus()

    def accept(self) -> None:
        self.text_given.emit(self._text.toPlainText())
        super().accept()

    def _on_text(self) -> None:
        self.read.setEnabled(bool(self._text.toPlainText().strip()))
