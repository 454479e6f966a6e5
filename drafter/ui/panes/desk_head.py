"""The title block as the head of the sheet: headline, standfirst, who, and when."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from drafter.domain.records.responses import ResponseHead
from drafter.ui.panes.desk_growing import GrowingLine
from drafter.ui.schemes import Scheme, scheme_of
from drafter.ui.text.colours import colours_for
from drafter.ui.theme import serif_font
from drafter.ui.widgets.day_edit import DayEdit
from drafter.ui.widgets.laying import column, row

_SHEET = """
    #head QPlainTextEdit, #head QLineEdit, #head QDateEdit {{
        background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 1px 3px;
    }}
    #head QPlainTextEdit:hover, #head QLineEdit:hover, #head QDateEdit:hover {{ border: 1px solid {line}; }}
    #head QPlainTextEdit:focus, #head QLineEdit:focus, #head QDateEdit:focus {{ border: 1px solid {focus}; }}
"""


_ABOVE, _BELOW = 12, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadPlace:
    """How far from its edges the form draws the sheet, and sets its words."""

    left: int = 0
    right: int = 0
    text_left: int = 22
    text_right: int = 22


class HeadForm(QFrame):
    """Shows a head and says when she changed it; `head` is what she made of it."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self._head: ResponseHead | None = None
        self._stands = HeadPlace()
        self.headline = GrowingLine(name="Headline", placeholder="Headline", most=3)
        self.standfirst = GrowingLine(
            name="Standfirst", placeholder="Standfirst: the response in one or two sentences", most=5
        )
        self.author = _line("Author")
        self.role = _line("Role")
        self.organisation = _line("Organisation")
        self.dated = DayEdit(name="Date", none="No date")
        self.dated.setToolTip("The date that the response bears")
        who = row(self.author, self.role, spacing=4)
        where = row(self.organisation, self.dated, spacing=4)
        self._column = column(
            self.headline,
            self.standfirst,
            who,
            where,
            spacing=0,
            margins=(22, _ABOVE, 22, _BELOW),
        )
        self.setLayout(self._column)
        self._dress()
        self._connect()

    @property
    def head(self) -> ResponseHead | None:
        """The head that was shown, with what she wrote since."""
        if self._head is None:
            return None
        return replace(
            self._head,
            title=self.headline.words,
            standfirst=self.standfirst.words,
            author=_words(self.author),
            role=_words(self.role),
            organisation=_words(self.organisation),
            dated=self.dated.day,
        )

    def show_head(self, head: ResponseHead) -> None:
        self._head = head
        self.headline.set_words(head.title)
        self.standfirst.set_words(head.standfirst)
        for field, words in (
            (self.author, head.author),
            (self.role, head.role),
            (self.organisation, head.organisation),
        ):
            if _words(field) != words:
                field.setText(words)
                field.setCursorPosition(0)
        self.dated.show_day(head.dated)

    def set_place(self, place: HeadPlace) -> None:
        """Stand above the text, on the same sheet."""
        if place != self._stands:
            self._stands = place
            margins = self._column.contentsMargins()
            self._column.setContentsMargins(
                place.text_left, margins.top(), place.text_right, margins.bottom()
            )
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The upper end of the sheet, on the desk."""
        colours = colours_for(QApplication.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.desk)
        sheet = self.rect().adjusted(self._stands.left, 0, -self._stands.right, 0)
        painter.fillRect(sheet, colours.paper)
        painter.setPen(colours.edge)
        painter.drawLine(sheet.topLeft(), sheet.bottomLeft())
        painter.drawLine(sheet.topRight(), sheet.bottomRight())
        inner = sheet.adjusted(self._stands.text_left - self._stands.left, 0, 0, 0)
        painter.drawLine(inner.bottomLeft(), sheet.bottomRight() - QPoint(24, 0))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange}:
            self._dress()

    def _dress(self) -> None:
        sheet = _sheet(scheme_of(QApplication.palette()))
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        font = QApplication.font()
        self.headline.setFont(serif_font(font, factor=1.5, weight=QFont.Weight.DemiBold))
        self.standfirst.setFont(serif_font(font, factor=1.12))

    def _connect(self) -> None:
        for area in (self.headline, self.standfirst):
            area.edited.connect(self.edited)
            area.left.connect(self.left)
        for field in (self.author, self.role, self.organisation):
            field.textEdited.connect(self.edited)
            field.editingFinished.connect(self.left)
        self.dated.chosen.connect(self._on_day)

    def _on_day(self) -> None:
        self.edited.emit()
        self.left.emit()


def _sheet(scheme: Scheme) -> str:
    return _SHEET.format(line=scheme.line, focus=scheme.focus)


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(name)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumWidth(60)
    return made


def _words(field: QLineEdit) -> str:
    return " ".join(field.text().split())
