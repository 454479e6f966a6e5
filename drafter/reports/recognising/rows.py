"""Lines as the recogniser sees them, with what their neighbours say about them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from drafter.reports.lines import Document, Line

if TYPE_CHECKING:
    from drafter.reports.recognising.labels import Label

BULLET = re.compile(r"[•●▪◦\-–—*o](?=\s)")
ALIKE = 0.07
"""Sizes that differ by no more than this share are the same."""
_STOPS, _CLOSERS = frozenset(".:;?!"), "’”\"')]"
_ABBREVIATION = re.compile(
    r"\b(?:Nos?|paras?|Drs?|Mr|Mrs|Ms|St|e\.g|i\.e|cf|vs?|Arts?|pp?|Ch|Cm|U\.[SKN])\.$", re.I
)
_LIMITED = re.compile(r"\b(?:words|characters)[)\]]$")
_index = attrgetter("index")
_LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}|_{5,}")


@dataclass(slots=True)
class Row:
    """One line of the body, with what its neighbours say about it."""

    line: Line
    index: int
    text: str
    """With the number that the format computes, without a hyphen at its end."""
    left: float
    """From the margin of its page, or as if it stood in the first of its page's columns."""
    page: int
    size: float
    gap: float = 1.0
    """The distance to the line above, in usual line distances; 0 at the top of a page."""
    opens: bool = False
    """A paragraph begins here."""
    heading: float = 0.0
    """How much of a heading it is; 0 is none."""
    label: "Label | Literal[False] | None" = False
    """The label that it begins with; False until `label_of` has looked."""
    wide: float = 0.0
    """Where full lines of its column end, on a page with columns; else 0."""

    def is_sized_like(self, other: "Row") -> bool:
        """Set in the same size, as far as an eye can tell."""
        one, two = self.size, other.size
        return one == two or abs(one - two) <= ALIKE * max(one, two)

    @property
    def ends(self) -> bool:
        """A sentence or a lead-in ends with this line."""
        text = self.text
        if text[-1:].isalpha():
            return False
        bare = text.rstrip(_CLOSERS)
        if bare[-1:] not in _STOPS:
            # "(Paragraph 7)", "(up to 500 words)"
            return text[-1:] in {")", "]"} and (text[-2:-1].isdigit() or _LIMITED.search(text) is not None)
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
    headed: list[Row] = field(default_factory=list)
    """The rows of headings."""
    everything: list[str] = field(default_factory=list)
    """Lower-case text, made when first asked for."""
    words: dict[str, bool] = field(default_factory=dict)
    """What has been asked of it."""

    def prose(self) -> int:
        """How many rows are no headings."""
        return len(self.rows) - len(self.headed)

    def has_word(self, word: str) -> bool:
        """Whether a word stands anywhere in the document."""
        low = word.lower()
        known = self.words.get(low)
        if known is None:
            if not self.everything:
                self.everything.append(" ".join(row.text for row in self.rows).lower())
            known = self.words[low] = low in self.everything[0]
        return known

    def headed_above(self, index: int, reach: int) -> Iterator[Row]:
        """The rows of headings above a row, nearest first, as far up as `reach` rows."""
        for at in range(bisect_left(self.headed, index, key=_index) - 1, -1, -1):
            row = self.headed[at]
            if row.index < index - reach:
                return
            yield row
