"""Which column of a table says what is asked, where the number has only a theme beside it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.runs import Run, Start
from drafter.reports.recognising.voices import advises, asks

_APART, _SAME = 40.0, 3.0
"""Sideways distances, in points: of two columns, and within one."""
_LEVEL = 0.6
"""Of a line's height: cells that begin on the same line of the table."""
_NEAR = 40
"""Rows: the cells of one line are no further apart."""
_NO_EDGE = 1_000_000
"""Right of the last column."""
_FEWEST = 3
_THEME = 8
"""Words, at most."""


@dataclass(frozen=True, slots=True)
class Column:
    """From its left edge to that of the next."""

    left: float
    right: float

    def holds(self, row: Row) -> bool:
        return self.left - _SAME <= row.left < self.right - _SAME


def text_column(body: Body, run: Run) -> Column | None:
    """The first column that advises or asks, where what stands right behind the numbers is but a theme."""
    starts = run.starts
    if len(starts) < _FEWEST or run.form in {Form.TRAILING, Form.LISTED} or not all(map(_has_theme, starts)):
        return None
    cells: dict[int, list[str]] = defaultdict(list)
    for start, end in zip(starts, run.ends, strict=True):
        for cell in _beside(body, start, end):
            cells[round(cell.left)].append(_text(body.rows[cell.index : end], cell))
    edges = sorted(left for left, texts in cells.items() if len(texts) * 10 >= 6 * len(starts))
    for left, right in pairwise([*edges, _NO_EDGE]):
        if sum(advises(text) or asks(text) for text in cells[left]) * 10 >= 6 * len(starts):
            return Column(left, right)
    return None


def rows_in(body: Body, start: Start, limit: int, column: Column) -> list[Row]:
    """The rows of the item: that with its number, then its text."""
    kept = [start.row]
    for row in body.rows[start.row.index + 1 : limit]:
        if column.holds(row):
            kept.append(row)
        elif row.opens and row.left <= start.row.left + _SAME:
            break
    return kept


def _has_theme(start: Start) -> bool:
    rest = start.label.rest
    return 0 < len(rest.split()) <= _THEME and rest[-1].isalnum()


def _beside(body: Body, start: Start, end: int) -> Iterator[Row]:
    """The first rows of the other cells of the start's line."""
    first = start.row
    for row in body.rows[first.index + 1 : min(end, first.index + _NEAR)]:
        level = abs(row.line.top - first.line.top) <= _LEVEL * first.line.height
        if level and row.page == first.page and row.left > first.left + _APART:
            yield row


def _text(rows: Sequence[Row], cell: Row) -> str:
    return " ".join(row.text for row in rows if abs(row.left - cell.left) <= _SAME)
