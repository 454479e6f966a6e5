"""The frames and shaded panels of a PDF page, and which lines stand in them."""

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.reports import pdf_calls as pdf
from drafter.reports.lines import Line, Sheet

_TELLING = re.compile(r"\b(?:recommendation|question|proposal|action|conclusion)s?\b", re.I)
"""Only where one of these words stands on the page is it worth looking for frames."""
_PATH = 2
_MOST_OBJECTS = 3000
_WIDEST, _NARROWEST, _LOWEST = 0.97, 0.35, 24.0
_THIN, _NEAR = 3.0, 4.0


@dataclass(frozen=True, slots=True)
class _Rectangle:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, line: Line) -> bool:
        middle = (line.top + line.bottom) / 2
        return (
            self.left - _NEAR < line.left
            and line.right < self.right + _NEAR
            and self.top - 1 < middle < self.bottom + 1
        )


def with_boxes(lines: list[Line], page: int, sheet: Sheet, origin: tuple[float, float]) -> list[Line]:
    """The same lines, each with the number of the smallest frame that holds it."""
    if not any(_TELLING.search(line.text) for line in lines):
        return lines
    boxes = _boxes(page, sheet, origin)
    if not boxes:
        return lines
    number = lines[0].page * 1000
    return [_placed(line, boxes, number) for line in lines]


def _placed(line: Line, boxes: Sequence[_Rectangle], number: int) -> Line:
    for at, box in enumerate(boxes, start=1):
        if box.holds(line):
            return replace(line, box=number + at)
    return line


def _boxes(page: int, sheet: Sheet, origin: tuple[float, float]) -> list[_Rectangle]:
    """Panels and frames, the smallest first."""
    shapes = _shapes(page, sheet, origin)
    panels = [each for each in shapes if each.height >= _LOWEST and _fits(each, sheet)]
    rules = sorted(
        (each for each in shapes if each.height < _THIN and _fits(each, sheet)), key=lambda each: each.top
    )
    posts = [each for each in shapes if each.width < _THIN and each.height >= _LOWEST / 2]
    frames = [frame for above, below in _pairs(rules) if (frame := _framed(above, below, posts)) is not None]
    return sorted(_merged(panels) + frames, key=lambda box: box.width * box.height)


def _fits(shape: _Rectangle, sheet: Sheet) -> bool:
    return (
        _NARROWEST * sheet.width < shape.width < _WIDEST * sheet.width and shape.height < 0.92 * sheet.height
    )


def _merged(panels: list[_Rectangle]) -> list[_Rectangle]:
    """Shading is often drawn line by line: strips that touch are one panel."""
    merged: list[_Rectangle] = []
    for panel in sorted(panels, key=lambda each: (round(each.left), each.top)):
        last = merged[-1] if merged else None
        if (
            last
            and abs(last.left - panel.left) < _NEAR
            and abs(last.right - panel.right) < _NEAR
            and panel.top < last.bottom + 2
        ):
            merged[-1] = _Rectangle(last.left, last.top, last.right, max(last.bottom, panel.bottom))
        else:
            merged.append(panel)
    return merged


def _pairs(rules: list[_Rectangle]) -> list[tuple[_Rectangle, _Rectangle]]:
    """Each rule with the next of the same reach below it."""
    found: list[tuple[_Rectangle, _Rectangle]] = []
    for at, above in enumerate(rules):
        for below in rules[at + 1 :]:
            same = abs(above.left - below.left) < _NEAR and abs(above.right - below.right) < _NEAR
            if same and below.top - above.bottom > _LOWEST / 2:
                found.append((above, below))
                break
    return found


def _framed(above: _Rectangle, below: _Rectangle, posts: Sequence[_Rectangle]) -> _Rectangle | None:
    """Two rules make a frame where a line runs down at their left and right."""
    for edge in (above.left, above.right):
        reach = [
            post
            for post in posts
            if abs(post.left - edge) < _NEAR and post.top < below.top and post.bottom > above.bottom
        ]
        if sum(min(post.bottom, below.top) - max(post.top, above.bottom) for post in reach) < 0.8 * (
            below.top - above.bottom
        ):
            return None
    return _Rectangle(above.left, above.top, above.right, below.bottom)


def _shapes(page: int, sheet: Sheet, origin: tuple[float, float]) -> list[_Rectangle]:
    count = pdf.count_objects(page)
    if not 0 < count <= _MOST_OBJECTS:
        return []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    places = [ctypes.byref(each) for each in (left, bottom, right, top)]
    found: list[_Rectangle] = []
    for at in range(count):
        item = pdf.page_object(page, at)
        if pdf.object_type(item) == _PATH and pdf.object_bounds(item, *places):
            x, y = origin
            found.append(
                _Rectangle(
                    left.value - x,
                    sheet.height - (top.value - y),
                    right.value - x,
                    sheet.height - (bottom.value - y),
                )
            )
    return found
