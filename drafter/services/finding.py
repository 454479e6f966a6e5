"""Finding what the library has: by words typed, and by what a recommendation says."""

from drafter.domain.records.positions import Hit
from drafter.services.suggesting import Suggestion, Suggestions
from drafter.store.library import Library

__all__ = ["Suggestion", "Suggestions", "find", "suggest"]


def find(library: Library, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Find what holds all the words, best first; any typed string is safe."""
    return library.search(words, limit=limit)


def suggest(library: Library, text: str, *, limit: int = 10) -> tuple[Hit, ...]:
    """Find what could answer a text: reads the whole library, asks once."""
    return tuple(each.hit for each in Suggestions.build(library).suggest(text, limit=limit))
