"""A composition as a text document in a template's look: quick, and near to what Word will show."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from drafter.domain.composing import Block, BlockRole, ListMarks, Table
from drafter.domain.richtext import Field, Footnote, Inline, Run
from drafter.services.templates import DATE, LINK, NOTE, SheetLook, StyleLook, TemplateLook
from drafter.ui.export.preview_formats import (
    CELL_GAP,
    INK,
    KEEPS,
    characters,
    paragraph,
    table_format,
    wash_header,
)
from drafter.ui.schemes import LIGHT

_DOTS = round(72 / 0.0254)
"""Dots a metre at which a point is one unit."""


class Counting:
    """What goes on from one part of a document to the next: paragraphs' numbers, and notes."""

    def __init__(self) -> None:
        self.numbers = ListMarks()
        self.notes: list[Footnote] = []


class PreviewDocument(QTextDocument):
    """One part of a preview, its sheets all alike. `steps` fills it, and may be left and taken up again."""

    def __init__(
        self, blocks: Sequence[Block | Table], look: TemplateLook, sheet: SheetLook, counting: Counting
    ) -> None:
        super().__init__()
        self.look, self.sheet = look, sheet
        self._blocks, self._counting = blocks, counting
        self._is_fresh = True
        self.setUndoRedoEnabled(False)
        self.setUseDesignMetrics(True)
        self.setDocumentMargin(0)
        self._device = QImage(1, 1, QImage.Format.Format_RGB32)
        self._device.setDotsPerMeterX(_DOTS)
        self._device.setDotsPerMeterY(_DOTS)
        self.documentLayout().setPaintDevice(self._device)
        # Qt takes margins for pixels of the screen, and fonts for points: both shall be points here.
        self._unit = QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72
        self.setPageSize(QSizeF(sheet.width, sheet.height))
        frame = QTextFrameFormat()
        frame.setLeftMargin(sheet.left * self._unit)
        frame.setRightMargin(sheet.right * self._unit)
        frame.setTopMargin(sheet.top * self._unit)
        frame.setBottomMargin(sheet.bottom * self._unit)
        self.rootFrame().setFrameFormat(frame)

    def steps(self, *, before: bool = True, notes: bool = True) -> Iterator[None]:
        """Build a paragraph, and yield; first what the template says itself, and the notes last."""
        cursor = QTextCursor(self)
        for text, look in self.look.before if before else ():
            self._begin(cursor, look)
            cursor.insertText(text, characters(look))
            yield
        for block in self._blocks:
            if isinstance(block, Table):
                yield from self._table(cursor, block)
            elif block.inlines:
                self._block(cursor, block, self._look(block))
                yield
        if notes:
            yield from self._end_notes(cursor)

    def _block(self, cursor: QTextCursor, block: Block, look: StyleLook) -> None:
        marker = self._counting.numbers.mark(block)
        self._begin(cursor, look, keeps=block.role is BlockRole.STANCE)
        plain = characters(look)
        if marker:
            cursor.insertText(f"{marker}\t", plain)
        for each in block.inlines:
            self._inline(cursor, each, plain)

    def _table(self, cursor: QTextCursor, table: Table) -> Iterator[None]:
        if not self._is_fresh:
            cursor.insertBlock(QTextBlockFormat())
        look = replace(self.look.of(BlockRole.BODY.value), before=0, after=CELL_GAP)
        grid = cursor.insertTable(
            len(table.rows) + 1, max(len(table.columns), 1), table_format(table, self._unit)
        )
        for at, column in enumerate(table.columns):
            wash_header(grid.cellAt(0, at))
            self._is_fresh = True
            inside = grid.cellAt(0, at).firstCursorPosition()
            self._begin(inside, look)
            inside.insertText(column.name, characters(replace(look, bold=True)))
        for number, row in enumerate(table.rows, start=1):
            for at, blocks in enumerate(row):
                self._is_fresh = True
                inside = grid.cellAt(number, at).firstCursorPosition()
                for block in blocks:
                    close = replace(self._look(block), before=0, after=CELL_GAP, rule="")
                    self._block(inside, block, close)
            yield
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = True

    def _look(self, block: Block) -> StyleLook:
        if block.role is BlockRole.BYLINE and block.plain[:1].isdigit():
            return self.look.of(DATE)
        return self.look.of(block.role.value, block.level)

    def _begin(self, cursor: QTextCursor, look: StyleLook, *, keeps: bool = False) -> None:
        made = paragraph(look, self._unit)
        if keeps or look.keeps_next:
            made.setProperty(KEEPS, True)
        if self._is_fresh:
            cursor.setBlockFormat(made)
            self._is_fresh = False
        else:
            cursor.insertBlock(made)

    def _inline(self, cursor: QTextCursor, inline: Inline, plain: QTextCharFormat) -> None:
        made = QTextCharFormat(plain)
        match inline:
            case Run():
                if inline.bold:
                    made.setFontWeight(QFont.Weight.Bold)
                if inline.italic:
                    made.setFontItalic(True)
                if inline.link:
                    self._as_link(made)
                cursor.insertText(inline.text, made)
            case Footnote():
                self._counting.notes.append(inline)
                made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                cursor.insertText(str(len(self._counting.notes)), made)
            case Field():
                made.setBackground(QColor(LIGHT.caution.wash))
                made.setForeground(QColor(LIGHT.caution.ink))
                cursor.insertText(f"‹{inline.name}›", made)

    def _as_link(self, made: QTextCharFormat) -> None:
        look = self.look.of(LINK)
        made.setForeground(QBrush(QColor(f"#{look.colour or INK}")))
        made.setFontUnderline(True)

    def _end_notes(self, cursor: QTextCursor) -> Iterator[None]:
        """Word sets notes at the foot of their page; here they follow the text."""
        look = self.look.of(NOTE)
        for number, note in enumerate(self._counting.notes, start=1):
            self._begin(cursor, look)
            plain = characters(look)
            raised = QTextCharFormat(plain)
            raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            cursor.insertText(str(number), raised)
            cursor.insertText(f" {_note_words(note)}", plain)
            yield


def _note_words(note: Footnote) -> str:
    source = note.source
    said = (note.text, *((source.title, source.publisher, source.date) if source is not None else ()))
    return ", ".join(each for each in said if each)
