"""A list within one sentence: "We recommend that the agency (1) ...; (2) ...; and (3) ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.reports.recognising.drafts import Draft
from drafter.reports.recognising.headings import heading_text, headings_above
from drafter.reports.recognising.items import Item
from drafter.reports.recognising.joining import joined
from drafter.reports.recognising.labels import Form, Label, value_of
from drafter.reports.recognising.objections import objections
from drafter.reports.recognising.paragraphs import paragraphs
from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.starts import Run, Start
from drafter.reports.recognising.wordings import HARD_DECOY, OPENLY, PAST, SENTENCES, TELLING

_MARK = re.compile(r"(?:^|(?<=[\s—–]))\((?P<number>\d{1,2}|[a-z])\)(?:\s+|$)")
_STOP = re.compile(r"(?<![A-Z])[.?!](?=[”’\"')]*(?:\s+[A-Z“‘]|$))")
_LEAD = re.compile(
    r"\b(?:we|i|it|this \w+|(?-i:[A-Z]{2,8})"
    r"|(?:the|your|our) (?:\w+ ){0,2}(?:committee|review|inquiry|commission|panel|group|taskforce|report"
    r"|authors?|inspectorate|board|council|office|ombudsman|auditor|court))"
    r"(?:\s(?:therefore|accordingly|also|further|strongly|now|jointly|are|is|respectfully))*"
    r"\s(?:recommends?|recommending|calls? (?:up)?on|calling (?:up)?on|urges?|urging|proposes?)\b"
    r"|\bit is (?:\w+ )?(?:recommended|proposed|advised)\b",
    re.I,
)
_RECOMMENDS = re.compile(r"\brecommends\b", re.I)
_FEWEST = 3
_MOST_LEADING_WORDS = 60
_SCORE, _NAMED = 0.5, 0.1
"""Any better list goes before it; a heading that names it adds a little."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an item begins, or ends: a row of its paragraph and a place in the row's text."""

    row: int
    at: int


def running_on_drafts(body: Body, contents: set[int]) -> Iterator[Draft]:
    """All such sentences of the document, as one list."""
    items: list[Item] = []
    for block in paragraphs(body.rows):
        if block[0].page not in contents and not block[0].heading and _may_count(block):
            items += _items(body, block)
    if not items:
        return
    run = Run(Form.LISTED, "", [item.start for item in items], limit=len(body.rows))
    above = [heading_text(body, row) for row in headings_above(body, items[0].start.row)][:2]
    if any(HARD_DECOY.search(text) for text in above):
        return
    named = any(TELLING.search(text) or _LEAD.search(text) for text in above)
    # Under such a heading the sentence that leads in speaks for each of its parts.
    texts = [f"{'We recommend ' * named}{item.text}" for item in items]
    points = _SCORE + _NAMED * named - objections(body, run, texts, float(named))
    yield Draft(run, items, round(max(0.0, points), 3))


def _may_count(block: Sequence[Row]) -> bool:
    """Most paragraphs do not, and are told at once."""
    return any("(3)" in row.text or "(c)" in row.text for row in block)


def _items(body: Body, block: Sequence[Row]) -> Iterator[Item]:
    places: list[tuple[re.Match[str], _Place]] = []
    for number, row in enumerate(block):
        places += [(found, _Place(number, found.start())) for found in _MARK.finditer(row.text)]
    counted = _counting(places)
    if len(counted) < _FEWEST or not _is_led_in(body, block, counted[0][1]):
        return
    ends = [place for _, place in counted[1:]] + [_end(block, counted[-1])]
    for (found, place), end in zip(counted, ends, strict=True):
        yield _item(body, block, found, place, end)


def _counting(places: Sequence[tuple[re.Match[str], _Place]]) -> list[tuple[re.Match[str], _Place]]:
    """From the first "(1)", or "(a)", on, each the next number."""
    counted: list[tuple[re.Match[str], _Place]] = []
    for found, place in places:
        number = found["number"]
        if counted and number.isdigit() != counted[0][0]["number"].isdigit():
            continue
        if value_of(number) == (len(counted) + 1,):
            counted.append((found, place))
    return counted


def _is_led_in(body: Body, block: Sequence[Row], first: _Place) -> bool:
    words = " ".join([*(row.text for row in block[: first.row]), block[first.row].text[: first.at]])
    lead = SENTENCES.split(words)[-1]
    if len(lead.split()) > _MOST_LEADING_WORDS or PAST.search(lead):
        return False
    if OPENLY.match(lead) is not None or _LEAD.search(lead) is not None:
        return True
    # Whoever it is: under a heading that names recommendations it is the report's author.
    above = next(headings_above(body, block[0]), None)
    return above is not None and is_name(heading_text(body, above)) and _RECOMMENDS.search(lead) is not None


def _end(block: Sequence[Row], last: tuple[re.Match[str], _Place]) -> _Place:
    """Of the sentence."""
    found, place = last
    for number in range(place.row, len(block)):
        stop = _STOP.search(block[number].text, found.end() if number == place.row else 0)
        if stop is not None:
            return _Place(number, stop.end())
    return _Place(len(block) - 1, len(block[-1].text))


def _item(body: Body, block: Sequence[Row], found: re.Match[str], place: _Place, end: _Place) -> Item:
    rows = block[place.row : end.row + 1]
    texts = [row.text for row in rows]
    texts[-1] = texts[-1][: end.at]
    texts[0] = texts[0][found.end() :]
    number = found["number"]
    label = Label(form=Form.LISTED, number=number, value=value_of(number) or (1,), rest=texts[0])
    text = joined(body, rows, texts).strip()
    return Item(Start(rows[0], label), rows, (), text, len(text.split()))
