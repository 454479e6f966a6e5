"""Leaves out what a page carries beside its text: running heads and feet, page numbers, footnotes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from drafter.reports.lines import Document, Line

_top = attrgetter("top")
_NUMBER = re.compile(r"([\divxlc](?<!\w\w)(?:(?<=\d)\d{0,3}|(?<!\d)[ivxlc]{0,6}))\b")
"""A whole word. What stands before its first letter is looked at after that, for speed."""
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[|\-–—\s]*(?:\d{1,4}|[ivxlc]{1,7})[|\-–—\s]*(?:(?:of|/)\s*\d{1,4})?", re.I
)
_LABEL = re.compile(r"(?:recommendation|question|proposal|call to action)\s+\w{1,4}[.:]?", re.I)
"""As large as the text it is a label, though it may count with the pages: one recommendation a page."""
_BODY_SIZE = 0.95
_EDGE_LINES = 4
"""Running heads and feet are among so many lines at either end of a page."""
_FEWEST, _FEWEST_OF_ALL = 3, 2
"""On so many pages they are seen, and in a document of two pages on both."""
_NOTE = re.compile(r"[\[(]?(?:\d{1,4}|[ivxlc]{1,5}|[*†‡§]+)[\])]?(?:\.(?!\d)|\s|(?=[A-Z]))")
_NOTE_SIZE = 0.92
_NOTE_FROM = 0.4
"""Footnotes stand below this share of the page."""


def body_lines(document: Document) -> list[Line]:
    """The lines of the text itself."""
    if not document.sheets:
        return [line for line in document.lines if not line.small]
    size = body_size(document.lines)
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in document.lines:
        pages[line.page].append(line)
    edges = {number: _edges(lines, document.sheets[number - 1].height) for number, lines in pages.items()}
    running = _running(edges)
    kept: list[Line] = []
    for number, lines in pages.items():
        furniture = {id(edge.line) for edge in edges[number] if _is_furniture(edge, size, running)}
        text = [line for line in lines if id(line) not in furniture] if furniture else lines
        kept.extend(_without_notes(text, size, document.sheets[number - 1].height))
    return kept


def body_size(lines: Iterable[Line]) -> float:
    """The size in which most letters are set."""
    given: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        given[line.size] += len(line.text)
    sizes: Counter[float] = Counter()
    for size, letters in given.items():
        sizes[round(size * 2) / 2] += letters
    return sizes.most_common(1)[0][0] if sizes else 10.0


class _Edge(NamedTuple):
    """A line at the top or the bottom of a page."""

    line: Line
    height: float
    """The page's."""
    shape: str
    """Its text without the numbers."""
    numbers: tuple[str, ...]

    @property
    def band(self) -> int:
        """Which strip of the page it stands in; lines in the same strip of several pages may be running."""
        return round(self.line.top / self.height * 50)


def _edges(lines: list[Line], height: float) -> list[_Edge]:
    """The lines nearest to the top and the bottom."""
    near = lines
    if len(lines) > 2 * _EDGE_LINES:
        by_height = sorted(lines, key=_top)
        near = by_height[:_EDGE_LINES] + by_height[-_EDGE_LINES:]
    return [
        _Edge(line, height, "#".join(pieces[::2]), tuple(pieces[1::2]))
        for line in near
        if line.top < 0.14 * height or line.bottom > 0.84 * height
        for pieces in [_NUMBER.split(line.text)]
    ]


def _running(edges: dict[int, list[_Edge]]) -> set[tuple[str, int]]:
    """Texts (their numbers taken out) that stand at the same height on several pages and count no list.

    A running number follows the page's own at a fixed distance, or stays the same; "Recommendation 4" at the
    top of a page does neither, so it is kept.
    """
    seen: dict[tuple[str, int], list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for number, near in edges.items():
        for edge in near:
            seen[edge.shape, edge.band].append((number, edge.numbers))
    fewest = min(_FEWEST, max(_FEWEST_OF_ALL, len(edges)))
    return {key for key, places in seen.items() if len(places) >= fewest and _follows_pages(places)}


def _follows_pages(places: list[tuple[int, tuple[str, ...]]]) -> bool:
    for at in range(min(len(numbers) for _, numbers in places)):
        values = [numbers[at] for _, numbers in places]
        if len(set(values)) == 1:
            continue
        distances = Counter(
            int(value) - page for (page, _), value in zip(places, values, strict=True) if value.isdigit()
        )
        if not distances or distances.most_common(1)[0][1] * 2 < len(places):
            return False
    return True


def _is_furniture(edge: _Edge, size: float, running: set[tuple[str, int]]) -> bool:
    line, height = edge.line, edge.height
    if line.top > 0.12 * height and line.bottom < 0.86 * height:
        return False
    if _PAGE_NUMBER.fullmatch(line.text):
        return True
    if _LABEL.fullmatch(line.text) and line.size >= _BODY_SIZE * size:
        return False
    return any((edge.shape, near) in running for near in (edge.band, edge.band - 1, edge.band + 1))


def _without_notes(lines: list[Line], size: float, height: float) -> Iterator[Line]:
    """Small print at a page's foot that begins with a number is a footnote, with all that follows it.

    So is print of any size that begins with a raised one. What stands in a frame is a table or a panel.
    """
    first = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.box or line.size > _NOTE_SIZE * size or line.top < _NOTE_FROM * height:
            break
        if _NOTE.match(line.text):
            first = at
    if first < len(lines) and _goes_on(lines[first], lines[:first]):
        first = len(lines)
    yield from lines[: min(first, _first_raised(lines, height))]


def _first_raised(lines: list[Line], height: float) -> int:
    """The first line at the page's foot that begins with a raised number, if nothing beside it follows."""
    for at, line in enumerate(lines):
        if line.small and line.top > _NOTE_FROM * height and not line.box:
            below = all(each.top >= line.top and not each.box for each in lines[at:])
            return at if below else len(lines)
    return len(lines)


def _goes_on(line: Line, above: Iterable[Line]) -> bool:
    """In the size of a frame right above it: the next row of a table, cut off by the page's end."""
    return any(
        each.box and each.size == line.size and abs(line.top - each.bottom) < line.height for each in above
    )
