"""Lets keys through to their actions where a text field would keep them for itself."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class Yielding(QObject):
    """A field that it watches answers a key itself only while no action of that key can be done.

    On Linux, for one, Qt's fields take Ctrl+D for Delete and Ctrl+K for “delete to the end”, and all of them
    take Ctrl+Z even where they have nothing to undo. `when_empty` are undo and redo where the fields have
    steps of their own: those come first.
    """

    def __init__(
        self, actions: Iterable[QAction], parent: QObject, *, when_empty: Iterable[QAction] = ()
    ) -> None:
        super().__init__(parent)
        self._actions = tuple(actions)
        self._when_empty = tuple(when_empty)

    def watch(self, *fields: QWidget) -> None:
        for each in fields:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            offered = self._actions if _has_step(watched, event) else (*self._actions, *self._when_empty)
            pressed = QKeySequence(event.keyCombination())
            if any(pressed in each.shortcuts() and each.isEnabled() for each in offered):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _has_step(field: QObject, event: QKeyEvent) -> bool:
    """The field itself can undo, or redo, whichever the key asks for."""
    is_undo = event.matches(QKeySequence.StandardKey.Undo)
    match field:
        case QTextEdit() | QPlainTextEdit():
            steps = field.document()
            return steps.isUndoAvailable() if is_undo else steps.isRedoAvailable()
        case QLineEdit():
            return field.isUndoAvailable() if is_undo else field.isRedoAvailable()
        case _:
            return False
