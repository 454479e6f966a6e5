"""A page of words in reading order: which of them lie between two points, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Self

from drafter.domain.placing import Searched, letters_of
from drafter.domain.quarter_turns import Rect, turned_by
from drafter.domain.records.page_words import PageWords, PlacedLine, PlacedWord
from drafter.domain.records.reports import Region

Range = tuple[int, int]
"""The first word and the one after the last; a place between two words is an empty one."""
_MISSED = 2
"""So many words that are not found part no passage: one may be printed otherwise than it was read."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One word and its line."""

    word: PlacedWord
    line: PlacedLine
    block: int
    """Lines below each other are one block; what stands beside them is another."""


class Printed:
    """The words of one page, numbered as they are read. Points are shares of the page as it is shown."""

    def __init__(self, words: PageWords) -> None:
        self.page = words.page
        self._of = words
        blocks = _blocks(words.lines)
        self._reach = {number: _around(rows) for number, rows in _by_block(words.lines, blocks).items()}
        self._places = [
            _Place(word, line, block)
            for line, block in zip(words.lines, blocks, strict=True)
            for word in line.words
        ]

    def __len__(self) -> int:
        return len(self._places)

    # --- where a point is

    def word_at(self, x: float, y: float) -> int | None:
        """The word under a point."""
        left, top = self._as_read(x, y)
        for at, place in enumerate(self._places):
            word = place.word
            if word.left <= left <= word.right and word.top <= top <= word.bottom:
                return at
        return None

    def nearest(self, x: float, y: float) -> Range | None:
        """The word nearest to a point, or the place before or after it; None where the page has no words.

        The block is chosen first, then the line in it, then the word: right of a paragraph’s short last line
        is its end.
        """
        if not self._places:
            return None
        left, top = self._as_read(x, y)
        blocks = {each.block for each in self._places}
        block = min(
            blocks, key=lambda number: (_far(self._reach[number], left, top), _size(self._reach[number]))
        )
        heights = {
            at: _beyond(place.word.top, place.word.bottom, top)
            for at, place in enumerate(self._places)
            if place.block == block
        }
        closest = min(heights.values())
        row = [at for at, height in heights.items() if height == closest]
        at = min(row, key=lambda at: _beyond(self._places[at].word.left, self._places[at].word.right, left))
        word = self._places[at].word
        if left < word.left:
            return at, at
        return (at + 1, at + 1) if left > word.right else (at, at + 1)

    # --- ranges

    @cached_property
    def rows(self) -> tuple[Range, ...]:
        """The lines of the text itself, by their words; running heads and notes where there is else none."""
        places = self._places
        alone = all(place.line.is_aside for place in places)
        wanted = [at for at, place in enumerate(places) if alone or not place.line.is_aside]
        rows = (list(row) for _, row in groupby(wanted, key=lambda at: id(places[at].line)))
        return tuple((row[0], row[-1] + 1) for row in rows)

    def word(self, at: int) -> PlacedWord:
        """One word by its number."""
        return self._places[at].word

    def edge(self, at: int, *, right: bool) -> Rect:
        """The left or the right edge of a word, in shares of the page as it is shown."""
        word = self.word(at)
        x = word.right if right else word.left
        return self._shown((x, word.top, x, word.bottom))

    @property
    def body(self) -> Range:
        """From the first word of the text itself to its last: no running head before, no note after."""
        own = [at for at, place in enumerate(self._places) if not place.line.is_aside]
        return (own[0], own[-1] + 1) if own else (0, len(self._places))

    def whole(self, range_: Range) -> Range:
        """The same with both halves of a word that is broken at its line's end."""
        first, last = range_
        if first < last:
            first -= first > 0 and self._goes_on(first - 1)
            last += last < len(self._places) and self._goes_on(last - 1)
        return first, last

    def paragraph(self, at: int) -> Range:
        """The paragraph that a word stands in."""
        first = last = at
        while first > 0 and not self._opens(first):
            first -= 1
        while last + 1 < len(self._places) and not self._opens(last + 1):
            last += 1
        return first, last + 1

    def bands(self, range_: Range) -> tuple[Rect, ...]:
        """A rectangle a line, in shares of the page as it is shown."""
        rows = groupby(self.taken(range_), key=lambda each: id(each.line))
        return tuple(self._shown(_around([each.word for each in row])) for _, row in rows)

    def regions(self, range_: Range) -> tuple[Region, ...]:
        """A rectangle a column, as an item of a report has them."""
        blocks = groupby(self.taken(range_), key=attrgetter("block"))
        rects = (self._shown(_around([each.word for each in block])) for _, block in blocks)
        return tuple(
            Region(
                page=self.page,
                left=round(left, 4),
                top=round(top, 4),
                right=round(right, 4),
                bottom=round(bottom, 4),
            )
            for left, top, right, bottom in rects
        )

    def find(self, text: str, times: int = 0) -> Range | None:
        """Where these very words stand on the page, after they have stood there so many times."""
        span = self._searched.find_again(text, times)
        return self._words_in(span) if span is not None else None

    def place_in(self, text: str, at: int) -> int | None:
        """At which character of a text the place before a word of the page is, where it stands round that."""
        said, spans = self._joined
        return self._searched.place_in(text, spans[at][0] if at < len(spans) else len(said))

    def times_before(self, range_: Range) -> int:
        """How often the words of a range stand on the page before it."""
        said, times = text_of([(self, range_)]), 0
        while (found := self.find(said, times)) is not None and found[1] <= range_[0]:
            times += 1
        return times

    def find_passage(self, text: str) -> Range | None:
        """Where a passage stands on the page, or as much of its beginning as does."""
        span = self._searched.most_of(text)
        return self._words_in(span) if span is not None else None

    def find_pieces(self, text: str) -> tuple[Range, ...]:
        """Where words stand that were put together from several passages; what is all but one is one."""
        told: list[Range] = []
        for span in self._searched.pieces(text):
            range_ = self._words_in(span)
            if range_ is None:
                continue
            if told and 0 <= range_[0] - told[-1][1] <= _MISSED:
                told[-1] = (told[-1][0], range_[1])
            else:
                told.append(range_)
        return tuple(told)

    def find_rest(self, text: str, before: Self) -> Range | None:
        """Where a passage goes on that begins at the end of the page before."""
        begun = before.find_passage(text)
        if begun is None or begun[1] < before.body[1]:
            return None
        many = len(letters_of(text_of([(before, begun)])))
        rest = _beyond_letters(text, many)
        found = self.find(rest) if letters_of(rest) else None
        return found if found is not None and found[0] <= self.body[0] else None

    # --- within

    @cached_property
    def _joined(self) -> tuple[str, tuple[Range, ...]]:
        """All words in a row, and where each stands in it."""
        said, spans = "", []
        for at, place in enumerate(self._places):
            said += "" if at and self._goes_on(at - 1) else " "
            spans.append((len(said), len(said) + len(place.word.text)))
            said += place.word.text
        return said, tuple(spans)

    @cached_property
    def _searched(self) -> Searched:
        return Searched(self._joined[0])

    @property
    def _spans(self) -> tuple[Range, ...]:
        return self._joined[1]

    def _words_in(self, span: Range) -> Range | None:
        inside = [at for at, (start, stop) in enumerate(self._spans) if start < span[1] and stop > span[0]]
        return (inside[0], inside[-1] + 1) if inside else None

    def taken(self, range_: Range) -> list[_Place]:
        """The words of a range without running heads and notes, unless it begins or ends in one."""
        places = self._places[range_[0] : range_[1]]
        wants = bool(places) and (places[0].line.is_aside or places[-1].line.is_aside)
        return [each for each in places if wants or not each.line.is_aside]

    def _goes_on(self, at: int) -> bool:
        """It is the first half of a word that is broken at its line's end."""
        line = self._places[at].line
        return line.goes_on and line.words[-1] is self._places[at].word

    def _opens(self, at: int) -> bool:
        line = self._places[at].line
        return (line.opens or line.is_aside) and line.words[0] is self._places[at].word

    def _as_read(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is shown, in points of the page as it is read."""
        for _ in range(self._of.turned):
            x, y = y, 1 - x
        return x * self._of.width, y * self._of.height

    def _shown(self, rect: Rect) -> Rect:
        left, top, right, bottom = rect
        wide, high = max(self._of.width, 1.0), max(self._of.height, 1.0)
        shares = left / wide, top / high, right / wide, bottom / high
        left, top, right, bottom = turned_by(self._of.turned, shares)
        return max(left, 0.0), max(top, 0.0), min(right, 1.0), min(bottom, 1.0)


def text_of(parts: Sequence[tuple[Printed, Range]]) -> str:
    """What the words of one page, or of several, say: as a reader would type it, a paragraph a line."""
    said = ""
    before: _Place | None = None
    for printed, range_ in parts:
        for place in printed.taken(range_):
            said += ("" if before is None else _between(before, place)) + place.word.text
            before = place
    return said


def _between(before: _Place, after: _Place) -> str:
    if before.line is after.line:
        return " "
    if before.line.goes_on and before.line.words[-1] is before.word and after.line.words[0] is after.word:
        return ""
    return "\n" if after.line.opens else " "


def _blocks(lines: Sequence[PlacedLine]) -> list[int]:
    """Which block each line belongs to: it goes on while the next line stands below and not beside."""
    blocks = [0] if lines else []
    reach = _around(lines[0].words) if lines else (0.0, 0.0, 0.0, 0.0)
    for above, below in pairwise(lines):
        before, here = _around(above.words), _around(below.words)
        is_below = here[1] > before[1] + 1 and here[0] < reach[2] and here[2] > reach[0]
        is_same = is_below and above.is_aside == below.is_aside
        reach = _joint(reach, here) if is_same else here
        blocks.append(blocks[-1] + (not is_same))
    return blocks


def _by_block(lines: Sequence[PlacedLine], blocks: Sequence[int]) -> dict[int, list[PlacedWord]]:
    words: dict[int, list[PlacedWord]] = {}
    for line, block in zip(lines, blocks, strict=True):
        words.setdefault(block, []).extend(line.words)
    return words


def _around(words: Sequence[PlacedWord]) -> Rect:
    return (
        min(each.left for each in words),
        min(each.top for each in words),
        max(each.right for each in words),
        max(each.bottom for each in words),
    )


def _joint(one: Rect, other: Rect) -> Rect:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _beyond_letters(text: str, many: int) -> str:
    """The text after so many letters and digits of it."""
    for at, each in enumerate(text):
        if not many:
            return text[at:]
        many -= bool(letters_of(each))
    return ""


def _beyond(least: float, most: float, at: float) -> float:
    """How far a number lies outside of two."""
    return max(least - at, at - most, 0.0)


def _far(rect: Rect, x: float, y: float) -> float:
    return _beyond(rect[0], rect[2], x) + _beyond(rect[1], rect[3], y)


def _size(rect: Rect) -> float:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])
