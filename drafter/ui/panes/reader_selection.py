"""Which words of a page’s picture are selected: from where the drag began to where the pointer is.

By key the same, from the place where she clicked last, or where the chosen item begins: words are whole.
"""

from dataclasses import dataclass
from enum import Enum

from drafter.domain.printed import Printed, Range, text_of
from drafter.domain.printed_places import Place, Step, column_of, end_of, place_near, step_from
from drafter.domain.quarter_turns import Rect
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
        self._cursor: tuple[Printed, Place] | None = None
        self._column: float | None = None
        """Which column steps across lines keep to, while one follows the other."""

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

    def cursor(self, page: int) -> Rect | None:
        """The place where keys go on from, if it is on this page: in shares of it."""
        if self._cursor is None or self._cursor[0].page != page:
            return None
        printed, place = self._cursor
        return printed.edge(place.word, right=place.is_after)

    def place_in(self, text: str, page: int) -> int | None:
        """At which character of a text of this page the cursor stands."""
        if self._cursor is None or self._cursor[0].page != page:
            return None
        printed, place = self._cursor
        return printed.place_in(text, place.at)

    def clear(self) -> None:
        self._anchor = self._head = self._cursor = None

    def let_go(self) -> None:
        """Nothing is selected any more; the cursor stays."""
        self._anchor = self._head = None

    @property
    def has_cursor(self) -> bool:
        return self._cursor is not None

    def put(self, printed: Printed, range_: Range) -> None:
        """The cursor to where a range begins; nothing is selected any more."""
        place = place_near(printed, range_)
        self._anchor = self._head = None
        self._cursor = (printed, place) if place is not None else None

    def step(self, printed: Printed, step: Step, *, extends: bool) -> bool:
        """A key, from where the cursor is: on this page, or on the one right before or after it.

        False where the page has nothing more on that side.
        """
        start = self._start(printed, step)
        if start is None:
            return False
        column = self._column if step.is_across_lines else None
        place = step_from(printed, start, step, column=column)
        if place is None:
            return False
        if step.is_across_lines:
            self._column = column_of(printed, start) if column is None else column
        else:
            self._column = None
        self._move(printed, start, place, extends=extends)
        return True

    def _start(self, printed: Printed, step: Step) -> Place | None:
        """Where the cursor is; on a page that she has just turned to, where that page begins or ends."""
        if self._cursor is not None and self._cursor[0].page == printed.page:
            return self._cursor[1]
        if self._cursor is not None and abs(self._cursor[0].page - printed.page) > 1:
            self.clear()
        comes_up = self._cursor is not None and self._cursor[0].page > printed.page
        self._column = None
        return end_of(printed, last=comes_up and not step.is_on)

    def _move(self, printed: Printed, start: Place, place: Place, *, extends: bool) -> None:
        if not extends:
            self._anchor = self._head = None
        elif self._anchor is None or self._head is None:
            began, at = self._cursor if self._cursor is not None else (printed, start)
            self._anchor = _End(began, (at.at, at.at))
        if extends:
            self._head = _End(printed, (place.at, place.at))
        self._cursor = printed, place

    def take(self, printed: Printed, range_: Range) -> None:
        """These words, and the cursor behind them."""
        self._anchor = self._head = _End(printed, range_)
        self._follow()

    def take_all(self, printed: Printed) -> None:
        """All the text of a page."""
        self._anchor = self._head = _End(printed, printed.body)
        self._cursor = None

    def begin(self, printed: Printed, x: float, y: float, grain: Grain = Grain.PLACE) -> None:
        """A click at a point; nothing is selected by a single one."""
        self._grain = grain
        self._anchor = self._end(printed, x, y)
        self._head = self._anchor if grain is not Grain.PLACE else None
        self._follow()

    def extend(self, printed: Printed, x: float, y: float) -> None:
        """To a point, from where it began or the cursor is; from there where that is on no page beside it."""
        if self._anchor is None and self._cursor is not None:
            began, at = self._cursor
            self._anchor = _End(began, (at.at, at.at))
        if not self.reaches(printed.page):
            self.begin(printed, x, y)
        else:
            self._head = self._end(printed, x, y)
            self._follow()

    def reaches(self, page: int) -> bool:
        """From where it began it can go on to this page."""
        return self._anchor is not None and abs(self._anchor.printed.page - page) <= 1

    def _follow(self) -> None:
        """The cursor is where the pointer is: at the beginning of what is selected, or at its end."""
        head = self._head or self._anchor
        if head is None or self._anchor is None:
            self._cursor = None
            return
        goes_on = (self._anchor.printed.page, self._anchor.range) <= (head.printed.page, head.range)
        place = place_near(head.printed, head.range, last=self._head is not None and goes_on)
        self._cursor = (head.printed, place) if place is not None else None
        self._column = None

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
