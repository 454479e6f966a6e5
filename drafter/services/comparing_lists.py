"""What another reading of a report has that her list has not, and what became of the rest.

Each difference can be taken by itself. What is in both keeps its id, so that answers stay tied to it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter

from drafter.domain.comparing import ALIKE, similarity
from drafter.domain.placing import Searched
from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import Candidate, PageText, Recommendation, RecommendationKind
from drafter.domain.richtext import RichText, plain_text
from drafter.services.correcting import Found, drop, is_numbered, tidied

_SAID = ("label", "text", "heading", "kind")
"""What she sees of an item, and what makes it another one."""


class Fate(StrEnum):
    """What became of an item, in the words of the screen."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    SAME = "the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One item in her list, in the other one, or in both; `after` has the id of `before`."""

    fate: Fate
    before: Recommendation | None = None
    after: Recommendation | None = None
    follows: tuple[RecommendationId, ...] = ()
    """What stands before it in the other list, nearest first."""

    @property
    def item(self) -> Recommendation:
        item = self.after or self.before
        assert item is not None  # noqa: S101 - made below, always with one of the two
        return item


Differences = tuple[Difference, ...]


def compare_lists(mine: Found, other: Found) -> Differences:
    """In the other list's order, what is gone where it stood in hers. What she added is never gone."""
    known = {each.id: each for each in mine}
    told: list[Difference] = []
    before: list[RecommendationId] = []
    for each in _renamed(other, _Partners(mine, other).of_one_report()):
        was = known.get(each.id)
        fate = Fate.NEW if was is None else Fate.SAME if _is_same(was, each) else Fate.CHANGED
        told.append(Difference(fate=fate, before=was, after=each, follows=tuple(reversed(before))))
        before.append(each.id)
    gone = [each for each in mine if each.id not in before and not _is_own(each, other)]
    for each in gone:
        told.insert(_place_of(each, mine, told), Difference(fate=Fate.GONE, before=each))
    return tuple(told)


def offered(found: Found, more: Found, text: Sequence[PageText]) -> Differences:
    """Items that could be added, in the places where the document has them."""
    stands = places((*found, *more), text)
    told = []
    for each in more:
        ahead = [other for other in (*found, *more) if stands[other.id] < stands[each.id]]
        ahead.sort(key=lambda other: stands[other.id], reverse=True)
        told.append(Difference(fate=Fate.NEW, after=each, follows=tuple(other.id for other in ahead)))
    return tuple(sorted(told, key=lambda each: stands[each.item.id]))


def left_open(found: Found, differences: Differences) -> Differences:
    """Those that are not in the list yet: taken ones drop out, and come back when they are undone."""
    known = {each.id: each for each in found}
    return tuple(each for each in differences if _is_open(each, known.get(each.item.id)))


def take(found: Found, differences: Differences) -> Found:
    """The list with these differences made. What she has done to other items stays."""
    for each in differences:
        found = _taken(found, each)
    return found


def closest(found: Found, candidates: Sequence[Candidate]) -> Found:
    """Of the lists that were found the one that has most of hers; the likeliest where none has any."""
    mine = {tidied(each.text) for each in found}

    def shared(candidate: Candidate) -> int:
        return sum(tidied(each.text) in mine for each in candidate.recommendations)

    return max(candidates, key=shared).recommendations if candidates else ()


def with_ids_of(before: Found, found: Found) -> Found:
    """The same list; what was there before, in these words or much the same, keeps the id that it had.

    So answers that were given stay with it, and go to nothing that only has its number. What was there may
    be said in several ways.
    """
    return _renamed(found, _Partners(before, found).of_words())


_Ids = dict[RecommendationId, RecommendationId]
"""What each item of the later list was before."""


def _renamed(found: Found, ids: _Ids) -> Found:
    made: list[Recommendation] = []
    taken = set(ids.values())
    for each in found:
        own = each.id if each.id not in taken else RecommendationId(new_id())
        made.append(replace(each, id=ids.get(each.id, own)))
    return tuple(made)


def placed_as(mine: Found, other: Found) -> Found:
    """Her items where another file of the report has them; unmarked those that it has not."""
    there = {each.id: each for each in _renamed(other, _Partners(mine, other).of_one_report())}
    return tuple(
        replace(each, page=same.page, pages=same.pages, regions=same.regions)
        if (same := there.get(each.id)) is not None
        else replace(each, regions=())
        for each in mine
    )


def _is_own(item: Recommendation, other: Found) -> bool:
    """She added it: an idea, or one without a number where the document numbers all."""
    if item.kind is RecommendationKind.IDEA:
        return True
    return bool(other) and not is_numbered(item) and all(map(is_numbered, other))


class _Partners:
    """Pairs the items of two lists, each with one at most, the surest first."""

    def __init__(self, before: Found, found: Found) -> None:
        self._ids: _Ids = {}
        distinct: dict[tuple[str, str], Recommendation] = {}
        for each in before:
            distinct.setdefault((each.id, _folded(each.text)), each)
        self._old = list(distinct.values())
        self._new = list(found)
        self._fewest = min(len({each.id for each in before}), len(found))

    def of_words(self) -> _Ids:
        """Each with the one that has the same words, or much the same."""
        self._by_words()
        self._by_likeness()
        return self._ids

    def of_one_report(self) -> _Ids:
        """And, where the lists are one and the same by most of their items, with the one of its label."""
        self.of_words()
        if len(self._ids) * 2 >= self._fewest:
            self._by_label()
        return self._ids

    def _by_words(self) -> None:
        """Of those with the same words the one of the same label."""
        for key in (_labelled, _worded):
            same = {key(each): each for each in reversed(self._old)}
            for each in tuple(self._new):
                self._pair(each, same.pop(key(each), None))

    def _by_likeness(self) -> None:
        """Much the same words: it was reworded."""
        ours = [(each, _Words.of(each.text)) for each in self._old]
        theirs = [(each, _Words.of(each.text)) for each in self._new]
        scored = [
            ((likeness, new.label == old.label), new, old)
            for new, words in theirs
            for old, before in ours
            if (likeness := words.likeness(before)) >= ALIKE
        ]
        for _, new, old in sorted(scored, key=itemgetter(0), reverse=True):
            self._pair(new, old)

    def _by_label(self) -> None:
        """The same label, once in each: it was rewritten."""
        old, new = (Counter(each.label for each in side if each.label) for side in (self._old, self._new))
        for each in tuple(self._new):
            if old[each.label] == new[each.label] == 1:
                self._pair(each, next(other for other in self._old if other.label == each.label))

    def _pair(self, new: Recommendation, old: Recommendation | None) -> None:
        if old is not None and old in self._old and new in self._new:
            self._ids[new.id] = old.id
            self._old = [each for each in self._old if each.id != old.id]
            self._new.remove(new)


@dataclass(frozen=True, slots=True)
class _Words:
    """A text, and each of its words with how many of it there were before."""

    text: RichText
    counted: frozenset[tuple[str, int]]

    @classmethod
    def of(cls, text: str) -> "_Words":
        rich = plain_text(text)
        times = Counter[str]()
        counted: list[tuple[str, int]] = []
        for word in rich.plain.casefold().split():
            counted.append((word, times[word]))
            times[word] += 1
        return cls(rich, frozenset(counted))

    def likeness(self, other: "_Words") -> float:
        """Nothing, where even in any order they share too little: in long lists that is most of them."""
        most = 2 * len(self.counted & other.counted) / max(len(self.counted) + len(other.counted), 1)
        return similarity(self.text, other.text) if most >= ALIKE else 0


def _labelled(item: Recommendation) -> tuple[str, str]:
    return _folded(item.text), item.label


def _worded(item: Recommendation) -> str:
    return _folded(item.text)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_same(one: Recommendation, other: Recommendation) -> bool:
    return all(tidied(getattr(one, name)) == tidied(getattr(other, name)) for name in _SAID)


def _is_open(difference: Difference, mine: Recommendation | None) -> bool:
    match difference.fate:
        case Fate.NEW:
            return mine is None
        case Fate.GONE:
            return mine is not None
        case Fate.CHANGED:
            return mine is not None and difference.after is not None and not _is_same(mine, difference.after)
        case Fate.SAME:
            return False


def _taken(found: Found, difference: Difference) -> Found:
    at = next((at for at, each in enumerate(found) if each.id == difference.item.id), None)
    after = difference.after
    if after is None:
        return found if at is None else drop(found, at)
    if at is not None:
        return (*found[:at], after, *found[at + 1 :])
    ids = [each.id for each in found]
    place = next((ids.index(each) + 1 for each in difference.follows if each in ids), 0)
    return (*found[:place], after, *found[place:])


def _place_of(gone: Recommendation, mine: Found, told: Sequence[Difference]) -> int:
    """After the one that stood before it."""
    ids = [each.item.id for each in told]
    before = [each.id for each in mine[: mine.index(gone)]]
    return next((ids.index(each) + 1 for each in reversed(before) if each in ids), 0)


Place = tuple[int, int, int]
"""The page, the character of its text, and the order in the list."""


def places(items: Found, text: Sequence[PageText]) -> dict[RecommendationId, Place]:
    """Where each stands; on the page of one that has no place, as far down as can be."""
    wanted = {each.page or 1 for each in items}
    pages = {each.number: Searched(each.text) for each in text if each.number in wanted}
    lowest = sum(len(page.text) for page in text)
    told: dict[RecommendationId, Place] = {}
    for order, each in enumerate(items):
        number = each.page or 1
        span = pages[number].passage(each.text) if number in pages else None
        below = span[0] if span is not None else lowest
        told[each.id] = (number, below, order)
    return told
