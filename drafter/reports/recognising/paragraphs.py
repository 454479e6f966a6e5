"""Rows taken together to the paragraphs that they make up."""

from collections.abc import Iterator, Sequence

from drafter.reports.recognising.rows import Row


def paragraph_from(rows: Sequence[Row], first: int, most: int | None = None) -> Sequence[Row]:
    """The rows from one on, up to the next paragraph; no more than `most`."""
    limit = len(rows) if most is None else min(len(rows), first + most)
    at = first + 1
    while at < limit and not rows[at].opens:
        at += 1
    return rows[first:at]


def paragraphs(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """One after the other; the first may begin in mid-sentence."""
    at = 0
    while at < len(rows):
        block = paragraph_from(rows, at)
        yield block
        at += len(block)


def words_of(rows: Sequence[Row]) -> str:
    """Their texts as one line, hyphens left as they are: to look for words in, not to show."""
    return " ".join(row.text for row in rows)
