"""The readiness list in the export window: each finding leads to its place."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from drafter.domain.checks import Finding
from drafter.ui.models.findings import FINDING, FindingsModel
from drafter.ui.widgets.finding_delegate import FindingDelegate
from drafter.ui.widgets.painted_list import PaintedList

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindingsList(PaintedList):
    """Chosen with Enter or a double click: going there leaves the window."""

    chosen = Signal(Finding)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.findings_model = FindingsModel()
        super().__init__(self.findings_model, FindingDelegate, parent=parent)
        self.findings_model.setParent(self)
        self.setAccessibleName("Readiness")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.doubleClicked.connect(self._choose)
        self.installEventFilter(self)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Fill the list anew."""
        self.findings_model.show_findings(findings)
        self.setVisible(bool(findings))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the place; it must not press the window's default button."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and event.key() in _ENTER and self.currentIndex().isValid():  # type: ignore[attr-defined]
            self._choose(self.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _choose(self, index: QModelIndex) -> None:
        finding = index.data(FINDING)
        if isinstance(finding, Finding):
            self.chosen.emit(finding)
