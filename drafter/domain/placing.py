"""Where words stand in a longer text, whatever spaces, line breaks, hyphens and capitals lie between."""

import re
from bisect import bisect_left, bisect_right

Span = tuple[int, int]
"""Beginning and end, in characters of the text."""

_WORD = re.compile(r"[^\W_]+")
_FEW = 6
"""So many words tell where a passage begins or ends, where a broken word keeps the whole from being found."""


class Searched:
    """A text that is searched again and again; its letters are put side by side once."""

    def __init__(self, text: str) -> None:
        words = list(_WORD.finditer(text))
        self._spans = [each.span() for each in words]
        self._starts: list[int] = []
        at = 0
        for start, end in self._spans:
            self._starts.append(at)
            at += end - start
        self._letters = "".join(_folded(each.group()) for each in words)

    def find(self, words: str, since: int = 0) -> Span | None:
        """Where these very words stand, the first time from a character on."""
        wanted = letters_of(words)
        if not wanted:
            return None
        word = bisect_left(self._spans, since, key=lambda span: span[0])
        at = self._starts[word] if word < len(self._starts) else len(self._letters)
        while (at := self._letters.find(wanted, at)) >= 0:
            first, last = self._word_from(at), self._word_to(at + len(wanted))
            if first is not None and last is not None:
                return self._spans[first][0], self._spans[last][1]
            at += 1
        return None

    def passage(self, words: str, since: int = 0) -> Span | None:
        """Where a passage stands, by all its words or else by its first ones and its last ones."""
        if (whole := self.find(words, since)) is not None:
            return whole
        each = _WORD.findall(words)
        first = self.find(" ".join(each[:_FEW]), since)
        if first is None:
            return None
        last = self.find(" ".join(each[-_FEW:]), first[1])
        is_near = last is not None and last[1] - first[0] < 2 * len(words)
        return (first[0], last[1]) if last is not None and is_near else first

    def most_of(self, words: str, since: int = 0) -> Span | None:
        """Where a passage stands, or as much of its beginning as does."""
        place = self.passage(words, since)
        if place is None:
            return None
        begun = self.beginning(words, place[0])
        return begun if begun is not None and begun[1] > place[1] else place

    def beginning(self, words: str, at: int) -> Span | None:
        """As much of a passage as stands at a place, where the text ends before the passage does."""
        each = _WORD.findall(words)
        fewest, most, end = 0, len(each), 0
        while fewest < most:
            many = (fewest + most + 1) // 2
            found = self.find(" ".join(each[:many]), at)
            if found is not None and found[0] == at:
                fewest, end = many, found[1]
            else:
                most = many - 1
        return (at, end) if fewest else None

    def _word_from(self, at: int) -> int | None:
        """The word that begins at a letter, if one does: not in the midst of a word."""
        found = bisect_left(self._starts, at)
        return found if found < len(self._starts) and self._starts[found] == at else None

    def _word_to(self, at: int) -> int | None:
        """The word that ends before a letter, if one does."""
        found = bisect_right(self._starts, at - 1) - 1
        start, end = self._spans[found]
        return found if self._starts[found] + end - start == at else None


def letters_of(text: str) -> str:
    """Letters and digits alone, in lower case: what two printings of the same words share."""
    return "".join(map(_folded, _WORD.findall(text)))


def _folded(word: str) -> str:
    """In lower case where that has as many letters, so that places can be told."""
    lower = word.lower()
    return lower if len(lower) == len(word) else word
