"""Where words stand in a longer text, whatever spaces, line breaks, hyphens and capitals lie between."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

Span = tuple[int, int]
"""Beginning and end, in characters of the text."""

_WORD = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"\w+(?:[-’']\w+)*")
"""A word with all that is joined to it."""
_OPENS = " \n“‘\"'([•●▪"
"""What stands before a word and belongs to it."""
_GAP = 24
"""Characters: a word or two that are printed otherwise."""
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

    def find_again(self, words: str, times: int) -> Span | None:
        """Where these very words stand, after they have stood there so many times."""
        span = self.find(words)
        for _ in range(times):
            span = self.find(words, span[1]) if span is not None else None
        return span

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

    def pieces(self, words: str) -> Iterator[Span]:
        """Where the passages that these words were put together from stand, each as far as it goes.

        A passage of few words is one only where they are the last, and follow the passage before them.
        """
        return (span for span, _ in self._passages(words))

    def most_at_once(self, words: str) -> Span | None:
        """Where the most of these words stand together, as those do that go on from the page before."""
        found: list[tuple[Span, int]] = []
        for (start, end), run in self._passages(words):
            if found and 0 <= start - found[-1][0][1] <= _GAP:
                found[-1] = (found[-1][0][0], end), found[-1][1]
            else:
                found.append(((start, end), run[0]))
        if not found:
            return None
        (start, end), first = max(found, key=lambda each: each[0][1] - each[0][0])
        return self._begun_before(start, _WORD.findall(words)[:first]), end

    def _begun_before(self, start: int, words: list[str]) -> int:
        """Where a passage begins that has these words before it too, as far as they stand there."""
        at = bisect_left(self._spans, start, key=lambda span: span[0])
        while words and at > 0 and self._letters.startswith(_folded(words[-1]), self._starts[at - 1]):
            if self._spans[at - 1][1] - self._spans[at - 1][0] != len(words.pop()):
                break
            at -= 1
        return self._spans[at][0]

    def runs(self, words: str) -> Iterator[Span]:
        """Which of these words those passages are, by their numbers: the first and the one after the last."""
        return (run for _, run in self._passages(words))

    def place_in(self, words: str, at: int) -> int | None:
        """At which character of these words a place of the text is, where they stand round it."""
        around = [each for each in self._passages(words) if each[0][0] <= at <= each[0][1]]
        if not around:
            return None
        span, run = max(around, key=lambda each: each[1][1] - each[1][0])
        number = run[0] + sum(span[0] <= start and end <= at for start, end in self._spans)
        starts = [each.start() for each in _WORD.finditer(words)]
        return len(words[: starts[number]].rstrip(_OPENS)) if number < len(starts) else len(words)

    def _passages(self, words: str) -> Iterator[tuple[Span, Span]]:
        each = _WORD.findall(words)
        at = end = 0
        while at < len(each):
            rest = each[at:]
            is_short = len(rest) < min(_FEW, len(each))
            span, many = self._next(rest, end) if is_short else self._longest(rest)
            if span is not None:
                yield span, (at, at + many)
                end = span[1]
            at += many

    def _next(self, words: list[str], end: int) -> tuple[Span | None, int]:
        """These words where they follow at once on what was found, which ends there."""
        span = self.find(" ".join(words), end) if end else None
        is_next = span is not None and span[0] - end <= _GAP
        return (span, len(words)) if is_next else (None, 1)

    def _longest(self, words: list[str]) -> tuple[Span | None, int]:
        """Where the most of the first of these words stand together, and how many; None for but a few."""
        fewest, most = min(_FEW, len(words)), len(words)
        span = self.find(" ".join(words[:fewest]))
        while span is not None and fewest < most:
            many = (fewest + most + 1) // 2
            found = self.find(" ".join(words[:many]))
            if found is not None:
                fewest, span = many, found
            else:
                most = many - 1
        return span, fewest if span is not None else 1

    def _word_from(self, at: int) -> int | None:
        """The word that begins at a letter, if one does: not in the midst of a word."""
        found = bisect_left(self._starts, at)
        return found if found < len(self._starts) and self._starts[found] == at else None

    def _word_to(self, at: int) -> int | None:
        """The word that ends before a letter, if one does."""
        found = bisect_right(self._starts, at - 1) - 1
        start, end = self._spans[found]
        return found if self._starts[found] + end - start == at else None


def whole_words(text: str, span: Span) -> Span:
    """With the rest of the words that it begins and ends in."""
    start, end = span
    if start < end:
        line = text.rfind("\n", 0, start) + 1
        start = next(
            (each.start() for each in _HYPHENED.finditer(text, line, end) if each.end() > start), start
        )
        start = min(start, span[0])
        last = text.rfind("\n", 0, end) + 1
        stop = text.find("\n", end)
        within = _HYPHENED.finditer(text, last, stop if stop >= 0 else len(text))
        end = next((each.end() for each in within if each.start() < end < each.end()), end)
    return start, end


def letters_of(text: str) -> str:
    """Letters and digits alone, in lower case: what two printings of the same words share."""
    return "".join(map(_folded, _WORD.findall(text)))


def _folded(word: str) -> str:
    """In lower case where that has as many letters, so that places can be told."""
    lower = word.lower()
    return lower if len(lower) == len(word) else word
