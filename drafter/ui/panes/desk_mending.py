"""What can be done about a finding of the readiness list, in one click or key; and whether to give advice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from drafter.domain.checks import Code, Finding
from drafter.ui.panes import desk_actions, desk_whole_actions
from drafter.ui.text.document import blocks
from drafter.ui.text.draft_blocks import find_passage, passage_span, take_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.domain.records.ids import PassageId
    from drafter.ui.panes.desk import DeskPane
    from drafter.ui.panes.desk_commands import DeskCommands
    from drafter.ui.panes.desk_in_hand import InHand
    from drafter.ui.workplace import Workplace

_SOURCE = "Where these words come from…"
_TAKE_OUT = "Take it out"

MENDS = {
    Code.UNRESOLVED_FIELD: "Fill it in…",
    Code.NO_HEADLINE: "Write a headline",
    Code.NO_STANCE: "Take a stance",
    Code.NO_ANSWER: "Begin the answer",
    Code.NO_REASON: "Write the reason",
    Code.ANSWERS_NOTHING: "Choose what it answers…",
    Code.GONE: _SOURCE,
    Code.RETIRED: _SOURCE,
    Code.UNAPPROVED: _SOURCE,
    Code.NEWER_WORDING: "Take the newer words",
    Code.REVIEW_DUE: "Open in the library",
    Code.AGAINST_STANCE: _SOURCE,
    Code.OPPOSITE_POSITIONS: _SOURCE,
    Code.UNSOURCED_FIGURE: "Add its source…",
    Code.SAME_PARAGRAPH: "Take this one out",
    Code.CHANGED_QUOTATION: "Read the report beside it",
    Code.NO_SUMMARY: "Begin a summary",
}
"""What its button says; a finding without one is for her to judge."""


def mend_words(finding: Finding) -> str:
    """What its button says, or nothing."""
    return _TAKE_OUT if finding.stands_for_nothing else MENDS.get(finding.code, "")


class Mending(QObject):
    """Each mend goes to the place first, and is a step that undo takes back."""

    def __init__(self, workplace: Workplace, desk: DeskPane, commands: DeskCommands) -> None:
        super().__init__(desk)
        self._place = workplace
        self._desk = desk
        self._commands = commands
        workplace.actions.bind(desk_whole_actions.MEND, self.mend_current)
        workplace.actions.bind_check(desk_whole_actions.ADVICE, self._want_advice)
        workplace.preferences.changed.connect(self._show_wish)
        desk.readiness.mend_wanted.connect(self.mend)
        self._show_wish()

    def mend_current(self) -> None:
        """The finding that is chosen in the list; where none is, the list is shown."""
        finding = self._desk.readiness.current
        if finding is None or not self._desk.readiness.isVisible():
            self._commands.show_readiness()
        else:
            self.mend(finding)

    def mend(self, finding: Finding) -> None:
        if (hand := self._desk.in_hand) is None:
            return
        acts: dict[Code, Callable[[InHand, Finding], None]] = {
            Code.NO_ANSWER: self._answer,
            Code.ANSWERS_NOTHING: self._choose_answers,
            Code.NEWER_WORDING: self._take_newer_words,
            Code.REVIEW_DUE: self._open_position,
            Code.UNSOURCED_FIGURE: self._add_source,
            Code.SAME_PARAGRAPH: self._take_out,
            Code.CHANGED_QUOTATION: self._read_report,
            Code.NO_SUMMARY: self._begin_summary,
        }
        if finding.stands_for_nothing:
            self._take_field_out(hand, finding)
        elif MENDS.get(finding.code) == _SOURCE:
            self._show_source(hand, finding)
        elif finding.code in acts:
            acts[finding.code](hand, finding)
        else:
            self._commands.go_to(finding)

    # --- one by one

    def _answer(self, hand: InHand, finding: Finding) -> None:
        if finding.recommendation is not None:
            self._desk.recommendations.choose(finding.recommendation)
            self._desk.panes.bring_up(self._desk.sheet)
            hand.text.answer(finding.recommendation)

    def _choose_answers(self, _hand: InHand, finding: Finding) -> None:
        self._commands.go_to(finding)
        self._commands.choose_answers()

    def _show_source(self, _hand: InHand, finding: Finding) -> None:
        self._commands.go_to(finding)
        if finding.passage is not None:
            self._commands.show_source(finding.passage)

    def _take_newer_words(self, hand: InHand, finding: Finding) -> None:
        ties = self._desk.sheet.edit.ties(finding.passage) if finding.passage is not None else None
        if finding.passage is None or ties is None or ties.use is None:
            self._show_source(hand, finding)  # woven into own words: she decides what of it to take
        else:
            self._commands.go_to(finding)
            hand.ties.go_back(finding.passage)

    def _open_position(self, _hand: InHand, finding: Finding) -> None:
        if finding.position is not None:
            self._desk.position_wanted.emit(finding.position)

    def _add_source(self, _hand: InHand, finding: Finding) -> None:
        """The footnote goes behind the figure."""
        self._commands.go_to(finding)
        edit = self._desk.sheet.edit
        cursor = edit.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        edit.setTextCursor(cursor)
        edit.ask_for_footnote()

    def _take_out(self, hand: InHand, finding: Finding) -> None:
        """The later of the two paragraphs; the whole passage, where it says nothing else."""
        if finding.passage is None:
            return
        edit = self._desk.sheet.edit
        if edit.passage_text(finding.passage).plain == finding.words:
            edit.remove_passage(finding.passage)
        else:
            self._take_out_paragraph(finding.passage, finding.words)
        hand.writer.read_now()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_field_out(self, hand: InHand, finding: Finding) -> None:
        edit = self._desk.sheet.edit
        if hand.text.go_to(finding) and edit.gap_at(edit.textCursor().selectionStart()) == finding.gap:
            found = edit.textCursor()
            with edit.step("Take the field out") as cursor:
                cursor.setPosition(found.selectionStart())
                cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
            hand.writer.read_now()
            edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out_paragraph(self, passage: PassageId, words: str) -> None:
        edit = self._desk.sheet.edit
        first = find_passage(edit.draft, passage)
        if first is None:
            return
        same = [
            each
            for each in blocks(*passage_span(first))
            if edit.draft.read_block(each).paragraph.plain == words
        ]
        if same:
            with edit.step("Take the paragraph out") as cursor:
                take_out(same[-1], same[-1])
                cursor.setPosition(first.position())

    def _read_report(self, _hand: InHand, finding: Finding) -> None:
        self._commands.go_to(finding)
        report = self._place.actions[desk_actions.REPORT]
        if not report.isChecked():
            report.trigger()

    def _begin_summary(self, hand: InHand, _finding: Finding) -> None:
        """After the first section: written evidence puts it where it belongs."""
        edit = self._desk.sheet.edit
        edit.scroll_to_section(edit.outline()[0][0])
        edit.insert_section("Summary")
        hand.writer.read_now()
        self._desk.panes.bring_up(self._desk.sheet)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- advice on style

    def _want_advice(self, is_wanted: bool) -> None:
        kept = self._place.preferences
        kept.choose(replace(kept.value, advice=is_wanted))

    def _show_wish(self) -> None:
        self._place.actions[desk_whole_actions.ADVICE].setChecked(self._place.preferences.value.advice)
