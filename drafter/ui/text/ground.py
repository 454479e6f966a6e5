"""What is painted under the text: list numbers and bullets, quote bars, merge fields, what was found."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from drafter.domain.counting import numeral
from drafter.domain.richtext import BlockStyle
from drafter.ui.text.colours import TextColours
from drafter.ui.text.document import TextDocument, fragments
from drafter.ui.text.finding import NOTHING, Wanted, matches
from drafter.ui.text.formats import FIELD, Place, place_of, style_of

_ROUND = 3.0
_INCH = 96.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What to paint with, and which words are being looked for."""

    colours: TextColours
    wanted: Wanted = NOTHING
    here: tuple[int, int] = (-1, -1)
    """Where the found place stands that the cursor is on."""


def scale_of(document: QTextDocument) -> float:
    """How large a document is drawn against 96 dots to the inch."""
    device = document.documentLayout().paintDevice()
    return device.logicalDpiY() / _INCH if device is not None else 1.0


def visible_blocks(document: QTextDocument, area: QRectF) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The blocks that show in an area of the document, with their places."""
    layout = document.documentLayout()
    at = layout.hitTest(QPointF(area.left(), area.top()), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(at, 0))
    while block.previous().isValid() and layout.blockBoundingRect(block).top() > area.top():
        block = block.previous()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() > area.bottom():
            return
        yield block, box
        block = block.next()


def paint_ground(
    painter: QPainter, document: QTextDocument, area: QRect, offset: QPointF, ground: Ground
) -> None:
    """Everything under the text in an area of the viewport; `offset` is how far it is scrolled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-offset)
    counted: dict[int, int] = {}
    for block, box in visible_blocks(document, QRectF(area).translated(offset)):
        _found(painter, block, ground, QRectF(area).translated(offset))
        _fields(painter, block, document, ground.colours)
        style = style_of(block.blockFormat())
        if style.is_list:
            _marker(painter, block, marker_text(block, counted), document, ground.colours)
        elif style is BlockStyle.QUOTE:
            _bar(painter, box, block, scale_of(document), ground.colours)


def _found(painter: QPainter, block: QTextBlock, ground: Ground, area: QRectF) -> None:
    text, (begin, until) = block.text(), _shown(block, area)
    if block.length() != len(text) + 1:  # letters that Qt counts as two: the whole block is looked through
        begin, until = 0, len(text)
    margin = len(ground.wanted.words) + 1
    begin, until = max(0, begin - margin), until + margin
    for start, end in matches(text, ground.wanted, begin=begin, end=until):
        here = block.position() + start == ground.here[0]
        colour = ground.colours.found_here if here else ground.colours.found
        for box in boxes(block, start, end):
            _rounded(painter, box.adjusted(-1, 0, 1, 0), colour)


def _shown(block: QTextBlock, area: QRectF) -> tuple[int, int]:
    """From which character of a block to which its lines show in an area: a block may be a whole book."""
    layout = block.layout()
    top, lines = layout.position().y(), range(layout.lineCount())
    first = bisect_left(lines, area.top() - top, key=lambda line: _bottom(layout.lineAt(line)))
    last = bisect_right(lines, area.bottom() - top, key=lambda line: _top(layout.lineAt(line)))
    if first >= last:
        return 0, 0
    end = layout.lineAt(last - 1)
    return layout.lineAt(first).textStart(), end.textStart() + end.textLength()


def _bottom(line: QTextLine) -> float:
    return line.y() + line.height()


def _fields(painter: QPainter, block: QTextBlock, document: QTextDocument, colours: TextColours) -> None:
    for fragment in fragments(block):
        look = fragment.charFormat()
        if look.isEmpty() or not look.hasProperty(FIELD):
            continue
        values = document.values_of(place_of(block)) if isinstance(document, TextDocument) else {}
        known = bool(values.get(look.stringProperty(FIELD)))
        start = fragment.position() - block.position()
        for box in boxes(block, start, start + fragment.length()):
            if known:
                _rounded(painter, box, colours.field)
            else:
                _rounded(painter, box.adjusted(-1, 0, 1, 0), colours.gap, colours.gap_edge)


def boxes(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Where some characters of a block are drawn, a box a line."""
    layout = block.layout()
    origin = layout.position()
    begun = layout.lineForTextPosition(start)
    for number in range(begun.lineNumber() if begun.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(number)
        opens = line.textStart()
        if opens >= end:
            return
        first, last = max(start, opens), min(end, opens + line.textLength())
        if first < last:
            left, right = sorted((_x(line, first), _x(line, last)))
            yield QRectF(left, _top(line), right - left, _height(line)).translated(origin)


def _x(line: QTextLine, position: int) -> float:
    # PySide gives the position back beside the place, and its stubs say neither.
    found: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]
    return found[0]


def _height(line: QTextLine) -> float:
    return line.ascent() + line.descent() + 1


def _top(line: QTextLine) -> float:
    return line.y()


def _rounded(painter: QPainter, box: QRectF, fill: QColor, edge: QColor | None = None) -> None:
    painter.setPen(QPen(edge, 1.0) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, _ROUND, _ROUND)


def _bar(painter: QPainter, box: QRectF, block: QTextBlock, scale: float, colours: TextColours) -> None:
    layout = block.layout()
    height = sum(layout.lineAt(each).height() for each in range(layout.lineCount()))
    left = box.left() + layout.lineAt(0).x() - 14 * scale if layout.lineCount() else box.left()
    bar = QRectF(left, layout.position().y(), 3 * scale, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.edge)
    painter.drawRoundedRect(bar, 1.5 * scale, 1.5 * scale)


def _marker(
    painter: QPainter, block: QTextBlock, text: str, document: QTextDocument, colours: TextColours
) -> None:
    """The bullet or number of a list item, drawn and never kept: it follows from what stands above."""
    layout = block.layout()
    if not layout.lineCount():
        return
    line = layout.lineAt(0)
    font = marker_font(document)
    metrics = QFontMetricsF(font)
    right = layout.position().x() + line.x() - 9 * scale_of(document)
    baseline = layout.position().y() + line.y() + line.ascent()
    painter.setFont(font)
    painter.setPen(colours.quiet)
    painter.drawText(QPointF(right - metrics.horizontalAdvance(text), baseline), text)


def marker_font(document: QTextDocument) -> QFont:
    device = document.documentLayout().paintDevice()
    return QFont(document.defaultFont(), device) if device is not None else document.defaultFont()


_BULLETS = ("•", "◦", "▪")


def marker_text(block: QTextBlock, counted: dict[int, int] | None = None) -> str:
    """What stands before a list item. `counted` remembers from item to item: long lists cost little."""
    place = place_of(block)
    if place.style is BlockStyle.BULLET:
        return _BULLETS[place.level]
    known = {} if counted is None else counted
    number = known[block.position()] = _number(block, place, known)
    return f"{numeral(number, place.level)}."


def _number(block: QTextBlock, place: Place, known: dict[int, int]) -> int:
    """Which item of its numbered list a block is."""
    number = 1
    while not place.restart and (above := _item_above(block, place)) is not None:
        block, place = above
        if block.position() in known:
            return number + known[block.position()]
        number += 1
    return number


def _item_above(block: QTextBlock, place: Place) -> tuple[QTextBlock, Place] | None:
    """The item of the same list before this one. Empty paragraphs between do not count: they are not kept."""
    block = block.previous()
    while block.isValid():
        before = place_of(block)
        if before.passage != place.passage or not (before.style.is_list or block.length() == 1):
            return None
        if before.style.is_list and before.level <= place.level:
            same = before.level == place.level and before.style is BlockStyle.NUMBER
            return (block, before) if same else None
        block = block.previous()
    return None
