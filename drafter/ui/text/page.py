"""A page of text: how it is coloured, zoomed, searched and painted; it fetches nothing and knows no keys."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from drafter.ui.text.colours import TextColours, colours_for
from drafter.ui.text.document import TextDocument, blocks, fragments
from drafter.ui.text.fields import field_at, format_at
from drafter.ui.text.finding import Wanted, next_place, places
from drafter.ui.text.formats import FIELD, field_id, place_of
from drafter.ui.text.ground import Ground, paint_ground
from drafter.ui.text.look import BODY_SIZE, TextLook, look_of
from drafter.ui.text.spelling import Marking, Spelling, paint_mistakes

_INCH = 96
_METRE = 39.3701
ZOOMS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_FAMILIES = ("Arial", "Liberation Sans", "Helvetica", "Noto Sans", "DejaVu Sans")


def page_font() -> QFont:
    """The sans serif that pages are set in on the screen, at 12 points."""
    font = QFont()
    font.setFamilies(list(_FAMILIES))
    font.setPointSizeF(BODY_SIZE)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


class TextPage(QTextEdit):
    """Shows a TextDocument. What follows from its meaning is painted: undo never sees a colour or a zoom."""

    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, colours: TextColours | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(True)
        self.setCursorWidth(2)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._given_colours = colours
        self._ground = Ground(colours=colours or colours_for(QApplication.palette()))
        self._zoom = 100
        self.is_redressing = False
        """The look of the same words is changing: no edit."""
        self._device = QImage()
        self._look: TextLook | None = None
        self._spelling: Spelling | None = None
        self._page: TextDocument
        self.set_text_document(TextDocument(self))
        self._dress()

    @property
    def text_document(self) -> TextDocument:
        return self._page

    def set_text_document(self, document: TextDocument) -> None:
        """Shows another document; its undo history comes with it."""
        self._page = document
        self.setDocument(document)
        document.setDefaultFont(page_font())
        self._set_device()
        self._look = look_of(document, self._ground.colours)

    @property
    def colours(self) -> TextColours:
        return self._ground.colours

    def set_colours(self, colours: TextColours | None) -> None:
        """Paints with these; without any, light or dark as the application is."""
        self._given_colours = colours
        self._dress()

    def _dress(self) -> None:
        colours = self._given_colours or colours_for(QApplication.palette())
        self._ground = Ground(colours=colours, wanted=self._ground.wanted, here=self._ground.here)
        palette = QPalette(self.palette())
        for role, colour in (
            (QPalette.ColorRole.Base, colours.paper),
            (QPalette.ColorRole.Text, colours.ink),
            (QPalette.ColorRole.PlaceholderText, colours.quiet),
            (QPalette.ColorRole.Highlight, colours.selection),
            (QPalette.ColorRole.HighlightedText, colours.ink),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)
        if self._look is not None:
            with self._redressing():
                self._look.set_colours(colours)
        self.viewport().update()

    @contextmanager
    def _redressing(self) -> Iterator[None]:
        self.is_redressing = True
        try:
            yield
        finally:
            self.is_redressing = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            # Qt gives the widget's font to the document; the page keeps its own.
            self.text_document.setDefaultFont(page_font())
        elif event.type() == QEvent.Type.PaletteChange and self._is_out_of_fashion():
            self._dress()

    def _is_out_of_fashion(self) -> bool:
        """Light in the dark or the other way round; dressing changes the palette too, so it asks first."""
        return self._given_colours is None and colours_for(QApplication.palette()) is not self.colours

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: what a text names is never fetched, from no disk and no server."""
        del kind, name
        return None

    # Zoom: the document is laid out for a device of other resolution, so type, space and indents grow alike.

    @property
    def zoom(self) -> int:
        """In per cent; at 100 a point is a point at 96 dots to the inch, on every platform."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        percent = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        if percent == self._zoom:
            return
        scrolled = self.verticalScrollBar().value()
        first = self.first_visible_block()
        self._zoom = percent
        self._set_device()
        with self._redressing():
            self.text_document.markContentsDirty(0, self.text_document.characterCount())
        if scrolled:
            self.scroll_to(first)
        self.zoom_changed.emit(percent)

    def step_zoom(self, steps: int) -> None:
        """To the next larger or smaller of the usual sizes."""
        nearest = min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - self._zoom))
        self.set_zoom(ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)])

    @property
    def scale(self) -> float:
        return self._zoom / 100

    def _set_device(self) -> None:
        device = QImage(1, 1, QImage.Format.Format_Mono)
        device.setDotsPerMeterX(round(_INCH * self.scale * _METRE))
        device.setDotsPerMeterY(round(_INCH * self.scale * _METRE))
        self._device = device
        self.text_document.documentLayout().setPaintDevice(device)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.step_zoom((turned > 0) - (turned < 0))
            event.accept()
            return
        super().wheelEvent(event)

    def first_visible_block(self) -> QTextBlock:
        return self.cursorForPosition(QPoint(1, 1)).block()

    def scroll_to(self, block: QTextBlock, *, above: int = 0) -> None:
        """Puts a block at the top of the page, so many pixels below the edge."""
        top = self.text_document.documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - above)

    # Merge fields

    def gap_at(self, position: int) -> str:
        """The name of the merge field without a value that a character belongs to."""
        document = self.text_document
        name = format_at(document, position).stringProperty(FIELD)
        known = document.values_of(place_of(document.findBlock(position))).get(name)
        return "" if known else name

    def set_field_values(self, values: Mapping[str, str]) -> None:
        """What the merge fields stand for now. One without a value shows its name in a box to fill in."""
        document = self.text_document
        if dict(document.values) != dict(values):
            document.values = dict(values)
            if self.can_rewrite():
                self.rewrite_fields()
        self.viewport().update()

    def can_rewrite(self) -> bool:
        """There is nothing to redo: an edit would take it away."""
        return not self.text_document.isRedoAvailable()

    def count_stale(self) -> int:
        """How many fields show other words than they stand for."""
        return len(_stale_fields(self.text_document))

    def rewrite_fields(self) -> None:
        """Brings the words in fields up to date."""
        document = self.text_document
        stale = list(_stale_fields(document))
        if not stale:
            return
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for start, end, words in reversed(stale):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words, cursor.charFormat())
        cursor.endEditBlock()

    # Finding

    def set_wanted(self, wanted: Wanted) -> None:
        """Shows where these words stand; without any, nothing."""
        self._set_ground(wanted=wanted, here=(-1, -1))

    def find_words(self, wanted: Wanted, *, backwards: bool = False) -> bool:
        """Selects the next place where the words stand, round the end where need be. Whether there is one."""
        document = self.text_document
        found = next_place(document, wanted, self.textCursor(), backwards=backwards)
        if found is None:
            self._set_ground(wanted=wanted, here=(-1, -1))
            return False
        cursor = self.textCursor()
        cursor.setPosition(found[0])
        cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._set_ground(wanted=wanted, here=found)
        return True

    def count_found(self, wanted: Wanted) -> int:
        """How often the words stand in the text."""
        return sum(1 for _ in places(self.text_document, wanted))

    def _set_ground(self, *, wanted: Wanted, here: tuple[int, int]) -> None:
        self._ground = Ground(colours=self._ground.colours, wanted=wanted, here=here)
        self.viewport().update()

    # Spelling

    @property
    def spelling(self) -> Spelling | None:
        return self._spelling

    def set_spelling(self, spelling: Spelling) -> None:
        """Shows from now on what this finds wrong."""
        self._spelling = spelling
        spelling.changed.connect(self._paint_anew)
        self._paint_anew()

    def _paint_anew(self) -> None:
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        paint_ground(painter, self.text_document, event.rect(), offset, self._ground)
        if self._spelling is not None and not self.isReadOnly():
            marking = Marking(
                spelling=self._spelling,
                colour=self._ground.colours.misspelt,
                typing=self.textCursor().position() if self.hasFocus() else -1,
            )
            area = QRectF(event.rect()).translated(offset)
            paint_mistakes(painter, self.text_document, area, marking)
        painter.end()
        super().paintEvent(event)


def _stale_fields(document: TextDocument) -> list[tuple[int, int, str]]:
    """The fields whose words are not what they stand for: from where to where, and the right words."""
    found: dict[str, tuple[int, int, str]] = {}
    for block in blocks(document.firstBlock(), document.lastBlock()):
        for fragment in fragments(block):
            look = fragment.charFormat()
            if not look.hasProperty(FIELD) or field_id(look) in found:
                continue
            start, end = field_at(document, fragment.position()) or (0, 0)
            name = look.stringProperty(FIELD)
            value = document.values_of(place_of(block)).get(name)
            found[field_id(look)] = (start, end, value or name)
    return [each for each in found.values() if _words(document, each[0], each[1]) != each[2]]


def _words(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
