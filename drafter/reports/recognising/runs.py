"""Runs of labels that count: the raw form of a candidate list."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from rapidfuzz import fuzz

from drafter.reports.recognising.labels import Form, Label
from drafter.reports.recognising.picked import led_in_picks, picked
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.sections import named_after, telling_sections
from drafter.reports.recognising.starts import CLOSE_ABOVE, Run, Start
from drafter.reports.recognising.wordings import REPLY

_FEWEST, _MOST_OPEN = 3, 40
_FEWEST_POINTING = 4
_ONE_LEFT_OUT = 2
_row_index = attrgetter("row.index")
_ENDS_IN_PAGE = re.compile(r"\D[\s.]{1,200}\d{1,3}$")


def contents_pages(body: Body) -> set[int]:
    """Pages that list what is on other pages."""
    if not body.document.sheets:
        return set()
    rows = Counter([row.page for row in body.rows])
    pointing = Counter([row.page for row in body.rows if _points(row)])
    return {
        page for page, count in pointing.items() if count >= _FEWEST_POINTING and count * 10 >= 4 * rows[page]
    }


def _points(row: Row) -> bool:
    """Ends in the number of a page."""
    return row.has_leaders or (row.text[-1:].isdigit() and _ENDS_IN_PAGE.search(row.text) is not None)


def numbered_runs(body: Body, labelled: Sequence[Start]) -> Iterator[Run]:
    """Runs of bare numbers: each continues the open run whose next number it is."""
    numbers = [start for start in labelled if start.label.form is not Form.WORD]
    yield from _chains(body, numbers)
    sections = list(telling_sections(body))
    yield from _sections(body, numbers, sections)
    yield from _replied_to(body, numbers, sections)


_NEAR = 24.0
"""Labels of one list stand no further apart sideways, in points."""


def _chains(body: Body, numbers: Sequence[Start]) -> Iterator[Run]:
    open_: dict[tuple[str, str], list[list[Start]]] = defaultdict(list)
    for start in numbers:
        chains = open_[start.label.form, start.label.sign]
        # The most recent chain is looked at first.
        latest = range(len(chains) - 1, max(-1, len(chains) - 1 - _MOST_OPEN), -1)
        going = [at for at in latest if _continues(chains[at][-1], start)]
        if going:
            chain = chains.pop(min(going, key=lambda at: _unlike(body, chains[at][-1], start)))
            chain.append(start)
            chains.append(chain)
        elif start.row.opens:
            # An extract may begin with any number.
            chains.append([start])
    for chains in open_.values():
        for chain in _mended(chains):
            yield from picked(body, chain)
            yield from led_in_picks(body, chain)
            if len(chain) >= (_FEWEST if chain[0].label.value[-1] > 1 else 2):
                yield Run(chain[0].label.form, "", chain, limit=len(body.rows))


def _unlike(body: Body, last: Start, start: Start) -> tuple[int, bool]:
    """Of two counts that a number continues it belongs to that which looks and stands like it; or is next."""
    one, other = last.row, start.row
    level = abs(other.left - one.left) <= _SAME_EDGE
    within = last.label.rest[:1].islower() and start.label.rest[:1].isupper()
    parted = within and any(row.opens for row in body.rows[one.index + 1 : other.index])
    return (bool(one.heading) != bool(other.heading)) + (not level) + parted, not is_next(last, start)


_SAME_EDGE = 6.0


def _mended(chains: Sequence[list[Start]]) -> list[list[Start]]:
    """The chains, those that only a number printed twice had parted made one again."""
    mended: list[list[Start]] = []
    for chain in sorted(chains, key=lambda each: each[0].row.index):
        above = mended[-1] if mended else chain[:0]
        below = above and above[-1].row.index < chain[0].row.index
        if below and _is_level(above[-1], chain[0]) and is_misnumbered(above[-1], chain[0]):
            above.extend(chain)
        else:
            mended.append(list(chain))
    return mended


def _is_level(last: Start, start: Start) -> bool:
    return abs(start.row.left - last.row.left) <= _NEAR and start.row.line.level == last.row.line.level


def _continues(last: Start, start: Start) -> bool:
    if abs(start.row.left - last.row.left) > _NEAR or start.row.line.level != last.row.line.level:
        return False
    before, now = last.label.value, start.label.value
    if len(before) != len(now):
        return False
    if before[:-1] == now[:-1]:
        step = now[-1] - before[-1]
        return step == 1 or (
            step == _ONE_LEFT_OUT and start.row.opens and start.row.line.bold == last.row.line.bold
        )
    # The first of the next section: after 1.4 comes 2.1, after 1.1.4 comes 1.2.1.
    return len(now) > 1 and now[-1] == 1 and now[:-1] == (*before[:-2], before[-2] + 1)


def _sections(body: Body, numbers: Sequence[Start], sections: Sequence[tuple[Row, int]]) -> Iterator[Run]:
    """Rising numbers under a heading that names a list, wherever they begin and whatever they leave out."""
    named: dict[tuple[str, str, str], Run] = {}
    for heading, end in sections:
        counts: dict[tuple[str, str], list[list[Start]]] = defaultdict(list)
        above: dict[tuple[str, str], Start] = {}
        first = bisect_right(numbers, heading.index, key=_row_index)
        for start in numbers[first : bisect_left(numbers, end, key=_row_index)]:
            sort = start.label.form, start.label.sign
            groups = counts[sort]
            if groups and _is_other_count(body, groups[-1][-1], above.get(sort), start):
                above[sort] = start
                continue
            near = bool(groups) and groups[0][0].row.index - heading.index <= CLOSE_ABOVE
            _count_in(body, groups, start, above.get(sort), may_restart=near)
            above[sort] = start
        for groups in counts.values():
            for group in groups:
                limit = next((other[0].row.index for other in groups if _is_below(other, group)), end)
                run = Run(group[0].label.form, "", group, limit=limit, heading=heading)
                if len(group) > 1:
                    yield run
                name = run.form, group[0].label.sign, named_after(heading.text)
                before = named.get(name)
                if before is not None and is_next(before.starts[-1], group[0]):
                    run = replace(before, starts=[*before.starts, *group], limit=limit)
                    yield run
                named[name] = run


def _replied_to(body: Body, numbers: Sequence[Start], sections: Sequence[tuple[Row, int]]) -> Iterator[Run]:
    """Rising numbers below a heading that stands again and again, a reply's after each: some are quoted."""
    alike: dict[str, list[tuple[Row, int]]] = defaultdict(list)
    for heading, end in sections:
        alike[heading.text.lower()].append((heading, end))
    replies = [row.index for row in body.headed if REPLY.match(row.text)]
    for again in alike.values():
        heading, end = again[0][0], again[-1][1]
        replied = bisect_left(replies, end) - bisect_left(replies, heading.index)
        if 1 < len(again) <= replied + 1:
            for starts in _by_shape(numbers, range(heading.index, end)):
                rising = all(one.label.value < two.label.value for one, two in pairwise(starts))
                if rising and len(starts) >= _FEWEST:
                    yield Run(starts[0].label.form, "", starts, limit=end, heading=heading)


def _by_shape(numbers: Sequence[Start], reach: range) -> Iterable[list[Start]]:
    shapes: dict[tuple[str, str], list[Start]] = defaultdict(list)
    for start in numbers:
        if start.row.index in reach:
            shapes[start.label.form, start.label.sign].append(start)
    return shapes.values()


def _is_below(other: Sequence[Start], group: Sequence[Start]) -> bool:
    return other[0].row.index > group[-1].row.index


def _is_other_count(body: Body, last: Start, above: Start | None, start: Start) -> bool:
    """Of a list of parts, or of paragraphs that count anew below the list; `above` is the number before."""
    if _is_part(body, start):
        return not _is_part(body, last)
    if above is None or above is last or _is_part(body, above):
        return False
    return above.label.value <= last.label.value and is_next(above, start)


def _is_part(body: Body, start: Start) -> bool:
    """In the middle of a sentence: of a list within an item, or in the reply to it."""
    above = body.rows[start.row.index - 1].text
    return start.label.rest[:1].islower() and above.endswith((":", ";", ",", " and"))


def _count_in(
    body: Body, groups: list[list[Start]], start: Start, above: Start | None, *, may_restart: bool
) -> None:
    """Into the count that it continues, else a count of its own: each addressee may have one, from 1.

    `above` is the label of its sort before it, whether that was counted or not.
    """
    beside = [group for group in groups if _is_beside(group[-1], start)]
    here = next((group for group in reversed(beside) if is_next(group[-1], start)), None)
    if (
        here is None
        and groups[-1:] == beside[-1:]
        and beside
        and groups[-1][-1].label.value < start.label.value
    ):
        here = groups[-1]
    again = beside and above is groups[-1][-1] and is_misnumbered(above, start)
    if here is not None or again:
        (here or groups[-1]).append(start)
    elif not groups or (beside and may_restart and _counts_anew(body, groups[-1][-1], start)):
        groups.append([start])


def is_misnumbered(last: Start, start: Start) -> bool:
    """The same number once more, before other words: a slip of the count."""
    one, two = last.label, start.label
    if one.value != two.value or one.value[-1] == 1 or not start.row.opens or last.row.heading:
        return False
    return min(len(one.rest.split()), len(two.rest.split())) >= _FEWEST_WORDS and not _is_alike(one, two)


def _is_alike(one: Label, other: Label) -> bool:
    return fuzz.ratio(one.rest, other.rest) >= _ALIKE


_FEWEST_WORDS, _ALIKE = 4, 60.0


def _counts_anew(body: Body, last: Start, start: Start) -> bool:
    """Shortly below the last, under a heading of its own."""
    if start.label.value != (1,) or start.row.index - last.row.index > CLOSE_ABOVE:
        return False
    return start.row.opens and any(row.heading for row in body.rows[last.row.index + 1 : start.row.index])


def is_next(last: Start, start: Start) -> bool:
    before, now = last.label.value, start.label.value
    return before[:-1] == now[:-1] and now[-1] == before[-1] + 1


def _is_beside(last: Start, start: Start) -> bool:
    near = abs(start.row.left - last.row.left) <= _NEAR and start.row.line.level == last.row.line.level
    return near and len(start.label.value) == len(last.label.value)
