"""What was found in a report as a list of items, each with what is odd about it."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.domain.records.reports import Recommendation
from drafter.services.correcting import Found, doubts

ITEM = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its Recommendation."""
DOUBTS = ITEM + 1
"""What is odd about it, as sentences; empty where nothing is."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FoundModel(QAbstractListModel):
    """Read-only: each correction gives a new list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Found = ()
        self._doubts = doubts(())

    @property
    def found(self) -> Found:
        return self._found

    @property
    def doubtful(self) -> int:
        """How many are worth a look."""
        return len(self._doubts)

    def show_found(self, found: Found) -> None:
        """Another list; where as many items stand in it the rows stay, so that the choice does."""
        same = len(found) == len(self._found)
        if not same:
            self.beginResetModel()
        self._found, self._doubts = found, doubts(found)
        if not same:
            self.endResetModel()
        elif found:
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))

    def item(self, row: int) -> Recommendation | None:
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        odd = self._doubts.get(item.id, ())
        told = {
            Qt.ItemDataRole.DisplayRole: f"{item.label}  {item.text[:120]}".strip(),
            Qt.ItemDataRole.ToolTipRole: "\n".join(odd) or item.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{item.name}. {item.text[:200]}. {'. '.join(odd)}",
            ITEM: item,
            DOUBTS: odd,
        }
        return told.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
