"""How much the headings above a run tell that this is the list, and that it is not."""

import re
from collections.abc import Sequence

from drafter.reports.recognising.headings import heading_text, headings_above
from drafter.reports.recognising.items import Item
from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.ranks import MARKED
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.sections import is_opening
from drafter.reports.recognising.sorts import consults
from drafter.reports.recognising.starts import Run
from drafter.reports.recognising.wordings import (
    DECOY,
    DOING,
    HARD_DECOY,
    HINTING,
    NAMING,
    STUDIED,
    WEAKLY,
    is_table_head,
    leads_in,
    tells,
)

HINTED = 0.6
"""As telling are "Next steps" and "Conclusions"."""
_NEARER = (1.0, 0.8, 0.5, 0.3)
"""What the nearest heading says, and the next ones, weighs so much."""
_ADVISING = frozenset({"recommendation", "opinion"})
_SAID = 0.4
"""Under "Finding 3" may well stand "Recommendation 3", which says what it is."""
_TITLED = 0.4


def telling_and_decoy(body: Body, run: Run, items: Sequence[Item]) -> tuple[float, float]:
    """Each between 0 and 1: that this is the list, and that it is another's or none.

    One whose section ends before most of the items says nothing against the others: "About you" is where a
    consultation's questions begin.
    """
    first = _first(body)
    title = first.index if first is not None else -1
    call = first is not None and _calls(first.text)
    heads = [
        (row, _text(body, row))
        for row in _heads(body, run, items)
        if not (call and (row is first or _TERMS.search(row.text)))
    ]
    # What has a label is one, whatever sort of document the title says that it is in.
    mild = {text for row, text in heads if row.index <= title and run.form is Form.WORD}
    headings = [text for _, text in heads if not is_table_head(text)]
    telling = 0.4 if tells(body.document.title) or _opens_telling(body) else 0.0
    # The head of a table tells what is in it, but not whose it is.
    telling = 1.0 if len(headings) < len(heads) else telling
    decoy = 0.0
    for weight, text in zip(_NEARER, headings, strict=False):
        if HARD_DECOY.search(text) or (STUDIED.search(text) and not consults(body)):
            decoy = max(decoy, weight * (_TITLED if text in mild else 1))
        elif said := _told(text) or float(run.word == "opinion" and "opinions" in text.lower()):
            telling = max(telling, weight * said)
        elif DECOY.search(text):
            decoy = max(decoy, weight * (_SAID if run.word in _ADVISING or text in mild else 1))
        elif HINTING.search(text):
            telling = max(telling, HINTED * weight)
        if telling >= weight or decoy:
            break
    if any(_ANNEX.match(text) and _calls(text) for text in headings) and not call:
        decoy = max(decoy, _ANNEXED)
    return telling, decoy


def _text(body: Body, row: Row) -> str:
    """Of the head of a table all cells: they may stand far apart."""
    if body.document.sheets or not row.index:
        return heading_text(body, row)
    first = row.index
    while first and body.rows[first - 1].heading and body.rows[first - 1].line.top == row.line.top:
        first -= 1
    return " ".join([*(each.text for each in body.rows[first : row.index]), heading_text(body, row)])


def _told(heading: str) -> float:
    """How much it says that what follows is the list: it names one, or leads it in."""
    if tells(heading) and not DOING.match(heading):
        return _WEAK if _is_weak(heading) else 1.0
    return float(leads_in(heading))


_ANNEX = re.compile(r"(?:[\d.]+\s+)?(?:annex|appendix|appendices)\b", re.I)
_ANNEXED = 0.8
"""Questions that the report's authors once asked, printed again behind what they recommend."""


def _heads(body: Body, run: Run, items: Sequence[Item]) -> Sequence[Row]:
    """The run's own heading, then those above it, nearest first; no decoy that most items are not under."""
    above = list(headings_above(body, run.starts[0].row, {start.row.index for start in run.starts}))[:3]
    if not body.document.sheets:
        first = run.starts[0].row
        above = [row for row in above if not (_is_over(body, row, first) or _is_beside(row, first))]
    heads = [run.heading, *above] if run.heading is not None else above
    if above and above[0] is not run.heading and HARD_DECOY.search(heading_text(body, above[0])):
        heads = above  # it stands nearer than the heading that names a list
    return [
        row for row in heads if row is run.heading or not _is_decoy(row.text) or _reaches(body, row, items)
    ]


def _is_beside(heading: Row, first: Row) -> bool:
    """The format itself says that the first item is a heading of the same rank: the next section."""
    return heading.heading >= MARKED and first.heading >= heading.heading


def _is_over(body: Body, heading: Row, first: Row) -> bool:
    """Something else has begun between the heading and the first item."""
    between = body.headed_above(first.index, first.index - heading.index - 1)
    return any(is_opening(row, heading) for row in between)


_WEAK = 0.6


def _is_weak(heading: str) -> bool:
    if _FOR_RESEARCH.search(heading):
        return True
    return WEAKLY.search(heading) is not None and NAMING.search(heading) is None


_FOR_RESEARCH = re.compile(r"\bfor (?:further |future )?research\b", re.I)
"""What is to be found out, not what is to be done."""


def _reaches(body: Body, heading: Row, items: Sequence[Item]) -> bool:
    """Whether at least half of the items stand before the next heading of its rank."""
    inside = {row.index for item in items for row in item.rows}
    listing = _CONTENTS.fullmatch(heading.text) is not None
    between = body.rows[heading.index + 1 : items[len(items) // 2].start.row.index]
    return not any(
        (row.heading >= heading.heading and row.opens and row.index not in inside)
        or (listing and row.text.endswith(".") and not row.has_leaders and len(row.text) > _PROSE)
        for row in between
    )


_CONTENTS = re.compile(r"(?:table of )?contents:?", re.I)
_PROSE = 60
"""A list of contents holds no sentences: with the first of so many letters it is over."""


def _is_decoy(text: str) -> bool:
    return HARD_DECOY.search(text) is not None or DECOY.search(text) is not None


_CALLING = re.compile(r"\bcalls? for (?:written )?evidence\b", re.I)


_TERMS = re.compile(r"\bterms of reference\b", re.I)
"""In a call for evidence they are what is asked."""


def _calls(title: str) -> bool:
    """What is itself called “Call for evidence” asks the questions in it."""
    return _CALLING.search(title) is not None


def _opens_telling(body: Body) -> bool:
    """The document's first heading names the list: it may be an extract that holds nothing else."""
    first = _first(body)
    return first is not None and tells(heading_text(body, first))


def _first(body: Body) -> Row | None:
    """The first heading, where there is one near the beginning: the title."""
    return next((row for row in body.rows[:_TOP] if row.heading), None)


_TOP = 60
