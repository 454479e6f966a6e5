"""The right of the reader: title, candidate lists, what was found, the chosen item, and the ways on."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.errors import NothingToDo
from drafter.domain.records.reports import Candidate, Recommendation
from drafter.services.comparing_lists import Differences
from drafter.services.correcting import Found, guessed_in, guesses_left
from drafter.ui.actions import Actions, tip_with_key
from drafter.ui.models.found import FoundModel
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_detail import ItemDetail
from drafter.ui.panes.reader_in_hand import Accepted
from drafter.ui.panes.reader_lists import ListChoice
from drafter.ui.panes.reader_offers import OffersPanel
from drafter.ui.panes.reader_rows import FoundDelegate
from drafter.ui.theme import serif_font
from drafter.ui.widgets.labels import Elided, ToolButton, button
from drafter.ui.widgets.laying import row as across
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.widgets.yielding import Yielding

_KEYS = {
    Qt.Key.Key_J: names.NEXT,
    Qt.Key.Key_A: names.ACCEPT,
    Qt.Key.Key_Space: names.ACCEPT,
    Qt.Key.Key_F: names.REST,
    Qt.Key.Key_Delete: names.DROP,
    Qt.Key.Key_D: names.DROP,
    Qt.Key.Key_M: names.MERGE,
    Qt.Key.Key_K: names.KIND,
    Qt.Key.Key_P: names.PREVIOUS,
}
"""Single keys, while the list has the focus."""
_KEYS_SAID = "Keys: A accept · D drop · M merge · K kind · F find rest · Enter edit"
"""What the single keys do, under the list."""
_TO_BEGIN = "Select words in the document: Add (Ctrl+Shift+A) puts them here"
"""In its place while the list is empty."""
_ON_BAR = {
    names.ACCEPT: "Accept",
    names.DROP: "Drop",
    names.MERGE: "Merge",
    names.SPLIT: "Split",
    names.ADD: "Add",
    names.REST: "Find rest",
}
"""What is done most, in the words of a narrow bar."""

_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
"""In the list: go to the text of the chosen one. Escape goes back."""
_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""In a line: it is typed, and the single keys of the list are wanted again."""

_TAKE_FILE = "Take this file"
_TAKE_FILE_TIP = "In the library this file takes the place of the one before, with this list"
_TITLE_FACTOR = 1.2
_HEIGHTS = "reader/heights"
"""What QSettings remembers."""


class FoundPanel(QWidget):
    """Shows a list and tells what is chosen in it; changing it is the pane's."""

    chosen = Signal(object)
    """A Recommendation, or None."""
    pointed_at = Signal(object)
    """A Recommendation that she clicked in the list, chosen before or not."""
    offer_chosen = Signal(object)
    """A Recommendation that is offered and not in the list, or None."""
    typed = Signal()
    """She is typing something that is told in a moment."""
    titled = Signal(str)
    naming = Signal()
    """A name is to be typed here, also where the document is all that is shown."""
    candidate_chosen = Signal(int)
    guesses_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.title = QLineEdit()
        self.title.setAccessibleName("Title of the report")
        self.title.setPlaceholderText("Title of the report")
        self.title.setFont(serif_font(self.font(), factor=_TITLE_FACTOR, weight=QFont.Weight.DemiBold))
        self.title.editingFinished.connect(self._on_title)
        self.title.textEdited.connect(self.typed)
        self.lists = ListChoice()
        self.lists.candidate_chosen.connect(self.candidate_chosen)
        self.lists.guesses.clicked.connect(self._on_guesses)
        self.lists.box.done.connect(self._back_to_the_list)
        for each in self.lists.others:  # its place is taken by another list, and single keys are wanted next
            each.clicked.connect(self._back_to_the_list)
        self.lists.guesses.setToolTip(actions[names.GUESSES].toolTip())
        self._model = FoundModel(self)
        self.view = PaintedList(self._model, FoundDelegate)
        self.view.setAccessibleName("What was found")
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(self._on_double_click)
        self.view.clicked.connect(self._on_click)
        self.detail = ItemDetail()
        self.detail.typed.connect(self.typed)
        self.offers = OffersPanel(actions)
        self.offers.chosen.connect(self._on_offer)
        self._lay_out()
        self._hand_keys_on()
        self.view.selectionModel().currentChanged.connect(self._on_current)

    @property
    def found(self) -> Found:
        return self._model.found

    @property
    def ways_on(self) -> tuple[QPushButton, ...]:
        """Keep the report, or begin a response to it."""
        return self._ways

    @property
    def row(self) -> int:
        return self.view.currentIndex().row()

    def show_title(self, title: str) -> None:
        if " ".join(self.title.text().split()) != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        self.title.setToolTip(title)

    def show_found(
        self, found: Found, row: int | None = None, *, accepted: Accepted = frozenset(), guesses: Found = ()
    ) -> None:
        """Another list, and the row to choose in it: the same as before where none is named."""
        wanted = self.row if row is None else row
        guessed = guessed_in(found, guesses)
        self._model.show_found(found, accepted=accepted, guessed=guessed, read=self.lists.closest(found))
        said = f"{len(found)} in the list" if found else "Nothing in the list yet"
        if self._model.accepted:
            said += f", {self._model.accepted} accepted"
        if doubtful := self._model.doubtful:
            said += f", {doubtful} worth a look ⚠ (F8)"
        self.lists.summary.setText(said)
        self.lists.show_current(found)
        self.lists.show_guesses(len(guesses_left(found, guesses)))
        self.keys.setText(_KEYS_SAID if found else _TO_BEGIN)
        self.choose(max(min(wanted, len(found) - 1), 0))

    def choose(self, row: int) -> None:
        """Go to a row, where there is one."""
        if 0 <= row < self._model.rowCount():
            index = self._model.index(row)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)
            self.view.scrollTo(index)
        self._show_current()

    def choose_id(self, identity: str) -> None:
        """Go to an item by its id."""
        self.choose(next((row for row, each in enumerate(self.found) if each.id == identity), -1))

    def step(self, by: int) -> None:
        self.choose(self.row + by)

    def step_to_doubtful(self) -> None:
        """The next one that is worth a look, from the beginning again after the last. Raises NothingToDo."""
        count = len(self.found)
        rows = ((self.row + by) % count for by in range(1, count + 1))
        row = next((row for row in rows if self._model.is_doubtful(row)), None)
        if row is None:
            raise NothingToDo("Nothing in the list looks odd: none is marked as worth a look.")
        self.choose(row)

    def offer(self, candidates: tuple[Candidate, ...], sentence: str, *, guesses: int = 0) -> None:
        """The lists that are plausible, best first; or what to say where there is none."""
        self.lists.offer(candidates, sentence, guesses=guesses)

    def show_offers(self, title: str | None, offered: Differences, found: Found) -> None:
        """What can be taken into the list, in the list’s place; None: the list again."""
        if title is None:
            self.offers.clear()
        else:
            self.offers.show_offered(title, offered, found)
        is_shown = title is not None and self.offers.is_open
        self._below.setCurrentWidget(self.offers if is_shown else self._own)
        for each in self._ways:
            each.setVisible(not is_shown)
        if is_shown:
            self.offers.view.setFocus()
        else:
            self._show_current()

    def show_kept(self, *, kept: bool, corrected: bool, other_file: bool = False) -> None:
        """What keeping means: it is in the library or not, with all that she corrected, from this file."""
        self.lists.show_kept(kept=kept and not corrected)
        is_taking = other_file and not corrected
        self._keep.setText(_TAKE_FILE if is_taking else "Save corrections" if kept else "Keep the report")
        tip = _TAKE_FILE_TIP if other_file else self._actions.row(names.KEEP).tip
        self._keep.setToolTip(tip_with_key(tip, self._actions[names.KEEP].shortcuts()))

    def flush(self) -> None:
        """Tell now what was typed, in the item or in the title."""
        self.detail.flush()
        self._on_title()

    def name_it(self) -> None:
        """A passage of her own wants a name: its label is ready to be typed."""
        self.naming.emit()
        self.detail.label.setFocus()
        self.detail.label.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is not self.view:
            is_line = isinstance(watched, QLineEdit)
            if event.key() == Qt.Key.Key_Escape or (is_line and event.key() in _DONE):
                self.flush()
                self.view.setFocus()
                return True
            return super().eventFilter(watched, event)
        return self._list_key(event) or super().eventFilter(watched, event)

    def _list_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        name = _KEYS.get(Qt.Key(event.key()))
        if name is not None:
            self._actions[name].trigger()
        elif event.key() in _EDIT and self.row >= 0:
            self.detail.text.setFocus()
        else:
            return False
        return True

    def _on_click(self, index: QModelIndex) -> None:
        self.pointed_at.emit(self._model.item(index.row()))

    def _on_double_click(self) -> None:
        """As Return does."""
        self.detail.text.setFocus()

    def _hand_keys_on(self) -> None:
        """The screen’s keys work in every field, and so do undo and redo; Escape leads back to the list."""
        fields = (self.title, self.detail.label, self.detail.heading, self.detail.text)
        ours = [row.name for row in names.READER_ACTIONS]
        yielding = Yielding((self._actions[name] for name in (*ours, "edit.undo", "edit.redo")), self)
        yielding.watch(*fields)
        for each in fields:
            each.installEventFilter(self)
        order = (self.title, self.lists.box, *self.lists.others, self.lists.guesses, self.view, *self._acts)
        order += (self.detail.label, self.detail.kind, self.detail.heading, self.detail.text, *self._ways)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(14, 8, 14, 4)
        above.setSpacing(5)
        for widget in (self.title, self.lists):
            above.addWidget(widget)
        below = QSplitter(Qt.Orientation.Vertical)
        below.setChildrenCollapsible(False)
        below.addWidget(self.view)
        below.addWidget(self._corrected())
        below.setSizes([360, 220])
        below.setStretchFactor(0, 3)
        below.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        self._own = below
        heights = QSettings().value(_HEIGHTS)
        if heights is not None:
            below.restoreState(heights)
        below.splitterMoved.connect(self._remember)
        self._below = QStackedWidget()
        self._below.addWidget(self._own)
        self._below.addWidget(self.offers)
        column.addWidget(self._below, 1)
        column.addLayout(self._ways_on())

    def _corrected(self) -> QWidget:
        """What is done to the chosen item, then the item."""
        whole = QWidget()
        line = QHBoxLayout()
        line.setContentsMargins(10, 4, 10, 0)
        line.setSpacing(2)
        self._acts: list[ToolButton] = []
        for name, word in _ON_BAR.items():
            self._actions[name].setIconText(word)
            made = ToolButton()
            made.setDefaultAction(self._actions[name])
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            made.setAccessibleName(self._actions.row(name).words)
            line.addWidget(made)
            self._acts.append(made)
        line.addStretch()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.keys = Elided(_KEYS_SAID, kind="soft")
        column.addLayout(line)
        column.addLayout(across(self.keys, margins=(14, 0, 14, 2)))
        column.addWidget(self.detail, 1)
        return whole

    def _ways_on(self) -> QHBoxLayout:
        self._keep = button("Keep the report", kind="plain")
        statement = button("Write a statement")
        points = button("Respond point by point", kind="primary")
        self._ways = (self._keep, statement, points)
        # Kept, there is nothing to keep: the button goes grey, and the focus would go on to the next.
        self._keep.clicked.connect(self._back_to_the_list)
        ways = (names.KEEP, names.START_STATEMENT, names.START_POINTS)
        for made, name in zip(self._ways, ways, strict=True):
            made.clicked.connect(self._actions[name].trigger)
            made.setToolTip(self._actions[name].toolTip())
            made.setEnabled(self._actions[name].isEnabled())
            self._actions[name].enabledChanged.connect(made.setEnabled)
        line = QHBoxLayout()
        line.setContentsMargins(14, 4, 14, 8)
        line.setSpacing(8)
        line.addWidget(self._keep)
        line.addStretch()
        line.addWidget(statement)
        line.addWidget(points)
        return line

    def _remember(self) -> None:
        """How high she wants the list and the item, for the next time."""
        QSettings().setValue(_HEIGHTS, self._own.saveState())

    def _back_to_the_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_title(self) -> None:
        self.titled.emit(" ".join(self.title.text().split()))

    def _on_guesses(self) -> None:
        self.lists.leave_guesses()
        self.guesses_wanted.emit()
        self.view.setFocus()

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_current()

    def _on_offer(self, item: Recommendation | None) -> None:
        self.offer_chosen.emit(item)

    def _show_current(self) -> None:
        self.detail.flush()
        item: Recommendation | None = self._model.item(self.row)
        self.detail.show_item(item)
        if not self.offers.is_open:
            self.chosen.emit(item)


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
