"""Pages whose text flows down one column and on at the top of the next, and the edges of those columns."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.reports.lines import Line
from drafter.reports.recognising.wordings import names_a_reply

_UPWARDS = 1.5
"""Line heights: the next column begins at least so much above the end of the last."""
_FEWEST_LINES = 3
_NARROWEST = 110.0
"""Points: what is narrower is a column of numbers, dates or names."""
_ALIKE = 0.6
"""The narrower column has this share of the other's width."""
_GUTTER = 4.0
_SAME_STEP = 12.0
"""Points: from column to column it is as far on each page, but one may show only hanging text."""
_LARGER = 1.08


@dataclass(frozen=True, slots=True)
class Flow:
    """How far right of the first column one stands, and where its full lines end."""

    shift: float
    right: float


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines one below the other, and their edges."""

    reach: range
    left: float
    right: float


def flows_of(lines: Sequence[Line]) -> Mapping[int, Flow]:
    """For each line in a column of running text, by its place among the lines, the column."""
    found: list[list[_Block]] = []
    tabled: set[int] = set()
    tops: dict[int, list[int]] = defaultdict(list)
    for at, (above, below) in enumerate(pairwise(lines), start=1):
        # Nearly all lines stand below the one before: they are told at once.
        if below.top < above.top and below.page == above.page and _begins_column(above, below):
            tops[below.page].append(at)
    for page in tops.values():
        first, end = _page_around(lines, page[0])
        for blocks in _side_by_side(lines, page, first, end):
            if _is_table(lines, blocks, end):
                tabled.add(round(blocks[1].left))
            else:
                found.append(blocks)
    flowing = [blocks for blocks in found if round(blocks[1].left) not in tabled]
    steps = Counter(round(block.left - blocks[0].left) for blocks in flowing for block in blocks)
    flows: dict[int, Flow] = {}
    for blocks in flowing:
        for block in blocks:
            shift = block.left - blocks[0].left
            near = (step for step, _ in steps.most_common() if abs(step - shift) <= _SAME_STEP)
            flows |= dict.fromkeys(block.reach, Flow(float(next(near, shift)), block.right))
    return flows


def _page_around(lines: Sequence[Line], at: int) -> tuple[int, int]:
    """Its first line, and the one after its last."""
    first = end = at
    while first and lines[first - 1].page == lines[at].page:
        first -= 1
    while end < len(lines) and lines[end].page == lines[at].page:
        end += 1
    return first, end


def _side_by_side(lines: Sequence[Line], tops: list[int], first: int, end: int) -> Iterator[list[_Block]]:
    """The blocks of one page that stand beside each other, each begun after the end of the one before."""
    while tops:
        top = tops.pop(0)
        blocks = [_block(lines, _above(lines, first, top))] if top > first else []
        blocks.append(_block(lines, _below(lines, top, end, blocks[0].right)))
        while tops and tops[0] == blocks[-1].reach.stop:
            blocks.append(_block(lines, _below(lines, tops.pop(0), end, blocks[-1].right)))
        if min(len(block.reach) for block in blocks) >= _FEWEST_LINES and _are_alike(blocks):
            yield blocks


def _begins_column(above: Line, below: Line) -> bool:
    """Higher up, and to the right of what stands above."""
    return below.top < above.top - _UPWARDS * above.height and below.left > above.left + _NARROWEST


def _above(lines: Sequence[Line], first: int, top: int) -> range:
    at = top - 1
    while at > first and lines[at - 1].right < lines[top].left and lines[at - 1].bottom > lines[top].top:
        at -= 1
    return range(at, top)


def _below(lines: Sequence[Line], top: int, end: int, gutter: float) -> range:
    at = top + 1
    while at < end and lines[at].left > gutter - _GUTTER and not _begins_column(lines[at - 1], lines[at]):
        at += 1
    return range(top, at)


def _block(lines: Sequence[Line], reach: range) -> _Block:
    return _Block(reach, min(lines[at].left for at in reach), max(lines[at].right for at in reach))


def _are_alike(blocks: Sequence[_Block]) -> bool:
    widths = [block.right - block.left for block in blocks]
    return max(widths) >= _NARROWEST and min(widths) >= _ALIKE * max(widths)


def _is_table(lines: Sequence[Line], blocks: Sequence[_Block], end: int) -> bool:
    """Cells: in frames, with the name of a reply over them, or with another row of them right below."""
    if any(lines[at].box for block in blocks for at in block.reach):
        return True
    if any(names_a_reply(lines[block.reach.start].text) for block in blocks):
        return True
    after = blocks[-1].reach.stop
    if after == end:
        return False
    return lines[after].right < blocks[1].left and lines[after].size <= _LARGER * lines[after - 1].size
