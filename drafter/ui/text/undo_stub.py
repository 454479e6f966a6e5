"""A text document's own undo steps as commands of one stack, so that Ctrl+Z means one history."""

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
        document.undoCommandAdded.connect(self._push)

    def _push(self) -> None:
        self._stack.push(TextStep(self.label, self))

    def undo(self) -> None:
        document = self._document()
        if document.isUndoAvailable():
            cursor = QTextCursor(document)
            document.undo(cursor)
            self.stepped.emit(cursor.position())

    def redo(self) -> None:
        document = self._document()
        if document.isRedoAvailable():
            cursor = QTextCursor(document)
            document.redo(cursor)
            self.stepped.emit(cursor.position())

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


def cut_typing(document: QTextDocument) -> None:
    """Ends the undo step in hand: what is typed next is a step of its own.

    Qt joins an edit to the one before only while the document counts as modified (Qt 6.11, appendUndoItem).
    """
    document.setModified(False)
