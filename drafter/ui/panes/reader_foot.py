"""Under the page of a report: which one it is, how large, and whether it is a picture or text."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSpinBox, QToolButton, QWidget

from drafter.ui.icons import SIZE, icon
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.labels import ToolButton, button, text_label
from drafter.ui.widgets.laying import SPRING, row

_SWITCH_TIP = "The page’s text, and back (Ctrl+P)"


class PageFoot(QWidget):
    """In a narrow pane its words are fewer."""

    turned = Signal(int)
    """To this page."""
    zoomed = Signal(int)
    """One step larger (1) or smaller (-1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QSpinBox()
        self.number.setAccessibleName("Page")
        self.number.setKeyboardTracking(False)
        self._of = text_label(wrap=False)
        self.finder = _icon_button("Find in the report")
        self.smaller = _icon_button("Smaller")
        self.larger = _icon_button("Larger")
        self.switcher = button("Show the text", kind="plain", tip=_SWITCH_TIP)
        self.switcher.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list
        self._word = QLabel("P&age")
        self._word.setBuddy(self.number)
        self._line = row(
            self._word,
            self.number,
            self._of,
            self.finder,
            SPRING,
            self.smaller,
            self.larger,
            self.switcher,
            margins=(16, 6, 12, 8),
        )
        self.setLayout(self._line)
        self.setMinimumWidth(1)
        self._tint()
        self.number.valueChanged.connect(self.turned)
        self.smaller.clicked.connect(lambda: self.zoomed.emit(-1))
        self.larger.clicked.connect(lambda: self.zoomed.emit(1))

    @property
    def has_pages(self) -> bool:
        """There is more than one."""
        return self.number.maximum() > 1

    def begin(self, count: int) -> None:
        """Another document of so many pages, at its first; nobody is told."""
        self.number.blockSignals(True)
        self.number.setRange(1, count)
        self.number.setValue(1)
        self.number.blockSignals(False)
        self._of.setText(f"of {count}")
        for widget in (self.number, self._of):
            widget.setVisible(self.has_pages)

    def fit(self, width: int, *, is_text: bool) -> None:
        """So wide is the pane, and this is what stands in it."""
        short, long = ("Page", "Show the page") if is_text else ("Text", "Show the text")
        self.switcher.setAccessibleName(long)
        for has_word, words in ((True, long), (False, long), (False, short)):
            self._word.setVisible(has_word and self.has_pages)
            self.switcher.setText(words)
            if self._line.minimumSize().width() <= width:
                return

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        scheme = scheme_of(self.palette())
        self.finder.setIcon(icon("search", scheme))
        self.smaller.setIcon(icon("zoom-out", scheme))
        self.larger.setIcon(icon("zoom-in", scheme))


def _icon_button(name: str) -> QToolButton:
    made = ToolButton()
    made.setIconSize(QSize(SIZE, SIZE))
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
