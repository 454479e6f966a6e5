"""The readiness list: what was found, the worst first; each leads to its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from drafter.domain.checks import Finding, Severity

_WORDS = {Severity.BLOCKS: "Must be mended", Severity.WARNING: "Look at this", Severity.ADVICE: "Advice"}
_FINDING = Qt.ItemDataRole.UserRole


class FindingsList(QListWidget):
    """Chosen with Enter or a double click."""

    chosen = Signal(Finding)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Readiness")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(2)
        self.itemActivated.connect(self._on_activated)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Fill the list anew."""
        self.clear()
        for each in findings:
            item = QListWidgetItem(f"{_WORDS[each.severity]}: {each.sentence}")
            item.setData(_FINDING, each)
            item.setToolTip("Enter goes to its place")
            self.addItem(item)
        self.setVisible(bool(findings))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_FINDING))
