"""What is offered to the list: the rest like one item, or what a reading has otherwise."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from drafter.domain.comparing import compare
from drafter.domain.records.reports import Recommendation
from drafter.domain.richtext import plain_text
from drafter.services.comparing_lists import Difference, Differences, Fate, left_open
from drafter.services.correcting import Found
from drafter.ui.actions import Actions
from drafter.ui.models.offered import OfferedModel
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_offer_rows import OfferDelegate
from drafter.ui.widgets.difference_view import DifferenceView
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import SPRING, row
from drafter.ui.widgets.painted_list import PaintedList

_KEYS = {
    Qt.Key.Key_Return: names.TAKE,
    Qt.Key.Key_Enter: names.TAKE,
    Qt.Key.Key_Space: names.TAKE,
    Qt.Key.Key_A: names.TAKE_ALL,
}
"""Single keys, while the list has the focus."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class OffersPanel(QWidget):
    """Shows what is still open of what was offered; taking it is the pane's."""

    chosen = Signal(object)
    """The Recommendation that the chosen row speaks of, or None."""
    left = Signal()
    """She goes back to her list, or nothing is open any more."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._offered: Differences = ()
        self._title = ""
        self.head = text_label(bold=True)
        self._model = OfferedModel(self)
        self.view = PaintedList(self._model, OfferDelegate)
        self.view.setAccessibleName("What is offered")
        self.view.installEventFilter(self)
        self.words = DifferenceView()
        self.take = button("Take this one")
        self.take_all = button("Take all", kind="primary")
        self.back = button("Back to the list", kind="plain", tip="Leave the rest as it is (Esc)")
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.back.clicked.connect(self.left)
        for made, name in ((self.take, names.TAKE), (self.take_all, names.TAKE_ALL)):
            made.clicked.connect(actions[name].trigger)
            made.setToolTip(actions[name].toolTip())

    @property
    def is_open(self) -> bool:
        return bool(self._offered)

    @property
    def open_ones(self) -> Differences:
        return self._model.offered

    @property
    def current(self) -> Difference | None:
        return self._model.difference(self.view.currentIndex().row())

    def show_offered(self, title: str, offered: Differences, found: Found) -> None:
        """Another offer, with what it is in words."""
        self._title, self._offered = title, offered
        self.follow(found)

    def follow(self, found: Found) -> None:
        """Her list is another one: what is in it by now is not offered any more."""
        if not self.is_open:
            return
        row_now = max(self.view.currentIndex().row(), 0)
        rest = left_open(found, self._offered)
        if not rest:
            self.clear()
            self.left.emit()
            return
        self._model.show_offered(rest)
        self.head.setText(self._title)
        self.take_all.setText(f"Take all {len(rest)}" if len(rest) > 1 else "Take it")
        self.take.setVisible(len(rest) > 1)
        index = self._model.index(min(row_now, len(rest) - 1))
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)

    def clear(self) -> None:
        self._offered = ()
        self._model.show_offered(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            name = _KEYS.get(Qt.Key(event.key())) if event.modifiers() in _PLAIN else None
            if name is not None:
                self._actions[name].trigger()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        keys = text_label("Enter takes one, A takes all, Esc goes back", kind="soft", wrap=False)
        below = QSplitter(Qt.Orientation.Vertical)
        below.setChildrenCollapsible(False)
        below.addWidget(self.view)
        framed = QWidget()
        framed.setLayout(row(self.words, margins=(14, 8, 14, 0)))
        below.addWidget(framed)
        below.setSizes([320, 180])
        below.setStretchFactor(0, 3)
        below.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row(self.head, margins=(14, 6, 14, 0)))
        column.addWidget(below, 1)
        column.addLayout(row(keys, SPRING, margins=(14, 0, 14, 0)))
        column.addLayout(row(self.back, SPRING, self.take, self.take_all, margins=(6, 0, 14, 0)))

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        each = self.current
        if each is not None:
            before, after = each.before or each.item, each.after or each.item
            self.words.show_comparison(compare(plain_text(_said(before)), plain_text(_said(after))))
        self.chosen.emit(each.item if each is not None else None)


def _said(item: Recommendation) -> str:
    """What is compared: the name, the heading and the text, a line each."""
    return f"{item.name}\n{item.heading}\n{item.text}"


def counted(offered: Differences) -> str:
    """“2 changed, 1 new, 17 the same”."""
    counts = [(fate, sum(each.fate is fate for each in offered)) for fate in Fate]
    return ", ".join(f"{many} {fate.value}" for fate, many in counts if many)
