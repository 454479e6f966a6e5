"""The draft as the desk shows it: an empty passage says quietly what it is to answer."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from drafter.ui.text.draft_blocks import is_alone, is_blank
from drafter.ui.text.draft_edit import DraftEdit
from drafter.ui.text.formats import place_of
from drafter.ui.text.ground import marker_font, visible_blocks
from drafter.ui.text.rich_text_edit import RichTextEdit
from drafter.ui.text.sheet import words_box
from drafter.ui.text.ties import ties_from

_BEGIN = "Write the opening here, or insert one from the library."


class PromptingDraftEdit(DraftEdit):
    """The prompts are painted, never text: they go with the first key."""

    touched = Signal()
    """She clicked into the draft, or a key wrote in it or moved its cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._prompts: Mapping[str, str] = {}
        super().__init__(parent)

    def set_prompts(self, prompts: Mapping[str, str]) -> None:
        """What to say where a recommendation, by its id, is still to be answered."""
        if prompts != self._prompts:
            self._prompts = prompts
            self.viewport().update()

    def prompt_of(self, block: QTextBlock) -> str:
        """What a block says while it is empty."""
        if not is_blank(block) or not is_alone(block):
            return ""
        place = place_of(block)
        if place.is_section_heading:
            return ""
        said = (self._prompts.get(each, "") for each in ties_from(place.ties).answers)
        return next(filter(None, said), "") or ("" if block.previous().isValid() else _BEGIN)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.touched.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.textCursor().position(), self.draft.revision()
        super().keyPressEvent(event)
        if before != (self.textCursor().position(), self.draft.revision()):
            self.touched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        # The page without DraftEdit's own words for empty passages, which are the same for all.
        RichTextEdit.paintEvent(self, event)
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        font = marker_font(self.text_document)
        metrics = QFontMetricsF(font)
        painter = QPainter(self.viewport())
        painter.translate(-offset)
        painter.setFont(font)
        painter.setPen(self.colours.faint)
        margin = self.text_document.documentMargin() * self.scale
        right = self.viewport().width() - margin
        for block, _ in visible_blocks(self.text_document, QRectF(event.rect()).translated(offset)):
            if prompt := self.prompt_of(block):
                box = words_box(block)
                room = max(right - box.left(), 40.0)
                shown = metrics.elidedText(prompt, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), shown)
        painter.end()
