"""A report as a response file carries it, and which report of the library that is."""

import datetime as dt
from dataclasses import dataclass

import msgspec

from drafter.domain.records.ids import RecommendationId, ReportId, id_from, new_id
from drafter.domain.records.reports import Limit, Part, Recommendation, RecommendationKind, Region, Report
from drafter.domain.richtext import clean_characters
from drafter.services.clock import now


class RecommendationEntry(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One recommendation of a report that the file brings along."""

    id: str = ""
    label: str | int
    text: str = ""
    kind: RecommendationKind = RecommendationKind.RECOMMENDATION
    heading: str = ""
    page: int | None = None
    pages: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    options: tuple[str, ...] = ()
    limit: Limit | None = None
    regions: tuple[Region, ...] = ()


class ReportEntry(msgspec.Struct, kw_only=True, omit_defaults=True):
    """The report that is answered."""

    id: str = ""
    title: str
    author: str = ""
    publisher: str = ""
    published: str = ""
    source: str = ""
    fingerprint: str = ""
    pages: int | None = None
    added_at: dt.datetime | None = None
    recommendations: tuple[RecommendationEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A report of the library that is the one a file brings, and which recommendation is which."""

    report: Report
    counterparts: dict[RecommendationId, RecommendationId]


def one_line(text: str) -> str:
    """Text of a file as a title, a heading or a name holds it."""
    return clean_characters(text).strip()


def report_entry(report: Report) -> ReportEntry:
    """A report as files have it."""
    names = set(ReportEntry.__struct_fields__) - {"recommendations"}
    return ReportEntry(
        **{name: getattr(report, name) for name in names},
        recommendations=tuple(
            RecommendationEntry(
                **{name: getattr(each, name) for name in RecommendationEntry.__struct_fields__}
            )
            for each in report.recommendations
        ),
    )


def report_from(entry: ReportEntry) -> Report:
    """The record of a report that a file carries."""
    return Report(
        id=ReportId(id_from(entry.id) if entry.id else new_id()),
        title=one_line(entry.title),
        author=one_line(entry.author),
        publisher=one_line(entry.publisher),
        published=one_line(entry.published),
        source=entry.source,
        fingerprint=entry.fingerprint,
        pages=entry.pages,
        recommendations=tuple(
            _recommendation(each, by_hand=entry.added_at is None) for each in entry.recommendations
        ),
        added_at=_aware(entry.added_at) if entry.added_at is not None else now(),
    )


def matching(brought: Report, there: Report) -> Match | None:
    """Whether this report of the library is the one that is brought: by id, by file, or by its list."""
    pairs = _counterparts(brought, there)
    match = Match(report=there, counterparts=pairs)
    if there.id == brought.id:
        return match
    is_whole = len(pairs) == len(brought.recommendations)
    if brought.fingerprint and there.fingerprint == brought.fingerprint and is_whole:
        return match
    is_same_list = is_whole and len(there.recommendations) == len(brought.recommendations)
    return match if is_same_list and _same(there.title, brought.title) else None


def _recommendation(entry: RecommendationEntry, *, by_hand: bool) -> Recommendation:
    pages = entry.pages
    if by_hand and not pages and entry.page is not None:
        pages = (entry.page,)
    return Recommendation(
        id=RecommendationId(id_from(entry.id) if entry.id else new_id()),
        label=one_line(str(entry.label)),
        kind=entry.kind,
        text=entry.text,
        heading=entry.heading,
        page=entry.page,
        pages=pages,
        parts=entry.parts,
        options=entry.options,
        limit=entry.limit,
        regions=entry.regions,
    )


def _counterparts(brought: Report, there: Report) -> dict[RecommendationId, RecommendationId]:
    """Those of the report there that have the same id, else the same label and words."""
    known = {each.id for each in there.recommendations}
    pairs: dict[RecommendationId, RecommendationId] = {}
    for number, each in enumerate(brought.recommendations):
        if each.id in known:
            pairs[each.id] = each.id
            continue
        alike = [other for other in there.recommendations if _is_like(each, other)]
        here = [other for other in there.recommendations[number : number + 1] if other in alike]
        if here or len(alike) == 1:
            pairs[each.id] = (here or alike)[0].id
    return pairs


def _is_like(one: Recommendation, other: Recommendation) -> bool:
    return one.kind is other.kind and _same(one.label, other.label) and _same(one.text, other.text)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _aware(moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
