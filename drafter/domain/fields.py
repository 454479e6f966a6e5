"""Merge fields: their names, and the values that a response, its report and the officer give them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.people import Person
from drafter.domain.records.reports import Recommendation, Report
from drafter.domain.records.responses import Response, ResponseHead

FIELDS = (
    "organisation",
    "author",
    "role",
    "report.title",
    "report.author",
    "report.publisher",
    "report.published",
    "response.title",
    "response.date",
    "recommendation.label",
)
"""The fields that every response knows; the organisation may have its own besides."""


_FEW = 4
_CHAPTER = re.compile(
    r"(?:chapter|part|section|volume)\s+(?:\d+|[ivx]+|[a-z])\b(?=\s*[:.\u2013\u2014-]|\s*$)", re.IGNORECASE
)


def british_date(day: date | None) -> str:
    """“4 November 2026”, or nothing."""
    return "" if day is None else f"{day.day} {day:%B} {day.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValues:
    """What fields stand for; a name without a value is not in it."""

    values: Mapping[str, str]

    def __call__(self, name: str) -> str | None:
        return self.values.get(name) or None

    def answering(self, recommendations: tuple[Recommendation, ...]) -> "FieldValues":
        """Likewise inside a passage that answers these."""
        named = joined_labels(recommendations)
        return FieldValues(values={**self.values, "recommendation.label": named}) if named else self


def field_values(
    head: ResponseHead, report: Report | None, person: Person, own: Mapping[str, str] | None = None
) -> FieldValues:
    """Values for one response.

    Its title block first, then the officer, then the organisation's own fields.
    """
    found = {
        **(own or {}),
        "organisation": head.organisation or person.organisation,
        "author": head.author or person.name,
        "role": head.role or person.role,
        "response.title": head.title,
        "response.date": british_date(head.dated),
    }
    if report is not None:
        found |= {
            "report.title": report.title,
            "report.author": report.author,
            "report.publisher": report.publisher,
            "report.published": report.published,
        }
    return FieldValues(values={name: value for name, value in found.items() if value})


def joined_labels(recommendations: tuple[Recommendation, ...]) -> str:
    """“recommendation 4”, "recommendations 4 and 7", "questions 1 and 2", "Q1": as running text has them."""
    if not recommendations:
        return ""
    kinds = {each.kind for each in recommendations}
    labels = _labels(recommendations)
    if len(kinds) > 1 or not all(label[:1].isdigit() for label in labels):
        return _listed([each.name if each.label else first_words(each.text) for each in recommendations])
    kind = kinds.pop().value
    return f"{kind if len(labels) == 1 else kind + 's'} {_listed(labels)}"


def _labels(recommendations: tuple[Recommendation, ...]) -> list[str]:
    """As they are; where one comes twice, with where it stands: “1 (Chapter 1)” and "1 (Chapter 2)"."""
    times = Counter((each.kind, each.label) for each in recommendations if each.label)
    return [
        f"{each.label} ({place})"
        if times[each.kind, each.label] > 1 and (place := _place(each))
        else each.label
        for each in recommendations
    ]


def names_of(recommendations: Iterable[Recommendation]) -> dict[RecommendationId, str]:
    """What to call each in a list of all; where two have one name, with where they stand."""
    given = tuple(recommendations)
    times = Counter(each.name for each in given)
    return {
        each.id: f"{each.name} ({place})" if times[each.name] > 1 and (place := _place(each)) else each.name
        for each in given
    }


def _place(recommendation: Recommendation) -> str:
    """The number of its chapter, the first words of its heading, or its page."""
    heading = recommendation.heading.strip()
    numbered = _CHAPTER.match(heading)
    if numbered is not None:
        return numbered.group().strip()
    if heading:
        return first_words(heading, _FEW)
    return f"page {recommendation.page}" if recommendation.page is not None else ""


def first_words(text: str, most: int = 8) -> str:
    """What a thing without a label is called by: as much of its text as fits a heading."""
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most]).rstrip(',;:.')} …"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def unresolved(response: Response, values: FieldValues, report: Report | None) -> tuple[tuple[str, str], ...]:
    """Fields without a value that stand in the draft: (passage id, field name) in reading order."""
    known = {each.id: each for each in report.recommendations} if report is not None else {}
    missing: dict[tuple[str, str], None] = {}
    for passage in response.passages:
        local = values.answering(tuple(known[each] for each in passage.answers if each in known))
        for name in passage.text.fields:
            if local(name) is None:
                missing[passage.id, name] = None
    return tuple(missing)
