"""What a screen or a list says while it is empty: what belongs here, and how to begin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from drafter.ui.icons import picture
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, row

_ICON = 40


class EmptyState(QWidget):
    """An icon, a title, a sentence and, where something can be done, buttons: the first is the main one."""

    def __init__(
        self,
        *,
        icon: str,
        title: str,
        sentence: str,
        offers: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = Heading(title, factor=1.5)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = text_label(sentence, kind="soft")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMaximumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(heading)
        across = row(SPRING)  # not an alignment: that would forget how high the wrapped words are
        across.addWidget(words, 100)
        across.addStretch()
        column.addLayout(across)
        self.buttons = tuple(self._button(n, text, act) for n, (text, act) in enumerate(offers))
        if self.buttons:
            column.addSpacing(6)
            column.addLayout(row(SPRING, *self.buttons, SPRING))
        column.addStretch(3)
        self.setAccessibleName(f"{title}. {sentence}")
        self._tint()

    def _button(self, place: int, text: str, act: Callable[[], object]) -> QPushButton:
        made = button(text, kind="" if place else "primary")
        made.clicked.connect(lambda _checked: act())
        return made

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(
            picture(self._icon_name, scheme_of(self.palette()).accent, size=_ICON, ratio=ratio)
        )
