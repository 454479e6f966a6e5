"""The ways in: the big one for a report, small ones beside it, and three steps while all is empty."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QWidget

from drafter.ui.icons import picture
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, at_left, at_top, column, row

STEPS = (
    (
        "1",
        "Put in what you have agreed to say",
        "Positions, evidence, asks. A few will do to begin: any paragraph you write can become one later.",
    ),
    (
        "2",
        "Open the report",
        "Its recommendations are found and set out in a list. You take a stance on each, one key at a time.",
    ),
    (
        "3",
        "Write, and send it as a Word file",
        "Your agreed words lie beside the draft, best fit first. Nothing leaves this computer.",
    ),
)


_USUAL = "Drop a report here, or open one"


class WayIn(QFrame):
    """The large one: “Drop a report here, or open one”. The window takes the drop, wherever it falls."""

    report_wanted = Signal()
    text_wanted = Signal()
    statement_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = ""
        self._mark = QLabel()
        self.title = Heading(_USUAL, factor=1.5)
        words = text_label(
            "A PDF, Word file or web page. Its recommendations are found for you.", kind="soft"
        )
        self.open = button("Open a report…", kind="primary")
        self.paste = button("Paste a report’s text", kind="plain")
        self.statement = button("New statement without a report", kind="plain")
        self.sample = button("Try it with the sample", kind="plain")
        self.open.clicked.connect(self.report_wanted)
        self.paste.clicked.connect(self.text_wanted)
        self.statement.clicked.connect(self.statement_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self._ways = row(self.open, self.paste, self.statement, self.sample, SPRING)
        self._words = column(self.title, words, 8, self._ways, spacing=4)
        across = row(at_top(self._mark), spacing=22, margins=(26, 22, 26, 22))
        across.addLayout(self._words, 1)
        self.setLayout(across)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._tint()

    def set_narrow(self, narrow: bool) -> None:
        """Put the ways under each other, or side by side."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._ways.setDirection(down if narrow else across)
        for each in (self.open, self.paste, self.statement, self.sample):
            self._ways.setAlignment(each, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))
        self._mark.setVisible(not narrow)

    def show_drop(self, words: str) -> None:
        """What letting go of what is dragged here would do; "" where nothing is dragged that can be read."""
        self._offered = words
        self.title.setText(words or _USUAL)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        scheme = scheme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._offered:
            pen = QPen(QColor(scheme.accent), 3)
        else:
            pen = QPen(QColor(scheme.accent), 1.4, Qt.PenStyle.DashLine)
            pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        painter.setBrush(QColor(scheme.accent_wash))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 12, 12)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self._mark.setPixmap(
            picture("drop", scheme_of(self.palette()).accent, size=44, ratio=self.devicePixelRatioF())
        )


class FirstSteps(QWidget):
    """What an empty library says."""

    library_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.begin = button("Begin with the library", tip="Write the first position, or add a file of them")
        self.begin.clicked.connect(self.library_wanted)
        self._cards = row(spacing=16)
        for step in STEPS:
            self._cards.addWidget(_step(*step), 1)
        title = Heading("How it works", factor=1.3)
        every = (title, self._cards, at_left(self.begin), SPRING)
        self.setLayout(column(*every, spacing=16, margins=(0, 8, 0, 0)))

    def set_narrow(self, narrow: bool) -> None:
        """Put the steps under each other, or side by side."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(down if narrow else across)


def _step(number: str, title: str, words: str) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    said = text_label(title, bold=True), text_label(words, kind="soft")
    card.setLayout(column(Heading(number, factor=1.9), *said, SPRING, spacing=6, margins=(18, 16, 18, 18)))
    return card
