"""The sources of a position: what backs its words, one a row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.richtext import Source, clean_source
from drafter.ui.widgets.labels import button, text_label

_COLUMNS = ("Title", "Publisher", "Date", "Address")
_VISIBLE_ROWS = 3

_Trigger = QAbstractItemView.EditTrigger
_EDITED_BY = _Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed


class SourcesTable(QWidget):
    """Edited in place; a row without any words is no source."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = QTableWidget(0, len(_COLUMNS))
        self._table.setHorizontalHeaderLabels(list(_COLUMNS))
        self._table.setAccessibleName("Sources")
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        self._table.itemChanged.connect(self._on_changed)
        self._add = button(
            "Add a source", kind="plain", tip="What backs these words: a study, a report, a page"
        )
        self._add.clicked.connect(self.add_row)
        self._remove = button("Remove", kind="plain", tip="Take the chosen source out")
        self._remove.clicked.connect(self._remove_row)
        head = QHBoxLayout()
        head.addWidget(text_label("Sources", bold=True, wrap=False))
        head.addStretch()
        head.addWidget(self._add)
        head.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._table)
        self._fit()

    @property
    def sources(self) -> tuple[Source, ...]:
        rows = [[self._cell(row, column) for column in range(4)] for row in range(self._table.rowCount())]
        return tuple(
            clean_source(Source(title=title, publisher=publisher, date=day, address=address))
            for title, publisher, day, address in rows
            if any((title, publisher, day, address))
        )

    def show_sources(self, sources: tuple[Source, ...]) -> None:
        self._table.blockSignals(True)
        self._table.setRowCount(0)
        for each in sources:
            self._append((each.title, each.publisher, each.date, each.address))
        self._table.blockSignals(False)
        self._fit()

    def add_row(self) -> None:
        """An empty row, ready to be typed into."""
        self._append(("", "", "", ""))
        self._fit()
        last = self._table.rowCount() - 1
        self._table.setCurrentCell(last, 0)
        if (cell := self._table.item(last, 0)) is not None:
            self._table.editItem(cell)

    def set_read_only(self, read_only: bool) -> None:
        self._table.setEditTriggers(_Trigger.NoEditTriggers if read_only else _EDITED_BY)
        self._add.setEnabled(not read_only)
        self._remove.setEnabled(not read_only)

    def _append(self, cells: tuple[str, ...]) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            self._table.setItem(row, column, item)

    def _remove_row(self) -> None:
        row = self._table.currentRow()
        if row >= 0:
            self._table.removeRow(row)
            self._fit()
            self.edited.emit()

    def _cell(self, row: int, column: int) -> str:
        item = self._table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _on_changed(self, item: QTableWidgetItem) -> None:
        item.setToolTip(item.text())
        self.edited.emit()

    def _fit(self) -> None:
        """As high as its rows, up to a few; without any, only its heading is there."""
        rows = self._table.rowCount()
        self._table.setVisible(rows > 0)
        self._remove.setVisible(rows > 0)
        height = self._table.horizontalHeader().sizeHint().height() + 4
        height += min(max(rows, 1), _VISIBLE_ROWS) * self._table.verticalHeader().defaultSectionSize()
        self._table.setFixedHeight(height)
