"""What needs attention: listing it, and going through what is due, one after the other."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafter.ui.panes.library_facets import FacetTree
from drafter.ui.panes.library_list import EntryList
from drafter.ui.workplace import Workplace

DUE = "Review due"


class Attention(QObject):
    """`about_to_list` lets the pane leave the bin and save first."""

    about_to_list = Signal()
    listed = Signal()

    def __init__(self, workplace: Workplace, entries: EntryList, tree: FacetTree, pane: QWidget) -> None:
        super().__init__(pane)
        self._place = workplace
        self._entries = entries
        self._tree = tree

    def list_those(self, what: str) -> None:
        """Those that want this, and nothing else narrows the list."""
        self.about_to_list.emit()
        self._entries.show_words("")
        self._tree.tick("Attention", what)
        self.listed.emit()
        self._entries.view.setFocus()

    def review_next(self) -> None:
        """The first that is due; while these are listed, the next."""
        if self._entries.is_reviewing:
            self._entries.go_on()
        else:
            self.list_those(DUE)
            self._entries.wait()
            self._entries.go_to_first()
        if not self._entries.count:
            self._place.notices.say("Nothing is due for review.")
