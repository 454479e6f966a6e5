"""All text of a report, folded once: where typed words stand in it, whatever its lines and quotes are.

No Qt: it is made beside the window, and asked at each key.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.domain.placing import Span
from drafter.domain.printed import Printed, Range
from drafter.domain.records.reports import PageText

_ALIKE = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff", ""),
    "\u03c2": "\u03c3",
}
"""What is typed one way and printed in several: quotes, hyphens and dashes, nothing, and a Greek sigma."""
_STRETCH = 4000
"""Characters that are looked through to tell a place: a page of a PDF, or as much of a longer text."""
_BETWEEN_PAGES = "\n"
"""Nothing that is typed runs over a page's end: its foot and the next page's head stand there."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words stand on a page (1-based), in characters of its text."""

    page: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Whole lines of a page: in which one, from where to where, and from where in the folded text."""

    page: int
    start: int
    end: int
    folded: int


class FoldedText:
    """Places are characters of the folded text; each of its words stands for one word of the report."""

    def __init__(self, pages: Sequence[PageText]) -> None:
        self._pages = {each.number: each.text for each in pages}
        self._stretches: list[_Stretch] = []
        pieces: list[str] = []
        at = 0
        for page in pages:
            for start, end in _stretches(page.text):
                piece = folded(page.text[start:end])
                if piece:
                    is_same = bool(self._stretches) and self._stretches[-1].page == page.number
                    pieces.append((" " if is_same else _BETWEEN_PAGES) + piece)
                    self._stretches.append(_Stretch(page.number, start, end, at + 1))
                    at += len(pieces[-1])
        self._all = "".join(pieces)
        self._starts = [each.folded for each in self._stretches]

    def __len__(self) -> int:
        return len(self._all)

    def count(self, words: str, before: int | None = None) -> int:
        """How often folded words stand here, or how often before a place."""
        return self._all.count(words, 0, before) if words else 0

    def after(self, words: str, at: int) -> int | None:
        """Where they stand first from a place on; from the beginning where they do not any more."""
        there = self._all.find(words, at)
        return _or_none(there if there >= 0 else self._all.find(words))

    def before(self, words: str, at: int) -> int | None:
        """Where they end last before a place; the very last where they do not."""
        there = self._all.rfind(words, 0, at)
        return _or_none(there if there >= 0 else self._all.rfind(words))

    def place(self, page: int, at: int = 0) -> int:
        """The place where a line of a page begins, or a few lines before it."""
        beyond = bisect_right(self._stretches, (page, at), key=lambda each: (each.page, each.start))
        here = self._stretches[max(beyond - 1, 0) : beyond]
        if not here or here[0].page != page:
            return self._starts[beyond] if beyond < len(self._starts) else len(self._all)
        lead = self._pages[page][here[0].start : at]
        return here[0].folded + len(folded(lead)) if lead else here[0].folded

    def hit(self, at: int, words: str) -> Hit:
        """Where folded words that stand at a place are in the report."""
        first, last = self._stretch(at), self._stretch(at + len(words) - 1)
        start = first.start + self._letter(first, at - first.folded)[0]
        end = last.start + self._letter(last, at + len(words) - 1 - last.folded)[1]
        return Hit(first.page, (start, end))

    def within(self, words: str, page: int, span: Span) -> Iterator[int]:
        """Where folded words stand between two characters of a page, or close to those."""
        at, end = self.place(page, span[0]), self.place(page, span[1])
        at = max(at - len(words), self.place(page))
        while words and 0 <= (at := self._all.find(words, at)) <= end:
            if self._stretch(at).page != page:
                return
            yield at
            at += len(words)

    def _stretch(self, at: int) -> _Stretch:
        return self._stretches[max(bisect_right(self._starts, at) - 1, 0)]

    def _letter(self, stretch: _Stretch, at: int) -> Span:
        """Which characters of a stretch became a folded one."""
        starts = _word_starts(self._pages[stretch.page][stretch.start : stretch.end])
        known, start, word = starts[max(bisect_right(starts, at, key=lambda each: each[0]) - 1, 0)]
        for number, letter in enumerate(word):
            known += len(_folded_letter(letter))
            if known > at:
                return start + number, start + number + 1
        return start + len(word), start + len(word)


class PagePlaces:
    """Which words of a page's picture have the letters that stand between two characters of its text."""

    def __init__(self, printed: Printed, text: str) -> None:
        self.printed = printed
        self._text = text
        self._ends: list[int] = []
        said = ""
        for at in range(len(printed)):
            said += _letters(printed.word(at).text)
            self._ends.append(len(said))
        self._is_same = said == _letters(text)

    def words(self, span: Span) -> Range | None:
        """None where the picture's words are not those of the text."""
        if not self._is_same or not self._ends:
            return None
        before = len(_letters(self._text[: span[0]]))
        after = before + len(_letters(self._text[slice(*span)]))
        first = min(bisect_right(self._ends, before), len(self._ends) - 1)
        last = bisect_right(self._ends, after - 1) if after > before else first
        return first, max(first, last) + 1


def folded(text: str) -> str:
    """In lower case, with single spaces, plain quotes and hyphens, and letters without their accents."""
    plain = " ".join(text.split()).lower()
    if not plain.isascii():
        for letter in set(plain):
            if not letter.isascii() and (other := _folded_letter(letter)) != letter:
                plain = plain.replace(letter, other)
        plain = " ".join(plain.split())  # words of which nothing is left
    return plain


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    """One character as it is looked for: it may be none, or several."""
    if letter in _ALIKE:
        return _ALIKE[letter]
    parts = unicodedata.normalize("NFKD", letter.lower())
    bare = (each for each in parts if not unicodedata.combining(each) and not each.isspace())
    return "".join(_ALIKE.get(each, each) for each in bare).lower()


@lru_cache(maxsize=8)
def _word_starts(text: str) -> list[tuple[int, int, str]]:
    """Where each word begins in the folded text and in the text, and the word."""
    starts, known, at = [], 0, 0
    for word in text.split():
        at = text.index(word, at)
        length = sum(map(len, map(_folded_letter, word)))
        if length:
            starts.append((known, at, word))
            known += length + 1
        at += len(word)
    return starts


def _stretches(text: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = text.find("\n", start + _STRETCH)
        end = end if end >= 0 else len(text)
        yield start, end
        start = end + 1


def _letters(text: str) -> str:
    """All but spaces and hyphens: a word that is broken on the page has one more of those there."""
    return "".join(text.split()).replace("-", "").lower()


def _or_none(at: int) -> int | None:
    return at if at >= 0 else None
