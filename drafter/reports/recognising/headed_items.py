"""Items without labels that headings set apart: their own, or "Recommendations" again and again."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from drafter.reports.recognising.headings import heading_text
from drafter.reports.recognising.labels import label_of
from drafter.reports.recognising.own_paragraphs import advises_in, with_bullets
from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.rows import BULLET, Body, Row
from drafter.reports.recognising.sections import named_after
from drafter.reports.recognising.voices import bids_at_once

_FEWEST, _FEWEST_SECTIONS = 3, 2
_FEWEST_WORDS = 4
_MOST_LEADING = 2
"""Paragraphs between the list's heading and that of its first item."""
_MOST_WORDS = 16

_ASKING = frozenset({"recommendation", "proposal", "ask", "call"})

Section = tuple[Row, int]
"""The heading that names a list, and the row at which what it heads ends."""


def under_again(body: Body, sections: Sequence[Section]) -> list[Row]:
    """The paragraphs, or bullets, under headings that say "Recommendations" in each chapter."""
    named: dict[str, list[list[Row]]] = defaultdict(list)
    for heading, end in sections:
        text = heading_text(body, heading)
        if is_name(text) and named_after(text) in _ASKING:
            named[named_after(text)].append(_said(_within(body, heading, end)))
    found = [[rows for rows in group if rows] for group in named.values()]
    again = [group for group in found if len(group) >= _FEWEST_SECTIONS]
    rows = [row for group in again for rows in group for row in rows]
    return rows if len(rows) >= _FEWEST else []


def _within(body: Body, heading: Row, end: int) -> Sequence[Row]:
    """What stands below it, in its box where it has one."""
    rows = body.rows[heading.index + 1 : end]
    box = heading.line.box
    out = next((at for at, row in enumerate(rows) if box and row.line.box != box), len(rows))
    return rows[:out]


def _said(rows: Sequence[Row]) -> list[Row]:
    """Paragraphs that all advise, and of those that lead in lists their bullets; none has a number."""
    opening = [row for row in rows if row.opens and not row.heading]
    own = [row for row in opening if not BULLET.match(row.text) and len(row.text.split()) > _FEWEST_WORDS]
    others = any(label_of(row) is not None for row in own) or any(_REVIEWED.search(row.text) for row in rows)
    if not own or others or not all(advises_in(rows, row) for row in own):
        return []
    return with_bullets(rows, own)


_REVIEWED = re.compile(r"\b(?:not|partially|partly|fully)\s(?:achieved|met|implemented)\W*$", re.I)
"""What became of those of an earlier report."""


def with_own_headings(body: Body, sections: Sequence[Section]) -> list[Row]:
    """The headings right below the one that names the list, where what stands under each of them advises."""
    for heading, end in sections:
        rows = body.rows[heading.index + 1 : end]
        heads = [row for row in rows if row.heading and row.opens and row.heading < heading.heading]
        rank = max((row.heading for row in heads), default=0.0)
        heads = [row for row in heads if row.heading == rank]
        if (
            len(heads) < _FEWEST
            or sum(row.opens for row in rows[: heads[0].index - rows[0].index]) > _MOST_LEADING
        ):
            continue
        if all(_is_title(row) and _is_said_below(rows, row, end) for row, end in _with_ends(heads, end)):
            return heads
    return []


def _with_ends(heads: Sequence[Row], end: int) -> Sequence[tuple[Row, int]]:
    return [(row, below.index) for row, below in pairwise(heads)] + [(heads[-1], end)]


def _is_title(row: Row) -> bool:
    """Says what is to be done, at no length; bodies that lists are for are names."""
    words = row.text.split()
    return label_of(row) is None and _FEWEST_WORDS <= len(words) <= _MOST_WORDS and bids_at_once(row.text)


def _is_said_below(rows: Sequence[Row], head: Row, end: int) -> bool:
    below = [row for row in rows if head.index < row.index < end and row.opens and not row.heading]
    return bool(below) and any(advises_in(rows, row) for row in below)
