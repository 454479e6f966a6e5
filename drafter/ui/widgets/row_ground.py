"""The ground of a row in a list: chosen, hovered or plain, a bar where the focus is, a hairline below."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from drafter.ui.schemes import Scheme, scheme_of

_BAR = 3


@contextmanager
def on_row(painter: QPainter, option: QStyleOptionViewItem) -> Iterator[Scheme]:
    """Paint a row's words on its ground, in the colours that this gives; the painter is as it was then."""
    scheme = scheme_of(option.palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, option, scheme)
    try:
        yield scheme
    finally:
        painter.restore()


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, scheme: Scheme) -> None:
    """Paint it for the whole of the row's rectangle; the words come on top."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if chosen or hovered:
        painter.fillRect(option.rect, QColor(scheme.selection if chosen else scheme.accent_wash))
    if chosen and option.state & QStyle.StateFlag.State_HasFocus:
        bar = QRect(option.rect.left(), option.rect.top(), _BAR, option.rect.height())
        painter.fillRect(bar, QColor(scheme.focus))
    painter.setPen(QPen(QColor(scheme.line), 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
