"""The draft as one page-like text: typed on as in Word, with a margin that says where passages come from."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMetaObject, QMimeData, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QUndoStack,
)
from PySide6.QtWidgets import QMenu, QWidget

from drafter.domain.records.ids import PassageId, RecommendationId, ResponseId, SectionId
from drafter.domain.records.responses import Section, Use
from drafter.domain.richtext import EMPTY, BlockStyle, RichText
from drafter.ui.text import draft_acts, draft_edits
from drafter.ui.text.clipboard import POSITION, Clip
from drafter.ui.text.colours import TextColours
from drafter.ui.text.document import read_blocks
from drafter.ui.text.draft_blocks import (
    find_passage,
    find_section,
    is_waiting,
    passage_span,
)
from drafter.ui.text.draft_document import DraftDocument, fill, sections_of
from drafter.ui.text.draft_own import OwnWords, own_words, tie_words
from drafter.ui.text.draft_paste import insert_clip
from drafter.ui.text.formats import NOTE_CHARACTER, passage_of, place_of, section_of
from drafter.ui.text.ground import marker_font, visible_blocks
from drafter.ui.text.marks import Mark
from drafter.ui.text.rich_text_edit import RichTextEdit
from drafter.ui.text.sheet import Sheet, SheetLines, sheet_lines, words_box
from drafter.ui.text.ties import Ties, ties_from

WAITING = "Nothing is written here yet"
_BESIDE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""Held or not, the key means the same."""

_CONTEXT = 60
"""How far below the upper edge a passage is shown that was asked for."""


class DraftEdit(RichTextEdit):
    """Edits one response's sections. Its document is the master while it is open; `sections()` reads it."""

    passage_entered = Signal(str)
    """The cursor came into another passage; in a section's heading, into its first."""
    mark_clicked = Signal(str)
    edited = Signal()
    position_dropped = Signal(str, int)
    """A position of the library, by its id, was dropped at a place in the text."""
    sheet_laid = Signal()
    """The sheet stands elsewhere on the desk, or is of another width: `lines` says how."""

    def __init__(self, parent: QWidget | None = None, *, colours: TextColours | None = None) -> None:
        self._sheet: Sheet | None = None
        self._lines: SheetLines | None = None
        self._entered = ""
        self._hears: list[QMetaObject.Connection] = []
        self.offers: tuple[QAction, ...] = ()
        """What a right click offers besides."""
        super().__init__(parent, colours=colours)
        self.setAccessibleName("Draft")
        self._sheet = Sheet(self)
        self._sheet.mark_clicked.connect(self.mark_clicked)
        self.verticalScrollBar().valueChanged.connect(self._sheet.update)
        self.cursorPositionChanged.connect(self._tell_passage)
        self.zoom_changed.connect(self._lay_sheet)
        self.open(DraftDocument(ResponseId(""), self))

    # The draft as a whole

    def open(self, document: DraftDocument, stack: QUndoStack | None = None) -> None:
        """Shows a draft. With a stack, each step of the text is a command on it, and it answers Ctrl+Z."""
        self._let_go()
        self.set_text_document(document)
        self.response_id = document.response
        self._draft = document
        self._entered = ""
        self._hears = [
            document.contentsChanged.connect(self._tell_edit),
            document.documentLayout().documentSizeChanged.connect(self._refresh_sheet),
            document.contentsChange.connect(self._refresh_after),
        ]
        if stack is not None:
            self.follow_with(stack)
        self._lay_sheet()
        self._tell_passage()

    def _let_go(self) -> None:
        """The document that was shown tells nothing here any more."""
        for each in self._hears:
            QObject.disconnect(each)
        self._hears = []

    @property
    def draft(self) -> DraftDocument:
        return self._draft

    def sections(self) -> tuple[Section, ...]:
        """The sections as they stand, in normal form."""
        return sections_of(self._draft)

    def outline(self) -> tuple[tuple[SectionId, str], ...]:
        """The sections in order with their headings, for little cost."""
        found: dict[str, str] = {}
        for read in self._draft.read_all():
            if read.place.section not in found:
                found[read.place.section] = read.paragraph.plain if read.place.is_section_heading else ""
        return tuple((SectionId(section), heading) for section, heading in found.items())

    # Where the cursor is

    def current_passage(self) -> PassageId:
        return PassageId(passage_of(self._body_block()))

    def current_ties(self) -> Ties:
        """What the passage at the cursor answers, and where it comes from."""
        return ties_from(place_of(self._body_block()).ties)

    def current_section(self) -> SectionId:
        return SectionId(section_of(self.textCursor().block()))

    def passage_at(self, position: int) -> PassageId:
        """The passage at a place in the text."""
        return PassageId(passage_of(self._draft.findBlock(position)))

    def _body_block(self) -> QTextBlock:
        block = self.textCursor().block()
        return block.next() if place_of(block).is_section_heading else block

    def _tell_edit(self) -> None:
        # Qt calls it a change too when the same words get another colour or size.
        if not self.is_redressing:
            self.edited.emit()

    def _tell_passage(self) -> None:
        passage = self.current_passage()
        if passage != self._entered:
            self._entered = passage
            self.passage_entered.emit(passage)

    def scroll_to_passage(self, passage: PassageId) -> bool:
        """Puts the cursor at a passage's start and shows it. Whether it is there."""
        return self._go_to(find_passage(self._draft, passage))

    def scroll_to_section(self, section: SectionId) -> bool:
        """Likewise for a section."""
        return self._go_to(find_section(self._draft, section))

    def go_to_position(self, position: int) -> None:
        """Puts the cursor there and shows it."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self._draft.characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _go_to(self, block: QTextBlock | None) -> bool:
        if block is None:
            return False
        self.setTextCursor(QTextCursor(block))
        self.scroll_to(block, above=_CONTEXT)
        return True

    # What the library and the outline do to it

    def insert_passage(
        self, text: RichText, *, answers: tuple[RecommendationId, ...] = (), use: Use | None = None
    ) -> PassageId:
        """A passage after the cursor's, in whole paragraphs; in place of it, where that is empty."""
        with self.step("Insert passage") as cursor:
            return draft_acts.insert_passage(self._draft, cursor, text, Ties(answers=answers, use=use))

    def replace_passage(self, passage: PassageId, text: RichText, ties: Ties) -> bool:
        """Gives a passage other words and ties. Whether it was there."""
        with self.step("Replace passage"):
            return draft_acts.replace_passage(self._draft, passage, text, ties)

    def remove_passage(self, passage: PassageId) -> bool:
        with self.step("Remove passage"):
            return draft_acts.remove_passage(self._draft, passage)

    def set_answers(self, passage: PassageId, answers: tuple[RecommendationId, ...]) -> bool:
        """Says what a passage answers, as one step. Whether it was there."""
        with self.step("Change what it answers"):
            return draft_acts.answer_with(self._draft, passage, answers)

    def set_ties(self, passage: PassageId, ties: Ties) -> bool:
        """Says where a passage comes from and what it answers, as one step. Whether it was there."""
        with self.step("Change ties"):
            return draft_acts.tie_passage(self._draft, passage, ties)

    def ties(self, passage: PassageId) -> Ties | None:
        return draft_acts.ties_of(self._draft, passage)

    def passage_text(self, passage: PassageId) -> RichText:
        """What a passage says, in normal form."""
        first = find_passage(self._draft, passage)
        return EMPTY if first is None else read_blocks(*passage_span(first))

    def own_words(self) -> OwnWords | None:
        """The paragraphs at the cursor, where they are own words."""
        return own_words(self.textCursor())

    def tie_words(self, words: OwnWords, use: Use) -> None:
        """Says that these paragraphs come from the library, as one step."""
        with self.step("Tie to the library"):
            tie_words(self._draft, words, use)

    def insert_section(self, heading: str, *, answers: tuple[RecommendationId, ...] = ()) -> SectionId:
        """A section after the cursor's; the cursor goes to its first paragraph."""
        with self.step("Insert section") as cursor:
            return draft_acts.insert_section(self._draft, cursor, heading, answers)

    def append_section(self, heading: str, *, answers: tuple[RecommendationId, ...] = ()) -> SectionId:
        """A section at the end."""
        with self.step("Add section") as cursor:
            return draft_acts.append_section(self._draft, cursor, heading, answers)

    def move_section(self, section: SectionId, by: int) -> bool:
        """One place up (-1) or down (1). Whether there was a place to go."""
        with self.step("Move section"):
            return draft_acts.move_section(self._draft, section, by)

    def remove_section(self, section: SectionId) -> bool:
        with self.step("Remove section"):
            return draft_acts.remove_section(self._draft, section)

    # What keys do in a draft

    def remove(self, cursor: QTextCursor) -> None:
        draft_edits.remove(cursor)

    def split(self, cursor: QTextCursor) -> None:
        draft_edits.split(cursor)

    def restyle(self, cursor: QTextCursor, style: BlockStyle) -> None:
        draft_edits.restyle(cursor, style)

    def step_back(self, cursor: QTextCursor) -> bool:
        return draft_edits.step_back(cursor)

    def insert_clip(self, cursor: QTextCursor, clip: Clip) -> None:
        insert_clip(self._draft, cursor, clip)

    def context_menu(self, point: QPointF) -> QMenu:
        menu = super().context_menu(point)
        if self.offers:
            menu.addSeparator()
            menu.addActions(self.offers)
        return menu

    # Counting

    def word_count(self) -> int:
        """Of the whole draft."""
        return sum(each.words for each in self._draft.read_all())

    def selected_word_count(self) -> int:
        return _words(self.textCursor().selectedText())

    # Positions dropped from the library

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(POSITION) or super().canInsertFromMimeData(source)

    def dropEvent(self, event: QDropEvent) -> None:
        position = dropped_position(event.mimeData())
        if not position or self.isReadOnly():
            super().dropEvent(event)
            return
        self.forget_drop_cursor()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.position_dropped.emit(position, self.cursorForPosition(event.position().toPoint()).position())

    # The sheet

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(marker_font(self._draft))
        painter.setPen(self.colours.faint)
        scrolled = self.verticalScrollBar().value()
        for block, _ in visible_blocks(self._draft, QRectF(event.rect()).translated(0, scrolled)):
            if is_waiting(block) and block != self.textCursor().block():
                painter.drawText(words_box(block).translated(0, -scrolled).adjusted(0, 0, 400, 0), WAITING)

    def set_marks(self, marks: Mapping[PassageId, Mark]) -> None:
        """What the margin says of each passage; nothing of it is kept in the text."""
        if self._sheet is not None:
            self._sheet.set_marks(marks)

    def mark_of(self, passage: PassageId) -> Mark | None:
        return self._sheet.mark_of(passage) if self._sheet is not None else None

    @property
    def sheet(self) -> Sheet | None:
        return self._sheet

    @property
    def lines(self) -> SheetLines:
        """Where the sheet and the text on it stand, in pixels from the left; the scroll bar has its room."""
        return sheet_lines(self._available(), self.scale)

    def _available(self) -> int:
        bar = self.verticalScrollBar()
        return self.width() - (bar.sizeHint().width() if bar.isVisibleTo(self) else 0)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._lay_sheet()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_sheet()

    def _lay_sheet(self) -> None:
        if self._sheet is None:
            return
        available, lines = self._available(), self.lines
        self._sheet.setGeometry(0, 0, available, self.height())
        if lines == self._lines:
            return
        self._lines = lines
        self.setViewportMargins(lines.text_left, 0, available - lines.text_right, 0)
        self._sheet.set_lines(lines)
        self.sheet_laid.emit()

    def _refresh_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.update()

    def _refresh_after(self, position: int, removed: int, added: int) -> None:
        del position
        if removed > 1 or added > 1:
            self._refresh_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~_BESIDE == Qt.KeyboardModifier.ControlModifier and self._zoom_key(
            event.key()
        ):
            event.accept()
            return
        super().keyPressEvent(event)

    def _zoom_key(self, key: int) -> bool:
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(100)
        else:
            return False
        return True


def dropped_position(data: QMimeData) -> str:
    """The id of the position that is dropped; nothing where it is none."""
    if not data.hasFormat(POSITION):
        return ""
    try:
        given = json.loads(bytes(data.data(POSITION).data()))
        return str(given["id"])
    except (ValueError, KeyError, TypeError):
        return ""


def position_mime(position: str) -> QMimeData:
    """What the library's list drags."""
    made = QMimeData()
    made.setData(POSITION, json.dumps({"id": position}).encode())
    return made


def _words(text: str) -> int:
    return len(text.replace(NOTE_CHARACTER, "").split())


__all__ = ["DraftEdit", "dropped_position", "fill", "position_mime"]
