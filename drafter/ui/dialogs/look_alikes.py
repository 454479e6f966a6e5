"""Positions that look alike, two by two, beside each other: keep one, merge them, or tell them apart."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.records.positions import Wording
from drafter.services.lookalikes import LookAlike, Side, Sides, share_of
from drafter.ui.dialogs.look_alikes_merge import MergeDialog
from drafter.ui.dialogs.look_alikes_sides import TwoSides
from drafter.ui.models.proposals import share_words
from drafter.ui.text.spelling import Spelling
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, row
from drafter.ui.widgets.two_lines import TwoLinesDelegate, two_lines

_PAIR = Qt.ItemDataRole.UserRole + 1


class Acts(Protocol):
    """What the dialog asks of the library. Whatever raises leaves the pair in the list."""

    def sides(self, pair: LookAlike) -> Sides | None: ...
    def keep(self, pair: LookAlike, kept: Side, other: Side) -> None: ...
    def merge(self, pair: LookAlike, wording: Wording, other: Side) -> None: ...
    def tell_apart(self, pair: LookAlike) -> None: ...
    def undo(self) -> None: ...


class LookAlikesDialog(QDialog):
    """Single keys decide and go on to the next pair; Ctrl+Z takes the last decision back."""

    def __init__(
        self, pairs: tuple[LookAlike, ...], acts: Acts, spelling: Spelling, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Look-alikes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1120, 640)
        self._acts = acts
        self._spelling = spelling
        self._sides: Sides | None = None
        self._settled: list[tuple[int, LookAlike]] = []
        self.list = QListWidget()
        self.list.setAccessibleName("Pairs that look alike")
        self.list.setItemDelegate(TwoLinesDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = Heading("", factor=1.3)
        self._said = text_label(kind="soft")
        self.both = TwoSides()
        self.keep_left = self._act("Keep the &left one", "L", lambda: self._keep(0, 1))
        self.keep_right = self._act("Keep the &right one", "R", lambda: self._keep(1, 0))
        self.merge = self._act("&Merge…", "M", self._merge)
        self.not_same = self._act("&Not the same", "N", self._tell_apart)
        self.undo = self._act("&Undo", "Ctrl+Z", self._undo)
        self.previous = self._act("&Previous", "Alt+Left", lambda: self._step(-1))
        self.next = self._act("Ne&xt", "Alt+Right", lambda: self._step(1))
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        for pair in pairs:
            self.list.addItem(_item(pair))
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self._show()

    @property
    def pair(self) -> LookAlike | None:
        item = self.list.currentItem()
        found = item.data(_PAIR) if item is not None else None
        return found if isinstance(found, LookAlike) else None

    # --- from the top

    def _act(self, words: str, key: str, act: Callable[[], object]) -> QPushButton:
        """A button, and the key that does the same."""
        made = button(words, tip=f"{words.replace('&', '').removesuffix('…')} ({key})")
        made.clicked.connect(act)
        QShortcut(QKeySequence(key), self, made.click)
        return made

    def _lay_out(self) -> None:
        both = row(spacing=16)
        both.addWidget(self.list, 2)
        both.addWidget(self.both, 6)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        acts = row(self.keep_left, self.keep_right, self.merge, self.not_same, self.undo, SPRING)
        for each in (self.previous, self.next, buttons):
            acts.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(10)
        whole.addWidget(self.heading)
        whole.addWidget(self._said)
        whole.addLayout(both, 1)
        whole.addLayout(acts)

    # --- what is shown

    def _show(self) -> None:
        pair, many = self.pair, self.list.count()
        self.heading.setText(
            "Nothing looks alike any more"
            if not many
            else f"{many:,} pair{' looks' if many == 1 else 's look'} alike"
        )
        self._sides = self._acts.sides(pair) if pair is not None else None
        self.both.setVisible(self._sides is not None)
        self._said.setText(self._words(pair))
        can = self._sides is not None
        for each in (self.keep_left, self.keep_right, self.merge):
            each.setEnabled(can)
        self.not_same.setEnabled(can and pair is not None and not pair.is_one)
        self.undo.setEnabled(bool(self._settled))
        self.previous.setEnabled(self.list.currentRow() > 0)
        self.next.setEnabled(self.list.currentRow() + 1 < many)

    def _words(self, pair: LookAlike | None) -> str:
        if pair is None:
            return "What you did here is in the library’s Undo."
        if self._sides is None:
            return "This pair is settled already: one of the two was retired, deleted or reworded."
        said = self.both.show_sides(self._sides)
        if pair.is_one:
            return f"Two people reworded this position apart; neither counts as approved. {said}"
        return f"{share_words(share_of(self._sides)).capitalize()}. {said}"

    # --- what she decides

    def _keep(self, kept: int, other: int) -> None:
        if self.pair is not None and self._sides is not None:
            self._acts.keep(self.pair, self._sides[kept], self._sides[other])
            self._settle()

    def _tell_apart(self) -> None:
        if self.pair is not None:
            self._acts.tell_apart(self.pair)
            self._settle()

    def _merge(self) -> None:
        if self._sides is not None:
            dialog = MergeDialog(self._sides, self._spelling, self)
            dialog.merged.connect(self._on_merged)
            dialog.open()

    def _on_merged(self, wording: Wording) -> None:
        if self.pair is not None and self._sides is not None:
            self._acts.merge(self.pair, wording, self._sides[1])
            self._settle()

    def _settle(self) -> None:
        """It is done with: on to the next."""
        at, pair = self.list.currentRow(), self.pair
        if pair is not None:
            self._settled.append((at, pair))
            self.list.takeItem(at)
        self.list.setFocus()
        self._show()

    def _undo(self) -> None:
        self._acts.undo()
        at, pair = self._settled.pop()
        self.list.insertItem(at, _item(pair))
        self.list.setCurrentRow(at)
        self.list.setFocus()
        self._show()

    def _step(self, by: int) -> None:
        self.list.setCurrentRow(self.list.currentRow() + by)


def _item(pair: LookAlike) -> QListWidgetItem:
    first, second = pair.titles
    item = two_lines(first, "two wordings side by side" if pair.is_one else second)
    item.setData(_PAIR, pair)
    return item
