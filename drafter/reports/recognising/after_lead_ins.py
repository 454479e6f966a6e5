"""The items that stand after a sentence that leads in: bullets or letters, also under names of bodies."""

import re
from collections.abc import Iterator, Sequence

from drafter.reports.recognising.feet import is_page_foot
from drafter.reports.recognising.lettering import counts_within, goes_on
from drafter.reports.recognising.nesting import lead_above
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.wordings import LEADING_ENDS, leads_in

BULLET = re.compile(r"[•▪◦–*-]\s+(?=\S)")
LETTER = re.compile(r"[\[(]?(?P<letter>[a-z])[.)\]]{1,2}\s+(?=\S)")
BARE_LETTER = re.compile(r"(?P<letter>[a-z])\s+(?=\S)")
"""A letter without a sign is one only in a count, or it would be the article."""
PARTED = re.compile(f"{BULLET.pattern}|{LETTER.pattern}")
"""After "We recommend that:" the items may be lettered like parts; they are parts of nothing else."""


def led_in(body: Body, contents: set[int]) -> list[Row]:
    """Bullets or letters right after "We recommend that the Government:", or after "... that:" and a name."""
    rows = body.rows
    found: list[Row] = []
    for at, row in enumerate(rows[:-1]):
        if not row.text.rstrip().endswith(LEADING_ENDS) or row.page in contents:
            continue
        first = _below_headings(rows, at + 1)
        letter = BARE_LETTER.match(found[-1].text) if found else None
        if not PARTED.match(rows[first].text) and not _counts_letters(rows, first, letter):
            continue
        if leads_in(lead_above(body, at + 1)):
            found += _following(rows, first, grouped=first > at + 1)
    return found


def _below_headings(rows: Sequence[Row], at: int) -> int:
    """Past the name of the body that the first items are for, if one stands over them."""
    end = at
    while end < len(rows) - 1 and end - at < _MOST_NAME_ROWS and rows[end].heading:
        end += 1
    return at if rows[end].heading else end


_MOST_NAME_ROWS = 2


def _counts_letters(rows: Sequence[Row], at: int, last: re.Match[str] | None) -> bool:
    """The paragraphs from here on begin with "a", "b" and "c", or with the next letter after the last."""
    level = rows[at].left + _LEVEL
    opening = [row.text[:2] for row in rows[at : at + _FAR] if row.opens and row.left <= level]
    if last is not None and opening[:1] == [f"{chr(ord(last['letter']) + 1)} "]:
        return True
    return opening[:3] == ["a ", "b ", "c "]


_FAR = 40
"""Rows: the third letter comes no later."""
_LEVEL = 6.0
"""Points."""


def _following(rows: Sequence[Row], at: int, *, grouped: bool) -> Iterator[Row]:
    """The items from there on; where they are grouped, those under the next names, too."""
    first = last = rows[at]
    mark = PARTED if PARTED.match(first.text) else BARE_LETTER
    while at < len(rows):
        row = rows[at]
        if row.heading and grouped and mark.match(rows[_below_headings(rows, at)].text):
            at = _below_headings(rows, at)
            continue
        if (
            row.opens
            and row.left <= first.left + _LEVEL
            and not counts_within(first, rows[last.index : at], row)
        ):
            if row.heading or is_page_foot(rows, row):
                return
            if mark.match(row.text):
                last = row
                yield row
            elif not goes_on(rows, last, at):
                return
        at += 1
