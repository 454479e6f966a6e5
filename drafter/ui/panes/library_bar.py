"""The bar over a position: what is done with positions most, as words beside signs."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from drafter.ui.actions import Actions


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

    def offer(self, place: QWidget, at: QPoint) -> None:
        """The same as a menu, where the pointer is."""
        menu = QMenu(place)
        menu.addActions(self.actions())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place.mapToGlobal(at))
