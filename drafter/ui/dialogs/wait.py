"""While the library is on its way, or much of it is being written: how far, and a way to stop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from drafter.ui.jobs import Job
from drafter.ui.widgets.labels import Heading
from drafter.ui.widgets.laying import column
from drafter.ui.widgets.progress_line import ProgressLine


class WaitDialog(QDialog):
    """Goes with its job; Escape stops that."""

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Drafter")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self.line = ProgressLine()
        self.setLayout(column(Heading(job.label, factor=1.5), self.line, margins=(28, 24, 28, 20)))
        self.line.watch(job)
        job.ended.connect(self.accept)

    def reject(self) -> None:
        """Stop; the dialog stays until the job has ended."""
        self.line.stop.click()
