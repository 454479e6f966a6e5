"""Keeping the report in hand, and beginning a response to it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from drafter.domain.changes import Change
from drafter.domain.errors import NothingToDo
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Shape
from drafter.services import answering, importing
from drafter.ui.actions import Actions
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_found import FoundPanel
from drafter.ui.panes.reader_in_hand import InHand
from drafter.ui.workplace import Workplace

_IN_ITS_PLACE = "The report in the library is read from {} now, in place of the file before, with this list."
_NOT_YET = "Not in the library yet"
_KEPT_MEANWHILE = "Corrections kept, not yet in the library"


class Keeping(QObject):
    """Only here does a report come into the library, or what was corrected in it."""

    response_opened = Signal(str)

    def __init__(self, workplace: Workplace, in_hand: InHand, panel: FoundPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._hand = in_hand
        self._panel = panel
        in_hand.standing_changed.connect(self._on_standing)

    def bind(self, actions: Actions) -> None:
        actions.bind(names.KEEP, self._keep)
        actions.bind(names.START_POINTS, partial(self._start, Shape.POINT_BY_POINT))
        actions.bind(names.START_STATEMENT, partial(self._start, Shape.STATEMENT))

    def say_how_it_stands(self) -> None:
        """In the foot of the window: what she corrects is safe, and enters the library when she says so."""
        hand = self._hand
        words = ""
        if hand.report is not None and (hand.is_changed or not hand.is_kept):
            is_begun = hand.is_corrected or (bool(hand.accepted) and not hand.is_kept)
            words = _KEPT_MEANWHILE if is_begun else _NOT_YET
        self._place.notices.standing(words)

    def _on_standing(self) -> None:
        if self._panel.isVisible():
            self.say_how_it_stands()

    def _report(self) -> Report:
        """The report with all that was typed. Raises NothingToDo where none is open."""
        self._panel.flush()
        report = self._hand.report
        if report is None:
            raise NothingToDo("Open a report first.")
        return report

    def _keep(self) -> None:
        """Put the report, or what was corrected, into the library. Raises NothingToDo where nothing was."""
        report, was_kept, is_other = self._report(), self._hand.is_kept, self._hand.is_other_file
        library, by = self._place.library, self._place.by
        source = self._hand.read_from
        path = source if isinstance(source, Path) else None
        pasted = source if isinstance(source, str) else ""

        def keep() -> Change:
            if was_kept:
                return importing.correct_report(library, report, path=path, pasted=pasted, by=by)
            return importing.keep_report(library, report, path=path, pasted=pasted, by=by)

        self._place.history.do(keep, stack=self._place.history.library_stack)
        self._hand.keep()
        said = "Your corrections are in the library." if was_kept else f"“{report.title}” is in the library."
        self._place.notices.say(_IN_ITS_PLACE.format(report.source or "this text") if is_other else said)

    def _start(self, shape: Shape) -> None:
        """Begin a response; the report is kept first where it is not yet, and corrections saved."""
        report = self._report()
        if not self._hand.is_kept or self._hand.is_corrected:
            self._keep()
        library, by = self._place.library, self._place.preferences.person
        change = self._place.history.do(
            lambda: answering.new_response(library, report=report.id, shape=shape, by=by),
            stack=self._place.history.library_stack,
        )
        self.response_opened.emit(answering.response_of(change))
