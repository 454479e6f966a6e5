"""One page of a PDF to lines: what stands on one line, in which style, without footnote marks."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from msgspec.structs import replace

from drafter.reports import pdf_calls as pdf
from drafter.reports.characters import SOFT_HYPHEN, tidy
from drafter.reports.lines import Line
from drafter.reports.pdf_fonts import Fonts, Look
from drafter.reports.pdf_frame import Box, Frame
from drafter.reports.pdf_order import is_label_alone

_WORD = re.compile(r"\S+")
_DIGITS = re.compile(r"[0-9](?<=[^\W\d_][0-9]|[.,;:!?)\]”’\"'][0-9])[0-9]{0,2}(?![0-9])")
"""Up to three, right after a letter or a stop. What stands before the first is looked at last, for speed."""
_KINDS = bytes(ord("0" if chr(at).isdigit() else "a" if chr(at) > " " else " ") for at in range(128)) + bytes(
    128
)
"""Of a page in ASCII: digits, other signs, and spaces."""
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

HYPHEN = "\ufffe"
"""So PDFium writes a hyphen that breaks a word at the end of a line, and some others."""

Words = list[tuple[int, int]]


@dataclass(slots=True)
class PageReader:
    """Reads the lines of one open page, in the order in which PDFium gives them."""

    text: pdf.Place
    number: int
    fonts: Fonts
    frame: Frame
    chars: str
    mapped: bool
    """Places in `chars` are not the indices that PDFium wants."""
    object_at: Callable[[int], int | None]
    """The text object in which the letter at a place stands."""
    kinds: bytes
    """Of each letter, whether it is a digit, another sign, or a space."""
    looks: dict[int | None, Look] = field(default_factory=dict)
    letters: Counter[int] = field(default_factory=Counter)
    """How many letters stand upright after so many quarter turns."""

    @classmethod
    def of(cls, page: int, text: pdf.Place, number: int, fonts: Fonts) -> "PageReader":
        count = pdf.count_chars(text)
        chars = _characters(fonts.room.units(text, count))
        mapped = len(chars) != count
        object_at = partial(_mapped_object if mapped else pdf.text_object, text)
        kinds = chars.encode("ascii", "replace").translate(_KINDS)
        return cls(text, number, fonts, Frame.of(page), chars, mapped, object_at, kinds)

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
        start = 0
        for row in self.chars.split("\r\n"):
            if HYPHEN in row:
                self._read_broken(row, start, found)
            else:
                self._read(row, start, "", found)
            start += len(row) + 2
        return found

    def _read_broken(self, row: str, start: int, found: list[Line]) -> None:
        """Where a word is broken at the end of a line, PDFium goes on in the same row."""
        begin, hyphen = 0, row.find(HYPHEN)
        while hyphen >= 0:
            if hyphen + 1 >= len(row) or self._goes_back(start + hyphen):
                self._read(row[begin:hyphen], start + begin, SOFT_HYPHEN, found)
                begin = hyphen + 1
            hyphen = row.find(HYPHEN, hyphen + 1)
        self._read(row[begin:], start + begin, "", found)

    def _goes_back(self, hyphen: int) -> bool:
        """Whether what follows the hyphen stands further left, hence on the next line."""
        if hyphen == 0:
            return False
        return self._box(hyphen + 1)[0] < self._box(hyphen - 1)[0]

    def _read(self, row: str, start: int, ending: str, found: list[Line]) -> None:
        """Append the line, or its pieces where columns stand side by side."""
        said = row.strip()
        if not said:
            return
        start += row.index(said[0])
        end = start + len(said)
        first, last = self.object_at(start), self.object_at(end - 1)
        look = self.looks.get(first) or self._look(first, start)
        wide = first != last and self._is_wide(start, end, look.size)
        if first == last:
            found.append(self._line(said, start, end, look, bold_start=look.bold))
        elif not wide and look == (self.looks.get(last) or self._look(last, end - 1)):
            # A word or two in another style within the line change nothing that matters here.
            text = self._plain(start, end, look)
            found.append(self._line(text, start, end, look, bold_start=look.bold))
        else:
            self._read_mixed(start, end, found, wide=wide)
        if ending:
            found[-1] = replace(found[-1], text=found[-1].text + ending)

    def _read_mixed(self, start: int, end: int, found: list[Line], *, wide: bool) -> None:
        words = [word.span() for word in _WORD.finditer(self.chars, start, end)]
        items = [self.object_at(begin) for begin, _ in words]
        known = self.looks.get
        looks = [known(item) or self._look(item, word[0]) for item, word in zip(items, words, strict=True)]
        cuts = self._cuts(words, items, looks) if wide else []
        for begin, stop in zip([0, *cuts], [*cuts, len(words)], strict=True):
            found.append(self._mixed(words[begin:stop], looks[begin:stop]))

    def _cuts(self, words: Words, items: Sequence[int | None], looks: list[Look]) -> list[int]:
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
        return self._width(start, end - 1) > _WIDER * self.fonts.letter_width * (end - start) * size

    def _width(self, first: int, last: int) -> float:
        if self.mapped or self.frame.turns:
            return self._box(last)[1] - self._box(first)[0]
        # As most pages are, and quicker.
        text, room, aside = self.text, self.fonts.room, self.frame.left
        pdf.loose_box(text, first, room.box)
        left = room.corners[0] - aside
        pdf.loose_box(text, last, room.box)
        return room.corners[2] - aside - left

    def _mixed(self, words: Words, looks: list[Look]) -> Line:
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
        if len(kept) == kept[-1] + 1:
            text = self._plain(start, end, main)
        else:
            # Footnote marks that stand as words of their own, after the first, are no words.
            text = " ".join([self._plain(*words[at], main) for at in kept])
        line = self._line(text, start, end, main, bold_start=looks[0].bold)
        if main.bold and not looks[kept[-1]].bold:
            line = replace(line, bold_stops=True)
        if looks[0].size < small and self._begins_raised(start, looks[0], end, main):
            return replace(line, small=True)
        return line

    def _begins_raised(self, start: int, first: Look, end: int, main: Look) -> bool:
        """Whether its first digits stand higher than the rest: so begins a footnote."""
        digits = _BEGINS.match(self.chars, start, end)
        after, stop = _trimmed(self.chars, digits.end(), end) if digits else (end, end)
        if after == stop:
            return False
        raised, base = self._reach(start, start + 1, first)[3], self._reach(after, after + 1, main)[3]
        return raised - _BELOW * first.size < base - (_BELOW + _HIGHER) * main.size

    def _line(self, text: str, start: int, end: int, look: Look, *, bold_start: bool) -> Line:
        length = end - start
        self.letters[look.turns] += length
        left, right, top, bottom = self._reach(start, end, look)
        size = look.size if look.size >= _SMALLEST else _TYPICAL * (bottom - top)
        if length >= _SHORT and size > 0:
            self.fonts.learn_width((right - left) / (length * size))
        return Line(
            text=tidy(text),
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
        pdf.char_origin(self.text, first, room.x, room.y)
        pdf.loose_box(self.text, last, room.box)
        if frame.turns:
            left, base = frame.point(*room.origin)
            right = frame.place(*room.corners)[1]
        else:
            left, base = room.origin[0] - frame.left, frame.height + frame.bottom - room.origin[1]
            right = room.corners[2] - frame.left
        return left, right, base - _ABOVE * size, base + _BELOW * size

    def _plain(self, start: int, end: int, look: Look) -> str:
        """The text without the small digits that follow some of its words."""
        chars, done = self.chars, start
        if self.kinds.find(b"a0", start, end) < 0:
            return chars[start:end]
        kept: list[str] = []
        for digits in _DIGITS.finditer(chars, start + 1, end):
            begin, stop = digits.span()
            if _may_be_mark(chars, begin, stop) and self._size_at(begin) < _RAISED * look.size:
                kept.append(chars[done:begin])
                done = stop
        kept.append(chars[done:end])
        return "".join(kept)

    def _size_at(self, at: int) -> float:
        item = self.object_at(at)
        return (self.looks.get(item) or self._look(item, at)).size

    def _box(self, at: int) -> Box:
        if self.mapped:
            at = pdf.char_index(self.text, at)
        room = self.fonts.room
        pdf.loose_box(self.text, at, room.box)
        return self.frame.place(*room.corners)

    def _look(self, item: int | None, at: int) -> Look:
        """The look of an object that has not been met on the page, by its letter at a place."""
        if item is None:
            _, _, top, bottom = self._box(at)
            look = Look((bottom - top) * _TYPICAL, bold=False, italic=False, turns=self.frame.turns)
        else:
            place = pdf.char_index(self.text, at) if self.mapped else at
            look = self.fonts.look(self.text, place, item)
        self.looks[item] = look
        return look


def _mapped_object(text: pdf.Place, at: int) -> int | None:
    item: int | None = pdf.text_object(text, pdf.char_index(text, at))
    return item


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
