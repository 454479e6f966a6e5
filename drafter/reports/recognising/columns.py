"""Which column of a table says what is asked, where the number has only a theme beside it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.starts import Run, Start
from drafter.reports.recognising.voices import advises, asks
from drafter.reports.recognising.wordings import is_table_head

_APART, _SAME = 40.0, 3.0
"""Sideways distances, in points: of two columns, and within one."""
_LEVEL = 0.6
"""Of a line's height: cells that begin on the same line of the table."""
_NEAR = 40
"""Rows: the cells of one line are no further apart."""
_NO_EDGE = 1_000_000
"""Right of the last column."""
_FEWEST = 3
_MOST_TO_A_THEME = 4
_THEME = 8
"""Words, at most."""


@dataclass(frozen=True, slots=True)
class Column:
    """From its left edge to that of the next."""

    left: float
    right: float

    def is_right_of(self, row: Row) -> bool:
        """Whether the row ends before the column begins: a theme, not the beginning of what is said."""
        return row.line.right <= row.line.left - row.left + self.left

    def holds(self, row: Row) -> bool:
        return self.left - _SAME <= row.left < self.right - _SAME


def text_column(body: Body, run: Run) -> Column | None:
    """The first column that advises or asks, where what stands right behind the numbers is but a theme.

    A theme may be printed once for several numbers.
    """
    starts = run.starts
    if len(starts) < _FEWEST or run.form in {Form.TRAILING, Form.LISTED}:
        return None
    cells: dict[int, dict[int, str]] = defaultdict(dict)
    named = _has_head(body, starts[0])
    for at, (start, end) in enumerate(zip(starts, run.ends, strict=True)):
        first = _has_theme(start) or (named and not advises(start.label.rest))
        for cell in _beside(body, start, end) if first else ():
            cells[round(cell.left)].setdefault(at, _text(body.rows[cell.index : end], cell))
    fewest = max(_FEWEST, len(starts) // _MOST_TO_A_THEME)
    edges = sorted(left for left, said in cells.items() if len(said) >= fewest)
    for left, right in pairwise([*edges, _NO_EDGE]):
        column, said = Column(left, right), cells[left]
        if sum(advises(text) or asks(text) for text in said.values()) * 10 >= 6 * len(said):
            others = (start.row for at, start in enumerate(starts) if at not in said)
            return None if any(column.is_right_of(row) for row in others) else column
    return None


def rows_in(body: Body, start: Start, limit: int, column: Column) -> list[Row]:
    """The rows of the item: that with its number, then its text."""
    kept = [start.row]
    for row in body.rows[start.row.index + 1 : limit]:
        if column.holds(row):
            kept.append(row)
        elif row.opens and row.left <= start.row.left + _SAME and len(kept) > 1:
            break
    return kept


def _has_head(body: Body, first: Start) -> bool:
    """Above the first row its columns are named: what was found may stand before what is recommended."""
    above = body.rows[first.row.index - 1] if first.row.index else first.row
    beside = above.line.bold and not body.bold and above.left > first.row.left + _APART
    return beside or is_table_head(above.text)


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
