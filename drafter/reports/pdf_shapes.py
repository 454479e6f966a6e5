"""What is drawn on a PDF page beside its text: the reach of each path."""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from drafter.reports import pdf_calls as pdf
from drafter.reports.lines import Line
from drafter.reports.pdf_frame import Frame

_WORDS = (b"recommendation", b"recommend", b"question", b"proposal", b"action", b"conclusion")
"""Only where one of these stands on the page is it worth looking."""
_TELLING = re.compile(rf"\b(?:{b'|'.join(_WORDS).decode()})s?\b")
_TEXT, _PATH, _FORM = 1, 2, 5
_DEEPEST = 4
"""Forms within forms."""
_MOST_OBJECTS = 3000
_NEAR = 4.0


@dataclass(frozen=True, slots=True)
class Rectangle:
    """In points from the page's top left corner, the page as it is read."""

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


def shapes_on(page: int, frame: Frame, chars: str) -> list[Rectangle]:
    """The reach of every path, as the page is read; none on a page whose words do not tell of a list."""
    return _shapes(page, frame) if _tells(chars) else []


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


_Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _shapes(page: int, frame: Frame) -> list[Rectangle]:
    """The reach of every path on the page, as the page is read."""
    count = pdf.count_objects(page)
    if not 0 < count <= _MOST_OBJECTS:
        return []
    room = _Room()
    objects = map(pdf.page_object, repeat(pdf.place(page)), range(count))
    return [Rectangle(*_as_read(corners, frame)) for corners in room.paths(objects, _UNMOVED, 0)]


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
