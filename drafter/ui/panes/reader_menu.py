"""What a right click offers on the page, on its text and in the list: the same acts as by key."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from drafter.ui.actions import Actions
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_document import DocumentView
from drafter.ui.panes.reader_found import FoundPanel
from drafter.ui.widgets.row_menu import pop_up

_WITH_WORDS = (names.ADD, names.AS_TEXT, names.APPEND, names.AS_LABEL, names.SPLIT)
_WITH_ITEM = (names.ACCEPT, names.DROP, names.MERGE, names.KIND, names.REST)
_IN_LIST = (names.ACCEPT, names.DROP, names.MERGE, names.SPLIT, names.KIND, names.UP, names.DOWN, names.REST)


class ReaderMenus(QObject):
    """Pops up what fits the place."""

    def __init__(self, document: DocumentView, panel: FoundPanel, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._panel = panel
        self._actions = actions
        document.menu_opens.connect(self._on_page)
        panel.view.customContextMenuRequested.connect(self._in_list)

    def _on_page(self, menu: QMenu) -> None:
        """What can be done with the selected words; where there are none, with the chosen item."""
        if self._document.selected:
            self._fill(menu, _WITH_WORDS)
        elif self._panel.row >= 0:
            self._fill(menu, _WITH_ITEM)

    def _in_list(self, at: QPoint) -> None:
        view = self._panel.view
        if view.indexAt(at).isValid():
            menu = QMenu(view)
            self._fill(menu, _IN_LIST)
            pop_up(menu, view.viewport().mapToGlobal(at))

    def _fill(self, menu: QMenu, wanted: tuple[str, ...]) -> None:
        menu.addActions([self._actions[name] for name in wanted])
