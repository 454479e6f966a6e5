"""The library's list as a table of records: entries in the order they were found."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Entry

ENTRY = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its Entry."""
SNIPPET = ENTRY + 1
"""Words around what was searched for, the hits between \\x02 and \\x03; empty where nothing was."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class EntriesModel(QAbstractListModel):
    """Read-only; editing goes through services."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._snippets: Mapping[PositionId, str] = {}
        self._rows: dict[PositionId, int] = {}

    def show_entries(
        self, entries: tuple[Entry, ...], snippets: Mapping[PositionId, str] | None = None
    ) -> None:
        """Fill anew. Where the same positions stand in it their rows are told, so that the choice stays."""
        same = [each.id for each in entries] == [each.id for each in self._entries]
        if not same:
            self.beginResetModel()
        self._entries = entries
        self._snippets = snippets or {}
        self._rows = {each.id: row for row, each in enumerate(entries)}
        if not same:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def index_of(self, position: PositionId) -> QModelIndex:
        """Its row, or an invalid index."""
        row = self._rows.get(position)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        told = {
            Qt.ItemDataRole.DisplayRole: entry.title,
            Qt.ItemDataRole.ToolTipRole: entry.title,
            Qt.ItemDataRole.AccessibleTextRole: f"{entry.title}, {entry.kind.value}, {entry.status.value}",
            ENTRY: entry,
            SNIPPET: self._snippets.get(entry.id, ""),
        }
        return told.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
