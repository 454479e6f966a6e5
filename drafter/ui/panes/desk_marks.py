"""What the margin of the draft says of each passage, and what is not ready: worked out beside the typing."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from drafter.domain.checks import Code, Draft, Finding, readiness
from drafter.domain.checks.lengths import measured_answers
from drafter.domain.comparing import compare, is_tailored
from drafter.domain.fields import joined_labels
from drafter.domain.records.ids import PassageId
from drafter.domain.records.reports import PageText, Recommendation
from drafter.domain.records.responses import Passage, Response
from drafter.domain.records.stances import Stance
from drafter.services.exporting import draft_of
from drafter.services.profiles import form_of
from drafter.services.quoting import is_quoting
from drafter.settings import Preferences
from drafter.store.library import Library
from drafter.ui.text.marks import Mark, MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The draft looked over at one moment."""

    findings: tuple[Finding, ...] = ()
    marks: dict[PassageId, Mark] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    """What merge fields stand for."""
    is_quoting: bool = False
    """It says what stands on which page of the report."""


_TROUBLES = {
    Code.GONE: MarkKind.RETIRED,
    Code.RETIRED: MarkKind.RETIRED,
    Code.NEWER_WORDING: MarkKind.NEWER,
    Code.UNAPPROVED: MarkKind.UNAPPROVED,
}


def look_over(
    library: Library, response: Response, preferences: Preferences, pages: tuple[PageText, ...]
) -> Look:
    """Everything that the desk says about a draft besides its coverage; it reads the library."""
    form = form_of(preferences, response.head)
    draft = draft_of(library, response, person=preferences.person, form=form)
    draft = replace(draft, pages=pages, advise=preferences.advice)
    findings = readiness(draft)
    return Look(
        findings=findings,
        marks=marks_of(draft, findings),
        values=dict(draft.values.values),
        is_quoting=is_quoting(response),
    )


def marks_of(draft: Draft, findings: Iterable[Finding]) -> dict[PassageId, Mark]:
    """One for every passage that comes from the library or answers something."""
    troubles: dict[PassageId, Finding] = {}
    for each in findings:
        if each.code in _TROUBLES and each.passage is not None:
            troubles.setdefault(each.passage, each)
    known = draft.recommendations
    lengths = measured_answers(draft)
    marks = {}
    for passage in draft.response.passages:
        kind, tip = _origin(draft, passage, troubles.get(passage.id))
        answered = tuple(known[each] for each in passage.answers if each in known)
        if kind is not MarkKind.OWN or answered:
            # Several have several limits, which the line under the sheet counts.
            length = lengths.get(answered[0].id) if len(answered) == 1 else None
            marks[passage.id] = Mark(
                kind=kind,
                tip=tip,
                label=_label(answered),
                stance=_stance(draft.response, answered),
                length=length.words if length is not None else "",
                is_over=length is not None and length.is_over,
            )
    return marks


def _origin(draft: Draft, passage: Passage, trouble: Finding | None) -> tuple[MarkKind, str]:
    """Whose words they are, and a sentence about it."""
    if trouble is not None and passage.use is not None:
        return _TROUBLES[trouble.code], trouble.sentence
    if passage.use is not None and (revision := draft.revisions.get(passage.use.revision)) is not None:
        if not is_tailored(passage, revision):
            return MarkKind.VERBATIM, f"“{revision.title}”, word for word"
        return MarkKind.TAILORED, f"“{revision.title}”: {compare(revision.text, passage.text).sentence}"
    drawn = [each.title for each in map(draft.revisions.get, passage.drawn_from) if each is not None]
    if drawn:
        return MarkKind.OWN, f"Own words, drawn from {' and '.join(f'“{each}”' for each in drawn)}"
    return MarkKind.OWN, "Own words" if not passage.text.is_empty else "Nothing is written here yet"


def _label(answered: tuple[Recommendation, ...]) -> str:
    named = joined_labels(answered)
    return named[:1].upper() + named[1:]


def _stance(response: Response, answered: tuple[Recommendation, ...]) -> Stance | None:
    """The one that all share, once it is taken."""
    taken = {response.stance_on(each.id).stance for each in answered}
    only = taken.pop() if len(taken) == 1 else Stance.UNDECIDED
    return None if only is Stance.UNDECIDED else only
