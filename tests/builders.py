"""Records for tests: each builder shows only what matters to the test and fills in the rest.

Pure records, no store: `a_change_of(a_position(...))` is the Change that would bring them into one. `named`
is an id in words ("p1", "the caveat"): it becomes the same 32 digits every time.
"""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TypeVar

from drafter.domain.changes import Change, added
from drafter.domain.records.ids import (
    PassageId,
    PositionId,
    RecommendationId,
    ReportId,
    ResponseId,
    RevisionId,
    SectionId,
    id_from,
    new_id,
)
from drafter.domain.records.people import Person
from drafter.domain.records.positions import (
    Approval,
    Deletion,
    Facts,
    Position,
    Retirement,
    Review,
    Revision,
    Status,
    Wording,
)
from drafter.domain.records.reports import Limit, LimitUnit, Part, Recommendation, Report
from drafter.domain.records.responses import (
    Passage,
    PastUse,
    Response,
    ResponseHead,
    Section,
    Shape,
    Use,
)
from drafter.domain.records.stances import Stance, StanceTaken
from drafter.domain.richtext import RichText, Source, normal, plain_text
from drafter.domain.richtext_html import from_html

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""When everything in a test happens that does not say otherwise."""

TODAY = date(2026, 11, 4)

OFFICER = Person(
    name="Ada Okafor", role="Policy Officer", organisation="Small Grants Trust", contact="ada@example.org"
)


def rich(html: str) -> RichText:
    """Rich text from the HTML subset, or from plain words."""
    return from_html(html) if "<" in html else plain_text(html)


def later(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


# --- the library


def a_source(title: str = "The Value of Volunteering", **more: str) -> Source:
    return Source(title=title, **({"publisher": "Small Grants Trust", "date": "March 2026"} | more))


def a_wording(
    text: str = "<p>We welcome long-term funding.</p>",
    *,
    title: str = "Long-term funding",
    position: str = "",
    sources: tuple[Source, ...] = (),
) -> Wording:
    wanted = PositionId(id_from(position) if position else new_id())
    return Wording(position=wanted, title=title, text=normal(rich(text)), sources=sources)


def a_revision(
    wording: Wording | None = None, *, approved: bool = True, at: datetime = NOON, **more
) -> Revision:
    """A revision of the wording, or of one made from what else is given; its id comes from its words."""
    wording = wording or a_wording(**more)
    identity = RevisionId(sha256(f"{wording!r}{at}".encode()).hexdigest())
    approval = (
        Approval(position=wording.position, revision=identity, by="The director", at=at) if approved else None
    )
    return Revision(id=identity, wording=wording, by="Ada Okafor", at=at, approval=approval)


def a_position(  # noqa: PLR0913 - each test names one or two of these
    text: str = "<p>We welcome long-term funding.</p>",
    *,
    title: str = "Long-term funding",
    named: str = "",
    status: Status = Status.APPROVED,
    reviewed: datetime | None = None,
    sources: tuple[Source, ...] = (),
    deleted: bool = False,
    **facts,
) -> Position:
    """A position as it stands, with one revision; kind, themes, stance, owner … as Facts has them."""
    wording = a_wording(text, title=title, position=named, sources=sources)
    revision = a_revision(wording, approved=status is not Status.DRAFT)
    who = wording.position
    review = Review(position=who, revision=revision.id, by="Ada Okafor", at=reviewed) if reviewed else None
    retirement = Retirement(position=who, by="Ada Okafor", at=NOON) if status is Status.RETIRED else None
    return Position(
        id=who,
        facts=Facts(position=who, **facts),
        current=revision,
        newest=revision,
        retirement=retirement,
        deletion=Deletion(position=who, by="Ada Okafor", at=NOON) if deleted else None,
        reviewed=review,
        heads=(revision.id,),
    )


def a_change_of(*positions: Position) -> Change:
    """The change that brings positions into a library: wordings and facts. Approving is another act."""
    records = [each for position in positions for each in (position.current.wording, position.facts)]
    return Change.of("Add positions", added(*records), by=OFFICER.name)


# --- the report


def a_recommendation(
    text: str = "The Government should fund small charities for at least three years.",
    *,
    label: str = "1",
    named: str = "",
    limit: int | None = None,
    characters: int | None = None,
    parts: tuple[tuple[str, str], ...] = (),
    **more,
) -> Recommendation:
    """A recommendation; `limit` is in words, `characters` in characters."""
    counted = Limit(count=limit, unit=LimitUnit.WORDS) if limit is not None else None
    if characters is not None:
        counted = Limit(count=characters, unit=LimitUnit.CHARACTERS)
    return Recommendation(
        id=RecommendationId(id_from(named or f"recommendation {label}")),
        label=label,
        text=text,
        limit=counted,
        parts=tuple(Part(label=label, text=text) for label, text in parts),
        **more,
    )


def a_report(
    *recommendations: Recommendation | str, title: str = "Volunteering and Local Charities", **more
) -> Report:
    """A report; recommendations given as words are numbered from 1."""
    made = tuple(
        each if isinstance(each, Recommendation) else a_recommendation(each, label=str(number))
        for number, each in enumerate(recommendations, start=1)
    )
    return Report(
        id=ReportId(id_from(title)),
        title=title,
        **({"author": "Dame Ruth Calder", "publisher": "HM Stationery", "published": "October 2026"} | more),
        recommendations=made,
    )


# --- the response

A_RESPONSE = ResponseId(id_from("the response"))
"""The response that passages and stances belong to unless they are put into another."""


def a_passage(
    text: str = "",
    *answers: Recommendation,
    of: Position | Revision | None = None,
    named: str = "",
    drawn_from: tuple[Position, ...] = (),
) -> Passage:
    """Words of one's own, or with `of` the library's (verbatim, where no text is given)."""
    revision = of.current if isinstance(of, Position) else of
    words = normal(rich(text)) if text or revision is None else revision.text
    return Passage(
        id=PassageId(id_from(named) if named else new_id()),
        response=A_RESPONSE,
        text=words,
        answers=tuple(each.id for each in answers),
        use=Use(position=revision.wording.position, revision=revision.id) if revision is not None else None,
        drawn_from=tuple(each.current.id for each in drawn_from),
    )


def a_section(*passages: Passage | str, heading: str = "", named: str = "") -> Section:
    """A section; without passages it holds one that is empty, as every section does."""
    made = tuple(each if isinstance(each, Passage) else a_passage(each) for each in passages) or (
        a_passage(),
    )
    return Section(id=SectionId(id_from(named) if named else new_id()), heading=heading, passages=made)


def a_stance(on: Recommendation, stance: Stance = Stance.WELCOME, **more) -> StanceTaken:
    return StanceTaken(response=A_RESPONSE, recommendation=on.id, stance=stance, **more)


def a_response(
    *sections: Section | Passage | str,
    to: Report | None = None,
    shape: Shape = Shape.POINT_BY_POINT,
    stances: tuple[StanceTaken, ...] = (),
    title: str = "Our response",
    **head,
) -> Response:
    """A response; a passage or words given in place of a section get one without a heading."""
    made = tuple(each if isinstance(each, Section) else a_section(each) for each in sections)
    identity = ResponseHead(
        id=A_RESPONSE, title=title, shape=shape, report=to.id if to is not None else None, **head
    )
    return Response(head=identity, sections=made, stances=stances)


def a_past_use(
    of: Position,
    *asked: str,
    stances: tuple[Stance, ...] = (),
    response: str = "Response to the first review",
    at: datetime = NOON,
    verbatim: bool = True,
    recommendations: tuple[Recommendation, ...] = (),
) -> PastUse:
    """That a response took the position's current wording, and the words that it answered."""
    return PastUse(
        position=of.id,
        revision=of.current.id,
        response=ResponseId(id_from(response)),
        response_title=response,
        at=at,
        verbatim=verbatim,
        recommendations=tuple(each.id for each in recommendations),
        asked=asked or tuple(each.text for each in recommendations),
        stances=stances,
    )


Found = TypeVar("Found")


def present(found: Found | None) -> Found:
    """What must be there."""
    assert found is not None
    return found
