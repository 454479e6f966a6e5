"""Correcting what was found in a report.

Every act takes the list as it is and gives the list as it will be.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from drafter.domain.errors import NothingToDo
from drafter.domain.placing import Searched, letters_of
from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import Recommendation, RecommendationKind, Region
from drafter.services.parts_anew import parts_anew

Found = tuple[Recommendation, ...]

LONG_WORDS, SHORT_WORDS = 600, 4
"""Recommendations outside these are rare enough to be worth a look."""

_AFTER_LABEL = " .:;–—-"
_NUMBER = re.compile(r"(?<!\d)(\d{1,9})[a-z.:()]{0,8}$", re.I)
"""The number that a label ends with, a letter or a part behind it."""
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


def relabel(found: Found, index: int, words: str) -> Found:
    """Words selected on a page as the label of one item: as `add` takes those that begin with one.

    "Question 4:" makes it a question with the label 4. Other words come without the stop or colon that parts
    a label from its text.
    """
    said = " ".join(words.split())
    printed = _PRINTED_LABEL.fullmatch(f"{said} ")
    item = found[index]
    if printed is None:
        return _put(found, index, replace(item, label=said.rstrip(_AFTER_LABEL) or said))
    kind = item.kind
    if printed["kind"] or kind is RecommendationKind.IDEA:
        kind = RecommendationKind((printed["kind"] or "recommendation").casefold())
    return _put(found, index, replace(item, label=_label_in(printed), kind=kind))


def place_in(text: str, words: str) -> int | None:
    """At which character of an item's text these words of the page begin."""
    span = Searched(text).find(from_page(words))
    return span[0] if span is not None else None


def begins_part(line: str) -> bool:
    """It begins with the mark of a part: “(a)”, “b.” or a bullet."""
    return _PART.match(line) is not None


def from_page(text: str) -> str:
    """Words selected on a page: its lines run on, but for those that begin a part."""
    lines = text.splitlines()
    return tidied("".join(f"{chr(10) if begins_part(line) else ' '}{line.strip()}" for line in lines))


def add(found: Found, index: int, text: str, *, page: int | None, regions: tuple[Region, ...] = ()) -> Found:
    """A new item before `index`, from words that she selected in the document.

    Words that begin with a label ("Recommendation 4: …") get it; others are an idea of her own. `page` is for
    those of which nothing tells where they stand.
    """
    words = from_page(text)
    label, kind = "", RecommendationKind.IDEA
    if (printed := _PRINTED_LABEL.match(words)) and printed.end() < len(words):
        label, words = _label_in(printed), words[printed.end() :]
        kind = RecommendationKind((printed["kind"] or "recommendation").casefold())
    made = Recommendation(
        id=RecommendationId(new_id()),
        label=label,
        kind=kind,
        text=words,
        page=regions[0].page if regions else page,
        pages=_pages_of(regions) or (() if page is None else (page,)),
        regions=regions,
    )
    return (*found[:index], made, *found[index:])


def _label_in(printed: re.Match[str]) -> str:
    return printed["word"] or printed["own"] or printed["bare"]


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
    names = Counter(each.name for each in found if each.label)
    texts = Counter(_folded(each.text) for each in found)
    for each in found:
        remarks = said.setdefault(each.id, [])
        if each.id in guessed:
            remarks.append("A guess, by its words: accept it, name it or drop it")
        if (times := max(labels[each.label], names[each.name])) > 1 and each.label:
            remarks.append(f"The label {each.label} is there {times} times")
        if texts[_folded(each.text)] > 1:
            remarks.append("The same words are there twice")
        remarks += _odd_text(each)
    endings = Counter(each.text.rstrip()[-1:] for each in found)
    for each in found:
        if cut := _cut_off(each, endings[each.text.rstrip()[-1:]], len(found)):
            said[each.id].append(cut)
    for each, gap in _gaps(found, labels_read):
        said[each.id].append(gap)
    return {
        identity: tuple(remarks) for identity, remarks in said.items() if remarks and identity not in accepted
    }


def is_numbered(item: Recommendation) -> bool:
    """Its label counts, as those that a document prints do; a name that she gave mostly does not."""
    return _NUMBER.search(item.label) is not None


def guessed_in(found: Found, guesses: Found) -> frozenset[RecommendationId]:
    """Which items are guesses of the reader that she has neither named nor reworded."""
    texts = {_folded(each.text) for each in guesses}
    return frozenset(
        each.id
        for each in found
        if each.kind is RecommendationKind.IDEA and not each.label and _folded(each.text) in texts
    )


def guesses_left(found: Found, guesses: Found) -> Found:
    """Those whose words are not in the list yet."""
    known = {letters_of(each.text) for each in found}
    return tuple(each for each in guesses if letters_of(each.text) not in known)


def _odd_text(each: Recommendation) -> list[str]:
    words = each.text.split()
    remarks = []
    if len(words) > LONG_WORDS:
        remarks.append(f"Very long: {len(words)} words")
    if len(words) < SHORT_WORDS:
        remarks.append("Very short")
    return remarks


_UNFINISHED = {",": "comma", ";": "semicolon", ":": "colon", "–": "dash", "—": "dash", "-": "dash"}


def _cut_off(each: Recommendation, alike: int, of: int) -> str:
    """Ends in mid-sentence; but a resolution's paragraphs all end alike, and options may follow a colon."""
    last = each.text.rstrip()[-1:]
    if each.kind is RecommendationKind.IDEA:
        return ""
    if last.isalnum():
        return "It may be cut off: it ends without a full stop"
    if last not in _UNFINISHED or (last == ":" and each.options) or (alike > 1 and alike * 2 >= of):
        return ""
    return f"It may be cut off: it ends with a {_UNFINISHED[last]}"


_FEWEST_GAPS = 3


def _gaps(found: Found, known: Set[str]) -> list[tuple[Recommendation, str]]:
    """Where numbers are missing, or go back; but nothing is missing where most are left out.

    Paragraphs that were picked from a report's own count leave out what stands between them.
    """
    missing: list[tuple[Recommendation, int]] = []
    back: list[tuple[Recommendation, str]] = []
    seen: dict[str, int] = {}
    numbers = _numbers(known)
    for each, (lead, now) in _counted(found, known):
        before = seen.get(lead)
        seen[lead] = now
        if before is not None and 1 < now < before:
            back.append((each, f"Out of order: it comes after {lead}{before}"))
        elif (count := _missing(lead, before, now, numbers.get(lead, ()))) > 0:
            missing.append((each, count))
    if len(missing) >= _FEWEST_GAPS and sum(count for _, count in missing) > len(found):
        return back
    return back + [
        (each, f"{count} number{'' if count == 1 else 's'} missing before it") for each, count in missing
    ]


def _counted(found: Found, known: Set[str]) -> list[tuple[Recommendation, tuple[str, int]]]:
    """Items whose labels count, with the words before the number and the number.

    A name that she gave, such as “Net zero by 2030”, counts nothing: only a bare number does, or one after
    words that other labels have too. Nor does a label of another form than the list's, such as an “F1” of her
    own among 1 to 20.
    """
    numbers = [(each, _NUMBER.search(each.label)) for each in found]
    labels = (*known, *(each.label for each in found if each.kind is not RecommendationKind.IDEA))
    leads = Counter(_leads(labels))
    printed = frozenset(_leads(known))
    is_worded = sum(leads[lead] for lead in leads if _has_letters(lead)) * 2 > leads.total()
    counted = []
    for each, number in numbers:
        if number is None:
            continue
        lead = each.label[: number.start()]
        is_used = leads[lead] > 1 and each.kind is not RecommendationKind.IDEA
        is_alike = lead in printed if printed else _has_letters(lead) == is_worded
        if (is_alike or leads[lead] * 2 > len(found)) and (is_used or not _has_letters(lead)):
            counted.append((each, (lead, int(number[1]))))
    return counted


def _leads(labels: Iterable[str]) -> Iterator[str]:
    """What stands before the numbers that labels end with."""
    return (label[: number.start()] for label in labels if (number := _NUMBER.search(label)))


def _has_letters(words: str) -> bool:
    return any(letter.isalpha() for letter in words)


def _numbers(labels: Set[str]) -> dict[str, Sequence[int]]:
    """The numbers that labels end with, by the words before them, in order."""
    leads: dict[str, set[int]] = defaultdict(set)
    for label in labels:
        if number := _NUMBER.search(label):
            leads[label[: number.start()]].add(int(number[1]))
    return {lead: sorted(numbers) for lead, numbers in leads.items()}


def _missing(lead: str, before: int | None, now: int, known: Sequence[int]) -> int:
    """How many are between one number and the next after the same lead; after "018/" any may be first."""
    if before is None and "/" in lead:
        return 0
    first = (before or 0) + 1
    dropped = bisect_left(known, now) - bisect_left(known, first)
    return now - first - max(0, dropped)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _pages_of(regions: tuple[Region, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each.page for each in regions))


def _put(found: Found, index: int, item: Recommendation) -> Found:
    return (*found[:index], item, *found[index + 1 :])
