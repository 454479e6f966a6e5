"""How likely a run is the list that the document wants answered, between 0 and 1."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from drafter.reports.recognising.headings import heading_text, headings_above
from drafter.reports.recognising.items import Item
from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.rows import Body
from drafter.reports.recognising.runs import Run
from drafter.reports.recognising.wordings import (
    COMMENDING,
    DECOY,
    HARD_DECOY,
    IMPERATIVE,
    STRONG,
    TAIL,
    TELLING,
)

PLAUSIBLE = 0.5
_BARE_AT_BEST = 0.95
"""However good, bare numbers say less than a label that says what it is."""
_LONG_FOR_AN_ITEM = 350
_FEWEST_WORDS, _TERSE, _ENDLESS = 3, 5, 900
_SEVERAL, _FEW = 5, 3
_NEARLY_ALL, _HALF, _HARDLY, _SOME = 0.8, 0.5, 0.4, 0.3
"""Shares of the items."""

_BY_WORD = {"recommendation": 0.5, "question": 0.45, "proposal": 0.42, "action": 0.3, "conclusion": 0.28}


def score_of(body: Body, run: Run, items: Sequence[Item]) -> float:
    """From the label's word, headings, verbs, questions, the numbering, and the length of the items."""
    texts = [item.text for item in items]
    filled = [text for text in texts if len(text.split()) >= _FEWEST_WORDS]
    if not filled or len(filled) * 2 < len(texts):
        return 0.0
    telling, decoy = _headings(body, run)
    advising, asking = _share(filled, _advises), _share(filled, _asks)
    if run.form in {Form.WORD, Form.TRAILING}:
        points = _BY_WORD[run.word] + 0.2 * max(advising, asking) + 0.12 * telling + 0.13 * _regular(run)
        points += 0.05 * min(1.0, len(items) / 5)
        if run.word == "question" and asking < _SOME:
            points -= 0.25
        return _bounded(points - 0.5 * decoy - 0.4 * (_share(filled, _is_spoken) > _HALF))
    if run.form is Form.LISTED:
        return _bounded(_unnumbered(run, telling, max(advising, asking)) - 0.6 * decoy)
    points = 0.05 + 0.42 * telling + max(0.3 * advising, 0.42 * asking) + 0.13 * _regular(run)
    if len(items) >= _SEVERAL and max(_share(filled, _commends), asking) > _NEARLY_ALL:
        points += 0.15
    points += 0.25 * _share(filled, _is_tailed) + 0.1 * _set_apart(body, items)
    points -= 0.5 * _is_nested(body, run)
    if len(items) < _FEW:
        points -= 0.1
    tailed = _share(filled, _is_tailed)
    if max(asking, tailed) < _HALF and advising < _HARDLY:
        points -= 0.25
    points -= 0.5 * decoy + 0.2 * _odd_lengths(texts) + 0.35 * _are_chapters(items)
    return min(_BARE_AT_BEST, _bounded(points))


def _unnumbered(run: Run, telling: float, advising: float) -> float:
    """Never as sure as a list with numbers."""
    if run.word:
        return 0.4 + 0.2 * advising + 0.1 * telling
    return 0.1 + 0.25 * telling + 0.3 * advising + (0.0 if run.heading is not None else 0.2)


def _headings(body: Body, run: Run) -> tuple[float, float]:
    """How much the headings above tell that this is the list, and that it is not."""
    headings = [run.heading] if run.heading is not None else []
    inside = {start.row.index for start in run.starts}
    headings += list(headings_above(body, run.starts[0].row, inside))[:3]
    telling = 0.4 if TELLING.search(body.document.title) or _opens_telling(body) else 0.0
    decoy = 0.0
    for weight, heading in zip((1.0, 0.8, 0.5, 0.3), headings, strict=False):
        text = heading_text(body, heading)
        if HARD_DECOY.search(text):
            decoy = max(decoy, weight)
        elif TELLING.search(text):
            telling = max(telling, weight)
        elif DECOY.search(text):
            decoy = max(decoy, weight)
        if telling >= weight or decoy:
            break
    return telling, decoy


def _opens_telling(body: Body) -> bool:
    """The document's first heading names the list: it may be an extract that holds nothing else."""
    first = next((row for row in body.rows[:60] if row.heading), None)
    return first is not None and bool(TELLING.search(heading_text(body, first)))


def _share(texts: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts)


def _advises(text: str) -> bool:
    return bool(STRONG.search(text) or IMPERATIVE.match(text) or re.match(r"to [a-z]", text, re.I))


def _commends(text: str) -> bool:
    return bool(COMMENDING.search(text))


def _asks(text: str) -> bool:
    return "?" in text


_SPEAKER = re.compile(r"(?:[A-Z][\w’'-]*\.?\s){0,4}[A-Z][\w’'-]*:\s")


def _is_spoken(text: str) -> bool:
    """Begins with a speaker's name, as in oral evidence."""
    return bool(_SPEAKER.match(text))


def _is_tailed(text: str) -> bool:
    return bool(TAIL.search(text))


def _set_apart(body: Body, items: Sequence[Item]) -> float:
    """The share of items that are bold or italic where the text is not."""
    apart = 0
    for item in items:
        first = item.rows[min(1, len(item.rows) - 1)].line
        apart += (first.bold and not body.bold) or (first.italic and not body.italic)
    return apart / len(items)


def _regular(run: Run) -> float:
    """1 where the numbers begin at 1 and leave nothing out."""
    values = run.values
    steps = sum(_follows(before, after) for before, after in pairwise(values))
    share = steps / max(1, len(values) - 1)
    return share if values[0][-1] <= 1 else 0.7 * share


def _follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    if before[:-1] == after[:-1]:
        return after[-1] == before[-1] + 1
    return after == (*before, 1) or after[0] == before[0] + 1


def _odd_lengths(texts: Sequence[str]) -> float:
    """1 where most items are too short or too long to be answered one by one."""
    words = median(len(text.split()) for text in texts)
    return float(words < _TERSE or words > _ENDLESS)


_OUTER = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s|(?:Recommendation|Question|Proposal)\s\d")
_LOOK_BACK = 25


def _is_nested(body: Body, run: Run) -> float:
    """1 where a label further out stands right above: these are the parts of what it begins."""
    first = run.starts[0].row
    for row in reversed(body.rows[max(0, first.index - _LOOK_BACK) : first.index]):
        outer = row.left < first.left - 3 or row.line.level < first.line.level
        if row.opens and outer and _OUTER.match(row.text):
            return 1.0
        if row.heading:
            return 0.0
    return 0.0


def _are_chapters(items: Sequence[Item]) -> float:
    """1 where the items are headed and so long that they are the document's chapters."""
    headed = sum(item.start.row.heading > 0 for item in items)
    words = median(len(item.text.split()) for item in items)
    return float(headed * 2 > len(items) and words > _LONG_FOR_AN_ITEM)


def _bounded(points: float) -> float:
    return round(max(0.0, min(1.0, points)), 3)
