"""Which list of the report is in hand: one that was read, hers as it is kept, or one that she corrected."""

from PySide6.QtCore import QObject

from drafter.domain.errors import NothingToDo
from drafter.domain.records.reports import Candidate, Reading
from drafter.services.correcting import Found
from drafter.services.other_lists import said_in, turn_to
from drafter.ui.actions import Actions
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_found import FoundPanel
from drafter.ui.panes.reader_in_hand import InHand

_NONE = "No list was found in this document. Mark what you want to answer in its text."
_NO_OTHER = "There is no other list: this is the only one that was found in the report."


class Choosing(QObject):
    """Joins the box of lists to the report in hand: a list that is chosen is a correction like any other."""

    def __init__(self, in_hand: InHand, panel: FoundPanel, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._hand = in_hand
        self._panel = panel
        self._actions = actions
        self._candidates: tuple[Candidate, ...] = ()
        panel.candidate_chosen.connect(self._on_chosen)
        in_hand.changed.connect(self._show_hers)
        in_hand.standing_changed.connect(self._show_hers)

    def bind(self, actions: Actions) -> None:
        actions.bind(names.OTHER_LIST, self._other_list)

    def read_from(self, reading: Reading | None) -> None:
        """Another document, or none yet."""
        self._candidates = reading.candidates if reading is not None else ()
        self._show_hers()

    def take_read(self, number: int) -> None:
        """The list of a candidate in place of the one in hand."""
        if number < len(self._candidates):
            self._take(self._candidates[number].recommendations)

    def _on_chosen(self, number: int) -> None:
        self._panel.detail.flush()
        read = len(self._candidates)
        if number < read:
            self.take_read(number)
        else:
            self._take(self._panel.lists.hers[number - read])

    def _other_list(self) -> None:
        """Raises NothingToDo where there is no other one."""
        self._panel.detail.flush()
        lists = self._panel.lists
        if lists.next_number is None:
            raise NothingToDo(_NO_OTHER if self._candidates else _NONE)
        self._on_chosen(lists.next_number)

    def _take(self, other: Found) -> None:
        hand = self._hand
        if said_in(other) == said_in(hand.kept_list):
            other = hand.kept_list  # read anew it says the same: there is nothing to save
        known = {said_in(each.recommendations) for each in self._candidates} | {said_in(hand.kept_list)}
        is_hers = bool(hand.found) and said_in(hand.found) not in known
        after = turn_to(hand.lists, other, kept=hand.kept_list, is_hers=is_hers)
        hand.turn_to(after, "Take another list", at=self._panel.row)

    def _show_hers(self) -> None:
        """The kept one and those that she corrected stay at hand while the report is open."""
        lists = self._panel.lists
        lists.show_hers(self._hand.kept_list, tuple(each.found for each in self._hand.lists.aside))
        self._actions[names.OTHER_LIST].setEnabled(bool(self._candidates) or lists.next_number is not None)
