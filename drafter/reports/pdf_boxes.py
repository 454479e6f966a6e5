"""The frames and shaded panels of a PDF page, and which lines stand in them."""

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.reports.lines import Line, Sheet
from drafter.reports.pdf_shapes import Rectangle

_WIDEST, _NARROWEST, _LOWEST = 0.97, 0.35, 24.0
_THIN, _NEAR = 3.0, 4.0


def with_boxes(lines: list[Line], shapes: Sequence[Rectangle], sheet: Sheet) -> list[Line]:
    """The same lines of a page, each with the number of the smallest frame that holds it."""
    boxes = _boxes(shapes, sheet) if lines else []
    if not boxes:
        return lines
    number = lines[0].page * 1000
    return [_placed(line, boxes, number) for line in lines]


def _placed(line: Line, boxes: Sequence[Rectangle], number: int) -> Line:
    for at, box in enumerate(boxes, start=1):
        if box.holds(line):
            return replace(line, box=number + at)
    return line


def _boxes(shapes: Sequence[Rectangle], sheet: Sheet) -> list[Rectangle]:
    """Panels and frames, the smallest first."""
    panels = [each for each in shapes if each.height >= _LOWEST and _fits(each, sheet)]
    rules = sorted(
        (each for each in shapes if each.height < _THIN and _fits(each, sheet)), key=lambda each: each.top
    )
    posts = [each for each in shapes if each.width < _THIN and each.height >= _LOWEST / 2]
    frames = [frame for above, below in _pairs(rules) if (frame := _framed(above, below, posts)) is not None]
    return sorted(_merged(panels) + frames, key=lambda box: box.width * box.height)


def _fits(shape: Rectangle, sheet: Sheet) -> bool:
    return (
        _NARROWEST * sheet.width < shape.width < _WIDEST * sheet.width and shape.height < 0.92 * sheet.height
    )


def _merged(panels: list[Rectangle]) -> list[Rectangle]:
    """Shading is often drawn line by line: strips that touch are one panel."""
    merged: list[Rectangle] = []
    for panel in sorted(panels, key=lambda each: (round(each.left), each.top)):
        last = merged[-1] if merged else None
        if (
            last
            and abs(last.left - panel.left) < _NEAR
            and abs(last.right - panel.right) < _NEAR
            and panel.top < last.bottom + 2
        ):
            merged[-1] = Rectangle(last.left, last.top, last.right, max(last.bottom, panel.bottom))
        else:
            merged.append(panel)
    return merged


def _pairs(rules: list[Rectangle]) -> list[tuple[Rectangle, Rectangle]]:
    """Each rule with the next of the same reach below it."""
    found: list[tuple[Rectangle, Rectangle]] = []
    for at, above in enumerate(rules):
        for below in rules[at + 1 :]:
            same = abs(above.left - below.left) < _NEAR and abs(above.right - below.right) < _NEAR
            if same and below.top - above.bottom > _LOWEST / 2:
                found.append((above, below))
                break
    return found


def _framed(above: Rectangle, below: Rectangle, posts: Sequence[Rectangle]) -> Rectangle | None:
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
    return Rectangle(above.left, above.top, above.right, below.bottom)
