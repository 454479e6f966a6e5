"""What the margin of the draft opens: the card beside a passage, and the form for a new position."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt

from drafter.ui.panes.desk_new_position import NewPositionDialog
from drafter.ui.panes.desk_source import Do, Shown, SourceCard
from drafter.ui.text.marks import Mark

if TYPE_CHECKING:
    from drafter.domain.records.ids import PassageId
    from drafter.services.tying import Suggested
    from drafter.ui.panes.desk import DeskPane
    from drafter.ui.panes.desk_in_hand import InHand
    from drafter.ui.text.draft_own import OwnWords
    from drafter.ui.workplace import Workplace

_EMPTY = "Nothing is written here yet. Write, or insert a position from the library."
_NO_WORDS = "Put the cursor into words of your own, or select some in one passage."


class Tying(QObject):
    """Asks, and has TieActs do it."""

    def __init__(self, workplace: Workplace, desk: DeskPane, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._desk = desk

    # --- where a passage comes from

    def show_source(self, passage: PassageId) -> None:
        hand, edit = self._desk.in_hand, self._desk.sheet.edit
        if hand is None or edit.ties(passage) is None:
            return
        if edit.current_passage() != passage:
            edit.scroll_to_passage(passage)
        if hand.ties.text(passage).is_empty:
            self._place.notices.say(_EMPTY)
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        shown = Shown(
            text=hand.ties.text(passage),
            mark=edit.mark_of(passage) or Mark(),
            origin=hand.ties.origin(passage),
            drawn_from=hand.ties.drawn_from(passage),
        )
        card = SourceCard(shown, self._desk)
        card.chosen.connect(partial(self._do, hand, passage))
        card.stand_by(self._place_of_cursor())

    def _place_of_cursor(self) -> QRect:
        """The line of the cursor on the screen, from the left edge of the text."""
        viewport = self._desk.sheet.edit.viewport()
        line = self._desk.sheet.edit.cursorRect()
        top = min(max(line.top(), 0), viewport.height())
        return QRect(viewport.mapToGlobal(QPoint(8, top)), line.size())

    def _do(self, hand: InHand, passage: PassageId, what: Do) -> None:
        acts = hand.ties
        origin = acts.origin(passage)
        match what:
            case Do.BACK:
                acts.go_back(passage)
            case Do.KEEP:
                acts.keep(passage)
            case Do.HAND_OVER:
                acts.hand_over(passage)
                self._say("These words are the newest draft of the library’s wording.")
            case Do.CUT:
                acts.cut(passage)
            case Do.ADD:
                self.ask_for_position()
            case Do.OPEN if origin is not None:
                self._desk.position_wanted.emit(origin.words.wording.position)

    def _say(self, sentence: str) -> None:
        self._place.notices.say(sentence, offer="Undo", act=self._place.history.undoing())

    # --- own words become a position

    def ask_for_position(self) -> None:
        hand = self._desk.in_hand
        if hand is None:
            return
        words = hand.ties.own_words()
        if words is None:
            self._place.notices.warn(_NO_WORDS)
            return
        themes = tuple(theme for theme, _ in self._place.library.themes())
        dialog = NewPositionDialog(words.text, hand.ties.suggested(words), themes, self._desk)
        dialog.wanted.connect(partial(self._add, hand, words))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, hand: InHand, words: OwnWords, given: Suggested) -> None:
        hand.ties.add(words, given)
        self._say(f"“{given.title}” is in the library, as a draft.")
