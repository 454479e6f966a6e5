"""Before the whole library is brought back: what will happen, and that nothing is lost by it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from drafter.services.backups import in_words
from drafter.store.backup import Backup
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import column


class ConfirmWhole(QDialog):
    """Accepted where she goes on."""

    def __init__(self, backup: Backup, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bring back the whole library")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(540)
        self.go_on = button("&Bring it back", kind="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        when = in_words(backup.at)
        there = (
            "Your library as it is now is not deleted. Its file is set aside, under a name that says so, in "
            f"“{library.parent}”, and stays in the list of backups. What was written since {when} is in that "
            "file alone."
        )
        whole = column(
            Heading(f"Bring back the library of {when}?", factor=1.5),
            text_label(there),
            text_label("The window closes, and opens again on what you bring back."),
            6,
            buttons,
            spacing=12,
            margins=(28, 24, 28, 20),
        )
        self.setLayout(whole)
        self.go_on.setDefault(True)  # in the dialog: set before, Qt would let Return cancel
