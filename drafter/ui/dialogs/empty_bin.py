"""The one honest question: what goes for good when the bin is emptied, and what stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from drafter.ui.widgets.labels import Heading, button, text_label


class EmptyBinDialog(QDialog):
    """Cancel is what Enter does."""

    agreed = Signal()

    def __init__(self, many: int, revisions: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Empty the bin")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        what = "1 position goes" if many == 1 else f"{many:,} positions go"
        wordings = "1 wording" if revisions == 1 else f"{revisions:,} wordings"
        self.said = text_label(
            f"{what} for good, with {wordings}, every approval and the record of where they were used. "
            "This cannot be undone.\n\n"
            "Drafts keep the words that they took. Backups made until now still hold everything, until they "
            "are thinned out."
        )
        self.yes = button("&Empty the bin")
        self.yes.clicked.connect(self._agree)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Heading("Empty the bin?", factor=1.3))
        column.addWidget(self.said)
        column.addWidget(buttons)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setDefault(True)
        cancel.setFocus()

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
