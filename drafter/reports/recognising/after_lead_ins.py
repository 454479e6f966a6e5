"""The items that stand after a sentence that leads in: bullets or letters, also under names of bodies."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from drafter.reports.counting import letters, roman
from drafter.reports.recognising.feet import is_page_foot
from drafter.reports.recognising.lettering import counts_within, goes_on
from drafter.reports.recognising.nesting import lead_above
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.wordings import LEADING_ENDS, leads_in

BULLET = re.compile(r"[•▪◦–*-]\s+(?=\S)")
LETTER = re.compile(r"[\[(]?(?P<letter>[a-z])[.)\]]{1,2}\s+(?=\S)")
BARE_LETTER = re.compile(r"(?P<letter>[a-z]|[ivx]{2,5})\s+(?=\S)")
"""A letter without a sign is one only in a count, or it would be the article."""
PARTED = re.compile(f"{BULLET.pattern}|{LETTER.pattern}|That\\s")
"""After "We recommend that:" the items may be lettered like parts; they are parts of nothing else."""


def led_in(body: Body, contents: set[int]) -> list[Row]:
    """Bullets or letters right after "We recommend that the Government:", or after "... that:" and a name."""
    rows = body.rows
    found: list[Row] = []
    known: set[int] = set()
    for at, row in enumerate(rows[:-1]):
        if not row.text.rstrip().endswith(LEADING_ENDS) or row.page in contents:
            continue
        first = _below_headings(rows, at + 1)
        if first in known:
            continue  # an item that leads in itself: what is below it has been looked at
        goes_on = bool(found) and _counts_on(found[-1], rows[first])
        if not (goes_on or PARTED.match(rows[first].text) or _counts_letters(rows, first)):
            continue
        lead = lead_above(body, at + 1)
        if _LOOKED_INTO.search(lead) and _ASKING.match(rows[first].text):
            continue
        if leads_in(lead) or (goes_on and _SHOULD.search(lead)):
            items = list(_following(rows, first, grouped=first > at + 1))
            found += items
            known.update(item.index for item in items)
    return found


_LOOKED_INTO = re.compile(r"\b(?:asks?|asked|considers?|examines?|looks? at)\b[^.;:]{0,40}:$", re.I)
"""What the report itself was to find out, if questions follow."""
_ASKING = re.compile(
    r"(?:[•▪◦–*-]|\(?[a-z][.)]?)\s+(?:does|do|is|are|has|have|was|were|did|how|what|whether|why|who|which)\b",
    re.I,
)
_SHOULD = re.compile(r"\b(?:should|must|needs? to):$")
"""Whoever it is: the count tells that the list goes on."""


def _below_headings(rows: Sequence[Row], at: int) -> int:
    """Past the name of the body that the first items are for, if one stands over them."""
    end = at
    while end < len(rows) - 1 and end - at < _MOST_NAME_ROWS and rows[end].heading:
        end += 1
    return at if rows[end].heading else end


_MOST_NAME_ROWS = 2


def _counts_letters(rows: Sequence[Row], at: int) -> bool:
    """The paragraphs from here on begin with "a", "b" and "c"."""
    level = rows[at].left + _LEVEL
    opening = (row.text.split()[0] for row in rows[at : at + _FAR] if row.opens and row.left <= level)
    opening = (mark for mark in opening if not mark.isdigit())  # of the next sentence that leads in
    return list(islice(opening, 3)) in (["a", "b", "c"], ["i", "ii", "iii"])


def _counts_on(last: Row, row: Row) -> bool:
    """The next letter after the last one, also behind another sentence that leads in."""
    letter = BARE_LETTER.match(last.text)
    return letter is not None and row.opens and row.text.split()[0] in _NEXT[letter["letter"]]


_NEXT: dict[str, list[str]] = defaultdict(list)
"""After "h" comes "i", after "i" comes "j" or "ii"."""
for _one, _other in (*pairwise(map(letters, range(1, 27))), *pairwise(map(roman, range(1, 30)))):
    _NEXT[_one].append(_other)
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
        below = _below_headings(rows, at) if row.heading and grouped else at
        if below > at and mark.match(rows[below].text):
            at = below
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
