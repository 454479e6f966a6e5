"""What is done to the response in hand as a whole: a start laid out for her, the matrix, saved drafts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafter.domain.records.ids import RecommendationId
from drafter.services.drafts import Differing, bring_back, compare_drafts, keep_draft, timeline
from drafter.services.matrix import MatrixRow, matrix, write_matrix
from drafter.services.starting import Start, start
from drafter.ui.jobs import Worker
from drafter.ui.panes import desk_whole_actions as rows
from drafter.ui.panes.desk_matrix import MatrixDialog
from drafter.ui.panes.desk_timeline import NOW, TimelineDialog
from drafter.ui.panes.desk_whole_text import lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.domain.errors import DrafterError
    from drafter.domain.progress import Progress
    from drafter.domain.records.people import Person
    from drafter.domain.records.responses import Response
    from drafter.store.library import Library
    from drafter.ui.panes.desk import DeskPane
    from drafter.ui.panes.desk_in_hand import InHand
    from drafter.ui.workplace import Workplace


class WholeActs(QObject):
    """Does nothing while no response is in hand: its actions are disabled then."""

    def __init__(self, workplace: Workplace, desk: DeskPane) -> None:
        super().__init__(desk)
        self._place = workplace
        self._desk = desk
        workplace.actions.bind(rows.START, self.start)
        workplace.actions.bind(rows.MATRIX, self.show_matrix)
        workplace.actions.bind(rows.TIMELINE, self.show_timeline)
        workplace.actions.bind(rows.KEEP_DRAFT, self.ask_to_keep)

    # --- start me off

    def start(self) -> None:
        """Worked out beside the window; laid in only where nothing was written meanwhile."""
        if (hand := self._desk.in_hand) is None:
            return
        self._place.history.about_to_write.emit()
        response = hand.facts.response
        work = partial(_start, self._place.library, response, self._place.preferences.person)
        job = self._place.jobs.start(work, on=Worker.STORE)
        job.succeeded.connect(partial(self._lay_start, response))
        job.failed.connect(self._say_why_not)

    def _lay_start(self, asked: Response, found: Start) -> None:
        hand, sheet = self._desk.in_hand, self._desk.sheet
        if hand is None or hand.id != asked.id:
            return
        if sheet.edit.sections() != asked.sections:
            self._place.notices.warn("The draft was changed meanwhile. Choose “Start me off” again.")
            return
        lay_out(sheet.edit, found.sections, label="Start me off")
        hand.writer.read_now()
        self._desk.panes.bring_up(sheet)
        sheet.edit.setFocus()
        self._place.notices.say(found.sentence, offer="Undo", act=self._place.history.undoing())

    def _say_why_not(self, error: DrafterError) -> None:
        self._place.notices.say(error.sentence)

    # --- at a glance

    def show_matrix(self) -> None:
        if (hand := self._desk.in_hand) is None:
            return
        self._place.history.about_to_write.emit()
        rows_of_all = matrix(self._place.library, hand.facts.response, hand.facts.report)
        dialog = MatrixDialog(rows_of_all, self._desk)
        dialog.wanted.connect(self._go_to)
        dialog.write_wanted.connect(self._write_matrix)
        dialog.open()

    def _go_to(self, recommendation: str) -> None:
        """Its row in the list, and its answer in the draft where there is one."""
        if (hand := self._desk.in_hand) is None:
            return
        left, wanted = self._desk.recommendations, RecommendationId(recommendation)
        left.choose(wanted)
        if hand.text.show(wanted):
            self._desk.panes.bring_up(self._desk.sheet)
            self._desk.sheet.edit.setFocus()
        else:
            self._desk.panes.bring_up(left)
            left.list.setFocus()

    def _write_matrix(self, listed: tuple[MatrixRow, ...], target: Path) -> None:
        write_matrix(listed, target)
        self._place.notices.say(f"What was listed is in “{target.name}”.")

    # --- saved drafts

    def ask_to_keep(self) -> None:
        if (dialog := self.show_timeline()) is not None:
            dialog.ask_for_name()

    def show_timeline(self) -> TimelineDialog | None:
        if (hand := self._desk.in_hand) is None:
            return None
        self._place.history.about_to_write.emit()
        dialog = TimelineDialog(partial(self._compare, hand), self._desk)
        dialog.show_drafts(timeline(self._place.library, hand.id))
        dialog.kept.connect(partial(self._keep, hand, dialog))
        dialog.brought_back.connect(partial(self._bring_back, hand))
        dialog.open()
        return dialog

    def _compare(self, hand: InHand, earlier: str, later: str) -> tuple[Differing, ...]:
        one, other = (
            self._place.library.saved_draft(each) if each != NOW else hand.facts.response
            for each in (earlier, later)
        )
        return compare_drafts(one, other, hand.facts.report)

    def _keep(self, hand: InHand, dialog: TimelineDialog, name: str) -> None:
        keep_draft(self._place.library, hand.id, name, by=self._place.by)
        dialog.show_drafts(timeline(self._place.library, hand.id))

    def _bring_back(self, hand: InHand, draft: str) -> None:
        """Title block, stances and text are one step of the response's undo."""
        history, library = self._place.history, self._place.library
        sections = library.saved_draft(draft).sections
        history.do_with(
            lambda: bring_back(library, hand.id, draft, by=self._place.by),
            lambda change: lay_out(self._desk.sheet.edit, sections, label=change.label),
            stack=history.stack_of(hand.id),
        )
        hand.writer.read_now()
        self._place.notices.say(
            "That draft is back. What was here before is among the saved drafts.",
            offer="Undo",
            act=history.undoing(),
        )


def _start(library: Library, response: Response, person: Person, progress: Progress) -> Start:
    return start(library, response, person=person, progress=progress)
