"""The words of one page of a PDF with their boxes: those of its Lines, found again among its letters."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.domain.records.page_words import PageWords, PlacedLine, PlacedWord
from drafter.reports import pdf_calls as pdf
from drafter.reports.characters import SOFT_HYPHEN, tidy
from drafter.reports.lines import Document, Line, Sheet
from drafter.reports.pdf_fonts import Fonts
from drafter.reports.pdf_frame import Box
from drafter.reports.pdf_order import in_order
from drafter.reports.pdf_page import PageReader
from drafter.reports.recognising.joining import joined
from drafter.reports.recognising.measuring import measured
from drafter.reports.recognising.rows import Body, Row

_NEAR = 4
"""So many pages on either side tell what runs along all of them, and how broken words are written whole."""
_MOST_LETTERS = 60_000
"""A page with more is no page of text."""
_SLACK = 2.0
"""Points by which a letter may stand beside the box of its line."""
_AHEAD = 8
"""So many letters on the page may be missing from the line: the mark of a footnote, at most."""
_SIDEWAYS = 3.0
"""A line that is higher than so many letters runs up or down the page."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """What a letter is in a line's text, and where it stands on the page."""

    said: str
    box: Box

    @property
    def middle(self) -> float:
        return (self.box[2] + self.box[3]) / 2


def words_of(document: int, page: int, pages: int) -> PageWords:
    """The words of a page (1-based) of an open document of so many pages."""
    fonts, lines, sheets, letters = Fonts(), list[Line](), list[Sheet](), list[_Letter]()
    first = max(1, page - _NEAR)
    own: list[Line] = []
    for number in range(first, min(pages, page + _NEAR) + 1):
        here, sheet, found = _read(document, number, number - first + 1, fonts, letters=number == page)
        lines += here
        sheets.append(sheet)
        if number == page:
            own, letters = here, found
    sheet = sheets[page - first]
    told = _Told(measured(Document(lines=tuple(lines), sheets=tuple(sheets))))
    by_height = sorted(letters, key=lambda each: each.middle)
    return PageWords(
        page=page,
        width=sheet.width,
        height=sheet.height,
        turned=sheet.turned,
        lines=tuple(placed for line in own if (placed := told.placed(line, by_height)).words),
    )


def _read(
    document: int, number: int, counted: int, fonts: Fonts, *, letters: bool
) -> tuple[list[Line], Sheet, list[_Letter]]:
    """A page's Lines, numbered as told, and its letters where they are wanted."""
    nothing = Sheet(width=595.0, height=842.0)
    page = pdf.load_page(document, number - 1)
    if not page:
        return [], nothing, []
    try:
        text = pdf.load_text(page)
        if not text:
            return [], nothing, []
        try:
            reader = PageReader.of(page, text, counted, fonts)
            lines = in_order(reader.lines()) if len(reader.chars) <= _MOST_LETTERS else []
            return lines, reader.frame.sheet, list(_letters(reader)) if letters and lines else []
        finally:
            pdf.close_text(text)
    finally:
        pdf.close_page(page)


def _letters(reader: PageReader) -> Iterator[_Letter]:
    """All letters of the page but spaces, each with its box on the page as it is read."""
    room = reader.fonts.room
    for at, letter in enumerate(reader.chars):
        said = _said(letter)
        if said:
            pdf.loose_box(reader.text, pdf.char_index(reader.text, at) if reader.mapped else at, room.box)
            yield _Letter(said, reader.frame.place(*room.corners))


@lru_cache(maxsize=1024)
def _said(letter: str) -> str:
    """A letter as a Line's text has it: a ligature is two."""
    return tidy(letter)


class _Told:
    """What the document's measure says of its lines: text or not, where paragraphs begin, what goes on."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._rows = {id(row.line): row for row in body.rows}

    def placed(self, line: Line, letters: Sequence[_Letter]) -> PlacedLine:
        row = self._rows.get(id(line))
        ending = self._ending(row) if row is not None else None
        text = line.text.removesuffix(SOFT_HYPHEN)
        if row is None and text != line.text:
            text += "-"
        words = _placed(text if ending is None else ending, line, letters)
        return PlacedLine(
            words=words,
            opens=row is None or row.opens,
            goes_on=ending is not None,
            is_aside=row is None,
        )

    def _ending(self, row: Row) -> str | None:
        """The row's text where its last word goes on in the next one, with a hyphen if it keeps that."""
        if row.index + 1 >= len(self._body.rows):
            return None
        after = self._body.rows[row.index + 1]
        whole = joined(self._body, (row, after), (row.text, after.text))
        text = whole.removesuffix(after.text)
        return text if text and not text[-1:].isspace() else None


def _placed(text: str, line: Line, letters: Sequence[_Letter]) -> tuple[PlacedWord, ...]:
    """The words of a line's text, each where its letters stand."""
    row = _letters_in(line, letters)
    is_sideways = line.height > _SIDEWAYS * line.size
    words, at, reached = [], 0, line.left
    for word in text.split():
        boxes, at = _matched(word, row, at)
        left = min((box[0] for box in boxes), default=reached)
        right = max((box[1] for box in boxes), default=reached)
        top, bottom = line.top, line.bottom
        if is_sideways and boxes:
            top, bottom = min(box[2] for box in boxes), max(box[3] for box in boxes)
        words.append(PlacedWord(text=word, left=left, top=top, right=right, bottom=bottom))
        reached = right
    return tuple(words)


def _letters_in(line: Line, letters: Sequence[_Letter]) -> list[_Letter]:
    """Those that stand in a line, from the left; in one that runs up or down, as the file has them."""
    first = bisect_left(letters, line.top - _SLACK, key=lambda each: each.middle)
    last = bisect_left(letters, line.bottom + _SLACK, key=lambda each: each.middle)
    found = [
        each
        for each in letters[first:last]
        if line.left - _SLACK <= (each.box[0] + each.box[1]) / 2 <= line.right + _SLACK
    ]
    if line.height <= _SIDEWAYS * line.size:
        found.sort(key=lambda each: each.box[0])
    return found


def _matched(word: str, row: Sequence[_Letter], at: int) -> tuple[list[Box], int]:
    """The boxes of a word's letters, looked for from one on, and where to look for the next word’s."""
    boxes: list[Box] = []
    said = 0
    while said < len(word):
        found = next(
            (here for here in range(at, min(at + _AHEAD, len(row))) if word.startswith(row[here].said, said)),
            None,
        )
        if found is None:
            said += 1
        else:
            boxes.append(row[found].box)
            said, at = said + len(row[found].said), found + 1
    return boxes, at
