"""The report under correction: each correction is a step that can be undone, and survives a crash."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from drafter.domain.changes import Change
from drafter.domain.errors import NothingToDo
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Recommendation, Report
from drafter.domain.records.working import WorkingCopy
from drafter.services import working
from drafter.services.correcting import Found
from drafter.services.other_lists import Aside, Lists
from drafter.ui.history import still_last
from drafter.ui.widgets.pause import Pause
from drafter.ui.workplace import Workplace

Accepted = frozenset[RecommendationId]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The report, what she has accepted in it, the row that is chosen in its list, and her other lists."""

    report: Report
    accepted: Accepted
    row: int
    aside: Aside = ()


class InHand(QObject):
    """What differs from what was read, or from what the library has, is kept as a working copy.

    So is text that was pasted, until it is in the library: it cannot be opened again as a file can.
    """

    changed = Signal(int)
    """It is another one; the row to choose in its list."""
    dropped = Signal(object)
    """A correction took these items out of the list."""
    forgotten = Signal()
    """She has forgotten it elsewhere, or brought back what was forgotten: there is none here any more."""
    standing_changed = Signal()
    """It came into the library or went out of it, or there is something to save, or nothing any more."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._report: Report | None = None
        self._stored: Report | None = None
        self._begun: Report | None = None
        """As it was when nothing was corrected yet, where that is not as it is stored."""
        self._passed_over: Report | None = None
        """What was read from another file or text of it, while it is shown as it is kept."""
        self._is_kept = False
        self._accepted: Accepted = frozenset()
        self._aside: Aside = ()
        self._settled: Aside = ()
        """What was set aside when she saved another list: nothing of it is left to be saved."""
        self._read_from: working.ReadFrom = None
        self._current: RecommendationId | None = None
        self._left_at: RecommendationId | None = None
        """Which item she is at, and at which one she was when it was written last."""
        self._is_taken_back = False
        """It was in the library until keeping it was undone: all that she did is in hand again."""
        self._pause = Pause(self)
        self._pause.came.connect(self.keep)
        self.stack = QUndoStack(workplace.history.group)
        workplace.history.changed.connect(self._on_written)

    @property
    def report(self) -> Report | None:
        return self._report

    @property
    def found(self) -> Found:
        return self._report.recommendations if self._report is not None else ()

    @property
    def accepted(self) -> Accepted:
        """What she has looked at and accepted."""
        return self._accepted

    @property
    def lists(self) -> Lists:
        """The list in hand and those that she turned away from."""
        return Lists(found=self.found, accepted=self._accepted, aside=self._aside)

    @property
    def kept_list(self) -> Found:
        """The list as it is in the library; none where it is not there."""
        return self._stored.recommendations if self._is_kept and self._stored is not None else ()

    @property
    def read_from(self) -> working.ReadFrom:
        """The file or the pasted text; none where it came from the library."""
        return self._read_from

    @property
    def is_kept(self) -> bool:
        """It is in the library."""
        return self._is_kept

    @property
    def is_changed(self) -> bool:
        """There is something to save: corrections, or another file than the library has of it."""
        return self._report != self._stored

    @property
    def is_corrected(self) -> bool:
        """There are corrections of hers that the library, or the file as it is read, does not have."""
        return self.is_changed and self._report != self._begun

    @property
    def is_other_file(self) -> bool:
        """Saving it takes this file in place of the one that the library has of it."""
        mine, stored = self._report, self._stored
        return (
            self._is_kept
            and mine is not None
            and stored is not None
            and mine.fingerprint != stored.fingerprint
        )

    def take(
        self,
        report: Report,
        *,
        stored: Report | None,
        is_kept: bool,
        accepted: Accepted = frozenset(),
        read_from: working.ReadFrom = None,
        passed_over: Report | None = None,
    ) -> None:
        """Another report; `stored` is it without the corrections that are not saved, where that is known.

        `passed_over` is how another file of it was read, which she looks at: that alone does not take it. The
        one is chosen that she was at, else the first that she has not accepted.
        """
        self.stack.clear()
        self._read_from, self._is_taken_back = read_from, False
        self._report, self._stored, self._is_kept = report, stored, is_kept
        self._accepted, self._passed_over = accepted, passed_over
        self._begun = report if passed_over is not None else None
        self._aside, self._settled = working.aside_in_hand(self._place.library, report), ()
        if isinstance(read_from, str):
            self._pause.touch()
        self._current = self._left_at = None
        ids = [each.id for each in report.recommendations]
        left_at = working.current_in_hand(self._place.library, report)
        first = next((row for row, each in enumerate(ids) if each not in accepted), 0)
        self.changed.emit(first if left_at is None else left_at)
        self._left_at = self._current
        self.standing_changed.emit()

    def turn(self, after: Report, label: str, *, at: int, row: int) -> None:
        """One correction, made at one row and leaving the choice at another; none where nothing differs."""
        self._turn(State(report=after, accepted=self._accepted, row=row, aside=self._aside), label, at=at)

    def turn_to(self, lists: Lists, label: str, *, at: int) -> None:
        """Another list in place of this one, in one step; none where it is the same."""
        if self._report is not None:
            after = replace(self._report, recommendations=lists.found)
            state = State(report=after, accepted=frozenset(lists.accepted), row=0, aside=lists.aside)
            self._turn(state, label, at=at)

    def _turn(self, state: State, label: str, *, at: int) -> None:
        before, after = self._report, state.report
        if before is None or after == before:
            return
        self._step(label, at, state)
        left = {each.id for each in after.recommendations}
        gone = tuple(each for each in before.recommendations if each.id not in left)
        if gone:
            self.dropped.emit(gone)

    def undoing(self) -> Callable[[], None]:
        """An act that takes back the last step, and nothing that came later."""
        is_last = still_last(self.stack)

        def undo() -> None:
            if not is_last():
                raise NothingToDo("You have gone on since. Undo step by step until it is back.")
            self.stack.undo()

        return undo

    def accept(self, identity: RecommendationId, *, at: int, row: int) -> None:
        """She has looked at one and finds it right."""
        if self._report is not None and identity not in self._accepted:
            accepted = self._accepted | {identity}
            state = State(report=self._report, accepted=accepted, row=row, aside=self._aside)
            self._step("Accept one", at, state)

    def keep(self) -> None:
        """Write the working copy now, or let it go where there is nothing to save."""
        self._pause.forget()
        if self._report is None:
            return
        library, accepted = self._place.library, self._accepted
        if self._is_kept:
            working.keep_accepted(library, self._report, accepted)
        text, to_save = self._untouched_text, self._to_save
        if to_save is not None:
            working.keep_in_hand(
                library,
                to_save.report,
                accepted=to_save.accepted,
                read_from=self._read_from,
                aside=to_save.aside,
                current=self._current,
            )
            self._left_at = self._current
        elif text:
            working.keep_text(library, self._passed_over or self._report, text)
        else:
            working.let_go(library, self._report)

    @property
    def _to_save(self) -> State | None:
        """What to write; while she looks at a list as it is kept or was read, the last that she corrected."""
        report, aside = self._report, self._aside
        if report is None:
            return None
        hers = [each for each in aside if each.is_hers and each not in self._settled]
        if hers and not self.is_corrected:
            rest = tuple(each for each in aside if each is not hers[-1])
            last = replace(report, recommendations=hers[-1].found)
            others = self._accepted - {each.id for each in hers[-1].found}
            return State(report=last, accepted=others | set(hers[-1].accepted), row=0, aside=rest)
        is_begun = bool(self._accepted) or self._is_taken_back
        if self.is_corrected or (is_begun and not self._is_kept):
            return State(report=report, accepted=self._accepted, row=0, aside=aside)
        return None

    @property
    def _untouched_text(self) -> str:
        """What was pasted and is nowhere else."""
        is_elsewhere = self._is_kept and self._passed_over is None
        return self._read_from if isinstance(self._read_from, str) and not is_elsewhere else ""

    def keep_if_due(self) -> None:
        """Write what is not yet written, and where she is, without waiting for her to pause."""
        self._pause.come()
        if self._current != self._left_at and self._to_save is not None:
            self.keep()

    def look_at(self, item: Recommendation | None) -> None:
        """She is at this item: there she will go on."""
        if item is not None:
            self._current = item.id

    def _step(self, label: str, at: int, after: State) -> None:
        assert self._report is not None  # noqa: S101 - a step is only made of a report
        before = State(report=self._report, accepted=self._accepted, row=at, aside=self._aside)
        self._put(after)
        self.stack.push(_Correction(label, self._put, before=before, after=after))

    def _put(self, state: State) -> None:
        assert self._report is not None  # noqa: S101 - a step is only made of a report
        self._report = replace(state.report, added_at=self._report.added_at)
        self._accepted, self._aside = state.accepted, state.aside
        self._pause.touch()
        self.changed.emit(state.row)
        self.standing_changed.emit()

    def _on_written(self, change: Change) -> None:
        """The library's own record of this report is another one: kept, corrected, undone, given an idea."""
        mine = self._report
        if mine is None:
            return
        if change.touches(WorkingCopy, about=working.subject_of(mine)):
            self._forget()  # another one was put in its place, or none: what is here is not written over it
        elif change.touches(Report, about=mine.id):
            self._take_written(change, mine)

    def _forget(self) -> None:
        self._pause.forget()
        self.stack.clear()
        self._report = self._stored = self._begun = self._passed_over = self._read_from = None
        self._is_kept, self._accepted = False, frozenset()
        self._aside = self._settled = ()
        self.forgotten.emit()
        self.standing_changed.emit()

    def _take_written(self, change: Change, mine: Report) -> None:
        written = [each.after for each in change.edits if each.key == mine.key]
        after = written[-1]
        if not isinstance(after, Report):
            self._is_kept, self._is_taken_back, self._settled = False, True, ()
            self._report = self._stored = replace(mine, added_at=None)
            self._pause.touch()
        else:
            self._is_kept = True
            if mine.recommendations == after.recommendations:
                self._settled = self._aside
            self._follow(replace(mine, added_at=after.added_at), after)
        self.standing_changed.emit()

    def _follow(self, mine: Report, after: Report) -> None:
        """Take what was written; corrections that are not saved stay, and an idea that came joins them."""
        before, self._stored = self._stored, after
        had_corrections = before is not None and replace(mine, added_at=before.added_at) != before
        if mine == after or not had_corrections:
            is_news = mine != after
            self._report, self._begun, self._passed_over = after, None, None
            if is_news:
                self.stack.clear()
                self.changed.emit(0)
            return
        known = {each.id for report in (before, mine) if report for each in report.recommendations}
        came = tuple(each for each in after.recommendations if each.id not in known)
        is_as_begun = self._report == self._begun
        self._report = replace(mine, recommendations=(*mine.recommendations, *came))
        self._begun = self._report if is_as_begun else None
        if came:
            self.changed.emit(len(mine.recommendations))


class _Correction(QUndoCommand):
    """The work is done before the push; undo and redo put one state in the other's place."""

    def __init__(self, label: str, put: Callable[[State], None], *, before: State, after: State) -> None:
        super().__init__(label)
        self._put = put
        self._before, self._after = before, after
        self._is_done = True

    def redo(self) -> None:
        if not self._is_done:
            self._put(self._after)
            self._is_done = True

    def undo(self) -> None:
        self._put(self._before)
        self._is_done = False
