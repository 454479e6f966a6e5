"""What past responses say that could be a position: each is looked at, and added, left out or merged."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from drafter.domain.comparing import compare
from drafter.domain.fields import british_date
from drafter.domain.richtext import RichText
from drafter.services.past_responses import Proposal, State, Variant
from drafter.ui.dialogs.past_responses_rows import ProposalDelegate
from drafter.ui.models.proposals import ROW, ProposalsModel, Sorted, Verdict, share_words
from drafter.ui.widgets.difference_view import DifferenceView
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, column, row
from drafter.ui.widgets.painted_list import PaintedList

_MOST_NAMED = 3
_ALONE = "nothing: the wording alone"


class PastResponsesDialog(QDialog):
    """Single keys decide, Ctrl+Z takes back, Enter adds all that is not left out."""

    accepted_all = Signal(object)
    """A tuple of Proposal."""

    def __init__(self, proposals: tuple[Proposal, ...], files: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Add from past responses")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1080, 640)
        self.model = ProposalsModel(proposals, self)
        self._is_told = False
        self.list = PaintedList(self.model, ProposalDelegate)
        self.list.setAccessibleName("What the files say")
        self._said = text_label(kind="soft")
        self._where = text_label(kind="soft")
        self.other = QComboBox()
        self.other.setAccessibleName("Compared with")
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._summary = text_label(kind="soft")
        self.wording = DifferenceView()
        self.wording.setAccessibleName("Wording")
        self.accept_one = self._act("&Accept", "A", lambda: self._decide(Verdict.ACCEPTED))
        self.reword = self._act("As new &words of it", "W", lambda: self._decide(Verdict.REWORDS))
        self.drop = self._act("&Drop", "D", lambda: self._decide(Verdict.DROPPED))
        self.merge = self._act("&Merge with the next", "M", self._merge)
        self.undo = self._act("&Undo", "Ctrl+Z", self._undo)
        self.add = button("Add", kind="primary", tip="All that is not left out (Enter)")
        self._lay_out(len(proposals), files)
        for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
            QShortcut(QKeySequence(key), self.list, lambda by=step: self._turn(by))
        self.list.selectionModel().currentChanged.connect(self._show)
        self.other.currentIndexChanged.connect(self._compare)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    @property
    def _row(self) -> Sorted | None:
        found = self.list.currentIndex().data(ROW)
        return found if isinstance(found, Sorted) else None

    def accept(self) -> None:
        chosen = self.model.chosen
        if chosen:
            super().accept()
            self.accepted_all.emit(chosen)

    def reject(self) -> None:
        """Escape is easily pressed: what was decided goes only at the second time."""
        if self.model.can_undo and not self._is_told:
            self._is_told = True
            self._said.setText("Escape once more leaves: nothing is added, and what you decided is gone.")
            return
        super().reject()

    # --- from the top

    def _act(self, words: str, key: str, act: Callable[[], object]) -> QPushButton:
        """A button, and the key that does the same."""
        made = button(words, tip=f"{words.replace('&', '')} ({key})")
        made.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(made.click)
        return made

    def _lay_out(self, many: int, files: int) -> None:
        label = QLabel("&Compared with")
        label.setBuddy(self.other)
        compared = row(label, self.other)
        compared.setStretch(1, 1)
        right = column(self._where, compared, self._summary, self.wording, spacing=8)
        right.setStretchFactor(self.wording, 1)
        both = row(spacing=16)
        both.addWidget(self.list, 5)
        both.addLayout(right, 6)
        acts = row(self.accept_one, self.reword, self.drop, self.merge, self.undo, SPRING, spacing=8)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(super().reject)
        acts.addWidget(buttons)
        what = "1 paragraph" if many == 1 else f"{many} paragraphs"
        where = "a past response" if files == 1 else f"{files} past responses"
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(10)
        whole.addWidget(Heading(f"{what} from {where}", factor=1.3))
        whole.addWidget(self._said)
        whole.addLayout(both, 1)
        whole.addLayout(acts)
        self.add.setDefault(True)  # in the dialog: set before, Qt would let Return cancel

    # --- what is shown

    def _show(self) -> None:
        """The row that is chosen, with what it can be compared with."""
        now = self._row
        self._count()
        if now is None:
            return
        self._where.setText(_where(now.proposal.variants[0]))
        self.other.blockSignals(True)
        self.other.clear()
        for words, text in _others(now.proposal):
            self.other.addItem(words, text)
        self.other.addItem(_ALONE, None)
        self.other.setEnabled(self.other.count() > 1)
        self.other.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        now = self._row
        if now is None:
            return
        other = self.other.currentData()
        comparison = compare(other if isinstance(other, RichText) else now.proposal.text, now.proposal.text)
        self._summary.setText(comparison.sentence + "." if isinstance(other, RichText) else "")
        self._summary.setVisible(isinstance(other, RichText))
        self.wording.show_comparison(comparison)

    def _count(self) -> None:
        """What has been decided, in words, and what can be done with the row that is chosen."""
        self._is_told = False
        now, at = self._row, self.list.currentIndex().row()
        counts = [(self.model.count(state), state.value) for state in State]
        said = ", ".join(f"{many} {words}" for many, words in counts if many)
        chosen = len(self.model.chosen)
        self._said.setText(f"{said.capitalize()}. A accepts, D drops, M merges, Enter adds what is accepted.")
        self.add.setText(f"Add {chosen}" if chosen else "Add")
        self.add.setEnabled(chosen > 0)
        self.accept_one.setEnabled(now is not None and now.can(Verdict.ACCEPTED))
        self.reword.setEnabled(now is not None and now.can(Verdict.REWORDS))
        self.drop.setEnabled(now is not None)
        self.merge.setEnabled(now is not None and at + 1 < self.model.rowCount())
        self.undo.setEnabled(self.model.can_undo)

    # --- what she decides

    def _decide(self, verdict: Verdict) -> None:
        """And on to the next."""
        at = self.list.currentIndex().row()
        self.model.decide(at, verdict)
        self._go_to(min(at + 1, self.model.rowCount() - 1))

    def _merge(self) -> None:
        at = self.list.currentIndex().row()
        self.model.merge(at)
        self._go_to(at)

    def _undo(self) -> None:
        self._go_to(self.model.undo())

    def _go_to(self, at: int) -> None:
        self.list.setCurrentIndex(self.model.index(at))
        self.list.setFocus()
        self._show()

    def _turn(self, by: int) -> None:
        """To the next thing to compare with."""
        if self.other.count():
            self.other.setCurrentIndex((self.other.currentIndex() + by) % self.other.count())


def _others(proposal: Proposal) -> tuple[tuple[str, RichText], ...]:
    """The library’s words first, then the earlier wordings."""
    found = []
    if proposal.like is not None:
        said = "" if proposal.state is State.THERE else f", {share_words(proposal.like.share)}"
        found.append((f"“{proposal.like.title}” in the library{said}", proposal.like.text))
    found += [(f"earlier: {_where(each)}", each.text) for each in proposal.variants[1:]]
    return tuple(found)


def _where(variant: Variant) -> str:
    """“Response to A”, 4 March 2024; “Response to B”; and 2 more."""
    places = sorted(variant.found_in, key=lambda each: (each.dated is not None, each.dated), reverse=True)
    named = [
        f"“{each.title}”" + (f", {british_date(each.dated)}" if each.dated is not None else "")
        for each in places
    ]
    said = [
        f"{name} ({each.file.name})" if each.file is not None and named.count(name) > 1 else name
        for each, name in zip(places, named, strict=True)
    ][:_MOST_NAMED]
    more = len(places) - _MOST_NAMED
    return "; ".join((*said, f"and {more} more") if more > 0 else said)
