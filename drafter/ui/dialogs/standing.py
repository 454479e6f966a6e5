"""What is asked when a position is approved with a note, or retired: a word on why, and what replaces it."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.records.ids import PositionId
from drafter.ui.widgets.labels import Heading, button, text_label


class ApproveDialog(QDialog):
    """Enter approves; the note is shown with the approval."""

    approved = Signal(str)
    """The note."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Approve")
        self.note = _line("Where it was agreed, or on what condition", "Note")
        form = QFormLayout()
        form.addRow("&Note", self.note)
        self.yes = _lay_out(
            self, f"Approve “{title}”", "These words may be used from now on.", form, "Approve"
        )

    def accept(self) -> None:
        note = " ".join(self.note.text().split())
        super().accept()
        self.approved.emit(note)


class RetireDialog(QDialog):
    """Both fields may stay empty: Enter retires."""

    retired = Signal(str, str)
    """The note, and the id of the position that replaces it or nothing."""

    def __init__(
        self, title: str, others: tuple[tuple[PositionId, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Retire")
        self._ids = {name.casefold(): identity for identity, name in reversed(others)}
        self.replaced_by = _line("Begin to type its title", "Replaced by")
        completer = QCompleter(QStringListModel([name for _, name in others], self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.replaced_by.setCompleter(completer)
        self.note = _line("Why it is no longer said", "Note")
        self._hint = text_label("No position has this title. Choose one that is offered.", kind="caution")
        room = self._hint.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the fields would lose theirs when it comes up
        self._hint.setSizePolicy(room)
        form = QFormLayout()
        form.addRow("Replaced &by", self.replaced_by)
        form.addRow("", self._hint)
        form.addRow("&Note", self.note)
        said = "It is out of use from now on, but still there to read. Drafts that hold its words say so."
        self.yes = _lay_out(self, f"Retire “{title}”", said, form, "Retire")
        self.replaced_by.textChanged.connect(self._judge)
        self._judge()

    @property
    def _wanted(self) -> str:
        return " ".join(self.replaced_by.text().split()).casefold()

    def accept(self) -> None:
        if self._wanted and self._wanted not in self._ids:
            return
        note, replaced_by = " ".join(self.note.text().split()), self._ids.get(self._wanted, "")
        super().accept()
        self.retired.emit(note, replaced_by)

    def _judge(self) -> None:
        is_known = not self._wanted or self._wanted in self._ids
        self.yes.setEnabled(is_known)
        self._hint.setVisible(not is_known)


def _lay_out(dialog: QDialog, title: str, said: str, form: QFormLayout, yes: str) -> QWidget:
    """Heading, sentence, fields and the two buttons; the one that acts is returned."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumWidth(560)
    form.setHorizontalSpacing(10)
    form.setVerticalSpacing(8)
    act = button(yes, kind="primary")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 18)
    column.setSpacing(10)
    column.addWidget(Heading(title, factor=1.3))
    column.addWidget(text_label(said, kind="soft"))
    column.addLayout(form)
    column.addSpacing(6)
    column.addWidget(buttons)
    act.setDefault(True)  # only now: the dialog must be there to hear of it
    return act


def _line(placeholder: str, name: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    return line
