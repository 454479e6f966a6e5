"""Correcting what was found in a report.

Every act takes the list as it is and gives the list as it will be.
"""

import re
from collections import Counter
from collections.abc import Set
from dataclasses import replace

from drafter.domain.errors import NothingToDo
from drafter.domain.placing import Searched
from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import Recommendation, RecommendationKind, Region
from drafter.services.parts_anew import parts_anew

Found = tuple[Recommendation, ...]

LONG_WORDS, SHORT_WORDS = 600, 4
"""Recommendations outside these are rare enough to be worth a look."""

_AFTER_LABEL = " .:;–—-"
_BROKEN_WORD = re.compile("(\\w*)\u00ad\n(\\w*)")
"""A line’s last word that goes on in the next one."""
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
        pages=_pages_of(lower) or whole.pages,
        page=page,
        regions=lower,
    )
    return (*found[:index], first, second, *found[index + 1 :])


def amend(
    found: Found,
    index: int,
    *,
    label: str | None = None,
    text: str | None = None,
    regions: tuple[Region, ...] = (),
) -> Found:
    """Another label or text for one item; parts that the text no longer holds go.

    Given where the text stands, the item stands there.
    """
    before = found[index]
    after = before
    if label is not None:
        after = replace(after, label=" ".join(label.split()))
    if text is not None:
        words = tidied(text)
        after = replace(after, text=words, parts=parts_anew(before.parts, before.text, words))
    if regions:
        after = replace(after, page=regions[0].page, pages=_pages_of(regions), regions=regions)
    return _put(found, index, after)


def set_kind(found: Found, index: int, kind: RecommendationKind) -> Found:
    return _put(found, index, replace(found[index], kind=kind))


def set_heading(found: Found, index: int, heading: str) -> Found:
    return _put(found, index, replace(found[index], heading=" ".join(heading.split())))


def tidied(text: str) -> str:
    """The one way that an item's text is written: no spare spaces or empty lines; its lines stay lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(filter(None, lines))


def as_label(words: str) -> str:
    """Words selected on a page, without the stop or colon that parts a label from its text."""
    return " ".join(words.split()).rstrip(_AFTER_LABEL) or words


def place_in(text: str, words: str) -> int | None:
    """At which character of an item's text these words of the page begin."""
    span = Searched(text).find(from_page(words))
    return span[0] if span is not None else None


def unbroken(text: str, said: str) -> str:
    """Selected lines with the words whole that are broken between them: with a hyphen where `said` has it."""

    def whole(found: re.Match[str]) -> str:
        parted = f"{found[1]}-{found[2]}"
        return parted if parted in said else found[1] + found[2]

    return _BROKEN_WORD.sub(whole, text)


def from_page(text: str) -> str:
    """Words selected on a page: its lines run on, but for those that begin a part."""
    lines = text.splitlines()
    return tidied("".join(f"{chr(10) if _PART.match(line) else ' '}{line.strip()}" for line in lines))


def add(found: Found, index: int, text: str, *, page: int | None, regions: tuple[Region, ...] = ()) -> Found:
    """A new item before `index`, from words that she selected in the document.

    Words that begin with a label ("Recommendation 4: …") get it; others are an idea of her own. `page` is for
    those of which nothing tells where they stand.
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
        page=regions[0].page if regions else page,
        pages=_pages_of(regions) or (() if page is None else (page,)),
        regions=regions,
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
    for each in found:
        if cut := _cut_off(each, found):
            said[each.id].append(cut)
    for each, gap in _gaps(found, labels_read):
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
    return remarks


_UNFINISHED = {",": "comma", ";": "semicolon", ":": "colon", "–": "dash", "—": "dash", "-": "dash"}


def _cut_off(each: Recommendation, found: Found) -> str:
    """Ends in mid-sentence; but a resolution's paragraphs all end alike, and options may follow a colon."""
    last = each.text.rstrip()[-1:]
    if each.kind is RecommendationKind.IDEA:
        return ""
    if last.isalnum():
        return "It may be cut off: it ends without a full stop"
    if last not in _UNFINISHED or (last == ":" and each.options):
        return ""
    alike = sum(other.text.rstrip().endswith(last) for other in found)
    return (
        ""
        if alike > 1 and alike * 2 >= len(found)
        else f"It may be cut off: it ends with a {_UNFINISHED[last]}"
    )


_FEWEST_GAPS = 3


def _gaps(found: Found, known: Set[str]) -> list[tuple[Recommendation, str]]:
    """Where numbers are missing, or go back; but nothing is missing where most are left out.

    Paragraphs that were picked from a report's own count leave out what stands between them.
    """
    missing: list[tuple[Recommendation, int]] = []
    back: list[tuple[Recommendation, str]] = []
    seen: dict[str, int] = {}
    for each in found:
        number = _NUMBER.search(each.label)
        if number is None:
            continue
        lead, now = each.label[: number.start()], int(number[1])
        before = seen.get(lead)
        seen[lead] = now
        if before is not None and 1 < now < before:
            back.append((each, f"Out of order: it comes after {lead}{before}"))
        elif (count := _missing(lead, before, now, known)) > 0:
            missing.append((each, count))
    if len(missing) >= _FEWEST_GAPS and sum(count for _, count in missing) > len(found):
        return back
    return back + [
        (each, f"{count} number{'' if count == 1 else 's'} missing before it") for each, count in missing
    ]


def _missing(lead: str, before: int | None, now: int, known: Set[str]) -> int:
    """How many are between one number and the next after the same lead; after "018/" any may be first."""
    if before is None and "/" in lead:
        return 0
    first = (before or 0) + 1
    numbers = (found for label in known if (found := _NUMBER.search(label)) and label.startswith(lead))
    dropped = {int(found[1]) for found in numbers if found.start() == len(lead)}
    return now - first - sum(first <= number < now for number in dropped)


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


def _pages_of(regions: tuple[Region, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each.page for each in regions))


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
