"""What was found in a report as a list of items, each with what is odd about it."""

from collections.abc import Set

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Recommendation
from drafter.services.correcting import Found, doubts

ITEM = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its Recommendation."""
DOUBTS = ITEM + 1
"""What is odd about it, as sentences; empty where nothing is."""
ACCEPTED = ITEM + 2
"""Whether she has looked at it and accepted it."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FoundModel(QAbstractListModel):
    """Read-only: each correction gives a new list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Found = ()
        self._accepted: Set[RecommendationId] = frozenset()
        self._doubts = doubts(())

    @property
    def found(self) -> Found:
        return self._found

    @property
    def doubtful(self) -> int:
        """How many are worth a look."""
        return len(self._doubts)

    @property
    def accepted(self) -> int:
        """How many she has accepted."""
        return sum(each.id in self._accepted for each in self._found)

    def show_found(
        self,
        found: Found,
        *,
        accepted: Set[RecommendationId] = frozenset(),
        guessed: Set[RecommendationId] = frozenset(),
        read: Found = (),
    ) -> None:
        """Another list, and what was read of it; where as many items stand in it the rows stay."""
        same = len(found) == len(self._found)
        if not same:
            self.beginResetModel()
        self._found, self._accepted = found, accepted
        self._doubts = doubts(found, accepted=accepted, guessed=guessed, read=read)
        if not same:
            self.endResetModel()
        elif found:
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))

    def is_doubtful(self, row: int) -> bool:
        """Whether the one in this row is worth a look."""
        item = self.item(row)
        return item is not None and item.id in self._doubts

    def item(self, row: int) -> Recommendation | None:
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        odd = self._doubts.get(item.id, ())
        is_accepted = item.id in self._accepted
        told = {
            Qt.ItemDataRole.DisplayRole: f"{item.label}  {item.text[:120]}".strip(),
            Qt.ItemDataRole.ToolTipRole: "\n".join(odd) or item.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{item.name}{', accepted' if is_accepted else ''}. "
            f"{item.text[:200]}. {'. '.join(odd)}",
            ITEM: item,
            DOUBTS: odd,
            ACCEPTED: is_accepted,
        }
        return told.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
