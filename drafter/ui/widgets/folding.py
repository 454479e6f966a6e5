"""Panes side by side while there is room, folded into tabs where there is not."""

from collections.abc import Mapping, Sequence
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
        self._widths = [fold.width for fold in self._folds]
        self._splitter.setSizes(self._widths)
        self._wide = self._splitter.saveState()
        self._splitter.splitterMoved.connect(self._remember)

    @property
    def is_folded(self) -> bool:
        return self._is_folded

    def bring_up(self, widget: QWidget) -> None:
        """Where the panes are folded, turn to this one."""
        if self._is_folded:
            self._tabs.setCurrentWidget(widget)

    def width_of(self, widget: QWidget) -> int:
        """How wide a pane is side by side, or was when it was last shown."""
        self._note_widths()
        return self._widths[self._place_of(widget)]

    def set_width(self, widget: QWidget, width: int) -> None:
        """So wide a pane is, or comes when it is shown; the first that stretches gives the room."""
        self._note_widths()
        self._widths[self._place_of(widget)] = width
        self._apply_widths()

    def set_shown(self, shown: Mapping[QWidget, bool]) -> None:
        """Shows some panes and hides others; each comes back as wide as it was."""
        self._note_widths()
        for widget, is_shown in shown.items():
            widget.setVisible(is_shown)
        self._apply_widths()

    def _place_of(self, widget: QWidget) -> int:
        return next(place for place, fold in enumerate(self._folds) if fold.widget is widget)

    def _note_widths(self) -> None:
        # Until it is on the screen a splitter is smaller than it will be, and squeezes all.
        if self.isVisible() and not self._is_folded:
            self._take_widths()

    def _take_widths(self) -> None:
        for place, width in enumerate(self._splitter.sizes()):
            self._widths[place] = width or self._widths[place]

    def _apply_widths(self) -> None:
        if not self.isVisible() or self._is_folded:
            return
        whole = sum(self._splitter.sizes())
        widths = [0 if fold.widget.isHidden() else self._widths[at] for at, fold in enumerate(self._folds)]
        giving = next(place for place, fold in enumerate(self._folds) if fold.stretch)
        widths[giving] += whole - sum(widths)
        self._splitter.setSizes(widths)
        self._remember()

    def save_state(self) -> QByteArray:
        """The widths side by side, for QSettings, folded or not."""
        return self._wide if self._is_folded else self._splitter.saveState()

    def restore_state(self, state: QByteArray) -> None:
        self._wide = state
        if not self._is_folded:
            self._splitter.restoreState(state)
            self._take_widths()

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
