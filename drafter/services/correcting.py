"""Correcting what was found in a report.

Every act takes the list as it is and gives the list as it will be.
"""

import re
from collections import Counter
from collections.abc import Set
from dataclasses import replace
from itertools import pairwise

from drafter.domain.errors import NothingToDo
from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import Recommendation, RecommendationKind, Region
from drafter.services.parts_anew import parts_anew

Found = tuple[Recommendation, ...]

LONG_WORDS, SHORT_WORDS = 600, 4
"""Recommendations outside these are rare enough to be worth a look."""

_NUMBER = re.compile(r"(\d+)(?!.*\d)")
_PART = re.compile(r"\s*(?:\([a-z]{1,4}\)|[a-z][.)]|[•●▪–-])\s", re.I)
_PRINTED_LABEL = re.compile(
    r"(?P<kind>recommendation|conclusion|question|proposal)\s+(?P<word>\d+[a-z]?)\b[.:)]?\s*[–—-]?\s*"
    r"|(?P<own>(?-i:[A-Z])[\w’-]*\s\d{1,3}[a-z]?)(?:[.:)]|\s[–—-])\s+"
    r"|(?P<bare>\d+(?:\.\d+)*[a-z]?)[.:)]\s+",
    re.I,
)


def drop(found: Found, index: int) -> Found:
    """Without one item."""
    return (*found[:index], *found[index + 1 :])


def merge_with_next(found: Found, index: int) -> Found:
    """One item of two.

    The first one's label, the words, parts, pages and places of both. Raises NothingToDo.
    """
    if index + 1 >= len(found):
        raise NothingToDo("This is the last one: there is none after it to merge with.")
    first, second = found[index], found[index + 1]
    merged = replace(
        first,
        text=f"{first.text.rstrip()} {second.text.lstrip()}",
        parts=(*first.parts, *second.parts),
        pages=tuple(dict.fromkeys((*first.pages, *second.pages))),
        options=(*first.options, *second.options),
        limit=first.limit or second.limit,
        regions=(*first.regions, *second.regions),
    )
    return (*found[:index], merged, *found[index + 2 :])


def split(found: Found, index: int, at: int) -> Found:
    """Two items of one, the text cut at a character.

    The second has no label yet. Raises NothingToDo at the ends.
    """
    whole = found[index]
    head, tail = whole.text[:at].rstrip(), whole.text[at:].lstrip()
    if not head or not tail:
        raise NothingToDo("Put the cursor between the words where the second one begins, then split.")
    upper, lower = _regions_cut(whole.regions, len(head) / (len(head) + len(tail)))
    first = replace(
        whole, text=head, parts=parts_anew(whole.parts, whole.text, head), options=(), regions=upper
    )
    page = lower[0].page if lower else whole.page
    second = replace(
        whole,
        id=RecommendationId(new_id()),
        label="",
        text=tail,
        parts=parts_anew(whole.parts, whole.text, tail),
        pages=tuple(dict.fromkeys(each.page for each in lower)) or whole.pages,
        page=page,
        regions=lower,
    )
    return (*found[:index], first, second, *found[index + 1 :])


def amend(found: Found, index: int, *, label: str | None = None, text: str | None = None) -> Found:
    """Another label or text for one item; parts that the text no longer holds go."""
    before = found[index]
    after = before
    if label is not None:
        after = replace(after, label=" ".join(label.split()))
    if text is not None:
        words = tidied(text)
        after = replace(after, text=words, parts=parts_anew(before.parts, before.text, words))
    return _put(found, index, after)


def set_kind(found: Found, index: int, kind: RecommendationKind) -> Found:
    return _put(found, index, replace(found[index], kind=kind))


def set_heading(found: Found, index: int, heading: str) -> Found:
    return _put(found, index, replace(found[index], heading=" ".join(heading.split())))


def tidied(text: str) -> str:
    """The one way that an item's text is written: no spare spaces or empty lines; its lines stay lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(filter(None, lines))


def from_page(text: str) -> str:
    """Words selected on a page: its lines run on, but for those that begin a part."""
    lines = text.splitlines()
    return tidied("".join(f"{chr(10) if _PART.match(line) else ' '}{line.strip()}" for line in lines))


def add(found: Found, index: int, text: str, *, page: int | None) -> Found:
    """A new item before `index`, from words that she selected in the document.

    Words that begin with a label ("Recommendation 4: …") get it; others are an idea of her own.
    """
    words = from_page(text)
    label, kind = "", RecommendationKind.IDEA
    if (printed := _PRINTED_LABEL.match(words)) and printed.end() < len(words):
        label, words = printed["word"] or printed["own"] or printed["bare"], words[printed.end() :]
        kind = RecommendationKind((printed["kind"] or "recommendation").casefold())
    made = Recommendation(
        id=RecommendationId(new_id()),
        label=label,
        kind=kind,
        text=words,
        heading=found[index - 1].heading if 0 < index <= len(found) else "",
        page=page,
        pages=() if page is None else (page,),
    )
    return (*found[:index], made, *found[index:])


def move(found: Found, index: int, by: int) -> Found:
    """One item up (-1) or down (1). Raises NothingToDo at the ends."""
    target = index + by
    if not 0 <= target < len(found):
        raise NothingToDo("It is at the end of the list already.")
    rest = list(drop(found, index))
    rest.insert(target, found[index])
    return tuple(rest)


def doubts(
    found: Found,
    *,
    accepted: Set[RecommendationId] = frozenset(),
    guessed: Set[RecommendationId] = frozenset(),
    read: Found = (),
) -> dict[RecommendationId, tuple[str, ...]]:
    """What is odd about items, in words: a gap in the numbers, a double, too long or short, cut off, a guess.

    What she has accepted is not doubted. A number that was `read` is no gap: she has dropped it herself.
    """
    labels_read = {each.label for each in read}
    said: dict[RecommendationId, list[str]] = {}
    labels = Counter(each.label for each in found if each.label)
    texts = Counter(_folded(each.text) for each in found)
    for each in found:
        remarks = said.setdefault(each.id, [])
        if each.id in guessed:
            remarks.append("A guess, by its words: accept it, name it or drop it")
        if labels[each.label] > 1:
            remarks.append(f"The label {each.label} is there {labels[each.label]} times")
        if texts[_folded(each.text)] > 1:
            remarks.append("The same words are there twice")
        remarks += _odd_text(each)
    for before, each in pairwise(found):
        if gap := _gap(before, each, labels_read):
            said[each.id].append(gap)
    return {
        identity: tuple(remarks) for identity, remarks in said.items() if remarks and identity not in accepted
    }


def guessed_in(found: Found, guesses: Found) -> frozenset[RecommendationId]:
    """Which items are guesses of the reader that she has neither named nor reworded."""
    texts = {_folded(each.text) for each in guesses}
    return frozenset(
        each.id
        for each in found
        if each.kind is RecommendationKind.IDEA and not each.label and _folded(each.text) in texts
    )


def _odd_text(each: Recommendation) -> list[str]:
    words = each.text.split()
    remarks = []
    if len(words) > LONG_WORDS:
        remarks.append(f"Very long: {len(words)} words")
    if len(words) < SHORT_WORDS:
        remarks.append("Very short")
    if words and words[-1][-1].isalnum() and each.kind is not RecommendationKind.IDEA:
        remarks.append("It may be cut off: it ends without a full stop")
    return remarks


def _gap(before: Recommendation, each: Recommendation, known: Set[str]) -> str:
    one, two = _NUMBER.search(before.label), _NUMBER.search(each.label)
    if one is None or two is None or before.label[: one.start()] != each.label[: two.start()]:
        return ""
    lead, first, last = before.label[: one.start()], int(one[1]) + 1, int(two[1])
    numbers = (found for label in known if (found := _NUMBER.search(label)) and label.startswith(lead))
    dropped = {int(found[1]) for found in numbers if found.start() == len(lead)}
    missing = last - first - sum(first <= number < last for number in dropped)
    if missing <= 0:
        return ""
    return f"{missing} number{'' if missing == 1 else 's'} missing before it"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _regions_cut(regions: tuple[Region, ...], share: float) -> tuple[tuple[Region, ...], tuple[Region, ...]]:
    """Where the first words stand and where the rest does, as far as their share of the height tells."""
    upper: list[Region] = []
    lower: list[Region] = []
    for printing in _printings(regions):
        left = share * sum(each.bottom - each.top for each in printing)
        for each in printing:
            at = min(max(each.top + left, each.top), each.bottom)
            left -= each.bottom - each.top
            upper += [replace(each, bottom=at)] if at > each.top else []
            lower += [replace(each, top=at)] if at < each.bottom else []
    return tuple(upper), tuple(lower)


def _printings(regions: tuple[Region, ...]) -> list[list[Region]]:
    """One recommendation may be printed twice: each printing goes on to the next page at most."""
    printings: list[list[Region]] = []
    for each in regions:
        if printings and 0 <= each.page - printings[-1][-1].page <= 1:
            printings[-1].append(each)
        else:
            printings.append([each])
    return printings


def _put(found: Found, index: int, item: Recommendation) -> Found:
    return (*found[:index], item, *found[index + 1 :])
