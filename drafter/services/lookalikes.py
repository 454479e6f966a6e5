"""Positions that say nearly the same, and wordings side by side: keep one, merge, or tell them apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.domain.changes import Change, Edit, added, changed
from drafter.domain.comparing import similarity
from drafter.domain.errors import NothingToDo
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Position, Retirement, Revision, Status, Wording
from drafter.domain.records.working import NotAlike
from drafter.services.clock import now
from drafter.services.positions import tidy
from drafter.services.suggesting import Suggestions
from drafter.store.library import Library
from drafter.store.replaced import with_replaced
from drafter.store.side_by_side import side_by_side

LEAST_WORDS = 8
"""Fewer words look like many others: what is only begun is not compared yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAlike:
    """Two positions that look alike; the same one twice where two people reworded it apart."""

    first: PositionId
    second: PositionId
    titles: tuple[str, str]
    cosine: float = 1.0

    @property
    def is_one(self) -> bool:
        """Two wordings of one position."""
        return self.first == self.second


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two as it is shown: its newest words, how it stands, and how often it was used."""

    position: PositionId
    revision: Revision
    status: Status
    owner: str = ""
    uses: int = 0

    @property
    def wording(self) -> Wording:
        return self.revision.wording


Sides = tuple[Side, Side]


def look_alikes(
    library: Library, suggestions: Suggestions, progress: Progress = silent
) -> tuple[LookAlike, ...]:
    """All that look alike and that nobody told apart: wordings side by side first, then the nearest."""
    told = library.not_alike()
    titles = {each.id: each.title for each in library.entries()}
    twice = tuple(
        LookAlike(first=each, second=each, titles=(titles[each], titles[each]))
        for each in side_by_side(library)
    )
    near = (
        LookAlike(
            first=pair.first,
            second=pair.second,
            titles=(titles[pair.first], titles[pair.second]),
            cosine=pair.cosine,
        )
        for pair in suggestions.alike(progress)
        if _pair(pair.first, pair.second) not in told and {pair.first, pair.second} <= titles.keys()
    )
    return (*twice, *near)


def look_alike_of(library: Library, suggestions: Suggestions, position: PositionId) -> LookAlike | None:
    """What the newest words of a position are most like, unless somebody told the two apart."""
    stored = library.position(position)
    wording = stored.newest.wording
    if stored.deletion is not None or stored.retirement is not None or wording.text.words < LEAST_WORDS:
        return None
    told = library.not_alike()
    near = [each for each in suggestions.near(wording) if _pair(position, each.id) not in told]
    titles = {each.id: each.current.title for each in library.positions(each.id for each in near)}
    found = next((each for each in near if each.id in titles), None)
    if found is None:
        return None
    return LookAlike(
        first=position, second=found.id, titles=(wording.title, titles[found.id]), cosine=found.cosine
    )


def sides_of(library: Library, pair: LookAlike) -> Sides | None:
    """Both as they are now, the one to keep first; none where the matter is settled."""
    stored = {each.id: each for each in library.positions({pair.first, pair.second})}
    if len(stored) < len({pair.first, pair.second}) or any(map(_is_out, stored.values())):
        return None
    if pair.is_one:
        return _two_wordings(library, stored[pair.first])
    if _pair(pair.first, pair.second) in library.not_alike():
        return None
    one, other = (_side(library, stored[each], stored[each].newest) for each in (pair.first, pair.second))
    return (other, one) if _worth(other) > _worth(one) else (one, other)


def share_of(sides: Sides) -> float:
    """How much of both is the same words."""
    return similarity(*(each.wording.text for each in sides))


def keep_one(library: Library, kept: PositionId, other: PositionId, *, by: str) -> Change:
    """The other is retired and replaced by this one; its uses and its history count for this one."""
    stored, gone = library.position(kept), library.position(other)
    label = f"Keep “{stored.newest.title}”"
    return library.apply(Change.of(label, (*_unretired(stored), *_retired(gone, stored, by)), by=by))


def merge(library: Library, wording: Wording, other: PositionId, *, by: str) -> Change:
    """Likewise, and the one that is kept gets this wording, and the themes of both."""
    stored, gone = library.position(wording.position), library.position(other)
    themes = tuple(dict.fromkeys((*stored.facts.themes, *gone.facts.themes)))
    edits = (
        *changed(stored.newest.wording, tidy(wording)),
        *changed(stored.facts, replace(stored.facts, themes=themes, replaced_by=None)),
        *_retired(gone, stored, by),
    )
    return library.apply(Change.of(f"Merge into “{tidy(wording).title}”", edits, by=by))


def join_wordings(library: Library, wording: Wording, *, by: str) -> Change:
    """Two people reworded it apart: this wording follows both. Raises NothingToDo where that is settled."""
    stored = library.position(wording.position)
    if len(stored.heads) < 2:  # noqa: PLR2004 - a pair
        raise NothingToDo(f"“{stored.newest.title}” has one newest wording only.")
    words = tidy(wording)
    # The store follows both; where one of them is taken as it stands, say from the other.
    heads = [library.revision(each).wording for each in stored.heads]
    before = next(each for each in reversed(heads) if each != words or len(set(heads)) == 1)
    edit = Edit(before=before, after=words)
    change = Change.of(f"Merge the wordings of “{words.title}”", (edit,), by=by)
    return library.join(replace(change, edits=(edit,)))  # also where both say the same: two become one


def tell_apart(library: Library, one: PositionId, other: PositionId, *, by: str) -> Change:
    """They are not the same, once and for all."""
    first, second = _pair(one, other)
    if (first, second) in library.not_alike():
        raise NothingToDo("Somebody has told these two apart already.")
    return library.apply(
        Change.of("Tell two positions apart", added(NotAlike(first=first, second=second)), by=by)
    )


def history_of(library: Library, position: PositionId) -> tuple[Revision, ...]:
    """Its wordings, newest first, and then those of what it replaces."""
    return tuple(
        revision for each in with_replaced(library, position) for revision in library.revisions(each)
    )


def _pair(one: PositionId, other: PositionId) -> tuple[PositionId, PositionId]:
    return (one, other) if one < other else (other, one)


def _is_out(position: Position) -> bool:
    return position.deletion is not None or position.retirement is not None


def _two_wordings(library: Library, position: Position) -> Sides | None:
    if len(position.heads) < 2:  # noqa: PLR2004 - a pair
        return None
    one, other = (library.revision(each) for each in position.heads[-2:])
    return _side(library, position, one), _side(library, position, other)


def _side(library: Library, position: Position, revision: Revision) -> Side:
    used = {each.response for each in library.past_uses(position.id)}
    used |= {each.response for each in library.live_uses(position.id)}
    return Side(
        position=position.id,
        revision=revision,
        status=position.status,
        owner=position.facts.owner,
        uses=len(used),
    )


def _worth(side: Side) -> tuple[bool, int]:
    """Approved before draft, then what was used more often."""
    return side.status is Status.APPROVED, side.uses


def _unretired(kept: Position) -> tuple[Edit, ...]:
    """What is kept is replaced by nothing: that may be left from before it came back into use."""
    return changed(kept.facts, replace(kept.facts, replaced_by=None))


def _retired(gone: Position, kept: Position, by: str) -> Iterator[Edit]:
    if gone.retirement is None:
        note = f"“{kept.newest.title}” says the same"
        yield from added(Retirement(position=gone.id, by=by, at=now(), note=note))
    yield from changed(gone.facts, replace(gone.facts, replaced_by=kept.id))
