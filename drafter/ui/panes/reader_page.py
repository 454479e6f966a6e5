"""A page of the document as a picture, with what was found marked on it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Recommendation, Region
from drafter.services.correcting import Found
from drafter.ui.schemes import LIGHT, scheme_of

_MARGIN = 16
_A4 = 297 / 210
_PAD = 3.0
_NARROWEST = 200
_DRAWING = "Drawing the page…"
_TURNS_AFTER = 240
"""So far the wheel goes on at the end of a page before it turns: two notches."""
_STEP, _LARGEST = 1.25, 3.0
"""How much a notch of the wheel with Ctrl makes a page larger, and how large it gets."""


class PagePicture(QWidget):
    """One page, as wide as there is room; a click on a mark chooses its item."""

    clicked = Signal(str)
    """The id of the item whose mark was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._words = _DRAWING
        self._page = 0
        self._found: Found = ()
        self._current: RecommendationId | None = None
        self.setMouseTracking(True)
        self.fit_to(_NARROWEST)

    @property
    def has_picture(self) -> bool:
        return self._image is not None

    def show_page(self, page: int, image: QImage | None, words: str = _DRAWING) -> None:
        """Another page; where there is no picture of it, the words say why."""
        self._page, self._image, self._words = page, image, words
        self.setAccessibleName(f"Page {page}")
        self._fit()

    def mark(self, found: Found, current: RecommendationId | None) -> None:
        """What was found, and which of it is chosen."""
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
        else:
            painter.setPen(QColor(LIGHT.soft))
            words = sheet.adjusted(24, 24, -24, -24)
            top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(words, top, self._words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(QColor(scheme_of(self.palette()).line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (item := self._at(event.position())) is not None:
            self.clicked.emit(item.id)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over is not None else Qt.CursorShape.ArrowCursor)
        self.setToolTip(over.name if over is not None else "")
        super().mouseMoveEvent(event)

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
        sheet = self._sheet()
        place = QRectF(
            sheet.left() + region.left * sheet.width(),
            sheet.top() + region.top * sheet.height(),
            (region.right - region.left) * sheet.width(),
            (region.bottom - region.top) * sheet.height(),
        )
        return place.adjusted(-_PAD, -_PAD, _PAD, _PAD)

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


class PageArea(QScrollArea):
    """The picture with a scroll bar; it keeps the page as wide as itself and turns it at its end."""

    widened = Signal()
    turned = Signal(int)
    """She scrolled on at the end (1) or the beginning (-1) of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beyond = 0
        self._zoom = 1.0
        self.picture = PagePicture()
        self.setWidget(self.picture)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setProperty("kind", "stop")
        self.setAccessibleName("Page as a picture")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type] # the stub wants QResizeEvent, which it is
        self._fit()

    def zoom(self, steps: int) -> None:
        """Larger or smaller, never smaller than there is room for."""
        self._zoom = min(max(self._zoom * _STEP**steps, 1.0), _LARGEST)
        self._fit()

    def fit_again(self) -> None:
        """As wide as its room."""
        self._zoom = 1.0
        self._fit()

    def _fit(self) -> None:
        self.picture.fit_to(round(self.viewport().width() * self._zoom))
        self.widened.emit()

    def sizeHint(self) -> QSize:
        return QSize(560, 720)

    def bring_up(self, item: Recommendation) -> None:
        """Scroll to where an item stands, if it does on this page."""
        place = self.picture.place_of(item)
        if place is not None:
            self.ensureVisible(0, round(place.bottom()) + 20, 0, 0)
            self.ensureVisible(0, max(round(place.top()) - 20, 0), 0, 0)

    def go_to_end(self, *, last: bool) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if last else bar.minimum())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if self._is_at_end(by):
                self.turned.emit(by)
            else:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + by * bar.pageStep())
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom((delta > 0) - (delta < 0))
            event.accept()
            return
        by = -1 if delta > 0 else 1
        if not delta or not self._is_at_end(by):
            self._beyond = 0
            super().wheelEvent(event)
            return
        self._beyond = self._beyond + delta if self._beyond * delta >= 0 else delta
        event.accept()
        if abs(self._beyond) >= _TURNS_AFTER:
            self._beyond = 0
            self.turned.emit(by)

    def _is_at_end(self, by: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() == (bar.maximum() if by > 0 else bar.minimum())
