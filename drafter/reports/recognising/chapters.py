"""Chapters that each count their own items from 1: one list, in the document's order."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.reports.recognising.drafts import Draft, drafted
from drafter.reports.recognising.headings import headings_above
from drafter.reports.recognising.labels import NUMBERS, Form
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.scoring import score_of
from drafter.reports.recognising.sections import named_after
from drafter.reports.recognising.starts import Run
from drafter.reports.recognising.voices import asks, share
from drafter.reports.recognising.wordings import DECOY, HARD_DECOY, TELLING

_COUNTED = {Form.WORD, Form.BARE, Form.ROMAN}
_INDENT = 9.0


def with_chapters_joined(body: Body, drafts: Sequence[Draft]) -> list[Draft]:
    """The same lists, those that go on from chapter to chapter joined."""
    families: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    joined: list[Draft] = []
    for draft in drafts:
        run = draft.run
        if run.form in _COUNTED and run.values[0] == (1,):
            families[run.form, run.word, "" if run.word else run.starts[0].label.sign].append(draft)
        elif run.form in NUMBERS and run.heading is not None:
            families[run.form, named_after(run.heading.text)].append(draft)
        else:
            joined.append(draft)
    for family in families.values():
        family.sort(key=lambda draft: draft.items[0].start.row.index)
        joined += [_one(body, chain) if len(chain) > 1 else chain[0] for chain in _chains(body, family)]
    return joined


def restarted(body: Body, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Lists with nothing but headings between them, as one.

    Each addressee has a count of its own from 1, or an extract leaves numbers out.
    """
    lists = sorted(
        (
            each
            for each in drafts
            if each.run.heading is None and _says_something(each) and not _is_beside_the_point(body, each)
        ),
        key=lambda each: each.first,
    )
    chain: list[Draft] = []
    for draft in lists:
        if chain and not _touches(body, chain[-1], draft):
            if draft.first <= chain[-1].items[-1].rows[-1].index:
                continue
            yield from _whole(body, chain)
            chain = []
        chain.append(draft)
    yield from _whole(body, chain)


def _says_something(draft: Draft) -> bool:
    """More than names, as in a list of members."""
    return sum(item.words > _NAME for item in draft.items) * 2 >= len(draft.items)


_NAME = 2


def _is_beside_the_point(body: Body, draft: Draft) -> bool:
    """Under “Key findings” or “Notes” of its own, and asks nothing: no piece of a list."""
    above = next(headings_above(body, draft.items[0].start.row), None)
    if above is None or not _is_decoy(above) or TELLING.search(above.text):
        return False
    return share([item.text for item in draft.items], asks) < _HALF


_HALF = 0.5


def _whole(body: Body, chain: Sequence[Draft]) -> Iterator[Draft]:
    if len(chain) > 1:
        first = chain[0].run
        starts = [start for draft in chain for start in draft.run.starts]
        yield drafted(body, Run(first.form, first.word, starts, chain[-1].run.limit))


def _touches(body: Body, above: Draft, below: Draft) -> bool:
    one, other = above.items[-1].start, below.items[0].start
    if one.label.form is not other.label.form or one.label.sign != other.label.sign:
        return False
    if not _look_alike(one.row, other.row) or not (
        other.label.value == (1,) or other.label.value > one.label.value
    ):
        return False
    between = body.rows[above.items[-1].rows[-1].index + 1 : other.row.index]
    return above.items[-1].rows[-1].index < other.row.index and all(row.heading for row in between)


def _chains(body: Body, family: Sequence[Draft]) -> Iterator[list[Draft]]:
    chain = [family[0]]
    for above, below in pairwise(family):
        if not _goes_on(body, above, below):
            yield chain
            chain = []
        chain.append(below)
    yield chain


def _goes_on(body: Body, above: Draft, below: Draft) -> bool:
    """Whether a chapter begins between the two lists, and the second looks as the first did."""
    last, first = above.items[-1].rows[-1], below.items[0].start.row
    if last.index >= first.index or not _look_alike(above.items[0].start.row, first):
        return False
    if _is_next_code(above, below) or _is_next_section(above, below) or _are_named_alike(above, below):
        return True
    if (above.run.heading is None) != (below.run.heading is None):
        return False
    if not below.run.word and below.run.heading is None:
        return False
    chapter = chapter_of(body, first)
    before = chapter_of(body, above.items[0].start.row)
    return (
        chapter is not None
        and before is not None
        and chapter.index > last.index
        and abs(chapter.heading - before.heading) < 1
        and not any(_is_decoy(row) for row in (chapter, before))
    )


def _is_next_section(above: Draft, below: Draft) -> bool:
    """Under the same heading, in the next chapter, the report's own count goes on: after 1.7 comes 2.4."""
    one, other = above.run, below.run
    if one.form not in NUMBERS or one.heading is None or other.heading is None:
        return False
    return one.heading is not other.heading and one.values[-1] < other.values[0]


def _are_named_alike(above: Draft, below: Draft) -> bool:
    """After "Recommendations on lending" come "Recommendations on supervision"."""
    one, other = above.run.heading, below.run.heading
    if one is None or other is None or one is other or abs(one.heading - other.heading) > _SAME_RANK:
        return False
    first, second = _ON.match(one.text), _ON.match(other.text)
    return first is not None and second is not None and first[0].lower() == second[0].lower()


_ON = re.compile(
    r"(?:recommendations|proposals|questions|asks)\s(?:on|for|to|about|regarding|concerning)\b", re.I
)
_SAME_RANK = 0.2


def _is_next_code(above: Draft, below: Draft) -> bool:
    """After "Question SS 6" comes "Question SH 1": each chapter has its letters."""
    one, other = (_CODE.match(each.run.starts[0].label.number) for each in (above, below))
    return one is not None and other is not None and one.group() != other.group()


_CODE = re.compile(r"[A-Z]{2,4}(?=\s?\d)")


def _look_alike(one: Row, other: Row) -> bool:
    return (
        one.is_sized_like(other)
        and one.line.bold_start == other.line.bold_start
        and bool(one.line.box) == bool(other.line.box)
        and abs(one.left - other.left) < _INDENT
    )


def _is_decoy(row: Row) -> bool:
    return HARD_DECOY.search(row.text) is not None or DECOY.search(row.text) is not None


def chapter_of(body: Body, row: Row) -> Row | None:
    """The nearest heading above that does not merely name the list."""
    return next((each for each in headings_above(body, row) if not TELLING.search(each.text)), None)


def _one(body: Body, chain: Sequence[Draft]) -> Draft:
    """The lists of the chapters as one; each item knows its chapter."""
    starts = [start for draft in chain for start in draft.run.starts]
    first = chain[0].run
    run = Run(first.form, first.word, starts, chain[-1].run.limit, first.heading)
    whole = Draft(run, [item for draft in chain for item in draft.items])
    for draft in chain:
        whole.copies |= draft.copies
        chapter = chapter_of(body, draft.items[0].start.row)
        if chapter is not None:
            whole.chapters |= {item.start.row.index: chapter for item in draft.items}
    whole.score = score_of(body, run, whole.items)
    return whole
