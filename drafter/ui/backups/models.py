"""Backups, and what is in one, as lists of rows in two lines."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.services.backups import REASONS, Item, in_words
from drafter.store.backup import Backup

LINES = int(Qt.ItemDataRole.UserRole)
"""What TwoLinesDelegate paints."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _TwoLines(QAbstractListModel):
    """Read-only; a screen reader says both lines."""

    def lines(self, row: int) -> tuple[str, str]:
        raise NotImplementedError

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == LINES:
            return self.lines(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return ", ".join(each for each in self.lines(index.row()) if each)
        return None


class BackupsModel(_TwoLines):
    """Newest first; whether each is whole is told as it becomes known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[Backup, ...] = ()
        self._sizes: dict[Path, int] = {}
        self._whole: dict[Path, bool] = {}

    @property
    def kept(self) -> tuple[Backup, ...]:
        return self._kept

    @property
    def unchecked(self) -> Backup | None:
        """The newest of which it is not known whether it is whole."""
        return next((each for each in self._kept if each.path not in self._whole), None)

    def show_kept(self, kept: Sequence[Backup]) -> None:
        self.beginResetModel()
        self._kept = tuple(each for each in kept if each.path.exists())
        self._sizes = {each.path: each.path.stat().st_size for each in self._kept}
        self.endResetModel()

    def tell(self, path: Path, *, whole: bool) -> None:
        self._whole[path] = whole
        row = next((row for row, each in enumerate(self._kept) if each.path == path), None)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._kept)

    def lines(self, row: int) -> tuple[str, str]:
        each = self._kept[row]
        whole = {True: "whole", False: "damaged", None: "being checked"}[self._whole.get(each.path)]
        size = QLocale.c().formattedDataSize(
            self._sizes[each.path], 1, QLocale.DataSizeFormat.DataSizeSIFormat
        )
        when = in_words(each.at)
        return when[:1].upper() + when[1:], f"{whole.capitalize()}, {size}, {REASONS[each.why]}"


class ItemsModel(_TwoLines):
    """What a search left of what a backup holds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return self._items

    def show_items(self, items: Sequence[Item]) -> None:
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def lines(self, row: int) -> tuple[str, str]:
        each = self._items[row]
        return each.title, ", ".join(
            part for part in (each.sort.value.capitalize(), each.since.value) if part
        )
