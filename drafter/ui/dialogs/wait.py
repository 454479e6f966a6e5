"""While there is no window, because the library is on its way: how far it is, and a way to stop it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from drafter.ui.jobs import Job
from drafter.ui.widgets.labels import Heading
from drafter.ui.widgets.laying import column
from drafter.ui.widgets.progress_line import ProgressLine


class WaitDialog(QDialog):
    """Goes with its job; Escape stops that."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.setWindowTitle("Drafter")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self.line = ProgressLine()
        self.setLayout(column(Heading(job.label, factor=1.5), self.line, margins=(28, 24, 28, 20)))
        self.line.watch(job)
        job.ended.connect(self.accept)

    def reject(self) -> None:
        """Stop; the dialog stays until the job has ended."""
        self.line.stop.click()
