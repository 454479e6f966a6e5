"""How likely a run is the list that the document wants answered, between 0 and 1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from drafter.reports.recognising.answers import is_for_answers
from drafter.reports.recognising.headings import headings_above
from drafter.reports.recognising.items import Item
from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.nesting import is_led_in, is_nested
from drafter.reports.recognising.objections import objections
from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.rows import BULLET, Body
from drafter.reports.recognising.sorts import consults
from drafter.reports.recognising.starts import Run
from drafter.reports.recognising.telling import HINTED, telling_and_decoy
from drafter.reports.recognising.voices import (
    advises,
    asks,
    bids,
    binds,
    commends,
    has_answer,
    is_advice_to_readers,
    is_answered,
    is_open,
    is_spoken,
    is_tailed,
    leads_in_parts,
    obliges,
    resolves,
    says_so,
    share,
)
from drafter.reports.recognising.wordings import CONCLUDING, WEAKLY

PLAUSIBLE = 0.5
_BARE_AT_BEST = 0.95
"""However good, bare numbers say less than a label that says what it is."""
_LONG_FOR_AN_ITEM = 350
_FEWEST_WORDS, _TERSE, _ENDLESS = 3, 5, 900
_MANY, _SEVERAL, _QUITE_A_FEW, _FEW = 10, 5, 4, 3
_NEARLY_ALL, _HALF, _HARDLY, _SOME = 0.8, 0.5, 0.4, 0.3
"""Shares of the items."""

_BY_WORD = {
    "recommendation": 0.5,
    "question": 0.45,
    "proposal": 0.42,
    "action": 0.3,
    "opinion": 0.3,
    "conclusion": 0.28,
}


_LED_IN = 0.4
"""As telling is a sentence that leads in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    """What speaks for and against a run, each between 0 and 1."""

    filled: Sequence[str]
    """The texts of the items that have any."""
    telling: float
    named: float
    """As telling as the headings are, without what leads in."""
    led_in: bool
    decoy: float
    advising: float
    asking: float


def score_of(body: Body, run: Run, items: Sequence[Item], *, opposed: bool = True) -> float:
    """From the label's word, headings, verbs, questions, the numbering, and the length of the items.

    What says that it is another's list, or none, is left out where it is not `opposed`.
    """
    filled = [item.text for item in items if item.words >= _FEWEST_WORDS]
    if not filled or len(filled) * 2 < len(items):
        return 0.0
    telling, decoy = telling_and_decoy(body, run, items)
    led_in = is_led_in(body, run) or _is_to_improve(run)
    signs = _Signs(
        filled=filled,
        telling=max(telling, _LED_IN * led_in),
        named=telling,
        led_in=led_in,
        decoy=decoy if opposed else 0.0,
        # Under a heading that names them a judge's "shall" recommends, elsewhere it is a law's.
        advising=1.0 if led_in else share(filled, obliges if telling == 1 else advises),
        asking=_asking(filled),
    )
    points = _points(body, run, items, signs)
    if points >= PLAUSIBLE and opposed:
        # What is no list anyhow need not be objected to.
        points -= objections(body, run, filled, telling, led_in=led_in)
    worded = run.form in {Form.WORD, Form.TRAILING, Form.LISTED}
    return _bounded(points if worded else min(_BARE_AT_BEST, points))


def _is_to_improve(run: Run) -> bool:
    """Under "What needs to improve?" it need not be said again: the names of things are enough."""
    return run.form is Form.LISTED and run.heading is not None and bool(_IMPROVE.fullmatch(run.heading.text))


_IMPROVE = re.compile(
    r"(?:[\d.]+\s+)?(?:what (?:does [\w ]{3,40} )?needs? to (?:be )?improved?|areas for improvement)\s?[?:]?",
    re.I,
)


def _asking(filled: Sequence[str]) -> float:
    """Among questions "Please describe ..." asks as well; by itself it instructs."""
    asking = share(filled, asks)
    return max(asking, share(filled, bids)) if asking > _SOME else asking


def _points(body: Body, run: Run, items: Sequence[Item], signs: _Signs) -> float:
    """What speaks for it, by its form."""
    if run.form in {Form.WORD, Form.TRAILING}:
        return _worded(run, items, signs)
    if run.form is Form.LISTED:
        points = _unnumbered(body, run, signs)
        return points + 0.25 * share(signs.filled, is_tailed) - 0.6 * signs.decoy
    return min(1.0, _numbered(body, run, items, signs) - _against(run, items, signs))


_QUOTED = 0.2


def _worded(run: Run, items: Sequence[Item], signs: _Signs) -> float:
    points = _BY_WORD[run.word] + 0.2 * max(signs.advising, signs.asking)
    points += 0.12 * signs.telling + 0.13 * _regular(run) + 0.05 * min(1.0, len(run.starts) / 5)
    # A lone "Recommendation 2" is quoted from somewhere.
    points -= _QUOTED * (len(run.starts) == 1 and run.values[0] != (1,))
    if run.word == "question":
        points -= 0.25 * (signs.asking < _SOME) + 0.5 * (share(_followed(items), has_answer) > _HALF)
    return points - 0.5 * signs.decoy - 0.4 * (share(signs.filled, is_spoken) > _HALF)


def _followed(items: Sequence[Item]) -> Sequence[str]:
    """The items' texts with the row below each."""
    return [" ".join([item.text, *(row.text for row in item.after[:1])]) for item in items]


def _numbered(body: Body, run: Run, items: Sequence[Item], signs: _Signs) -> float:
    """What speaks for bare numbers."""
    points = 0.05 + 0.42 * signs.telling + max(0.3 * signs.advising, 0.42 * signs.asking)
    points += 0.13 * _regular(run) + _alone(body, run, items, signs)
    points += 0.1 * (signs.asking > _HALF and consults(body))
    points += 0.15 * (signs.led_in and len(items) >= _MANY and _regular(run) > _NEARLY_ALL)
    commending = max(share(signs.filled, commends), signs.asking) if len(items) >= _SEVERAL else 0.0
    if max(commending, share(signs.filled, resolves)) > _NEARLY_ALL:
        points += 0.15
    tailed = share(signs.filled, is_tailed)
    if max(signs.asking, tailed) < _HALF and signs.advising < _HARDLY and not _is_right_below(run):
        points -= 0.25
    apart = _set_apart(body, items)
    # Set apart by look or words, and leaving numbers out: picked from the report's own count of paragraphs.
    openly = share(signs.filled, is_open) if len(items) >= _FEW else 0.0
    leading = share(signs.filled, leads_in_parts) > _HALF
    sure = openly if len(items) < _QUITE_A_FEW else max(openly, share(signs.filled, says_so))
    enough = len(items) >= _SEVERAL or (min(apart, sure) > _NEARLY_ALL and not leading)
    picked = enough and signs.asking < _HARDLY
    points += 0.1 * apart + 0.35 * picked * max(apart, openly) * (1 - _regular(run))
    return points + 0.25 * tailed - 0.5 * is_nested(body, run)


def _is_right_below(run: Run) -> bool:
    """Right below a heading that only says "Recommendations", the items need no verbs that we know."""
    heading = run.heading
    return (
        heading is not None
        and run.starts[0].row.index - heading.index <= _RIGHT_BELOW
        and is_name(heading.text)
        and not run.starts[0].row.heading
    )


_RIGHT_BELOW = 3


def _against(run: Run, items: Sequence[Item], signs: _Signs) -> float:
    """What speaks against bare numbers."""
    points = 0.1 * (len(items) < _FEW) + 0.2 * (len(items) <= _FEW and not signs.telling)
    points += 0.5 * signs.decoy + (0.15 + 0.2 * (len(items) <= _FEW)) * _are_siblings(run)
    points += 0.4 * is_advice_to_readers(signs.filled)
    points += 0.8 * (share(signs.filled, is_answered) > _HALF)
    # Paragraphs of the report's own count that only lead in lists: what is recommended stands in those.
    points += 0.1 * (_regular(run) < _HALF and share(signs.filled, leads_in_parts) > _HALF)
    return points + 0.2 * _odd_lengths(items) + 0.35 * _are_chapters(items)


_MOST_PASTED = 40
_RULES = re.compile(
    r"\b(?:guidance|guidelines|code of practice|instructions|manual|handbook|procedures?|policy|rules|"
    r"conditions|minutes|notes? of (?:the|a) meeting|terms and conditions|judgment)\b",
    re.I,
)


def _alone(body: Body, run: Run, items: Sequence[Item], signs: _Signs) -> float:
    """Of a pasted list there may be nothing but its items, no heading that names it, or "Conclusions".

    Guidance is all "should", too; but it is long, or its title says what it is.
    """
    pasted = not body.document.sheets and len(items) <= _MOST_PASTED
    if signs.telling > HINTED or signs.decoy or not pasted or share(signs.filled, binds) > _HALF:
        return 0.0
    headed = sum(item.start.row.heading > 0 or _is_titled(item.text) for item in items)
    if headed * 2 > len(items) or not _is_all_there_is(body, items):
        return 0.0
    first = next((row for row in body.rows if row.heading), None)
    if first is not None and _RULES.search(first.text):
        return 0.0
    named = run.heading or next(headings_above(body, run.starts[0].row), None)
    concluding = named is not None and CONCLUDING.search(named.text) is not None
    if not concluding and max(signs.advising, signs.asking) < _NEARLY_ALL:
        return 0.0
    if body.document.marked and signs.asking < _HALF and share(signs.filled, says_so) < _HALF:
        return 0.0  # a page of steps, all in the imperative
    return 0.42 * (HINTED - signs.telling) + 0.25 * (concluding and signs.advising < _HARDLY)


def _is_titled(text: str) -> bool:
    """A few words and then prose: a numbered section."""
    first, _, rest = text.partition("\n")
    return bool(rest) and first[-1:].isalnum() and len(first.split()) <= _MOST_TITLE_WORDS


_MOST_TITLE_WORDS = 8


def _is_all_there_is(body: Body, items: Sequence[Item]) -> bool:
    """Whether the items, the headings above them and the room for answers are nearly the whole text."""
    inside = {row.index for item in items for row in item.rows}
    titles = sum(body.rows[index].heading > 0 for index in inside)
    stubs = {row.index for item in items for row in item.after if not row.heading and _is_offered(row.text)}
    return len(inside) * 10 >= 6 * (body.prose() + titles - len(stubs - inside))


def _is_offered(text: str) -> bool:
    """A choice or a limit alone, not an answer such as "Yes, ..." below a frequent question."""
    return text.startswith("☐") or is_for_answers(text)


_ASKED = 0.15
"""In a consultation the questions come before what is proposed in it."""


def _unnumbered(body: Body, run: Run, signs: _Signs) -> float:
    """Never as sure as a list with numbers."""
    advising = max(signs.advising, signs.asking)
    if run.word:
        said = run.word == "recommendation" and signs.advising > _HALF
        asked = run.word == "question" and consults(body)
        return 0.4 + 0.1 * said + 0.2 * advising + 0.1 * signs.named + _ASKED * asked
    first = run.starts[0].row
    pointed = _is_right_below(run) and BULLET.match(first.text) is not None
    if pointed and run.heading is not None:
        # At most a sentence leads in; of several paragraphs the bullets are but parts.
        between = body.rows[run.heading.index + 1 : first.index]
        pointed = sum(row.opens and not row.heading for row in between) <= 1
    lettered = signs.led_in and run.starts[0].label.number == "a"
    openly = share(signs.filled, is_open) > _NEARLY_ALL
    sure = run.heading is None or pointed or lettered or openly
    weakly = run.heading is not None and WEAKLY.search(run.heading.text) is not None
    # Under "What needs to change" all of them bid.
    several = weakly and len(run.starts) >= _SEVERAL and advising > _NEARLY_ALL
    return 0.1 + 0.25 * signs.named + 0.3 * advising + 0.2 * sure + 0.02 * openly + 0.06 * several


def _set_apart(body: Body, items: Sequence[Item]) -> float:
    """The share of items that are bold or italic where the text is not, or in boxes of their own."""
    firsts = [item.rows[min(1, len(item.rows) - 1)].line for item in items]
    boxes = len({line.box for line in firsts}) > 1  # a list within one box is that box's own
    apart = sum(
        bool((line.bold and not body.bold) or (line.italic and not body.italic) or (line.box and boxes))
        for line in firsts
    )
    return apart / len(items)


def _regular(run: Run) -> float:
    """1 where the numbers begin at 1 and leave nothing out."""
    values = run.values
    steps = sum(_follows(before, after) for before, after in pairwise(values))
    share = steps / max(1, len(values) - 1)
    return share if values[0][-1] <= 1 else 0.7 * share


def _follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    if before[:-1] == after[:-1]:
        # Counting anew is regular: only the lists of chapters, joined, ever do it.
        return after[-1] == before[-1] + 1 or after == (1,)
    if len(before) == len(after) and after[:-2] == before[:-2] and after[-2] == before[-2] + 1:
        return True
    return after == (*before, 1) or after[0] == before[0] + 1


def _odd_lengths(items: Sequence[Item]) -> float:
    """1 where most items are too short or too long to be answered one by one."""
    words = median(item.words for item in items)
    return float(words < _TERSE or words > _ENDLESS)


def _are_chapters(items: Sequence[Item]) -> float:
    """1 where the items are headed and so long that they are the document's chapters."""
    headed = sum(item.start.row.heading > 0 for item in items)
    words = median(item.words for item in items)
    return float(headed * 2 > len(items) and words > _LONG_FOR_AN_ITEM)


def _are_siblings(run: Run) -> float:
    """1 where the items are headings that rank with the one that should name them: sections after it."""
    named = run.heading.heading if run.heading is not None else 0.0
    ranking = sum(start.row.heading >= named for start in run.starts)
    return float(named > 0 and ranking * 2 > len(run.starts))


def _bounded(points: float) -> float:
    return round(max(0.0, min(1.0, points)), 3)
