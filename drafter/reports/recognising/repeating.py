"""Lists in no form that is known: whatever counts on, and paragraphs that look alike and advise."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.reports.counting import from_letters, from_roman
from drafter.reports.recognising.after_lead_ins import BULLET, LETTER
from drafter.reports.recognising.labels import Form, Label, label_of
from drafter.reports.recognising.paragraphs import paragraphs, words_of
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.starts import Run, Start
from drafter.reports.recognising.wordings import (
    DECOY,
    HARD_DECOY,
    IMPERATIVE,
    LEADING_ENDS,
    OPENLY,
    STRONG,
    THAT,
)

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Item:
    """Where one may begin."""

    row: Row
    number: str
    """As printed, or none."""
    rest: str
    """What follows the number on its line."""
    value: tuple[int, ...] = ()
    block: Sequence[Row] = ()
    """The rows of its paragraph."""


def repeating_runs(body: Body, contents: set[int]) -> Iterator[Run]:
    """Each with the numbers as printed; paragraphs without any are counted by us."""
    for items in (*_counting(body, contents), *_alike(body, contents)):
        if not _is_led_in(body, items[0]):
            starts = [Start(item.row, _label(item, at)) for at, item in enumerate(items, start=1)]
            yield Run(Form.LISTED, "", starts, limit=len(body.rows))


def _label(item: _Item, at: int) -> Label:
    return Label(form=Form.LISTED, number=item.number or str(at), value=(at,), rest=item.rest)


_COUNTED = re.compile(
    r"(?P<before>[\[(•]?\s?(?:[A-Z][\w’'&-]*\s){0,4}[A-Z]{0,6}[\s#:./-]{0,2}(?:\d{4}[-/])?)"
    r"(?P<number>\d{1,4}(?:\.\d{1,3}){0,3}(?:\s?\([a-z]\)|[a-z])?|[a-z]|[ivx]{2,6}|[IVX]{1,6}|[A-Z])"
    r"(?P<after>[\])]?[.:)\]]{0,2}|\s[–—-])(?=\s|$)\s*(?P<rest>.*)",
    re.S,
)
"""Any few words with a number, a letter or a Roman numeral behind them, or such a one alone."""
_PLACES = re.compile(
    r"(?:the|an?|in|of|chapter|section|table|figure|box|annex|appendix|part|page|paragraph|article|chart|step"
    r"|schedule|case study|volume|note|example|year|phase|stage|week)\b",
    re.I,
)
"""Before a number these name a place in a document, or in a plan."""
_DECIMAL = re.compile(r"(?P<levels>\d+(?:\.\d+)*)\s?(?:\(?(?P<letter>[a-z])\)?)?")
_MOST_LEFT_OUT, _NEAR = 2, 24.0
"""Numbers that a count may leave out, and points that its labels may stand apart."""


def _counting(body: Body, contents: set[int]) -> Iterator[list[_Item]]:
    """Labels of one kind, whatever it is, that count on from the first."""
    counts: dict[tuple[str, str, str], list[list[_Item]]] = defaultdict(list)
    for row in body.rows:
        found = _COUNTED.match(row.text) if row.opens and row.page not in contents else None
        if found is None or row.has_leaders or _PLACES.match(found["before"]):
            continue
        for kind, value in _values(found["number"]):
            chains = counts[found["before"].strip().lower(), kind, found["after"].strip()]
            item = _Item(row, found["number"].replace(" ", ""), found["rest"], value)
            going = next((each for each in reversed(chains[-_MOST_OPEN:]) if _goes_on(each[-1], item)), None)
            if going is not None:
                going.append(item)
            elif value[-1] == 1:
                chains.append([item])
    for chains in counts.values():
        yield from (chain for chain in chains if len(chain) >= _FEWEST)


def _is_led_in(body: Body, first: _Item) -> bool:
    """What a sentence leads in is judged by that sentence."""
    above = body.rows[first.row.index - 1].text.rstrip() if first.row.index else ""
    return above.endswith(LEADING_ENDS)


_MOST_OPEN = 10


def _values(number: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """How it may count, and as what: an "i" is the first of its kind, or the ninth."""
    found = _DECIMAL.fullmatch(number)
    if found:
        levels = tuple(map(int, found["levels"].split(".")))
        letter = (from_letters(found["letter"]) or 0,) if found["letter"] else ()
        yield f"{len(levels)}{'a' * len(letter)}", (*levels, *letter)
        return
    case = "upper" if number.isupper() else "lower"
    if (as_roman := from_roman(number)) is not None:
        yield f"roman {case}", (as_roman,)
    if len(number) == 1 and (as_letter := from_letters(number)) is not None:
        yield f"letter {case}", (as_letter,)


def _goes_on(last: _Item, item: _Item) -> bool:
    if abs(last.row.left - item.row.left) > _NEAR:
        return False
    before, now = last.value, item.value
    level = next((at for at, (one, two) in enumerate(zip(before, now, strict=True)) if one != two), None)
    if level is None or any(below != 1 for below in now[level + 1 :]):
        return False
    return 0 < now[level] - before[level] <= 1 + _MOST_LEFT_OUT


_MOSTLY = 0.7
_FEWEST_WORDS = 5
_Look = tuple[str, bool, bool, int, bool, int, int]
"""The kind of label, then the typeface, level, frame, size and edge."""
_FEWEST_OF_MANY = 0.6
"""Of all paragraphs: so many are no list, but the text."""
_FEW = 12


def _alike(body: Body, contents: set[int]) -> Iterator[list[_Item]]:
    """Paragraphs of one look, of the sections in which nearly all of them advise."""
    looks: dict[_Look, dict[int, list[_Item]]] = defaultdict(lambda: defaultdict(list))
    section, told, total = -1, False, 0
    for block in paragraphs(body.rows):
        first = block[0]
        if first.heading:
            section = first.index
            told = HARD_DECOY.search(first.text) is not None or DECOY.search(first.text) is not None
        elif not (told or first.page in contents):
            kind, number, rest = _mark(first)
            if len(block) > 1 or len(rest.split()) >= _FEWEST_WORDS:
                total += 1
                looks[_look(first, kind)][section].append(_Item(first, number, rest, block=block))
    for sections in looks.values():
        found = _advising(list(sections.values()))
        if len(found) >= _FEWEST and (total < _FEW or len(found) < _FEWEST_OF_MANY * total):
            yield found


def _advising(sections: Sequence[Sequence[_Item]]) -> list[_Item]:
    """Those of whole sections; or the one that stands in each of most of them."""
    advising = [each for each in sections if _advise_mostly(each)]
    several = [each for each in advising if len(each) > 1]
    if several and len(several) * 2 >= len(advising):
        advising = several
    elif len(advising) >= _MOSTLY * len(sections):
        advising = list(sections)  # though some do so in words that we do not know
    elif len(advising) * 2 < len(sections):
        return []
    return [item for each in advising for item in each]


def _advise_mostly(items: Sequence[_Item]) -> bool:
    """Of a report's own paragraphs most do not: the first few tell."""
    spare = len(items) - _MOSTLY * len(items)
    for item in items:
        spare -= not _advises(" ".join([item.rest, words_of(item.block[1:])]))
        if spare < 0:
            return False
    return True


def _look(row: Row, kind: str) -> _Look:
    line = row.line
    return kind, line.bold, line.italic, line.level, bool(line.box), round(row.size * 2), round(row.left / 8)


def _mark(row: Row) -> tuple[str, str, str]:
    """The kind of its label or bullet, the number, and what follows."""
    if bullet := BULLET.match(row.text):
        return row.text[0], "", row.text[bullet.end() :]
    if (label := label_of(row)) is not None:
        return f"{label.form}{label.word}{label.sign}", label.number, label.rest
    if letter := LETTER.match(row.text):
        return "a", letter["letter"], row.text[letter.end() :]
    return "", "", row.text


_TOLD = re.compile(
    r"(?:you\b|if\b)|[^.;:?!]{0,140}\b(?:said|told|felt|argued|believed?|thought|suggested|say|asked|stressed)\b",
    re.I,
)
"""What others say should be done."""
_QUOTING = re.compile(r"[“\"][^“”\"]{30}|\byou\b", re.I)


def _advises(text: str) -> bool:
    if OPENLY.match(text) or THAT.match(text):
        return True
    if _TOLD.match(text) or _QUOTING.search(text):
        return False
    return STRONG.stand_in(text) or (IMPERATIVE.match(text) is not None and len(text.split()) > _FEWEST_WORDS)
