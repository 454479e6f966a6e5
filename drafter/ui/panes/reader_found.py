"""The right of the reader: title, candidate lists, what was found, the chosen item, and the ways on."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSplitter, QToolButton, QVBoxLayout, QWidget

from drafter.domain.records.reports import Candidate, Recommendation
from drafter.services.correcting import Found
from drafter.ui.actions import Actions
from drafter.ui.models.found import FoundModel
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_detail import ItemDetail
from drafter.ui.panes.reader_rows import FoundDelegate
from drafter.ui.theme import serif_font
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import at_left
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.widgets.yielding import Yielding

_KEYS = {
    Qt.Key.Key_J: names.NEXT,
    Qt.Key.Key_Delete: names.DROP,
    Qt.Key.Key_D: names.DROP,
    Qt.Key.Key_M: names.MERGE,
    Qt.Key.Key_K: names.KIND,
    Qt.Key.Key_P: names.PREVIOUS,
}
"""Single keys, while the list has the focus."""
_ON_BAR = {
    names.DROP: "Drop",
    names.MERGE: "Merge",
    names.SPLIT: "Split",
    names.ADD: "Add",
}
"""What is done most, in the words of a narrow bar."""

_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
"""In the list: go to the text of the chosen one. Escape goes back."""

_TITLE_FACTOR = 1.2
_LONGEST_HEADING = 44
"""Characters of a candidate’s heading; a longer one gives way in the middle."""


class FoundPanel(QWidget):
    """Shows a list and tells what is chosen in it; changing it is the pane's."""

    chosen = Signal(object)
    """A Recommendation, or None."""
    titled = Signal(str)
    candidate_chosen = Signal(int)
    guesses_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._candidates: tuple[Candidate, ...] = ()
        self.title = QLineEdit()
        self.title.setAccessibleName("Title of the report")
        self.title.setPlaceholderText("Title of the report")
        self.title.setFont(serif_font(self.font(), factor=_TITLE_FACTOR, weight=QFont.Weight.DemiBold))
        self.title.editingFinished.connect(self._on_title)
        self.candidates = QComboBox()
        self.candidates.setAccessibleName("Which list")
        self.candidates.setToolTip("Every list that was found in the report, the likeliest first")
        self.candidates.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.candidates.setPlaceholderText("The list as you corrected it")
        self.candidates.activated.connect(self.candidate_chosen)
        self._summary = text_label(kind="soft", wrap=False)
        self._sentence = text_label()
        self.guesses = button("", kind="plain", tip="As a start: each is a guess, to drop or to keep")
        self.guesses.clicked.connect(self._on_guesses)
        self._model = FoundModel(self)
        self.view = PaintedList(self._model, FoundDelegate)
        self.view.setAccessibleName("What was found")
        self.view.installEventFilter(self)
        self.detail = ItemDetail()
        self._lay_out()
        self._hand_keys_on()
        self.view.selectionModel().currentChanged.connect(self._on_current)

    @property
    def found(self) -> Found:
        return self._model.found

    @property
    def row(self) -> int:
        return self.view.currentIndex().row()

    def show_title(self, title: str) -> None:
        if " ".join(self.title.text().split()) != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        self.title.setToolTip(title)

    def show_found(self, found: Found, row: int | None = None) -> None:
        """Another list, and the row to choose in it: the same as before where none is named."""
        wanted = self.row if row is None else row
        self._model.show_found(found)
        said = f"{len(found)} in the list" if found else "Nothing in the list yet"
        if doubtful := self._model.doubtful:
            said += f", {doubtful} worth a look ⚠"
        self._summary.setText(said)
        known = [_said(each.recommendations) for each in self._candidates]
        self.candidates.setCurrentIndex(known.index(_said(found)) if _said(found) in known else -1)
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

    def offer(self, candidates: tuple[Candidate, ...], sentence: str, *, guesses: int = 0) -> None:
        """The lists that are plausible, best first; or what to say where there is none."""
        self._candidates = candidates
        self.candidates.clear()
        for number, each in enumerate(candidates):
            self.candidates.addItem(candidate_words(each))
            self.candidates.setItemData(number, each.heading, Qt.ItemDataRole.ToolTipRole)
        self.candidates.setVisible(bool(candidates))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.guesses.setText(
            f"Take in {guesses} passages that seem to recommend something"
            if guesses > 1
            else "Take in the passage that seems to recommend something"
        )
        self.guesses.setVisible(guesses > 0 and not candidates)

    def show_kept(self, *, kept: bool) -> None:
        """Whether the report is in the library decides what keeping means."""
        self._keep.setText("Save corrections" if kept else "Keep the report")

    def name_it(self) -> None:
        """A passage of her own wants a name: its label is ready to be typed."""
        self.detail.label.setFocus()
        self.detail.label.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is not self.view:
            if event.key() == Qt.Key.Key_Escape:
                self.detail.flush()
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

    def _hand_keys_on(self) -> None:
        """The screen’s keys work in every field, and so do undo and redo; Escape leads back to the list."""
        fields = (self.title, self.detail.label, self.detail.heading, self.detail.text)
        ours = [row.name for row in names.READER_ACTIONS]
        yielding = Yielding((self._actions[name] for name in (*ours, "edit.undo", "edit.redo")), self)
        yielding.watch(*fields)
        for each in fields:
            each.installEventFilter(self)
        order = (self.title, self.candidates, self.guesses, self.view, *self._acts, self.detail.label)
        order += (self.detail.kind, self.detail.heading, self.detail.text, *self._ways)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(14, 12, 14, 4)
        above.setSpacing(6)
        for widget in (self.title, self.candidates, self._sentence):
            above.addWidget(widget)
        above.addLayout(at_left(self.guesses))
        above.addWidget(self._summary)
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
        column.addWidget(below, 1)
        column.addLayout(self._ways_on())

    def _corrected(self) -> QWidget:
        """What is done to the chosen item, then the item."""
        whole = QWidget()
        line = QHBoxLayout()
        line.setContentsMargins(10, 4, 10, 0)
        line.setSpacing(2)
        self._acts: list[QToolButton] = []
        for name, word in _ON_BAR.items():
            self._actions[name].setIconText(word)
            made = QToolButton()
            made.setDefaultAction(self._actions[name])
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            made.setAccessibleName(self._actions.row(name).words)
            line.addWidget(made)
            self._acts.append(made)
        line.addStretch()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.detail, 1)
        return whole

    def _ways_on(self) -> QHBoxLayout:
        self._keep = button("Keep the report", kind="plain")
        statement = button("Write a statement")
        points = button("Respond point by point", kind="primary")
        self._ways = (self._keep, statement, points)
        ways = (names.KEEP, names.START_STATEMENT, names.START_POINTS)
        for made, name in zip(self._ways, ways, strict=True):
            made.clicked.connect(self._actions[name].trigger)
            made.setToolTip(self._actions[name].toolTip())
            self._actions[name].enabledChanged.connect(made.setEnabled)
        line = QHBoxLayout()
        line.setContentsMargins(14, 8, 14, 10)
        line.setSpacing(8)
        line.addWidget(self._keep)
        line.addStretch()
        line.addWidget(statement)
        line.addWidget(points)
        return line

    def _on_title(self) -> None:
        self.titled.emit(" ".join(self.title.text().split()))

    def _on_guesses(self) -> None:
        self.guesses.hide()
        self.guesses_wanted.emit()
        self.view.setFocus()

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_current()

    def _show_current(self) -> None:
        self.detail.flush()
        item: Recommendation | None = self._model.item(self.row)
        self.detail.show_item(item)
        self.chosen.emit(item)


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def candidate_words(candidate: Candidate) -> str:
    """“20 under ‘Chapter 1’, pages 5 to 14”."""
    said = f"{len(candidate.recommendations)} found"
    if candidate.heading:
        said += f" under “{elided(candidate.heading)}”"
    if candidate.pages:
        first, last = min(candidate.pages), max(candidate.pages)
        said += f", page {first}" if first == last else f", pages {first} to {last}"
    return said


def elided(heading: str, most: int = _LONGEST_HEADING) -> str:
    """A long heading without its middle: its beginning and its end tell it from others."""
    if len(heading) <= most:
        return heading
    half = (most - 1) // 2
    return f"{heading[:half].rstrip()}…{heading[-half:].lstrip()}"


def _said(found: Found) -> tuple[tuple[str, str], ...]:
    return tuple((each.label, each.text) for each in found)
