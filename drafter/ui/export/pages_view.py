"""Sheets of paper under each other: scrolled, zoomed, gone through by keys."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from drafter.ui.export.sheets import NoSheets, Sheets
from drafter.ui.schemes import scheme_of

GAP = 18
"""Pixels round a sheet."""
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Zooms; 1 is as large as on paper."""
_PIXELS_A_POINT = 96 / 72
_LINE = 48
_NEAR = 0.005
_KEEP = 40
"""So many pixels of the page before stay in sight."""


class PagesView(QAbstractScrollArea):
    """Shows any Sheets. Without a zoom of her own a sheet is as wide as there is room."""

    turned = Signal(int, int)
    """The page in front, from 1, and how many there are."""
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: Sheets = NoSheets()
        self._zoom: float | None = None
        self._tops: list[float] = []
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("Pages")
        self.verticalScrollBar().valueChanged.connect(self._tell)

    # --- what is shown

    def show_sheets(self, sheets: Sheets, *, stay: bool = True) -> None:
        """Other sheets; she stays where she was, as far as there are pages."""
        at = self.verticalScrollBar().value() if stay else 0
        self._sheets, self._words = sheets, ""
        self._measure()
        self.verticalScrollBar().setValue(at)
        self._tell()

    def show_words(self, words: str) -> None:
        """Why there is nothing to see."""
        self.show_sheets(NoSheets(), stay=False)
        self._words = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def grow(self) -> None:
        """There is more of the same, or it looks different now."""
        self._measure()
        self._tell()

    @property
    def count(self) -> int:
        return self._sheets.count

    @property
    def page(self) -> int:
        """The page in front, from nought."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        return max((at for at, top in enumerate(self._tops) if top <= middle), default=0)

    def go_to_page(self, page: int) -> None:
        if self._tops:
            at = self._tops[min(max(page, 0), len(self._tops) - 1)]
            self.verticalScrollBar().setValue(round(at) - GAP)

    # --- zoom

    @property
    def fits(self) -> bool:
        return self._zoom is None

    @property
    def zoom(self) -> float:
        """As a share of the size on paper."""
        if self._zoom is not None:
            return self._zoom
        widest = max((self._sheets.size(each).width() for each in range(self.count)), default=595.0)
        return max((self.viewport().width() - 2 * GAP) / (widest * _PIXELS_A_POINT), 0.1)

    def set_zoom(self, zoom: float | None) -> None:
        """None: as wide as there is room."""
        page, before = self.page, self._tops
        into = self.verticalScrollBar().value() - (before[page] if before else 0)
        scale = self.zoom
        self._zoom = zoom
        self._measure()
        if self._tops:
            at = self._tops[min(page, len(self._tops) - 1)]
            self.verticalScrollBar().setValue(round(at + into * self.zoom / scale))
        self.zoomed.emit()

    def zoom_by(self, step: int) -> None:
        """The next larger or smaller step."""
        now = self.zoom
        larger = [each for each in STEPS if each > now + _NEAR]
        smaller = [each for each in STEPS if each < now - _NEAR]
        if step > 0 and larger:
            self.set_zoom(larger[0])
        elif step < 0 and smaller:
            self.set_zoom(smaller[-1])

    # --- laying out and painting

    def rect_of(self, page: int) -> QRectF:
        """Where a sheet stands in the viewport."""
        size = self._pixels(page)
        width = max(self.viewport().width(), round(size.width()) + 2 * GAP)
        left = (width - size.width()) / 2 - self.horizontalScrollBar().value()
        return QRectF(left, self._tops[page] - self.verticalScrollBar().value(), size.width(), size.height())

    def _pixels(self, page: int) -> QSizeF:
        return self._sheets.size(page) * (self.zoom * _PIXELS_A_POINT)

    def _measure(self) -> None:
        self._tops, top, widest = [], float(GAP), 0.0
        for page in range(self._sheets.count):
            self._tops.append(top)
            size = self._pixels(page)
            top += size.height() + GAP
            widest = max(widest, size.width())
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(round(top) - view.height(), 0))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(_LINE)
        across = max(round(widest) + 2 * GAP - view.width(), 0) if self._zoom is not None else 0
        self.horizontalScrollBar().setRange(0, across)
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.viewport().update()

    def _tell(self) -> None:
        self.turned.emit(min(self.page + 1, self.count), self.count)
        if self.count:
            self.setAccessibleDescription(f"Page {self.page + 1} of {self.count}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(620, 640)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scheme = scheme_of(self.palette())
        painter.fillRect(self.viewport().rect(), QColor(scheme.rail))
        if not self.count:
            self._paint_words(painter, QColor(scheme.soft))
        seen = QRectF(self.viewport().rect())
        for page in range(len(self._tops)):
            sheet = self.rect_of(page)
            if sheet.intersects(seen):
                painter.fillRect(sheet, QColor("white"))  # paper is white, whatever the window wears
                self._sheets.paint(painter, page, sheet)
                painter.setPen(QPen(QColor(scheme.line), 1))
                painter.drawRect(sheet)
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.focus), 2))
            painter.drawRect(seen.adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(40, 40, -40, -40), flags, self._words)

    # --- keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._zoom_key(key):
            return
        page = self.viewport().height() - _KEEP
        by = {
            Qt.Key.Key_Down: _LINE,
            Qt.Key.Key_Up: -_LINE,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }.get(key)
        if by is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + by)

    def _zoom_key(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}.get(key)
        if step is not None:
            self.zoom_by(step)
        elif key == Qt.Key.Key_0:
            self.set_zoom(None)
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)
