"""Search as you type: every prefix of a word finds its position, and any typed string is safe."""

import re
import unicodedata
from collections.abc import Iterator

from sqlite_utils import Database

from drafter.domain.records.positions import Hit
from drafter.store import reading_positions

BEFORE, AFTER = "\x02", "\x03"
"""Around each word that matched, in a snippet."""

MOST_TERMS = 32
LONGEST_TERM = 200
"""More than this of a pasted text finds nothing better, and costs time."""

_MARKED = re.compile(f"{BEFORE}([^{AFTER}]*){AFTER}")


def search(db: Database, query: str, *, limit: int) -> tuple[Hit, ...]:
    """The best first; nothing for a query without a word."""
    expression = expression_of(query)
    if not expression:
        return ()
    found = db.execute(
        "SELECT rowid, rank, snippet(position_fts, -1, ?, ?, '…', 16) FROM position_fts"
        " WHERE position_fts MATCH ? ORDER BY rank LIMIT ?",
        (BEFORE, AFTER, expression, max(limit, 0)),
    ).fetchall()
    entries = reading_positions.entries_numbered(db, [number for number, _, _ in found])
    return tuple(
        Hit(entry=entries[number], score=-rank, snippet=" ".join(snippet.split()), why=_matched(snippet))
        for number, rank, snippet in found
        if number in entries
    )


def expression_of(query: str) -> str:
    """The query for FTS5: each word a prefix, what stands in quotation marks a phrase; all must be there."""
    terms = dict.fromkeys(_terms(_harmless(query)))
    return " ".join(list(terms)[:MOST_TERMS])


def _terms(query: str) -> Iterator[str]:
    pieces = query.split('"')
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            yield from (_quoted(word, prefix=True) for word in piece.split() if _has_word(word))
        elif _has_word(piece):
            # the last phrase is still being typed where its closing mark is missing
            yield _quoted(piece, prefix=number == len(pieces) - 1)


def _quoted(words: str, *, prefix: bool) -> str:
    cut = words[:LONGEST_TERM]
    return f'"{cut}"*' if prefix or cut != words else f'"{cut}"'


def _has_word(text: str) -> bool:
    """Whether FTS5's unicode61 finds anything in it: letters, numbers, private use."""
    return any(each.isalnum() or unicodedata.category(each) in {"Co", "Nl", "No"} for each in text)


def _harmless(query: str) -> str:
    """Without what SQLite cannot be given: half characters and a NUL, which would end the expression."""
    return "".join(" " if unicodedata.category(each) in {"Cc", "Cs"} else each for each in query)


def _matched(snippet: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.casefold() for each in _MARKED.findall(snippet)))
