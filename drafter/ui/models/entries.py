"""The library's list: rows by number, in the order they were found; a row is read when it is seen."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)

from drafter.domain.records.listing import Line

ENTRY = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its Entry."""
SNIPPET = ENTRY + 1
"""Words around what was searched for, the hits between \\x02 and \\x03; empty where nothing was."""
TITLE = ENTRY + 2
"""The title, the hits in it likewise."""

PAGE = 40
"""How many rows are read at a time: about as many as are seen."""

Index = QModelIndex | QPersistentModelIndex
Read = Callable[[Sequence[int]], Mapping[int, Line]]


def stretches_of(selection: QItemSelection) -> list[tuple[int, int]]:
    """First and last row of each stretch that is selected, from top to bottom."""
    found = (selection.at(number) for number in range(selection.count()))
    return sorted((each.top(), each.bottom()) for each in found)


class EntriesModel(QStringListModel):
    """Read-only; editing goes through services.

    Qt asks for each of 100,000 rows where it lies before it shows ten. It asks itself, that is why this is a
    list of (empty) strings: asked in Python, keys that come meanwhile would wait half a second.
    """

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._numbers: tuple[int, ...] = ()
        self._lines: dict[int, Line] = {}

    def show_rows(
        self, numbers: tuple[int, ...], lines: Mapping[int, Line] | None = None, read: Read | None = None
    ) -> None:
        """Fill anew. Where the same rows stand in it they are told, so that the choice stays."""
        same = numbers == self._numbers
        self._numbers = numbers
        self._lines = dict(lines or {})
        self._read = read or self._read
        if not same:
            self._fill(len(numbers))
        elif numbers:
            self.dataChanged.emit(self.index(0), self.index(len(numbers) - 1))

    @property
    def numbers(self) -> tuple[int, ...]:
        return self._numbers

    def index_of(self, number: int | None) -> QModelIndex:
        """Its row, or an invalid index."""
        if number is None or number not in self._numbers:
            return QModelIndex()
        return self.index(self._numbers.index(number))

    def indexes_of(self, numbers: Iterable[int | None]) -> list[QModelIndex]:
        """Likewise those of many that are listed, in their order."""
        rows = {each: row for row, each in enumerate(self._numbers)}
        return [self.index(rows[each]) for each in numbers if each in rows]

    def number_at(self, index: Index) -> int | None:
        return self._numbers[index.row()] if index.isValid() else None

    def numbers_in(self, selection: QItemSelection) -> tuple[int, ...]:
        """Of the rows that are selected, from top to bottom; each for itself 100,000 would take a second."""
        return tuple(
            number for first, last in stretches_of(selection) for number in self._numbers[first : last + 1]
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._line(index.row()) if index.isValid() else None
        if line is None:
            return None
        entry = line.entry
        told = {
            Qt.ItemDataRole.DisplayRole: entry.title,
            Qt.ItemDataRole.ToolTipRole: entry.title,
            Qt.ItemDataRole.AccessibleTextRole: f"{entry.title}, {entry.kind.value}, {entry.status.value}",
            ENTRY: entry,
            SNIPPET: line.snippet,
            TITLE: line.title or entry.title,
        }
        return told.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _fill(self, many: int) -> None:
        """So many rows, made by Qt: handing it a list of 100,000 strings takes as long as a key may take."""
        self.beginResetModel()
        self.blockSignals(True)
        self.removeRows(0, self.rowCount())
        self.insertRows(0, many)
        self.blockSignals(False)
        self.endResetModel()

    def _line(self, row: int) -> Line | None:
        """None for one that has gone in the meantime: the list is about to be filled anew."""
        number = self._numbers[row]
        if number not in self._lines:
            start = row - row % PAGE
            page = [each for each in self._numbers[start : start + PAGE] if each not in self._lines]
            self._lines.update(self._read(page))
        return self._lines.get(number)
