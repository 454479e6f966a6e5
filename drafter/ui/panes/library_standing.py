"""What is done with the position that is shown: approve, review, retire, delete, and take it back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from drafter.domain.changes import Change
from drafter.domain.errors import NotFound
from drafter.domain.records.ids import PositionId, RevisionId
from drafter.domain.records.positions import Position, Status
from drafter.services import positions
from drafter.services.lookalikes import history_of
from drafter.services.newer_words import older_words
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.dialogs.standing import ApproveDialog, RetireDialog
from drafter.ui.panes import library_actions as names
from drafter.ui.panes.library_alike import LookAlikes
from drafter.ui.panes.library_list import EntryList
from drafter.ui.panes.library_newer import NewerWords
from drafter.ui.turning import Many
from drafter.ui.workplace import Workplace

_NEED_ONE = (names.REVIEWED, names.CHANGED, names.RETIRE, names.HISTORY, names.DELETE, names.SAVE)


class Standing(QObject):
    """Each act is one change; what was being written is saved before it."""

    edit_wanted = Signal()
    """The words are to be changed first."""

    def __init__(self, workplace: Workplace, entries: EntryList, pane: QWidget) -> None:
        super().__init__(pane)
        self._place = workplace
        self._entries = entries
        self._pane = pane
        self._many = Many(workplace, pane)
        self._shown: PositionId | None = None
        self._is_dirty = False
        self.newer = NewerWords(workplace, pane)
        self.alike = LookAlikes(workplace, pane)
        entries.delete_wanted.connect(self._delete_key)

    def bind(self) -> None:
        """Join each row of the table to what it does."""
        acts: dict[str, Callable[[], object]] = {
            names.APPROVE: self._approve,
            names.APPROVE_NOTE: self._approve_with_note,
            names.WITHDRAW: self._withdraw,
            names.REVIEWED: self._mark_reviewed,
            names.CHANGED: self._mark_changed,
            names.RETIRE: self._retire_or_revive,
            names.HISTORY: self._show_history,
            names.DELETE: self._delete,
            names.RECOVER: self._recover,
            names.NEWER: self._show_newer,
            names.LOOK_ALIKES: self.alike.look,
        }
        for name, act in acts.items():
            self._place.actions.bind(name, act)

    def do(self, act: Callable[[], Change]) -> Change:
        """As a step of the library's stack; whoever writes saves at `about_to_write`."""
        return self._place.history.do(act, stack=self._place.history.library_stack)

    def allow(self, position: Position | None, *, is_dirty: bool) -> None:
        """Only what can be done with the position that is shown, or nothing where there is none."""
        self._shown = position.id if position is not None else None
        self._is_dirty = is_dirty
        if position is not None:
            self.alike.tell_of_wordings(position)
        is_there = position is not None and position.deletion is None
        actions = self._place.actions
        for name in _NEED_ONE:
            actions[name].setEnabled(is_there)
        approved = position is not None and position.current.approval is not None
        newest_approved = position is not None and position.newest.approval is not None
        for name in (names.APPROVE, names.APPROVE_NOTE):
            actions[name].setEnabled(is_there and (is_dirty or not newest_approved))
        actions[names.WITHDRAW].setEnabled(is_there and approved)
        actions[names.RECOVER].setEnabled(position is not None and not is_there)
        is_retired = position is not None and position.status is Status.RETIRED
        actions[names.RETIRE].setText("Bring back in&to use" if is_retired else "Re&tire…")
        actions[names.RETIRE].setIconText("Bring back" if is_retired else "Retire")

    # --- the acts

    def _position(self) -> Position:
        """As it is stored now, with what was being written. Raises NotFound where none is shown."""
        if self._shown is None:
            raise NotFound("Choose a position in the list first.")
        self._place.history.about_to_write.emit()
        return self._place.library.position(self._shown)

    def _approve(self) -> None:
        self._approve_noting("")

    def _approve_with_note(self) -> None:
        dialog = ApproveDialog(self._position().newest.title, self._pane)
        dialog.approved.connect(self._approve_noting)
        dialog.open()

    def _approve_noting(self, note: str) -> None:
        shown, by = self._position(), self._place.by
        self.do(lambda: positions.approve(self._place.library, shown.id, by=by, note=note))
        self.newer.offer(shown.id, shown.newest.title)

    def _show_newer(self) -> None:
        """Of the position that is shown, where drafts have any of it; else of all."""
        self._place.history.about_to_write.emit()
        shown = self._shown if self._shown and older_words(self._place.library, self._shown) else None
        title = self._place.library.position(shown).current.title if shown is not None else ""
        self.newer.show(shown, title=title)

    def _withdraw(self) -> None:
        shown = self._position().id
        self.do(lambda: positions.withdraw(self._place.library, shown, by=self._place.by))

    def _mark_reviewed(self) -> None:
        shown = self._position().id
        self._review(lambda: positions.mark_reviewed(self._place.library, shown, by=self._place.by))

    def _mark_changed(self) -> None:
        """The newest words are right from now on; without any she is asked to write them first."""
        if not self._is_dirty and not self._position().has_newer_draft:
            self.edit_wanted.emit()
            key = (
                self._place.actions[names.CHANGED].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            )
            self._place.notices.say(f"Change the words, then press {key} again.")
            return
        library, by, history = self._place.library, self._place.by, self._place.history
        with history.as_one("Review, with new words", history.library_stack):  # saved by the first line
            shown = self._position()
            self._review(lambda: positions.mark_reviewed(library, shown.id, by=by, reworded=True))

    def _review(self, act: Callable[[], Change]) -> None:
        """Do it, and where what is due is listed go to the next."""
        near = self._entries.neighbour() if self._entries.is_reviewing else None
        self.do(act)
        if near is not None:
            self._entries.choose(near)
        elif self._entries.is_reviewing and not self._entries.count:
            self._place.notices.say("That was the last one: nothing is due for review.")

    def _retire_or_revive(self) -> None:
        shown = self._position()
        if shown.status is Status.RETIRED:
            self.do(lambda: positions.revive(self._place.library, shown.id, by=self._place.by))
            return
        others = tuple(
            (each.id, each.title)
            for each in self._place.library.entries()
            if each.id != shown.id and each.status is not Status.RETIRED
        )
        dialog = RetireDialog(shown.current.title, others, self._pane)
        dialog.retired.connect(self._retire)
        dialog.open()

    def _retire(self, note: str, replaced_by: str) -> None:
        shown, by = self._position().id, self._place.by
        other = PositionId(replaced_by) if replaced_by else None
        self._review(
            lambda: positions.retire(self._place.library, shown, by=by, note=note, replaced_by=other)
        )

    def _selected(self, shown: Position) -> tuple[PositionId, ...]:
        """All that are selected in the list; the one that is shown, where it is not among them."""
        selected = self._entries.selection
        return selected if shown.id in selected else (shown.id,)

    def _delete_key(self) -> None:
        if self._place.actions[names.DELETE].isEnabled():
            self._delete()

    def _delete(self) -> None:
        """Into the bin."""
        near, wanted, said = self._going()
        act = partial(positions.delete, self._place.library, wanted, by=self._place.by)

        def then(_change: Change) -> None:
            self._go_to(near)
            self._place.notices.say(f"{said} in the bin.", offer="Undo", act=self._place.history.undoing())

        self._many.do(act, len(wanted), label=f"Deleting {len(wanted):,} positions", then=then)

    def _recover(self) -> None:
        """Out of the bin."""
        near, wanted, said = self._going()
        act = partial(positions.recover, self._place.library, wanted, by=self._place.by)

        def then(_change: Change) -> None:
            self._go_to(near)
            self._place.notices.say(f"{said} in the library again.")

        self._many.do(act, len(wanted), label=f"Recovering {len(wanted):,} positions", then=then)

    def _going(self) -> tuple[PositionId | None, tuple[PositionId, ...], str]:
        """Which is chosen when they have gone, which go, and how they are called."""
        shown = self._position()
        wanted = self._selected(shown)
        said = f"“{shown.current.title}” is" if len(wanted) == 1 else f"{len(wanted):,} positions are"
        return self._entries.neighbour(), wanted, said

    def _go_to(self, near: PositionId | None) -> None:
        if near is not None:
            self._entries.choose(near)

    def _show_history(self) -> None:
        shown = self._position()
        dialog = RevisionsDialog(history_of(self._place.library, shown.id), self._pane)
        dialog.brought_back.connect(self._bring_back)
        dialog.open()

    def _bring_back(self, revision: str) -> None:
        shown, wanted = self._position().id, RevisionId(revision)
        self.do(lambda: positions.bring_back(self._place.library, shown, wanted, by=self._place.by))
