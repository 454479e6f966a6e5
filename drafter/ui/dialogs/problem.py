"""What is shown when the program itself went wrong: a report that can be copied, and where the log is."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from drafter.paths import log_folder
from drafter.ui.widgets.labels import Heading, button, text_label

MOST_SHOWN = 5


class ProblemDialog(QDialog):
    """One for all bugs of a session: while it is open, further ones are counted and added to its report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong in Drafter")
        self.resize(680, 420)
        self.count = 0
        self._words = text_label()
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setAccessibleName("Report of the problem")
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy = button("Copy the report", kind="primary")
        self.copy.clicked.connect(self._copy)
        log = button("Show the log")
        log.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder()))))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(log, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(Heading("That should not have happened", factor=1.5))
        column.addWidget(self._words)
        column.addWidget(self._report, 1)
        column.addWidget(buttons)

    @property
    def report(self) -> str:
        return self._report.toPlainText()

    def add(self, report: str) -> None:
        """Show this one, below those that have not been closed yet."""
        self.count = self.count + 1 if self.isVisible() else 1
        again = f" (It happened {self.count} times.)" if self.count > 1 else ""
        self._words.setText(
            "Your work is saved, and you can go on. If it happens again, copy the report and send it to "
            "whoever looks after Drafter. Read it first: it may quote what you were working on."
            f"{again}\n\n"
            f"The log is in {log_folder()}"
        )
        if self.count == 1:
            self._report.setPlainText(report)
        elif self.count <= MOST_SHOWN:
            self._report.appendPlainText(f"\n{report}")
        self.open()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copy.setText("Copied")
