"""The library by its facets, with counts, and where a position was used."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from drafter.domain.records.ids import PositionId, RecommendationId, ResponseId
from drafter.domain.records.positions import Entry, Kind, Status
from drafter.domain.records.responses import LiveUse, PastUse, Response
from drafter.domain.records.stances import Stance
from drafter.services.answering import report_of
from drafter.store.library import Library

SOON = timedelta(days=30)
"""Due is what should be reviewed within this time, or should have been."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow the list: its group ("Theme"), its name in it, and how many entries it leaves."""

    group: str
    name: str
    count: int = 0

    @property
    def key(self) -> tuple[str, str]:
        return self.group, self.name


def facets(entries: Iterable[Entry], day: date) -> tuple[Facet, ...]:
    """Every facet that leaves something, group by group; themes and owners by name."""
    listed = tuple(entries)
    found = []
    for group, tell in _GROUPS.items():
        counted = Counter(chain.from_iterable(tell(each, day) for each in listed))
        names = sorted(counted, key=str.casefold)
        found += [Facet(group=group, name=name, count=counted[name]) for name in names]
    return tuple(found)


def narrowed(entries: Iterable[Entry], wanted: Iterable[Facet], day: date) -> tuple[Entry, ...]:
    """The entries that every group allows: within a group one of the chosen names is enough."""
    groups: dict[str, set[str]] = {}
    for each in wanted:
        groups.setdefault(each.group, set()).add(each.name)
    return tuple(
        entry
        for entry in entries
        if all(not names.isdisjoint(_GROUPS[group](entry, day)) for group, names in groups.items())
    )


def review_words(entry: Entry, day: date) -> str:
    """How its review stands, in words: "overdue since 1 May 2026", "due on 3 June 2026", or nothing."""
    if entry.review_by is None or not _is_due(entry, day):
        return ""
    when = f"{entry.review_by.day} {entry.review_by:%B} {entry.review_by.year}"
    if entry.review_by < day:
        return f"review overdue since {when}"
    return f"review due on {when}"


def _is_due(entry: Entry, day: date) -> bool:
    soon = entry.review_by is not None and entry.review_by <= day + SOON
    return soon and entry.status is not Status.RETIRED


_Tell = Callable[[Entry, date], Iterable[str]]


def _attention(entry: Entry, day: date) -> Iterable[str]:
    if _is_due(entry, day):
        yield "Review due"
    if entry.review_by is None:
        yield "No review date"
    if not entry.owner:
        yield "No owner"
    if not entry.uses:
        yield "Never used"
    if entry.has_newer_draft:
        yield "Newer draft"


_STATUS = {each: (each.value.capitalize(),) for each in Status}
_KIND = {each: (each.value.capitalize(),) for each in Kind}

_GROUPS: dict[str, _Tell] = {
    "Status": lambda entry, _: _STATUS[entry.status],
    "Kind": lambda entry, _: _KIND[entry.kind],
    "Attention": _attention,
    "Theme": lambda entry, _: entry.themes,
    "Owner": lambda entry, _: (entry.owner,) if entry.owner else (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereUsed:
    """One response that took a position: what it answered there, and how."""

    response: ResponseId
    title: str
    at: datetime | None
    """When it was exported or changed state; None while it only stands in the draft."""
    asked: tuple[str, ...] = ()
    """The recommendations that it answered, by name."""
    stances: tuple[Stance, ...] = ()
    manner: str = ""
    """“verbatim”, "tailored" or "woven in"."""
    is_gone: bool = False
    """The response is in the bin."""


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def where_used(library: Library, position: PositionId) -> tuple[WhereUsed, ...]:
    """Every response that holds it now or took it once, drafts first, then the newest."""
    past: dict[ResponseId, PastUse] = {}
    for each in library.past_uses(position):
        past.setdefault(each.response, each)
    live: dict[ResponseId, list[LiveUse]] = {}
    for use in library.live_uses(position):
        live.setdefault(use.response, []).append(use)
    heads = {each.id: each for each in library.response_heads(include_deleted=True)}
    found = [_live(library, each, uses) for each, uses in live.items() if each not in past]
    for identity, taken in past.items():
        head = heads.get(identity)
        names = _names(library, library.response(identity), taken.recommendations) if head else ()
        found.append(
            WhereUsed(
                response=identity,
                title=head.title if head is not None else taken.response_title,
                at=taken.at,
                asked=names,
                stances=taken.stances,
                manner="verbatim" if taken.verbatim else "tailored",
                is_gone=head is None or head.deleted,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.at is None, each.at or _LONG_AGO), reverse=True))


def _live(library: Library, identity: ResponseId, uses: list[LiveUse]) -> WhereUsed:
    response = library.response(identity)
    passages = {each.id: each for each in response.passages}
    held = [passages[each.passage] for each in uses if each.passage in passages]
    answered = tuple(dict.fromkeys(each for passage in held for each in passage.answers))
    if all(each.woven for each in uses):
        manner = "woven in"
    else:
        revisions = library.revisions_of(each.use.revision for each in held if each.use is not None)
        taken = [(each, revisions.get(each.use.revision)) for each in held if each.use is not None]
        is_verbatim = all(words is not None and each.is_verbatim(words.text) for each, words in taken)
        manner = "verbatim" if is_verbatim else "tailored"
    return WhereUsed(
        response=identity,
        title=response.head.title,
        at=None,
        asked=_names(library, response, answered),
        stances=tuple(response.stance_on(each).stance for each in answered),
        manner=manner,
        is_gone=response.head.deleted,
    )


def _names(library: Library, response: Response, wanted: Iterable[RecommendationId]) -> tuple[str, ...]:
    report = report_of(library, response.head)
    known = {each.id: each.name for each in report.recommendations} if report is not None else {}
    return tuple(known[each] for each in wanted if each in known)
