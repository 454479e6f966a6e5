"""Where things stand on a PDF page once it is turned so that its text is upright."""

from dataclasses import dataclass

from drafter.reports import pdf_calls as pdf
from drafter.reports.lines import Sheet

Box = tuple[float, float, float, float]
"""Left, right, top, bottom."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Turns PDF points, from the bottom left, to points from the top left of the page as it is read."""

    left: float
    bottom: float
    width: float
    height: float
    shown: int
    """So many quarter turns clockwise lead from the file's own axes to the page as it is shown."""
    turns: int
    """The same, to the page as it is read."""

    @classmethod
    def of(cls, page: int, turns: int | None = None) -> "Frame":
        """The open page's frame, turned as it is shown where nothing else is wanted."""
        room = pdf.floats(4)
        pdf.page_box(page, room)
        left, top, right, bottom = room
        shown = pdf.page_rotation(page)
        return cls(left, bottom, right - left, top - bottom, shown, shown if turns is None else turns)

    @property
    def sheet(self) -> Sheet:
        wide, high = (self.height, self.width) if self.turns % 2 else (self.width, self.height)
        return Sheet(width=wide, height=high, turned=(self.shown - self.turns) % 4)

    def place(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Left, right, top and bottom as read, from left, top, right, bottom as PDFium gives them."""
        if not self.turns:
            height = self.height + self.bottom
            return left - self.left, right - self.left, height - top, height - bottom
        (one, high), (other, low) = self.point(left, top), self.point(right, bottom)
        return min(one, other), max(one, other), min(high, low), max(high, low)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """From the left and from the top."""
        x, y = x - self.left, y - self.bottom
        match self.turns:
            case 0:
                return x, self.height - y
            case 1:
                return y, x
            case 2:
                return self.width - x, y
            case _:
                return self.height - y, self.width - x


def turns_of(x: float, y: float) -> int:
    """How many quarter turns clockwise make text upright that runs in this direction in the file."""
    if abs(x) >= abs(y):
        return 0 if x >= 0 else 2
    return 1 if y > 0 else 3
