"""One item of two, two of one, and what a page has more of it: its text, its parts and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain.errors import NothingToDo
from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import PageText, Recommendation, Region
from drafter.services.correcting import Found, begins_part, from_page, tidied
from drafter.services.parts_anew import parts_anew
from drafter.services.whereabouts import pages_of

_STOPPED = re.compile(r"[.?!:;][”’\"')\]]*$|;\s*(?:and|or)$")
"""A sentence or a part ends here."""


def merge_with_next(found: Found, index: int) -> Found:
    """One item of two.

    The first one's label, the words, parts, pages and places of both. Raises NothingToDo.
    """
    if index + 1 >= len(found):
        raise NothingToDo("This is the last one: there is none after it to merge with.")
    first, second = found[index], found[index + 1]
    merged = replace(
        first,
        text=_joined(first, second.text),
        parts=(*first.parts, *second.parts),
        pages=tuple(dict.fromkeys((*first.pages, *second.pages))),
        options=(*first.options, *second.options),
        limit=first.limit or second.limit,
        regions=(*first.regions, *second.regions),
    )
    return (*found[:index], merged, *found[index + 2 :])


def append(
    found: Found, index: int, words: str, *, page: int | None, regions: tuple[Region, ...] = ()
) -> Found:
    """More words of the page at the end of one item. `page` is for those that do not say where they stand."""
    before = found[index]
    text = tidied(_joined(before, from_page(words)))
    pages = [each.page for each in regions] or ([page] if page is not None else [])
    after = replace(
        before,
        text=text,
        parts=parts_anew(before.parts, before.text, text),
        page=before.page if before.page is not None or not pages else pages[0],
        pages=tuple(dict.fromkeys((*before.pages, *pages))),
        regions=(*before.regions, *regions),
    )
    return (*found[:index], after, *found[index + 1 :])


def split(found: Found, index: int, at: int, *, text: Sequence[PageText] = ()) -> Found:
    """Two items of one, the text cut at a character.

    The second has no label yet. Where each stands is looked up anew by its words, for the printings of one
    item need not say the same; `text` tells the pages. Raises NothingToDo at the ends.
    """
    whole = found[index]
    head, tail = whole.text[:at].rstrip(), whole.text[at:].lstrip()
    if not head or not tail:
        raise NothingToDo("Put the cursor between the words where the second one begins, then split.")
    first, second = _half(whole, head, text), _half(whole, tail, text)
    first = replace(first, options=())
    second = replace(second, id=RecommendationId(new_id()), label="")
    return (*found[:index], first, second, *found[index + 1 :])


def _half(whole: Recommendation, words: str, text: Sequence[PageText]) -> Recommendation:
    own = whole.pages or ((whole.page,) if whole.page is not None else ())
    pages = pages_of(words, own, text) or whole.pages
    return replace(
        whole,
        text=words,
        parts=parts_anew(whole.parts, whole.text, words),
        pages=pages,
        page=whole.page if whole.page in pages or not pages else pages[0],
        regions=(),
    )


def _joined(before: Recommendation, words: str) -> str:
    """The words go on in the last line, but after parts a new sentence is none of the last one's."""
    first, second = before.text.rstrip(), words.lstrip()
    is_new = bool(before.parts) and (_STOPPED.search(first) is not None or second[:1].isupper())
    return f"{first}{chr(10) if is_new or begins_part(second) else ' '}{second}"
