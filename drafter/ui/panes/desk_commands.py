"""What can be done on the desk by menu, key and button, joined to the response in hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from drafter.domain.checks import Code, Finding
from drafter.domain.errors import Unresolved
from drafter.domain.records.ids import PassageId, PositionId
from drafter.domain.records.responses import ResponseHead, ResponseState, Shape
from drafter.domain.records.stances import Stance
from drafter.services.limits import own_limit
from drafter.ui.dialogs.export import ExportDialog
from drafter.ui.dialogs.fill_in import FillInDialog
from drafter.ui.export.copying import copy_response
from drafter.ui.panes import desk_actions as rows
from drafter.ui.panes.desk_answers import AnswersDialog
from drafter.ui.panes.desk_idea import IdeaDialog
from drafter.ui.panes.desk_limit import LimitDialog
from drafter.ui.panes.desk_tying import Tying
from drafter.ui.panes.desk_whole_actions import MATRIX, OPEN_REPORT
from drafter.ui.text.field_menu import field_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from drafter.ui.panes.desk import DeskPane
    from drafter.ui.workplace import Workplace

_OF_STANCE = {Code.NO_STANCE, Code.NO_REASON}
_OF_REPORT = (
    rows.IDEA, rows.ANSWERS, rows.REPORT, rows.QUOTE, rows.REPORT_VIEW, rows.PAGE_NEXT, rows.PAGE_PREVIOUS,
    MATRIX, OPEN_REPORT,
)  # fmt: skip


class DeskCommands(QObject):
    """Does nothing while no response is in hand: its actions are disabled then."""

    def __init__(self, workplace: Workplace, desk: DeskPane) -> None:
        super().__init__(desk)
        self._place = workplace
        self._desk = desk
        self._tying = Tying(workplace, desk, self)
        self._bind()
        self._claim()

    def _bind(self) -> None:
        actions = self._place.actions
        acts: dict[str, Callable[[], object]] = {
            rows.EXPORT: self.export,
            rows.COPY: self.copy,
            rows.ASIDE: self.turn_aside,
            rows.ASIDE_REST: self.set_rest_aside,
            rows.ANSWER: self.answer,
            rows.ANSWERS: self.choose_answers,
            rows.NEXT: partial(self.go_to_open, 1),
            rows.PREVIOUS: partial(self.go_to_open, -1),
            rows.IDEA: self.ask_for_idea,
            rows.NEW_SECTION: self.new_section,
            rows.SOURCE: self.show_source_here,
            rows.NEW_POSITION: self.ask_for_position,
            rows.DELETE: self.delete,
            rows.LIMIT: self.ask_for_limit,
            rows.FIND: self._desk.sheet.find_bar.enter,
            rows.REPLACE: self._desk.sheet.find_bar.enter_to_replace,
            rows.SEARCH: self.search,
            rows.INSERT: self.insert_current,
            rows.OPEN_POSITION: self.open_position,
            rows.SECTIONS: self.choose_section,
            rows.READINESS: self.show_readiness,
            rows.LARGER: lambda: self._desk.sheet.edit.step_zoom(1),
            rows.SMALLER: lambda: self._desk.sheet.edit.step_zoom(-1),
            rows.USUAL: lambda: self._desk.sheet.edit.set_zoom(100),
        }
        for stance in Stance:
            acts[rows.stance_action(stance)] = partial(self.take_stance, stance)
        for state in ResponseState:
            acts[rows.state_action(state)] = partial(self.set_state, state)
        for shape in Shape:
            acts[rows.shape_action(shape)] = partial(self.set_shape, shape)
        for name, act in acts.items():
            actions.bind(name, act)
        actions.bind_check(rows.HEAD, self.show_head)
        actions.bind_check(rows.DETAILS, self.show_details)

    def _claim(self) -> None:
        """The desk's keys work in the draft too, where they are more than one letter."""
        for row in rows.DESK_ACTIONS:
            for key in row.keys:
                if len(key) > 1:
                    self._desk.sheet.edit.claim(QKeySequence(key))
        for key in ("Return", "Enter"):
            pressed = QShortcut(QKeySequence(key), self._desk.recommendations.list)
            pressed.setContext(Qt.ShortcutContext.WidgetShortcut)
            pressed.activated.connect(self.answer)

    def follow(self) -> None:
        """What can be done now can be chosen, and what is true is checked."""
        hand, actions = self._desk.in_hand, self._place.actions
        chosen = self._desk.recommendations.chosen if hand is not None else ()
        is_statement = hand is not None and hand.facts.head.shape is Shape.STATEMENT
        able = {row.name: hand is not None for row in rows.DESK_ACTIONS}
        able |= {rows.stance_action(each): bool(chosen) for each in Stance}
        able[rows.ANSWER] = bool(chosen)
        able[rows.ASIDE] = bool(chosen) and is_statement
        able[rows.ASIDE_REST] = is_statement
        for each in _OF_REPORT:
            able[each] = hand is not None and hand.facts.report is not None
        able[rows.INSERT] = able[rows.OPEN_POSITION] = (
            hand is not None and self._desk.library.current is not None
        )
        for name, is_able in able.items():
            actions[name].setEnabled(is_able)
        if hand is not None:
            head = hand.facts.head
            for state in ResponseState:
                actions[rows.state_action(state)].setChecked(state is head.state)
            for shape in Shape:
                actions[rows.shape_action(shape)].setChecked(shape is head.shape)

    # --- recommendations

    def take_stance(self, stance: Stance) -> None:
        if (hand := self._desk.in_hand) is None:
            return
        left = self._desk.recommendations
        chosen = left.chosen
        hand.acts.take_stance(chosen, stance)
        if not hand.acts.wants_reason(chosen, stance):
            return
        if len(chosen) == 1:
            left.detail.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._place.notices.say(
                "“No comment” says why: give each of them its reason.",
                offer="What is not ready",
                act=self.show_readiness,
            )

    def keep_reason(self, recommendation: str, reason: str, note: str) -> None:
        if (hand := self._desk.in_hand) is not None:
            hand.acts.keep_reason(recommendation, reason, note)

    def turn_aside(self) -> None:
        if (hand := self._desk.in_hand) is not None:
            hand.acts.turn_aside(self._desk.recommendations.chosen)

    def set_rest_aside(self) -> None:
        if (hand := self._desk.in_hand) is None:
            return
        hand.writer.flush_or_say()  # what she has just written is mentioned
        many = hand.acts.set_rest_aside()
        said = "1 recommendation is" if many == 1 else f"{many} recommendations are"
        if many:
            self._place.notices.say(f"{said} set aside as not covered here.")
        else:
            self._place.notices.say("All is mentioned or set aside already.")

    def go_to_open(self, step: int) -> None:
        self._bring_up(self._desk.recommendations)
        if not self._desk.recommendations.go_to_open(step):
            self._place.notices.say("Nothing is open: every recommendation is dealt with.")

    def ask_for_idea(self) -> None:
        dialog = IdeaDialog(self._desk)
        dialog.named.connect(self._name_idea)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _name_idea(self, words: str, page: int) -> None:
        if (hand := self._desk.in_hand) is not None:
            made = hand.acts.name_idea(words, page)
            if made is not None:
                self._desk.recommendations.choose(made)

    # --- the draft

    def answer(self) -> None:
        hand, wanted = self._desk.in_hand, self._desk.recommendations.current
        if hand is not None and wanted is not None:
            self._bring_up(self._desk.sheet)
            hand.text.answer(wanted)

    def choose_answers(self) -> None:
        """Ask what the passage at the cursor answers."""
        hand = self._desk.in_hand
        if hand is None or hand.facts.report is None:
            return
        answered = tuple(each.id for each in hand.text.answered_here())
        dialog = AnswersDialog(hand.facts.report.recommendations, answered, self._desk)
        dialog.chosen.connect(partial(hand.text.set_answers, self._desk.sheet.edit.current_passage()))
        dialog.open()

    def insert_current(self) -> None:
        if self._desk.library.current is not None:
            self.insert(self._desk.library.current)

    def insert_and_write(self, position: str) -> None:
        """Insert, and go on in the draft: a space typed next is a space, no second click on the button."""
        self.insert(position)
        self._desk.sheet.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, position: str) -> None:
        if (hand := self._desk.in_hand) is not None:
            hand.text.insert(PositionId(position), self._desk.aim.recommendation)

    def insert_at(self, position: str, at: int) -> None:
        if (hand := self._desk.in_hand) is not None:
            hand.text.insert_at(PositionId(position), at)

    def new_section(self) -> None:
        if (hand := self._desk.in_hand) is not None:
            self._bring_up(self._desk.sheet)
            hand.text.new_section()

    def choose_section(self) -> None:
        self._bring_up(self._desk.sheet)
        self._desk.sheet.sections.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._desk.sheet.sections.showPopup()

    def show_head(self, shown: bool) -> None:
        self._desk.sheet.scrolling_head.want(shown)

    def keep_head(self, head: ResponseHead) -> None:
        if (hand := self._desk.in_hand) is not None:
            hand.acts.keep_head(head)

    def keep_zoom(self, percent: int) -> None:
        kept = self._place.preferences
        kept.choose(replace(kept.value, zoom=percent))

    # --- the library and the readiness list

    def show_source(self, passage: str) -> None:
        """A mark in the margin was clicked: say where the words are from, and what can be done about it."""
        self._tying.show_source(PassageId(passage))

    def show_source_here(self) -> None:
        self._bring_up(self._desk.sheet)
        self._tying.show_source(self._desk.sheet.edit.current_passage())

    def ask_for_position(self) -> None:
        self._bring_up(self._desk.sheet)
        self._tying.ask_for_position()

    def search(self) -> None:
        self._bring_up(self._desk.tabs)
        self._desk.tabs.setCurrentWidget(self._desk.library)
        self._desk.library.start_search()

    def show_details(self, shown: bool) -> None:
        self._desk.library.show_details(shown=shown)

    def open_position(self) -> None:
        if self._desk.library.current is not None:
            self._desk.position_wanted.emit(self._desk.library.current)

    def show_readiness(self) -> None:
        self._bring_up(self._desk.tabs)
        self._desk.tabs.setCurrentWidget(self._desk.readiness)
        self._desk.readiness.enter()

    def go_to(self, finding: Finding) -> None:
        """Where a finding leads: a field, a recommendation, or words in the draft."""
        if (hand := self._desk.in_hand) is None:
            return
        left = self._desk.recommendations
        if finding.recommendation is not None:
            left.choose(finding.recommendation)
        if finding.code is Code.NO_HEADLINE:
            self._place.actions[rows.HEAD].setChecked(True)
            self.show_head(True)
            self._bring_up(self._desk.sheet)
            self._desk.sheet.head.headline.setFocus(Qt.FocusReason.OtherFocusReason)
        elif finding.code in _OF_STANCE:
            self._bring_up(left)
            is_reason = finding.code is Code.NO_REASON
            (left.detail.reason if is_reason else left.list).setFocus(Qt.FocusReason.OtherFocusReason)
        elif hand.text.go_to(finding):
            self._bring_up(self._desk.sheet)
            self.fill_in(finding.gap)
        elif finding.recommendation is not None:
            self._bring_up(left)
            left.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_in(self, field: str) -> None:
        """Ask what a merge field stands for, where it can have a value; an empty name is none."""
        if (hand := self._desk.in_hand) is None or not field:
            return
        if field == "recommendation.label" or (field.startswith("report.") and hand.facts.report is None):
            self._place.notices.warn(f"“{field_name(field)}” has nothing to stand for here. Take it out.")
            return
        dialog = FillInDialog(self._place, hand.id, field, self._desk)
        dialog.finished.connect(lambda: self._desk.sheet.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        dialog.open()

    # --- the response as a whole

    def export(self) -> None:
        """The dialog reads what is stored, so all that was typed is written first."""
        if (hand := self._desk.in_hand) is None:
            return
        self._place.history.about_to_write.emit()
        dialog = ExportDialog(self._place, hand.id, self._desk, pages=self._desk.report.text)
        dialog.place_wanted.connect(self.go_to)
        dialog.open()

    def copy(self) -> None:
        """For a website or an e-mail, as it is now; what stands in the way is told with the way to it."""
        if (hand := self._desk.in_hand) is None:
            return
        notices = self._place.notices
        self._place.history.about_to_write.emit()
        try:
            copy_response(self._place, hand.id)
        except Unresolved as error:
            notices.warn(error.sentence, offer="Show where", act=self.show_readiness)
            return
        notices.say("Copied. Paste it where it goes.")

    def ask_for_limit(self) -> None:
        if (hand := self._desk.in_hand) is None:
            return
        dialog = LimitDialog(own_limit(self._place.library, hand.id), self._desk)
        dialog.chosen.connect(hand.acts.set_limit)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def set_deadline(self, day: date | None) -> None:
        if (hand := self._desk.in_hand) is not None:
            hand.acts.set_deadline(day)

    def set_state(self, state: ResponseState) -> None:
        if (hand := self._desk.in_hand) is not None:
            hand.acts.set_state(state)
            self.follow()

    def set_shape(self, shape: Shape) -> None:
        if (hand := self._desk.in_hand) is not None:
            hand.acts.set_shape(shape)
            self.follow()

    def delete(self) -> None:
        if (hand := self._desk.in_hand) is None:
            return
        title, history = hand.facts.head.title, self._place.history
        hand.acts.delete()
        self._desk.home_wanted.emit()
        self._place.notices.say(f"“{title}” is in the bin.", offer="Undo", act=history.undoing())

    def _bring_up(self, part: object) -> None:
        """Where the panes are folded, turn to the one that is wanted; side by side, make room for it."""
        if part is self._desk.tabs:
            self._desk.beside.make_room()
        for fold in (self._desk.recommendations, self._desk.sheet, self._desk.tabs):
            if fold is part:
                self._desk.panes.bring_up(fold)
