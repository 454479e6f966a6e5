"""The command palette: type a few letters of what you want to do, press Enter."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QBrush, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.ui.actions import ActionRow, Actions
from drafter.ui.icons import SIZE

WIDTH, HEIGHT = 560, 380


class CommandPalette(QDialog):
    """Lists what can be done now, best first, and does the chosen one after it has closed."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find a command")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT)
        self._actions = actions
        self._rows = actions.choosable()
        self._line = QLineEdit()
        self._line.setPlaceholderText("What do you want to do?")
        self._line.setAccessibleName("What do you want to do?")
        self._line.setClearButtonEnabled(True)
        self._line.textChanged.connect(self._fill)
        self._line.installEventFilter(self)
        self._list = QTreeWidget()
        self._list.setAccessibleName("Commands")
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setIconSize(QSize(SIZE, SIZE))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down:
                    return self._move(1)
                case Qt.Key.Key_Up:
                    return self._move(-1)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._choose(self._list.currentItem())
                    return True
        return super().eventFilter(watched, event)

    def _fill(self, wanted: str) -> None:
        self._list.clear()
        blank = _blank_icon()
        for row in matching(self._rows, wanted):
            action = self._actions[row.name]
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = action.text().replace("&", "").removesuffix("…")
            item = QTreeWidgetItem([words, key])
            item.setIcon(0, action.icon() if not action.icon().isNull() else blank)
            item.setData(0, Qt.ItemDataRole.UserRole, row.name)
            item.setToolTip(0, row.tip)
            item.setForeground(1, QBrush(self.palette().placeholderText()))
            self._list.addTopLevelItem(item)
        self._stand_on(0)

    def _move(self, step: int) -> bool:
        current = self._list.currentItem()
        if current is not None:
            at = self._list.indexOfTopLevelItem(current) + step
            self._stand_on(at % self._list.topLevelItemCount())
        return True

    def _stand_on(self, at: int) -> None:
        item = self._list.topLevelItem(at)
        if item is not None:
            self._list.setCurrentItem(item)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        action = self._actions[item.data(0, Qt.ItemDataRole.UserRole)]
        self.accept()
        action.trigger()


def _blank_icon() -> QIcon:
    """Keeps the words of those without an icon in line with the rest."""
    pixmap = QPixmap(SIZE, SIZE)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)


def matching(rows: tuple[ActionRow, ...], wanted: str) -> tuple[ActionRow, ...]:
    """Rows that hold all the words, those whose name begins with the first one before the rest."""
    words = wanted.casefold().split()

    def held(row: ActionRow) -> bool:
        text = f"{row.words} {row.tip} {row.menu.word if row.menu else ''}".casefold()
        return all(word in text for word in words)

    found = [row for row in rows if row.name != "palette.open" and held(row)]
    if not words:
        return tuple(found)

    def rank(row: ActionRow) -> tuple[bool, bool]:
        name = row.words.casefold()
        return not name.startswith(words[0]), not any(word in name for word in words)

    return tuple(sorted(found, key=rank))
