"""Which page each paragraph falls on, near enough for a contents list that nobody has refreshed yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from drafter.word.elements import Element, as_number, w
from drafter.word.shapes import Shape
from drafter.word.widths import lines_of

_TWIPS: Final = 20
_SEPARATOR: Final = 4.0
"""The rule above the notes as LibreOffice sets it, less the gap below the last. Word takes a little more."""

_ROUNDING: Final = 1.4

_A4: Final = (595.0, 842.0)
_INCH: Final = 72.0
_GAP: Final = "720"
"""Between two columns, where nothing is said."""

_FEW: Final = 2
"""So many lines of a paragraph stay together at either side of a break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The room for text on a page, in points."""

    width: float
    """Of a column, where there are several."""
    height: float
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A paragraph in lines, with what its notes take at the foot of the page."""

    shape: Shape
    lines: int
    notes: float = 0.0
    keeps_next: bool = False
    sheet: Sheet | None = None
    """It begins a page, and those that follow are of this size."""

    @property
    def height(self) -> float:
        return self.lines * self.shape.line


def sheet_of(section: Element) -> Sheet:
    """The room that a section's page size and margins leave; A4 with an inch all round where it says none.

    Columns of several widths are taken for the narrowest.
    """
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    width, height = _A4
    if size is not None:
        width, height = (as_number(size.get(w(each))) / _TWIPS for each in ("w", "h"))
    across = down = 2 * _INCH
    if margins is not None:
        left, right, top, bottom = (
            abs(as_number(margins.get(w(each)))) / _TWIPS for each in ("left", "right", "top", "bottom")
        )
        across, down = left + right, top + bottom
    columns = columns_of(section)
    width = max(width - across, _INCH) if columns == 1 else _column_width(section, width - across)
    return Sheet(width=width, height=max(height - down, _INCH), columns=columns)


def columns_of(section: Element) -> int:
    """How many columns its pages have."""
    said = section.find(w("cols"))
    if said is None:
        return 1
    return max(as_number(said.get(w("num"))), len(said.findall(w("col"))), 1)


def _column_width(section: Element, across: float) -> float:
    said = section.find(w("cols"))
    each = [] if said is None else [as_number(one.get(w("w"))) / _TWIPS for one in said.iter(w("col"))]
    if said is None or (each and min(each) > 0):
        return min(each, default=across)
    many = columns_of(section)
    gap = as_number(said.get(w("space")) or _GAP) / _TWIPS
    return max((across - gap * (many - 1)) / many, _INCH)


def laid(text: str, shape: Shape, sheet: Sheet, *, notes: float = 0.0, keeps_next: bool = False) -> Laid:
    """A paragraph of that text broken into lines."""
    room = (sheet.width - shape.indent) * 1000 / (shape.size * shape.scale)
    lines = lines_of(text, room, is_bold=shape.is_bold)
    return Laid(shape=shape, lines=lines, notes=notes, keeps_next=keeps_next or shape.keeps_next)


def pages_of(paragraphs: Sequence[Laid], sheet: Sheet) -> list[int]:
    """The page on which each paragraph begins, from 1."""
    page = _Page(sheet)
    begins: list[int] = []
    for number, each in enumerate(paragraphs):
        if each.sheet is not None:
            page.begin(each.sheet)
        leads = each.keeps_next and (number == 0 or not paragraphs[number - 1].keeps_next)
        if leads and not page.is_empty and not page.takes(_tied(paragraphs, number)):
            page.turn()
        begins.append(page.put(each))
    return begins


def _tied(paragraphs: Sequence[Laid], start: int) -> list[Laid]:
    """A paragraph and those that must begin on its page."""
    end = start
    while end + 1 < len(paragraphs) and paragraphs[end].keeps_next:
        end += 1
    return list(paragraphs[start : end + 1])


class _Page:
    """The page that is being filled."""

    def __init__(self, sheet: Sheet) -> None:
        self._height = sheet.height
        self._columns, self._column = sheet.columns, 1
        self.number = 1
        self._used = 0.0
        self._notes = 0.0
        self._gap = 0.0
        self._spared = 0.0
        """What the first line does without: the extra that wide spacing puts above a line."""

    @property
    def is_empty(self) -> bool:
        return self._used == 0

    def begin(self, sheet: Sheet) -> None:
        """A new page of this size, unless nothing stands on this one yet."""
        if not self.is_empty or self._column > 1:
            self._column = self._columns
            self.turn()
        self._height, self._columns = sheet.height, sheet.columns

    def turn(self) -> None:
        """Go on at the top of the next column, or of the next page."""
        if self._column < self._columns:
            self._column += 1
        else:
            self._column = 1
            self.number += 1
        self._used = self._notes = self._gap = 0.0

    def takes(self, tied: Sequence[Laid]) -> bool:
        """Whether these fit here, the last with its first lines. More than a page is not kept together."""
        *whole, last = tied
        few = last.lines if last.shape.keeps_lines else min(last.lines, _FEW)
        needed = few * last.shape.line + sum(each.height + each.notes for each in whole)
        needed += sum(max(one.shape.after, other.shape.before) for one, other in pairwise(tied))
        return (
            max(self._gap, tied[0].shape.before) + needed <= self._left + _ROUNDING or needed > self._height
        )

    @property
    def _left(self) -> float:
        return self._height + self._spared - self._used - self._notes

    def put(self, paragraph: Laid) -> int:
        """Set a paragraph, over as many pages as it takes; the page on which it begins."""
        gap = 0.0 if self.is_empty else max(self._gap, paragraph.shape.before)
        fit = self._fitting(paragraph, gap)
        if fit == 0 and not self.is_empty:
            self.turn()
            gap = 0.0
            fit = self._fitting(paragraph, gap)
        if self.is_empty:
            self._spared = paragraph.shape.extra
        begins, left = self.number, paragraph.lines
        while 0 < fit < left:
            left -= fit
            self.turn()
            gap, self._spared = 0.0, paragraph.shape.extra
            fit = min(left, max(int(self._height // paragraph.shape.line), 1))
        self._used += gap + left * paragraph.shape.line
        self._gap = paragraph.shape.after
        if paragraph.notes:
            self._notes += paragraph.notes + (0 if self._notes else _SEPARATOR)
        return begins

    def _fitting(self, paragraph: Laid, gap: float) -> int:
        """How many of its lines go on this page: all, none, or so many that no line is left alone."""
        notes = paragraph.notes + (_SEPARATOR if paragraph.notes and not self._notes else 0)
        room = self._left - gap
        if paragraph.height + notes <= room + _ROUNDING:
            return paragraph.lines
        fit = min(int((room + _ROUNDING) // paragraph.shape.line), paragraph.lines - _FEW)
        return fit if fit >= _FEW and not paragraph.shape.keeps_lines else 0
