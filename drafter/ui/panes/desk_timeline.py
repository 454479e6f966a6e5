"""The timeline of saved drafts: when, why, by whom; any two compared, one brought back, the present kept."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)

from drafter.domain.comparing import ComparedParagraph, Comparison, Piece
from drafter.domain.records.responses import SavedDraft
from drafter.domain.richtext import BlockStyle
from drafter.services.drafts import Differing
from drafter.ui.widgets.difference_view import DifferenceView
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import column, row
from drafter.ui.widgets.two_lines import TwoLinesDelegate, two_lines

NOW = ""
"""Stands for the draft as it is now, among the ids of saved ones."""

Compare = Callable[[str, str], tuple[Differing, ...]]
"""How the second of two drafts differs from the first."""

_NONE = (
    "No draft is saved yet. One is kept at each export and each change of state; "
    "keep one by name whenever you like."
)


class TimelineDialog(QDialog):
    """Newest first, the present above all."""

    kept = Signal(str)
    """Keep the present under this name."""
    brought_back = Signal(str)
    """The id of the draft that she wants again."""

    def __init__(self, compare: Compare, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Saved drafts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1000, 600)
        self._compare = compare
        self._ids: tuple[str, ...] = (NOW,)
        self.drafts = QListWidget()
        self.drafts.setAccessibleName("Drafts, newest first")
        self.drafts.setItemDelegate(TwoLinesDelegate(self.drafts))
        self.other = QComboBox()
        self.other.setAccessibleName("Compared with")
        self._summary = text_label(kind="soft")
        self.differences = DifferenceView()
        self.name = QLineEdit()
        self.name.setAccessibleName("Name for the draft as it is now")
        self.name.setPlaceholderText("A name for the draft as it is now: “For the board”")
        self.keep = button("&Keep this draft", tip="Keep the present under that name, for good (Enter)")
        self.bring = button(
            "&Bring this draft back", tip="The present is kept first; Undo takes it back in one step"
        )
        self._lay_out()
        self._connect()
        self.drafts.setFocus()

    def show_drafts(self, drafts: tuple[SavedDraft, ...]) -> None:
        """What is kept now; the newest of them is chosen, compared with the present."""
        self._ids = (NOW, *(each.id for each in drafts))
        self.drafts.clear()
        self.other.clear()
        for what, when in (("Now", "As it is on the desk"), *map(draft_words, drafts)):
            self.drafts.addItem(two_lines(what, when))
            self.other.addItem(f"{what}, {when}" if what != "Now" else "the draft as it is now")
        self.other.setCurrentIndex(0)
        self.drafts.setCurrentRow(1 if drafts else 0)
        self._show()

    def ask_for_name(self) -> None:
        """Typing names the present, and Enter keeps it."""
        self.name.setFocus()

    def _lay_out(self) -> None:
        word = QLabel("&Compared with")
        word.setBuddy(self.other)
        compared = row(word, self.other)
        compared.setStretch(1, 1)
        right = column(compared, self._summary, self.differences, spacing=8)
        both = row(self.drafts, right, spacing=16)
        both.setStretch(0, 2)
        both.setStretch(1, 4)
        naming = row(self.name, self.keep)
        naming.setStretch(0, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.bring, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        whole = column(Heading("Saved drafts", factor=1.3), naming, spacing=12, margins=(24, 20, 24, 18))
        whole.addLayout(both, 1)
        whole.addWidget(buttons)
        self.setLayout(whole)
        self.keep.setDefault(True)  # Enter in the name; the list has no other use for it

    def _connect(self) -> None:
        self.drafts.currentRowChanged.connect(self._show)
        self.other.currentIndexChanged.connect(self._show)
        self.name.textChanged.connect(self._enable)
        self.keep.clicked.connect(self._keep)
        self.bring.clicked.connect(self._bring)
        self._enable()

    @property
    def chosen(self) -> str:
        """The id of the draft that is chosen, or NOW."""
        return self._ids[max(self.drafts.currentRow(), 0)]

    def _show(self) -> None:
        self._enable()
        first, second = self._ids[max(self.other.currentIndex(), 0)], self.chosen
        if len(self._ids) == 1:
            self._say(_NONE, ())
        elif first == second:
            self._say("Choose another draft to compare it with.", ())
        else:
            # The later one is what an earlier one became, whichever was chosen first.
            earlier, later = sorted((first, second), key=self._ids.index, reverse=True)
            found = self._compare(earlier, later)
            many = "1 difference" if len(found) == 1 else f"{len(found)} differences"
            self._say(f"{many} from the earlier to the later." if found else "No difference.", found)

    def _say(self, sentence: str, found: tuple[Differing, ...]) -> None:
        self._summary.setText(sentence)
        self.differences.show_comparison(_joined(found))

    def _enable(self) -> None:
        self.keep.setEnabled(bool(self.name.text().strip()))
        self.bring.setEnabled(self.chosen != NOW)

    def _keep(self) -> None:
        name = self.name.text()
        self.name.clear()
        self.kept.emit(name)

    def _bring(self) -> None:
        wanted = self.chosen
        self.accept()
        self.brought_back.emit(wanted)


def draft_words(draft: SavedDraft) -> tuple[str, str]:
    """Why it was kept; when and by whom."""
    local = draft.at.astimezone()
    when = f"{local.day} {local:%B} {local.year}, {local:%H:%M}"
    return draft.label, f"{when}, {draft.by}" if draft.by else when


def _joined(found: tuple[Differing, ...]) -> Comparison:
    """All differences below one another, each under its place."""
    return Comparison(
        paragraphs=tuple(
            paragraph
            for each in found
            for paragraph in (
                ComparedParagraph(pieces=(Piece(text=each.sentence),), style=BlockStyle.HEADING3),
                *each.comparison.paragraphs,
            )
        )
    )
