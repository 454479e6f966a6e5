"""The preview's pages: a text document cut into sheets, with the template's header and footer round it."""

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
)

from drafter.domain.composing import Block, Composition, Table
from drafter.services.templates import TemplateLook, wide_ranges
from drafter.ui.export.furniture import Furniture
from drafter.ui.export.preview_document import Counting, PreviewDocument
from drafter.ui.export.preview_formats import KEEPS, RULE

_SLICE = 0.03
"""Seconds of building at a stretch: a long response appears page by page, and the window goes on working."""
_RULE_WIDTH = 2.0
_RULE_GAP = 13.0


class DraftSheets(QObject):
    """Builds itself from the first page on; `grown` when there is more to see, `finished` at the end."""

    grown = Signal()
    finished = Signal()

    def __init__(self, composition: Composition, look: TemplateLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        counting = Counting()
        self._parts = [
            PreviewDocument(blocks, look, look.sheet.turned if is_wide else look.sheet, counting)
            for blocks, is_wide in _parts_of(composition.blocks, look)
        ]
        self._furniture = Furniture(composition, look)
        self._begun = 0
        self._steps: Iterator[None] = iter(())
        self.is_finished = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build)

    def start(self) -> None:
        """Build the first pages now, the rest in the window's idle moments."""
        self._build()
        if not self.is_finished:
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @property
    def count(self) -> int:
        return sum(each.pageCount() for each in self._parts[: self._begun])

    def size(self, page: int) -> QSizeF:
        return self._place(page)[0].pageSize()

    def _place(self, page: int) -> tuple[PreviewDocument, int]:
        """The part that a page belongs to, and the page within it."""
        for each in self._parts[: self._begun]:
            if page < each.pageCount():
                return each, page
            page -= each.pageCount()
        return self._parts[0], 0

    def paint(self, painter: QPainter, page: int, target: QRectF) -> None:
        part, within = self._place(page)
        sheet, size = part.sheet, part.pageSize()
        painter.save()
        painter.translate(target.topLeft())
        painter.scale(target.width() / size.width(), target.height() / size.height())
        painter.setClipRect(QRectF(0, 0, sheet.width, sheet.height), Qt.ClipOperation.IntersectClip)
        self._furniture.paint(painter, sheet, page=page, count=self.count)
        top = within * size.height()
        view = QRectF(0, sheet.top + top, sheet.width, sheet.height - sheet.top - sheet.bottom)
        painter.translate(0, -top)
        painter.setClipRect(view.adjusted(0, -2, 0, 2), Qt.ClipOperation.IntersectClip)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = view
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor("black"))
        context.palette = palette
        part.documentLayout().draw(painter, context)
        _paint_rules(painter, part, view)
        painter.restore()

    # --- building

    def _build(self) -> None:
        """As much as there is time for; the last piece says that it is finished."""
        started = perf_counter()
        while perf_counter() - started < _SLICE:
            if not self._go_on(started + _SLICE) and not self._begin_next():
                self._timer.stop()
                self.is_finished = True
                break
        self.grown.emit()
        if self.is_finished:
            self.finished.emit()

    def _begin_next(self) -> bool:
        if self._begun:
            _keep_together(self._parts[self._begun - 1])
        if self._begun == len(self._parts):
            return False
        part = self._parts[self._begun]
        self._steps = part.steps(before=not self._begun, notes=self._begun == len(self._parts) - 1)
        self._begun += 1
        return True

    def _go_on(self, until: float) -> bool:
        """Build on in the part that was begun; False where it is whole."""
        if not self._begun:
            return False
        cursor = QTextCursor(self._parts[self._begun - 1])
        cursor.beginEditBlock()
        try:
            for _ in self._steps:
                if perf_counter() > until:
                    return True
        finally:
            cursor.endEditBlock()
        return False


def _parts_of(
    blocks: Sequence[Block | Table], look: TemplateLook
) -> Iterator[tuple[Sequence[Block | Table], bool]]:
    """Runs of blocks on upright pages, and on pages that are turned for a wide table."""
    at = 0
    for wide in wide_ranges(blocks) if look.may_turn else ():
        if wide.start > at:
            yield blocks[at : wide.start], False
        yield blocks[wide.start : wide.stop], True
        at = wide.stop
    if at < len(blocks) or not at:
        yield blocks[at:], False


def _paint_rules(painter: QPainter, part: PreviewDocument, view: QRectF) -> None:
    layout = part.documentLayout()
    block = part.findBlock(max(layout.hitTest(view.topLeft(), Qt.HitTestAccuracy.FuzzyHit), 0))
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() > view.bottom():
            return
        colour, following = block.blockFormat().property(RULE), block.next()
        if colour:
            goes_on = following.isValid() and following.blockFormat().property(RULE)
            end = layout.blockBoundingRect(following).top() if goes_on else rect.bottom()
            left = rect.left() + block.blockFormat().leftMargin() - _RULE_GAP
            painter.fillRect(QRectF(left, rect.top(), _RULE_WIDTH, end - rect.top()), QColor(str(colour)))
        block = following


def _keep_together(part: PreviewDocument) -> None:
    """Headings, and what else belongs to the paragraph after it, do not stay behind on a page."""
    layout, height = part.documentLayout(), part.pageSize().height()

    def page_of(block: QTextBlock) -> int:
        return int(layout.blockBoundingRect(block).top() // height)

    lead: QTextBlock | None = None
    each = part.begin()
    while (following := each.next()).isValid():
        if not each.blockFormat().hasProperty(KEEPS):
            lead = None
        else:
            lead = lead if lead is not None else each
            if page_of(following) > page_of(lead) and lead.blockNumber():
                broken = QTextBlockFormat()
                broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(lead).mergeBlockFormat(broken)
                lead = None
        each = following
