"""Rows back to the text that a reader would type: words broken at a line's end made whole."""

import re
from collections.abc import Sequence

from drafter.reports.characters import SOFT_HYPHEN
from drafter.reports.recognising.rows import Body, Row

_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 200
"""Letters: the text before may be long."""
_FIRST_PARTS = """
    non self well cross multi semi anti ex long short high low half full part near mid all whole quasi
    one two three four five six seven eight nine ten twelve
    twenty thirty forty fifty sixty seventy eighty ninety
"""
KEEPS_HYPHEN = frozenset(_FIRST_PARTS.split())
"""A hyphen after these belongs to the word: "five-year", "self-made"."""


def joined(body: Body, rows: Sequence[Row], texts: Sequence[str]) -> str:
    """The texts of the rows in one: a new line where a paragraph opens, a space elsewhere."""
    whole = ""
    above: Row | None = None
    for row, text in zip(rows, texts, strict=True):
        if above is None or not whole:
            whole = text
        elif text:
            end = above.line.text[-1:]
            if end == SOFT_HYPHEN:
                whole = _hyphenated(body, whole, text)
            elif end == "-" and text[0].islower() and not above.text.endswith(" -"):
                whole = _hyphenated(body, whole[:-1], text)
            else:
                whole += ("\n" if row.opens else " ") + text
        above = row
    return whole


def _hyphenated(body: Body, before: str, after: str) -> str:
    """Whether the hyphen belongs to the word: as the document writes it elsewhere, else by its first part."""
    last = _LAST.search(before, max(0, len(before) - _LONGEST_WORD))
    first = _FIRST.match(after)
    if last is None or first is None:
        return f"{before}-{after}"
    whole, parted = last.group() + first.group(), f"{last.group()}-{first.group()}"
    if body.has_word(parted):
        return f"{before}-{after}"
    if body.has_word(whole):
        return before + after
    # "up-" and "to-date": a compound of several parts.
    keeps = (
        after[first.end() :].startswith("-")
        or last.group().lower() in KEEPS_HYPHEN
        or first.group()[0].isupper()
    )
    return f"{before}-{after}" if keeps else before + after
