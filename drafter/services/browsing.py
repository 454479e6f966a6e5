"""How a position’s review stands, in words, and where it was used."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from drafter.domain.comparing import same_words
from drafter.domain.fields import british_date
from drafter.domain.records.ids import PositionId, RecommendationId, ResponseId, RevisionId
from drafter.domain.records.positions import Entry, Position, Status
from drafter.domain.records.responses import LiveUse, PastUse, Response
from drafter.domain.records.stances import Stance
from drafter.services.answering import report_of
from drafter.store.library import Library
from drafter.store.listing import SOON
from drafter.store.replaced import with_replaced


def review_words(entry: Entry, day: date) -> str:
    """How its review stands, in words: "overdue since 1 May 2026", "never reviewed", or nothing."""
    if entry.review_by is None:
        is_new = entry.reviewed_on is None and entry.status is not Status.RETIRED
        return "never reviewed" if is_new else ""
    if not _is_due(entry, day):
        return ""
    when = f"{entry.review_by.day} {entry.review_by:%B} {entry.review_by.year}"
    if entry.review_by < day:
        return f"review overdue since {when}"
    return f"review due on {when}"


def reviewed_words(position: Position, day: date) -> str:
    """When it was reviewed last and when it should be again, as a sentence or two."""
    if position.status is Status.RETIRED or position.deletion is not None:
        return ""
    due, seen = position.facts.review_by, position.reviewed
    said = "Never reviewed."
    if seen is not None:
        said = f"Reviewed by {seen.by or 'someone'} on {british_date(seen.at.astimezone().date())}."
    if due is None:
        return said
    if due < day:
        return f"{said} Review overdue since {british_date(due)}."
    return f"{said} Review due on {british_date(due)}." if due <= day + SOON else said


def _is_due(entry: Entry, day: date) -> bool:
    soon = entry.review_by is not None and entry.review_by <= day + SOON
    return soon and entry.status is not Status.RETIRED


def replaced_by_title(library: Library, position: Position) -> str:
    """The title of what a retired position was replaced by; nothing where there is none."""
    by = position.facts.replaced_by
    return next((each.newest.title for each in library.positions((by,))), "") if by is not None else ""


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
    is_elsewhere: bool = False
    """Drafter does not have the response: the words came from its Word file."""
    worded: datetime | None = None
    """When the wording that it took was made; None where that is no longer known."""
    is_current: bool = True
    """It took the words that are in use now."""


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def where_used(library: Library, position: PositionId) -> tuple[WhereUsed, ...]:
    """Every response that holds or once took it, or what it replaced: drafts first, then the newest."""
    mine = with_replaced(library, position)
    past: dict[ResponseId, PastUse] = {}
    for each in (use for identity in mine for use in library.past_uses(identity)):
        past.setdefault(each.response, each)
    live: dict[ResponseId, list[LiveUse]] = {}
    for use in (use for identity in mine for use in library.live_uses(identity)):
        live.setdefault(use.response, []).append(use)
    heads = {each.id: each for each in library.response_heads(include_deleted=True)}
    found = [
        _of_wording(library, _live(library, each, uses), mine, uses[0].revision)
        for each, uses in live.items()
        if each not in past
    ]
    for identity, taken in past.items():
        head = heads.get(identity)
        names = _names(library, library.response(identity), taken.recommendations) if head else ()
        went_out = WhereUsed(
            response=identity,
            title=head.title if head is not None else taken.response_title,
            at=taken.at,
            asked=names,
            stances=taken.stances,
            manner="verbatim" if taken.verbatim else "tailored",
            is_gone=head is None or head.deleted,
            is_elsewhere=head is None,
        )
        found.append(_of_wording(library, went_out, mine, taken.revision))
    return tuple(sorted(found, key=lambda each: (each.at is None, each.at or _LONG_AGO), reverse=True))


def _of_wording(
    library: Library, use: WhereUsed, mine: tuple[PositionId, ...], revision: RevisionId
) -> WhereUsed:
    """With which of the wordings of the position, or of what it replaced, it was."""
    taken = library.revisions_of((revision,)).get(revision)
    if taken is None or taken.wording.position not in mine:
        return replace(use, is_current=False)
    current = library.position(mine[0]).current
    return replace(use, worded=taken.at, is_current=same_words(taken.text, current.text))


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
