"""A menu where the pointer is, and one of what can be done with the row under it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget, QMenu


def pop_up(menu: QMenu, at: QPoint) -> None:
    """Open it there, on the screen; it ends with its closing."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def offer_on_rows(rows: QListWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Offer these acts at a right click, on the row that it chooses; each by its words, a tab and its key."""

    def offer(at: QPoint) -> None:
        under = rows.itemAt(at)
        if under is None:
            return
        rows.setCurrentItem(under)
        menu = QMenu(rows)
        for words, act in acts.items():
            menu.addAction(words).triggered.connect(act)
        pop_up(menu, rows.viewport().mapToGlobal(at))

    rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    rows.customContextMenuRequested.connect(offer)
