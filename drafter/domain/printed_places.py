"""Where keys lead on a page of words: from one place between two words to the next one."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from drafter.domain.printed import Printed, Range


class Step(Enum):
    """How far a key goes, and to which side."""

    WORD_BACK, WORD_ON = (-1, 1), (1, 1)
    LINE_BACK, LINE_ON = (-1, 2), (1, 2)
    LINE_BEGINNING, LINE_END = (-1, 3), (1, 3)
    PARAGRAPH_BACK, PARAGRAPH_ON = (-1, 4), (1, 4)
    PAGE_BEGINNING, PAGE_END = (-1, 5), (1, 5)

    @property
    def is_on(self) -> bool:
        """Towards the end."""
        return self.value[0] > 0

    @property
    def is_across_lines(self) -> bool:
        """Up or down: it keeps to the column that it began in."""
        return self in (Step.LINE_BACK, Step.LINE_ON)


@dataclass(frozen=True, slots=True)
class Place:
    """Before a word, by its number; `is_after`: rather after the word before it, as at the end of a line."""

    at: int
    is_after: bool = False

    @property
    def word(self) -> int:
        """The word that it hangs on."""
        return self.at - 1 if self.is_after else self.at


def end_of(printed: Printed, *, last: bool) -> Place | None:
    """The first or the last place of the text itself; None where the page has none."""
    rows = printed.rows
    if not rows:
        return None
    return Place(rows[-1][1], is_after=True) if last else Place(rows[0][0])


def place_near(printed: Printed, range_: Range, *, last: bool = False) -> Place | None:
    """Where a range begins or ends; none on a page without words."""
    at = range_[last]
    if not len(printed):
        return None
    return Place(at, is_after=at > 0) if last or at == len(printed) else Place(at)


def step_from(printed: Printed, place: Place, step: Step, *, column: float | None = None) -> Place | None:
    """Where a key leads; None where the page has nothing more on that side.

    `column` is how far from the left the steps across lines keep to, on the page as it is read.
    """
    match step:
        case Step.WORD_BACK | Step.WORD_ON:
            return _word(printed, place, on=step.is_on)
        case Step.LINE_BACK | Step.LINE_ON:
            return _line(printed, place, column, on=step.is_on)
        case Step.LINE_BEGINNING | Step.LINE_END:
            return _edge(printed.rows[_row_of(printed, place)], last=step.is_on)
        case Step.PARAGRAPH_BACK | Step.PARAGRAPH_ON:
            return _paragraph(printed, place, on=step.is_on)
        case Step.PAGE_BEGINNING | Step.PAGE_END:
            return end_of(printed, last=step.is_on)


def _edge(row: Range, *, last: bool) -> Place:
    return Place(row[1], is_after=True) if last else Place(row[0])


def _row_of(printed: Printed, place: Place) -> int:
    """The line that a place is in, or the one before it where it is in a running head or a note."""
    return max(bisect_right(printed.rows, place.word, key=lambda row: row[0]) - 1, 0)


def _word(printed: Printed, place: Place, *, on: bool) -> Place | None:
    """Over one word: to its end, or back to its beginning."""
    words = [word for row in printed.rows for word in range(*row)]
    beyond = bisect_right(words, place.at - 1)
    if on:
        return Place(words[beyond] + 1, is_after=True) if beyond < len(words) else None
    return Place(words[beyond - 1]) if beyond else None


def _line(printed: Printed, place: Place, column: float | None, *, on: bool) -> Place | None:
    number = _row_of(printed, place) + (1 if on else -1)
    if not 0 <= number < len(printed.rows):
        end = end_of(printed, last=on)
        return end if end != place else None
    wanted = column_of(printed, place) if column is None else column
    row = printed.rows[number]
    places = [*(Place(at) for at in range(*row)), Place(row[1], is_after=True)]
    return min(places, key=lambda each: abs(column_of(printed, each) - wanted))


def _paragraph(printed: Printed, place: Place, *, on: bool) -> Place | None:
    """To the end of the paragraph, or to its beginning; from there to that of the next one."""
    there = _word(printed, place, on=on)
    if there is None:
        return None
    whole = printed.paragraph(there.word)
    return Place(whole[1], is_after=True) if on else Place(whole[0])


def column_of(printed: Printed, place: Place) -> float:
    """How far from the left it is, on the page as it is read."""
    word = printed.word(place.word)
    return word.right if place.is_after else word.left
