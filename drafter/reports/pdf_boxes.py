"""The frames and shaded panels of a PDF page, and which lines stand in them."""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from msgspec.structs import replace

from drafter.reports import pdf_calls as pdf
from drafter.reports.lines import Line, Sheet
from drafter.reports.pdf_frame import Frame

_WORDS = (b"recommendation", b"question", b"proposal", b"action", b"conclusion")
"""Only where one of these stands on the page is it worth looking for frames."""
_TELLING = re.compile(rf"\b(?:{b'|'.join(_WORDS).decode()})s?\b")
_TEXT, _PATH, _FORM = 1, 2, 5
_DEEPEST = 4
"""Forms within forms."""
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


def with_boxes(lines: list[Line], page: int, frame: Frame, chars: str) -> list[Line]:
    """The same lines of a page, each with the number of the smallest frame that holds it."""
    if not lines or not _tells(chars):
        return lines
    boxes = _boxes(_shapes(page, frame), frame.sheet)
    if not boxes:
        return lines
    number = lines[0].page * 1000
    return [_placed(line, boxes, number) for line in lines]


def _tells(chars: str) -> bool:
    """Whether one of the words stands there, in letters of any case."""
    # First the quick look: an expression that may begin with any of several words takes long, and so does
    # making a page of letters small that are not all ASCII. One byte a letter, so that places are the same.
    plain = chars.encode("ascii", "replace").lower()
    for word in _WORDS:
        at = plain.find(word)
        while at >= 0:
            if _TELLING.search(chars[max(0, at - 1) : at + len(word) + 2].lower()):
                return True
            at = plain.find(word, at + 1)
    return False


def _placed(line: Line, boxes: Sequence[_Rectangle], number: int) -> Line:
    for at, box in enumerate(boxes, start=1):
        if box.holds(line):
            return replace(line, box=number + at)
    return line


def _boxes(shapes: Sequence[_Rectangle], sheet: Sheet) -> list[_Rectangle]:
    """Panels and frames, the smallest first."""
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


_Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _shapes(page: int, frame: Frame) -> list[_Rectangle]:
    """The reach of every path on the page, as the page is read."""
    count = pdf.count_objects(page)
    if not 0 < count <= _MOST_OBJECTS:
        return []
    room = _Room()
    objects = map(pdf.page_object, repeat(pdf.place(page)), range(count))
    return [_Rectangle(*_as_read(corners, frame)) for corners in room.paths(objects, _UNMOVED, 0)]


def _as_read(corners: tuple[float, float, float, float], frame: Frame) -> tuple[float, float, float, float]:
    left, bottom, right, top = corners
    left, right, top, bottom = frame.place(left, top, right, bottom)
    return left, top, right, bottom


class _Room:
    """Room for PDFium's answers, and how many objects may still be looked at."""

    def __init__(self) -> None:
        self._corners, self._matrix = pdf.floats(4), pdf.floats(6)
        first = ctypes.addressof(self._corners)
        self._places = tuple(first + at * ctypes.sizeof(ctypes.c_float) for at in range(4))
        self._left = _MOST_OBJECTS

    def paths(
        self, objects: Iterable[int], matrix: _Matrix, depth: int
    ) -> Iterator[tuple[float, float, float, float]]:
        """Left, bottom, right and top of the paths among the objects and in the forms among them."""
        kind_of = pdf.object_type
        for item in objects:
            self._left -= 1
            if self._left < 0:
                return
            kind = kind_of(item)
            if kind == _TEXT:
                continue
            if kind == _PATH and pdf.object_bounds(item, *self._places):
                yield tuple(self._corners) if matrix is _UNMOVED else _moved(self._corners, matrix)
            elif kind == _FORM and depth < _DEEPEST and pdf.object_matrix(item, self._matrix):
                inner = (pdf.inner_object(item, at) for at in range(pdf.count_inner(item)))
                yield from self.paths(inner, _after(tuple(self._matrix), matrix), depth + 1)


def _moved(corners: Sequence[float], matrix: _Matrix) -> tuple[float, float, float, float]:
    """The reach of a rectangle within a form, as the page places the form."""
    a, b, c, d, e, f = matrix
    left, bottom, right, top = corners
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)


def _after(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
    )  # fmt: skip
