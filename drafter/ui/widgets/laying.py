"""Rows and columns in one expression each: widgets, layouts, gaps and springs in the order one sees them."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

SPRING = None
"""Takes up what room is left."""

Item = QWidget | QLayout | int | None
"""A widget, a layout, a gap in pixels, or a SPRING."""

L = TypeVar("L", bound=QBoxLayout)

NO_MARGINS = (0, 0, 0, 0)


def column(*items: Item, spacing: int = 10, margins: tuple[int, int, int, int] = NO_MARGINS) -> QVBoxLayout:
    """From top to bottom. Margins are left, top, right, bottom."""
    return _filled(QVBoxLayout(), items, spacing, margins)


def row(*items: Item, spacing: int = 8, margins: tuple[int, int, int, int] = NO_MARGINS) -> QHBoxLayout:
    """From left to right."""
    return _filled(QHBoxLayout(), items, spacing, margins)


def at_left(widget: QWidget) -> QHBoxLayout:
    """As wide as it wants to be, at the left."""
    return row(widget, SPRING)


def at_top(widget: QWidget) -> QVBoxLayout:
    """As high as it wants to be, at the top."""
    layout = column(widget, SPRING)
    layout.setAlignment(Qt.AlignmentFlag.AlignTop)
    return layout


def ends(act: QPushButton, leave: QPushButton) -> QDialogButtonBox:
    """The two buttons that end a dialog, in the order that the system has everywhere."""
    made = QDialogButtonBox()
    made.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
    made.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
    return made


def _filled(layout: L, items: tuple[Item, ...], spacing: int, margins: tuple[int, int, int, int]) -> L:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for item in items:
        match item:
            case QWidget():
                layout.addWidget(item)
            case QLayout():
                layout.addLayout(item)
            case int():
                layout.addSpacing(item)
            case None:
                layout.addStretch()
    return layout
