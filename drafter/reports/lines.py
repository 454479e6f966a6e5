"""The one form that every format becomes: lines of text with their place and look."""

from dataclasses import dataclass

import msgspec


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line of a page; in formats without pages, one paragraph, cell or list item.

    Distances are in points from the page's top left corner, the page turned so that its text is upright.
    Formats without pages count lines downwards and indent by list level. A long report makes ten thousand of
    these: as a frozen dataclass each took longer than asking PDFium for what is in it.
    """

    text: str
    page: int = 1
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    bold_start: bool = False
    """Its first word is bold, whatever the rest is."""
    bold_stops: bool = False
    """Most of it is bold, but its last word is not: the paragraph goes on in plain letters."""
    label: str = ""
    """The number or bullet that the format computes and the text does not hold."""
    level: int = 0
    """How deep in a list the format says it stands; 0 is in none, or not known."""
    heading: int = 0
    """The heading level that the format gives; 0 is none, or not known."""
    opens: bool = False
    """The format says that a paragraph begins here."""
    small: bool = False
    """A footnote by the format's own word; on a page, a line that begins with a raised number."""

    box: int = 0
    """The frame or panel that it stands in, numbered through the document; 0 is none."""

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """An entry of the document's own outline."""

    title: str
    page: int
    top: float = 0.0
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The size of one page, in points, as it is read: its text upright."""

    width: float
    height: float
    turned: int = 0
    """So many quarter turns clockwise lead from the page as it is read to the page as it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as lines in reading order."""

    lines: tuple[Line, ...]
    sheets: tuple[Sheet, ...] = ()
    """One for each page; empty where the format has no pages."""
    bookmarks: tuple[Bookmark, ...] = ()
    title: str = ""
    """What the file's own properties call it."""
    marked: bool = False
    """Headings, lists and paragraphs are the format's own word, not to be guessed from looks."""
