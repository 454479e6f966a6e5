"""Bullets that are drawn, not written, as browsers print them: put before their lines."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from msgspec.structs import replace

from drafter.reports.counting import counts_itself
from drafter.reports.lines import Line
from drafter.reports.pdf_shapes import Rectangle

_SMALLEST, _LARGEST = 1.5, 6.0
_ROUND = 1.25
"""Discs and squares: no wider than so many times their height, and no higher."""
_FURTHEST = 26.0
"""Points from a bullet to its line."""
_FEWEST = 2
_top = attrgetter("top")


def with_bullets(lines: list[Line], shapes: Sequence[Rectangle]) -> list[Line]:
    """The same lines of a page, those behind a drawn bullet with a bullet before their text."""
    dots = sorted(filter(_is_dot, shapes), key=_top)
    if len(dots) < _FEWEST:
        return lines
    return [_pointed(line, dots) for line in lines]


def _is_dot(shape: Rectangle) -> bool:
    narrow, wide = sorted((shape.width, shape.height))
    return narrow >= _SMALLEST and wide <= _LARGEST and wide <= _ROUND * narrow


def _pointed(line: Line, dots: Sequence[Rectangle]) -> Line:
    at = bisect_left(dots, line.top, key=_top)
    while at < len(dots) and dots[at].bottom <= line.bottom:
        if 0 < line.left - dots[at].right <= _FURTHEST and not counts_itself(line.text):
            return replace(line, text=f"• {line.text}", left=dots[at].left)
        at += 1
    return line
