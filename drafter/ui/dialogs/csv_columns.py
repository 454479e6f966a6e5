"""Which column of a spreadsheet is what: guessed, shown on the first rows, and changed where it is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.fields import british_date
from drafter.domain.richtext_html import from_html
from drafter.services.csv_columns import Columns, Table, guessed
from drafter.services.library_csv import entries_or_why
from drafter.services.library_files import PositionEntry
from drafter.ui.widgets.labels import Heading, button, text_label

SHOWN = 5
"""So many positions are shown as they would come in."""

_PARTS = (
    ("body", "&Wording"),
    ("title", "&Title"),
    ("kind", "&Kind"),
    ("themes", "T&hemes"),
    ("stance", "&Stance"),
    ("status", "St&atus"),
    ("owner", "&Owner"),
    ("review_by", "&Review by"),
    ("sources", "So&urces"),
    ("id", "&Id"),
)
_NOT_THERE = "not in the file"
_FIRST_WORDS = "the first words of the wording"
_PREVIEW = ("Title", "Kind", "Themes", "Wording", "Stance", "Status", "Owner", "Review by", "Sources")
_WIDTHS = (180, 80, 120, 300, 110, 90, 110, 120, 160)


class CsvColumnsDialog(QDialog):
    """Gives the positions once every row can be read."""

    entries_given = Signal(object)
    """A tuple of PositionEntry."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Add “{table.name}”")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 620)
        self._table = table
        self._entries: tuple[PositionEntry, ...] = ()
        self.choices = {part: self._choice(part) for part, _ in _PARTS}
        self.preview = self._make_preview()
        self.problem = text_label("", kind="caution")
        self.add = button("Add", kind="primary")
        self._lay_out()
        for choice in self.choices.values():
            choice.currentIndexChanged.connect(self._try)
        self._try()
        self.choices["body"].setFocus()

    @property
    def columns(self) -> Columns:
        """As they are chosen now."""
        chosen = {part: choice.currentData() for part, choice in self.choices.items()}
        return {part: int(place) for part, place in chosen.items() if place is not None}

    def accept(self) -> None:
        self.entries_given.emit(self._entries)
        super().accept()

    # --- from the top

    def _choice(self, part: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(part)
        box.addItem(_FIRST_WORDS if part == "title" else _NOT_THERE, None)
        for place, name in enumerate(self._table.header):
            box.addItem(name.strip() or f"column {place + 1}", place)
        box.setCurrentIndex(box.findData(guessed(self._table.header).get(part)))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        return box

    def _make_preview(self) -> QTableWidget:
        made = QTableWidget(0, len(_PREVIEW))
        made.setHorizontalHeaderLabels(_PREVIEW)
        made.setAccessibleName("As the positions will come in")
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.verticalHeader().hide()
        made.setTabKeyNavigation(False)
        made.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            made.setColumnWidth(column, width)
        made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        return made

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(6)
        half = len(_PARTS) // 2
        for number, (part, words) in enumerate(_PARTS):
            label = text_label(words, wrap=False)
            label.setBuddy(self.choices[part])
            self.choices[part].setAccessibleName(words.replace("&", ""))
            form.addWidget(label, number % half, number // half * 2)
            form.addWidget(self.choices[part], number % half, number // half * 2 + 1)
        form.setColumnStretch(1, 1)
        form.setColumnStretch(3, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(Heading("Which column is what?", factor=1.5))
        column.addWidget(text_label(f"“{self._table.name}” names its columns in its own way.", kind="soft"))
        column.addLayout(form)
        column.addWidget(text_label("As they will come in", bold=True))
        column.addWidget(self.preview, 1)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.add.setDefault(True)  # in the dialog: set before, Qt would let Return cancel

    # --- what is chosen

    def _try(self) -> None:
        """Read the rows with these columns, and show them or what stands in the way."""
        self._entries, said = entries_or_why(self._table, self.columns)
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
        self.add.setEnabled(bool(self._entries))
        count = len(self._entries)
        self.add.setText(f"Add {count} position{'' if count == 1 else 's'}" if count else "Add")
        self._fill(self._entries[:SHOWN])

    def _fill(self, entries: tuple[PositionEntry, ...]) -> None:
        self.preview.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            words = " ".join(from_html(entry.body).plain.split())
            for column, cell in enumerate(_cells(entry, words)):
                self.preview.setItem(row, column, QTableWidgetItem(cell))


def _cells(entry: PositionEntry, words: str) -> tuple[str, ...]:
    return (
        entry.title or words[:60],
        entry.kind.value,
        "; ".join(entry.themes),
        words[:300],
        entry.stance.phrase if entry.stance is not None else "",
        entry.status.value,
        entry.owner,
        british_date(entry.review_by) if entry.review_by is not None else "",
        "; ".join(each.title or each.address for each in entry.sources),
    )
