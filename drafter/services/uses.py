"""What a response took from the library, to be remembered when it is exported or changes state."""

from dataclasses import replace

from drafter.domain.changes import Edit, changed
from drafter.domain.records.ids import RevisionId
from drafter.domain.records.positions import Revision
from drafter.domain.records.reports import Recommendation
from drafter.domain.records.responses import Passage, PastUse, Response, Use
from drafter.services.clock import now
from drafter.store.library import Library


def uses_of(library: Library, response: Response) -> tuple[Edit, ...]:
    """Edits that remember each wording that this response uses now, with the words that it answered."""
    report = library.report(response.head.report) if response.head.report is not None else None
    known = {each.id: each for each in report.recommendations} if report is not None else {}
    revisions = library.revisions_of(each.use.revision for each in response.passages if each.use is not None)
    before = {each.key: each for each in library.past_uses() if each.response == response.id}
    by_use: dict[Use, list[Passage]] = {}
    for passage in response.passages:
        if passage.use is not None and passage.use.revision in revisions:
            by_use.setdefault(passage.use, []).append(passage)
    edits: list[Edit] = []
    for use, passages in by_use.items():
        answered = tuple(dict.fromkeys(each for passage in passages for each in passage.answers))
        past = _past_use(response, use, passages, revisions)
        past = _asked(past, response, tuple(known[each] for each in answered if each in known))
        edits += changed(before.get(past.key), past)
    return tuple(edits)


def _past_use(
    response: Response, use: Use, passages: list[Passage], revisions: dict[RevisionId, Revision]
) -> PastUse:
    return PastUse(
        position=use.position,
        revision=use.revision,
        response=response.id,
        response_title=response.head.title,
        at=now(),
        verbatim=all(each.is_verbatim(revisions[use.revision].text) for each in passages),
    )


def _asked(past: PastUse, response: Response, answered: tuple[Recommendation, ...]) -> PastUse:
    return replace(
        past,
        recommendations=tuple(each.id for each in answered),
        asked=tuple(each.text for each in answered),
        stances=tuple(response.stance_on(each.id).stance for each in answered),
    )
