"""The sheet that a draft is written on, and its margin: the desk round it, the marks beside the passages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from drafter.domain.records.ids import PassageId
from drafter.domain.records.stances import Stance
from drafter.ui.text.document import PAGE_MARGIN
from drafter.ui.text.formats import passage_of, place_of, section_of
from drafter.ui.text.ground import visible_blocks
from drafter.ui.text.marks import Mark, MarkKind, draw_bar, draw_glyph
from drafter.ui.text.page import TextPage

TEXT_WIDTH = 624
"""16.5 cm at 96 dots to the inch."""
_GUTTER, _GUTTER_LEAST = 188, 100
_RIGHT, _RIGHT_LEAST = 52, 6
_GLYPH = 10.0
_BAR_FROM_TEXT = 5.0
_GLYPH_FROM_BAR = 9.0
_SEAM = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLines:
    """Where the sheet stands on the desk, in pixels from the left edge."""

    left: int
    text_left: int
    text_right: int
    right: int


def sheet_lines(available: int, scale: float) -> SheetLines:
    """A sheet in the middle of the desk; with little room its margins give way first, then its lines."""
    width = round((TEXT_WIDTH + 2 * PAGE_MARGIN) * scale)
    gutter = min(max(available - width - _RIGHT_LEAST, _GUTTER_LEAST), _GUTTER)
    right = min(max(available - width - gutter, _RIGHT_LEAST), _RIGHT)
    width = min(width, max(available - gutter - right, 120))
    left = max((available - gutter - width - right) // 2, 0)
    return SheetLines(
        left=left,
        text_left=left + gutter,
        text_right=left + gutter + width,
        right=left + gutter + width + right,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A passage as far as it shows: from where to where, and the first line that its label stands beside."""

    passage: str
    mark: Mark
    top: float
    bottom: float
    line: float
    """The height of its first line."""
    begins: bool
    label_at: float
    labelled: bool


class Sheet(QWidget):
    """Lies under the text of a TextPage. A click on a mark says which; any other goes on to the text."""

    mark_clicked = Signal(str)

    def __init__(self, page: TextPage) -> None:
        super().__init__(page)
        self._marks: Mapping[str, Mark] = {}
        self._lines = sheet_lines(page.width(), 1.0)
        self._pressed = ""
        self.setMouseTracking(True)
        self.setAccessibleName("Margin: where each passage comes from")
        self.lower()

    @property
    def _page(self) -> TextPage:
        page = self.parentWidget()
        assert isinstance(page, TextPage)  # noqa: S101 - the constructor makes it so
        return page

    @property
    def marks(self) -> Mapping[str, Mark]:
        return self._marks

    def set_marks(self, marks: Mapping[PassageId, Mark]) -> None:
        self._marks = {str(passage): mark for passage, mark in marks.items()}
        self.update()

    def set_lines(self, lines: SheetLines) -> None:
        self._lines = lines
        self.update()

    def mark_of(self, passage: str) -> Mark | None:
        return self._marks.get(passage)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._page.colours
        painter = QPainter(self)
        painter.fillRect(event.rect(), colours.desk)
        sheet = QRectF(self._lines.left, 0, self._lines.right - self._lines.left, self.height())
        painter.fillRect(sheet, colours.paper)
        painter.setPen(colours.edge)
        for x in (sheet.left(), sheet.right()):
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shown in self.shown():
            self._draw(painter, shown)
        painter.setPen(colours.faint)
        for y in self._seams():
            painter.drawLine(QPointF(self._bar_x() - _SEAM, y), QPointF(self._bar_x() + _SEAM, y))

    def _seams(self) -> Iterator[float]:
        """Where a section begins that has no heading to say so."""
        scrolled = self._page.verticalScrollBar().value()
        for block in self._visible():
            before = block.previous()
            if before.isValid() and section_of(before) != section_of(block) and passage_of(block):
                yield (words_box(before).bottom() + words_box(block).top()) / 2 - scrolled

    def _draw(self, painter: QPainter, shown: _Shown) -> None:
        colours = self._page.colours
        bar = self._bar_x()
        if shown.mark.kind is not MarkKind.OWN:
            draw_bar(painter, shown.mark.kind, bar, shown.top + 3, shown.bottom - 3, colours)
            if shown.begins:
                draw_glyph(painter, shown.mark.kind, self._glyph_box(shown), colours)
        if shown.labelled:
            self._draw_label(painter, shown)

    def _draw_label(self, painter: QPainter, shown: _Shown) -> None:
        colours = self._page.colours
        left = self._lines.left + 5.0
        width = self._bar_x() - _GLYPH_FROM_BAR - _GLYPH - 6 - left
        bold, plain = self._fonts()
        y = shown.label_at
        words = [(fitted(shown.mark.label, QFontMetricsF(bold), width), bold, colours.ink)]
        if (stance := shown.mark.stance) is not None:
            words.append((_stance_words(stance, QFontMetricsF(plain), width), plain, colours.stances[stance]))
        if shown.mark.length:
            over = shown.mark.is_over
            said = fitted_length(shown.mark.length, QFontMetricsF(bold if over else plain), width)
            words.append((said, bold if over else plain, colours.retired if over else colours.quiet))
        for text, font, colour in words:
            height = QFontMetricsF(font).height()
            painter.setFont(font)
            painter.setPen(colour)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, y, width, height), right, text)
            y += height + 1

    def _fonts(self) -> tuple[QFont, QFont]:
        plain = QFont(self.font())
        plain.setPixelSize(12)
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.DemiBold)
        return bold, plain

    def _bar_x(self) -> float:
        return self._lines.text_left - _BAR_FROM_TEXT

    def _glyph_box(self, shown: _Shown) -> QRectF:
        x = self._bar_x() - _GLYPH_FROM_BAR - _GLYPH
        return QRectF(x, shown.top + (shown.line - _GLYPH) / 2, _GLYPH, _GLYPH)

    def shown(self) -> Iterator[_Shown]:
        """The passages that show now, from top to bottom."""
        scrolled = self._page.verticalScrollBar().value()
        run: list[tuple[QTextBlock, QRectF]] = []
        for block in self._visible():
            if run and passage_of(run[-1][0]) != passage_of(block):
                yield from self._shown(run, scrolled)
                run = []
            run.append((block, words_box(block)))
        if run:
            yield from self._shown(run, scrolled)

    def _visible(self) -> Iterator[QTextBlock]:
        area = QRectF(0, self._page.verticalScrollBar().value(), self._page.viewport().width(), self.height())
        return (block for block, _ in visible_blocks(self._page.text_document, area))

    def _shown(self, run: list[tuple[QTextBlock, QRectF]], scrolled: int) -> Iterator[_Shown]:
        first, box = run[0]
        passage = passage_of(first)
        mark = self._marks.get(passage)
        if not passage or mark is None:
            return
        before = first.previous()
        begins = not before.isValid() or passage_of(before) != passage
        heading = before if begins and before.isValid() and place_of(before).is_section_heading else None
        label_box = words_box(heading) if heading is not None else box
        yield _Shown(
            passage=passage,
            mark=mark,
            top=box.top() - scrolled,
            bottom=run[-1][1].bottom() - scrolled,
            line=first.layout().lineAt(0).height() if first.layout().lineCount() else box.height(),
            begins=begins,
            label_at=label_box.top() - scrolled + (4 if heading is not None else 1),
            labelled=bool(mark.label) and begins and self._says_more(first, mark),
        )

    def _says_more(self, first: QTextBlock, mark: Mark) -> bool:
        """The passage above, in the same section, has not said the same already."""
        before = first.previous()
        if not before.isValid() or section_of(before) != section_of(first):
            return True
        above = self._marks.get(passage_of(before))
        return above is None or (above.label, above.stance) != (mark.label, mark.stance)

    # Mouse: what is not a mark belongs to the text.

    def mark_at(self, point: QPointF) -> str:
        """The passage whose mark or label is at a point; nothing where there is none."""
        if not self._lines.left <= point.x() <= self._lines.text_left:
            return ""
        for shown in self.shown():
            top = min(shown.top, shown.label_at) if shown.labelled else shown.top
            if top <= point.y() <= max(shown.bottom, top + 30 if shown.labelled else 0):
                return shown.passage if self._is_marked(shown) else ""
        return ""

    def _is_marked(self, shown: _Shown) -> bool:
        return shown.mark.kind is not MarkKind.OWN or bool(shown.mark.label)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._marks.get(self.mark_at(QPointF(event.pos())))
            if mark is not None:
                QToolTip.showText(event.globalPos(), mark.words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.mark_at(event.position())
        if not self._pressed:
            self._hand_on(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() and not self._pressed:
            self._hand_on(event)
        over = bool(self.mark_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if not pressed:
            self._hand_on(event)
        elif pressed == self.mark_at(event.position()):
            self.mark_clicked.emit(pressed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._page.viewport(), event)

    def _hand_on(self, event: QMouseEvent) -> None:
        """A press beside a line is one at its end."""
        viewport = self._page.viewport()
        here = QPointF(viewport.mapFrom(self._page, self.mapToParent(event.position().toPoint())))
        here.setX(min(max(here.x(), 0.0), viewport.width() - 1.0))
        handed = QMouseEvent(
            event.type(), here, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        QApplication.sendEvent(viewport, handed)


def words_box(block: QTextBlock) -> QRectF:
    """Where a block's lines are, without the space above and below."""
    layout = block.layout()
    count = layout.lineCount()
    if not count:
        return block.document().documentLayout().blockBoundingRect(block)
    last = layout.lineAt(count - 1)
    origin = layout.position()
    top = layout.lineAt(0).y()
    return QRectF(origin.x(), origin.y() + top, last.width(), last.y() + last.height() - top)


def fitted(text: str, metrics: QFontMetricsF, width: float) -> str:
    """A label in little room: its numbers."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    numbers = [each.strip(",") for each in text.split() if each[:1].isdigit()]
    short = ", ".join(numbers) or text
    return metrics.elidedText(short, Qt.TextElideMode.ElideRight, width)


def fitted_length(text: str, metrics: QFontMetricsF, width: float) -> str:
    """A length in little room: “212 / 300”."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    return text.rpartition(" ")[0].replace(" of ", " / ")


_SHORT = {Stance.WELCOME_WITH_CAVEATS: "Caveats", Stance.GO_FURTHER: "Further", Stance.NO_COMMENT: "None"}


def _stance_words(stance: Stance, metrics: QFontMetricsF, width: float) -> str:
    if metrics.horizontalAdvance(stance.phrase) <= width:
        return stance.phrase
    return metrics.elidedText(_SHORT.get(stance, stance.phrase), Qt.TextElideMode.ElideRight, width)
