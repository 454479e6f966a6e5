"""The report pane's place on the desk: when it shows, how wide it is, and what gives way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt

from drafter.domain.quoting import quotation, quotations
from drafter.ui.panes import desk_actions as rows
from drafter.ui.panes.desk_whole_actions import OPEN_REPORT

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.ui.panes.desk import DeskPane
    from drafter.ui.workplace import Workplace

ROOM = 1_440
"""With fewer logical pixels the library gives way while the report is shown."""
_WIDTH = 370

_SELECT = "Select the words to quote in the text of the page."
_NO_REPORT = "This response answers no report."


class Beside(QObject):
    """Shows the report beside the draft and brings words over."""

    def __init__(self, workplace: Workplace, desk: DeskPane) -> None:
        super().__init__(desk)
        self._place = workplace
        self._desk = desk
        self._pane = desk.report
        self._action = workplace.actions[rows.REPORT]
        workplace.actions.bind_check(rows.REPORT, self.show)
        acts: dict[str, Callable[[], object]] = {
            rows.QUOTE: self.quote,
            OPEN_REPORT: self.open_it,
            rows.REPORT_VIEW: self._pane.document.switch,
            rows.PAGE_NEXT: lambda: self._pane.document.turn(1),
            rows.PAGE_PREVIOUS: lambda: self._pane.document.turn(-1),
        }
        for name, act in acts.items():
            workplace.actions.bind(name, act)
        self._pane.failed.connect(lambda error: workplace.notices.warn(error.sentence))

    @property
    def is_wanted(self) -> bool:
        return self._action.isChecked()

    def take_up(self) -> None:
        """Another response: its report, read at once where the draft quotes it."""
        hand = self._desk.in_hand
        if hand is None:
            return
        self._pane.show_report(hand.facts.report)
        if any(next(quotations(each.text), None) for each in hand.facts.response.passages):
            self._pane.load()
        self.lay_out()

    def open_it(self) -> None:
        """The whole of it, with its list, on the reading screen."""
        hand = self._desk.in_hand
        if hand is not None and hand.facts.report is not None:
            self._desk.report_opened.emit(hand.facts.report.id)

    def follow_report(self) -> None:
        """It was corrected: the list that is marked on its pages is another."""
        if self._desk.in_hand is not None:
            self._pane.show_report(self._desk.in_hand.facts.report)
            self._pane.follow(self._desk.recommendations.current)

    def keep_place(self, places: QSettings) -> None:
        places.setValue("report", self.is_wanted)
        places.setValue("report width", self._desk.panes.width_of(self._pane))

    def restore_place(self, places: QSettings) -> None:
        self._action.setChecked(bool(places.value("report", defaultValue=False, type=bool)))
        width = places.value("report width", defaultValue=_WIDTH, type=int)
        self._desk.panes.set_width(self._pane, width if isinstance(width, int) else _WIDTH)
        self.lay_out()

    def show(self, shown: bool) -> None:
        if shown and self._has_report:
            self.lay_out()
            self._desk.panes.bring_up(self._pane)
        else:
            self._action.setChecked(False)
            self.lay_out()
            self._desk.sheet.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_out(self) -> None:
        """What shows, by what she wants and what there is room for."""
        shown = self.is_wanted and self._has_report
        if shown:
            self._pane.load()
            self._pane.follow(self._desk.recommendations.current)
        if not self._desk.panes.is_folded:
            has_room = self._desk.panes.width() >= ROOM
            self._desk.panes.set_shown({self._pane: shown, self._desk.tabs: not shown or has_room})

    def make_room(self) -> None:
        """The library is wanted: the report gives way where there is no room for both."""
        if not self._desk.panes.is_folded and self._desk.tabs.isHidden():
            self._action.setChecked(False)
            self.lay_out()

    def quote(self) -> None:
        """The selected words, with their page, into the draft."""
        hand = self._desk.in_hand
        if hand is None:
            return
        if not self._has_report:
            self._place.notices.warn(_NO_REPORT)
            return
        given = self._pane.quoted() if self._pane.isVisible() else None
        if given is None:
            self._action.setChecked(True)
            self.show(True)
            self._pane.show_to_select()
            self._place.notices.say(_SELECT)
            return
        hand.text.quote(quotation(given.words, given.page))

    @property
    def _has_report(self) -> bool:
        return self._desk.in_hand is not None and self._desk.in_hand.facts.report is not None
