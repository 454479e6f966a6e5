"""Which words of a page’s picture are selected: from where the drag began to where the pointer is."""

from dataclasses import dataclass
from enum import Enum

from drafter.domain.printed import Printed, Range, Rect, text_of
from drafter.domain.records.reports import Region


class Grain(Enum):
    """What a drag goes on by, after a single, a double and a triple click."""

    PLACE = 1
    WORD = 2
    PARAGRAPH = 3


@dataclass(frozen=True, slots=True)
class _End:
    """Where on which page."""

    printed: Printed
    range: Range


class PageSelection:
    """From one end to the other, in reading order, on one page or on two that follow each other."""

    def __init__(self) -> None:
        self._anchor: _End | None = None
        self._head: _End | None = None
        self._grain = Grain.PLACE

    @property
    def text(self) -> str:
        """The words, as a reader would type them."""
        return text_of(self._parts())

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that have words of it."""
        return tuple(printed.page for printed, (first, last) in self._parts() if first < last)

    @property
    def regions(self) -> tuple[Region, ...]:
        """Where it stands, a rectangle a column."""
        return tuple(each for printed, range_ in self._parts() for each in printed.regions(range_))

    @property
    def begins(self) -> tuple[Printed, Range] | None:
        """Its first page, and the words there."""
        return next(iter(self._parts()), None)

    def bands(self, page: int) -> tuple[Rect, ...]:
        """What to paint on a page, a rectangle a line, in shares of it."""
        found = (printed.bands(range_) for printed, range_ in self._parts() if printed.page == page)
        return next(found, ())

    def clear(self) -> None:
        self._anchor = self._head = None

    def take_all(self, printed: Printed) -> None:
        """All the text of a page."""
        self._anchor = self._head = _End(printed, printed.body)

    def begin(self, printed: Printed, x: float, y: float, grain: Grain = Grain.PLACE) -> None:
        """A click at a point; nothing is selected by a single one."""
        self._grain = grain
        self._anchor = self._end(printed, x, y)
        self._head = self._anchor if grain is not Grain.PLACE else None

    def extend(self, printed: Printed, x: float, y: float) -> None:
        """To a point; from there where nothing was begun on this page or on one right before or after it."""
        if self._anchor is None or abs(self._anchor.printed.page - printed.page) > 1:
            self.begin(printed, x, y)
        else:
            self._head = self._end(printed, x, y)

    def _end(self, printed: Printed, x: float, y: float) -> _End | None:
        near = printed.nearest(x, y)
        if near is None:
            return None
        word = min(near[0], len(printed) - 1)
        match self._grain:
            case Grain.WORD:
                near = (word, word + 1)
            case Grain.PARAGRAPH:
                near = printed.paragraph(word)
        return _End(printed, near)

    def _parts(self) -> tuple[tuple[Printed, Range], ...]:
        if self._anchor is None or self._head is None:
            return ()
        first, last = sorted((self._anchor, self._head), key=lambda end: (end.printed.page, end.range))
        if first.printed.page == last.printed.page:
            end = max(first.range[1], last.range[1])
            return ((first.printed, first.printed.whole((first.range[0], end))),)
        begun, gone_on = first.printed, last.printed
        rest = (first.range[0], max(begun.body[1], first.range[1]))
        beginning = (min(gone_on.body[0], last.range[0]), last.range[1])
        return (begun, begun.whole(rest)), (gone_on, gone_on.whole(beginning))
