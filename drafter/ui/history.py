"""What can be undone: the library's stack, one for each open response, and the one command that both hold."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from drafter.domain.changes import Change
from drafter.domain.errors import Conflict, DrafterError, NotFound
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.responses import Outline, Passage, ResponseHead

_log = logging.getLogger(__name__)


class Applies(Protocol):
    """The library, as far as history knows it."""

    def apply(self, change: Change) -> Change: ...


LARGE = 300
"""From so many edits on a step is turned beside the window: it takes longer than a key may."""

Turn = Callable[[Change, Callable[[Change | DrafterError], object]], None]
"""Writes a change beside the window, then tells what was written or why not."""


class History(QObject):
    """Every act of the officer goes through `do` (or, done already, `record`), and back through `undo`.

    While the desk is in front its response's stack is the active one, else the library's.
    """

    changed = Signal(Change)
    """Something was written: done, undone or redone. Panes ask `change.touches(...)` and reload."""
    refused = Signal(str)
    """An undo or redo could not be: the sentence says why."""
    about_to_write = Signal()
    """Autosave flushes now, before anything is written, undone or redone."""

    def __init__(self, library: Applies, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._is_stuck = False
        self.turn: Turn | None = None
        """Where nothing is given, large steps too are turned while the window waits."""
        self._responses: dict[ResponseId, QUndoStack] = {}
        self.group = QUndoGroup(self)
        self.library_stack = QUndoStack(self.group)
        self.group.setActiveStack(self.library_stack)

    def stack_of(self, response: ResponseId) -> QUndoStack:
        """The stack of a response, made when it is first asked for."""
        if response not in self._responses:
            self._responses[response] = QUndoStack(self.group)
        return self._responses[response]

    def is_open(self, response: ResponseId) -> bool:
        """It lies on the desk, where its document is the master: its words are changed there."""
        return response in self._responses

    def turn_to(self, response: ResponseId | None) -> None:
        """Undo what was done in this response from now on; None: in the library."""
        self.group.setActiveStack(self.library_stack if response is None else self.stack_of(response))

    def close(self, response: ResponseId) -> None:
        """Forget a response that is no longer open."""
        stack = self._responses.pop(response, None)
        if stack is None:
            return
        if self.group.activeStack() is stack:
            self.turn_to(None)
        self.group.removeStack(stack)
        stack.deleteLater()

    def do(self, act: Callable[[], Change], *, stack: QUndoStack | None = None) -> Change:
        """Flush autosave, let a service act, and record what it did. Its errors go to the caller."""
        self.about_to_write.emit()
        change = act()
        self.record(change, stack=stack)
        return change

    def do_with(
        self, act: Callable[[], Change], then: Callable[[Change], object], *, stack: QUndoStack
    ) -> Change:
        """Likewise, with an edit of the open text that belongs to it: both are one step of that stack."""
        self.about_to_write.emit()
        change = act()
        with self.as_one(change.label, stack):
            self.record(change, stack=stack)
            then(change)
        return change

    @contextmanager
    def as_one(self, label: str, stack: QUndoStack) -> Iterator[None]:
        """All that is recorded on a stack meanwhile is one step of it; where nothing was, there is none."""
        stack.beginMacro(label)
        try:
            yield
        finally:
            stack.endMacro()
            step = stack.command(stack.index() - 1)
            if not step.childCount():
                step.setObsolete(True)
                stack.undo()  # Qt takes away what is obsolete

    def record(self, change: Change, *, stack: QUndoStack | None = None) -> None:
        """Keep a change that was applied, on the active stack unless another is named, and tell of it."""
        if change.is_empty:
            return
        (stack or self.group.activeStack()).push(_Step(self, change))
        self.changed.emit(change)

    def tell(self, change: Change) -> None:
        """Tell of a change that is no step of its own: an autosave, an import that ran as a job."""
        if not change.is_empty:
            self.changed.emit(change)

    def undoing(self) -> Callable[[], None]:
        """Take back the step that is the last one now: for a notice, which may stand while others follow.

        Once something came after it, or it is taken back already, that is said and nothing is undone.
        """
        stack = self.group.activeStack()
        is_last = still_last(stack)

        def undo() -> None:
            if is_last() and self.group.activeStack() is stack:
                self.undo()
            else:
                self.refused.emit("Something was done since then. Edit > Undo takes back the last step.")

        return undo

    def undo(self) -> None:
        """Take back the last step of the active stack."""
        self.about_to_write.emit()
        self._prepared(self._undo, back=1)

    def _undo(self) -> None:
        self._is_stuck = False
        self.group.undo()
        if self._is_stuck:
            self.group.redo()  # an empty step back, so that it can be undone later

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.about_to_write.emit()
        self._prepared(self._redo, back=0)

    def _redo(self) -> None:
        self._is_stuck = False
        self.group.redo()
        if self._is_stuck:
            self.group.undo()

    def _prepared(self, go: Callable[[], None], *, back: int) -> None:
        """Turn the step of the active stack, a large one once its change is written."""
        stack = self.group.activeStack()
        step = stack.command(stack.index() - back)
        if self.turn is None or not isinstance(step, _Step) or len(step.inverse.edits) < LARGE:
            go()
            return

        def then(written: Change | DrafterError) -> None:
            step.take(written)
            go()

        if self._lies_open(step.inverse):
            go()
        else:
            self.turn(step.inverse, then)

    def _lies_open(self, change: Change) -> bool:
        return any(self.is_open(each) for each in _rewritten(change))

    def apply(self, change: Change) -> Change:
        """For the steps on the stacks: write and tell."""
        if self._lies_open(change):
            raise LiesOpen(
                "A draft that this would change lies on the desk. Open another one there, then undo."
            )
        applied = self._library.apply(change)
        self.changed.emit(applied)
        return applied

    def stick(self, sentence: str = "") -> None:
        """For the steps too: this one could not be turned now, and stays where it is."""
        self._is_stuck = True
        if sentence:
            self.refused.emit(sentence)


def still_last(stack: QUndoStack) -> Callable[[], bool]:
    """Asks whether the step that is a stack’s last one now still is: nothing was done or undone since."""
    is_last = True

    def go_by(_index: int) -> None:
        nonlocal is_last
        is_last = False
        stack.indexChanged.disconnect(go_by)

    stack.indexChanged.connect(go_by)
    return lambda: is_last


def _rewritten(change: Change) -> Iterator[ResponseId]:
    """The responses whose words a change exchanges, as the library does; not those it begins or ends."""
    if not change.touches(ResponseHead, Outline):
        yield from (each.record.response for each in change.edits if isinstance(each.record, Passage))


class LiesOpen(DrafterError):
    """The words of an open draft are changed on the desk alone."""


class _Step(QUndoCommand):
    """One change. Undo and redo both apply the inverse of what was applied last."""

    def __init__(self, history: History, change: Change) -> None:
        super().__init__(change.label)
        self._history = history
        self._applied = change
        self._is_done = True
        self._written: Change | DrafterError | None = None

    @property
    def inverse(self) -> Change:
        """What undo and redo write."""
        return self._applied.inverse

    def take(self, written: Change | DrafterError) -> None:
        """It was written already, or could not be: the next turn has only to tell."""
        self._written = written

    def redo(self) -> None:
        if not self._is_done:  # the first redo comes with the push, after the work
            self._turn()

    def undo(self) -> None:
        if self._is_done:  # not so where an undo failed before: the way back is then empty
            self._turn()

    def _turned(self) -> Change:
        written, self._written = self._written, None
        if isinstance(written, DrafterError):
            raise written
        if written is None:
            return self._history.apply(self.inverse)
        self._history.changed.emit(written)
        return written

    def _turn(self) -> None:
        try:
            self._applied = self._turned()
        except (Conflict, NotFound) as error:
            self.setObsolete(True)
            self._history.refused.emit(f"“{self.text()}” can no longer be undone. {error.sentence}")
        except DrafterError as error:
            self._history.stick(error.sentence)
        except Exception as error:  # noqa: BLE001 - raising through Qt's undo stack would leave it half-way
            self._history.stick()
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self._is_done = not self._is_done
