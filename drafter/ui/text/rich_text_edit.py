"""The editor of a text in the house styles: for a position's wording, and the ground of the draft's."""

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from drafter.domain.richtext import BlockStyle, Field, Footnote, RichText
from drafter.ui.following import follow
from drafter.ui.text import edits
from drafter.ui.text.clipboard import (
    Clip,
    address_in,
    clip_from,
    clip_of,
    flattened,
    holds_text,
    link_clip,
    mime_of,
    plain_clip,
)
from drafter.ui.text.colours import TextColours
from drafter.ui.text.document import insert, insert_inlines, read
from drafter.ui.text.fields import field_round, link_at, note_at, typing_format
from drafter.ui.text.finding import Wanted, is_in_field, places, write_over
from drafter.ui.text.footnote_dialog import FootnoteDialog
from drafter.ui.text.formats import is_bold, marked_format
from drafter.ui.text.link_dialog import LinkDialog
from drafter.ui.text.spelling_menu import offer_spellings
from drafter.ui.text.typing_edit import TypingEdit
from drafter.ui.widgets.row_menu import pop_up

_Keep = QTextCursor.MoveMode.KeepAnchor


class RichTextEdit(TypingEdit):
    """Writes what the house styles carry and nothing else; what is pasted is cleaned to that."""

    link_activated = Signal(str)
    """A link was followed: by Ctrl+click, by a click where nothing can be typed, or from the menu."""
    note_activated = Signal(int)
    """The footnote at a position is to be edited."""
    gap_activated = Signal(str)
    """A merge field without a value is to be filled in: its name."""

    response_id = ""
    """The draft that copies come from."""

    def __init__(self, parent: QWidget | None = None, *, colours: TextColours | None = None) -> None:
        super().__init__(parent, colours=colours)
        self.setAccessibleName("Text")
        self.note_activated.connect(self.ask_for_footnote)
        self.link_activated.connect(follow)

    # The text as a whole

    def set_rich_text(self, text: RichText) -> None:
        """Shows another text; there is nothing to undo afterwards."""
        document = self.text_document
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        edits.remove(cursor)
        edits.restyle(cursor, BlockStyle.PARAGRAPH)
        insert(cursor, text)
        document.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def rich_text(self) -> RichText:
        """What is written, in normal form."""
        return read(self.text_document)

    # What stands at the cursor

    def is_bold(self) -> bool:
        return all(map(is_bold, self._formats()))

    def is_italic(self) -> bool:
        return all(each.fontItalic() for each in self._formats())

    def link(self) -> str:
        """Where the link leads that the cursor is in or that is selected."""
        found = link_at(self.text_document, self.textCursor().selectionStart())
        return found[2] if found else ""

    def _formats(self) -> list[QTextCharFormat]:
        cursor = self.textCursor()
        return list(edits.selected_formats(cursor)) if cursor.hasSelection() else [self.currentCharFormat()]

    # Commands

    def toggle_bold(self) -> None:
        look = QTextCharFormat()
        look.setFontWeight(marked_format(bold=True).fontWeight() if not self.is_bold() else 400)
        self._mark("Bold", look)

    def toggle_italic(self) -> None:
        look = QTextCharFormat()
        look.setFontItalic(not self.is_italic())
        self._mark("Italic", look)

    def _mark(self, label: str, look: QTextCharFormat) -> None:
        if self.textCursor().hasSelection():
            with self.step(label) as cursor:
                edits.merge_into_selection(cursor, look)
        else:
            self.mergeCurrentCharFormat(look)
        self.style_changed.emit()

    def set_style(self, style: BlockStyle) -> None:
        """Gives the selected paragraphs a style."""
        with self.step(style.value.capitalize()) as cursor:
            self.restyle(cursor, style)

    def toggle_style(self, style: BlockStyle) -> None:
        """Likewise; what has it already becomes plain text."""
        self.set_style(BlockStyle.PARAGRAPH if self.block_style() is style else style)

    def restart_numbering(self) -> None:
        with self.step("Restart numbering") as cursor:
            edits.restart(cursor)

    def set_link(self, address: str, words: str = "") -> None:
        """Makes the selection or the link at the cursor lead there; to nowhere, and it is a link no more."""
        with self.step("Link" if address else "Remove link") as cursor:
            self._select_link(cursor)
            edits.set_link(cursor, address, words)
            cursor.clearSelection()

    def _select_link(self, cursor: QTextCursor) -> None:
        found = link_at(self.text_document, cursor.position())
        if not cursor.hasSelection() and found:
            cursor.setPosition(found[0])
            cursor.setPosition(found[1], _Keep)

    def insert_footnote(self, note: Footnote) -> None:
        with self.step("Footnote") as cursor:
            cursor.setPosition(cursor.selectionEnd())
            insert_inlines(cursor, (note,))

    def footnote_at(self, position: int) -> Footnote | None:
        return note_at(self.text_document, position)

    def replace_footnote(self, position: int, note: Footnote | None) -> None:
        """Changes the footnote whose number stands at a position; for nothing, it goes."""
        with self.step("Footnote") as cursor:
            cursor.setPosition(position)
            cursor.setPosition(position + 1, _Keep)
            cursor.removeSelectedText()
            if note is not None:
                insert_inlines(cursor, (note,))

    def insert_field(self, name: str) -> None:
        with self.step("Merge field") as cursor:
            look = typing_format(cursor)
            if cursor.hasSelection():
                self.remove(cursor)
            insert_inlines(cursor, (Field(name=name, bold=is_bold(look), italic=look.fontItalic()),))

    def ask_for_link(self) -> LinkDialog:
        """Ctrl+K: a link from the selection, or another address for the one at the cursor."""
        cursor = self.textCursor()
        self._select_link(cursor)
        dialog = LinkDialog(
            self, address=self.link(), words=cursor.selectedText(), words_can_change=not cursor.hasSelection()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.set_link(dialog.address, dialog.words))
        dialog.open()
        return dialog

    def ask_for_footnote(self, position: int | None = None) -> FootnoteDialog:
        """A new footnote behind the cursor, or other words for the one whose number stands at a position."""
        note = None if position is None else self.footnote_at(position)
        dialog = FootnoteDialog(self, note=note)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take_footnote(dialog.note, position if note else None))
        dialog.open()
        return dialog

    def _take_footnote(self, note: Footnote | None, position: int | None) -> None:
        if position is not None:
            self.replace_footnote(position, note)
        elif note is not None:
            self.insert_footnote(note)

    # Replacing what was found

    def replace_found(self, wanted: Wanted, words: str) -> bool:
        """Other words for the selected ones, where those are what is looked for. Whether it was done."""
        cursor = self.textCursor()
        place = (cursor.selectionStart(), cursor.selectionEnd())
        document = self.text_document
        if self.isReadOnly() or place not in places(document, wanted) or is_in_field(document, place):
            return False
        with self.step("Replace") as cursor:
            self._write_over(cursor, words)
        return True

    def replace_all(self, wanted: Wanted, words: str) -> tuple[int, int]:
        """Everywhere, as one step. How often it was done, and how often not, inside merge fields."""
        document = self.text_document
        found = [] if self.isReadOnly() else list(places(document, wanted))
        wordy = [each for each in found if not is_in_field(document, each)]
        if wordy:
            with self.step("Replace all") as cursor:
                for start, end in reversed(wordy):
                    cursor.setPosition(start)
                    cursor.setPosition(end, _Keep)
                    self._write_over(cursor, words)
        return len(wordy), len(found) - len(wordy)

    def _write_over(self, cursor: QTextCursor, words: str) -> None:
        if words:
            write_over(cursor, words)
        else:
            self.remove(cursor)

    # Copy, paste, drop

    def insert_clip(self, cursor: QTextCursor, clip: Clip) -> None:
        """What was copied, at the cursor."""
        insert(cursor, flattened(clip))

    def clip(self) -> Clip:
        """The selection, as it is copied."""
        cursor = self.textCursor()
        return clip_of(self.text_document, cursor.selectionStart(), cursor.selectionEnd())

    def createMimeDataFromSelection(self) -> QMimeData:
        words = self.textCursor().selectedText()
        return mime_of(self.clip(), values=self.text_document.values, words=words, response=self.response_id)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and no files: those are for the window."""
        return holds_text(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        address = address_in(source)
        if address and self.textCursor().hasSelection():
            self.set_link(address)
        elif clip := link_clip(address) if address else clip_from(source):
            self.paste_clip(clip)

    def paste_plain(self) -> None:
        if not self.isReadOnly() and (clip := plain_clip(QApplication.clipboard().text())):
            self.paste_clip(clip)

    def paste_clip(self, clip: Clip) -> None:
        """What was copied in place of the selection."""
        with self.step("Paste") as cursor:
            self._drop_selection(cursor)
            self.insert_clip(cursor, clip)

    def _drop_selection(self, cursor: QTextCursor) -> None:
        if cursor.hasSelection():
            self.remove(cursor)

    def cut(self) -> None:
        """Copies the selection and takes it away."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self.remove_selected(self.textCursor())

    def dropEvent(self, event: QDropEvent) -> None:
        clip = clip_from(event.mimeData())
        self.forget_drop_cursor()
        if self.isReadOnly() or not clip:
            event.ignore()
            return
        target = self.cursorForPosition(event.position().toPoint())
        if found := field_round(self.text_document, target.position()):
            target.setPosition(found[1])
        inside = event.source() in {self, self.viewport()} and event.dropAction() == Qt.DropAction.MoveAction
        self._drop(clip, target, moved=inside)
        event.acceptProposedAction()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def forget_drop_cursor(self) -> None:
        """Takes the caret away that showed where a drop would go."""
        super().dragLeaveEvent(QDragLeaveEvent())

    def _drop(self, clip: Clip, target: QTextCursor, *, moved: bool) -> None:
        selection = self.textCursor()
        if moved and selection.selectionStart() <= target.position() <= selection.selectionEnd():
            return
        with self.step("Move text" if moved else "Drop text") as cursor:
            if moved:
                self.remove(cursor)
            cursor.setPosition(target.position())
            self.insert_clip(cursor, clip)

    # Mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.button() == Qt.MouseButton.LeftButton and (held or self.isReadOnly()):
            address = self.anchorAt(event.position().toPoint())
            if address:
                self.link_activated.emit(address)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        position = self.note_under(event.position())
        if position is not None and not self.isReadOnly():
            self.note_activated.emit(position)
            return
        gap = self.gap_under(event.position())
        if gap and not self.isReadOnly():
            self.gap_activated.emit(gap)
            return
        super().mouseDoubleClickEvent(event)

    def note_under(self, point: QPointF) -> int | None:
        """The position of the footnote whose number is drawn at a point of the viewport."""
        near = self.cursorForPosition(point.toPoint()).position()
        for position in (near, near - 1):
            if position >= 0 and note_at(self.text_document, position) is not None:
                return position
        return None

    def gap_under(self, point: QPointF) -> str:
        """The merge field without a value that is drawn at a point of the viewport."""
        near = self.cursorForPosition(point.toPoint()).position()
        return self.gap_at(near) or (self.gap_at(near - 1) if near else "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pop_up(self.context_menu(QPointF(event.pos())), event.globalPos())

    def context_menu(self, point: QPointF) -> QMenu:
        """What a right click offers at a point of the viewport."""
        menu = QMenu(self)
        editable, selected = not self.isReadOnly(), self.textCursor().hasSelection()
        if editable:
            offer_spellings(menu, self, self.cursorForPosition(point.toPoint()).position())
        note = self.note_under(point)
        address = self.anchorAt(point.toPoint())
        if note is not None and editable:
            menu.addAction("Edit footnote…", lambda: self.note_activated.emit(note))
            menu.addAction("Remove footnote", lambda: self.replace_footnote(note, None))
            menu.addSeparator()
        if editable and (gap := self.gap_under(point)):
            menu.addAction("Fill in…", lambda: self.gap_activated.emit(gap))
            menu.addSeparator()
        if address:
            menu.addAction("Open link", lambda: self.link_activated.emit(address))
            menu.addSeparator()
        for text, slot, able in (
            ("Undo", self.undo_step, editable),
            ("Redo", self.redo_step, editable),
            ("Cut", self.cut, editable and selected),
            ("Copy", self.copy, selected),
            ("Paste", self.paste, editable and self.canPaste()),
            ("Paste as plain text", self.paste_plain, editable and self.canPaste()),
            ("Select all", self.selectAll, True),
        ):
            menu.addAction(text, slot).setEnabled(able)
        return menu
