"""A button that looks like the pill that its menu sets: a stance, a state."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from drafter.ui.schemes import Scheme, Tint, scheme_of
from drafter.ui.widgets.labels import ToolButton
from drafter.ui.widgets.pill import paint_pill, pill_size


class PillButton(ToolButton):
    """`what` names the kind of thing to a screen reader: "Stance: Welcome"."""

    def __init__(
        self, *, what: str, tip: str, choices: Iterable[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._what = what
        self._word = ""
        self._tint: Callable[[Scheme], Tint] = _quiet
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions(list(choices))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def word(self) -> str:
        return self._word

    def show_word(self, word: str, tint: Callable[[Scheme], Tint] | None = None) -> None:
        self._word, self._tint = word, tint or _quiet
        self.setAccessibleName(f"{self._what}: {word}")
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {
            QEvent.Type.PaletteChange,
            QEvent.Type.FontChange,
            QEvent.Type.DevicePixelRatioChange,
        }:
            self._draw()

    def _draw(self) -> None:
        if not self._word:
            return
        size, ratio = pill_size(self._word, self.font()), self.devicePixelRatioF()
        drawn = QPixmap(size * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        room = QRectF(QPointF(0, 0), QSizeF(size))
        # The style sheet makes a button's own ground transparent, so its palette tells nothing of the scheme.
        scheme = scheme_of(QApplication.palette())
        paint_pill(painter, room, self._word, self._tint(scheme), self.font())
        painter.end()
        self.setIcon(QIcon(drawn))
        self.setIconSize(size)


def _quiet(scheme: Scheme) -> Tint:
    return scheme.quiet
