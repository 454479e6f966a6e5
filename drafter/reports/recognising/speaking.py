"""How an item speaks: it asks, it advises, it opens with certain words, or it is a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.domain.placing import letters_of
from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import Recommendation
from drafter.reports.recognising.headings import heading_above
from drafter.reports.recognising.items import regions_of
from drafter.reports.recognising.joining import joined
from drafter.reports.recognising.paragraphs import paragraphs
from drafter.reports.recognising.placed import Placed
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.wordings import IMPERATIVE, STRONG

_MOST_NAME_WORDS = 8
_SENTENCES = re.compile(r"(?<=[.!?])[”\"’)]{0,3}\s+(?=[A-Z“‘\"(])")
_COMMENDS = re.compile(
    r"(?:we|i|this (?:report|review|paper)|the (?:committee|review|inquiry|commission|panel|group|taskforce))"
    r"(?:\s(?:also|therefore|strongly|further|will|would|now))*\s(?:recommend|propose|call|urge|suggest|ask)",
    re.I,
)
_NAME = re.compile(r"(?!(?:An?|The)\s)(?:[A-Z][\w’'-]*\s(?:(?:of|for|and|the)\s)*)+[A-Z][\w’'-]*")
"""Words with capitals in a row: “Community Recovery Fund”, “Office of the Older People’s Commissioner”."""


def speech_of(text: str) -> str:
    """What it does: it asks, it advises, or neither."""
    if "?" in text:
        return "asks"
    return "advises" if STRONG.stand_in(text) or IMPERATIVE.match(text) else ""


def said_like(body: Body, placed: Placed, wanted: Recommendation) -> list[Recommendation]:
    """Names that end like it, or sentences that open like it."""
    name = _name_of(wanted.text)
    said = _named_like(body, name) if name else _opened_like(body, wanted)
    found: dict[str, Recommendation] = {}
    for row, words in said:
        if letters_of(words) not in found:
            found[letters_of(words)] = _item(body, placed, wanted, row, words)
    return list(found.values())


def _name_of(text: str) -> str:
    """The name that the text is, but for an article; empty where it is none."""
    words = text.strip(" .,;:“”‘’\"'")
    found = _NAME.search(words)
    if found is None or len(words.split()) > _MOST_NAME_WORDS:
        return ""
    return found.group() if found.end() == len(words) else ""


def _named_like(body: Body, name: str) -> Iterator[tuple[Row, str]]:
    last = name.rsplit(maxsplit=1)[-1]
    for block in paragraphs(body.rows):
        for found in _NAME.finditer(_words(body, block)):
            if found.group().rsplit(maxsplit=1)[-1] == last and found.group() != name:
                yield block[0], found.group()


def _opened_like(body: Body, wanted: Recommendation) -> Iterator[tuple[Row, str]]:
    opening = _opening(wanted.text)
    goes_on = len(_SENTENCES.split(wanted.text)) > 1
    for block in paragraphs(body.rows):
        sentences = [] if block[0].heading else _SENTENCES.split(_words(body, block))
        for at, sentence in enumerate(sentences):
            if _opening(sentence) != opening:
                continue
            yield block[0], " ".join(sentences[at:]) if goes_on else sentence
            if goes_on:
                break


def _opening(text: str) -> str:
    """“We recommend”, however it is put; else the first two words."""
    return "recommends" if _COMMENDS.match(text) else letters_of(" ".join(text.split()[:2]))


def _words(body: Body, rows: Sequence[Row]) -> str:
    return joined(body, rows, [row.text for row in rows])


def _item(body: Body, placed: Placed, wanted: Recommendation, row: Row, words: str) -> Recommendation:
    paged = bool(body.document.sheets)
    made = Recommendation(
        id=RecommendationId(new_id()),
        label="",
        kind=wanted.kind,
        text=words.strip(),
        heading=heading_above(body, row, set()),
        page=row.page if paged else None,
    )
    span = placed.span_of(made)
    if not paged or span is None:
        return made
    pages = tuple(dict.fromkeys(each.page for each in span.rows))
    return replace(made, page=pages[0], pages=pages, regions=tuple(regions_of(body, span.rows)))
