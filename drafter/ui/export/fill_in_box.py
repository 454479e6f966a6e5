"""The fill-in box of the export window: what a merge field stands for, asked where it stops the export."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from drafter.services.filling_in import what_is_asked
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import column, row


class FillInBox(QFrame):
    """Asks for one field at a time, the first that is missing. Enter fills it in."""

    filled = Signal(str, str)
    """The field's name and what it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._field = ""
        self._words = text_label(bold=True)
        self._more = text_label(kind="soft", wrap=False)
        self.value = QLineEdit()
        self.value.setObjectName("fill-in")
        self.value.textChanged.connect(self._on_typed)
        self._save = button("&Fill in")
        self._save.clicked.connect(self._fill_in)
        self.value.returnPressed.connect(self._fill_in)
        asked = row(spacing=8)
        asked.addWidget(self._words, 1)
        asked.addWidget(self._more)
        self.setLayout(column(asked, row(self.value, self._save), spacing=6, margins=(12, 8, 12, 10)))
        self.ask(())

    @property
    def field(self) -> str:
        return self._field

    def ask(self, fields: tuple[str, ...]) -> None:
        """These have no value; nothing is asked where there is none."""
        self.setVisible(bool(fields))
        field = fields[0] if fields else ""
        if field != self._field:
            self._field = field
            self.value.clear()
        self._words.setText(what_is_asked(field) if field else "")
        self.value.setAccessibleName(self._words.text())
        self._more.setText(f"and {len(fields) - 1} more" if len(fields) > 1 else "")
        self._on_typed(self.value.text())

    def begin(self) -> None:
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter has filled it in: it must not go on to the window's default button."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _on_typed(self, words: str) -> None:
        self._save.setEnabled(bool(words.strip()))

    def _fill_in(self) -> None:
        if self.value.text().strip():
            self.filled.emit(self._field, self.value.text())
