"""The history of a position: every wording, what changed between any two, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.comparing import compare
from drafter.domain.records.positions import Revision
from drafter.ui.widgets.difference_view import DifferenceView
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.two_lines import TwoLinesDelegate, two_lines


class RevisionsDialog(QDialog):
    """Newest first; a chosen wording is compared with the one before it, or with any other."""

    brought_back = Signal(str)
    """The id of the wording that she wants again."""

    def __init__(self, revisions: tuple[Revision, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("History")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 560)
        self._revisions = revisions
        self.wordings = QListWidget()
        self.wordings.setAccessibleName("Wordings, newest first")
        self.wordings.setItemDelegate(TwoLinesDelegate(self.wordings))
        self.other = QComboBox()
        self.other.setAccessibleName("Compared with")
        self._summary = text_label(kind="soft")
        self.differences = DifferenceView()
        self.on = button("Ne&xt difference", kind="link", tip="F3; Shift+F3 goes back")
        self.bring = button(
            "&Bring these words back", tip="They become the newest wording, as a new revision"
        )
        self._fill()
        self._lay_out()
        self.wordings.currentRowChanged.connect(self._on_chosen)
        self.other.currentIndexChanged.connect(self._compare)
        self.bring.clicked.connect(self._on_bring)
        self.on.clicked.connect(self.differences.go_on)
        self.wordings.setCurrentRow(0)
        self.wordings.setFocus()

    def _fill(self) -> None:
        for each in self._revisions:
            when, who = revision_words(each)
            if each.wording.position != self._revisions[0].wording.position:
                who += f", as “{each.title}”, which it replaces"
            self.wordings.addItem(two_lines(when, who))
            self.other.addItem(f"{when}, {who}")

    def _lay_out(self) -> None:
        word = QLabel("&Compared with")
        word.setBuddy(self.other)
        compared = QHBoxLayout()
        compared.addWidget(word)
        compared.addWidget(self.other, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(compared)
        said = QHBoxLayout()
        said.addWidget(self._summary, 1)
        said.addWidget(self.on)
        right.addLayout(said)
        right.addWidget(self.differences, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.wordings, 2)
        both.addLayout(right, 4)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.bring, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Heading(f"History of “{self._revisions[0].title}”", factor=1.3))
        column.addLayout(both, 1)
        column.addWidget(buttons)

    def _on_chosen(self, row: int) -> None:
        self.other.setCurrentIndex(min(row + 1, len(self._revisions) - 1))
        self.bring.setEnabled(row > 0)
        self._compare()

    def _compare(self) -> None:
        row = self.wordings.currentRow()
        if row < 0:
            return
        chosen, other = self._revisions[row], self._revisions[max(self.other.currentIndex(), 0)]
        comparison = compare(other.text, chosen.text)
        said = "This is the first wording." if chosen is other else comparison.sentence
        if chosen.title != other.title:
            said += f" The title was “{other.title}” and is “{chosen.title}”."
        if chosen.sources != other.sources:
            said += " The sources differ."
        self._summary.setText(said)
        self.differences.show_comparison(comparison)
        self.on.setEnabled(not comparison.is_same)

    def _on_bring(self) -> None:
        wanted = self._revisions[self.wordings.currentRow()].id
        self.accept()
        self.brought_back.emit(wanted)


def revision_words(revision: Revision) -> tuple[str, str]:
    """When; and by whom, and whether it is approved."""
    local = revision.at.astimezone()
    by = revision.by or "someone"
    if revision.approval is not None:
        by += f", approved by {revision.approval.by}" if revision.approval.by else ", approved"
    return f"{local.day} {local:%B} {local.year}, {local:%H:%M}", by
