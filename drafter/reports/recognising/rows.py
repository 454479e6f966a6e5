"""Lines as the recogniser sees them, with what their neighbours say about them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.reports.lines import Document, Line

BULLET = re.compile(r"[•●▪◦\-–—*o](?=\s)")
ALIKE = 0.07
"""Sizes that differ by no more than this share are the same."""
_STOPS, _CLOSERS = frozenset(".:;?!"), "’”\"')]"
_ABBREVIATION = re.compile(r"\b(?:Nos?|paras?|Drs?|Mr|Mrs|Ms|St|e\.g|i\.e|cf|vs?|Arts?|pp?|Ch|Cm)\.$", re.I)
_LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}|_{5,}")


@dataclass(slots=True)
class Row:
    """One line of the body, with what its neighbours say about it."""

    line: Line
    index: int
    text: str
    """With the number that the format computes, without a hyphen at its end."""
    left: float
    """From the margin of its page."""
    page: int
    size: float
    gap: float = 1.0
    """The distance to the line above, in usual line distances; 0 at the top of a page."""
    opens: bool = False
    """A paragraph begins here."""
    heading: float = 0.0
    """How much of a heading it is; 0 is none."""

    def is_sized_like(self, other: "Row") -> bool:
        """Set in the same size, as far as an eye can tell."""
        one, two = self.size, other.size
        return one == two or abs(one - two) <= ALIKE * max(one, two)

    @property
    def ends(self) -> bool:
        """A sentence or a lead-in ends with this line."""
        text = self.text
        bare = text.rstrip(_CLOSERS)
        if bare[-1:] not in _STOPS:
            # "(Paragraph 7)"
            return text[-1:] in {")", "]"} and text[-2:-1].isdigit()
        return not (text[-1] == "." and _ABBREVIATION.search(text[-8:]))

    @property
    def has_leaders(self) -> bool:
        """Dots lead to a page number or leave room for an answer."""
        text = self.text
        return (".." in text or ". ." in text or "…" in text or "__" in text) and bool(_LEADERS.search(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The whole text as rows."""

    document: Document
    rows: Sequence[Row]
    size: float
    bold: bool
    """Most of the text is bold."""
    italic: bool
    usual_left: float
    """Where running text stands."""
    everything: list[str] = field(default_factory=list)
    """Lower-case text, made when first asked for."""
    heads: list[int] = field(default_factory=list)
    """Where headings stand, found when first asked for."""

    def heads_above(self, index: int) -> Iterator[Row]:
        """The rows of headings over a row, nearest first."""
        heads = self._heads()
        for at in range(bisect_left(heads, index) - 1, 0, -1):
            yield self.rows[heads[at]]

    def prose(self) -> int:
        """How many rows are no headings."""
        return len(self.rows) - len(self._heads()) + 1

    def _heads(self) -> list[int]:
        if not self.heads:
            # The first one stands for none, so that the list is never empty again.
            self.heads.extend([-1, *(row.index for row in self.rows if row.heading)])
        return self.heads

    def has_word(self, word: str) -> bool:
        """Whether a word stands anywhere in the document."""
        if not self.everything:
            self.everything.append(" ".join(row.text for row in self.rows).lower())
        return word.lower() in self.everything[0]
