"""Panes side by side while there is room, folded into tabs where there is not."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QSplitter, QStackedLayout, QTabWidget, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """One pane: its tab's word, how wide it is first, and how much of spare width it takes."""

    title: str
    widget: QWidget
    width: int
    stretch: int = 0


class FoldingPanes(QWidget):
    """A splitter of panes; narrower than `threshold` logical pixels they become tabs, and back."""

    folded_changed = Signal(bool)

    def __init__(
        self, folds: Sequence[Fold], *, threshold: int, first_tab: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folds = tuple(folds)
        self._threshold = threshold
        self._is_folded = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._first_tab = first_tab
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSizeConstraint(
            QLayout.SizeConstraint.SetNoConstraint
        )  # else it could not get narrow enough to fold
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._tabs)
        self._unfold()
        self._splitter.setSizes([fold.width for fold in self._folds])
        self._wide = self._splitter.saveState()
        self._splitter.splitterMoved.connect(self._remember)

    @property
    def is_folded(self) -> bool:
        return self._is_folded

    def bring_up(self, widget: QWidget) -> None:
        """Where the panes are folded, turn to this one."""
        if self._is_folded:
            self._tabs.setCurrentWidget(widget)

    def save_state(self) -> QByteArray:
        """The widths side by side, for QSettings, folded or not."""
        return self._wide if self._is_folded else self._splitter.saveState()

    def restore_state(self, state: QByteArray) -> None:
        self._wide = state
        if not self._is_folded:
            self._splitter.restoreState(state)

    def minimumSizeHint(self) -> QSize:
        hints = [fold.widget.minimumSizeHint() for fold in self._folds]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._threshold
        if narrow is not self._is_folded:
            self._is_folded = narrow
            if narrow:
                self._fold()
            else:
                self._unfold()
                self._splitter.restoreState(self._wide)
            self.folded_changed.emit(narrow)
        elif not narrow:
            self._remember()

    def _remember(self) -> None:
        self._wide = self._splitter.saveState()

    def _fold(self) -> None:
        focus = QApplication.focusWidget()
        for fold in self._folds:
            self._tabs.addTab(fold.widget, fold.title)
        self._tabs.setCurrentIndex(self._first_tab)
        self._stack.setCurrentWidget(self._tabs)
        self._give_back(focus)

    def _unfold(self) -> None:
        focus = QApplication.focusWidget()
        for place, fold in enumerate(self._folds):
            self._splitter.addWidget(fold.widget)
            self._splitter.setStretchFactor(place, fold.stretch)
            fold.widget.show()
        self._stack.setCurrentWidget(self._splitter)
        self._give_back(focus)

    def _give_back(self, focus: QWidget | None) -> None:
        """A widget that goes to another parent loses the focus to whatever comes next in the window."""
        if focus is not None and self.isAncestorOf(focus):
            (focus if focus.isVisible() else self._tabs).setFocus(Qt.FocusReason.OtherFocusReason)
