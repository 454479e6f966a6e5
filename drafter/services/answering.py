"""What officers do on the desk: start a response, take stances, save the draft as it is typed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.domain.changes import Change, Edit, added, changed
from drafter.domain.errors import NothingToDo
from drafter.domain.records.ids import (
    PassageId,
    PositionId,
    RecommendationId,
    ReportId,
    ResponseId,
    SectionId,
    new_id,
)
from drafter.domain.records.people import Person
from drafter.domain.records.reports import Recommendation, Report
from drafter.domain.records.responses import (
    UNTITLED,
    Passage,
    Response,
    ResponseHead,
    ResponseState,
    Section,
    Shape,
    Use,
)
from drafter.domain.records.stances import Stance, StanceTaken
from drafter.domain.richtext import normal
from drafter.services.clock import today
from drafter.services.uses import uses_of
from drafter.store.library import Library

AUTOSAVE = "Write"
"""The label of saved typing in the trail."""


def new_response(
    library: Library,
    *,
    report: ReportId | None = None,
    shape: Shape = Shape.POINT_BY_POINT,
    title: str = "",
    by: Person,
) -> Change:
    """Start a draft.

    A point-by-point one holds an empty section for each recommendation, in the report's order.

    `response_of` gives its id.
    """
    answered = library.report(report) if report is not None else None
    identity = ResponseId(new_id())
    head = ResponseHead(
        id=identity,
        title=title or _title(answered, by),
        shape=shape,
        author=by.name,
        role=by.role,
        organisation=by.organisation,
        dated=today(),
        report=report,
    )
    wanted = answered.recommendations if answered is not None and shape is Shape.POINT_BY_POINT else ()
    response = Response(head=head, sections=lay_out(identity, wanted))
    edits = added(head, response.outline, *response.passages)
    return library.apply(Change.of(f"Start “{head.title}”", edits, by=by.name))


def response_of(change: Change) -> ResponseId:
    """The response that a change started or loaded."""
    heads = (each.after for each in change.edits)
    return next(each.id for each in heads if isinstance(each, ResponseHead))


def lay_out(response: ResponseId, recommendations: Iterable[Recommendation]) -> tuple[Section, ...]:
    """An opening, then an empty section for each recommendation; each holds one empty passage."""

    def empty(answers: tuple[RecommendationId, ...] = ()) -> Section:
        passage = Passage(id=PassageId(new_id()), response=response, answers=answers)
        return Section(id=SectionId(new_id()), passages=(passage,))

    return (empty(), *(empty((each.id,)) for each in recommendations))


def set_stance(
    library: Library,
    response: ResponseId,
    recommendations: Iterable[RecommendationId],
    stance: Stance,
    *,
    by: str = "",
) -> Change:
    """Take one stance on several recommendations at once; reasons and notes stay."""
    stored = library.response(response)
    edits = tuple(
        _stance_edit(stored, replace(stored.stance_on(each), stance=stance, set_aside=False))
        for each in recommendations
    )
    return library.apply(Change.of(f"Stance: {stance.phrase}", edits, by=by))


def set_reason(
    library: Library,
    response: ResponseId,
    recommendation: RecommendationId,
    *,
    reason: str,
    note: str,
    by: str = "",
) -> Change:
    """The reason is exported with the stance, the note never leaves the program.

    Raises NothingToDo if both are as they were.
    """
    stored = library.response(response)
    before = stored.stance_on(recommendation)
    after = replace(before, reason=" ".join(reason.split()), note=note.strip())
    if after == before:
        raise NothingToDo("Nothing has changed.")
    return library.apply(Change.of("Change reason and note", (_stance_edit(stored, after),), by=by))


def set_aside(
    library: Library,
    response: ResponseId,
    recommendations: Iterable[RecommendationId],
    *,
    aside: bool = True,
    by: str = "",
) -> Change:
    """Mark recommendations as not covered here; a stance that was taken stays."""
    stored = library.response(response)
    edits = tuple(
        _stance_edit(stored, replace(stored.stance_on(each), set_aside=aside)) for each in recommendations
    )
    return library.apply(Change.of("Not covered here" if aside else "Cover again", edits, by=by))


def set_head(library: Library, head: ResponseHead, *, by: str = "") -> Change:
    """Change the title block, the deadline or the shape. Raises NothingToDo if all is as it was."""
    before = library.response(head.id).head
    if before == head:
        raise NothingToDo("Nothing has changed.")
    return library.apply(Change.of("Change title block", changed(before, head), by=by))


def set_state(library: Library, response: ResponseId, state: ResponseState, *, by: str = "") -> Change:
    """Say how far it has come: a copy of the draft is kept, and what it uses of the library is remembered."""
    stored = library.response(response)
    if stored.head.state is state:
        raise NothingToDo(f"It is marked “{state.value}” already.")
    after = replace(stored.head, state=state)
    edits = (*changed(stored.head, after), *uses_of(library, stored))
    with library.together():
        change = library.apply(Change.of(f"Mark as {state.value}", edits, by=by))
        library.save_draft(library.response(response), label=state.value.capitalize(), by=by)
    return change


def delete_response(library: Library, response: ResponseId, *, by: str = "") -> Change:
    """Put a response into the bin."""
    head = library.response(response).head
    return library.apply(
        Change.of(f"Delete “{head.title}”", changed(head, replace(head, deleted=True)), by=by)
    )


def save_text(
    library: Library, response: ResponseId, sections: tuple[Section, ...], *, by: str = ""
) -> Change | None:
    """Write what differs between the open draft and what is stored, as one entry of the trail.

    None if nothing does.
    """
    stored = library.response(response)
    before = {each.id: each for each in stored.passages}
    draft = replace(stored, sections=tuple(_tidy(each, before) for each in sections))
    after = {each.id: each for each in draft.passages}
    edits = [*changed(stored.outline, draft.outline)]
    edits += [
        Edit(before=before.get(key), after=each) for key, each in after.items() if before.get(key) != each
    ]
    edits += [Edit(before=each) for key, each in before.items() if key not in after]
    if not edits:
        return None
    return library.apply(Change.of(AUTOSAVE, edits, by=by), coalesce=True)


def passage_from(
    library: Library,
    response: ResponseId,
    position: PositionId,
    *,
    answers: tuple[RecommendationId, ...] = (),
) -> Passage:
    """The current words of a position as a passage to insert."""
    current = library.position(position).current
    return Passage(
        id=PassageId(new_id()),
        response=response,
        text=current.text,
        answers=answers,
        use=Use(position=position, revision=current.id),
    )


def report_of(library: Library, head: ResponseHead) -> Report | None:
    """The report that a response answers, if any."""
    return library.report(head.report) if head.report is not None else None


def add_idea(library: Library, report: ReportId, idea: Recommendation, *, by: str = "") -> Change:
    """Something in the report that she named herself joins its recommendations, after the last."""
    before = library.report(report)
    after = replace(before, recommendations=(*before.recommendations, idea))
    return library.apply(Change.of(f"Add “{idea.name}”", changed(before, after), by=by))


def _tidy(section: Section, before: Mapping[PassageId, Passage]) -> Section:
    """Clean words; what is stored as it stands was clean when it was written."""
    passages = tuple(_cleaned(each, before.get(each.id)) for each in section.passages)
    return replace(section, heading=" ".join(section.heading.split()), passages=passages)


def _cleaned(given: Passage, stored: Passage | None) -> Passage:
    """The stored one itself where it says the same: it is compared again, and then costs nothing."""
    if stored is not None and stored == given:
        return stored
    return replace(given, text=normal(given.text))


def _stance_edit(stored: Response, after: StanceTaken) -> Edit:
    """The row as it stands, if there is one, to the row as it shall be."""
    before = next((each for each in stored.stances if each.recommendation == after.recommendation), None)
    return Edit(before=before, after=after)


def _title(report: Report | None, by: Person) -> str:
    if report is None:
        return UNTITLED
    whose = f"{by.organisation} response" if by.organisation else "Response"
    return f"{whose} to {report.title}"
