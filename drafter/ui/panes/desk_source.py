"""Where a passage comes from: the library’s words, what differs, and what can be done about it."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from drafter.domain.comparing import compare
from drafter.domain.richtext import RichText
from drafter.services.tying import Origin
from drafter.ui.text.marks import Mark, MarkKind
from drafter.ui.widgets.difference_view import DifferenceView
from drafter.ui.widgets.labels import Elided, button, text_label
from drafter.ui.widgets.laying import column, row

_WIDTH, _FRAME = 500, 48
_LOWEST, _HIGHEST = 70, 260


class Do(StrEnum):
    """What can be done about a passage."""

    BACK = "back"
    KEEP = "keep"
    HAND_OVER = "hand over"
    CUT = "cut"
    ADD = "add"
    OPEN = "open"


_BUTTONS = (
    (Do.BACK, "&Back to the library’s words", "Take the words as the library has them now"),
    (Do.KEEP, "&Keep mine", "These words stay, and what is new in the library has been seen"),
    (Do.HAND_OVER, "&Make mine the library’s new draft", "These words become its newest wording, to approve"),
    (Do.CUT, "&Cut the tie", "Own words from now on: the margin says nothing more of the library"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What there is to say of one passage."""

    text: RichText
    mark: Mark
    origin: Origin | None = None
    drawn_from: tuple[str, ...] = ()


class SourceCard(QDialog):
    """Stands beside its passage until something is chosen, Escape is pressed, or she clicks elsewhere."""

    chosen = Signal(Do)

    def __init__(self, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setWindowTitle("Where these words come from")
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self.differences = DifferenceView()
        self.differences.setAccessibleName("Differences from the library’s words")
        self.buttons: dict[Do, QPushButton] = {}
        self._sentence = text_label(_sentence(shown), kind="soft")
        frame = QFrame()
        frame.setObjectName("source")
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        if shown.origin is not None:
            self._lay_out_origin(frame, shown, shown.origin)
        else:
            self._lay_out_own(frame, shown)
        first = (Do.BACK, Do.KEEP, Do.ADD)
        next(
            self.buttons[do] for do in first if do in self.buttons and self.buttons[do].isEnabled()
        ).setFocus()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def stand_by(self, place: QRect) -> None:
        """Show below a place on the screen, or above it where there is more room."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        below = place.bottom() + 6
        fits = below + self.height() <= room.bottom()
        top = below if fits else max(place.top() - 6 - self.height(), room.top())
        left = min(max(place.left(), room.left()), room.right() - _WIDTH)
        self.move(QPoint(left, top))
        self.show()

    def _lay_out_origin(self, frame: QFrame, shown: Shown, origin: Origin) -> None:
        difference = compare(origin.words.text, shown.text)
        self.differences.show_comparison(difference)
        self.differences.setFixedHeight(self._height())
        open_it = self._make(
            Do.OPEN, "&Open in the library", "Show the position with its history", kind="plain"
        )
        open_it.setEnabled(origin.position is not None)
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, (do, words, tip) in enumerate(_BUTTONS):
            grid.addWidget(self._make(do, words, tip), *divmod(at, 2))
        for do in (Do.BACK, Do.HAND_OVER):
            self.buttons[do].setEnabled(not difference.is_same)
        if difference.is_same:
            self.buttons[Do.KEEP].setText("&Keep as it is")
        self.buttons[Do.HAND_OVER].setEnabled(not difference.is_same and origin.position is not None)
        title = Elided(f"“{origin.words.title}”", bold=True)
        top = row(title, open_it)
        top.setStretch(0, 1)
        body = column(top, self._sentence, spacing=8, margins=(16, 12, 16, 14))
        body.addWidget(self.differences)
        body.addLayout(grid)
        frame.setLayout(body)

    def _height(self) -> int:
        """As high as the words are, within reason."""
        document = self.differences.document()
        document.setTextWidth(_WIDTH - _FRAME)
        return min(max(round(document.size().height()) + 14, _LOWEST), _HIGHEST)

    def _lay_out_own(self, frame: QFrame, shown: Shown) -> None:
        add = self._make(Do.ADD, "&New position from this…", "The library keeps it, and it is tied to it")
        add.setEnabled(not shown.text.is_empty)
        offered = row(add, spacing=8)
        if shown.drawn_from:
            _, words, tip = _BUTTONS[3]
            offered.addWidget(self._make(Do.CUT, words, tip))
        offered.addWidget(self._make(Do.KEEP, "&Keep as it is", "Close this"))
        offered.addStretch()
        frame.setLayout(column(self._sentence, offered, spacing=10, margins=(16, 12, 16, 14)))

    def _make(self, do: Do, words: str, tip: str, *, kind: str = "") -> QPushButton:
        made = button(words, kind=kind, tip=tip)
        made.setAutoDefault(True)
        made.clicked.connect(lambda: self._choose(do))
        self.buttons[do] = made
        return made

    def _choose(self, do: Do) -> None:
        self.accept()
        self.chosen.emit(do)


_STANDING = {
    MarkKind.VERBATIM: "Library text, word for word.",
    MarkKind.TAILORED: "Library text, tailored.",
}


def _sentence(shown: Shown) -> str:
    """What the mark says, and how much differs."""
    if shown.origin is None:
        drawn = " and ".join(f"“{each}”" for each in shown.drawn_from)
        return f"Own words, drawn from {drawn}." if drawn else "Own words: the library does not have them."
    difference = compare(shown.origin.words.text, shown.text)
    counted = "" if difference.is_same else f" Here: {difference.sentence}."
    return f"{_STANDING.get(shown.mark.kind, shown.mark.tip)}{counted}"
