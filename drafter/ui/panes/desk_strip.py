"""The line across the top of the desk: how much is answered, when it is due, how far it is, the way out."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from drafter.domain.coverage import Coverage
from drafter.domain.records.responses import ResponseHead, ResponseState, Shape
from drafter.services.clock import today
from drafter.services.overview import deadline_words
from drafter.ui.panes.desk_pill_button import PillButton
from drafter.ui.panes.home_card import urgency
from drafter.ui.widgets.coverage_bar import CoverageBar
from drafter.ui.widgets.day_edit import DayEdit
from drafter.ui.widgets.labels import Elided, button, text_label
from drafter.ui.widgets.laying import row
from drafter.ui.widgets.parts import as_part


class Strip(QWidget):
    """Always there while a response is open."""

    deadline_chosen = Signal(object)
    """A date, or None."""
    export_wanted = Signal()

    def __init__(
        self, states: Iterable[QAction], export: QAction, start: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._coverage: Coverage | None = None
        self._bar = CoverageBar(Coverage(shape=Shape.STATEMENT))
        self._bar.setFixedWidth(140)
        self.sentence = Elided()
        self._when = text_label("", kind="soft", wrap=False)
        self.deadline = DayEdit(name="Deadline", none="No deadline")
        self.deadline.setToolTip("The day by which the response is due")
        self.state = PillButton(what="State", tip="How far the response is", choices=states)
        self.export = button("Export…", kind="primary", tip=export.toolTip())
        self.start = button("Start me off", tip=start.toolTip())
        self._row = row(self._bar, spacing=10, margins=(14, 6, 12, 6))
        self._row.addWidget(self.sentence, 1)
        for widget in (self.start, self._when, self.deadline, self.state, self.export):
            self._row.addWidget(widget)
        self.setLayout(self._row)
        self.start.clicked.connect(start.trigger)
        self.deadline.chosen.connect(self.deadline_chosen)
        self.export.clicked.connect(self.export_wanted)
        as_part(self, "The response")

    def show_coverage(self, coverage: Coverage) -> None:
        if coverage == self._coverage:
            return
        self._coverage = coverage
        self.sentence.setText(coverage.sentence if coverage.total else "A statement without a report")
        fresh = CoverageBar(coverage, self)
        fresh.setFixedWidth(140)
        self._row.replaceWidget(self._bar, fresh)
        fresh.setVisible(coverage.total > 0)
        self._bar.deleteLater()
        self._bar = fresh

    def offer_start(self, *, is_wanted: bool) -> None:
        """While nothing is written, the way to begin is in sight."""
        self.start.setVisible(is_wanted)

    def show_head(self, head: ResponseHead) -> None:
        self.deadline.show_day(head.deadline)
        self._say_when(head)
        self.state.show_word(head.state.value.capitalize(), lambda scheme: scheme.state(head.state))

    def _say_when(self, head: ResponseHead) -> None:
        """How near it is; a day that is far off says so by itself."""
        words, kind = "", "soft"
        if head.deadline is not None and head.state is not ResponseState.SENT:
            words, kind = deadline_words(head.deadline, today()), urgency(head.deadline, today())
        self._when.setText("" if words.startswith("due on") else words)
        self._when.setProperty("kind", kind)
        self._when.style().unpolish(self._when)
        self._when.style().polish(self._when)
