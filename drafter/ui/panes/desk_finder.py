"""What the library has for a recommendation or for typed words, found on the store's worker."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from drafter.domain.changes import Change
from drafter.domain.fields import british_date
from drafter.domain.progress import Progress
from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import (
    Approval,
    Deletion,
    Facts,
    Kind,
    Retirement,
    Review,
    Status,
    Wording,
)
from drafter.domain.records.reports import Recommendation
from drafter.domain.records.responses import PastUse
from drafter.domain.records.stances import Stance
from drafter.services.clock import today
from drafter.services.finding import find
from drafter.services.suggesting import Shelf, review_words, warning_words
from drafter.store.library import Library
from drafter.ui.jobs import Worker
from drafter.ui.models.suggestions import Card, matches
from drafter.ui.widgets.latest import Latest
from drafter.ui.workplace import Workplace

MOST = 20

_HEEDED = (Wording, Facts, Approval, Review, Retirement, Deletion, PastUse)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked for: the words in the search field, else what suits a recommendation."""

    words: str = ""
    recommendation: Recommendation | None = None
    stance: Stance | None = None
    here: frozenset[PositionId] = frozenset()
    into: str = ""
    """The place in the draft, where it is none of a recommendation."""

    @property
    def about(self) -> str:
        """As the line above the cards says it."""
        if self.words:
            return f"Search: {self.words}" + (f" · into {self.into}" if self.into else "")
        if self.into:
            return f"Into {self.into}"
        return f"For {self.recommendation.name}" if self.recommendation is not None else "From the library"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to a wish."""

    wish: Wish
    cards: tuple[Card, ...] = ()
    library_is_empty: bool = False

    @property
    def none(self) -> str:
        """What to say where nothing was found."""
        if self.library_is_empty:
            return "The library is empty. Write your own words in the draft, or add positions in the library."
        if self.wish.words:
            return "Nothing in the library has these words. Fewer letters find more."
        if self.wish.recommendation is not None:
            return "Nothing in the library speaks of this. Search for other words, or write your own."
        return "Nothing in the library can be used yet. Write your own words."


class Finder(QObject):
    """Asks again by itself when the library changes."""

    found = Signal(Found)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._questions = _Questions(workplace.library, workplace.shelf)
        self._wish: Wish | None = None
        self._latest = Latest(workplace.jobs, self, on=Worker.LIKENESS)
        self._latest.answered.connect(self.found)

    def look_for(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self.look_again()

    def look_again(self) -> None:
        if self._wish is not None:
            self._latest.ask(partial(self._questions.answer, self._wish))

    def heed(self, change: Change) -> None:
        """Ask again: the index itself has followed the library already."""
        if change.touches(*_HEEDED):
            self.look_again()


class _Questions:
    """Answered beside the window, where the index is."""

    def __init__(self, library: Library, shelf: Shelf) -> None:
        self._library = library
        self._shelf = shelf

    def answer(self, wish: Wish, progress: Progress) -> Found:
        if wish.words:
            cards = self._search(wish)
        elif wish.recommendation is not None:
            found = self._shelf.up_to_date(progress).suggest_for(
                wish.recommendation, limit=MOST, stance=wish.stance
            )
            cards = tuple(Card.of_suggestion(each, here=wish.here) for each in found)
        else:
            cards = self._openings_first(wish)
        return Found(wish=wish, cards=cards, library_is_empty=not cards and not self._library.entries())

    def _openings_first(self, wish: Wish) -> tuple[Card, ...]:
        """What a statement may begin with, then the rest, in the order of the kinds."""
        order = list(Kind)
        usable = (each for each in self._library.entries() if each.status is not Status.RETIRED)
        entries = sorted(usable, key=lambda each: order.index(each.kind))
        return tuple(Card(entry=each, is_here=each.id in wish.here) for each in entries[:MOST])

    def _search(self, wish: Wish) -> tuple[Card, ...]:
        hits = find(self._library, wish.words, limit=MOST)
        positions = {each.id: each for each in self._library.positions(hit.entry.id for hit in hits)}
        return tuple(
            Card(
                entry=hit.entry,
                snippet=hit.snippet,
                why=matches(hit.why),
                review=review_words(positions[hit.entry.id], today()),
                last_use=used_words(self._library.past_uses(hit.entry.id)),
                warning=warning_words(positions[hit.entry.id], wish.stance),
                is_here=hit.entry.id in wish.here,
            )
            for hit in hits
            if hit.entry.id in positions
        )


def used_words(uses: Iterable[PastUse]) -> str:
    newest = max(uses, key=lambda each: each.at, default=None)
    return (
        f"Last used {british_date(newest.at.date())} in “{newest.response_title}”"
        if newest is not None
        else ""
    )
