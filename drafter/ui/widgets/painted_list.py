"""A list whose rows are painted: no frame of its own, smooth to scroll, lit under the pointer."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_RESTYLED = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
_PLAIN = "QListView { border: none; border-radius: 0; } QListView:focus { border: none; }"


class PaintedList(QListView):
    """Chosen one by one, or several at once."""

    def __init__(
        self,
        model: QAbstractItemModel,
        delegate: type[QStyledItemDelegate],
        *,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(delegate(self))
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet(_PLAIN)

    def lay_alike(self) -> None:
        """All rows are as high as each other: with a grid Qt asks for nothing of each of 100,000."""
        self.setUniformItemSizes(True)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED and self.uniformItemSizes():
            self._measure()

    def _measure(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        self.setGridSize(QSize(1, self.itemDelegate().sizeHint(option, QModelIndex()).height()))
