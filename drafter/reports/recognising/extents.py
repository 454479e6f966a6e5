"""Which rows belong to an item, and which after it speak of the answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from drafter.reports.recognising.columns import rows_in
from drafter.reports.recognising.labels import Form, label_of
from drafter.reports.recognising.manners import Manner, first_manner
from drafter.reports.recognising.paragraphs import paragraph_from, words_of
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.starts import Run, Start
from drafter.reports.recognising.stopping import CELL, PART, Ending
from drafter.reports.recognising.taken import Taken
from drafter.reports.recognising.wordings import INTRODUCING, STRONG, tail_of

_LETTERED = re.compile(r"\(?([a-z])\)\s")
_MOST_ROWS, _MOST_AFTER = 400, 30
_SLIGHTLY_HIGHER = 0.6


@dataclass(frozen=True, slots=True)
class Extent:
    """The rows of one item, and what follows them that speaks of the answer."""

    rows: Sequence[Row]
    after: Sequence[Row] = ()
    is_cut: bool = False
    """Something ended it before the next item began."""


def cut(body: Body, run: Run) -> tuple[Manner, Sequence[Extent]]:
    """How the run's items look, and how far each reaches."""
    manner = first_manner(body, run)
    known: Sequence[Extent] = ()
    if run.heading is None:
        known = _extents(body, run, manner)
        if not _is_listed(body, run, known):
            return _with_sections(body, run, manner, known)
    listed = replace(manner, listed=True)
    if manner.asks or manner.tailed or not _is_single(body, run):
        return listed, _extents(body, run, listed, known)
    single = replace(listed, single=True)  # which ends some items sooner, at a paragraph
    return single, _extents(body, run, single, [None if _has_further(each) else each for each in known])


def _has_further(extent: Extent) -> bool:
    """A paragraph begins in it after the first."""
    return any(row.opens for row in extent.rows[1:])


def _with_sections(
    body: Body, run: Run, manner: Manner, known: Sequence[Extent]
) -> tuple[Manner, Sequence[Extent]]:
    """The same, or where the items have headings of their own and go on advising, with all below those."""
    if any(start.row.heading for start in run.starts):
        sectioned = replace(manner, sectioned=True)
        further = [
            _extent(body, start, end, sectioned) if extent.is_cut and start.row.heading else extent
            for start, end, extent in zip(run.starts, run.ends, known, strict=True)
        ]
        if _is_sectioned(body, further):
            return sectioned, further
    return manner, known


def _extents(body: Body, run: Run, manner: Manner, known: Sequence[Extent | None] = ()) -> Sequence[Extent]:
    """How far each item reaches. In a manner that ends items later, `known` tells those that nothing cut."""
    reaches = zip(run.starts, run.ends, known or repeat(None), strict=False)
    return [
        before if before is not None and not before.is_cut else _extent(body, start, end, manner)
        for start, end, before in reaches
    ]


def _is_sectioned(body: Body, extents: Sequence[Extent]) -> bool:
    """What stands below the items' own headings goes on advising after the first paragraph."""
    advising = further = 0
    for extent in extents:
        opened = 0
        for row in extent.rows:
            opened += row.opens and not row.heading
            if opened > 1 and row.opens and not PART.match(row.text):
                further += 1
                advising += STRONG.stand_in(words_of(paragraph_from(body.rows, row.index)))
    return advising * 10 >= 4 * further


def _is_single(body: Body, run: Run) -> bool:
    """Nothing but parts stands between one label and the next, or now and then what does not advise."""
    further = 0
    for start, end in zip(run.starts[:-1], run.ends[:-1], strict=True):
        bare = not start.label.rest
        paragraphs = [row for row in body.rows[start.row.index + 1 : end] if row.opens and not row.heading]
        rest = [row for row in paragraphs[bare:] if not PART.match(row.text)]
        if any(STRONG.stand_in(words_of(paragraph_from(body.rows, row.index))) for row in rest):
            return False
        further += bool(rest)
    return len(run.starts) > _FEW and further * 3 < len(run.starts)


_FEW = 3
"""So many items tell nothing about how a list's items look."""


def _is_listed(body: Body, run: Run, extents: Sequence[Extent]) -> bool:
    """One paragraph each already fills the room between two labels, for most of them."""
    if len(run.starts) == 1 or run.form in {Form.TRAILING, Form.LISTED}:
        return False
    touching = 0
    for extent, end in zip(extents[:-1], run.ends[:-1], strict=True):
        between = body.rows[extent.rows[-1].index + 1 : end]
        touching += all(row.heading for row in between)
    return touching * 10 >= 6 * (len(run.starts) - 1)


def _extent(body: Body, start: Start, limit: int, manner: Manner) -> Extent:
    """The rows from the label on that belong to the item, before `limit`."""
    rows, first = body.rows, start.row.index
    if start.label.form is Form.TRAILING:
        return Extent(paragraph_from(rows, first))
    limit = min(limit, first + _MOST_ROWS)
    if manner.column is not None:
        return Extent(rows_in(body, start, limit, manner.column))
    title = _title_end(rows, start, limit)
    ending = Ending(body, start, manner, title)
    since = max(first + 1, title)
    taken = Taken(start, title, rows[first:since])
    at = ending.take(taken, range(since, limit))
    kept = taken.rows
    if at == limit < len(rows):
        kept = _without_next_head(kept)
    if manner.tailed:
        kept = _to_tail(kept)
    if not manner.asks:
        return Extent(kept, is_cut=at < limit)
    after = list(rows[at:limit][:_MOST_AFTER])
    while (more := _next_part(start.label.rest, kept, rows, range(at, limit))) is not None:
        part = Taken(start, title, [rows[more]])
        at = ending.take(part, range(more + 1, limit))
        kept += part.rows
    return Extent(kept, after, is_cut=bool(after))


def _without_next_head(kept: list[Row]) -> list[Row]:
    """Without what stands over the next item: a theme, or a paragraph that leads it in."""
    if _is_theme(kept):
        return kept[:-1]
    begun = next((at for at in range(len(kept) - 1, 0, -1) if kept[at].opens), 0)
    if begun and INTRODUCING.match(kept[begun].text):
        return kept[:begun]
    leads = begun and kept[-1].text.endswith(":") and kept[begun - 1].text.endswith(".")
    own = PART.match(kept[begun].text) or kept[begun].text.startswith("Recommendation")
    return kept[:begun] if leads and not own else kept


def _is_theme(kept: Sequence[Row]) -> bool:
    """The last row only says what the next items are about, or whom they are for."""
    row = kept[-1]
    if len(kept) == 1 or not row.opens or not kept[-2].text.endswith("."):
        return False
    name = len(row.text.split()) <= _MOST_NAME_WORDS and row.text[:1].isupper() and row.text[-1:].isalnum()
    return name and label_of(row) is None and not PART.match(row.text)


_MOST_NAME_WORDS = 8


def _next_part(first: str, kept: Sequence[Row], rows: Sequence[Row], reach: range) -> int | None:
    """Where, after the room for an answer, the question goes on with "(b)"; `first` is its first line."""
    texts = [first, *(row.text for row in kept[1:])]
    letters = [found[1] for text in texts if (found := _LETTERED.match(text))]
    if not letters:
        return None
    wanted = chr(ord(letters[-1]) + 1)
    for index in reach:
        found = _LETTERED.match(rows[index].text)
        if found and rows[index].opens and found[1] == wanted:
            return index
    return None


def _title_end(rows: Sequence[Row], start: Start, limit: int) -> int:
    """Past the lines that make up the item's own heading, also where its title stands below a bare label."""
    row = start.row
    if not row.heading:
        return row.index
    at = row.index + 1
    while (
        at < limit
        and rows[at].heading == row.heading
        and not rows[at].opens
        and not _is_beside(row, rows[at])
    ):
        at += 1
    if start.label.rest or at >= limit or rows[at].page != row.page or _is_beside(row, rows[at]):
        return at
    title = rows[at].heading
    while title and title <= row.heading + _SLIGHTLY_HIGHER and at < limit and rows[at].heading == title:
        at += 1
    return at


def _is_beside(row: Row, other: Row) -> bool:
    """The head of another column: "Management response" beside "Recommendation 3"."""
    level = abs(other.line.top - row.line.top) < _LEVEL * max(row.line.height, 1.0)
    return level and other.page == row.page and other.left > row.left + CELL


_LEVEL = 0.5


def _to_tail(kept: list[Row]) -> list[Row]:
    """Up to the tail, where there is one."""
    for at, row in enumerate(kept):
        text = f"{kept[at - 1].text} {row.text}" if at else row.text
        if tail_of(text):
            return kept[: at + 1]
    return kept
