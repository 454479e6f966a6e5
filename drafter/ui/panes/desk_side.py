"""The right of the desk: what the library has, what is not ready, and the outline, one behind the other."""

from PySide6.QtWidgets import QTabWidget, QWidget

_WIDTH = 270


class SideTabs(QTabWidget):
    """What is dragged over a tab brings it up: from the library to a section in the outline."""

    def __init__(self, library: QWidget, readiness: QWidget, outline: QWidget) -> None:
        super().__init__()
        self._readiness = readiness
        self.setDocumentMode(True)
        self.addTab(library, "&Library")
        self.addTab(readiness, "Readiness")
        self.addTab(outline, "Outline")
        self.setMinimumWidth(_WIDTH)
        self.tabBar().setAccessibleName("Beside the draft")
        self.tabBar().setAcceptDrops(True)
        self.tabBar().setChangeCurrentOnDrag(True)

    def count_findings(self, many: int) -> None:
        """Those that are more than advice, in the tab's own words."""
        self.setTabText(self.indexOf(self._readiness), f"Readiness ({many})" if many else "Readiness")
