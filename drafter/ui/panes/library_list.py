"""Search and the list of positions: what is typed finds, what is ticked narrows."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from drafter.domain.records.ids import PositionId
from drafter.domain.records.listing import Line, Wanted
from drafter.domain.records.positions import Entry
from drafter.services.clock import today
from drafter.store import listing
from drafter.ui.models.entries import ENTRY, EntriesModel, stretches_of
from drafter.ui.panes.library_asking import Asking, Rows
from drafter.ui.panes.library_facets import FacetTree
from drafter.ui.panes.library_rows import EntryDelegate
from drafter.ui.widgets.empty_state import EmptyState
from drafter.ui.widgets.labels import text_label
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.workplace import Workplace

_FROM_SEARCH = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""In the search field: on to what was found."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_SELECTED = 500
MOST_AT_ONCE = 20_000
"""A larger library is listed beside the window, also without words: that takes longer than a key may."""


class EntryList(QWidget):
    """Tells which position is chosen; reloading keeps the choice where the position is still listed."""

    chosen = Signal(object)
    """A PositionId, or None."""
    selected = Signal(int)
    """So many are selected: what is done to several can be done to two or more."""
    delete_wanted = Signal()
    recover_wanted = Signal()
    """Enter was pressed on what is in the bin."""

    def __init__(self, workplace: Workplace, tree: FacetTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = workplace.library
        self._tree = tree
        self._whole = 0
        self._all: tuple[int, ...] | None = None
        """Every row there is, once they were read."""
        self._in_bin = False
        self._words = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search title, text, themes and sources")
        self.search.setAccessibleName("Search the library")
        self.search.setClearButtonEnabled(True)
        self._count = text_label(kind="soft", wrap=False)
        self._model = EntriesModel(partial(listing.lines, self._library), self)
        self.view = PaintedList(self._model, EntryDelegate, several=True)
        self.view.lay_alike()
        self.view.setAccessibleName("Positions")
        self.setFocusProxy(self.search)
        self._nothing = EmptyState(
            icon="search",
            title="Nothing fits",
            sentence="No position holds these words with what is ticked.",
            offers=(("Show all", self.show_all),),
        )
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self._asking = Asking(workplace, self)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self._asking.found.connect(self._on_found)
        self._asking.counted.connect(self._tree.show_facets)
        self._tree.changed.connect(self._narrow)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)

    @property
    def wanted(self) -> Wanted:
        """What the list shall hold now."""
        return Wanted(day=today(), words=self.search.text(), facets=self._tree.chosen, in_bin=self._in_bin)

    @property
    def current(self) -> PositionId | None:
        entry = self.view.currentIndex().data(ENTRY)
        return entry.id if isinstance(entry, Entry) else None

    @property
    def selection(self) -> tuple[PositionId, ...]:
        """All that are selected, from top to bottom."""
        numbers = self._model.numbers_in(self.view.selectionModel().selection())
        return listing.positions_at(self._library, numbers)

    @property
    def count(self) -> int:
        return self._model.rowCount()

    @property
    def is_empty(self) -> bool:
        """There is nothing that could be listed, whatever narrows it."""
        return not self._whole

    def reload(self, *, in_bin: bool = False) -> None:
        """Read the list anew, or the bin."""
        self._in_bin = in_bin
        self._whole, self._all = listing.how_many(self._library, in_bin=in_bin), None
        if self._finds:
            self._show(self._model.numbers, {})
        self._narrow()

    def choose(self, position: PositionId) -> None:
        """Go to a position; what hides it is cleared."""
        number = listing.row_of(self._library, position)
        if not self._model.index_of(number).isValid():
            self.show_all()
            self.wait()
        self.view.setCurrentIndex(self._model.index_of(number))

    def choose_all(self, positions: tuple[PositionId, ...]) -> None:
        """Select these, or as many as an eye can take in, in the whole list; the topmost is shown."""
        self.show_all()
        self.wait()
        numbers = [listing.row_of(self._library, each) for each in positions[:_MOST_SELECTED]]
        found = self._model.indexes_of(numbers)
        chosen = QItemSelection()
        for each in found:
            chosen.select(each, each)
        if found:
            selected = self.view.selectionModel()
            top = min(found, key=QModelIndex.row)
            selected.setCurrentIndex(top, QItemSelectionModel.SelectionFlag.NoUpdate)
            selected.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(top)

    def neighbour(self) -> PositionId | None:
        """The one after those that are selected, else the one before: what is chosen when they go."""
        at = self.view.currentIndex().row()
        stretches = stretches_of(self.view.selectionModel().selection()) or [(at, at)]
        for near in (stretches[-1][1] + 1, stretches[0][0] - 1):
            entry = self._model.index(near).data(ENTRY) if 0 <= near < self.count else None
            if isinstance(entry, Entry):
                return entry.id
        return None

    @property
    def is_reviewing(self) -> bool:
        """What is listed is what should be looked at again."""
        return any(each.group == "Attention" and "eview" in each.name for each in self._tree.chosen)

    def go_to_first(self) -> None:
        self.view.setCurrentIndex(self._model.index(0))

    def go_on(self) -> None:
        """To the next, and from the last to the first."""
        if self.count:
            self.view.setCurrentIndex(self._model.index((self.view.currentIndex().row() + 1) % self.count))

    def show_all(self) -> None:
        """Neither words nor ticks narrow the list."""
        self.show_words("")
        self._tree.clear_ticks()

    def show_words(self, words: str) -> None:
        """Fill the search field; whoever ticks facets next has the list read."""
        self.search.blockSignals(True)
        self.search.setText(words)
        self.search.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.search and event.key() in _FROM_SEARCH:
                return self._go_to_list()
            if watched is self.search and event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if watched is self.view and event.key() == Qt.Key.Key_Delete and not event.modifiers():
                self.delete_wanted.emit()
                return True
            if watched is self.view and self._in_bin and event.key() in _ENTER and not event.isAutoRepeat():
                self.recover_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def _go_to_list(self) -> bool:
        if self.count:
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self._model.index(0))
            self.view.setFocus()
        return True

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        above = QVBoxLayout()
        above.setContentsMargins(12, 0, 12, 0)
        above.addWidget(self.search)
        above.addWidget(self._count)
        column.addLayout(above)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # first: it shows what is added, which would be a window of its own
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)

    @property
    def _finds(self) -> bool:
        """Words are looked for, which is done beside the window."""
        return bool(self.search.text().strip()) and not self._in_bin

    def _narrow(self) -> None:
        """What is typed is found beside the window, and what is many; other lists are there at once."""
        wanted = self.wanted
        is_read = self._all is not None and not wanted.narrows
        if self._finds or (self._whole > MOST_AT_ONCE and not is_read and not self._in_bin):
            self._asking.find(wanted)
        else:
            self._list_now(wanted)

    def wait(self) -> None:
        """Have the rows now, where they are still on their way and no words are looked for."""
        if self._asking.is_finding and not self._finds:
            self._list_now(self.wanted)

    def _list_now(self, wanted: Wanted) -> None:
        if wanted.narrows:
            numbers = listing.listed(self._library, wanted).numbers
        elif self._all is not None:
            numbers = self._all
        else:
            numbers = self._all = listing.listed(self._library, wanted).numbers
        self._words = ""
        self._show(numbers, {})
        self._asking.count(wanted, at_once=not self.search.hasFocus())

    def _on_found(self, rows: Rows) -> None:
        self._words = rows.wanted.words
        if not rows.wanted.narrows:
            self._all = rows.listed.numbers
        self._show(rows.listed.numbers, rows.lines)

    def _show(self, numbers: tuple[int, ...], lines: Mapping[int, Line]) -> None:
        before = self._model.number_at(self.view.currentIndex())
        self._model.show_rows(numbers, lines, partial(listing.lines, self._library, words=self._words))
        self._count.setText(self._counted(len(numbers)))
        self._stack.setCurrentWidget(self._nothing if self.wanted.narrows and not numbers else self.view)
        at = self._model.index_of(before)
        if at.isValid() and at != self.view.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(at, flag)
        self._on_selection()  # Qt says nothing of what a new list unselects

    def _counted(self, listed: int) -> str:
        said = f"{listed:,} position{'' if listed == 1 else 's'}"
        if self._in_bin:
            said += " in the bin"
        if self._words and listed == listing.MOST_FOUND:
            return f"The best {said} for these words"
        return said if listed == self._whole else f"{said} of {self._whole:,}"

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.current)

    def _on_selection(self) -> None:
        """Where all are selected at once, the first of them is shown: what can be done to it can be done."""
        selected = self.view.selectionModel()
        if selected.hasSelection() and not selected.currentIndex().isValid():
            selected.setCurrentIndex(self._model.index(0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selected.emit(sum(last + 1 - first for first, last in stretches_of(selected.selection())))
