"""What is offered to a report's list, as a list of differences."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.services.comparing_lists import Difference, Differences

DIFFERENCE = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its Difference."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class OfferedModel(QAbstractListModel):
    """Read-only: what has been taken drops out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offered: Differences = ()

    @property
    def offered(self) -> Differences:
        return self._offered

    def show_offered(self, offered: Differences) -> None:
        self.beginResetModel()
        self._offered = offered
        self.endResetModel()

    def difference(self, row: int) -> Difference | None:
        return self._offered[row] if 0 <= row < len(self._offered) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._offered)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self.difference(index.row()) if index.isValid() else None
        if each is None:
            return None
        item = each.item
        told = {
            Qt.ItemDataRole.DisplayRole: f"{item.label}  {item.text[:120]}".strip(),
            Qt.ItemDataRole.AccessibleTextRole: f"{each.fate.value}: {item.name}. {item.text[:200]}",
            DIFFERENCE: each,
        }
        return told.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
