"""Runs of labels that count: the raw form of a candidate list."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter

from rapidfuzz import fuzz

from drafter.reports.recognising.labels import Form, Label
from drafter.reports.recognising.paragraphs import paragraph_from
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.sections import is_telling, named_after, section_end, telling_sections
from drafter.reports.recognising.wordings import CONCLUDING, IMPERATIVE, OPENLY, REPLY, STRONG, leads_in

_FEWEST, _MOST_OPEN = 3, 40
_FEWEST_POINTING = 4
_ONE_LEFT_OUT = 2
_row_index = attrgetter("row.index")
_ENDS_IN_PAGE = re.compile(r"\D[\s.]{1,200}\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Start:
    """Where an item begins."""

    row: Row
    label: Label

    def listed(self, count: int, word: str = "") -> "Start":
        """As the item of that count in a list that we count ourselves, its number as printed."""
        return Start(self.row, replace(self.label, form=Form.LISTED, word=word, value=(count,), sign=""))


@dataclass(slots=True)
class Run:
    """Labels that belong to one list, in the document's order."""

    form: Form
    word: str
    starts: list[Start]
    limit: int
    """The row before which the last item ends at the latest."""
    heading: Row | None = None
    """The heading that names the list."""
    copies: list["Run"] = field(default_factory=list)
    """The same list printed elsewhere."""

    @property
    def values(self) -> list[tuple[int, ...]]:
        return [start.label.value for start in self.starts]

    @property
    def ends(self) -> list[int]:
        """For each item, the row at which the next begins."""
        return [start.row.index for start in self.starts[1:]] + [self.limit]

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(start.row.page for start in self.starts))


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
            yield from _picked(body, chain)
            yield from _led_in(body, chain)
            if len(chain) >= (_FEWEST if chain[0].label.value[-1] > 1 else 2):
                yield Run(chain[0].label.form, "", chain, limit=len(body.rows))


def _unlike(body: Body, last: Start, start: Start) -> tuple[int, bool]:
    """Of two counts that a number continues it belongs to that which looks and stands like it; or is next."""
    one, other = last.row, start.row
    level = abs(other.left - one.left) <= _SAME_EDGE
    within = last.label.rest[:1].islower() and start.label.rest[:1].isupper()
    parted = within and any(row.opens for row in body.rows[one.index + 1 : other.index])
    return (bool(one.heading) != bool(other.heading)) + (not level) + parted, not _is_next(last, start)


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


def _picked(body: Body, chain: Sequence[Start]) -> Iterator[Run]:
    """Of a report whose paragraphs are all numbered, those in bold, or that recommend: so committees ask."""
    bold = [start for start in chain if start.row.line.bold and not start.row.heading]
    saying = [start for start in chain if _says_that_it_recommends(body, start)]
    said = {start.row.index for start in saying}
    yield from _apart(body, chain, said)
    if not body.bold and len(bold) >= _FEWEST and _are_set_apart(body, bold, chain):
        apart = {start.row.index for start in bold}
        if len(apart & said) * 2 > len(bold):
            # Bold sets apart what recommends, though one of them may be in plain letters.
            apart |= said
            bold = [start for start in chain if start.row.index in apart]
        yield Run(bold[0].label.form, "", bold, limit=len(body.rows))
        if len(saying) < len(bold) and all(
            start.row.index in said or _advises(body, start) for start in bold
        ):
            return  # all that is bold recommends, in these words or in others
    if len(saying) >= _FEWEST and len(saying) * 10 <= _MOST_PICKED * len(chain):
        whole = Run(chain[0].label.form, "", list(chain), limit=len(body.rows))
        named = naming_heading(body, whole)
        if named is None or _is_discussed(body, chain, said, named):
            yield Run(saying[0].label.form, "", saying, limit=len(body.rows))


def _is_discussed(body: Body, chain: Sequence[Start], said: set[int], heading: Row) -> bool:
    """Under "Recommendations" most of what does not say that it recommends only gives the reasons."""
    others = [start for start in chain if start.row.index not in said]
    advising = sum(_advises(body, start) for start in others)
    return CONCLUDING.search(heading.text) is None and advising * 2 <= len(others)


def _apart(body: Body, chain: Sequence[Start], said: set[int]) -> Iterator[Run]:
    """Those in boxes, or in bold though most of the text is bold, where hardly any other recommends."""
    boxed = [start for start in chain if start.row.line.box]
    if _are_few(boxed, chain):
        advising = [start for start in chain if _advises(body, start)]
        inside = sum(start.row.line.box > 0 for start in advising)
        if inside * 2 >= len(boxed) and inside * 3 >= 2 * len(advising):
            yield Run(boxed[0].label.form, "", boxed, limit=len(body.rows))
    bold = [start for start in chain if start.row.line.bold and not start.row.heading]
    holding = sum(start.row.index in said for start in bold)
    if _are_few(bold, chain) and holding * 2 >= len(bold) and holding == len(said):
        yield Run(bold[0].label.form, "", bold, limit=len(body.rows))


def _are_set_apart(body: Body, bold: Sequence[Start], chain: Sequence[Start]) -> bool:
    """In bold stand few of the paragraphs, or half of them if nearly all of those advise."""
    if len(bold) * 3 <= len(chain):
        return True
    advising = sum(_advises(body, start) for start in bold)
    return len(bold) * 2 <= len(chain) and advising * 10 >= _MOSTLY * len(bold)


def _are_few(some: Sequence[Start], chain: Sequence[Start]) -> bool:
    return len(some) >= _FEWEST and len(some) * 10 <= _MOST_APART * len(chain)


_MOST_APART, _MOSTLY = 7, 8
"""Tenths of the paragraphs."""


def _led_in(body: Body, chain: Sequence[Start]) -> Iterator[Run]:
    """Of paragraphs that count on, those from "INVITES THE MEMBER STATES TO:" on, if they bid so."""
    first = next((at for at, start in enumerate(chain) if at and leads_in(_above(body, start))), len(chain))
    led = chain[first:]
    bidding = sum(IMPERATIVE.match(start.label.rest) is not None for start in led)
    if len(led) >= _FEWEST and bidding * 2 >= len(led):
        yield Run(led[0].label.form, "", list(led), limit=len(body.rows))


def _above(body: Body, start: Start) -> str:
    return body.rows[start.row.index - 1].text


_MOST_PICKED = 6
"""Tenths: of more paragraphs than these none need be picked."""


def _says_that_it_recommends(body: Body, start: Start) -> bool:
    begins = start.label.rest[:1].isalpha()
    return begins and OPENLY.match(said_from(body, start, rows=2)) is not None


def _advises(body: Body, start: Start) -> bool:
    return STRONG.stand_in(said_from(body, start, rows=_SENTENCE_ROWS))


_SENTENCE_ROWS = 5


def said_from(body: Body, start: Start, *, rows: int | None = None) -> str:
    """The words of its paragraph behind the label, those of so many rows at the most."""
    below = paragraph_from(body.rows, start.row.index, rows)[1:]
    return " ".join([start.label.rest, *(row.text for row in below)])


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
            near = bool(groups) and groups[0][0].row.index - heading.index <= _CLOSE_ABOVE
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
                if before is not None and _is_next(before.starts[-1], group[0]):
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
    return above.label.value <= last.label.value and _is_next(above, start)


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
    here = next((group for group in reversed(beside) if _is_next(group[-1], start)), None)
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
    if start.label.value != (1,) or start.row.index - last.row.index > _CLOSE_ABOVE:
        return False
    return start.row.opens and any(row.heading for row in body.rows[last.row.index + 1 : start.row.index])


def _is_next(last: Start, start: Start) -> bool:
    before, now = last.label.value, start.label.value
    return before[:-1] == now[:-1] and now[-1] == before[-1] + 1


def _is_beside(last: Start, start: Start) -> bool:
    near = abs(start.row.left - last.row.left) <= _NEAR and start.row.line.level == last.row.line.level
    return near and len(start.label.value) == len(last.label.value)


def naming_heading(body: Body, run: Run) -> Row | None:
    """The heading shortly above the first item that names the list and reaches over its last."""
    first, last = run.starts[0].row, run.starts[-1].row
    for heading in body.headed_above(first.index, _CLOSE_ABOVE):
        if is_telling(heading) and section_end(body.rows, heading) > last.index:
            return heading
    return None


_CLOSE_ABOVE = 60
