"""A document's own text, to select from: where what was found stands in it is marked."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from drafter.domain.records.reports import Recommendation
from drafter.services.correcting import Found
from drafter.ui.schemes import scheme_of

_MARGIN = 22
_FEW = 6
"""So many words tell where an item begins or ends, where a broken word keeps the whole from being found."""

Place = tuple[int, int, Recommendation]


class DocumentText(QPlainTextEdit):
    """Read-only; a click on a marked passage chooses its item."""

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()
        self.setReadOnly(True)
        self.setProperty("kind", "page")
        self.document().setDocumentMargin(_MARGIN)
        self.setAccessibleName("Text of the document")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    @property
    def selected(self) -> str:
        """What is selected; lines stay lines."""
        return self.textCursor().selectedText().replace("\u2029", "\n").strip()

    def mark(self, found: Found, current: Recommendation | None) -> None:
        """Mark each item that is found in the text, the chosen one stronger, and bring that one up."""
        self._places = tuple(places_in(self.toPlainText(), found))
        scheme = scheme_of(self.palette())
        marks = []
        for start, end, item in self._places:
            chosen = current is not None and item.id == current.id
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(start, end)
            mark.format.setBackground(QColor(scheme.selection if chosen else scheme.accent_wash))
            marks.append(mark)
            if chosen and not self.textCursor().hasSelection():
                self.setTextCursor(self._cursor(start, start))
                self.ensureCursorVisible()
        self.setExtraSelections(marks)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        at = self.cursorForPosition(event.position().toPoint()).position()
        clicked = next((item for start, end, item in self._places if start <= at <= end), None)
        if clicked is not None:
            self.clicked.emit(clicked.id)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def places_in(text: str, found: Found) -> Iterator[Place]:
    """Where items stand in a text, in Qt's count of characters; the search goes on from each to the next."""
    since = 0
    for item in found:
        place = _place(text, item, since) or _place(text, item, 0)
        if place is not None:
            since = place[1]
            yield _utf16(text, place[0]), _utf16(text, place[1]), item


def _place(text: str, item: Recommendation, since: int) -> tuple[int, int] | None:
    words = item.text.split()
    if not words:
        return None
    if whole := re.compile(r"\s+".join(map(re.escape, words))).search(text, since):
        return whole.span()
    first = re.compile(r"\s+".join(map(re.escape, words[:_FEW]))).search(text, since)
    if first is None:
        return None
    last = re.compile(r"\s+".join(map(re.escape, words[-_FEW:]))).search(text, first.end())
    is_near = last is not None and last.end() - first.start() < 2 * len(item.text)
    return (first.start(), last.end()) if last is not None and is_near else first.span()


def _utf16(text: str, at: int) -> int:
    return at + sum(ord(each) > 0xFFFF for each in text[:at])  # noqa: PLR2004 - Qt counts those twice
