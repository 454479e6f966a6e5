"""The paragraphs of a section, taken one by one: whether each advises, and the bullets that it leads in."""

from collections.abc import Sequence

from drafter.reports.recognising.paragraphs import paragraph_from, words_of
from drafter.reports.recognising.rows import BULLET, Row
from drafter.reports.recognising.voices import bids_at_once
from drafter.reports.recognising.wordings import STRONG, leads_in


def words_in(rows: Sequence[Row], row: Row) -> str:
    """The whole paragraph that begins there; the rows follow one on another."""
    return words_of(paragraph_from(rows, row.index - rows[0].index))


def advises_in(rows: Sequence[Row], row: Row) -> bool:
    """Whether the paragraph that begins there does."""
    words = words_in(rows, row)
    return STRONG.stand_in(words) or bids_at_once(words)


def with_bullets(rows: Sequence[Row], own: Sequence[Row]) -> list[Row]:
    """The paragraphs that begin there; of those that lead in lists, their bullets."""
    bullets = [row for row in rows if row.opens and not row.heading and BULLET.match(row.text)]
    found: list[Row] = []
    for row, below in zip(own, [*own[1:], None], strict=True):
        after = below.index if below is not None else rows[-1].index + 1
        inside = [each for each in bullets if row.index < each.index < after]
        found += inside if inside and leads_in(words_in(rows, row)) else [row]
    return found
