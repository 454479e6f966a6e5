"""One page of a PDF to lines: what stands on one line, in which style, without footnote marks."""

import ctypes
import re
from array import array
from dataclasses import dataclass, field, replace
from math import hypot
from typing import NamedTuple

from drafter.reports import pdf_calls as pdf
from drafter.reports.characters import SOFT_HYPHEN, tidy
from drafter.reports.lines import Line, Sheet
from drafter.reports.pdf_fonts import Fonts
from drafter.reports.pdf_order import LABEL_ALONE

_WORD = re.compile(r"\S+")
_MARK = re.compile(r"(?<=[^\W\d_])\d{1,3}(?!\w)|(?<=[.,;:!?)\]”’\"'])\d{1,3}(?=[\s,;.)\]]|$)")
_DIGIT = re.compile(r"[1-9]")
_LONE_MARK = re.compile(r"[\[(]?\d{1,3}[\])]?|[*†‡§]+|[a-z]")
_COLUMN_GAP = 2.2
"""So many letter heights between two words mean two columns."""
_SMALLEST, _TYPICAL = 4.0, 0.83
"""Some fonts are 1 point large by their own word; then this share of the letters' height tells."""
_SHORT = 40
_WIDER = 1.04
_RAISED = 0.8
"""Digits smaller than this share of the line's size, right after a word, are a footnote mark."""

Words = list[tuple[int, int]]
Box = tuple[float, float, float, float]
"""Left, right, top, bottom."""


class _Look(NamedTuple):
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Turns PDF points, from the bottom left, to points from the top left of the page as it is shown."""

    left: float
    bottom: float
    width: float
    height: float
    quarter_turns: int

    def place(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Left, right, top and bottom as shown, from left, top, right, bottom as PDFium gives them."""
        left, right, top, bottom = (
            left - self.left,
            right - self.left,
            top - self.bottom,
            bottom - self.bottom,
        )
        if not self.quarter_turns:
            return left, right, self.height - top, self.height - bottom
        match self.quarter_turns:
            case 1:
                return bottom, top, left, right
            case 2:
                return self.width - right, self.width - left, bottom, top
            case _:
                return self.height - top, self.height - bottom, self.width - right, self.width - left

    @property
    def sheet(self) -> Sheet:
        if self.quarter_turns % 2:
            return Sheet(width=self.height, height=self.width)
        return Sheet(width=self.width, height=self.height)


@dataclass(slots=True)
class PageReader:
    """Reads the lines of one open page, in the order in which PDFium gives them."""

    text: int
    number: int
    fonts: Fonts
    frame: Frame
    chars: str
    mapped: bool
    """Places in `chars` are not the indices that PDFium wants."""
    addresses: tuple[int, int] = (0, 0)
    looks: dict[int, _Look] = field(default_factory=dict)
    room: ctypes.Array[ctypes.c_float] = field(default_factory=lambda: pdf.floats(6))
    points: ctypes.Array[ctypes.c_float] = field(default_factory=lambda: pdf.floats(1))
    point: ctypes.Array[ctypes.c_double] = field(default_factory=ctypes.c_double * 2)
    corners: ctypes.Array[ctypes.c_float] = field(default_factory=lambda: pdf.floats(4))

    def __post_init__(self) -> None:
        first = ctypes.addressof(self.point)
        self.addresses = first, first + ctypes.sizeof(ctypes.c_double)

    @classmethod
    def of(cls, page: int, text: int, number: int, fonts: Fonts) -> "PageReader":
        count = pdf.count_chars(text)
        chars = _characters(text, count)
        return cls(text, number, fonts, _frame(page), chars, mapped=len(chars) != count)

    def lines(self) -> list[Line]:
        found: list[Line] = []
        start, chars = 0, self.chars
        length = len(chars)
        while start < length:
            end, following, hyphen = self._line_end(start)
            first, last = _trimmed(chars, start, end)
            if first < last:
                self._read(first, last, hyphen, found)
            start = following
        return found

    def _line_end(self, start: int) -> tuple[int, int, str]:
        """Where the line ends, where the next begins, and what to add to its text."""
        chars = self.chars
        end = chars.find("\r\n", start)
        end = len(chars) if end < 0 else end
        hyphen = chars.find("\ufffe", start, end)
        while hyphen >= 0:
            if hyphen + 1 >= end or self._goes_back(hyphen):
                return hyphen, hyphen + 1, SOFT_HYPHEN
            hyphen = chars.find("\ufffe", hyphen + 1, end)
        return end, end + 2, ""

    def _goes_back(self, hyphen: int) -> bool:
        """Whether what follows the hyphen stands further left, hence on the next line."""
        if hyphen == 0:
            return False
        return self._box(hyphen + 1)[0] < self._box(hyphen - 1)[0]

    def _read(self, start: int, end: int, hyphen: str, found: list[Line]) -> None:
        """Append the line, or its pieces where columns stand side by side."""
        first, last = self._object(start), self._object(end - 1)
        look = self._look(first, start)
        if first == last or (look == self._look(last, end - 1) and not self._is_wide(start, end, look.size)):
            # A word or two in another style within the line change nothing that matters here.
            found.append(self._line(start, end, look, hyphen))
            return
        words = [word.span() for word in _WORD.finditer(self.chars, start, end)]
        items = [self._object(word[0]) for word in words]
        looks = [self._look(item, word[0]) for item, word in zip(items, words, strict=True)]
        cuts = self._cuts(words, items, looks)
        for begin, stop in zip([0, *cuts], [*cuts, len(words)], strict=True):
            found.append(
                self._mixed(words[begin:stop], looks[begin:stop], hyphen if stop == len(words) else "")
            )

    def _cuts(self, words: Words, items: list[int], looks: list[_Look]) -> list[int]:
        """Before which words a new column begins."""
        if not self._is_wide(words[0][0], words[-1][1], looks[0].size):
            return []
        cuts: list[int] = []
        for at in range(1, len(words)):
            if items[at] == items[at - 1]:
                continue
            gap = self._box(words[at][0])[0] - self._box(words[at - 1][1] - 1)[1]
            if gap > _COLUMN_GAP * max(looks[at].size, 6):
                begin = words[cuts[-1]][0] if cuts else words[0][0]
                if not LABEL_ALONE.fullmatch(tidy(self.chars[begin : words[at - 1][1]])):
                    cuts.append(at)
        return cuts

    def _is_wide(self, start: int, end: int, size: float) -> bool:
        """Whether the line takes more room than so many letters usually do, hence may hold a gap."""
        if end - start < _SHORT:
            return True
        width = self._box(end - 1)[1] - self._box(start)[0]
        return width > _WIDER * self.fonts.letter_width * (end - start) * size

    def _mixed(self, words: Words, looks: list[_Look], ending: str) -> Line:
        main = _main(words, looks)
        small = _RAISED * main.size
        kept = [
            at
            for at, look in enumerate(looks)
            if at == 0
            or look.size >= small
            or not _LONE_MARK.fullmatch(self.chars[words[at][0] : words[at][1]])
        ]
        start, end = words[0][0], words[kept[-1]][1]
        line = self._line(start, end, main, ending, bold_start=looks[0].bold)
        if len(kept) == kept[-1] + 1:
            return line
        # Footnote marks that stand as words of their own, after the first, are no words.
        pieces = [self._plain(*words[at], main) for at in kept]
        return replace(line, text=tidy(" ".join(pieces)) + ending)

    def _line(
        self, start: int, end: int, look: _Look, ending: str, *, bold_start: bool | None = None
    ) -> Line:
        size = look.size
        if self.frame.quarter_turns or size < _SMALLEST:
            left = self._box(start)[0]
            _, right, top, bottom = self._box(end - 1)
            size = size if size >= _SMALLEST else _TYPICAL * (bottom - top)
        else:
            # By the base line: boxes of letters differ from font to font, and in some from letter to letter.
            left, base = self._origin(start)
            right = self._right(end - 1)
            top, bottom = base - 0.8 * size, base + 0.25 * size
        if end - start >= _SHORT:
            self.fonts.learn_width((right - left) / ((end - start) * size))
        return Line(
            text=tidy(self._plain(start, end, look)) + ending,
            page=self.number,
            left=left,
            right=right,
            top=top,
            bottom=bottom,
            size=size,
            bold=look.bold,
            italic=look.italic,
            bold_start=look.bold if bold_start is None else bold_start,
        )

    def _plain(self, start: int, end: int, look: _Look) -> str:
        """The text without the small digits that follow some of its words."""
        text = self.chars[start:end]
        if not _DIGIT.search(text):
            return text
        kept, done = [], 0
        for mark in _MARK.finditer(text):
            size = self._look(self._object(start + mark.start()), start + mark.start()).size
            if size < _RAISED * look.size:
                kept.append(text[done : mark.start()])
                done = mark.end()
        kept.append(text[done:])
        return "".join(kept)

    def _object(self, at: int) -> int:
        if self.mapped:
            at = pdf.char_index(self.text, at)
        return pdf.text_object(self.text, at) or 0

    def _origin(self, at: int) -> tuple[float, float]:
        """Where the letter stands: from the left, and its base line from the top."""
        if self.mapped:
            at = pdf.char_index(self.text, at)
        pdf.char_origin(self.text, at, self.addresses[0], self.addresses[1])
        return self.point[0] - self.frame.left, self.frame.height + self.frame.bottom - self.point[1]

    def _right(self, at: int) -> float:
        """Where the letter ends, on a page that is not turned."""
        if self.mapped:
            at = pdf.char_index(self.text, at)
        pdf.loose_box(self.text, at, self.corners)
        return self.corners[2] - self.frame.left

    def _box(self, at: int) -> Box:
        if self.mapped:
            at = pdf.char_index(self.text, at)
        pdf.loose_box(self.text, at, self.corners)
        return self.frame.place(*self.corners)

    def _look(self, item: int, at: int) -> _Look:
        known = self.looks.get(item)
        if known is None:
            known = self.looks[item] = self._new_look(item, at)
        return known

    def _new_look(self, item: int, at: int) -> _Look:
        if not item:
            _, _, top, bottom = self._box(at)
            return _Look((bottom - top) * _TYPICAL, bold=False, italic=False)
        pdf.object_font_size(item, self.points)
        pdf.object_matrix(item, self.room)
        bold, italic = self.fonts.style(pdf.object_font(item) or 0)
        return _Look(self.points[0] * hypot(self.room[2], self.room[3]), bold, italic)


def _trimmed(chars: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at either end."""
    while start < end and chars[start].isspace():
        start += 1
    while start < end and chars[end - 1].isspace():
        end -= 1
    return start, end


def _main(words: Words, looks: list[_Look]) -> _Look:
    """The style of most letters."""
    weight = bold = italic = 0
    sizes: dict[float, int] = {}
    for (start, end), look in zip(words, looks, strict=True):
        letters = end - start
        weight += letters
        bold += letters * look.bold
        italic += letters * look.italic
        sizes[look.size] = sizes.get(look.size, 0) + letters
    return _Look(max(sizes, key=sizes.__getitem__), bold * 2 > weight, italic * 2 > weight)


def _characters(text: int, count: int) -> str:
    room = (ctypes.c_ushort * (count + 1))()
    written = pdf.copy_text(text, 0, count, room)
    units = bytes(room)[: 2 * max(0, written - 1)]
    chars = units.decode("utf-16-le", "surrogatepass")
    if 2 * len(chars) != len(units):
        return "".join(map(chr, array("H", units)))
    return chars


def _frame(page: int) -> Frame:
    room = pdf.floats(4)
    pdf.page_box(page, room)
    left, top, right, bottom = room
    turns = pdf.page_rotation(page)
    return Frame(left, bottom, right - left, top - bottom, turns)
