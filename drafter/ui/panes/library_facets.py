"""The facets of the library, with counts: what is ticked narrows the list."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from drafter.domain.records.listing import Facet

_KEY = Qt.ItemDataRole.UserRole
_NAME, _COUNT = 0, 1

_ROUND = 10
"""What a cell leaves free around its text."""

_TOGGLE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

Key = tuple[str, str]
"""A facet's group and its name."""


class FacetTree(QTreeWidget):
    """Groups that fold, facets with boxes; the ticks stay where counts change, even where nothing fits."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked: dict[Key, Facet] = {}
        self._leaves: dict[Key, QTreeWidgetItem] = {}
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._pressed: tuple[Key, bool] | None = None
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(12)
        self.setAccessibleName("Narrow the list")
        self.setProperty("kind", "plain")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        # Not by its contents: Qt would measure each count against all others at every key that is typed.
        header.setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.Fixed)
        self.itemChanged.connect(self._on_changed)

    @property
    def chosen(self) -> tuple[Facet, ...]:
        return tuple(self._ticked.values())

    def show_facets(self, facets: tuple[Facet, ...]) -> None:
        """Other facets or counts; what is ticked, folded and chosen stays so."""
        there = {each.key: each for each in facets}
        shown = (*facets, *(each for key, each in self._ticked.items() if key not in there))
        self._make_room(max((each.count for each in facets), default=0))
        self.blockSignals(True)
        if [each.key for each in shown] != list(self._leaves):
            self._rebuild(shown)
        for each in shown:
            count = each.count if each.key in there else 0
            leaf = self._leaves[each.key]
            if leaf.text(_COUNT) != f"{count:,}":
                leaf.setText(_COUNT, f"{count:,}")
                leaf.setToolTip(_NAME, f"{each.name}: {count:,}")
        self.blockSignals(False)

    def _make_room(self, largest: int) -> None:
        """Let the largest count be read whole; what room is left is the names'."""
        wanted = self.fontMetrics().horizontalAdvance(re.sub(r"\d", "0", f"{largest:,}")) + _ROUND
        if wanted != self.header().sectionSize(_COUNT):
            self.header().resizeSection(_COUNT, wanted)

    def tick(self, group: str, name: str) -> None:
        """Choose one facet and no other."""
        self.tick_all((Facet(group=group, name=name),))

    def tick_all(self, facets: Iterable[Facet]) -> None:
        """Choose these facets and no others, also such as leave nothing now."""
        self._tick_only({each.key: each for each in facets})

    def clear_ticks(self) -> None:
        self._tick_only({})

    def _tick_only(self, wanted: dict[Key, Facet]) -> None:
        self._ticked = wanted
        self.blockSignals(True)
        for key, item in self._leaves.items():
            item.setCheckState(_NAME, _state(key in wanted))
        self.blockSignals(False)
        self.changed.emit()

    def _rebuild(self, facets: tuple[Facet, ...]) -> None:
        folded = {name for name, group in self._groups.items() if not group.isExpanded()}
        current = self.currentItem()
        chosen = current.data(_NAME, _KEY) if current is not None else None
        scrolled = self.verticalScrollBar().value()
        self.clear()
        self._groups, self._leaves = {}, {}
        for each in facets:
            if each.group not in self._groups:
                self._groups[each.group] = self._group(each.group)
            self._leaves[each.key] = self._leaf(self._groups[each.group], each)
        for name, group in self._groups.items():
            group.setExpanded(name not in folded)
        if chosen in self._leaves:
            self.setCurrentItem(self._leaves[chosen])
        self.verticalScrollBar().setValue(scrolled)

    def _group(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [name])
        item.setFirstColumnSpanned(True)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = item.font(_NAME)
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(_NAME, font)
        return item

    def _leaf(self, group: QTreeWidgetItem, facet: Facet) -> QTreeWidgetItem:
        item = QTreeWidgetItem(group, [facet.name, ""])
        item.setData(_NAME, _KEY, facet.key)
        item.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(_COUNT, QApplication.palette().placeholderText())
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(_NAME, _state(facet.key in self._ticked))
        return item

    def _on_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        key = item.data(_NAME, _KEY)
        if key is None:
            return
        key = tuple(key)
        if item.checkState(_NAME) is Qt.CheckState.Checked:
            self._ticked[key] = Facet(group=key[0], name=key[1])
        else:
            self._ticked.pop(key, None)
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.blockSignals(True)
            for leaf in self._leaves.values():
                leaf.setForeground(_COUNT, QApplication.palette().placeholderText())
            self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space do what the box does, also where the count is chosen; on a group Enter folds it."""
        item = self.currentItem()
        key = item.data(_NAME, _KEY) if item is not None else None
        if key is not None and event.key() in _TOGGLE and not event.modifiers() & _HELD:
            self._toggle(tuple(key))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._at(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its first click has ticked already."""
        self._pressed = None
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words and the count tick like the box, which Qt has changed itself."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._at(event):
            self._toggle(pressed[0])

    def _at(self, event: QMouseEvent) -> tuple[Key, bool] | None:
        """The facet under the left button, and whether it is ticked."""
        item = self.itemAt(event.position().toPoint())
        key = item.data(_NAME, _KEY) if item is not None else None
        if key is None or event.button() is not Qt.MouseButton.LeftButton:
            return None
        return tuple(key), tuple(key) in self._ticked

    def _toggle(self, key: Key) -> None:
        self._leaves[key].setCheckState(_NAME, _state(key not in self._ticked))


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
