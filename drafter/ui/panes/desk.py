"""The desk: recommendations at the left, the draft in the middle, the library at the right."""

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from drafter.domain.changes import Change
from drafter.domain.records.ids import PositionId, ResponseId
from drafter.domain.records.responses import Passage, ResponseState
from drafter.domain.records.stances import Stance
from drafter.domain.records.working import Setting
from drafter.paths import NAME
from drafter.ui.models.recommendations import is_open
from drafter.ui.panes import desk_actions as rows
from drafter.ui.panes.desk_aim import Aim
from drafter.ui.panes.desk_beside import Beside
from drafter.ui.panes.desk_commands import DeskCommands
from drafter.ui.panes.desk_finder import Finder, Found
from drafter.ui.panes.desk_in_hand import InHand
from drafter.ui.panes.desk_kept import KeptDrafts
from drafter.ui.panes.desk_library import LibraryPane
from drafter.ui.panes.desk_marks import Look
from drafter.ui.panes.desk_mending import Mending
from drafter.ui.panes.desk_outline_acts import OutlineActs
from drafter.ui.panes.desk_placing import prompts, section_names
from drafter.ui.panes.desk_readiness import ReadinessPane
from drafter.ui.panes.desk_recommendations import RecommendationsPane
from drafter.ui.panes.desk_report import ReportPane
from drafter.ui.panes.desk_sheet import SheetPane
from drafter.ui.panes.desk_side import SideTabs
from drafter.ui.panes.desk_strip import Strip
from drafter.ui.panes.desk_whole import WholeActs
from drafter.ui.panes.desk_whole_actions import START
from drafter.ui.widgets.empty_state import EmptyState
from drafter.ui.widgets.folding import Fold, FoldingPanes
from drafter.ui.widgets.laying import column
from drafter.ui.widgets.parts import as_part
from drafter.ui.widgets.pause import Pause
from drafter.ui.workplace import Workplace

FOLD_BELOW = 1_090
"""Logical pixels of the desk by itself; the window has the rail besides."""

_LEFT, _MIDDLE, _REPORT, _RIGHT = 314, 546, 370, 336


class DeskPane(QWidget):
    """Joins its parts to the response in hand. What is done by menu and key is in DeskCommands."""

    home_wanted = Signal()
    report_wanted = Signal()
    report_opened = Signal(str)
    statement_wanted = Signal()
    position_wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self.in_hand: InHand | None = None
        actions = workplace.actions
        states = [actions[rows.state_action(each)] for each in ResponseState]
        self.strip = Strip(states, actions[rows.EXPORT], actions[START])
        self.recommendations = RecommendationsPane(
            stances=[actions[rows.stance_action(each)] for each in Stance],
            aside=actions[rows.ASIDE],
            others=[actions[each] for each in (rows.ASIDE_REST, rows.IDEA, rows.NEXT, rows.PREVIOUS)],
        )
        self.sheet = SheetPane()
        self.sheet.edit.offers = tuple(actions[each] for each in rows.OFFERED)
        self.sheet.edit.set_spelling(workplace.spelling)
        self.library = LibraryPane(
            insert=actions[rows.INSERT], details=actions[rows.DETAILS], open_it=actions[rows.OPEN_POSITION]
        )
        self.readiness = ReadinessPane()
        self.report = ReportPane(workplace, quote=actions[rows.QUOTE], close=actions[rows.REPORT])
        self.finder = Finder(workplace, self)
        self.aim = Aim(self)
        self._kept = KeptDrafts(workplace.history)
        self._head_pause = Pause(self)
        self._commands = DeskCommands(workplace, self)
        self.whole = WholeActs(workplace, self)
        self.outline = OutlineActs(workplace, self)
        self.mending = Mending(workplace, self, self._commands)
        self._places = QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, NAME, "Desk")
        self._lay_out()
        self.beside = Beside(workplace, self)
        self._connect()
        self._restore_place()

    # --- what the window asks for

    def shown(self) -> None:
        """Comes to the front: with the response that was in hand, else the newest there is."""
        self._come_forward()
        if self.in_hand is None:
            QTimer.singleShot(0, self, self._open_newest)  # unless one is opened in the same breath

    def _open_newest(self) -> None:
        newest = next(iter(self._place.library.response_heads()), None)
        if self.in_hand is None and newest is not None and self.isVisible():
            self.open_response(newest.id)

    def open_response(self, response: ResponseId) -> None:
        if self.in_hand is None or self.in_hand.id != response:
            self._put_away()
            self._take_up(response)
        self._come_forward()
        self._focus_first()

    def take_words(self, passages: tuple[Passage, ...]) -> None:
        """The library’s newer words, through the document: it is the master while it lies here."""
        if (hand := self.in_hand) is not None:
            hand.text.exchange(each for each in passages if each.response == hand.id)
            hand.writer.flush_or_say()

    def close_down(self) -> None:
        """Before the window goes: all is written, or it says why not."""
        self._keep_place()
        self._keep_fields()
        self.report.close_down()
        if self.in_hand is not None:
            self.in_hand.writer.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._before_writing()
        self._keep_place()

    # --- one response comes, another goes

    def _take_up(self, response: ResponseId) -> None:
        self.in_hand = InHand(self._place, response, self.sheet, self._kept, self)
        facts = self.in_hand.facts
        facts.changed.connect(self._show_facts)
        facts.worded.connect(self._show_lengths)
        facts.head_changed.connect(self._show_head)
        facts.report_changed.connect(self.beside.follow_report)
        self.in_hand.writer.looked.connect(self._show_look)
        self.report.loaded.connect(self.in_hand.writer.know_pages)
        self.sheet.edit.set_zoom(self._place.preferences.value.zoom)
        self.tabs.setCurrentWidget(self.library)
        self._stack.setCurrentWidget(self._work)
        self._show_head()
        self._show_facts()
        self._choose_first()
        self._look_in_library()
        self.beside.take_up()
        self.outline.take_up()
        self.in_hand.writer.know_pages(self.report.text)

    def _put_away(self) -> None:
        if self.in_hand is not None:
            self._keep_fields()
            self.in_hand.put_away()
            self.in_hand = None
            self.recommendations.clear()
            self.readiness.show_findings(())

    def _drop(self) -> None:
        """It is in the bin: nothing of it lies here any more."""
        self._put_away()
        self._stack.setCurrentWidget(self._nothing)
        self._commands.follow()

    def _come_forward(self) -> None:
        history, notices = self._place.history, self._place.notices
        if self.in_hand is None:
            self._stack.setCurrentWidget(self._nothing)
            history.turn_to(None)
            notices.title("")
        else:
            history.turn_to(self.in_hand.id)
            notices.title(self.in_hand.facts.head.title)
        self._commands.follow()

    def _choose_first(self) -> None:
        """What is to be done first, so that the library has something to offer at once."""
        if self.in_hand is not None and self.in_hand.facts.recommendations:
            answered = self.in_hand.text.answered_here()
            first = answered[0] if answered else self.in_hand.facts.recommendations[0]
            self.recommendations.choose(first.id)

    def _focus_first(self) -> None:
        """Where there are stances to take they come first; a draft that has them goes on being written."""
        if self.in_hand is not None and any(map(is_open, self.in_hand.facts.coverage.recommendations)):
            self.panes.bring_up(self.recommendations)
            self.recommendations.list.setFocus()
        else:
            self.sheet.edit.setFocus()

    # --- laying out, from left to right

    def _lay_out(self) -> None:
        self.tabs = SideTabs(self.library, self.readiness, self.outline.pane)
        self.sheet.setMinimumWidth(360)
        self.panes = FoldingPanes(
            (
                Fold(title="Recommendations", widget=self.recommendations, width=_LEFT),
                Fold(title="Draft", widget=self.sheet, width=_MIDDLE, stretch=1),
                Fold(title="Report", widget=as_part(self.report, "Report"), width=_REPORT),
                Fold(title="Library and readiness", widget=self.tabs, width=_RIGHT),
            ),
            threshold=FOLD_BELOW,
            first_tab=1,
        )
        self._work = QWidget()
        work = column(self.strip, spacing=0)
        work.addWidget(self.panes, 1)
        self._work.setLayout(work)
        self._nothing = EmptyState(
            icon="desk",
            title="Nothing lies on the desk",
            sentence="Open a report and begin a response to it, or write a statement of your own.",
            offers=(
                ("Open a report…", self.report_wanted.emit),
                ("New statement", self.statement_wanted.emit),
                ("Go to Home", self.home_wanted.emit),
            ),
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._work)

    def _connect(self) -> None:
        self._place.history.changed.connect(self._on_change)
        self._place.history.about_to_write.connect(self._before_writing)
        self._place.preferences.changed.connect(self._on_preferences)
        left, sheet, right = self.recommendations, self.sheet, self.library
        self.aim.changed.connect(self._look_in_library)
        left.chosen_changed.connect(self._on_chosen)
        left.chosen_by_hand.connect(self._on_chosen_by_hand)
        left.answer_wanted.connect(self._commands.answer)
        left.reasoned.connect(self._commands.keep_reason)
        sheet.edit.passage_entered.connect(self._on_passage)
        sheet.edit.mark_clicked.connect(self._commands.show_source)
        sheet.edit.gap_activated.connect(self._commands.fill_in)
        sheet.edit.position_dropped.connect(self._commands.insert_at)
        sheet.head.edited.connect(self._head_pause.touch)
        sheet.head.left.connect(self._head_pause.come)
        self._head_pause.came.connect(self._keep_head)
        sheet.zoomed.connect(self._commands.keep_zoom)
        right.searched.connect(self._look_in_library)
        right.insert_wanted.connect(self._commands.insert)
        right.insert_clicked.connect(self._commands.insert_and_write)
        right.current_changed.connect(self._show_position)
        self.finder.found.connect(self._show_found)
        self.readiness.wanted.connect(self._commands.go_to)
        self.readiness.counted.connect(self.tabs.count_findings)
        self.strip.deadline_chosen.connect(self._commands.set_deadline)
        self.strip.export_wanted.connect(self._commands.export)
        self.panes.folded_changed.connect(self._on_fold)
        self.tabs.currentChanged.connect(self.outline.show_all)

    # --- the parts follow

    def _show_facts(self) -> None:
        if self.in_hand is None:
            return
        facts = self.in_hand.facts
        self.strip.show_coverage(facts.coverage)
        self.recommendations.show_coverage(facts.coverage)
        named = {each.id: each for each in facts.recommendations}
        self.sheet.set_section_names(section_names(facts.response, named))
        self.sheet.edit.set_prompts(prompts(facts.recommendations))
        self._show_lengths()
        self._look_in_library()
        self._show_left()

    def _show_lengths(self) -> None:
        if self.in_hand is not None:
            self.sheet.length.show_lengths(self.in_hand.lengths())
            sections = self.in_hand.facts.response.sections
            self.strip.offer_start(is_wanted=not any(each.words for each in sections))

    def _show_left(self) -> None:
        """Where there is no report there is nothing to list; as a tab the pane stays and says so."""
        has_report = self.in_hand is not None and self.in_hand.facts.report is not None
        if not self.panes.is_folded:
            self.recommendations.setVisible(has_report)

    def _show_head(self) -> None:
        if self.in_hand is None:
            return
        head = self.in_hand.facts.head
        if head.deleted:
            self._drop()
            return
        self.strip.show_head(head)
        if not self._head_pause.is_due:
            self.sheet.head.show_head(head)
        if self.isVisible():
            self._place.notices.title(head.title)
        self._commands.follow()

    def _show_look(self, look: Look) -> None:
        self.sheet.set_marks(look.marks)
        self.readiness.show_findings(look.findings)
        self.sheet.edit.set_field_values(look.values)
        self.library.wording.text.set_field_values(look.values)
        if look.is_quoting:
            self.report.load()

    def _look_in_library(self) -> None:
        if self.in_hand is not None:
            words, aim = self.library.search.text(), self.aim
            self.finder.look_for(self.in_hand.wish(words, aim.recommendation, into=aim.into))

    def _show_found(self, found: Found) -> None:
        self.library.show_cards(found.cards, about=found.wish.about, none=found.none)

    def _show_position(self, position: str) -> None:
        shown = self._place.library.position(PositionId(position)) if position else None
        self.library.show_position(shown)
        self._commands.follow()

    def _on_chosen(self) -> None:
        self._look_in_library()
        self.report.follow(self.recommendations.current)
        self._commands.follow()

    def _on_chosen_by_hand(self) -> None:
        """The draft goes to its answer; a search that was for another one is over."""
        if self.in_hand is not None and self.recommendations.current is not None:
            self.library.search.clear()
            self.in_hand.text.show(self.recommendations.current)

    def _on_passage(self, _passage: str) -> None:
        if self.in_hand is not None:
            self._show_lengths()

    def _on_change(self, change: Change) -> None:
        self.finder.heed(change)
        if self.in_hand is not None:
            self.in_hand.heed(change)
            if change.touches(Setting):
                self._show_lengths()

    def _on_preferences(self) -> None:
        if self.in_hand is not None:
            self.in_hand.look_up_limit()
            self._show_lengths()
            self.in_hand.writer.look_again()

    def _on_fold(self, is_folded: bool) -> None:
        if not is_folded:
            self._show_left()
            self.beside.lay_out()

    # --- keeping

    def _before_writing(self) -> None:
        if self.in_hand is not None:
            self._keep_fields()
            self.in_hand.writer.flush_or_say()

    def _keep_fields(self) -> None:
        self._head_pause.come()
        self.recommendations.detail.flush()

    def _keep_head(self) -> None:
        head = self.sheet.head.head
        if self.in_hand is not None and head is not None and head.id == self.in_hand.id:
            self._commands.keep_head(head)

    def _keep_place(self) -> None:
        self._places.setValue("widths", self.panes.save_state())
        self.beside.keep_place(self._places)
        self._places.setValue("left", self.recommendations.splitter.saveState())
        self._places.setValue("right", self.library.splitter.saveState())
        for name in (rows.HEAD, rows.DETAILS):
            self._places.setValue(name, self._place.actions[name].isChecked())

    def _restore_place(self) -> None:
        for name, restore in (
            ("widths", self.panes.restore_state),
            ("left", self.recommendations.splitter.restoreState),
            ("right", self.library.splitter.restoreState),
        ):
            state = self._places.value(name)
            if state is not None:
                restore(state)
        for name, show in (
            (rows.HEAD, self._commands.show_head),
            (rows.DETAILS, self._commands.show_details),
        ):
            shown = bool(self._places.value(name, defaultValue=True, type=bool))
            self._place.actions[name].setChecked(shown)
            show(shown)
        self.beside.restore_place(self._places)


def make_desk(workplace: Workplace) -> DeskPane:
    return DeskPane(workplace)
