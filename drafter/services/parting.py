"""One item of two, two of one, and what a page has more of it: its text, its parts and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.domain.errors import NothingToDo
from drafter.domain.placing import letters_of
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


def split(
    found: Found, index: int, at: int, *, text: Sequence[PageText] = (), known: Sequence[Recommendation] = ()
) -> Found:
    """Two items of one, the text cut at a character.

    A half that has the very words of one that is `known`, as it was merged or read, is again what that was.
    Else the second has no label yet, and where each stands is looked up anew by its words, for the printings
    of one item need not say the same; `text` tells the pages. Raises NothingToDo at the ends.
    """
    whole = found[index]
    head, tail = whole.text[:at].rstrip(), whole.text[at:].lstrip()
    if not head or not tail:
        raise NothingToDo(
            "Put the cursor between the words where the second one begins, on the page or in the text box "
            "below the list, then split."
        )
    others = (*found[:index], *found[index + 1 :])
    first, second = _as_known(head, whole, known, others), _as_known(tail, whole, known, others)
    if first is None:
        first = replace(_half(whole, head, text), options=())
    else:  # what she has corrected in it since stays
        first = replace(first, id=whole.id, label=whole.label, kind=whole.kind, heading=whole.heading)
    taken = {each.id for each in found}
    if second is None:
        second = replace(_half(whole, tail, text), label="")
    if second.id in taken:
        second = replace(second, id=RecommendationId(new_id()))
    return (*found[:index], first, second, *found[index + 1 :])


def _as_known(
    words: str, whole: Recommendation, known: Sequence[Recommendation], others: Found
) -> Recommendation | None:
    """What these words were before they became part of the whole, unless that is in the list as well."""
    letters, own = letters_of(words), {whole.page, *whole.pages}
    listed = {(each.label, letters_of(each.text)) for each in others}
    return next(
        (
            replace(each, text=words)
            for each in known
            if own.issuperset({each.page, *each.pages})
            and letters_of(each.text) == letters
            and (each.label, letters) not in listed
        ),
        None,
    )


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
