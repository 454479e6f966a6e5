"""Drafts that hold earlier words of a position: what is new, and what taking it would change in each."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.comparing import compare
from drafter.services.newer_words import OlderWords
from drafter.ui.widgets.difference_view import DifferenceView
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import column, row
from drafter.ui.widgets.two_lines import TwoLinesDelegate, two_lines


class NewerWordsDialog(QDialog):
    """Each is brought up to date by itself, or at once all that read word for word as the library did."""

    taken = Signal(object)
    """These, a tuple of OlderWords, take the new words."""
    kept = Signal(object)
    """These stay as they read."""
    response_opened = Signal(str)

    def __init__(
        self, read: Callable[[], tuple[OlderWords, ...]], title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Drafts with earlier words")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(920, 580)
        self._read = read
        self._found: tuple[OlderWords, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName("Drafts with earlier words")
        self.list.setItemDelegate(TwoLinesDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._new = DifferenceView()
        self._own = DifferenceView()
        self._own_said = text_label("What taking the new words would change in this draft", bold=True)
        self._own_part = QWidget()
        self._none = text_label("No draft holds earlier words any more.", kind="soft")
        self.take = button("&Take the new words", kind="primary", tip="Into this draft (Enter)")
        self.keep = button("&Keep these words", tip="They were looked at, and stay as they read")
        self.look = button("&Open on the desk", tip="Look at the whole draft")
        self.take_all = button("Bring &all up to date")
        self._lay_out(title)
        self._connect()
        self.reload()
        self.list.setFocus()

    def reload(self) -> None:
        """Read the list anew; the next one is chosen where one has gone."""
        at = max(self.list.currentRow(), 0)
        self._found = self._read()
        self.list.clear()
        is_of_one = len({each.held.wording.position for each in self._found}) == 1
        for each in self._found:
            # What tells the rows apart is their title: the drafts of one position, the positions of a draft.
            title, other = each.held.title, each.title
            if is_of_one:
                title, other = other, title
            words = _words(each, other)
            item = two_lines(title, words)
            item.setToolTip(f"{title}\n{words}\nEnter takes the new words")
            self.list.addItem(item)
        self.list.setCurrentRow(min(at, len(self._found) - 1))
        self._none.setVisible(not self._found)
        plain = len(self._verbatim)
        self.take_all.setText(f"Bring &all {plain} up to date" if plain > 1 else "Bring &all up to date")
        self.take_all.setToolTip("All that read word for word; what was tailored stays for you to look at")
        self.take_all.setEnabled(plain > 0)
        self._show()

    @property
    def _verbatim(self) -> tuple[OlderWords, ...]:
        return tuple(each for each in self._found if not each.is_tailored)

    @property
    def _current(self) -> OlderWords | None:
        at = self.list.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _lay_out(self, title: str) -> None:
        self._own_part.setLayout(column(self._own_said, self._own, spacing=4))
        right = column(text_label("What is new in the library", bold=True), self._new, spacing=4)
        right.addWidget(self._own_part)
        both = row(spacing=16)
        left = column(self.list, self._none, spacing=4)
        both.addLayout(left, 2)
        both.addLayout(right, 4)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for each in (self.take, self.keep, self.look, self.take_all):
            buttons.addButton(each, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        said = "What was signed off or sent is not listed and never changes. Undo brings back what was."
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(10)
        whole.addWidget(Heading(title, factor=1.3))
        whole.addWidget(text_label(said, kind="soft"))
        whole.addLayout(both, 1)
        whole.addWidget(buttons)
        self.take.setDefault(True)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(self._take)  # Enter in the list is the button’s, as in any dialog
        self.take.clicked.connect(self._take)
        self.keep.clicked.connect(self._keep)
        self.look.clicked.connect(self._open)
        self.take_all.clicked.connect(self._take_all)

    def _show(self) -> None:
        now = self._current
        self.take.setEnabled(now is not None and not now.is_woven)
        self.keep.setEnabled(now is not None and now.is_tailored)
        self.look.setEnabled(now is not None)
        self._own_part.setVisible(now is not None and now.is_tailored)
        if now is None:
            self._new.clear()
            return
        self._new.show_comparison(compare(now.held.text, now.current.text))
        self._own_said.setText(
            "The draft’s own words, into which they were woven, beside the new ones"
            if now.is_woven
            else "What taking the new words would change in this draft"
        )
        self._own.show_comparison(compare(now.passage.text, now.current.text))

    def _take(self) -> None:
        if (now := self._current) is not None and not now.is_woven:
            self.taken.emit((now,))
            self.reload()

    def _keep(self) -> None:
        if (now := self._current) is not None:
            self.kept.emit((now,))
            self.reload()

    def _take_all(self) -> None:
        self.taken.emit(self._verbatim)
        self.reload()

    def _open(self) -> None:
        if (now := self._current) is not None:
            self.accept()
            self.response_opened.emit(now.response)


def _words(each: OlderWords, whose: str) -> str:
    """How it reads, what it answers, and where."""
    manner = "woven into own words" if each.is_woven else "tailored" if each.is_tailored else "word for word"
    return " · ".join(filter(None, (manner, ", ".join(each.asked[:3]), whose)))
