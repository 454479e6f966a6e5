"""What the lists that were found in a report are called: no two of them the same."""

from collections.abc import Callable, Sequence

from drafter.domain.records.reports import Candidate, Recommendation

_LONGEST_HEADING, _SHORT_HEADING = 40, 20
"""Characters of a candidate’s heading; a longer one gives way in the middle."""
_SEVERAL = 2
_FIRST_WORDS = 24
"""Characters of an item that tells one list from another."""


def long_names(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """“20 found on pages 5 to 14, under ‘Chapter 1’”; with what tells it from one that is called the same."""
    said = [_words(each) for each in candidates]
    return tuple(
        _words(candidates[number], f": {_tell(candidates, number, said)}") if said.count(words) > 1 else words
        for number, words in enumerate(said)
    )


def short_names(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """“12 on pages 3 to 9”; where that is said of two, “3: conclusions 1 to 3” instead."""
    said = [_short(each) for each in candidates]
    return tuple(
        f"{len(candidates[number].recommendations)}: {_tell(candidates, number, said)}"
        if said.count(words) > 1
        else words
        for number, words in enumerate(said)
    )


def names_of_hers(lists: Sequence[Sequence[Recommendation]], words: str) -> tuple[str, ...]:
    """“as you corrected it”; of several with what tells them apart: “as you corrected it, 9 on page 3”."""
    if len(lists) < _SEVERAL:
        return (words,) * len(lists)
    alike = tuple(
        Candidate(
            heading="",
            pages=tuple(sorted({each.page for each in found if each.page is not None})),
            score=0,
            recommendations=tuple(found),
        )
        for found in lists
    )
    return tuple(f"{words}, {each}" for each in short_names(alike))


def pages_words(pages: Sequence[int]) -> str:
    """“page 3”, “pages 3 to 9”."""
    first, last = min(pages), max(pages)
    return f"page {first}" if first == last else f"pages {first} to {last}"


def _elided(heading: str, most: int = _LONGEST_HEADING) -> str:
    """A long heading without its middle: its beginning and its end tell it from others."""
    if len(heading) <= most:
        return heading
    half = (most - 1) // 2
    return f"{heading[:half].rstrip()}…{heading[-half:].lstrip()}"


def _words(candidate: Candidate, tell: str = "") -> str:
    """What a narrow box cuts off is of the heading."""
    said = f"{len(candidate.recommendations)} found"
    if candidate.pages:
        said += f" on {pages_words(candidate.pages)}"
    said += tell
    return said + (f", {_under(candidate)}" if candidate.heading else "")


def _under(candidate: Candidate, most: int = _LONGEST_HEADING) -> str:
    """“under ‘Chapter 1’ and 2 more”, where its items stand under three."""
    headings = {each.heading for each in candidate.recommendations} - {""}
    more = len(headings) - 1 if candidate.heading in headings else 0
    rest = f" and {more} more" if more else ""
    return f"under “{_elided(candidate.heading, max(most - len(rest), _SHORT_HEADING))}”{rest}"


def _short(candidate: Candidate) -> str:
    """Where there are no pages, under which heading."""
    count = len(candidate.recommendations)
    if candidate.pages:
        return f"{count} on {pages_words(candidate.pages)}"
    return f"{count} {_under(candidate, _SHORT_HEADING)}" if candidate.heading else f"{count} found"


def _tell(candidates: Sequence[Candidate], number: int, said: Sequence[str]) -> str:
    """What this list has that none of those has that are called the same: labels, or words of its items."""
    alike = [each for each, words in zip(candidates, said, strict=True) if words == said[number]]
    mine = candidates[number]
    for tell in _TELLS:
        if sum(tell(each) == tell(mine) for each in alike) == 1:
            return tell(mine)
    return f"list {number + 1}"


def _labels(candidate: Candidate) -> str:
    """“conclusions 1 to 3”, “Call 1 to Call 9”."""
    first, last = _ends(candidate)
    if first.label[:1].isdigit() and first.kind is last.kind:
        labels = first.label if first is last else f"{first.label} to {last.label}"
        return f"{first.kind.value}{'' if first is last else 's'} {labels}"
    return first.name if first is last else f"{first.name} to {last.name}"


def _first(candidate: Candidate) -> str:
    return quoted(_ends(candidate)[0])


def _last(candidate: Candidate) -> str:
    return f"up to {quoted(_ends(candidate)[1])}"


_TELLS: tuple[Callable[[Candidate], str], ...] = (_labels, _first, _last)


def _ends(candidate: Candidate) -> tuple[Recommendation, Recommendation]:
    return candidate.recommendations[0], candidate.recommendations[-1]


def called(item: Recommendation) -> str:
    """One item in a sentence: “Recommendation 4”, or its first words where it has no label."""
    return item.name if item.label or not item.text else quoted(item)


def quoted(item: Recommendation) -> str:
    """Its first words."""
    words = " ".join(item.text.split())
    cut = words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS].rsplit(' ', 1)[0]}…"
    return f"“{cut}”"
