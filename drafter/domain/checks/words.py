"""What the words themselves show: fields without a value, figures without a source, a paragraph twice."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from drafter.domain.checks.findings import Code, Draft, Finding, Severity
from drafter.domain.fields import unresolved
from drafter.domain.records.ids import PassageId
from drafter.domain.records.responses import Passage

_FEWEST_WORDS = 6
"""A paragraph shorter than this may come twice without anyone minding."""

_NUMBER = r"\d+(?:[.,]\d+)*"
_WORD_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_FIGURE = re.compile(
    rf"""
    [£€$]\s?{_NUMBER}(?:\s?(?:million|billion|thousand|bn|m|k)\b)?          # £2.5 million
    | {_NUMBER}\s?(?:%|per\ cent\b|percent\b|percentage\ points?\b)         # 67%
    | {_NUMBER}\s(?:million|billion|thousand)\b | {_NUMBER}(?:bn|m)\b      # 3 million
    | \b\d{{1,3}}(?:,\d{{3}})+\b                                            # 12,500
    | (?<![\w./:-])(?<!\d\s)[1-9]\d{{2,}}(?![\w/:-]|\.\d|\s\d)  # 4800; not 020 7946
    | \b{_WORD_NUMBER}\s(?:in|out\ of)\s(?:every\s)?{_WORD_NUMBER}\b        # one in five
    | \b(?:a|one|two|three)[\s-](?:third|quarter|fifth|tenth)s?\ of\b       # two thirds of
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAMES_A_PLACE = re.compile(
    r"\b(?:sections?|paragraphs?|paras?|pages?|pp?\.?|recommendations?|questions?|articles?|clauses?|chapters?|"
    r"regulations?|rules?|no\.?|number|HC|HL|Cm|CP|SI|figures?|tables?|proposals?|conclusions?|directive|resolution|"
    r"part|schedule|bill|act|standard|ISO|room|PO box)\s*(?:\d+\s*(?:,|and|to|or|[-–])\s*)*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")


_CALLED = {
    "organisation": "Your organisation’s name",
    "author": "The name of who signs it",
    "role": "The role of who signs it",
    "report.title": "The report’s title",
    "report.author": "The report’s author",
    "report.publisher": "The report’s publisher",
    "report.published": "The report’s date",
    "response.title": "The headline",
    "response.date": "The date of the response",
}
"""What the house's own fields are called; the organisation's have the names that it gave them."""
_LABEL, _OF_REPORT = "recommendation.label", "report."


def check_words(draft: Draft) -> Iterator[Finding]:
    yield from _unresolved(draft)
    yield from _unsourced(draft)
    yield from _same_paragraphs(draft)


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[str, ...]:
    """The amounts, shares and counts in it; no years, dates, or numbers of sections and pages."""
    return tuple(each.group() for each in _FIGURE.finditer(text) if not _is_a_name(text, each))


def _is_a_name(text: str, found: re.Match[str]) -> bool:
    words = found.group()
    if not words.isdigit():
        return False
    return _YEAR.fullmatch(words) is not None or _NAMES_A_PLACE.search(text[: found.start()]) is not None


def _unresolved(draft: Draft) -> Iterator[Finding]:
    """Once a field: filled in, it has its value everywhere."""
    places: dict[str, list[str]] = defaultdict(list)
    for passage, name in unresolved(draft.response, draft.values, draft.report):
        places[name].append(passage)
    for name, passages in places.items():
        where = f" in {len(passages)} passages" if len(passages) > 1 else ""
        yield Finding(
            code=Code.UNRESOLVED_FIELD,
            severity=Severity.BLOCKS,
            sentence=_lacking(draft, name, where),
            passage=PassageId(passages[0]),
            words=f"‹{name}›",
            stands_for_nothing=_stands_for_nothing(draft, name),
        )


def _stands_for_nothing(draft: Draft, name: str) -> bool:
    """It can have no value here, so that it can only be taken out."""
    return name == _LABEL or (name.startswith(_OF_REPORT) and draft.response.head.report is None)


def _lacking(draft: Draft, name: str, where: str) -> str:
    said = _CALLED.get(name, f"“{name}”")
    if name == _LABEL:
        return f"What the words answer is named{where}, but they answer nothing. Say what, or take it out."
    if _stands_for_nothing(draft, name):
        return f"{said} is named{where}, but this response answers no report. Take it out."
    return f"{said} is not filled in yet{where}. Fill it in, or take it out."


def _unsourced(draft: Draft) -> Iterator[Finding]:
    for passage in draft.response.passages:
        if passage.text.footnotes or passage.text.links:
            continue
        found = [each for paragraph in passage.text.paragraphs for each in figures(paragraph.plain)]
        if not found:
            continue
        named = ", ".join(f"“{each}”" for each in dict.fromkeys(found))
        kept = _has_sources(draft, passage)
        yield Finding(
            code=Code.UNSOURCED_FIGURE,
            severity=Severity.ADVICE if kept else Severity.WARNING,
            sentence=f"No footnote or link says where {named} comes from"
            + ("; the library names a source for these words." if kept else "."),
            passage=passage.id,
            words=found[0],
        )


def _has_sources(draft: Draft, passage: Passage) -> bool:
    return any(
        (known := draft.revisions.get(each)) is not None and known.sources for each in draft.used(passage)
    )


def _same_paragraphs(draft: Draft) -> Iterator[Finding]:
    seen: set[str] = set()
    for passage in draft.response.passages:
        for paragraph in passage.text.paragraphs:
            words = _folded(paragraph.plain)
            if words.count(" ") < _FEWEST_WORDS - 1 or paragraph.style.is_heading:
                continue
            if words in seen:
                yield Finding(
                    code=Code.SAME_PARAGRAPH,
                    severity=Severity.WARNING,
                    sentence=f"This paragraph comes twice: “{_first_words(paragraph.plain)}”",
                    passage=passage.id,
                    words=paragraph.plain,
                )
            seen.add(words)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")  # noqa: PLR2004 - as many as fit a line of the list
