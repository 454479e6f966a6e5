"""Finding what the library has: by words typed, and by what a recommendation says."""

from drafter.domain.matching import terms
from drafter.domain.records.positions import Hit
from drafter.services.suggesting import Suggestion, Suggestions
from drafter.store.library import Library

__all__ = ["Suggestion", "Suggestions", "find", "suggest"]

_MOST = 100
"""Among so many of the best a title is looked for that has all the words."""


def find(library: Library, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Find what holds all the words, best first; any typed string is safe.

    What has all of them in its title is what was meant, however often longer texts use them.
    """
    hits = library.search(words, limit=max(limit, _MOST) if limit > 0 else 0)
    wanted = terms.words(words.casefold())
    return tuple(sorted(hits, key=lambda each: not _has_all(each.entry.title, wanted))[: max(limit, 0)])


def _has_all(title: str, wanted: list[str]) -> bool:
    held = terms.words(title.casefold())
    return all(any(word.startswith(each) for word in held) for each in wanted)


def suggest(library: Library, text: str, *, limit: int = 10) -> tuple[Hit, ...]:
    """Find what could answer a text: reads the whole library, asks once."""
    return tuple(each.hit for each in Suggestions.build(library).suggest(text, limit=limit))
