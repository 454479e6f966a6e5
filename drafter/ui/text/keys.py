"""Which key means what in a text editor, where Qt's own answer is not ours."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

_Key = QKeySequence.StandardKey
_Move = QTextCursor.MoveOperation

_REMOVALS = (
    (_Key.Delete, _Move.NextCharacter),
    (_Key.DeleteStartOfWord, _Move.PreviousWord),
    (_Key.DeleteEndOfWord, _Move.NextWord),
    (_Key.DeleteEndOfLine, _Move.EndOfBlock),
)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


def is_undo(event: QKeyEvent) -> bool:
    return event.matches(_Key.Undo) or _is(event, _CONTROL, Qt.Key.Key_Z)


def is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Y and Ctrl+Shift+Z both, whatever the platform."""
    return (
        event.matches(_Key.Redo)
        or _is(event, _CONTROL, Qt.Key.Key_Y)
        or _is(event, _CONTROL | _SHIFT, Qt.Key.Key_Z)
    )


def is_return(event: QKeyEvent) -> bool:
    """Shift+Enter too: a line break inside a paragraph has no place in the house styles."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (_CONTROL | _ALT)


def is_plain_paste(event: QKeyEvent) -> bool:
    return _is(event, _CONTROL | _SHIFT, Qt.Key.Key_V)


def removal(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """How far a key takes text away from the cursor."""
    bare = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
    if event.matches(_Key.Backspace) or (event.key() == Qt.Key.Key_Backspace and not bare):
        return _Move.PreviousCharacter
    return next((move for key, move in _REMOVALS if event.matches(key)), None)


def is_ours(event: QKeyEvent) -> bool:
    """Keys that the editor answers even where the window has an action of that key."""
    return is_undo(event) or is_redo(event) or is_plain_paste(event)


def is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes a character."""
    text = event.text()
    if not text or not (text[0].isprintable() or len(text) > 1):
        return False
    held = event.modifiers() & (_CONTROL | _ALT)
    # AltGr is Ctrl+Alt on Windows.
    return not held & _CONTROL or held == (_CONTROL | _ALT)


def _is(event: QKeyEvent, modifiers: Qt.KeyboardModifier, key: Qt.Key) -> bool:
    return event.key() == key and event.modifiers() == modifiers
