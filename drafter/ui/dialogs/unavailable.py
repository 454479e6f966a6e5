"""The library cannot be opened: what is wrong, and what she can do about it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from drafter.ui.widgets.labels import Heading, button, text_label


class LibraryUnavailableDialog(QDialog):
    """Try again, another place, or quit. It stays until one of them is chosen."""

    again = Signal(Path)
    quit_wanted = Signal()

    def __init__(self, library: Path, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Drafter")
        self.setMinimumWidth(560)
        self._library = library
        self.sentence = sentence
        self.retry = button("Try again", kind="primary")
        self.retry.clicked.connect(lambda: self.take(library))
        self.other = button("Another library…", tip="Open one that lies elsewhere, or begin a new one")
        self.other.clicked.connect(self._choose)
        self.leave = button("Quit", kind="plain")
        self.leave.clicked.connect(self.reject)
        words = text_label(sentence)
        where = text_label(str(library), kind="soft")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch()
        row.addWidget(self.other)
        row.addWidget(self.retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(Heading("Your library cannot be opened", factor=1.5))
        column.addWidget(words)
        column.addWidget(where)
        column.addSpacing(8)
        column.addLayout(row)
        self.retry.setDefault(True)  # only now: before it is in the dialog, Qt does not hear of it
        self.retry.setFocus()

    def reject(self) -> None:
        super().reject()
        self.quit_wanted.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(
            self, "Open a library, or name a new one", str(self._library.parent), "Libraries (*.drafter)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("drafter")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Open")
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, library: Path) -> None:
        """Try this library."""
        self.accept()
        self.again.emit(library)
