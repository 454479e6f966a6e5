"""British spelling: the words of a text against the system's dictionary and the organisation's own words."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol, cast

import msgspec

from drafter.domain.changes import Change, changed
from drafter.domain.errors import NothingToDo
from drafter.domain.records.working import Setting
from drafter.store.library import Library

OWN_WORDS = "words"
"""The library's setting that holds the organisation's own words, as a JSON list."""

MOST_SUGGESTIONS = 6
LONGEST_WORD = 60

_TAGS = ("en_GB", "en_GB-ise", "en_GB-w_accents")
"""What dictionaries of British English are called on the three systems, best first."""
_BEST_FIRST = "hunspell,nuspell,aspell"
"""Aspell's list has no word with an accent, and Enchant on Debian would ask it first."""

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+|\S+@\S+|\w+(?:\.\w+)+)"
    rf"|(?P<word>(?<![\w]){_LETTER}+(?:['’\-]{_LETTER}+)*(?![\w]))"
)
_PART = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*")
_LAST_LATIN = "\u024f"
"""Words in other letters than Latin ones are not English, and so not wrong English."""


class Dictionary(Protocol):
    """A language's words; pyenchant's are one."""

    def check(self, word: str) -> bool: ...
    def suggest(self, word: str) -> list[str]: ...


def british_dictionary() -> Dictionary | None:
    """The dictionary that is there, or None: on Linux the system may bring none, nor Enchant itself."""
    try:
        import enchant  # noqa: PLC0415 - it loads a C library that may not be there, and takes its time
    except ImportError:  # also where the C library is missing
        return None
    broker = enchant.Broker()
    for tag in _TAGS:
        broker.set_ordering(tag, _BEST_FIRST)
        if broker.dict_exists(tag):
            return cast("Dictionary", broker.request_dict(tag))
    return None


class Speller:
    """Remembers what it has looked up: a long text repeats its words."""

    def __init__(self, dictionary: Dictionary, own: Iterable[str] = ()) -> None:
        self._dictionary = dictionary
        self._own = frozenset(_plain(each) for each in own)
        self._known: dict[str, bool] = {}

    def with_own(self, own: Iterable[str]) -> "Speller":
        """The same with other words of the organisation's own."""
        return Speller(self._dictionary, own)

    def knows(self, word: str) -> bool:
        """Whether it is a word, or nothing that a dictionary can judge, such as an abbreviation."""
        plain = word.replace("’", "'")
        if plain not in self._known:
            self._known[plain] = self._is_word(plain)
        return self._known[plain]

    def _is_word(self, word: str) -> bool:
        if len(word) == 1 or word[1:] != word[1:].lower() or max(word) > _LAST_LATIN:
            return True
        plain = _plain(word)
        return (
            plain in self._own
            or plain.removesuffix("'s") in self._own
            or len(word) > LONGEST_WORD
            or self._dictionary.check(word)
        )

    def mistakes(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words stand that it does not know: from and to, in characters."""
        return tuple(self._mistakes(text))

    def _mistakes(self, text: str) -> Iterator[tuple[int, int]]:
        for token in _TOKEN.finditer(text):
            word = token["word"]
            if word is None or self.knows(word):
                continue
            for part in _PART.finditer(word):
                if not self.knows(part[0]) or "-" not in word:
                    yield token.start() + part.start(), token.start() + part.end()

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, likeliest first."""
        return tuple(self._dictionary.suggest(word.replace("’", "'"))[:MOST_SUGGESTIONS])


def own_words(library: Library) -> tuple[str, ...]:
    """The organisation's own words, in order of the alphabet."""
    stored = library.setting(OWN_WORDS)
    return tuple(msgspec.json.decode(stored, type=list[str])) if stored else ()


def set_own_words(library: Library, words: Iterable[str], *, by: str = "") -> Change:
    """Keep these words and no others. Raises NothingToDo where that changes nothing."""
    cleaned = sorted({" ".join(each.split()) for each in words if each.strip()}, key=str.casefold)
    if tuple(cleaned) == own_words(library):
        raise NothingToDo("These words are in the list already.")
    stored = library.setting(OWN_WORDS)
    before = Setting(name=OWN_WORDS, value=stored) if stored is not None else None
    after = Setting(name=OWN_WORDS, value=msgspec.json.encode(cleaned).decode())
    return library.apply(Change.of("Change your organisation’s words", changed(before, after), by=by))


def learn(library: Library, word: str, *, by: str = "") -> Change:
    """Add a word to the organisation's own. Raises NothingToDo where it is there."""
    return set_own_words(library, (*own_words(library), word.replace("’", "'")), by=by)


def _plain(word: str) -> str:
    return word.replace("’", "'").casefold()
