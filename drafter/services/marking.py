"""A passage that she marks in the document: where it stands among what was found, and under which heading."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.domain.placing import Searched
from drafter.domain.records.reports import Heading, PageText, Recommendation, Region
from drafter.services import correcting
from drafter.services.comparing_lists import Place, places
from drafter.services.correcting import Found, is_numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words selected in the document: on which page, and where on it as far as is known."""

    words: str
    page: int | None = None
    at: int | None = None
    """The character of the page's text that they begin with."""
    regions: tuple[Region, ...] = ()


def add_marked(found: Found, index: int, marked: Marked, text: Sequence[PageText]) -> tuple[Found, int]:
    """The list with an item of these words where the document has them, and its row.

    Before `index` where the document's text does not tell.
    """
    made = correcting.add((), 0, marked.words, page=marked.page, regions=marked.regions)[0]
    here = _place(made, marked, text)
    if here is None:
        return _put(found, index, made), index
    known = places(found, text)
    made = replace(made, heading=heading_over(text, here, inside=tuple(known.values())))
    before = [at for at, each in enumerate(found) if known[each.id] <= (*here, len(found))]
    row = max(before, key=lambda at: known[found[at].id], default=-1) + 1
    return _put(found, row, made), row


def _put(found: Found, row: int, made: Recommendation) -> Found:
    """Among numbered ones it is of their kind, unless its own label says what it is.

    Among others it is an idea of hers: nothing else would tell it from what was read.
    """
    beside = [each for each in (*found[max(row - 1, 0) : row], *found[row : row + 1]) if is_numbered(each)]
    kind = made.kind if made.label or not beside else beside[0].kind
    return (*found[:row], replace(made, kind=kind), *found[row:])


def heading_over(text: Sequence[PageText], here: tuple[int, int], inside: Sequence[Place] = ()) -> str:
    """The nearest heading above a place; one that holds a place of those `inside` heads nothing else.

    Over a heading it is one of a higher rank.
    """
    above = [(each, heading) for each in text for heading in each.headings]
    above = [(each, heading) for each, heading in above if (each.number, heading.start) <= here]
    own = [heading.rank for each, heading in above if _holds(each, heading, here)]
    rank = max(own, default=0.0)
    for each, heading in reversed(above):
        if heading.rank > rank and not any(_holds(each, heading, place[:2]) for place in inside):
            return " ".join(each.text[heading.start : heading.end].split())
    return ""


def _holds(page: PageText, heading: Heading, place: tuple[int, int]) -> bool:
    return page.number == place[0] and heading.start <= place[1] < heading.end


def _place(made: Recommendation, marked: Marked, text: Sequence[PageText]) -> tuple[int, int] | None:
    number = made.page if made.page is not None else 1
    if marked.at is not None:
        return number, marked.at
    page = next((each for each in text if each.number == number), None)
    span = Searched(page.text).passage(made.text) if page is not None else None
    return (number, span[0]) if span is not None else None
