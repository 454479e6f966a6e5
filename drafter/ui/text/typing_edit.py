"""A page that is typed on: what keys do, what one step of undo is, and where the cursor may stand."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor, QUndoStack
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from drafter.domain.richtext import BlockStyle
from drafter.ui.text import edits, keys
from drafter.ui.text.colours import TextColours
from drafter.ui.text.fields import field_at, field_round, typing_format
from drafter.ui.text.formats import place_of
from drafter.ui.text.page import TextPage
from drafter.ui.text.undo_stub import TYPING, UndoFollower, cut_typing, follower_of

_PAUSE = 1200
"""Milliseconds after which what is typed is a step of its own for Ctrl+Z."""

_LISTS = {"-": BlockStyle.BULLET, "*": BlockStyle.BULLET, "1.": BlockStyle.NUMBER, "1)": BlockStyle.NUMBER}
_Keep = QTextCursor.MoveMode.KeepAnchor


class UndoOwner(Protocol):
    """Who answers Ctrl+Z and Ctrl+Y; a QUndoStack does."""

    def undo(self) -> None: ...
    def redo(self) -> None: ...


class TypingEdit(TextPage):
    """Takes keys. What makes or joins paragraphs goes through methods that a draft answers in its own way."""

    style_changed = Signal()
    """What stands at the cursor looks otherwise, or the cursor moved: a toolbar asks again."""

    stepped = Signal()
    """A step was undone, or done again."""

    def __init__(self, parent: QWidget | None = None, *, colours: TextColours | None = None) -> None:
        self._follower: UndoFollower | None = None
        self._owner: UndoOwner | None = None
        self._snapping = False
        self._last_position = 0
        self._since_key = QElapsedTimer()
        self._claimed: list[QKeySequence] = []
        super().__init__(parent, colours=colours)
        self.cursorPositionChanged.connect(self._settle_cursor)
        self.selectionChanged.connect(self._settle_cursor)
        self.currentCharFormatChanged.connect(self.style_changed)

    # What a draft does otherwise

    def remove(self, cursor: QTextCursor) -> None:
        """Takes a selection away."""
        edits.remove(cursor)

    def split(self, cursor: QTextCursor) -> None:
        """Return."""
        edits.split(cursor)

    def restyle(self, cursor: QTextCursor, style: BlockStyle) -> None:
        edits.restyle(cursor, style)

    def step_back(self, cursor: QTextCursor) -> bool:
        """Backspace at the start of a paragraph: a step towards plain text. Whether there was one to take."""
        return edits.plainer(cursor)

    def block_style(self) -> BlockStyle:
        return place_of(self.textCursor().block()).style

    # Undo

    def set_undo_owner(self, owner: UndoOwner | None) -> None:
        """Hands Ctrl+Z and Ctrl+Y to somebody else; to nobody, and the document's own history answers."""
        self._owner = owner

    def follow_with(self, stack: QUndoStack) -> None:
        """Makes a stack the one history: each step of the text is a command on it, and it answers Ctrl+Z."""
        if self._follower is not None and isValid(self._follower):
            self._follower.stepped.disconnect(self._go_to_step)
        self._follower = follower_of(self.text_document, stack)
        self._follower.stepped.connect(self._go_to_step)
        self._owner = stack

    def can_rewrite(self) -> bool:
        return super().can_rewrite() if self._follower is None else not self._follower.can_redo

    def rewrite_fields(self) -> None:
        if self._follower is None:
            super().rewrite_fields()
            return
        with self._follower.riding():
            super().rewrite_fields()

    def set_field_values(self, values: Mapping[str, str]) -> None:
        super().set_field_values(values)
        self._ride_fields()

    def _ride_fields(self) -> None:
        """Where an edit of the words in fields would take a redo away, the steps kept of them do."""
        follower = self._follower
        if follower is None or not isValid(follower):
            return
        for by in (-1, 1):
            while follower.can_ride(by) and (stale := self.count_stale()):
                follower.ride(by)
                if self.count_stale() >= stale:
                    follower.ride(-by)
                    break

    def _go_to_step(self, position: int) -> None:
        """Where something was undone, the cursor is."""
        self._ride_fields()
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._settle_cursor()
        self.ensureCursorVisible()
        self.stepped.emit()

    def undo_step(self) -> None:
        (self._owner.undo if self._owner is not None else self.undo)()

    def redo_step(self) -> None:
        (self._owner.redo if self._owner is not None else self.redo)()

    @contextmanager
    def step(self, label: str) -> Iterator[QTextCursor]:
        """One edit that is one step, with the cursor to make it with; it stays where it leaves off."""
        cut_typing(self.text_document)
        if self._follower is not None:
            self._follower.label = label
        cursor = self.textCursor()
        cursor.beginEditBlock()
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
            if self._follower is not None:
                self._follower.label = TYPING
            cut_typing(self.text_document)
        self.setTextCursor(cursor)
        self._settle_cursor()  # Qt tells of no cursor that is put where it stands, yet forgets how it types
        self.ensureCursorVisible()

    def indent(self) -> None:
        with self.step("Indent") as cursor:
            edits.shift(cursor, 1)

    def outdent(self) -> None:
        with self.step("Outdent") as cursor:
            edits.shift(cursor, -1)

    # Keys

    def claim(self, key: QKeySequence) -> None:
        """Leaves a key to an action of this editor, though Qt's own text editing has a use for it."""
        self._claimed.append(key)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if QKeySequence(event.keyCombination()) in self._claimed:
                return False
            if not self.isReadOnly() and keys.is_ours(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if self._history_key(event) or self._clipboard_key(event) or self._structure_key(event):
            event.accept()
            return
        if not keys.is_typed(event):
            super().keyPressEvent(event)
            return
        self._type(event)

    def _history_key(self, event: QKeyEvent) -> bool:
        if keys.is_undo(event):
            self.undo_step()
        elif keys.is_redo(event):
            self.redo_step()
        else:
            return False
        return True

    def _clipboard_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif keys.is_plain_paste(event):
            self.paste_plain()
        else:
            return False
        return True

    def paste_plain(self) -> None:
        """Ctrl+Shift+V: the words alone."""

    def _structure_key(self, event: QKeyEvent) -> bool:
        if keys.is_return(event):
            with self.step("New paragraph") as cursor:
                self.split(cursor)
            return True
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._tab(back=event.key() == Qt.Key.Key_Backtab)
            return True
        if event.matches(QKeySequence.StandardKey.DeleteCompleteLine):
            self._remove_line()
            return True
        move = keys.removal(event)
        return move is not None and self._remove_by(move)

    def _tab(self, *, back: bool) -> None:
        if self._in_list():
            (self.outdent if back else self.indent)()

    def _remove_line(self) -> None:
        line = self.textCursor()
        line.select(QTextCursor.SelectionType.BlockUnderCursor)
        self.remove_selected(line)

    def _in_list(self) -> bool:
        return place_of(self.textCursor().block()).style.is_list

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab belongs to lists; elsewhere it goes to the next widget, for a tab has no place in a paragraph.
        if self._in_list() and not self.isReadOnly():
            return False
        return QWidget.focusNextPrevChild(self, forward)

    def _remove_by(self, move: QTextCursor.MoveOperation) -> bool:
        """Backspace, Delete and their kin, where more than a plain character goes. Whether it was done."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            with self.step("Delete") as cursor:
                self.remove(cursor)
            return True
        if move == QTextCursor.MoveOperation.PreviousCharacter and cursor.atBlockStart():
            with self.step("Plain text") as cursor:
                stepped = self.step_back(cursor)
            if stepped:
                return True
        cursor.movePosition(move, _Keep)
        if not cursor.hasSelection():
            return True
        whole = self._widen(cursor)
        if whole or cursor.document().findBlock(cursor.anchor()) != cursor.block() or self._is_last(cursor):
            self.remove_selected(cursor)
            return True
        return False

    def _is_last(self, cursor: QTextCursor) -> bool:
        """Nothing is left in the paragraph afterwards."""
        return abs(cursor.position() - cursor.anchor()) == cursor.block().length() - 1

    def _widen(self, cursor: QTextCursor) -> bool:
        """A selection that touches a merge field takes it whole. Whether it touches one."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first = field_at(self.text_document, start)
        last = field_at(self.text_document, end - 1) if end > start else None
        if first is None and last is None:
            return False
        cursor.setPosition(min(start, first[0]) if first else start)
        cursor.setPosition(max(end, last[1]) if last else end, _Keep)
        return True

    def remove_selected(self, selection: QTextCursor) -> None:
        """Takes what a cursor has selected away, as one step."""
        start, end = selection.selectionStart(), selection.selectionEnd()
        with self.step("Delete") as cursor:
            cursor.setPosition(start)
            cursor.setPosition(end, _Keep)
            self.remove(cursor)

    # Typing

    def _type(self, event: QKeyEvent) -> None:
        self._cut_before(event.text())
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._type_over(event.text())
            return
        self._clean_typing_format(cursor)
        super().keyPressEvent(event)
        if event.text() == " ":
            self._begin_list()

    def _cut_before(self, text: str) -> None:
        """A pause or a new word begins a step of its own."""
        paused = not self._since_key.isValid() or self._since_key.elapsed() > _PAUSE
        self._since_key.start()
        if paused or (not text.isspace() and self._character_before().isspace()):
            cut_typing(self.text_document)

    def _character_before(self) -> str:
        cursor = self.textCursor()
        return "" if cursor.atBlockStart() else self.text_document.characterAt(cursor.position() - 1)

    def _type_over(self, text: str) -> None:
        with self.step(TYPING) as cursor:
            look = typing_format(cursor)
            self.remove(cursor)
            cursor.insertText(text, look)

    def _begin_list(self) -> None:
        """A dash or "1." and a space at a paragraph's start begin a list; Ctrl+Z gives them back."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()].rstrip(" ")
        style = _LISTS.get(before)
        if style is None or self.block_style() is not BlockStyle.PARAGRAPH:
            return
        with self.step("List") as cursor:
            cursor.setPosition(cursor.block().position(), _Keep)
            cursor.removeSelectedText()
            edits.restyle(cursor, style)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.textCursor().hasSelection() and event.commitString():
            self.remove_selected(self.textCursor())
        self._clean_typing_format(self.textCursor())
        super().inputMethodEvent(event)

    def _settle_cursor(self) -> None:
        """Keeps the cursor out of merge fields, and what is typed beside one out of it."""
        if self._snapping:
            return
        self._snapping = True
        try:
            self._snap()
            cursor = self.textCursor()
            if not cursor.hasSelection():
                self._clean_typing_format(cursor)
        finally:
            self._snapping = False
        self._last_position = self.textCursor().position()
        self.style_changed.emit()

    def _snap(self) -> None:
        cursor = self.textCursor()
        position, anchor = cursor.position(), cursor.anchor()
        at_position = field_round(self.text_document, position)
        at_anchor = at_position if anchor == position else field_round(self.text_document, anchor)
        if at_position is None and at_anchor is None:
            return
        forward = position > (anchor if anchor != position else self._last_position)
        new_position = at_position[1 if forward else 0] if at_position else position
        new_anchor = anchor if at_anchor is None else at_anchor[0 if position > anchor else 1]
        cursor.setPosition(new_position if anchor == position else new_anchor)
        if anchor != position:
            cursor.setPosition(new_position, _Keep)
        self.setTextCursor(cursor)

    def _clean_typing_format(self, cursor: QTextCursor) -> None:
        wanted = typing_format(cursor)
        if cursor.charFormat() != wanted:
            self.setCurrentCharFormat(wanted)
