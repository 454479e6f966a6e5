"""A document's own text, to select from: where what was found stands in it is marked."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from drafter.domain.placing import Searched, Span, whole_words
from drafter.domain.records.reports import Heading, PageText, Recommendation
from drafter.services.correcting import Found
from drafter.ui.schemes import scheme_of
from drafter.ui.text.colours import colours_for

_MARGIN = 22
_WIDEST = 860
"""Pixels; wider lines are hard to follow."""
_LOWEST = 0.7
"""A passage begins no lower in what is shown: a share of its height."""
_SMALLEST, _LARGEST = -2, 12
"""Points less and more than the window's letters."""
_SELECTION = "QPlainTextEdit { selection-background-color: palette(link); selection-color: palette(base); }"
"""Stronger than any mark: it must be seen on the passage of what is chosen too."""
_ONE_UNIT = 0xFFFF
"""Characters beyond count as two in Qt."""
_OPENING, _CLOSING, _FEW = "“‘\"'([", ".?!:;…)]”’\"'", 3
"""What belongs to words that begin or end there, so many at most."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


_PARAGRAPHS = re.compile(r"[^\n]+(?:\n[^\n]+)*")
"""Lines that follow each other: what is empty between them is not marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where an item stands, in Qt’s count of characters."""

    start: int
    end: int
    item: Recommendation
    pieces: tuple[Span, ...]


class DocumentText(QPlainTextEdit):
    """Read-only; a click on a marked passage chooses its item."""

    clicked = Signal(str)
    menu_wanted = Signal(QPoint)
    """A right click, here on the screen."""
    left = Signal()
    """Escape where nothing is selected any more: she goes back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Found = ()
        self._places: tuple[_Place, ...] = ()
        """Where what was found stands: looked up once, however often another of it is chosen."""
        self._marks: list[QTextEdit.ExtraSelection] = []
        self._sought: list[QTextEdit.ExtraSelection] = []
        self._text, self._searched, self._number = "", Searched(""), 0
        self._wide: list[int] = []
        self._beside, self._zoomed = 0, 0
        self._left_at: int | None = None
        """Where the cursor was when another page or screen came in front of this text."""
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setProperty("kind", "page")
        self.setStyleSheet(_SELECTION)
        self.document().setDocumentMargin(_MARGIN)
        self.setAccessibleName("Text of the document")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_page(self, page: PageText | None) -> None:
        """Another page, or another document; its headings stand out."""
        text = page.text if page is not None else ""
        self._text, self._searched = text, Searched(text)
        self._wide = [at for at, each in enumerate(text) if ord(each) > _ONE_UNIT]
        self.setPlainText(text)
        self._number = page.number if page is not None else 0
        self._found = self._places = ()
        self._marks, self._sought = [], []
        self._left_at = None
        self._show_headings(page.headings if page is not None else ())

    def zoom(self, steps: int) -> None:
        """Larger or smaller letters, within what can be read."""
        steps = min(max(steps, _SMALLEST - self._zoomed), _LARGEST - self._zoomed)
        self._zoomed += steps
        self.zoomIn(steps)

    def zoom_back(self) -> None:
        """As large as the window's letters."""
        self.zoom(-self._zoomed)

    @property
    def selected(self) -> str:
        """What is selected; lines stay lines."""
        start, end = self.span
        return self._text[start:end].strip()

    @property
    def span(self) -> Span:
        """Where that stands, in characters of the text: no word is cut."""
        cursor = self.textCursor()
        ends = self._character(cursor.selectionStart()), self._character(cursor.selectionEnd())
        return whole_words(self._text, ends)

    def place_in(self, text: str) -> int | None:
        """At which character of a text of this page the cursor stands."""
        return self._searched.place_in(text, self._character(self.textCursor().position()))

    @property
    def times_before(self) -> int:
        """How often the words that are selected stand above them on the page."""
        words, times, at = self.selected, 0, 0
        start = self.span[0]
        while (span := self._searched.find(words, at)) is not None and span[1] <= start:
            times, at = times + 1, span[1]
        return times

    def mark(self, found: Found, current: Recommendation | None) -> None:
        """Mark each item that is found in the text, the chosen one stronger, and bring that one up."""
        if found != self._found:
            self._found, self._places = found, tuple(self._find(found))
        scheme = scheme_of(self.palette())
        marks = []
        for place in self._places:
            chosen = current is not None and place.item.id == current.id
            colour = QColor(scheme.selection if chosen else scheme.accent_wash)
            marks += [self._marked(start, end, colour) for start, end in place.pieces]
            if chosen and not self.textCursor().hasSelection():
                if not place.start <= self.textCursor().position() <= place.end:  # else she clicked there
                    self.setTextCursor(self._cursor(place.start, place.start))
                self._bring_up()
        self._marks = marks
        self.setExtraSelections([*self._marks, *self._sought])

    def _marked(self, start: int, end: int, colour: QColor) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(start, end)
        mark.format.setBackground(colour)
        return mark

    @property
    def in_sight(self) -> Span:
        """From which character to which the text is in sight, give or take a line."""
        room = self.viewport().rect()
        ends = (self.cursorForPosition(each).position() for each in (room.topLeft(), room.bottomRight()))
        start, end = map(self._character, ends)
        return start, end

    def select(self, span: Span) -> None:
        """The words that have these characters, in sight; the cursor is behind them."""
        start, end = whole_words(self._text, span)
        self.setTextCursor(self._cursor(self._utf16(start), self._utf16(end)))
        self._bring_up()

    def show_found(self, spans: Iterable[Span], here: Span | None = None) -> None:
        """Where words stand that are looked for, as far as they are in sight, and where she is among them."""
        had, colours = self._sought, colours_for(self.palette())
        self._sought = [
            self._marked(
                self._utf16(start),
                self._utf16(end),
                colours.found_here if (start, end) == here else colours.found,
            )
            for start, end in spans
        ]
        if had or self._sought:
            self.setExtraSelections([*self._marks, *self._sought])

    def unselect(self) -> None:
        """The cursor stays where what was selected ends."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def showEvent(self, event: QShowEvent) -> None:
        """What was marked meanwhile comes up now; else she finds the text where she left it."""
        super().showEvent(event)
        if self.textCursor().position() != self._left_at:
            QTimer.singleShot(0, self, self._bring_up)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._left_at = self.textCursor().position()

    def _bring_up(self) -> None:
        """The passage of what is chosen, with room for what follows."""
        if self.cursorRect().bottom() > _LOWEST * self.viewport().height() or self.cursorRect().top() < 0:
            self.centerCursor()
        self.ensureCursorVisible()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """A line stays as long as an eye can follow, however wide the window."""
        beside = max(0, (self.width() - _WIDEST) // 2)
        if beside != self._beside:
            self._beside = beside
            self.setViewportMargins(beside, 0, beside, 0)
        # Without an old size, so that lines are broken anew: the margins have changed the width meanwhile.
        super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            self._take_whole_words()
            return
        at = self.cursorForPosition(event.position().toPoint()).position()
        clicked = next((each.item for each in self._places if each.start <= at <= each.end), None)
        if clicked is not None:
            self.clicked.emit(clicked.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            if event.key() in _MOVES:
                self._leave_empty_line(event)
            return
        if self.textCursor().hasSelection():
            self.unselect()
        else:
            self.left.emit()

    def _leave_empty_line(self, event: QKeyEvent) -> None:
        """The key goes on to the next line that has words: an empty one only stands between paragraphs."""
        at = -1
        while not self.textCursor().block().text() and self.textCursor().position() != at:
            at = self.textCursor().position()
            super().keyPressEvent(event)

    def _take_whole_words(self) -> None:
        """What is selected by mouse is shown as it will be taken."""
        start, end = (self._utf16(at) for at in self.span)
        cursor = self.textCursor()
        if (start, end) != (cursor.selectionStart(), cursor.selectionEnd()):
            self.setTextCursor(self._cursor(start, end))

    def _show_headings(self, headings: Sequence[Heading]) -> None:
        """Bold, and larger than what stands below."""
        head = QTextCharFormat()
        head.setFontWeight(QFont.Weight.Bold)
        head.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for each in headings:
            cursor.setPosition(self._utf16(each.start))
            cursor.setPosition(self._utf16(each.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(head)
        cursor.endEditBlock()

    def _find(self, found: Found) -> Iterator[_Place]:
        """Where items stand, in Qt's count of characters; the search goes on from each to the next."""
        since = 0
        for item in found:
            place = self._place_of(item, since)
            if place is not None:
                since = place[1]
                start, end = _with_marks(self._text, *place)
                spans = (each.span() for each in _PARAGRAPHS.finditer(self._text, start, end))
                yield _Place(
                    start=self._utf16(start),
                    end=self._utf16(end),
                    item=item,
                    pieces=tuple((self._utf16(first), self._utf16(last)) for first, last in spans),
                )

    def _place_of(self, item: Recommendation, since: int) -> Span | None:
        """Where it stands on this page, or most of it does where it goes on from the page before.

        On a page that is not its own all of its words must be there.
        """
        if item.pages and self._number not in item.pages:
            return self._searched.find(item.text, since) or self._searched.find(item.text)
        place = self._searched.most_of(item.text, since) or self._searched.most_of(item.text)
        if len(item.pages) <= 1:
            return place
        most = self._searched.most_at_once(item.text)
        is_more = most is not None and (place is None or most[1] - most[0] > place[1] - place[0])
        return most if is_more else place

    def _utf16(self, at: int) -> int:
        return at + bisect_left(self._wide, at)

    def _character(self, at: int) -> int:
        """Which character of the text Qt counts so."""
        return at - bisect_left([wide + before for before, wide in enumerate(self._wide)], at)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _with_marks(text: str, start: int, end: int) -> Span:
    """With the quotation marks, brackets and full stop that belong to the words."""
    before = text[max(0, start - _FEW) : start]
    start -= len(before) - len(before.rstrip(_OPENING))
    after = text[end : end + _FEW]
    return start, end + len(after) - len(after.lstrip(_CLOSING))
