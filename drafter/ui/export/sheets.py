"""What can be shown as sheets of paper: so many pages, each of a size, each painted when it is seen."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

A4 = QSizeF(595, 842)


class Sheets(Protocol):
    """The pages of one document. Sizes are points; pages count from 0."""

    @property
    def count(self) -> int: ...

    def size(self, page: int) -> QSizeF: ...

    def paint(self, painter: QPainter, page: int, target: QRectF) -> None:
        """Fill the target, which has the page's proportions."""


class NoSheets:
    """Nothing to show yet."""

    count = 0

    def size(self, page: int) -> QSizeF:  # noqa: ARG002 - there is no page to ask about
        return A4

    def paint(self, painter: QPainter, page: int, target: QRectF) -> None: ...
