"""What the foot of the window says about saving: of the screen in front, else of what was written last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_USUAL = "Everything is saved"


class SavedLine(QLabel):
    """Where a screen has something that is not in the library, it says so for as long as it is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_USUAL, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._last, self._standing = _USUAL, ""

    def show_saved(self, words: str) -> None:
        """What was written, or is about to be."""
        self._last = words
        self._show()

    def show_standing(self, words: str) -> None:
        """How what is in front stands; "" where that is as everything else."""
        self._standing = words
        self._show()

    def _show(self) -> None:
        self.setText(self._standing or self._last)
