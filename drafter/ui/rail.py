"""The strip at the left of the window: one button a screen, an icon over a word."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from drafter.ui.actions import tip_with_key
from drafter.ui.icons import icon
from drafter.ui.schemes import Scheme
from drafter.ui.widgets.labels import ToolButton
from drafter.ui.widgets.parts import as_part

WIDTH = 84


class RailRow(Protocol):
    """What the rail needs to know of a screen."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def key(self) -> str: ...


class Rail(QFrame):
    """Says which screen is wanted; the window says which one is shown."""

    wanted = Signal(str)

    def __init__(self, rows: Sequence[RailRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        self._rows = tuple(rows)
        self._buttons = {row.name: self._button(row) for row in rows}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(6)
        for each in self._buttons.values():
            group.addButton(each)
            column.addWidget(each)
        column.addStretch()
        as_part(self, "Screens")

    def show_current(self, name: str) -> None:
        current = self._buttons[name]
        current.setChecked(True)
        for each in self._buttons.values():
            # In a group the keyboard stops at one button only, and Qt leaves it with the one checked first.
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is current else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(current)

    def button(self, name: str) -> QToolButton:
        return self._buttons[name]

    def tint(self, scheme: Scheme) -> None:
        for row in self._rows:
            self._buttons[row.name].setIcon(icon(row.icon, scheme))

    def _button(self, row: RailRow) -> QToolButton:
        made = ToolButton()
        made.setText(row.title)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setIconSize(QSize(22, 22))
        made.setCheckable(True)
        made.setFixedWidth(WIDTH - 16)
        made.setToolTip(tip_with_key(row.title, [QKeySequence(row.key)]))
        made.setAccessibleName(row.title)
        made.clicked.connect(lambda: self.wanted.emit(row.name))
        return made
