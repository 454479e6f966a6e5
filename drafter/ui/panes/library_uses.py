"""Where a position was used: one response a line, each of which opens it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from drafter.domain.records.positions import Position
from drafter.domain.records.stances import Stance
from drafter.services.browsing import WhereUsed
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import at_left

_MOST = 6
_MOST_NAMED = 3
_LONGEST_TITLE = 70


class UsesList(QWidget):
    """The newest first; where there are many, the rest is one click away."""

    response_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses: tuple[WhereUsed, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def links(self) -> list[QPushButton]:
        return [
            each for each in self.findChildren(QPushButton) if each.isEnabled() and each.property("response")
        ]

    def show_uses(self, position: Position, uses: tuple[WhereUsed, ...]) -> None:
        self._uses = uses
        self._fill(_MOST)
        self.setAccessibleName(f"Where “{position.newest.title}” was used")

    def _fill(self, most: int) -> None:
        while (item := self._column.takeAt(0)) is not None:
            _let_go(item.widget())
            while (layout := item.layout()) is not None and (inner := layout.takeAt(0)) is not None:
                _let_go(inner.widget())
        self._column.addWidget(text_label("Where used", bold=True, wrap=False))
        if not self._uses:
            self._column.addSpacing(4)
            self._column.addWidget(text_label("Not yet in any response.", kind="soft"))
        for each in self._uses[:most]:
            self._column.addSpacing(4)
            self._column.addLayout(at_left(self._link(each)))
            self._column.addWidget(text_label(use_words(each), kind="soft"))
        if len(self._uses) > most:
            more = button(f"Show all {len(self._uses)}", kind="link")
            more.clicked.connect(partial(self._fill, len(self._uses)))
            self._column.addLayout(at_left(more))

    def _link(self, use: WhereUsed) -> QPushButton:
        title = use.title if len(use.title) <= _LONGEST_TITLE else f"{use.title[:_LONGEST_TITLE]}…"
        made = button(title.replace("&", "&&"), kind="link", tip="Open this response on the desk")
        made.setProperty("response", str(use.response))
        made.setAccessibleName(f"{use.title}, {use_words(use)}")
        made.setEnabled(not use.is_gone)
        made.clicked.connect(partial(self.response_opened.emit, use.response))
        return made


def use_words(use: WhereUsed) -> str:
    """When, what it answered with which stance, and how: in one line."""
    when = "in the draft now" if use.at is None else _day(use.at)
    asked = ", ".join(use.asked[:_MOST_NAMED])
    if len(use.asked) > _MOST_NAMED:
        asked += f" and {len(use.asked) - _MOST_NAMED} more"
    stances = dict.fromkeys(each.phrase.lower() for each in use.stances if each is not Stance.UNDECIDED)
    wording = "" if use.worded is None or use.is_elsewhere else f"wording of {_day(use.worded)}"
    if wording and not use.is_current:
        wording = f"earlier {wording}"
    gone = "from its Word file" if use.is_elsewhere else "in the bin" if use.is_gone else ""
    parts = (when, asked, ", ".join(stances), use.manner, wording, gone)
    return " · ".join(each for each in parts if each)


def _let_go(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()


def _day(at: datetime) -> str:
    local = at.astimezone()
    return f"{local.day} {local:%B} {local.year}"
