"""How much of a report is answered: a bar and the words for it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from drafter.domain.coverage import Coverage
from drafter.ui.schemes import scheme_of

_HEIGHT = 6


class CoverageBar(QWidget):
    """Answered in the accent, set aside in grey, the rest empty. The words beside it say the same."""

    def __init__(self, coverage: Coverage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage = coverage
        self.setAccessibleName(coverage.sentence)
        self.setToolTip(coverage.sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)

    def sizeHint(self) -> QSize:
        return QSize(140, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scheme = scheme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(QColor(scheme.line))
        painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        done = self._coverage.answered
        aside = done + len(self._coverage.not_covered)
        grey = QColor(scheme.faint)
        grey.setAlphaF(0.45)
        for count, colour in ((aside, grey), (done, QColor(scheme.accent))):
            if count and self._coverage.total:
                width = max(whole.width() * count / self._coverage.total, _HEIGHT)
                painter.setBrush(colour)
                painter.drawRoundedRect(QRectF(0, 0, width, whole.height()), _HEIGHT / 2, _HEIGHT / 2)
        painter.end()
