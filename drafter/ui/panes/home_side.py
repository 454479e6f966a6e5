"""Beside the responses on Home: positions due for review, and reports that wait for an answer."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from drafter.domain.records.reports import Report
from drafter.services.overview import Overview
from drafter.ui.widgets.labels import Elided, ElidedLink, Heading, button, text_label

FIRST_FEW = 4


class HomeSide(QWidget):
    """Two cards, each there only while it has something to say."""

    due_wanted = Signal()
    report_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.setMinimumWidth(240)
        self.review: QPushButton | None = None
        self.reports: list[ElidedLink] = []

    @property
    def words(self) -> tuple[str, ...]:
        """All that it says, in order."""
        return tuple(
            label.whole if isinstance(label, Elided) else label.text() for label in self.findChildren(QLabel)
        )

    def show_overview(self, now: Overview) -> None:
        """Lay the cards anew."""
        _clear(self._column)
        self.review, self.reports = None, []
        if now.due:
            self._column.addWidget(self._due(now))
        if now.unanswered:
            self._column.addWidget(self._waiting(now.unanswered))
        self._column.addStretch()

    def _due(self, now: Overview) -> QFrame:
        count = len(now.due)
        words = "1 position is due for review" if count == 1 else f"{count} positions are due for review"
        card, column = _card(words)
        _few(column, (each.title for each in now.due))
        self.review = button("Review them" if count > 1 else "Review it", tip="Show them in the library")
        self.review.clicked.connect(self.due_wanted)
        column.addWidget(self.review)
        return card

    def _waiting(self, reports: tuple[Report, ...]) -> QFrame:
        card, column = _card("Read, and not yet answered")
        for report in reports[:FIRST_FEW]:
            told = _told_apart(report, reports)
            tip = f"Open “{report.title}”" + (f" ({told})" if told else "")
            each = ElidedLink(report.title, told, tip=tip)
            each.clicked.connect(lambda _on=False, report=report: self.report_opened.emit(report.id))
            column.addWidget(each)
            self.reports.append(each)
        if len(reports) > FIRST_FEW:
            column.addWidget(text_label(f"and {len(reports) - FIRST_FEW} more", kind="soft"))
        return card


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 16, 18, 16)
    column.setSpacing(6)
    column.addWidget(Heading(title, factor=1.15))
    column.addSpacing(2)
    return card, column


def _few(column: QVBoxLayout, titles: Iterable[str]) -> None:
    every = list(titles)
    for title in every[:FIRST_FEW]:
        line = Elided(title)
        column.addWidget(line)
    if len(every) > FIRST_FEW:
        column.addWidget(text_label(f"and {len(every) - FIRST_FEW} more", kind="soft"))
    column.addSpacing(4)


def _told_apart(report: Report, reports: Iterable[Report]) -> str:
    """What tells it from others of its title: the name of its file, else when it was kept."""
    sources = [each.source for each in reports if each.title == report.title and each.id != report.id]
    if not sources:
        return ""
    if report.source and report.source not in sources:
        return report.source
    return (
        f"kept {report.added_at.astimezone():%d %B, %H:%M}" if report.added_at is not None else "kept earlier"
    )


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
