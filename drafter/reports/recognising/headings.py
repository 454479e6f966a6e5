"""The headings above a row."""

from collections.abc import Iterator

from drafter.reports.characters import SOFT_HYPHEN
from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.wordings import is_table_head

_FURTHEST = 3000


def headings_above(body: Body, row: Row, inside: set[int] | None = None) -> Iterator[Row]:
    """The first rows of the headings over a row, nearest first, each of a higher rank than the one before."""
    rank = 0.0
    for each in body.headed_above(row.index, _FURTHEST - 1):
        if each.heading > rank and not (inside and each.index in inside) and not _goes_on(body, each):
            rank = each.heading
            yield each


def _goes_on(body: Body, row: Row) -> bool:
    """It is a further line of the heading above it."""
    above = body.rows[row.index - 1] if row.index else row
    return row.index > 0 and above.heading == row.heading and not row.opens and above.page == row.page


def heading_above(body: Body, row: Row, inside: set[int]) -> str:
    """The text of the nearest heading that is not the head of a table."""
    above = headings_above(body, row, inside)
    first = next((each for each in above if is_name(each.text) or not is_table_head(each.text)), None)
    return heading_text(body, first) if first is not None else ""


def heading_text(body: Body, row: Row) -> str:
    """A heading with all its lines."""
    while row.index and not row.opens and body.rows[row.index - 1].heading == row.heading:
        row = body.rows[row.index - 1]
    words = row.line.text
    at = row.index + 1
    while at < len(body.rows) and body.rows[at].heading == row.heading and not body.rows[at].opens:
        words += " " + body.rows[at].line.text
        at += 1
    return words.replace(SOFT_HYPHEN + " ", "").replace(SOFT_HYPHEN, "")
