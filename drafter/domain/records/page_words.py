"""The words of a page and where each stands, so that they can be selected on its picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedWord:
    """One word, as a reader would type it, and its box in points on the page as it is read."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLine:
    """One printed line, or one of two that stand side by side."""

    words: tuple[PlacedWord, ...]
    opens: bool = False
    """A paragraph begins here."""
    goes_on: bool = False
    """Its last word goes on in the next line."""
    is_aside: bool = False
    """A running head or foot, or a note: not of the text itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The lines of one page (1-based) in reading order; the size is of the page as it is read, in points."""

    page: int
    width: float
    height: float
    turned: int = 0
    """So many quarter turns clockwise lead from the page as it is read to the page as it is shown."""
    lines: tuple[PlacedLine, ...] = ()
