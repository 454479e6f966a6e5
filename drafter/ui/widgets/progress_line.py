"""How far a job is, and a way to stop it: one line."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from drafter.ui.jobs import Job
from drafter.ui.widgets.labels import button, text_label


class ProgressLine(QWidget):
    """Shows one job at a time, the latest; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._words = text_label(wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self.stop = button("Stop", kind="plain", tip="Stop this; nothing is changed by half")
        self.stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self.stop)
        self.hide()

    def watch(self, job: Job) -> None:
        """Show this job until it ends."""
        self._let_go()
        self._job = job
        self._words.setText(f"{job.label}…")
        self.setAccessibleName(job.label)
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._let_go)
        self.show()

    def _on_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if self._job is not None:
            self._words.setText(f"{self._job.label}: {done} of {total}" if total else f"{self._job.label}…")

    def _cancel(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self._words.setText("Stopping…")
            self._job.cancel()

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.progressed.disconnect(self._on_progress)
            self._job.ended.disconnect(self._let_go)
        self._job = None
        self.hide()
