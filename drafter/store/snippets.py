"""The stretch of a text that a search matched, with the words that matched marked: for the rows one sees."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from drafter.store.search import AFTER, BEFORE

WIDTH = 110
"""How many characters a snippet shows, about: a line of the list."""

LONGEST = 20_000
"""Of a longer text only so many characters are looked through while she types."""

_LEAD = 20
"""How many characters stand before the first that matched, about."""
_MOST = 200
"""How many matches are weighed: a small word may be in a text a thousand times."""
_WORD = re.compile(r"[^\W_]+")

Span = tuple[int, int]


def begun_words(query: str) -> re.Pattern[str] | None:
    """What finds the words of a query, each of which may be the beginning of one; None without a word."""
    words = dict.fromkeys(_WORD.findall(folded(query)))
    if not words:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(words, key=len, reverse=True))})[^\W_]*")


def snippet(texts: Iterable[str], begun: re.Pattern[str]) -> str:
    """From the first of the texts that has any of the words; nothing where none has."""
    for text in texts:
        looked = text[:LONGEST]
        spans = [each.span() for each in islice(begun.finditer(folded(looked)), _MOST)]
        if spans:
            return _cut(looked, spans)
    return ""


def marked(text: str, begun: re.Pattern[str]) -> str:
    """The whole of a short text."""
    return _with_marks(text, (each.span() for each in begun.finditer(folded(text))), 0, len(text))


def folded(text: str) -> str:
    """Without case and accents, letter for letter: what stands where in one stands there in the other."""
    return text.lower() if text.isascii() else "".join(map(_base, text))


@lru_cache(maxsize=4096)
def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].lower()[0]


def _cut(text: str, spans: list[Span]) -> str:
    """The stretch that has the most matches, the earliest such, from a few words before the first of them."""
    first = max(spans, key=lambda span: sum(span[0] <= start < span[0] + WIDTH for start, _ in spans))[0]
    start = text.rfind(" ", 0, max(0, first - _LEAD)) + 1
    end = text.find(" ", start + WIDTH)
    end = len(text) if end < 0 else end
    said = _with_marks(text, spans, start, end)
    return " ".join(f"{'… ' if start else ''}{said}{' …' if end < len(text) else ''}".split())


def _with_marks(text: str, spans: Iterable[Span], start: int, end: int) -> str:
    """A stretch of a text with the matches that begin in it marked, the last of them whole."""
    said, at = "", start
    for left, right in spans:
        if start <= left < end:
            said += f"{text[at:left]}{BEFORE}{text[left:right]}{AFTER}"
            at = right
    return said + text[at : max(at, end)]
