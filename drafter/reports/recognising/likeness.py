"""The rest like this one: from an item that the officer marked, the others that look or speak as it does."""

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain.placing import letters_of
from drafter.domain.records.reports import Recommendation, RecommendationKind
from drafter.reports.recognising.extents import cut
from drafter.reports.recognising.items import Item, item_of, recommendation_of
from drafter.reports.recognising.joining import joined
from drafter.reports.recognising.labels import Form, Label, label_of
from drafter.reports.recognising.marks import begins, mark_of
from drafter.reports.recognising.placed import Placed, Span
from drafter.reports.recognising.rows import BULLET, Body, Row
from drafter.reports.recognising.runs import contents_pages, numbered_runs
from drafter.reports.recognising.speaking import said_like, speech_of
from drafter.reports.recognising.starts import Run, Start
from drafter.reports.recognising.worded import worded_runs

MOST = 300
"""More than these are no list but the text itself."""
_NUMBERS_NEAR, _NEAR = 24.0, 9.0
"""Numbers, and other beginnings, stand no further apart sideways, in points."""
_RANK = 0.3
_OTHER_SIZE = 0.1
_TELLING = 0.6
"""Where such a share of those that look like it speak like it too, its look alone tells."""
_SEEN_AT_ONCE = 5
"""So few are offered whatever they say; bullets are never a list by their look alone."""
_FEW = 0.4
"""Where fewer than such a share of a list look like it, its look sets it apart from numbered paragraphs."""
_MIXED = (RecommendationKind.RECOMMENDATION, RecommendationKind.CONCLUSION)
"""They stand in one list: each is told by itself. Others are all of the kind that she marked."""
_ABOUT = 0.25
"""Lengths that differ by less than this share are the same."""


def like(body: Body, wanted: Recommendation, found: Sequence[Recommendation]) -> tuple[Recommendation, ...]:
    """What is like `wanted` and not in the list yet, in the document's order.

    By its number and look where it is set apart from running text, else by how it speaks.
    """
    placed = Placed(body)
    mine = placed.span_of(wanted)
    if mine is None:
        return ()
    if mine.is_whole and _is_set_apart(body, mine.rows[0]):
        spans = [span for each in found if (span := placed.span_of(each)) is not None]
        alike = _look_alikes(body, wanted, mine, spans)
    else:
        alike = said_like(body, placed, wanted)
    known = {letters_of(each.text) for each in (wanted, *found)}
    return tuple(each for each in alike if letters_of(each.text) not in known)[:MOST]


def _is_set_apart(body: Body, row: Row) -> bool:
    """An eye can tell it from running text."""
    line = row.line
    return bool(
        _mark(row)
        or row.heading
        or line.box
        or (line.bold and not body.bold)
        or (line.italic and not body.italic)
        or abs(row.size - body.size) > _OTHER_SIZE * body.size
        or abs(row.left - body.usual_left) > _NEAR
    )


def _mark(row: Row) -> tuple[str, ...]:
    """What label or bullet it begins with, if any: those that count together have the same."""
    label = mark_of(row)
    if label is not None:
        return (label.form, label.word if label.form is Form.WORD else label.sign)
    return ("bullet", row.text[0]) if BULLET.match(row.text) else ()


def _look_alikes(
    body: Body, wanted: Recommendation, mine: Span, others: Sequence[Span]
) -> list[Recommendation]:
    first = mine.rows[0]
    taken = {row.index for span in (mine, *others) for row in span.rows}
    alike = [
        row for row in _counted_with(body, first) or _looking_like(body, first) if row.index not in taken
    ]
    found = _cut_out(body, wanted, mine, alike, [span.rows[0] for span in others])
    is_few = len(found) <= _SEEN_AT_ONCE and "bullet" not in _mark(first)
    if is_few or Form.WORD in _mark(first):
        return found
    same = [each for row, each in zip(alike, found, strict=True) if _slant(row) == _slant(first)]
    speech = speech_of(wanted.text)
    speaking = [each for each in found if speech_of(each.text) == speech]
    if speech and len(speaking) >= _TELLING * len(found):
        return found
    if len(same) < _FEW * len(found):
        return same
    return speaking if speech else found


def _slant(row: Row) -> tuple[bool, bool]:
    return row.line.bold, row.line.italic


def _counted_with(body: Body, first: Row) -> list[Row]:
    """The rows of the shortest list that this one counts in, under a heading that names it where there is."""
    if label_of(first) is None:
        return []
    labelled = [Start(row, label) for row in _beginnings(body) if (label := label_of(row)) is not None]
    runs = [
        run
        for run in (*worded_runs(body, labelled), *numbered_runs(body, labelled))
        if len(run.starts) > 1 and any(start.row is first for start in run.starts)
    ]
    best = min(runs, key=lambda run: (run.heading is None, len(run.starts)), default=None)
    return [start.row for start in best.starts] if best is not None else []


def _looking_like(body: Body, first: Row) -> list[Row]:
    return [row for row in _beginnings(body) if _looks_like(row, first)]


def _beginnings(body: Body) -> list[Row]:
    contents = contents_pages(body)
    return [row for row in body.rows if begins(row) and row.page not in contents and not row.has_leaders]


def _looks_like(row: Row, first: Row) -> bool:
    """Numbered or marked in the same way, of the same look, and where its kind stands."""
    mark = _mark(first)
    if _mark(row) != mark or not row.is_sized_like(first):
        return False
    if _face(row) != _face(first) or abs(row.heading - first.heading) > _RANK:
        return False
    if first.heading or Form.WORD in mark:
        return True
    near = _NUMBERS_NEAR if mark and mark[0] != "bullet" else _NEAR
    return abs(row.left - first.left) <= near


def _face(row: Row) -> tuple[object, ...]:
    line = row.line
    return line.bold, line.italic, bool(line.box), line.level, bool(row.heading)


# --- from rows to items


def _cut_out(
    body: Body, wanted: Recommendation, mine: Span, alike: Sequence[Row], others: Sequence[Row]
) -> list[Recommendation]:
    """Their items, as far as this one goes: the same paragraphs, or up to where such an item ends."""
    first = mine.rows[0]
    rows = {row.index: row for row in (first, *alike, *others)}
    starts = [_start(rows[index]) for index in sorted(rows)]
    run = Run(_start(first).label.form, "", starts, limit=len(body.rows))
    manner, extents = cut(body, run)
    items = {
        start.row.index: item_of(body, start, extent, manner)
        for start, extent in zip(run.starts, extents, strict=True)
    }
    own, long = len(letters_of(items[first.index].text)), len(letters_of(wanted.text))
    if abs(own - long) > _ABOUT * max(own, long):
        opened = max(1, sum(row.opens for row in mine.rows))
        items = {index: _shortened(body, item, opened) for index, item in items.items()}
    inside = {row.index for item in items.values() for row in item.rows}
    made = [recommendation_of(body, run, items[row.index], (), inside, asks=manner.asks) for row in alike]
    if wanted.kind in _MIXED:
        return made
    return [replace(each, kind=wanted.kind) for each in made]


def _start(row: Row) -> Start:
    label = mark_of(row)
    if label is not None:
        return Start(row, label)
    rest = _without_mark(row.text)
    return Start(row, Label(form=Form.LISTED, number="", value=(1,), rest=rest))


_BULLETS = re.compile(rf"(?:{BULLET.pattern})\s*")


def _without_mark(text: str) -> str:
    return _BULLETS.sub("", text, count=1) if BULLET.match(text) else text


def _shortened(body: Body, item: Item, opened: int) -> Item:
    """Only so many of its paragraphs."""
    kept: list[Row] = []
    for row in item.rows:
        opened -= row.opens
        if opened < 0:
            break
        kept.append(row)
    texts = [item.start.label.rest, *(row.text for row in kept[1:])]
    text = joined(body, kept, texts).strip()
    return Item(item.start, kept, (), text, len(text.split()))
