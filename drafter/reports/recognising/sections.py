"""Headings that name a list, and how far what they head reaches."""

import re
from collections.abc import Iterator, Sequence

from drafter.reports.recognising.ranks import MARKED, is_name
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.wordings import DOING, NAMED, tells


def telling_sections(body: Body) -> Iterator[tuple[Row, int]]:
    """Headings that name a list, and where what they head ends."""
    for row in body.headed:
        if is_telling(row):
            yield row, section_end(body.rows, row)


def named_after(heading: str) -> str:
    """What the list is called: "Main recommendations" go before the other "Recommendations"."""
    named = NAMED.search(heading) if is_name(heading) else None
    return named[0].lower() if named else heading.lower()


def is_telling(heading: Row) -> bool:
    """Whether it names a list, and is no item of one."""
    text = heading.text
    return tells(text) and _names_a_list(heading) and not _ITEM.match(text)


_MOST_WORDS = 14
_ITEM = re.compile(r"(?:[A-Z][a-z]+\s){0,2}(?:recommendation|question|proposal|action)\s(?:no\.?\s)?\d", re.I)
"""The heading of one item names no list."""
_WHAT = re.compile(r"(?:[\d.]+\s+)?what\b.*\b(?:needs?|must|should|improve)\b", re.I)
"""Which the list below answers."""
_SENTENCE = re.compile(r"\b(?:should|must|recommends? that|recommended that|proposes? (?:to|that))\b", re.I)


def _names_a_list(row: Row) -> bool:
    """A name, not a sentence or an item."""
    if len(row.text.split()) > _MOST_WORDS or row.text.endswith((";", ",")) or row.has_leaders:
        return False
    if _WHAT.match(row.text):
        return True
    says = row.text.endswith("?") or _SENTENCE.search(row.text) or DOING.match(row.text)
    return not says


def section_end(rows: Sequence[Row], heading: Row) -> int:
    """The next heading of the same or a higher rank that is no label; below what adopts, the next that does.

    Where the items stand right below the heading, numbered headings are the next chapters', not theirs.
    """
    at = heading.index + 1
    if _ADOPTED.search(heading.text):
        return next((below for below in range(at, len(rows)) if _adopts(rows[below])), len(rows))
    while at < len(rows) and rows[at].heading == heading.heading and not rows[at].opens:
        at += 1
    holds = None
    while at < len(rows):
        row = rows[at]
        if is_opening(row, heading) or (
            row.heading >= heading.heading - 0.05 and _is_next_section(heading, row)
        ):
            return at
        if row.heading >= heading.heading - 0.05:
            if holds and not _ITEM.match(row.text):
                return at
            holds = bool(holds)
        elif holds is None and row.opens and not row.heading and _counts(row):
            holds = True
        at += 1
    return len(rows)


def _is_next_section(heading: Row, row: Row) -> bool:
    return not _counts(row) or section_of(row) > (section_of(heading) or _LAST)


def is_opening(row: Row, above: Row) -> bool:
    """Whether it begins what is no part of the list that is headed above, where looks do not tell.

    An introduction right below that heading is one to the list.
    """
    if not 0 < row.heading < MARKED or row.index - above.index <= _RIGHT_BELOW:
        return False
    return _OPENING.fullmatch(row.text) is not None


_RIGHT_BELOW = 5
"""Rows."""
_OPENING = re.compile(
    r"(?:\d{1,2}(?:\.\d)?\.?\s)?(?:introduction|background|foreword|preface|contents|methodology"
    r"|membership(?: changes)?|acknowledge?ments|references|bibliography|glossary|formal minutes"
    r"|(?:note|statement) of (?:reservation|dissent)|minority report"
    r"|(?:examples of )?(?:good|notable|positive) practice(?: points)?)",
    re.I,
)


def _adopts(row: Row) -> bool:
    return row.heading > 0 and _ADOPTED.search(row.text) is not None


_ADOPTED = re.compile(r"\b(?:has|have) adopted this recommendation\b", re.I)
"""Above all that the European Union recommends, whatever headings stand among it."""
_COUNTED = re.compile(r"(?:recommendation|question|proposal|conclusion)?\s*\(?[\dIVX]{1,4}[.):\s]", re.I)


_SECTION = re.compile(r"(?:(?i:chapter|part|section)\s)?(?P<number>\d{1,2}(?:\.\d{1,2})*)(?=[.):]?\s)")
_LAST = (1000,)


def section_of(heading: Row) -> tuple[int, ...]:
    """The number of a section: "2. Recommendations" ends at "3. Evidence"."""
    found = _SECTION.match(heading.text)
    return tuple(int(number) for number in found["number"].split(".")) if found else ()


def _counts(row: Row) -> bool:
    return bool(_COUNTED.match(row.text))
