"""Turning to another list of a report: the same stays the same item, and her own list is set aside."""

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass

from drafter.domain.records.ids import RecommendationId
from drafter.services.comparing_lists import with_ids_of
from drafter.services.correcting import Found

Accepted = frozenset[RecommendationId]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAside:
    """A list that she has turned away from, as she left it."""

    found: Found
    accepted: tuple[RecommendationId, ...] = ()
    is_hers: bool = True
    """She corrected it: it is none of those that were read, and not the one that is kept."""


Aside = tuple[ListAside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The list that is in hand, what she has accepted, and the lists that are set aside."""

    found: Found
    accepted: Accepted = frozenset()
    aside: Aside = ()


Said = tuple[tuple[str, ...], ...]


def said_in(found: Found) -> Said:
    """All that she can type or choose in the items of a list."""
    return tuple((each.label, each.kind.value, each.heading, " ".join(each.text.split())) for each in found)


def turn_to(before: Lists, other: Found, *, kept: Found, is_hers: bool) -> Lists:
    """Another list in hand; the one before is set aside, where it `is_hers` or has been accepted in part.

    Only the same words, or much the same, make an item of it one that is `kept`, in hand or set aside: never
    its number or place. It is accepted where she accepted these very words. A list that was set aside comes
    back as she left it.
    """
    mine, wanted = said_in(before.found), said_in(other)
    back = next((each for each in before.aside if said_in(each.found) == wanted), None)
    aside = tuple(each for each in before.aside if said_in(each.found) not in (mine, wanted))
    accepted = tuple(sorted(before.accepted & {each.id for each in before.found}))
    if (is_hers or accepted) and mine != wanted:
        aside = (*aside, ListAside(found=before.found, accepted=accepted, is_hers=is_hers))
    if back is not None:
        others = before.accepted - {each.id for each in back.found}
        return Lists(found=back.found, accepted=others | set(back.accepted), aside=aside)
    seen = (*before.found, *(item for each in before.aside for item in each.found))
    found = with_ids_of((*kept, *seen), other)
    return Lists(found=found, accepted=_still_accepted(before.accepted, found, seen), aside=aside)


def _still_accepted(accepted: Set[RecommendationId], found: Found, seen: Found) -> Accepted:
    """Without those of this list that read otherwise than what she has seen."""
    words = defaultdict[RecommendationId, set[str]](set)
    for each in seen:
        words[each.id].add(_words(each.text))
    other = {each.id for each in found if each.id in words and _words(each.text) not in words[each.id]}
    return frozenset(accepted - other)


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
