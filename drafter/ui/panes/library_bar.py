"""The bar over a position: what is done with positions most, as words beside signs."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from drafter.ui.actions import Actions
from drafter.ui.widgets.row_menu import pop_up

_MARGIN = 8
"""What the bar keeps at either end."""


class PositionBar(QToolBar):
    """Other acts in the bin and while reviewing than while writing."""

    def __init__(self, actions: Actions) -> None:
        super().__init__("Position")
        self._actions = actions
        self.setAccessibleName("Position")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def fill(self, words: Mapping[str, str]) -> None:
        """These acts by their names, each with its words here."""
        actions = [self._actions[name] for name in words]
        if self.actions() == actions:
            return
        self.clear()
        for action, word in zip(actions, words.values(), strict=True):
            action.setIconText(word)
            self.addAction(action)
            self.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where the words do not fit side by side, the last acts show their signs alone.

        Qt would put them behind a button of a few pixels.
        """
        buttons = [
            each for action in self.actions() if isinstance(each := self.widgetForAction(action), QToolButton)
        ]
        words = [_width(each, Qt.ToolButtonStyle.ToolButtonTextBesideIcon) for each in buttons]
        signs = [_width(each, Qt.ToolButtonStyle.ToolButtonIconOnly) for each in buttons]
        room, count = self.width() - 2 * _MARGIN, len(buttons)
        while count and sum(words[:count]) + sum(signs[count:]) > room:
            count -= 1
        for at, each in enumerate(buttons):
            each.setToolButtonStyle(
                Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                if at < count
                else Qt.ToolButtonStyle.ToolButtonIconOnly
            )

    def offer(self, place: QWidget, at: QPoint) -> None:
        """The same as a menu, where the pointer is."""
        menu = QMenu(place)
        menu.addActions(self.actions())
        pop_up(menu, place.mapToGlobal(at))


def _width(tool: QToolButton, style: Qt.ToolButtonStyle) -> int:
    tool.setToolButtonStyle(style)
    return tool.sizeHint().width()
