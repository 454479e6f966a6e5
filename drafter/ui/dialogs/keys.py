"""Every key that does something, by menu, made from the table of actions."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.ui.actions import ActionRow, Actions, Menu
from drafter.ui.widgets.labels import Heading


class KeysDialog(QDialog):
    """A list to read and to search."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 560)
        self._actions = actions
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        search = QLineEdit()
        search.setPlaceholderText("Search keys and commands")
        search.setAccessibleName("Search keys and commands")
        search.textChanged.connect(self._filter)
        self._tree = QTreeWidget()
        self._tree.setColumnCount(2)
        self._tree.setHeaderLabels(["What it does", "Key"])
        self._tree.setRootIsDecorated(False)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._tree.setAccessibleName("Keys")
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setStretchLastSection(False)
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        column.addWidget(Heading("Keys", factor=1.5))
        column.addWidget(search)
        column.addWidget(self._tree, 1)
        column.addWidget(buttons)

    def _fill(self) -> None:
        order = list(Menu)

        def place(row: ActionRow) -> int:
            return order.index(row.menu) if row.menu is not None else len(order)

        rows = sorted((row for row in self._actions.rows if row.keys), key=place)
        for menu, members in groupby(rows, key=lambda row: row.menu):
            head = QTreeWidgetItem([menu.word if menu is not None else "Also"])
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            self._tree.addTopLevelItem(head)
            lines = [QTreeWidgetItem([row.words, self._keys(row)]) for row in members]
            head.addChildren(lines)
            self._groups.append((head, lines))
        self._tree.expandAll()

    def _keys(self, row: ActionRow) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        return "  or  ".join(each.toString(native) for each in self._actions[row.name].shortcuts())

    def _filter(self, wanted: str) -> None:
        words = wanted.casefold().split()
        for head, lines in self._groups:
            for line in lines:
                text = f"{line.text(0)} {line.text(1)}".casefold()
                line.setHidden(not all(word in text for word in words))
            head.setHidden(all(line.isHidden() for line in lines))
        self._tree.scrollToTop()

    @property
    def shown_commands(self) -> tuple[str, ...]:
        """The words of the lines that can be seen, in order."""
        return tuple(line.text(0) for _, lines in self._groups for line in lines if not line.isHidden())
