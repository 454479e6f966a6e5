"""Mends the order of a PDF page's lines: rows are joined, what was drawn late is put in its place."""

import re
from dataclasses import replace
from itertools import pairwise

from drafter.reports.lines import Line

LABEL_ALONE = re.compile(
    r"(?:[A-Za-z]{1,15}\.? ?){0,3}[\[(]?(?:[A-Z]?\d[\w.]{0,6}|[ivxlc]{1,5}|[A-Za-z]|[•☐o–-])[.):\]]{0,2}"
)
_MARK = re.compile(r"[\[(]?\d{1,3}[\])]?|[*†‡§]+")
_RAISED = 0.8
_CLOSE = 2.2


def in_order(lines: list[Line]) -> list[Line]:
    """The lines of one page as they are read."""
    return _from_the_top(rows_joined(lines))


def rows_joined(lines: list[Line]) -> list[Line]:
    """What stands on one row is one line where the first is a label, or the gap is a word space."""
    kept: list[Line] = []
    for line in lines:
        if kept and _same_row(kept[-1], line):
            before = kept[-1]
            if line.size < _RAISED * before.size and _MARK.fullmatch(line.text):
                kept[-1] = replace(before, right=max(before.right, line.right))
                continue
            if line.left - before.right < _CLOSE * before.size or LABEL_ALONE.fullmatch(before.text):
                kept[-1] = _one(before, line)
                continue
        kept.append(line)
    return kept


def _same_row(left: Line, right: Line) -> bool:
    if right.left < left.right - 0.2 * left.size:
        return False
    shared = min(left.bottom, right.bottom) - max(left.top, right.top)
    return shared > 0.5 * min(left.height, right.height)


def _one(left: Line, right: Line) -> Line:
    larger = left if len(left.text) >= len(right.text) else right
    return replace(
        larger,
        text=f"{left.text} {right.text}",
        left=left.left,
        right=right.right,
        top=min(left.top, right.top),
        bottom=max(left.bottom, right.bottom),
        bold_start=left.bold_start,
    )


def _from_the_top(lines: list[Line]) -> list[Line]:
    """Sorted by height where lines were drawn out of order and nothing stands side by side."""
    backwards = any(below.bottom < above.top for above, below in pairwise(lines))
    if not backwards:
        return lines
    ordered = sorted(lines, key=lambda line: (line.top, line.left))
    for above, below in pairwise(ordered):
        if min(above.bottom, below.bottom) - max(above.top, below.top) > 0.4 * min(
            above.height, below.height
        ):
            return lines
    return ordered
