"""Search and the list of positions: what is typed finds, what is ticked narrows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from drafter.domain.progress import Progress
from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Entry, Hit
from drafter.services.browsing import Facet, facets, narrowed
from drafter.services.clock import today
from drafter.services.finding import find
from drafter.ui.models.entries import ENTRY, EntriesModel
from drafter.ui.panes.library_facets import FacetTree
from drafter.ui.panes.library_rows import EntryDelegate
from drafter.ui.widgets.empty_state import EmptyState
from drafter.ui.widgets.labels import text_label
from drafter.ui.widgets.latest import Latest
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.workplace import Workplace

MOST_FOUND = 200
_FROM_SEARCH = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""In the search field: on to what was found."""


class EntryList(QWidget):
    """Tells which position is chosen; reloading keeps the choice where the position is still listed."""

    chosen = Signal(object)
    """A PositionId, or None."""
    delete_wanted = Signal()

    def __init__(self, workplace: Workplace, tree: FacetTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._tree = tree
        self._hits: tuple[Hit, ...] | None = None
        self._entries: tuple[Entry, ...] = ()
        self._facets: tuple[Facet, ...] = ()
        self._in_bin = False
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search title, text, themes and sources")
        self.search.setAccessibleName("Search the library")
        self.search.setClearButtonEnabled(True)
        self._count = text_label(kind="soft", wrap=False)
        self._model = EntriesModel(self)
        self.view = PaintedList(self._model, EntryDelegate)
        self.view.setUniformItemSizes(True)
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
        self._latest = Latest(workplace.jobs, self)
        self._lay_out()
        self.search.textChanged.connect(self._on_typed)
        self._latest.answered.connect(self._on_found)
        tree.changed.connect(self._show)
        self.view.selectionModel().currentChanged.connect(self._on_current)

    @property
    def current(self) -> PositionId | None:
        entry = self.view.currentIndex().data(ENTRY)
        return entry.id if isinstance(entry, Entry) else None

    @property
    def count(self) -> int:
        return self._model.rowCount()

    def reload(self, *, in_bin: bool = False) -> None:
        """Read the list anew, or the bin."""
        self._in_bin = in_bin
        self._entries = self._place.library.entries(only_deleted=in_bin)
        self._facets = facets(self._entries, today())
        if self._is_searching:
            self._hits = self._refreshed(self._hits or ())
            self._latest.ask(self._search(self.search.text()))
        else:
            self._hits = None
        self._show()

    def choose(self, position: PositionId) -> None:
        """Go to a position; what hides it is cleared."""
        if not self._model.index_of(position).isValid():
            self.show_all()
        self.view.setCurrentIndex(self._model.index_of(position))

    def neighbour(self) -> PositionId | None:
        """The one after the chosen one, else the one before: what is chosen when that one goes."""
        row = self.view.currentIndex().row()
        for near in (row + 1, row - 1):
            entry = self._model.index(near).data(ENTRY) if 0 <= near < self.count else None
            if isinstance(entry, Entry):
                return entry.id
        return None

    def show_all(self) -> None:
        """Neither words nor ticks narrow the list."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._latest.drop()
        self._hits = None
        self._tree.clear_ticks()

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
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        column.addLayout(self._stack, 1)

    @property
    def _is_searching(self) -> bool:
        return bool(self.search.text().strip()) and not self._in_bin

    def _on_typed(self, words: str) -> None:
        if self._is_searching:
            self._latest.ask(self._search(words))
            return
        self._latest.drop()
        self._hits = None
        self._show()

    def _refreshed(self, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """What was found as it stands now, until the search has answered again."""
        there = {each.id: each for each in self._entries}
        return tuple(replace(each, entry=there[each.entry.id]) for each in hits if each.entry.id in there)

    def _search(self, words: str) -> Callable[[Progress], tuple[Hit, ...]]:
        library = self._place.library

        def work(_progress: Progress) -> tuple[Hit, ...]:
            return find(library, words, limit=MOST_FOUND)

        return work

    def _on_found(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        self._show()

    def _show(self) -> None:
        day = today()
        found = self._entries if self._hits is None else tuple(each.entry for each in self._hits)
        if self._in_bin and (words := self.search.text().casefold().split()):
            found = tuple(each for each in found if all(word in each.title.casefold() for word in words))
        self._tree.show_facets(self._facets if self._hits is None else facets(found, day))
        chosen = self._tree.chosen
        listed = narrowed(found, chosen, day) if chosen else found
        before = self.current
        snippets = {each.entry.id: each.snippet for each in self._hits or ()}
        self._model.show_entries(listed, snippets)
        self._count.setText(self._counted(len(listed)))
        is_narrowed = bool(chosen) or bool(self.search.text().strip())
        self._stack.setCurrentWidget(self._nothing if is_narrowed and not listed else self.view)
        if before is not None and (index := self._model.index_of(before)).isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)

    def _counted(self, listed: int) -> str:
        said = f"{listed:,} position{'' if listed == 1 else 's'}"
        if self._in_bin:
            said += " in the bin"
        if self._hits is not None and len(self._hits) == MOST_FOUND:
            return f"The best {said} for these words"
        return said if listed == len(self._entries) else f"{said} of {len(self._entries):,}"

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.current)
