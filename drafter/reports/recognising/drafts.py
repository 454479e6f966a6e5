"""A candidate list in the making: its run, its items, and where they are printed again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from drafter.domain.records.reports import Candidate, Recommendation
from drafter.reports.recognising.extents import cut
from drafter.reports.recognising.headings import heading_text, headings_above
from drafter.reports.recognising.items import Item, item_of, recommendation_of
from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.scoring import score_of
from drafter.reports.recognising.starts import Run, naming_heading
from drafter.reports.recognising.wordings import STRONG, TELLING

_LEADING = 3
"""Paragraphs, at most."""
_FAR_BETTER = 0.1


@dataclass(slots=True)
class Draft:
    """One list, with every item's text known."""

    run: Run
    items: list[Item]
    score: float = 0.0
    copies: dict[int, list[Item]] = field(default_factory=dict)
    """By the row at which the item begins: where else it is printed."""
    chapters: dict[int, Row] = field(default_factory=dict)
    """By the row at which the item begins: the chapter that counts it, where each counts its own."""

    @property
    def rows(self) -> set[int]:
        """The rows of all its items, and of their copies."""
        everything = [*self.items, *(copy for copies in self.copies.values() for copy in copies)]
        return {row.index for item in everything for row in item.rows}

    @property
    def first(self) -> int:
        """The row at which it begins."""
        return self.items[0].start.row.index

    def is_within(self, other: "Draft") -> bool:
        """Most of its items begin inside those of the other."""
        rows = other.rows
        inside = sum(item.start.row.index in rows for item in self.items)
        return inside * 10 >= 6 * len(self.items)

    def begins_with(self, other: "Draft") -> bool:
        """Most of its items begin where those of the other do."""
        starts = {item.start.row.index for item in other.items}
        same = sum(item.start.row.index in starts for item in self.items)
        return same * 10 >= 6 * len(self.items)

    def is_part_of(self, other: "Draft") -> bool:
        """Its items stand inside the other's, none at the beginning of one: they are parts, not a list."""
        if other is self or self.run.form in {Form.WORD, Form.TRAILING}:
            return False
        if other.run.form is Form.LISTED:
            return self.run.form is Form.LISTED and self._is_in_one_of(other)
        if self._is_led_in_by(other):
            return False
        starts = {item.start.row.index for item in other.items}
        mine = {item.start.row.index for item in self.items}
        if mine & starts or any(
            TELLING.search(item.start.label.rest) and item.start.row.heading for item in other.items
        ):
            return False
        return len(mine & other.rows) * 10 >= 8 * len(mine)

    def _is_led_in_by(self, other: "Draft") -> bool:
        """A few numbered paragraphs may lead in the whole list, or the last one, or some of many."""
        fewest = (2 if self._counts_through else 3) * len(other.items)
        few = len(other.items) <= _LEADING and len(self.items) >= fewest
        if few and self.score > other.score:
            return True
        if self.score <= other.score + _FAR_BETTER:
            return False
        return self.run.form is Form.LISTED or (self._is_in_one_of(other) and not other.is_advice)

    @property
    def _counts_through(self) -> bool:
        """Its letters go on from one sentence that leads in to the next."""
        letters = [item.start.label.number for item in self.items]
        return all(map(str.isalpha, letters)) and all(one < other for one, other in pairwise(letters))

    @property
    def is_advice(self) -> bool:
        """Half of its items advise."""
        return sum(STRONG.stand_in(item.text) for item in self.items) * 2 >= len(self.items)

    def _is_in_one_of(self, other: "Draft") -> bool:
        """All of its items are parts of one and the same."""
        first, last = self.first, self.items[-1].start.row.index
        return any(item.start.row.index < first and last <= item.rows[-1].index for item in other.items)

    def candidate(self, body: Body) -> Candidate:
        """The record."""
        printings = [*self.items, *(copy for copies in self.copies.values() for copy in copies)]
        inside = {index for item in printings for index in _head_rows(item)}
        asks = sum("?" in item.text for item in self.items) * 2 > len(self.items)
        return Candidate(
            heading=self._heading(body, inside),
            pages=tuple(dict.fromkeys(item.start.row.page for item in self.items))
            if body.document.sheets
            else (),
            score=self.score,
            recommendations=tuple(self._record(body, item, inside, asks=asks) for item in self.items),
        )

    def _record(self, body: Body, item: Item, inside: set[int], *, asks: bool) -> Recommendation:
        index = item.start.row.index
        record = recommendation_of(body, self.run, item, self.copies.get(index, ()), inside, asks=asks)
        chapter = self.chapters.get(index)
        return record if chapter is None else replace(record, heading=heading_text(body, chapter))

    def _heading(self, body: Body, inside: set[int]) -> str:
        if self.run.heading is not None:
            return heading_text(body, self.run.heading)
        above = next(headings_above(body, self.items[0].start.row, inside), None)
        return heading_text(body, above) if above is not None else ""


class Held:
    """Which drafts hold a row: each need be compared with those alone in which it may stand."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self._by_row: dict[int, list[Draft]] = defaultdict(list)
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        for row in draft.rows:
            self._by_row[row].append(draft)

    def around(self, draft: Draft) -> Iterable[Draft]:
        """Those that hold a row at which one of its items begins."""
        holding = (self._by_row.get(item.start.row.index, ()) for item in draft.items)
        return {id(each): each for drafts in holding for each in drafts}.values()


def _head_rows(item: Item) -> Sequence[int]:
    """The rows of the item's own heading: they head nothing else."""
    return [row.index for row in item.rows]


def drafted(body: Body, run: Run) -> Draft:
    """The run with its items and its score."""
    draft = unscored(body, run)
    draft.score = score_of(body, run, draft.items)
    return draft


def unscored(body: Body, run: Run) -> Draft:
    """The run with its items."""
    if run.heading is None:
        run.heading = naming_heading(body, run)
    manner, extents = cut(body, run)
    starts = zip(run.starts, extents, strict=True)
    return Draft(run, [item_of(body, start, extent, manner) for start, extent in starts])
