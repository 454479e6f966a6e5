"""A document's body, measured: margins, line distances, paragraphs and headings."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from drafter.reports.characters import SOFT_HYPHEN
from drafter.reports.lines import Document, Line
from drafter.reports.recognising.flowing import Flow, flows_of
from drafter.reports.recognising.furniture import body_lines, body_size
from drafter.reports.recognising.openings import find_openings
from drafter.reports.recognising.ranks import find_headings
from drafter.reports.recognising.rows import Body, Row

_SAME_SIZE = 0.6
_FURTHEST_STEP = 2.5
"""Lines of one paragraph are no further apart, in letter heights."""
_FEWEST_STEPS = 5
_SPACING = 1.2
"""Letter heights from line to line where nothing better is known."""


def measured(document: Document) -> Body:
    """The document's body, measured."""
    lines = body_lines(document)
    size = body_size(lines)
    margins = _margins(lines, document)
    flows = flows_of(lines) if document.sheets else {}
    rows = [_row(line, index, margins, flows.get(index)) for index, line in enumerate(lines)]
    letters = sum(len(line.text) for line in lines)
    body = Body(
        document=document,
        rows=rows,
        size=size,
        bold=sum(len(line.text) for line in lines if line.bold) * 2 > letters,
        italic=sum(len(line.text) for line in lines if line.italic) * 2 > letters,
        usual_left=_usual_left(rows, size),
    )
    _measure_gaps(rows)
    find_openings(rows, marked=document.marked, paged=bool(document.sheets))
    find_headings(body)
    return body


def _row(line: Line, index: int, margins: dict[int, float], flow: Flow | None) -> Row:
    text = line.text[:-1] if line.text.endswith(SOFT_HYPHEN) else line.text
    if line.label:
        text = f"{line.label} {text}"
    left = line.left - margins.get(line.page % 2, 0.0) - (flow.shift if flow else 0.0)
    wide = flow.right if flow else 0.0
    return Row(line=line, index=index, text=text, left=left, page=line.page, size=line.size, wide=wide)


def _usual_left(rows: Sequence[Row], size: float) -> float:
    lefts = Counter(round(row.left) for row in rows if abs(row.line.size - size) < _SAME_SIZE)
    return float(lefts.most_common(1)[0][0]) if lefts else 0.0


def _margins(lines: list[Line], document: Document) -> dict[int, float]:
    """Left and right pages may have different margins: the left edge that most pages share."""
    if not document.sheets:
        return {}
    lefts: dict[int, float] = {}
    for line in lines:
        lefts[line.page] = min(lefts.get(line.page, line.left), line.left)
    margins: dict[int, float] = {}
    for side in (0, 1):
        edges = Counter(round(left) for page, left in lefts.items() if page % 2 == side)
        if edges:
            margins[side] = float(edges.most_common(1)[0][0])
    return margins


def _measure_gaps(rows: list[Row]) -> None:
    """In usual line distances of that size."""
    steps: dict[int, list[float]] = defaultdict(list)
    for above, below in pairwise(rows):
        step = below.line.top - above.line.top
        size = below.line.size
        if (
            above.page == below.page
            and 0 < step < _FURTHEST_STEP * size
            and abs(above.line.size - size) < _SAME_SIZE
        ):
            steps[round(size)].append(step)
    usual = {size: _usual(found) for size, found in steps.items() if len(found) >= _FEWEST_STEPS}
    for above, below in pairwise(rows):
        if above.page != below.page:
            below.gap = 0.0
            continue
        size = below.line.size
        step = usual.get(round(size)) or _SPACING * size or _SPACING  # letters may have no size
        below.gap = (below.line.top - above.line.top) / step


def _usual(steps: list[float]) -> float:
    """The tightest common distance: in a text of one-line items the gaps must not pass for line distances."""
    counts = Counter(round(step, 0) for step in steps)
    common = [step for step, count in counts.items() if count * 8 >= len(steps)]
    return min(common) if common else median(steps)
