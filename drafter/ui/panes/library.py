"""The library: what narrows it, the list, and the position that is being read or written."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from drafter.domain.changes import Change
from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import (
    Approval,
    Deletion,
    Facts,
    Kind,
    Position,
    Retirement,
    Review,
    Wording,
)
from drafter.domain.records.responses import PastUse
from drafter.domain.records.working import NotAlike
from drafter.services import positions, working
from drafter.services.browsing import replaced_by_title, where_used
from drafter.ui.panes import library_actions as names
from drafter.ui.panes.library_asking import Names
from drafter.ui.panes.library_attention import DUE, Attention
from drafter.ui.panes.library_bar import PositionBar
from drafter.ui.panes.library_dashboard import Dashboard
from drafter.ui.panes.library_entry import EntryEditor
from drafter.ui.panes.library_facets import FacetTree
from drafter.ui.panes.library_files import LibraryFiles
from drafter.ui.panes.library_folds import LibraryFolds, nothing_agreed, under_bar
from drafter.ui.panes.library_list import EntryList
from drafter.ui.panes.library_searches import SavedSearches
from drafter.ui.panes.library_several import Several
from drafter.ui.panes.library_standing import Standing
from drafter.ui.panes.library_told import ToldActs
from drafter.ui.widgets.laying import column
from drafter.ui.widgets.parts import as_part
from drafter.ui.widgets.pause import Pause
from drafter.ui.widgets.yielding import Yielding
from drafter.ui.workplace import Workplace

_OURS = (Wording, Facts, Approval, Retirement, Deletion, Review, PastUse, NotAlike)


class LibraryPane(QWidget):
    """While she writes a working copy is kept every moment; a revision is made when she leaves or saves."""

    response_opened = Signal(str)
    words_wanted = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._is_dirty = False
        self._is_saving = False
        self._is_stale = False
        self._pause = Pause(self)
        self._tree = FacetTree()
        self._list = EntryList(workplace, self._tree)
        self._editor = EntryEditor()
        self._editor.text.set_spelling(workplace.spelling)
        self._files = LibraryFiles(workplace, self)
        self._standing = Standing(workplace, self._list, self)
        self._several = Several(workplace, self._list, self)
        self._told = ToldActs(workplace, self)
        self._names = Names(workplace, self)
        self._attention = Attention(workplace, self._list, self._tree, self)
        self._lay_out()
        self._connect()
        self._bind()
        self._hand_keys_on()

    # --- what the window may ask

    @property
    def first_stop(self) -> QWidget:
        return self._list.search

    def shown(self) -> None:
        self._place.history.turn_to(None)
        self._place.notices.title("")
        was_stale = self._is_stale
        self._reload()
        shown = self._editor.position
        if was_stale and shown is not None:
            self._show_again(shown.id)

    def close_down(self) -> None:
        self.save()
        self._panes.keep_widths()

    def show_position(self, position: PositionId) -> None:
        self.save()
        self._place.actions[names.BIN].setChecked(False)
        self._reload()
        self._list.choose(position)
        self._panes.bring_up(self._detail)

    def show_arrived(self, positions: tuple[PositionId, ...]) -> None:
        """What came in, selected in a list that nothing narrows."""
        self._leave_bin()
        self._searches.unlight()
        self._list.choose_all(positions)
        self._panes.bring_up(self._list)
        self._list.view.setFocus()

    def show_due(self, _day: date) -> None:
        self._attention.list_those(DUE)

    def _leave_bin(self) -> None:
        self.save()
        if self._place.actions[names.BIN].isChecked():
            self._place.actions[names.BIN].setChecked(False)
            self._reload()

    # --- from left to right

    def _lay_out(self) -> None:
        self._empty = nothing_agreed(self._new, self._files.choose_to_add)
        self._dashboard = Dashboard(self._place)
        self._searches = SavedSearches(self._place, self._list, self._tree)
        as_part(self._searches.list, "Saved searches")
        as_part(self._tree, "Narrow the list")
        self._detail = QStackedWidget()
        for widget in (self._dashboard, self._empty, self._written()):
            self._detail.addWidget(widget)
        self._panes = LibraryFolds(self._searches, self._tree, self._list, self._detail)
        self.setLayout(column(self._panes))

    def _written(self) -> QWidget:
        """The editor under a bar of what is done with positions most."""
        self._bar = PositionBar(self._place.actions)
        self._bar.fill(names.ON_BAR)
        self._sheet = under_bar(self._bar, self._editor)
        return self._sheet

    def _connect(self) -> None:
        self._list.chosen.connect(self._on_chosen)
        self._editor.edited.connect(self._on_edited)
        self._names.known.connect(self._editor.facts_form.offer)
        self._pause.came.connect(self._keep_in_hand)
        self._place.history.changed.connect(self._on_changed)
        self._place.history.about_to_write.connect(self.save)
        self._files.added.connect(self._reload)
        self._files.show_wanted.connect(self.show_arrived)
        self._searches.chosen.connect(self._leave_bin)
        self._dashboard.listed.connect(self._attention.list_those)
        self._dashboard.review.clicked.connect(self._attention.review_next)
        self._dashboard.alike_wanted.connect(self._place.actions[names.LOOK_ALIKES].trigger)
        self._attention.about_to_list.connect(self._leave_bin)
        self._attention.listed.connect(lambda: self._panes.bring_up(self._list))
        self._standing.edit_wanted.connect(self._editor.text.setFocus)
        self._told.response_opened.connect(self.response_opened)
        self._told.position_wanted.connect(self.show_position)
        self._several.emptied.connect(self._reload_and_show)
        self._list.selected.connect(self._allow_several)
        self._list.view.customContextMenuRequested.connect(self._offer_acts)
        self._list.recover_wanted.connect(self._place.actions[names.RECOVER].trigger)
        self._editor.uses.response_opened.connect(self.response_opened)
        self._standing.newer.response_opened.connect(self.response_opened)
        self._standing.newer.words_wanted.connect(self.words_wanted)

    def _bind(self) -> None:
        bind = self._place.actions.bind
        bind(names.NEW, self._new)
        bind(names.SAVE, self.save)
        bind(names.SEARCH, self._search)
        bind(names.ADD_FILE, self._files.choose_to_add)
        bind(names.WRITE_FILE, self._files.choose_to_write)
        bind(names.KEEP_SEARCH, self._searches.keep)
        bind(names.ATTENTION, self._show_attention)
        bind(names.REVIEW_NEXT, self._attention.review_next)
        bind(names.TOLD, self._told.show)
        bind(names.SEVERAL, self._several.change)
        bind(names.EMPTY_BIN, self._several.empty_bin)
        self._place.actions.bind_check(names.BIN, self._show_bin)
        self._standing.bind()
        self._enable()

    def _hand_keys_on(self) -> None:
        """The screen’s keys work in every field; undo is the field’s own first, then the library’s."""
        actions = self._place.actions
        ours = [row.name for row in names.LIBRARY_ACTIONS]
        undo = [actions[name] for name in ("edit.undo", "edit.redo")]
        yielding = Yielding((actions[name] for name in ours), self, when_empty=undo)
        yielding.watch(self._list.search, *self._editor.fields)

    # --- the list

    def _reload(self) -> None:
        self._is_stale = False
        in_bin = self._place.actions[names.BIN].isChecked()
        self._list.reload(in_bin=in_bin)
        self._searches.reload()
        self._names.read()
        if self._editor.position is None or self._detail.currentWidget() is not self._sheet:
            self._dashboard.reload()
            self._detail.setCurrentWidget(self._nothing_chosen())

    def _nothing_chosen(self) -> QWidget:
        is_empty = self._list.is_empty
        in_bin = self._place.actions[names.BIN].isChecked()
        return self._dashboard if in_bin or not is_empty else self._empty

    def _on_chosen(self, position: PositionId | None) -> None:
        shown = self._editor.position
        is_there = shown is not None and self._detail.currentWidget() is self._sheet
        if position is None or (is_there and shown is not None and shown.id == position):
            return
        self.save()
        self._show(position)

    def _show_chosen(self) -> None:
        """What is chosen in the list, or that nothing is."""
        chosen = self._list.current
        if chosen is not None:
            self._show(chosen)
            return
        self._editor.clear()
        self._dashboard.reload()
        self._detail.setCurrentWidget(self._nothing_chosen())
        self._enable()

    def _show(self, identity: PositionId) -> None:
        library = self._place.library
        position = library.position(identity)
        wording, facts = position.newest.wording, position.facts
        left = working.entry_in_hand(library, identity)
        if left is not None:
            wording, facts = left
        self._editor.show_position(position, wording, facts)
        self._show_standing(position)
        self._is_dirty = left is not None
        self._detail.setCurrentWidget(self._sheet)
        self._enable()

    def _show_standing(self, position: Position) -> None:
        library = self._place.library
        self._editor.show_standing(position, replaced_by=replaced_by_title(library, position))
        self._editor.uses.show_uses(position, where_used(library, position.id))

    def _on_changed(self, change: Change) -> None:
        if not self._is_saving:
            self._editor.forget_steps()
        if not change.touches(*_OURS):
            return
        if not self.isVisible():
            self._is_stale = True
            return
        self._reload()
        shown = self._editor.position
        # a retirement may leave its history and its uses to the position that is shown
        if shown is not None and (change.touches(about=shown.id) or change.touches(Retirement)):
            self._show_again(shown.id)

    def _show_again(self, identity: PositionId) -> None:
        """Fresh words where she is not in the middle of writing, else only how it stands."""
        position = next(iter(self._place.library.positions((identity,))), None)
        in_bin = self._place.actions[names.BIN].isChecked()
        if position is None or (position.deletion is not None) is not in_bin:  # it has left this list
            self._show_chosen()
        elif self._is_dirty:
            self._show_standing(position)
            self._enable()
        else:
            self._show(identity)

    # --- writing

    def _on_edited(self) -> None:
        if not self._is_dirty:
            self._is_dirty = True
            self._enable()
        self._pause.touch()
        self._place.notices.saved("Saving…")

    def _keep_in_hand(self) -> None:
        wording, facts = self._editor.wording, self._editor.facts
        if self._is_dirty and wording is not None and facts is not None:
            working.keep_entry_in_hand(self._place.library, wording, facts)
            self._place.notices.saved("Saved just now")

    def save(self) -> None:
        """Make a revision of what was written, if anything was."""
        self._pause.forget()
        wording, facts = self._editor.wording, self._editor.facts
        if not self._is_dirty or wording is None or facts is None:
            return
        self._is_dirty = False
        library = self._place.library
        stored = library.position(wording.position)
        if positions.tidy(wording) != stored.newest.wording or facts != stored.facts:
            # The copy in hand goes first: telling of the change reads the entry anew, and would find it.
            with library.together():
                change = positions.save(library, wording, facts, by=self._place.by)
                working.let_entry_go(library, wording.position)
            self._is_saving = True
            self._place.history.record(change, stack=self._place.history.library_stack)
            self._is_saving = False
        else:
            working.let_entry_go(library, wording.position)
        self._place.notices.saved("Saved just now")

    def _enable(self) -> None:
        position = self._editor.position
        is_binned = position is not None and position.deletion is not None
        self._bar.fill(
            names.IN_BIN if is_binned else names.IN_REVIEW if self._list.is_reviewing else names.ON_BAR
        )
        self._standing.allow(position, is_dirty=self._is_dirty)
        self._place.actions[names.EMPTY_BIN].setEnabled(self._place.actions[names.BIN].isChecked())

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.save()
        super().hideEvent(event)

    # --- acting on positions

    def _new(self) -> None:
        identity = positions.new_position_id()
        wording = Wording(position=identity, title="New position")
        facts = Facts(
            position=identity, owner=self._place.by, review_by=positions.default_review(Kind.POSITION)
        )
        self._place.actions[names.BIN].setChecked(False)
        self._standing.do(lambda: positions.create(self._place.library, wording, facts, by=self._place.by))
        self._list.choose(identity)
        self._panes.bring_up(self._detail)
        self._editor.title.setFocus()
        self._editor.title.selectAll()

    def _show_attention(self) -> None:
        """The bars in place of the position that is shown."""
        self.save()
        self._list.view.clearSelection()
        self._list.view.setCurrentIndex(QModelIndex())
        self._show_chosen()
        self._panes.bring_up(self._detail)
        self._dashboard.setFocus()

    def _search(self) -> None:
        self._panes.bring_up(self._list)
        self._list.search.setFocus()
        self._list.search.selectAll()

    def _show_bin(self, on: bool) -> None:
        """The whole bin, and the first that is in it: recovering it is at hand."""
        self.save()
        if on:
            self._searches.unlight()
            self._list.show_all()
        self._reload()
        if on:
            self._list.go_to_first()
            self._list.view.setFocus()
        self._show_chosen()

    def _offer_acts(self, at: QPoint) -> None:
        """What the bar has, where the pointer is."""
        if self._list.view.indexAt(at).isValid():
            self._bar.offer(self._list.view.viewport(), at)

    def _reload_and_show(self) -> None:
        self._reload()
        self._show_chosen()

    def _allow_several(self, many: int) -> None:
        in_bin = self._place.actions[names.BIN].isChecked()
        self._place.actions[names.SEVERAL].setEnabled(many > 0 and not in_bin)


def make_library(workplace: Workplace) -> LibraryPane:
    return LibraryPane(workplace)
