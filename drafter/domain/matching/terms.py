"""Words as the index counts them: without stop words, folded, cut to what they share with their relatives."""

import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

Terms = NDArray[np.int32]
"""Numbers of terms in the order of the text; BREAK parts fields, whose neighbours are no phrase."""

BREAK = -1
_STEM = 6

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")

STOP_WORDS = frozenset(
    (  # noqa: SIM905 - as a list of quoted words it would be five times as long
        "a about above after again against all also am an and any are as at be because been before being "
        "below between both but by can cannot could did do does doing down during each few for from further "
        "had has have having he her here hers herself him himself his how i if in into is it its itself may "
        "me might more most must my myself no nor not of off on once only or other our ours ourselves out "
        "over own per same shall she should so some such than that the their theirs them themselves then "
        "there these they this those through to too under until up upon very via was we were what when where "
        "which while who whom why will with within without would you your yours yourself yourselves "
    ).split()
)
"""Words that say nothing of what a text is about."""


def words(text: str) -> list[str]:
    """Every word as it is written."""
    return _WORD.findall(text)


def term(word: str) -> str:
    """Find the term that a word counts as, or nothing for a stop word or a single letter.

    Its first six letters without a plural's ending: on real pairs of recommendations and answers this ranked
    better than whole words, seven letters, or stemming by suffixes, and it costs nothing. Numbers stay whole.
    """
    folded = word.casefold()
    if not folded.isascii():
        letters = unicodedata.normalize("NFKD", folded)
        folded = "".join(each for each in letters if not unicodedata.combining(each))
    folded = _POSSESSIVE.sub("", folded)
    if len(folded) < 2 or folded in STOP_WORDS:  # noqa: PLR2004 - a single letter says nothing
        return ""
    return _singular(folded)[:_STEM] if folded.isalpha() else folded


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties" has no "y"
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:  # noqa: PLR2004 - "gas"
        return word[:-1]
    return word


class Vocabulary:
    """Numbers for terms; it only grows."""

    def __init__(self) -> None:
        self._terms: dict[str, int] = {}
        self._words: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._terms)

    def read(self, text: str) -> list[int]:
        """Give the terms of a text, minting numbers for new ones."""
        numbers = self._words
        found = words(text)
        for word in dict.fromkeys(found):
            if word not in numbers:
                numbers[word] = self._number(term(word))
        return [number for word in found if (number := numbers[word]) != BREAK]

    def look_up(self, text: str) -> tuple[list[int], dict[int, str]]:
        """Give the terms of a question that the index knows, and the word that it used for each."""
        found: list[int] = []
        said: dict[int, str] = {}
        for word in words(text):
            number = self._words.get(word)
            if number is None:
                number = self._terms.get(term(word), BREAK)
            if number != BREAK:
                found.append(number)
                said.setdefault(number, word)
        return found, said

    def _number(self, of: str) -> int:
        """A stop word's is BREAK, and it is passed over: what stands beside it is still a phrase."""
        return self._terms.setdefault(of, len(self._terms)) if of else BREAK
