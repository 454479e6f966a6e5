"""Words looked for in a text: where they stand, and other words in their place."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from drafter.ui.text.document import blocks, fragments
from drafter.ui.text.fields import format_at
from drafter.ui.text.formats import FIELD, is_bold, marked_format

Span = tuple[int, int]
"""From one position to another, in UTF-16 units, as Qt counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; without words, nothing."""

    words: str = ""
    match_case: bool = False
    whole_words: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        said = re.escape(self.words)
        if self.whole_words:
            said = rf"(?<!\w){said}(?!\w)"
        return re.compile(said, re.NOFLAG if self.match_case else re.IGNORECASE)


NOTHING = Wanted()


def matches(text: str, wanted: Wanted, *, begin: int = 0, end: int = sys.maxsize) -> Iterator[Span]:
    """Where the words stand in a block's text, or between two characters of one that has no surrogates."""
    if not wanted.words:
        return
    at = units = begin
    for found in wanted.pattern.finditer(text, begin, end):
        # counted on from the last one: from the start each time, a page without a break would take minutes
        start = units + _units(text[at : found.start()])
        at, units = found.end(), start + _units(found.group())
        yield start, units


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def places(document: QTextDocument, wanted: Wanted) -> Iterator[Span]:
    """Where they stand in the whole text, from its start."""
    if wanted.words:
        for block in blocks(document.firstBlock(), document.lastBlock()):
            for start, end in matches(block.text(), wanted):
                yield block.position() + start, block.position() + end


def next_place(
    document: QTextDocument, wanted: Wanted, cursor: QTextCursor, *, backwards: bool
) -> Span | None:
    """The next place from a cursor on, round the end where need be."""
    found = list(places(document, wanted))
    if not found:
        return None
    if backwards:
        return next((each for each in reversed(found) if each[1] <= cursor.selectionStart()), found[-1])
    return next((each for each in found if each[0] >= cursor.selectionEnd()), found[0])


def is_in_field(document: QTextDocument, place: Span) -> bool:
    """A place touches what a merge field stands for: that is no text to write over."""
    start, end = place
    block: QTextBlock = document.findBlock(start)
    return any(
        each.position() < end and each.position() + each.length() > start
        for each in fragments(block)
        if each.charFormat().hasProperty(FIELD)
    )


def write_over(cursor: QTextCursor, words: str) -> None:
    """Other words in place of the selected ones, looking as the first of those did."""
    given = format_at(cursor.document(), cursor.selectionStart())
    look = marked_format(bold=is_bold(given), italic=given.fontItalic())
    if given.anchorHref():
        look.setAnchor(True)
        look.setAnchorHref(given.anchorHref())
        look.setToolTip(given.anchorHref())
    cursor.insertText(words, look)
