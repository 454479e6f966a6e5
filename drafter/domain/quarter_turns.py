"""A page that is stored on its side: where a rectangle of it lies once the page is turned as it is shown."""

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def turned_by(quarters: int, rect: Rect) -> Rect:
    """So many quarter turns clockwise; in shares of the page, before and after."""
    left, top, right, bottom = rect
    for _ in range(quarters):
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    return left, top, right, bottom
