"""A page of the document as a picture: what was found is marked on it, and its words can be selected."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from drafter.domain.printed import Printed, Range
from drafter.domain.printed_places import Step
from drafter.domain.quarter_turns import Rect
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Recommendation, Region
from drafter.services.correcting import Found
from drafter.ui.panes.reader_selection import Grain, PageSelection
from drafter.ui.schemes import LIGHT, scheme_of
from drafter.ui.text.colours import LIGHT as ON_PAPER

_MARGIN = 16
_A4 = 297 / 210
_PAD = 3.0
_NARROWEST = 200
_DRAWING = "Drawing the page…"
_LEAST_DRAG = 3
"""Pixels: a hand that shakes while it clicks selects nothing."""
_SELECTED = 84
"""How strong the colour of what is selected is: seen on any mark, and its words stay legible."""


class PagePicture(QWidget):
    """One page, as wide as there is room; a click on a mark chooses its item, a drag selects words."""

    clicked = Signal(str)
    """The id of the item whose mark was clicked."""
    dragged = Signal(QPoint)
    """She selects, and the pointer is here."""
    menu_wanted = Signal(QPoint)
    """A right click, here on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._sentence = _DRAWING
        self._page = 0
        self._found: Found = ()
        self._current: RecommendationId | None = None
        self._words: Printed | None = None
        self._pressed: QPoint | None = None
        self._is_dragged = self._has_keys = False
        self._doubled = (0, QPoint())
        self._sought: tuple[tuple[Rect, ...], tuple[Rect, ...]] = (), ()
        """Lines of words that are looked for: all of them, and the present ones."""
        self.selection = PageSelection()
        self.setMouseTracking(True)
        self.fit_to(_NARROWEST)

    @property
    def has_picture(self) -> bool:
        return self._image is not None

    def show_page(self, page: int, image: QImage | None, words: str = _DRAWING) -> None:
        """Another page; where there is no picture of it, the words say why."""
        if page != self._page:
            self._sought = (), ()
        self._page, self._image, self._sentence = page, image, words
        self.setAccessibleName(f"Page {page}")
        self._fit()

    def show_words(self, words: Printed | None) -> None:
        """The words of the page, which may come after its picture; None while they are not known."""
        self._words = words

    def select_all(self) -> None:
        """All the text of the page."""
        if self._words is not None:
            self.selection.take_all(self._words)
            self.update()

    def select(self, range_: Range) -> None:
        """Words of the page, and no others."""
        if self._words is not None:
            self.selection.take(self._words, range_)
            self.update()

    def show_found(self, ranges: Iterable[Range], here: Range | None = None) -> None:
        """Where words stand on the page that are looked for, and where she is among them."""
        had, words = self._sought, self._words
        if words is not None:
            present = words.whole(here) if here is not None else (0, 0)
            others = dict.fromkeys(each for each in map(words.whole, ranges) if each != present)
            self._sought = (
                tuple(band for each in others for band in words.bands(each)),
                words.bands(present),
            )
        if had != self._sought:
            self.update()

    @property
    def place_found(self) -> QRectF | None:
        """Where she is among the words that are looked for."""
        return self._placed(*self._sought[1][0]) if self._sought[1] else None

    def clear_selection(self) -> None:
        """Another document: no cursor, either."""
        self.selection.clear()
        self.update()

    def let_go(self) -> None:
        """Nothing is selected any more; keys go on from where the cursor is."""
        self.selection.let_go()
        self.update()

    def show_cursor(self, *, shown: bool) -> None:
        """It is shown while the keys are for the page."""
        self._has_keys = shown
        self.update()

    @property
    def page(self) -> int:
        return self._page

    @property
    def cursor_place(self) -> QRectF | None:
        """Where the cursor stands on the page that is shown."""
        edge = self.selection.cursor(self._page)
        return self._placed(*edge) if edge is not None else None

    def step(self, step: Step, *, extends: bool) -> bool:
        """The cursor goes on by a key, at first from where the chosen item begins: there it comes into sight.

        False where the page has nothing more on that side.
        """
        if self._words is None:
            return True
        begins = not self.selection.has_cursor and not self.selected
        chosen = self._chosen_words() if begins else None
        if chosen is not None:
            self.selection.put(self._words, chosen)
        is_there = (chosen is not None and not extends) or self.selection.step(
            self._words, step, extends=extends
        )
        self.update()
        return is_there

    def _chosen_words(self) -> Range | None:
        """Where the words of the chosen item stand, if it is on this page."""
        item = next((each for each in self._found if each.id == self._current), None)
        if item is None or self._words is None or not self.marks_of(item):
            return None
        return self._words.find_passage(item.text)

    @property
    def selected(self) -> str:
        """What is selected, where some of it is on the page that is shown."""
        return self.selection.text if self._page in self.selection.pages else ""

    def mark(self, found: Found, current: RecommendationId | None) -> None:
        """What was found, and which of it is chosen: another one where the keys are not for the page now."""
        if current != self._current and not self._has_keys and not self.selected:
            self.selection.clear()  # they will begin where that one stands
        self._found, self._current = found, current
        self.update()

    def place_of(self, item: Recommendation) -> QRectF | None:
        """Where an item stands on the page that is shown."""
        rects = self.marks_of(item)
        whole = rects[0] if rects else None
        for rect in rects[1:]:
            whole = rect if whole is None else whole.united(rect)
        return whole

    def marks_of(self, item: Recommendation) -> list[QRectF]:
        """The marks of an item on the page that is shown."""
        return [self._rect(each) for each in item.regions if each.page == self._page]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = self._sheet()
        # The paper is white and its marks are the light scheme's, whatever the window wears.
        painter.fillRect(sheet, QColor("white"))
        if self._image is not None:
            painter.drawImage(sheet, self._image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_marks(painter)
            self._paint_found(painter)
            self._paint_selection(painter)
            self._paint_cursor(painter)
        else:
            painter.setPen(QColor(LIGHT.soft))
            words = sheet.adjusted(24, 24, -24, -24)
            top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(words, top, self._sentence)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(QColor(scheme_of(self.palette()).line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed, self._is_dragged = event.position().toPoint(), False
        words, (x, y) = self._words, self._share(event.position())
        if words is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._is_dragged = True
            self.selection.extend(words, x, y)
        else:
            is_third = self._is_third(event)
            self._is_dragged = is_third
            self.selection.begin(words, x, y, Grain.PARAGRAPH if is_third else Grain.PLACE)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._words is None:
            super().mouseDoubleClickEvent(event)
            return
        self._pressed, self._is_dragged = event.position().toPoint(), True
        self._doubled = (event.timestamp(), self._pressed)
        self.selection.begin(self._words, *self._share(event.position()), Grain.WORD)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            self.drag_to(event.position())
        else:
            self._tell_what_is_under(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        self._pressed = None
        item = self._at(event.position())
        if not self._is_dragged and item is not None:
            self.clicked.emit(item.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On what is not selected it is about the item there."""
        item = self._at(QPointF(event.pos()))
        if not self.selected and item is not None:
            self.clicked.emit(item.id)
        self.menu_wanted.emit(event.globalPos())

    @property
    def is_pressed(self) -> bool:
        """She holds the button down."""
        return self._pressed is not None

    def drag_to(self, point: QPointF) -> None:
        """The pointer, held down, is here."""
        here = point.toPoint()
        if self._words is None or self._pressed is None:
            return
        if self._is_dragged or (here - self._pressed).manhattanLength() >= _LEAST_DRAG:
            self._is_dragged = True
            self.selection.extend(self._words, *self._share(point))
            self.update()
            self.dragged.emit(here)

    def _is_third(self, event: QMouseEvent) -> bool:
        """A click soon after a double one, in the same place."""
        when, where = self._doubled
        is_soon = event.timestamp() - when < QApplication.doubleClickInterval()
        is_near = (event.position().toPoint() - where).manhattanLength() < QApplication.startDragDistance()
        return bool(when) and is_soon and is_near

    def _tell_what_is_under(self, point: QPointF) -> None:
        over = self._at(point)
        words = self._words
        if words is not None and words.word_at(*self._share(point)) is not None:
            self.setCursor(Qt.CursorShape.IBeamCursor)
        else:
            shape = Qt.CursorShape.PointingHandCursor if over is not None else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
        self.setToolTip(over.name if over is not None else "")

    def fit_to(self, width: int) -> None:
        """Be as wide as the room that there is."""
        self.setFixedWidth(max(width, _NARROWEST))
        self._fit()

    @property
    def pixels(self) -> int:
        """How many pixels of this screen the page is wide: a picture of that width is sharp."""
        return round((self.width() - 2 * _MARGIN) * self.devicePixelRatioF())

    def _fit(self) -> None:
        self.setFixedHeight(round(self._sheet().height()) + 2 * _MARGIN)
        self.update()

    def _sheet(self) -> QRectF:
        ratio = _A4 if self._image is None else self._image.height() / max(self._image.width(), 1)
        width = self.width() - 2 * _MARGIN
        return QRectF(_MARGIN, _MARGIN, width, width * ratio)

    def _rect(self, region: Region) -> QRectF:
        place = self._placed(region.left, region.top, region.right, region.bottom)
        return place.adjusted(-_PAD, -_PAD, _PAD, _PAD)

    def _placed(self, left: float, top: float, right: float, bottom: float) -> QRectF:
        """Shares of the page in pixels."""
        sheet = self._sheet()
        return QRectF(
            sheet.left() + left * sheet.width(),
            sheet.top() + top * sheet.height(),
            (right - left) * sheet.width(),
            (bottom - top) * sheet.height(),
        )

    def _share(self, point: QPointF) -> tuple[float, float]:
        """A point of the widget in shares of the page."""
        sheet = self._sheet()
        return (point.x() - sheet.left()) / sheet.width(), (point.y() - sheet.top()) / sheet.height()

    def _paint_selection(self, painter: QPainter) -> None:
        colour = QColor(LIGHT.blue.ink)
        colour.setAlpha(_SELECTED)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for band in self.selection.bands(self._page):
            painter.drawRect(self._placed(*band).adjusted(0, -1, 0, 1))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _paint_found(self, painter: QPainter) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ON_PAPER.found)
        self._paint_bands(painter, self._sought[0], pad=1)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(ON_PAPER.gap_edge, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_bands(painter, self._sought[1], pad=2)

    def _paint_bands(self, painter: QPainter, bands: Iterable[Rect], *, pad: int) -> None:
        for band in bands:
            painter.drawRoundedRect(self._placed(*band).adjusted(-pad, -pad, pad, pad), pad + 1, pad + 1)

    def _paint_cursor(self, painter: QPainter) -> None:
        place = self.cursor_place if self._has_keys else None
        if place is not None:
            painter.setPen(QPen(QColor(LIGHT.ink), 2))
            painter.drawLine(place.topLeft(), place.bottomRight())

    def _paint_marks(self, painter: QPainter) -> None:
        for item in self._found:
            chosen = item.id == self._current
            colour = QColor(LIGHT.accent)
            wash = QColor(colour)
            wash.setAlpha(48 if chosen else 22)
            painter.setBrush(wash)
            painter.setPen(QPen(colour, 2) if chosen else Qt.PenStyle.NoPen)
            for rect in self.marks_of(item):
                painter.drawRoundedRect(rect, 4, 4)

    def _at(self, point: QPointF) -> Recommendation | None:
        return next(
            (item for item in self._found if any(rect.contains(point) for rect in self.marks_of(item))), None
        )
