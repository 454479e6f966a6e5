"""The fill-in box of a merge field that has no value yet."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from drafter.domain.changes import Change
from drafter.domain.records.ids import ResponseId
from drafter.services.filling_in import fill_in, what_is_asked
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.workplace import Workplace


class FillInDialog(QDialog):
    """Asks for one value and writes it where it belongs, as a step of the response's undo."""

    filled = Signal()

    def __init__(
        self, workplace: Workplace, response: ResponseId, field: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fill in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._place, self._response, self._field = workplace, response, field
        self._value = QLineEdit()
        self._value.setAccessibleName(what_is_asked(field))
        self._value.textChanged.connect(self._on_typed)
        self._save = button("Fill in", kind="primary")
        self._save.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(Heading(what_is_asked(field), factor=1.2))
        column.addWidget(text_label(f"It stands wherever the text has the field “{field}”.", kind="soft"))
        column.addWidget(self._value)
        column.addWidget(buttons)
        self._save.setDefault(True)  # only now: before it is in the dialog, Qt would let Return cancel
        self._value.setFocus()

    def accept(self) -> None:
        history = self._place.history
        history.do(self._act(self._value.text()), stack=history.stack_of(self._response))
        self.filled.emit()
        super().accept()

    def _act(self, value: str) -> Callable[[], Change]:
        library, response, field = self._place.library, self._response, self._field
        return lambda: fill_in(library, response, field, value, by=self._place.by)

    def _on_typed(self, words: str) -> None:
        self._save.setEnabled(bool(words.strip()))
