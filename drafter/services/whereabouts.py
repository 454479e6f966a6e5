"""Where items stand in a document that do not say so: found by their words."""

from collections.abc import Sequence, Set
from dataclasses import replace

from drafter.domain.placing import Searched, Span
from drafter.domain.printed import Printed, Range
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import PageText, Recommendation
from drafter.services.correcting import Found

_FEW = 12
"""So many words may stand together on another page by chance."""


def pages_by_words(found: Found, text: Sequence[PageText]) -> dict[RecommendationId, int]:
    """The pages of items that name none, as far as their words tell."""
    unplaced = [each for each in found if each.page is None]
    pages = [(each.number, Searched(each.text)) for each in text] if unplaced else []
    told: dict[RecommendationId, int] = {}
    for item in unplaced:
        page = next((number for number, searched in pages if searched.find(item.text) is not None), None)
        page = page or next((number for number, searched in pages if searched.passage(item.text)), None)
        if page is not None:
            told[item.id] = page
    return told


def pages_of(words: str, pages: Sequence[int], text: Sequence[PageText]) -> tuple[int, ...]:
    """On which of these pages words stand, as far as that is known.

    A few words that another of the pages has as well, with more around them, say nothing.
    """
    texts = {each.number: each.text for each in text}
    known = {page: Searched(texts[page]) for page in pages if page in texts}
    runs = {page: tuple(searched.runs(words)) for page, searched in known.items()}
    every = [run for found in runs.values() for run in found]
    most = max((last for _, last in every), default=0)
    few = min(_FEW, most // 2)

    def stands(run: Span) -> bool:
        return run[1] - run[0] > few or not any(_is_within(run, other) for other in every)

    return tuple(page for page, found in runs.items() if any(map(stands, found)))


def _is_within(run: Span, other: Span) -> bool:
    return run != other and other[0] <= run[0] and run[1] <= other[1]


def with_marks(item: Recommendation, words: Printed, before: Printed | None) -> Recommendation:
    """The same item, marked on a page where its words stand and where nothing marks it yet.

    On a page of its own the beginning of its words will do, for it may be printed there a second time, and so
    will several passages, for it may have been put together; on any other all of them must be there, if it
    says of no page where it stands. `before` are the words of the page before, where it may begin.
    """
    own = {item.page, *item.pages}
    if any(each.page == words.page for each in item.regions) or (item.regions and words.page not in own):
        return item
    places = _places(item, words, before, own)
    marks = (region for place in places for region in words.regions(place))
    return replace(item, regions=(*item.regions, *marks)) if places else item


def _places(
    item: Recommendation, words: Printed, before: Printed | None, own: Set[int | None]
) -> tuple[Range, ...]:
    whole = words.find(item.text)
    if whole is None and before is not None and before.page in own:
        whole = words.find_rest(item.text, before)
    if whole is not None or words.page not in own:
        return (whole,) if whole is not None else ()
    begun = words.find_passage(item.text)
    if begun is not None and begun[1] >= words.body[1] and words.page + 1 in own:
        return (begun,)  # the rest is on the next page
    return words.find_pieces(item.text) or ((begun,) if begun is not None else ())
