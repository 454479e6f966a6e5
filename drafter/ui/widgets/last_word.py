"""Completing the last of several words that stand with commas between."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class LastWordCompleter(QCompleter):
    """Completes what stands after the last comma and leaves what is before it."""

    def __init__(self, known: QStringListModel, parent: QWidget) -> None:
        super().__init__(known, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: object) -> str:
        chosen = super().pathFromIndex(index)  # type: ignore[arg-type] # the stub wants QModelIndex, which it is
        line = self.widget()
        before = line.text().rpartition(",")[0] if isinstance(line, QLineEdit) else ""
        return f"{before}, {chosen}" if before else chosen
