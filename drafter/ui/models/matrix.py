"""The matrix of a response as a table that sorts and filters: a row for each recommendation."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from drafter.domain.records.stances import Stance
from drafter.services.matrix import COLUMNS, MatrixRow

MATRIX_ROW = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which every cell gives its MatrixRow."""

STANCE_COLUMN, WORDS_COLUMN, MISSING_COLUMN = 3, 5, 6

_SORT = int(Qt.ItemDataRole.UserRole) + 2

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """Read-only, in the report's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MatrixRow, ...] = ()

    def show_rows(self, rows: tuple[MatrixRow, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == MATRIX_ROW:
            return row
        if role == _SORT:
            return _sort_key(row, index.row(), index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {COLUMNS[index.column()]}: {row.cells[index.column()] or 'none'}"
        return None


def _sort_key(row: MatrixRow, place: int, column: int) -> object:
    if column == 0:
        return place
    if column == STANCE_COLUMN:
        return list(Stance).index(row.stance)
    if column == WORDS_COLUMN:
        return row.words
    if column == MISSING_COLUMN:
        return f"{9 - len(row.missing)} {row.standing}"
    return row.cells[column].casefold()


class NarrowedMatrix(QSortFilterProxyModel):
    """The rows that hold all the words; of these, those with gaps alone, or of one stance."""

    def __init__(self, source: MatrixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._stance: Stance | None = None
        self._gaps = False
        self.setSourceModel(source)
        self.setSortRole(_SORT)

    def narrow(self, words: str, *, stance: Stance | None = None, gaps: bool = False) -> None:
        self.beginFilterChange()
        self._words, self._stance, self._gaps = tuple(words.casefold().split()), stance, gaps
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def rows(self) -> tuple[MatrixRow, ...]:
        """What is listed, as it is sorted."""
        found = (self.index(at, 0).data(MATRIX_ROW) for at in range(self.rowCount()))
        return tuple(each for each in found if isinstance(each, MatrixRow))

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self.sourceModel().index(source_row, 0, source_parent).data(MATRIX_ROW)
        if not isinstance(row, MatrixRow):
            return False
        if (self._gaps and not row.missing) or self._stance not in {None, row.stance}:
            return False
        said = "\n".join(row.cells).casefold()
        return all(each in said for each in self._words)
