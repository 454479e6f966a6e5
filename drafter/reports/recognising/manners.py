"""How the items of one run look, learnt from all of them before any is cut out."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, takewhile

from drafter.reports.recognising.columns import Column, text_column
from drafter.reports.recognising.labels import Form, label_of
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.sorts import consults
from drafter.reports.recognising.starts import Run
from drafter.reports.recognising.wordings import tail_of

_ROWS_TO_ASK, _ROWS_TO_TAIL = 6, 40
_HALF, _SOME = 0.5, 0.3
_BRACKETS = frozenset(")]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What holds for most items of a run."""

    asks: bool
    """They are questions, so room for an answer ends them."""
    listed: bool = False
    """They stand one after another, with nothing between but their headings."""
    single: bool = False
    """Of those, each is one paragraph with its parts."""
    titled: bool = False
    """Each begins with a bold title, and says below it what is to be done."""
    sectioned: bool = False
    """Where they have headings of their own, all that stands below those belongs to them."""
    column: Column | None = None
    """Where their text stands, if not behind their labels."""
    tailed: bool
    """They end with "(Paragraph 7)"."""


def first_manner(body: Body, run: Run) -> Manner:
    """What the words alone tell; whether the items are listed is known when they have been cut once."""
    return Manner(
        asks=run.word == "question" or _asks_mostly(body, run),
        titled=_has_titles(body, run),
        column=text_column(body, run),
        tailed=_share(body, run, _is_tailed, _ROWS_TO_TAIL) >= 0.6,  # noqa: PLR2004 - nearly all that have one
    )


def _asks_mostly(body: Body, run: Run) -> bool:
    """In a consultation, also where fewer do: its other points are fields, such as "Country"."""
    share = _share(body, run, _asks, _ROWS_TO_ASK)
    return share > _HALF or (share > _SOME and consults(body))


def _share(body: Body, run: Run, test: Callable[[list[Row]], bool], most: int) -> float:
    found = 0
    for start, end in zip(run.starts, run.ends, strict=True):
        first = start.row.index
        found += test(list(body.rows[first : min(end, first + most)]))
    return found / len(run.starts)


def _has_titles(body: Body, run: Run) -> bool:
    return run.form is Form.WORD and not body.bold and _share(body, run, _is_titled, _ROWS_TO_ASK) >= _SOME


def _is_titled(rows: list[Row]) -> bool:
    """A bold paragraph that is no sentence, and right below it one that is not bold."""
    title = [rows[0], *takewhile(lambda row: not row.opens, rows[1:])]
    below = rows[len(title) : len(title) + 1]
    if not below or below[0].heading or below[0].line.bold:
        return False
    return all(row.line.bold for row in title) and not title[-1].ends


def _asks(rows: list[Row]) -> bool:
    return any("?" in row.text for row in rows)


def _is_tailed(rows: list[Row]) -> bool:
    """Not where the paragraph stands behind a label alone: "Recommendation 4 (paragraph 7)"."""
    label = label_of(rows[0])
    said = rows[1:] if label is not None and label.form is Form.WORD and not label.rest else rows
    return any(
        tail_of(f"{above.text} {below.text}")
        for above, below in pairwise([*said[:1], *said])
        if not _BRACKETS.isdisjoint(below.text[-2:])
    )
