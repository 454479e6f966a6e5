"""The readiness list: each finding leads to its place, and most offer the mend."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from drafter.domain.checks import Finding, Severity
from drafter.ui.models.findings import FINDING, FindingsModel
from drafter.ui.panes.desk_mending import mend_words
from drafter.ui.widgets.finding_delegate import FindingDelegate
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import SPRING, column, row
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.widgets.parts import as_part


class ReadinessPane(QWidget):
    """`wanted` brings the finding to go to."""

    wanted = Signal(Finding)
    mend_wanted = Signal(Finding)
    """What its button or key says shall be done about it."""
    counted = Signal(int)
    """How many findings are more than advice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(self)
        self.list = PaintedList(self.model, FindingDelegate)
        self._sentence = text_label("", kind="soft")
        self._sentence.setContentsMargins(14, 10, 14, 8)
        layout = column(self._sentence, spacing=0)
        layout.addWidget(self.list, 1)
        self.mend = button("Mend", tip="What can be done about the chosen finding (Ctrl+Shift+R)")
        self._below = QWidget()
        self._below.setLayout(row(self.mend, SPRING, margins=(12, 8, 12, 10)))
        layout.addWidget(self._below)
        self.setLayout(layout)
        self.mend.clicked.connect(self._mend)
        self.list.selectionModel().currentChanged.connect(self._offer_mend)
        self.model.modelReset.connect(self._offer_mend)
        self.list.clicked.connect(self._go)
        self.list.installEventFilter(self)
        as_part(self.list, "What is not ready")
        self.show_findings(())

    @property
    def current(self) -> Finding | None:
        found = self.list.currentIndex().data(FINDING)
        return found if isinstance(found, Finding) else None

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """The one that was chosen stays chosen while it is there; else the next takes its place."""
        before, at = self.current, self.list.currentIndex().row()
        self.model.show_findings(findings)
        if before is not None and findings and self.current is None:
            again = findings.index(before) if before in findings else min(at, len(findings) - 1)
            self.list.setCurrentIndex(self.model.index(again))
        self._sentence.setText(summary(findings))
        self.counted.emit(sum(each.severity is not Severity.ADVICE for each in findings))

    def enter(self) -> None:
        """Keys go to the list, and it shows where they will begin."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self._go(self.list.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _offer_mend(self) -> None:
        words = mend_words(self.current) if self.current is not None else ""
        self._below.setVisible(bool(words))
        self.mend.setText(words)
        self.mend.setAccessibleName(words)

    def _mend(self) -> None:
        if self.current is not None:
            self.mend_wanted.emit(self.current)

    def _go(self, index: QModelIndex) -> None:
        finding = index.data(FINDING)
        if isinstance(finding, Finding):
            self.wanted.emit(finding)


def summary(findings: tuple[Finding, ...]) -> str:
    """Count them: "2 must be mended, 5 to look at, 1 piece of advice"."""
    counts = {severity: sum(each.severity is severity for each in findings) for severity in Severity}
    advice = counts[Severity.ADVICE]
    said = (
        f"{counts[Severity.BLOCKS]} must be mended" if counts[Severity.BLOCKS] else "",
        f"{counts[Severity.WARNING]} to look at" if counts[Severity.WARNING] else "",
        f"{advice} {'piece' if advice == 1 else 'pieces'} of advice" if advice else "",
    )
    return ", ".join(filter(None, said)) or "Nothing was found that should be looked at."
