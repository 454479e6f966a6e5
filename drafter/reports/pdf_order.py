"""Mends the order of a PDF page's lines: rows are joined, what was drawn late is put in its place."""

import re
from collections import Counter
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from drafter.reports.lines import Line

_LABEL_ALONE = re.compile(
    r"(?:[A-Za-z]{1,15}\.? ?){0,3}[\[(]?(?:[A-Z]?\d[\w.]{0,6}|[ivxlc]{1,5}|[A-Za-z]|[•☐o–-])[.):\]]{0,2}"
)
_MOST_SPACES = 3
"""In such a label: a line that has more is told at once, where the expression would try at length."""
_LATE = re.compile(r"[•☐–]|[\[(]?(?:\d{1,3}|[ivxlc]{1,5}|[A-Za-z])[.)\]]{1,2}")
_LONGEST_LATE = 8
_MARK = re.compile(r"[\[(]?\d{1,3}[\])]?|[*†‡§]+")
_RAISED, _BELOW, _HIGHER = 0.8, 0.25, 0.1
"""As on one line: how small a mark is, how far lines reach under their base, and what is raised over it."""
_CLOSE = 2.2
_TALL = 3.0
_LABEL_GAP = 4.0
"""A label stands no further from its text, in letter heights."""


_place, _left = attrgetter("top", "left"), attrgetter("left")


def is_label_alone(text: str) -> bool:
    """Whether it is a number, a letter or a bullet, with at most three words before it."""
    return text.count(" ") <= _MOST_SPACES and _LABEL_ALONE.fullmatch(text) is not None


def in_order(lines: list[Line]) -> list[Line]:
    """The lines of one page as they are read."""
    return _from_the_top(_labels_placed(rows_joined(lines)))


def rows_joined(lines: list[Line]) -> list[Line]:
    """What stands on one row is one line where the first is a label, or the gap is a word space."""
    kept: list[Line] = []
    edges = Counter[int]()
    for line in lines:
        if kept and _same_row(kept[-1], line):
            before = kept[-1]
            edges = edges or Counter(round(each.left) for each in lines)
            if line.size < _RAISED * before.size and _MARK.fullmatch(line.text):
                kept[-1] = replace(before, right=max(before.right, line.right))
                continue
            if _is_word_space(before, line, edges) or is_label_alone(before.text):
                kept[-1] = _one(before, line)
                continue
        kept.append(line)
    return kept


def _is_word_space(left: Line, right: Line, edges: Counter[int]) -> bool:
    """Narrower than between columns; where several lines begin at the same edge, a column begins there."""
    gap = right.left - left.right
    column = sum(edges[round(right.left) + near] for near in (-1, 0, 1)) >= _FEWEST_IN_COLUMN
    return gap < (_WORD_SPACE if column else _CLOSE) * left.size


_FEWEST_IN_COLUMN = 4
_WORD_SPACE = 0.6
"""In letter heights: justified lines are stretched, but hardly further."""


def _same_row(left: Line, right: Line) -> bool:
    if right.left < left.right - 0.2 * left.size or _is_sideways(left) or _is_sideways(right):
        return False
    shared = min(left.bottom, right.bottom) - max(left.top, right.top)
    return shared > 0.5 * min(left.height, right.height)


def _is_sideways(line: Line) -> bool:
    """Runs up or down the page, so that it stands beside many rows and in none."""
    return line.height > _TALL * line.size


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
        bold_stops=larger.bold and (right.bold_stops or not right.bold),
        small=right.small or _is_raised(left, right),
    )


def _is_raised(left: Line, right: Line) -> bool:
    """A small number that stands higher than the text behind it: so begins a footnote."""
    if left.size >= _RAISED * right.size or _MARK.fullmatch(left.text) is None:
        return False
    return left.bottom - _BELOW * left.size < right.bottom - (_BELOW + _HIGHER) * right.size


def _labels_placed(lines: list[Line]) -> list[Line]:
    """Bullets and numbers that were drawn after all the text are put before their own."""
    late, upwards = set[int](), False
    for at, line in enumerate(lines):
        alone = len(line.text) <= _LONGEST_LATE and _LATE.fullmatch(line.text) is not None
        upwards = alone and at > 0 and (upwards or line.top < lines[at - 1].top - line.height)
        if upwards:
            late.add(at)
    if not late:
        return lines
    kept = {at: line for at, line in enumerate(lines) if at not in late}
    for at in late:
        beside = [other for other, line in kept.items() if _is_label_of(lines[at], line)]
        if beside:
            nearest = min(beside, key=lambda other: kept[other].left)
            kept[nearest] = _one(lines[at], kept[nearest])
        else:
            kept[at] = lines[at]
    return [kept[at] for at in sorted(kept)]


def _is_label_of(label: Line, line: Line) -> bool:
    return _same_row(label, line) and line.left - label.right < _LABEL_GAP * label.size


def _from_the_top(lines: list[Line]) -> list[Line]:
    """Sorted by height where lines were drawn out of order, unless columns of text stand side by side."""
    backwards = any(below.bottom < above.top for above, below in pairwise(lines))
    if not backwards:
        return lines
    rows: list[list[Line]] = []
    for line in sorted(lines, key=_place):
        if rows and line.top < rows[-1][0].bottom and _is_beside(rows[-1][0], line):
            if any(_are_columns(each, line) for each in rows[-1]):
                return lines
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in (sorted(row, key=_left) if len(row) > 1 else row)]


def _is_beside(one: Line, below: Line) -> bool:
    """They share the better part of a line's height; the one begins no lower than the other."""
    return min(one.bottom, below.bottom) - below.top > 0.4 * min(one.height, below.height)


def _are_columns(one: Line, other: Line) -> bool:
    """Of text: not the cells of a table of figures, nor a page's number beside its head."""
    narrow, wide = sorted((one.right - one.left, other.right - other.left))
    return narrow > _NUMBER and wide > _COLUMN


_NUMBER, _COLUMN = 40.0, 110.0
"""Points: what is narrower is a number, or a cell of a few words."""
