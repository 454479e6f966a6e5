"""Items found again among the rows of the body, by their words."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.domain.placing import Searched, letters_of
from drafter.domain.records.reports import Recommendation
from drafter.reports.recognising.marks import begins, mark_of
from drafter.reports.recognising.rows import Body, Row


@dataclass(frozen=True, slots=True)
class Span:
    """The rows of an item, that with its label first."""

    rows: Sequence[Row]
    is_whole: bool
    """It begins where the first row does, but for a label, and does not begin in mid-paragraph."""


class Placed:
    """Knows where each row begins in the text of them all."""

    def __init__(self, body: Body) -> None:
        self._rows = body.rows
        self._starts: list[int] = []
        at = 0
        for row in body.rows:
            self._starts.append(at)
            at += len(row.text) + 1

    @cached_property
    def _searched(self) -> Searched:
        return Searched("\n".join(row.text for row in self._rows))

    def span_of(self, item: Recommendation) -> Span | None:
        """The rows of an item, looked for from its own page on."""
        found = self._find(item.text, item.page or 1)
        if found is None:
            return None
        first, last = self._row_at(found[0]), self._row_at(found[1] - 1)
        before = self._rows[first].text[: found[0] - self._starts[first]]
        if not letters_of(before) and first and _is_label_alone(self._rows[first - 1]):
            return Span(self._rows[first - 1 : last + 1], is_whole=True)
        row = self._rows[first]
        return Span(self._rows[first : last + 1], is_whole=begins(row) and _is_mark(before, row))

    def _find(self, words: str, page: int) -> tuple[int, int] | None:
        row = next((row.index for row in self._rows if row.page >= page), 0)
        since = self._starts[row] if self._starts else 0
        return self._searched.passage(words, since) or self._searched.passage(words)

    def _row_at(self, at: int) -> int:
        """The row that holds a character of the text."""
        return max(bisect_right(self._starts, at) - 1, 0)


def _is_label_alone(row: Row) -> bool:
    label = mark_of(row) if row.opens else None
    return label is not None and not label.rest


def _is_mark(before: str, row: Row) -> bool:
    """Nothing stands before the words but a bullet, or the label that the row begins with."""
    label = mark_of(row)
    printed = row.text[: len(row.text) - len(label.rest)] if label is not None else ""
    return letters_of(before) in {"", letters_of(printed)}
