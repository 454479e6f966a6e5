"""A document's body, measured: margins, line distances, paragraphs and headings."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from statistics import median

from drafter.reports.characters import SOFT_HYPHEN
from drafter.reports.lines import Document, Line
from drafter.reports.recognising.flowing import Flow, flows_of
from drafter.reports.recognising.furniture import body_lines, body_size
from drafter.reports.recognising.openings import find_openings
from drafter.reports.recognising.ranks import find_headings
from drafter.reports.recognising.rows import Body, Row

_page = attrgetter("page")
_SAME_SIZE = 0.6
_FURTHEST_STEP = 2.5
"""Lines of one paragraph are no further apart, in letter heights."""
_FEWEST_STEPS = 5
_SPACING = 1.2
"""Letter heights from line to line where nothing better is known."""


def measured(document: Document) -> Body:
    """The document's body, measured."""
    lines = [line for line in body_lines(document) if _says_something(line)]
    size = body_size(lines)
    margins = _margins(lines, document)
    flows = flows_of(lines) if document.sheets else {}
    rows = [_row(line, index, margins, flows.get(index)) for index, line in enumerate(lines)]
    letters = _letters(lines)
    body = Body(
        document=document,
        rows=rows,
        size=size,
        bold=_letters([line for line in lines if line.bold]) * 2 > letters,
        italic=_letters([line for line in lines if line.italic]) * 2 > letters,
        usual_left=_usual_left(rows, size),
    )
    _measure_gaps(rows)
    find_openings(rows, marked=document.marked, paged=bool(document.sheets))
    find_headings(body)
    return body


def _says_something(line: Line) -> bool:
    """A page may hold lines of signs that are nothing when read, as spaces of no width are."""
    return bool(line.label or line.text.strip(SOFT_HYPHEN).strip())


def _letters(lines: Sequence[Line]) -> int:
    return sum([len(line.text) for line in lines])


def _row(line: Line, index: int, margins: dict[int, float], flow: Flow | None) -> Row:
    text, page = line.text, line.page
    if text[-1:] == SOFT_HYPHEN:
        text = text[:-1]
    if line.label:
        text = f"{line.label} {text}"
    left = line.left - margins[page % 2] if margins else line.left
    if flow is None:
        return Row(line, index, text, left, page, line.size)
    return Row(line, index, text, left - flow.shift, page, line.size, wide=flow.right)


def _usual_left(rows: Sequence[Row], size: float) -> float:
    lefts = Counter([round(row.left) for row in rows if -_SAME_SIZE < row.size - size < _SAME_SIZE])
    return float(lefts.most_common(1)[0][0]) if lefts else 0.0


def _margins(lines: list[Line], document: Document) -> dict[int, float]:
    """Left and right pages may have different margins: the left edge that most pages share.

    Where their text stands alike they have not, though labels may hang in the margins of some.
    """
    if not document.sheets:
        return {}
    outermost: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    all_: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    for page, on_page in groupby(lines, key=_page):
        edges = [round(line.left) for line in on_page]
        outermost[page % 2][min(edges)] += 1
        all_[page % 2].update(edges)
    margins = dict(enumerate(map(_commonest, outermost)))
    if all(all_) and abs(_commonest(all_[0]) - _commonest(all_[1])) <= 1:
        return dict.fromkeys(margins, min(margins.values()))
    return margins


def _commonest(edges: Counter[int]) -> float:
    return float(next((edge for edge, _ in edges.most_common(1)), 0))


def _measure_gaps(rows: list[Row]) -> None:
    """In usual line distances of that size."""
    by_size: dict[float, list[float]] = defaultdict(list)
    apart: list[float | None] = []
    page, top, size = 0, 0.0, 0.0
    for row in rows:
        above, here, before = top, row.size, size
        top, size = row.line.top, here
        if row.page != page:
            page = row.page
            apart.append(None)
            continue
        step = top - above
        if 0 < step < _FURTHEST_STEP * here and -_SAME_SIZE < here - before < _SAME_SIZE:
            by_size[here].append(step)
        apart.append(step)
    steps: dict[int, list[float]] = defaultdict(list)
    for size, found in by_size.items():
        steps[round(size)] += found
    usual = {size: _usual(found) for size, found in steps.items() if len(found) >= _FEWEST_STEPS}
    distances: dict[float, float] = {}
    for row, below in zip(rows[1:], apart[1:], strict=True):
        size = row.size
        distance = distances.get(size)
        if distance is None:
            # letters may have no size
            distance = distances[size] = usual.get(round(size)) or _SPACING * size or _SPACING
        row.gap = 0.0 if below is None else below / distance


def _usual(steps: list[float]) -> float:
    """The tightest common distance: in a text of one-line items the gaps must not pass for line distances."""
    counts = Counter[float]()
    for step, count in Counter(steps).items():
        counts[round(step, 0)] += count
    common = [step for step, count in counts.items() if count * 8 >= len(steps)]
    return min(common) if common else median(steps)
