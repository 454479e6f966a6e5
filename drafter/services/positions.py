"""What officers do to keep the library trustworthy.

Write, approve, review, retire, delete, and take it back.
"""

from dataclasses import replace
from datetime import date, timedelta

from drafter.domain.changes import Change, Edit, added, changed, removed
from drafter.domain.errors import Conflict, NothingToDo
from drafter.domain.progress import Progress, parts, silent, watched
from drafter.domain.records.ids import PositionId, RevisionId, new_id
from drafter.domain.records.positions import (
    Approval,
    Deletion,
    Facts,
    Kind,
    Retirement,
    Review,
    Wording,
)
from drafter.domain.richtext import clean_characters, clean_source, normal
from drafter.services.clock import now, today
from drafter.store.library import Library
from drafter.store.listing import standings
from drafter.store.standing import Standing

REVIEW_AFTER = {
    Kind.OPENING: timedelta(days=365),
    Kind.POSITION: timedelta(days=365),
    Kind.EVIDENCE: timedelta(days=182),
    Kind.CASE_STUDY: timedelta(days=365),
    Kind.CAVEAT: timedelta(days=365),
    Kind.ASK: timedelta(days=182),
    Kind.CLOSING: timedelta(days=365),
    Kind.ABOUT_US: timedelta(days=182),
}
"""When a position should be looked at again, by kind: figures and asks age soonest."""


def new_position_id() -> PositionId:
    return PositionId(new_id())


def default_review(kind: Kind) -> date:
    """The day by which a position of this kind, agreed today, should be reviewed."""
    return today() + REVIEW_AFTER[kind]


def create(library: Library, wording: Wording, facts: Facts, *, by: str) -> Change:
    """A new position as a draft. The title may not be empty: it is how she will find it."""
    wording = tidy(wording)
    return library.apply(Change.of(f"Add “{wording.title}”", added(facts, wording), by=by))


def save(library: Library, wording: Wording, facts: Facts, *, by: str) -> Change:
    """Keep what was edited.

    New words make a revision, new facts none. Raises NothingToDo if all is as it was.
    """
    stored = library.position(wording.position)
    edits = (*changed(stored.newest.wording, tidy(wording)), *changed(stored.facts, facts))
    if not edits:
        raise NothingToDo("Nothing has changed since it was last saved.")
    return library.apply(Change.of(f"Edit “{wording.title}”", edits, by=by))


def approve(library: Library, position: PositionId, *, by: str, note: str = "") -> Change:
    """Approve the newest wording; without a review date it gets the usual one of its kind.

    Raises NothingToDo if it is approved already, Conflict while two people's wordings stand side by side.
    """
    stored = library.position(position)
    newest, facts = stored.newest, stored.facts
    if len(stored.heads) > 1:
        raise Conflict(
            f"Two people reworded “{newest.title}” apart. Merge their words first, then approve them."
        )
    if newest.approval is not None:
        raise NothingToDo(f"“{newest.title}” is approved already.")
    approval = Approval(position=position, revision=newest.id, by=by, at=now(), note=note)
    dated = replace(facts, review_by=facts.review_by or default_review(facts.kind))
    edits = (*added(approval), *changed(facts, dated))
    return library.apply(Change.of(f"Approve “{newest.title}”", edits, by=by))


def withdraw(library: Library, position: PositionId, *, by: str) -> Change:
    """Take back the approval of the wording in use. Raises NothingToDo if it has none."""
    current = library.position(position).current
    if current.approval is None:
        raise NothingToDo(f"“{current.title}” is not approved.")
    return library.apply(
        Change.of(f"Withdraw approval of “{current.title}”", removed(current.approval), by=by)
    )


def mark_reviewed(
    library: Library, position: PositionId, *, by: str, note: str = "", reworded: bool = False
) -> Change:
    """Still right, or right with its newest words (`reworded`): the next review is set by its kind."""
    stored = library.position(position)
    looked_at = stored.newest if reworded else stored.current
    review = Review(position=position, revision=looked_at.id, by=by, at=now(), note=note)
    later = replace(stored.facts, review_by=default_review(stored.facts.kind))
    edits = (*added(review), *changed(stored.facts, later))
    return library.apply(Change.of(f"Review “{stored.current.title}”", edits, by=by))


def retire(
    library: Library, position: PositionId, *, by: str, note: str = "", replaced_by: PositionId | None = None
) -> Change:
    """Take it out of use; it stays to be read. Raises NothingToDo if it is retired."""
    stored = library.position(position)
    if stored.retirement is not None:
        raise NothingToDo(f"“{stored.current.title}” is retired already.")
    retirement = Retirement(position=position, by=by, at=now(), note=note)
    facts = changed(stored.facts, replace(stored.facts, replaced_by=replaced_by))
    edits = (*added(retirement), *facts)
    return library.apply(Change.of(f"Retire “{stored.current.title}”", edits, by=by))


def revive(library: Library, position: PositionId, *, by: str) -> Change:
    """Bring a retired position back into use."""
    stored = library.position(position)
    if stored.retirement is None:
        raise NothingToDo(f"“{stored.current.title}” is not retired.")
    return library.apply(Change.of(f"Bring back “{stored.current.title}”", removed(stored.retirement), by=by))


def delete(
    library: Library, positions: tuple[PositionId, ...], *, by: str, progress: Progress = silent
) -> Change:
    """Put positions into the bin, where they stay until it is emptied."""
    looking, writing = parts(progress, 2)
    stored = _standings(library, positions, looking)
    at = now()
    edits = added(*(Deletion(position=each.id, by=by, at=at) for each in stored if each.deletion is None))
    return library.apply(Change.of(_named(library, "Delete", positions), edits, by=by), progress=writing)


def recover(
    library: Library, positions: tuple[PositionId, ...], *, by: str, progress: Progress = silent
) -> Change:
    """Take positions out of the bin again."""
    looking, writing = parts(progress, 2)
    stored = _standings(library, positions, looking)
    edits = removed(*(each.deletion for each in stored if each.deletion is not None))
    return library.apply(Change.of(_named(library, "Recover", positions), edits, by=by), progress=writing)


def bring_back(library: Library, position: PositionId, revision: RevisionId, *, by: str) -> Change:
    """An old wording becomes the newest again, as a new revision.

    Raises NothingToDo if its words are the newest.
    """
    newest = library.position(position).newest.wording
    old = library.revision(revision).wording
    if newest == old:
        raise NothingToDo("These are the newest words already.")
    edits = (Edit(before=newest, after=replace(old, position=position)),)
    return library.apply(Change.of(f"Bring back an earlier wording of “{newest.title}”", edits, by=by))


def tidy(wording: Wording) -> Wording:
    """The one way to write it: clean words, a title that is never empty."""
    text = normal(wording.text)
    title = (
        " ".join(clean_characters(wording.title).split()) or " ".join(text.plain.split()[:8]) or "Untitled"
    )
    sources = tuple(clean_source(each) for each in wording.sources)
    return replace(wording, title=title, text=text, sources=sources)


def _standings(library: Library, wanted: tuple[PositionId, ...], progress: Progress) -> list[Standing]:
    """How they stand, without their words: reading those of thousands takes long."""
    return list(watched(standings(library, wanted), progress, len(wanted)))


def _named(library: Library, verb: str, wanted: tuple[PositionId, ...]) -> str:
    if len(wanted) == 1:
        return f"{verb} “{library.position(wanted[0]).current.title}”"
    return f"{verb} {len(wanted):,} positions"
