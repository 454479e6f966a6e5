"""A day or none, with a calendar to choose it from."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDateEdit, QWidget

from drafter.paths import resource
from drafter.ui.schemes import scheme_of

NO_DATE = QDate(1900, 1, 1)

_ARROW = """
    QDateEdit::drop-down {{
        border: none; width: 20px; subcontrol-origin: padding; subcontrol-position: center right;
    }}
    QDateEdit::down-arrow {{ image: url({icons}/chevron-{name}.svg); width: 12px; height: 12px; }}
"""


class DayEdit(QDateEdit):
    """`chosen` comes when she has chosen a day: in the calendar, or by leaving the field."""

    chosen = Signal(object)
    """A date, or None."""

    def __init__(self, *, name: str, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: date | None = None
        self.setDisplayFormat("d MMMM yyyy")
        self.setCalendarPopup(True)
        self.setMinimumDate(NO_DATE)
        self.setSpecialValueText(none)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editingFinished.connect(self._tell)
        self.calendarWidget().clicked.connect(self._tell)
        self.calendarWidget().installEventFilter(self)
        self._dress()

    @property
    def day(self) -> date | None:
        shown = self.date()
        return None if shown == NO_DATE else date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date | None) -> None:
        """Show it without saying that she chose it."""
        self._known = day
        shown = NO_DATE if day is None else QDate(day.year, day.month, day.day)
        if self.date() != shown:
            was = self.blockSignals(True)
            self.setDate(shown)
            self.blockSignals(was)

    def stepBy(self, steps: int) -> None:
        """From no day at all one steps to today, not through the century."""
        if self.day is None:
            self.setDate(QDate.currentDate())
        else:
            super().stepBy(steps)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A calendar for no day yet opens at this month, not at the first that there is."""
        if event.type() is QEvent.Type.Show and self.day is None:
            now = QDate.currentDate()
            self.calendarWidget().setCurrentPage(now.year(), now.month())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _tell(self) -> None:
        if self.day != self._known:
            self._known = self.day
            self.chosen.emit(self.day)

    def _dress(self) -> None:
        name = scheme_of(QApplication.palette()).name
        sheet = _ARROW.format(icons=resource("icons").as_posix(), name=name)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
