"""One fact about a whole: its name, how many, a bar for the share, and a click that lists them."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from drafter.ui.schemes import Scheme, scheme_of

_PAD, _BAR, _GAP = 10, 8, 12
_NAMES, _NUMBERS = 0.42, 64


class ShareRow(QAbstractButton):
    """Painted; Space and Enter click it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._total = 0, 0
        self._is_known = False
        self.setText(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_share(self, count: int, total: int) -> None:
        self._count, self._total, self._is_known = count, total, True
        self._tell()
        self.update()

    @property
    def count(self) -> int:
        return self._count

    def sizeHint(self) -> QSize:
        return QSize(420, self.fontMetrics().height() + 2 * _PAD)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        scheme = scheme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, scheme)
        middle = Qt.AlignmentFlag.AlignVCenter
        width, height = self.width(), self.height()
        name = QRectF(_PAD, 0, width * _NAMES - _PAD, height)
        painter.setPen(QColor(scheme.ink if self._count else scheme.soft))
        painter.drawText(name, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        number = QRectF(width - _NUMBERS - _PAD, 0, _NUMBERS, height)
        said = f"{self._count:,}" if self._is_known else "…"
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignRight, said)
        bar = QRectF(name.right() + _GAP, (height - _BAR) / 2, number.left() - name.right() - 2 * _GAP, _BAR)
        self._paint_bar(painter, bar, scheme)
        painter.end()

    def _paint_ground(self, painter: QPainter, scheme: Scheme) -> None:
        painter.setPen(QColor(scheme.focus) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.accent_wash) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_bar(self, painter: QPainter, room: QRectF, scheme: Scheme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.line))
        painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)
        if self._count and self._total:
            share = min(self._count / self._total, 1)
            painter.setBrush(QColor(scheme.accent))
            width = max(room.width() * share, _BAR)
            painter.drawRoundedRect(QRectF(room.left(), room.top(), width, _BAR), _BAR / 2, _BAR / 2)

    def _tell(self) -> None:
        said = f"{self.text()}: {self._count:,}" if self._is_known else self.text()
        self.setAccessibleName(said)
        self.setToolTip(f"{said}. Enter or a click lists them")
