"""The timeline of saved drafts: kept by name, compared passage by passage, and brought back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.domain.changes import Change, Edit, changed
from drafter.domain.comparing import Comparison, compare
from drafter.domain.errors import NothingToDo
from drafter.domain.fields import joined_labels
from drafter.domain.records.ids import RecommendationId, ResponseId
from drafter.domain.records.reports import Recommendation, Report
from drafter.domain.records.responses import Passage, Response, ResponseHead, SavedDraft, Section
from drafter.domain.records.stances import StanceTaken
from drafter.domain.richtext import EMPTY, plain_text
from drafter.store.library import Library

_TITLES = (
    ("Headline", "title"),
    ("Standfirst", "standfirst"),
    ("Author", "author"),
    ("Role", "role"),
    ("Organisation", "organisation"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """One thing in which two drafts differ: where it is, and how its words differ."""

    where: str
    comparison: Comparison

    @property
    def sentence(self) -> str:
        return f"{self.where}: {self.comparison.sentence}"


def keep_draft(library: Library, response: ResponseId, name: str, *, by: str = "") -> str:
    """Keep the response as it is stored now, under a name, for good; its id. Raises NothingToDo."""
    tidy = " ".join(name.split())
    if not tidy:
        raise NothingToDo("Give the draft a name by which you will know it again.")
    return library.save_draft(library.response(response), label=tidy, by=by)


def timeline(library: Library, response: ResponseId) -> tuple[SavedDraft, ...]:
    """The saved drafts, newest first: named by hand, exported, or kept when the state changed."""
    return library.saved_drafts(response)


def bring_back(library: Library, response: ResponseId, draft: str, *, by: str = "") -> Change:
    """Title block and stances as that draft has them; its text is for the open document to take.

    The present is kept as a saved draft first. Deadline, state and private notes stay as they are. The
    change is empty where title block and stances are the same.
    """
    wanted, stored = library.saved_draft(draft), library.response(response)
    name = next((each.label for each in library.saved_drafts(response) if each.id == draft), "A draft")
    library.save_draft(stored, label=f"Before “{name}” was brought back", by=by)
    edits = (*changed(stored.head, _head(wanted.head, stored.head)), *_stances(wanted, stored))
    change = Change.of(f"Bring back “{name}”", edits, by=by)
    return change if change.is_empty else library.apply(change)


def compare_drafts(before: Response, after: Response, report: Report | None) -> tuple[Differing, ...]:
    """Where two drafts differ: title block, stances, then the passages in the later draft's order."""
    known = {each.id: each for each in report.recommendations} if report is not None else {}
    return (
        *_compared_titles(before.head, after.head),
        *_compared_stances(before, after, known),
        *_compared_passages(before, after, known),
    )


def _head(wanted: ResponseHead, now: ResponseHead) -> ResponseHead:
    return replace(wanted, deadline=now.deadline, state=now.state, report=now.report, deleted=now.deleted)


def _stances(wanted: Response, stored: Response) -> Iterator[Edit]:
    """Every stance as it was then; the private note is as it is now."""
    rows = {each.recommendation: each for each in stored.stances}
    then = {each.recommendation: each for each in wanted.stances}
    for identity in dict.fromkeys((*then, *rows)):
        was = then.get(identity) or StanceTaken(response=stored.id, recommendation=identity)
        after = replace(was, response=stored.id, note=stored.stance_on(identity).note)
        if after != stored.stance_on(identity):
            yield Edit(before=rows.get(identity), after=after)


Known = dict[RecommendationId, Recommendation]


def _compared_titles(before: ResponseHead, after: ResponseHead) -> Iterator[Differing]:
    for where, name in _TITLES:
        yield from _differing(where, str(getattr(before, name)), str(getattr(after, name)))


def _compared_stances(before: Response, after: Response, known: Known) -> Iterator[Differing]:
    for identity, recommendation in known.items():
        one, other = before.stance_on(identity), after.stance_on(identity)
        yield from _differing(f"Stance on {recommendation.name}", _stance_words(one), _stance_words(other))


def _stance_words(taken: StanceTaken) -> str:
    said = taken.stance.phrase + (f". {taken.reason}" if taken.reason else "")
    return f"{said} (not covered here)" if taken.set_aside else said


def _differing(where: str, before: str, after: str) -> Iterator[Differing]:
    if before != after:
        yield Differing(where=where, comparison=compare(plain_text(before), plain_text(after)))


def _compared_passages(before: Response, after: Response, known: Known) -> Iterator[Differing]:
    """Passages are the same by their id; headings go by their section's."""
    then = {each.id: (section, each) for section in before.sections for each in section.passages}
    now = {each.id: (section, each) for section in after.sections for each in section.passages}
    headings = {each.id: each.heading for each in before.sections}
    for section in after.sections:
        yield from _differing("Heading", headings.pop(section.id, ""), section.heading)
        for each in section.passages:
            was = then[each.id][1].text if each.id in then else EMPTY
            if was != each.text:
                yield Differing(where=_where(section, each, known), comparison=compare(was, each.text))
    for heading in headings.values():
        yield from _differing("Heading", heading, "")
    for identity, (section, gone) in then.items():
        if identity not in now and not gone.text.is_empty:
            yield Differing(where=_where(section, gone, known), comparison=compare(gone.text, EMPTY))


def _where(section: Section, passage: Passage, known: Known) -> str:
    answered = joined_labels(tuple(known[each] for each in passage.answers if each in known))
    named = section.heading or answered or "The opening or a section without a heading"
    return named[:1].upper() + named[1:]
