"""The right of the desk: what the library has for the chosen recommendation, and search as she types."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QSplitter, QWidget

from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Position
from drafter.ui.models.suggestions import CARD, Card, SuggestionsModel
from drafter.ui.panes.desk_card_paint import CardDelegate
from drafter.ui.panes.desk_wording import WordingView
from drafter.ui.widgets.labels import Elided, text_label
from drafter.ui.widgets.laying import column
from drafter.ui.widgets.painted_list import PaintedList
from drafter.ui.widgets.parts import as_part
from drafter.ui.widgets.row_menu import pop_up


class LibraryPane(QWidget):
    """Shows cards that others find; says what is searched for, and which card is wanted in the draft."""

    searched = Signal(str)
    """What is in the search field; nothing in it: suggestions are wanted again."""
    insert_wanted = Signal(str)
    """By key in the list: the focus stays, and the next one can be inserted."""
    insert_clicked = Signal(str)
    """By the mouse, or out of the search: she goes on in the draft."""
    current_changed = Signal(str)
    """Another position is looked at, by its id; none is an empty one."""

    def __init__(
        self, *, insert: QAction, details: QAction, open_it: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = (insert, details, open_it)
        self._is_detailed = True
        self.model = SuggestionsModel(self)
        self.search = QLineEdit()
        self.list = PaintedList(self.model, CardDelegate)
        self.wording = WordingView(insert=insert, open_it=open_it)
        self._for = Elided()
        self._none = text_label("", kind="soft")
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()

    @property
    def current(self) -> PositionId | None:
        card = self.list.currentIndex().data(CARD)
        return card.id if isinstance(card, Card) else None

    def show_cards(self, cards: tuple[Card, ...], *, about: str, none: str) -> None:
        """What was found, for what, and what to say where nothing was. What is looked at stays."""
        wanted = self.current if about == self._for.whole else None
        self._for.setText(about)
        self.model.show_cards(cards)
        self._none.setText(none)
        self._none.setVisible(not cards)
        self.list.setVisible(bool(cards))
        if cards and (wanted is None or self.current is None):
            at = next((row for row, each in enumerate(cards) if each.id == wanted), 0)
            self.list.setCurrentIndex(self.model.index(at))
        if not cards:
            self.current_changed.emit("")

    def show_details(self, *, shown: bool) -> None:
        self._is_detailed = shown
        self.wording.setVisible(shown and self.wording.is_filled)

    def show_position(self, position: Position | None) -> None:
        """All of one position, where she wants to see it."""
        self.wording.show_position(position)
        self.show_details(shown=self._is_detailed)

    def start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText("Search the library")
        self.search.setAccessibleName("Search the library")
        self.search.setToolTip("Search the library as you type (Ctrl+L); Enter inserts the first")
        self.search.setClearButtonEnabled(True)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setMinimumHeight(100)
        self._for.setProperty("kind", "soft")
        self._none.setContentsMargins(14, 8, 14, 8)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = column(self.search, self._for, spacing=6, margins=(10, 10, 10, 6))
        upper = QWidget()
        layout = column(top, self._none, spacing=0)
        layout.addWidget(self.list, 1)
        layout.addStretch()
        upper.setLayout(layout)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.wording)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([400, 200])
        self.setLayout(column(self.splitter, spacing=0))
        as_part(self.search, "Search the library")
        as_part(self.list, "What the library has")

    def _connect(self) -> None:
        self.search.textChanged.connect(self.searched)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(self._insert_and_write)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.wording.insert_wanted.connect(self._insert_and_write)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and self._search_key(event):
                return True
            if watched is self.list and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._insert()
                return True
        return super().eventFilter(watched, event)

    def _search_key(self, event: QKeyEvent) -> bool:
        """From the field one goes down into the list, inserts, or clears it."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown} and self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._insert_and_write()  # in the field Ctrl+Z would be for the words in it
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            return False
        return True

    def _insert(self) -> None:
        if self.current is not None:
            self.insert_wanted.emit(self.current)

    def _insert_and_write(self) -> None:
        if self.current is not None:
            self.insert_clicked.emit(self.current)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        card = index.data(CARD)
        self.current_changed.emit(card.id if isinstance(card, Card) else "")

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions(list(self._actions))
        pop_up(menu, self.list.viewport().mapToGlobal(at))
