"""The rows of one item so far, and how its own paragraphs look."""

from collections.abc import Iterable
from math import inf

from drafter.reports.recognising.rows import Row
from drafter.reports.recognising.starts import Start


class Taken:
    """Grows row by row; counts on the way what is asked at each paragraph, for items may be long."""

    __slots__ = ("_label_alone", "_title", "bold", "italic", "leftmost", "letters", "rows", "said")

    def __init__(self, start: Start, title: int, rows: Iterable[Row]) -> None:
        """`title` is the row after the item's own heading."""
        self.rows: list[Row] = []
        """The first holds the label."""
        self.said: list[Row] = []
        """Those of its paragraphs: no heading, no label that stands alone."""
        self.letters = self.bold = self.italic = 0
        """How many letters these have, and how many of them are bold or slanted."""
        self.leftmost = inf
        """Where a paragraph, or the label, stands furthest left."""
        self._title = title
        self._label_alone = None if start.label.rest else start.row
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        self.rows.append(row)
        if row.heading or row.index < self._title:
            return
        self.leftmost = min(self.leftmost, row.left)
        if row is self._label_alone:
            return
        self.said.append(row)
        line, letters = row.line, len(row.text)
        self.letters += letters
        if line.bold:
            self.bold += letters
        if line.italic:
            self.italic += letters
