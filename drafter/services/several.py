"""The same change to many positions at once: themes, owner, status, review date, as one step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from drafter.domain.changes import Change, Edit, added, changed, removed
from drafter.domain.errors import Conflict, NothingToDo
from drafter.domain.progress import Progress, parts, silent, watched
from drafter.domain.records.ids import PositionId, RevisionId
from drafter.domain.records.positions import Approval, Facts, Retirement, Status
from drafter.services.clock import now
from drafter.services.positions import default_review
from drafter.store.library import Library
from drafter.store.listing import standings
from drafter.store.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What shall be so for all of them. What is None or empty stays as it is."""

    add_themes: tuple[str, ...] = ()
    drop_themes: tuple[str, ...] = ()
    owner: str | None = None
    """An empty one takes the owner away."""
    status: Status | None = None
    sets_review: bool = False
    review_by: date | None = None
    """With `sets_review`: this day, or no day."""
    review_by_kind: bool = False
    """As long from today as each kind usually waits."""


def change_several(
    library: Library, wanted: Iterable[PositionId], wish: Wish, *, by: str, progress: Progress = silent
) -> Change:
    """One change of all that are not as wished already.

    Of two people's wordings side by side none is approved: those are left as they are. Raises NothingToDo
    where none is left to change, Conflict where all that are left are such.
    """
    ids = tuple(dict.fromkeys(wanted))
    edits: list[Edit] = []
    touched = apart = 0
    looking, writing = parts(progress, 2)
    for position in watched(standings(library, ids), looking, len(ids)):
        if position.deletion is None and position.newest is not None:
            made = (*_facts(position, wish), *_status(position, wish, by))
            touched += bool(made)
            apart += _is_apart(position, wish)
            edits += made
    if not edits and apart:
        raise Conflict("Two people reworded them apart. Merge their words first, then approve them.")
    if not edits:
        raise NothingToDo("All of them are so already.")
    label = f"Change {touched:,} position{'' if touched == 1 else 's'}"
    change = Change.of(label, edits, by=by)
    return library.apply(change, progress=writing)


def _facts(position: Standing, wish: Wish) -> tuple[Edit, ...]:
    before = position.facts
    dropped = {each.casefold() for each in wish.drop_themes}
    kept = [each for each in before.themes if each.casefold() not in dropped]
    known = {each.casefold() for each in kept}
    themes = (*kept, *(each for each in wish.add_themes if each.casefold() not in known))
    after = replace(before, themes=themes, review_by=_review(before, wish))
    if wish.owner is not None:
        after = replace(after, owner=wish.owner)
    return changed(before, after)


def _review(facts: Facts, wish: Wish) -> date | None:
    if wish.review_by_kind:
        return default_review(facts.kind)
    return wish.review_by if wish.sets_review else facts.review_by


def _is_apart(position: Standing, wish: Wish) -> bool:
    """Neither of two wordings counts as approved until somebody merges them."""
    return wish.status is Status.APPROVED and len(position.heads) > 1


def _status(position: Standing, wish: Wish, by: str) -> Iterator[Edit]:
    if wish.status is None or wish.status is position.status or _is_apart(position, wish):
        return
    if wish.status is Status.RETIRED:
        yield from added(Retirement(position=position.id, by=by, at=now()))
        return
    if position.retirement is not None:
        yield from removed(position.retirement)
    newest, current = (
        RevisionId(each.hash) if each is not None else "" for each in (position.newest, position.current)
    )
    approval = position.approval_of(current)
    if wish.status is Status.APPROVED and position.approval_of(newest) is None:
        yield from added(Approval(position=position.id, revision=RevisionId(newest), by=by, at=now()))
    elif wish.status is Status.DRAFT and approval is not None:
        yield from removed(approval)
