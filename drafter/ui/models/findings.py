"""The readiness list: what an officer should look at before the response goes out, the worst first."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.domain.checks import Finding, Severity

FINDING = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its Finding."""

SEVERITY_WORDS = {
    Severity.BLOCKS: "Must be mended",
    Severity.WARNING: "Look at this",
    Severity.ADVICE: "Advice",
}

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FindingsModel(QAbstractListModel):
    """Findings in the order in which the checks give them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._findings

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        if findings != self._findings:
            self.beginResetModel()
            self._findings = findings
            self.endResetModel()

    def count(self, severity: Severity) -> int:
        return sum(each.severity is severity for each in self._findings)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        if role == FINDING:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return finding.sentence
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{SEVERITY_WORDS[finding.severity]}: {finding.sentence}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "Go to it (Enter)"
        return None
