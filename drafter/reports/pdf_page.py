"""One page of a PDF to lines: what stands on one line, in which style, without footnote marks."""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from struct import Struct

from msgspec.structs import replace

from drafter.reports import pdf_calls as pdf
from drafter.reports.characters import SOFT_HYPHEN, tidy
from drafter.reports.lines import Line
from drafter.reports.pdf_fonts import Fonts, Look
from drafter.reports.pdf_frame import Box, Frame
from drafter.reports.pdf_order import is_label_alone

_WORD = re.compile(r"\S+")
_FOUR, _PLACE = Struct("4f"), Struct("2d4f")
"""Quicker than taking the numbers out of ctypes one by one."""
_DIGITS = re.compile(r"[0-9](?<=[^\W\d_][0-9]|[.,;:!?)\]”’\"'][0-9])[0-9]{0,2}(?![0-9])")
"""Up to three, right after a letter or a stop. What stands before the first is looked at last, for speed."""
_BEGINS = re.compile(r"[0-9]{1,3}")
_LONE_MARK = re.compile(r"[\[(]?\d{1,3}[\])]?|[*†‡§]+|[a-z]")
_COLUMN_GAP = 2.2
"""So many letter heights between two words mean two columns."""
_SMALLEST, _TYPICAL = 4.0, 0.83
"""Some fonts are 1 point large by their own word; then this share of the letters' height tells."""
_ABOVE, _BELOW = 0.8, 0.25
"""A line reaches so far over and under its base line, in letter heights."""
_SHORT = 40
_WIDER = 1.04
_RAISED = 0.8
"""Digits smaller than this share of the line's size, right after a word, are a footnote mark."""
_HIGHER = 0.1
"""So far over the base line they are raised, in letter heights."""

Words = list[tuple[int, int]]


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
    looks: dict[int, Look] = field(default_factory=dict)
    letters: Counter[int] = field(default_factory=Counter)
    """How many letters stand upright after so many quarter turns."""
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Where digits follow a word or a stop closely, as a footnote's mark does."""

    def __post_init__(self) -> None:
        self.marks = _marks(self.chars)

    @classmethod
    def of(cls, page: int, text: int, number: int, fonts: Fonts) -> "PageReader":
        count = pdf.count_chars(text)
        chars = _characters(fonts.room.units(text, count))
        return cls(text, number, fonts, Frame.of(page), chars, mapped=len(chars) != count)

    def lines(self) -> list[Line]:
        """The page's lines, in the frame in which most of its letters are upright."""
        found = self._all_lines()
        upright = max(self.letters, key=self.letters.__getitem__, default=self.frame.turns)
        if upright == self.frame.turns:
            return found
        frame = self.frame
        self.frame = Frame(frame.left, frame.bottom, frame.width, frame.height, frame.shown, upright)
        return self._all_lines()

    def _all_lines(self) -> list[Line]:
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
        look = self.looks.get(first) or self._look(first, start)
        wide = first != last and self._is_wide(start, end, look.size)
        if first == last or (not wide and look == self._look(last, end - 1)):
            # A word or two in another style within the line change nothing that matters here.
            found.append(self._line(start, end, look, hyphen, bold_start=look.bold))
            return
        words = [word.span() for word in _WORD.finditer(self.chars, start, end)]
        items = [self._object(begin) for begin, _ in words]
        known = self.looks.get
        looks = [known(item) or self._look(item, word[0]) for item, word in zip(items, words, strict=True)]
        cuts = self._cuts(words, items, looks) if wide else []
        for begin, stop in zip([0, *cuts], [*cuts, len(words)], strict=True):
            found.append(
                self._mixed(words[begin:stop], looks[begin:stop], hyphen if stop == len(words) else "")
            )

    def _cuts(self, words: Words, items: list[int], looks: list[Look]) -> list[int]:
        """Before which words a new column begins."""
        cuts: list[int] = []
        for at in range(1, len(words)):
            if items[at] == items[at - 1]:
                continue
            gap = self._box(words[at][0])[0] - self._box(words[at - 1][1] - 1)[1]
            if gap > _COLUMN_GAP * max(looks[at].size, 6):
                begin = words[cuts[-1]][0] if cuts else words[0][0]
                if not is_label_alone(tidy(self.chars[begin : words[at - 1][1]])):
                    cuts.append(at)
        return cuts

    def _is_wide(self, start: int, end: int, size: float) -> bool:
        """Whether the line takes more room than so many letters usually do, hence may hold a gap."""
        if end - start < _SHORT:
            return True
        width = self._box(end - 1)[1] - self._box(start)[0]
        return width > _WIDER * self.fonts.letter_width * (end - start) * size

    def _mixed(self, words: Words, looks: list[Look], ending: str) -> Line:
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
        if looks[0].size < small and self._begins_raised(start, looks[0], end, main):
            line = replace(line, small=True)
        if len(kept) == kept[-1] + 1:
            return line
        # Footnote marks that stand as words of their own, after the first, are no words.
        pieces = [self._plain(*words[at], main) for at in kept]
        return replace(line, text=tidy(" ".join(pieces)) + ending)

    def _begins_raised(self, start: int, first: Look, end: int, main: Look) -> bool:
        """Whether its first digits stand higher than the rest: so begins a footnote."""
        digits = _BEGINS.match(self.chars, start, end)
        after, stop = _trimmed(self.chars, digits.end(), end) if digits else (end, end)
        if after == stop:
            return False
        raised, base = self._reach(start, start + 1, first)[3], self._reach(after, after + 1, main)[3]
        return raised - _BELOW * first.size < base - (_BELOW + _HIGHER) * main.size

    def _line(self, start: int, end: int, look: Look, ending: str, *, bold_start: bool) -> Line:
        length = end - start
        self.letters[look.turns] += length
        left, right, top, bottom = self._reach(start, end, look)
        size = look.size if look.size >= _SMALLEST else _TYPICAL * (bottom - top)
        if length >= _SHORT and size > 0:
            self.fonts.learn_width((right - left) / (length * size))
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
            bold_start=bold_start,
        )

    def _reach(self, start: int, end: int, look: Look) -> Box:
        """Where the line stands."""
        size, frame = look.size, self.frame
        if look.turns != frame.turns:
            one, other = self._box(start), self._box(end - 1)
            return (
                min(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), max(one[3], other[3])
            )  # fmt: skip
        if size < _SMALLEST:
            _, right, top, bottom = self._box(end - 1)
            return self._box(start)[0], right, top, bottom
        # By the base line: boxes of letters differ from font to font, and in some from letter to letter.
        first, last = start, end - 1
        if self.mapped:
            first, last = pdf.char_index(self.text, first), pdf.char_index(self.text, last)
        room = self.fonts.room
        pdf.char_origin(self.text, first, room.base, room.base + 8)
        pdf.loose_box(self.text, last, room.box)
        x, y, *corners = _PLACE.unpack(room.place)
        if frame.turns:
            left, base = frame.point(x, y)
            right = frame.place(*corners)[1]
        else:
            left, base = x - frame.left, frame.height + frame.bottom - y
            right = corners[2] - frame.left
        return left, right, base - _ABOVE * size, base + _BELOW * size

    def _plain(self, start: int, end: int, look: Look) -> str:
        """The text without the small digits that follow some of its words."""
        chars, at = self.chars, bisect_left(self.marks, (start + 1, 0))
        if at == len(self.marks) or self.marks[at][0] >= end:
            return chars[start:end]
        kept, done = [], start
        for begin, stop in self.marks[at:]:
            if stop > end:
                break
            if self._look(self._object(begin), begin).size < _RAISED * look.size:
                kept.append(chars[done:begin])
                done = stop
        return "".join([*kept, chars[done:end]])

    def _object(self, at: int) -> int:
        if self.mapped:
            at = pdf.char_index(self.text, at)
        return pdf.text_object(self.text, at) or 0

    def _box(self, at: int) -> Box:
        if self.mapped:
            at = pdf.char_index(self.text, at)
        room = self.fonts.room
        pdf.loose_box(self.text, at, room.box)
        return self.frame.place(*_FOUR.unpack_from(room.place, 16))

    def _look(self, item: int, at: int) -> Look:
        known = self.looks.get(item)
        if known is None:
            known = self.looks[item] = self._new_look(item, at)
        return known

    def _new_look(self, item: int, at: int) -> Look:
        if not item:
            _, _, top, bottom = self._box(at)
            return Look((bottom - top) * _TYPICAL, bold=False, italic=False, turns=self.frame.turns)
        return self.fonts.look(self.text, pdf.char_index(self.text, at) if self.mapped else at, item)


def _marks(chars: str) -> list[tuple[int, int]]:
    return [
        found.span() for found in _DIGITS.finditer(chars) if _may_be_mark(chars, found.start(), found.end())
    ]


def _may_be_mark(chars: str, start: int, end: int) -> bool:
    before, after = chars[start - 1 : start], chars[end : end + 1]
    if before.isalpha():
        return not (after.isalpha() or after == "_")
    return not before.isalnum() and (not after or after.isspace() or after in ",;.)]")


def _trimmed(chars: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at either end."""
    while start < end and chars[start].isspace():
        start += 1
    while start < end and chars[end - 1].isspace():
        end -= 1
    return start, end


def _main(words: Words, looks: list[Look]) -> Look:
    """The style of most letters."""
    if looks.count(looks[0]) == len(looks):
        return looks[0]
    weight = bold = italic = 0
    sizes: dict[tuple[float, int], int] = {}
    for (start, end), look in zip(words, looks, strict=True):
        letters = end - start
        weight += letters
        bold += letters * look.bold
        italic += letters * look.italic
        key = look.size, look.turns
        sizes[key] = sizes.get(key, 0) + letters
    size, turns = max(sizes, key=sizes.__getitem__)
    return Look(size, bold * 2 > weight, italic * 2 > weight, turns)


def _characters(units: bytes) -> str:
    chars = units.decode("utf-16-le", "surrogatepass")
    if 2 * len(chars) != len(units):
        return "".join(map(chr, array("H", units)))
    return chars
