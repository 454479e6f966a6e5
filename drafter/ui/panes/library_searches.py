"""Searches that were given a name, above the facets: one click or Enter brings one back."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.changes import Change
from drafter.domain.records.listing import Facet
from drafter.domain.records.working import Setting
from drafter.services.searches import SavedSearch, drop_search, keep_search, rename_search, saved_searches
from drafter.ui.panes.library_facets import FacetTree
from drafter.ui.panes.library_list import EntryList
from drafter.ui.widgets.labels import text_label
from drafter.ui.widgets.row_menu import offer_on_rows
from drafter.ui.workplace import Workplace

_MOST_SEEN = 6
_LONGEST = 40
_ROUND_A_NAME = 14
"""Pixels above and below the words of a field: its frame and what the style sheet keeps free in it."""


class SavedSearches(QWidget):
    """F2 renames, Del deletes; both can be undone. Nothing is shown while there is none."""

    chosen = Signal()
    """The list shows what one of them finds."""

    def __init__(
        self, workplace: Workplace, entries: EntryList, tree: FacetTree, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._entries = entries
        self._tree = tree
        self._searches: tuple[SavedSearch, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName("Saved searches")
        self.list.setProperty("kind", "plain")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Named(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._apply)
        self.list.itemActivated.connect(self._apply)
        self.list.itemChanged.connect(self._rename)
        offer_on_rows(self.list, {"&Rename\tF2": self._edit_name, "&Delete\tDel": self._drop})
        workplace.history.changed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 0)
        column.setSpacing(2)
        column.addWidget(text_label("Saved searches", bold=True, wrap=False))
        column.addWidget(self.list)
        self.reload()

    def reload(self) -> None:
        """Read them anew; the one that was chosen stays so."""
        at = self.list.currentRow()
        self._searches = saved_searches(self._place.library)
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._searches:
            item = QListWidgetItem(each.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(f"{_said(each)}\nF2 renames it, Del deletes it")
            self.list.addItem(item)
        self.list.setCurrentRow(min(at, len(self._searches) - 1))
        self.list.blockSignals(False)
        high = self.list.sizeHintForRow(0) * min(len(self._searches), _MOST_SEEN) + 6
        self.list.setFixedHeight(max(high, 0))
        self.setVisible(bool(self._searches))

    def unlight(self) -> None:
        """What the list shows is none of them."""
        self.list.setCurrentRow(-1)

    def _on_changed(self, change: Change) -> None:
        if change.touches(Setting):
            self.reload()

    def keep(self) -> None:
        """Keep what is typed and ticked now, and let her name it at once."""
        wanted = self._entries.wanted
        facets = tuple(each.key for each in wanted.facets)
        search = SavedSearch(name=self._name(wanted.words, wanted.facets), words=wanted.words, facets=facets)
        history = self._place.history
        history.do(
            lambda: keep_search(self._place.library, search, by=self._place.by), stack=history.library_stack
        )
        row = next(at for at, each in enumerate(self._searches) if each.name == search.name)
        self.list.setCurrentRow(row)
        self._edit_name()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self.list:
            if event.key() == Qt.Key.Key_Delete and not event.modifiers():
                self._drop()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.list.currentItem() is not None:
                self._apply()
                return True
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._searches):
            wanted = self._searches[row]
            self._entries.show_words(wanted.words)
            self._tree.tick_all(Facet(group=group, name=name) for group, name in wanted.facets)
            self.chosen.emit()

    def _edit_name(self) -> None:
        self.list.setFocus()
        self.list.editItem(self.list.currentItem())

    def _rename(self, item: QListWidgetItem) -> None:
        before = self._searches[self.list.row(item)].name
        history, wanted = self._place.history, item.text()
        if wanted == before:
            return
        try:
            history.do(
                lambda: rename_search(self._place.library, before, wanted, by=self._place.by),
                stack=history.library_stack,
            )
        finally:
            self.reload()

    def _drop(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._searches):
            return
        name, history = self._searches[row].name, self._place.history
        history.do(
            lambda: drop_search(self._place.library, name, by=self._place.by), stack=history.library_stack
        )
        self._place.notices.say(f"The search “{name}” is deleted.", offer="Undo", act=history.undoing())

    def _name(self, words: str, facets: tuple[Facet, ...]) -> str:
        """What it finds, in a few words, as no other is called."""
        said = ", ".join((*((words.strip(),) if words.strip() else ()), *(each.name for each in facets)))
        said = said[:_LONGEST] or "Everything"
        taken = {each.name.casefold() for each in self._searches}
        numbered = (said if number == 1 else f"{said} {number}" for number in range(1, len(taken) + 2))
        return next(each for each in numbered if each.casefold() not in taken)


class _Named(QStyledItemDelegate):
    """Rows as high as the field in which their name is typed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), option.fontMetrics.lineSpacing() + _ROUND_A_NAME))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The whole row: Qt would leave out what the row keeps free round its words."""
        editor.setGeometry(option.rect)


def _said(search: SavedSearch) -> str:
    parts = ((f"“{search.words}”",) if search.words else ()) + tuple(
        f"{group}: {name}" for group, name in search.facets
    )
    return ", ".join(parts)
