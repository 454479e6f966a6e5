"""Whether a sentence leads in a run, and whether the run holds but the parts of an outer item."""

import re
from collections.abc import Sequence

from drafter.reports.recognising.labels import Form, label_of
from drafter.reports.recognising.lettering import counts_within
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.starts import Run
from drafter.reports.recognising.voices import advises
from drafter.reports.recognising.wordings import ANNOUNCING, is_table_head, leads_in


def is_led_in(body: Body, run: Run) -> bool:
    """Whether "We recommend that:" stands right above the first item, or the head of a table of such."""
    first = index = run.starts[0].row.index
    while index and body.rows[index - 1].heading:
        index -= 1
    heads = [row.text for row in body.rows[min(index, max(0, first - 2)) : first]]
    opening = next(
        (at for at in range(index - 1, max(-1, index - _LEADING), -1) if body.rows[at].opens), index
    )
    leading = " ".join(row.text for row in body.rows[opening:index])
    if any(map(is_table_head, heads)) or ANNOUNCING.search(leading) or leads_in(leading):
        return True
    while first and _is_theme(body.rows[first - 1]):
        first -= 1
    above = body.rows[max(0, first - 2) : first]
    return above[-1:] != [] and (
        leads_in(" ".join(row.text for row in above)) or leads_in(lead_above(body, first))
    )


def lead_above(body: Body, first: int) -> str:
    """The end of the paragraph that stands right above."""
    opening = first - 1
    while opening > first - _LEADING and opening > 0 and not body.rows[opening].opens:
        opening -= 1
    return " ".join(row.text for row in body.rows[max(0, opening) : first])


def _is_theme(row: Row) -> bool:
    """A few words that group the first items: "(a) Harbours"."""
    short = len(row.text.split()) <= _MOST_THEME_WORDS and row.text[-1:].isalnum()
    return row.opens and not row.heading and short


_MOST_THEME_WORDS = 8


_LEADING = 6
"""Rows of the paragraph that leads in, at most."""


_OUTER = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s|(?:Recommendation|Question|Proposal)\s\d")
_LOOK_BACK = 25


def is_nested(body: Body, run: Run) -> float:
    """1 where a label further out stands right above: these are the parts of what it begins."""
    first = run.starts[0].row
    if _is_lettered_lead(body, first.index):
        return 1.0
    for row in reversed(body.rows[max(0, first.index - _LOOK_BACK) : first.index]):
        outer = row.left < first.left - 3 or row.line.level < first.line.level
        item = body.rows[row.index : first.index]
        outer = outer or (row.opens and counts_within(row, item, first) and not _is_parted(item))
        if row.opens and outer and _OUTER.match(row.text) and not _is_theme(row):
            return float(not (_is_in_count(row, run) or _is_apart(body, row, run)))
        if row.heading:
            return 0.0
    return 0.0


def _is_in_count(row: Row, run: Run) -> bool:
    """The paragraph before, of the count that the run's boxes are picked from."""
    label, first = label_of(row), run.starts[0]
    if label is None or bool(row.line.box) == bool(first.row.line.box):
        return False
    same = (label.form, label.sign) == (first.label.form, first.label.sign)
    return same and label.value[:-1] == first.label.value[:-1] and label.value < first.label.value


def _is_parted(item: Sequence[Row]) -> bool:
    """Words without a count of their own stand between: a theme, below which something else begins."""
    return any(row.opens and _COUNTED.match(row.text) is None for row in item[1:])


_COUNTED = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)\]]|[•▪◦–-]\s")


def _is_lettered_lead(body: Body, first: int) -> bool:
    """Right below "(a) A council of:" there are its parts, however far in they are set."""
    opening = next(
        (at for at in range(first - 1, max(-1, first - _LEADING), -1) if body.rows[at].opens), first
    )
    words = " ".join(row.text for row in body.rows[opening:first])
    return _LETTERED.match(words) is not None and words.endswith((":", "—")) and not leads_in(words)


_LETTERED = re.compile(r"\(?[a-z][.)]\s")


def _is_apart(body: Body, outer: Row, run: Run) -> bool:
    """A sentence leads in the whole list: below the end of the outer count, or as all that advises in it."""
    label = label_of(outer)
    if label is None or label.form is Form.WORD or not is_led_in(body, run):
        return False
    first = run.starts[0].row.index
    if run.values[0][:-1] == label.value and ANNOUNCING.search(lead_above(body, first)):
        return True  # "115. The recommendations listed below ...", and then 115.1
    last = run.starts[-1].row.index
    for row in body.rows:
        other = (
            label_of(row)
            if row.opens and row is not outer and abs(row.left - outer.left) <= _BESIDE
            else None
        )
        if other is None or (other.form, other.sign) != (label.form, label.sign):
            continue
        if (
            (row.index > last and other.value > label.value)
            if not leads_in(outer.text)
            else advises(other.rest)
        ):
            return False
    return True


_BESIDE = 3.0
