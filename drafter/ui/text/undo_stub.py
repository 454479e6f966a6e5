"""A text document's own undo steps as commands of one stack, so that Ctrl+Z means one history."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument, QUndoCommand, QUndoStack
from shiboken6 import isValid

TYPING = "Typing"


class UndoFollower(QObject):
    """Pushes a step for every undo command that a document adds, and takes the document back and forth."""

    stepped = Signal(int)
    """A step was undone or done again at this place of the text."""

    def __init__(self, document: QTextDocument, stack: QUndoStack) -> None:
        super().__init__(document)
        self._stack = stack
        self.label = TYPING
        """What the next step will be called."""
        self._is_riding = False
        self._rides: list[bool] = []
        """Of each step that the document keeps, whether it goes with the one before it."""
        self._done = 0
        document.undoCommandAdded.connect(self._push)

    @property
    def stack(self) -> QUndoStack:
        return self._stack

    @property
    def can_redo(self) -> bool:
        """An edit now would take away what could be done again: the document's own word is not enough."""
        return self._document().isRedoAvailable() and self._stack.canRedo()

    @contextmanager
    def riding(self) -> Iterator[None]:
        """What is edited now is no step of its own: it comes and goes with the step before."""
        cut_typing(self._document())
        self._is_riding = True
        try:
            yield
        finally:
            self._is_riding = False
            cut_typing(self._document())

    def can_ride(self, by: int) -> bool:
        """The next step of the document back (-1) or on (1) is one that rides."""
        at = self._done - 1 if by < 0 else self._done
        return 0 <= at < len(self._rides) and self._rides[at]

    def ride(self, by: int) -> None:
        """Takes that one step alone; the commands of the stack stay where they are."""
        self._done += by
        (self._document().undo if by < 0 else self._document().redo)(QTextCursor(self._document()))

    def _push(self) -> None:
        del self._rides[self._done :]
        self._rides.append(self._is_riding)
        self._done += 1
        if not self._is_riding:
            self._stack.push(TextStep(self.label, self))

    def undo(self) -> None:
        document = self._document()
        cursor = QTextCursor(document)
        if False not in self._rides[: self._done]:
            return
        rode = True
        while rode:
            self._done -= 1
            rode = self._rides[self._done]
            document.undo(cursor)
        self.stepped.emit(cursor.position())

    def redo(self) -> None:
        document = self._document()
        cursor = QTextCursor(document)
        if False not in self._rides[self._done :]:
            return
        position = -1
        while position < 0 or (self._done < len(self._rides) and self._rides[self._done]):
            rode = self._rides[self._done]
            self._done += 1
            document.redo(cursor)
            position = position if rode else cursor.position()
        self.stepped.emit(position)

    def _document(self) -> QTextDocument:
        # Asked of Qt, not kept: two that hold each other are collected in no safe order.
        document = self.parent()
        assert isinstance(document, QTextDocument)  # noqa: S101 - the constructor makes it so
        return document


class TextStep(QUndoCommand):
    """Stands on the stack for a step that the document keeps. It never raises: a document may be gone."""

    def __init__(self, label: str, follower: UndoFollower) -> None:
        super().__init__(label)
        self._follower = follower
        self._fresh = True

    def undo(self) -> None:
        if isValid(self._follower):
            self._follower.undo()

    def redo(self) -> None:
        # A stack runs what is pushed on it at once; the document has done this already.
        if self._fresh:
            self._fresh = False
        elif isValid(self._follower):
            self._follower.redo()


def follower_of(document: QTextDocument, stack: QUndoStack) -> UndoFollower:
    """The one that follows this document already, or a new one."""
    for each in document.children():
        if isinstance(each, UndoFollower) and each.stack is stack:
            return each
    return UndoFollower(document, stack)


def cut_typing(document: QTextDocument) -> None:
    """Ends the undo step in hand: what is typed next is a step of its own.

    Qt joins an edit to the one before only while the document counts as modified (Qt 6.11, appendUndoItem).
    """
    document.setModified(False)
