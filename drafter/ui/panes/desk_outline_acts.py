"""What the outline does to the draft: sections moved, recommendations and positions dropped there too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from drafter.domain.records.ids import PassageId, PositionId, RecommendationId, SectionId
from drafter.ui.models.outline import outline_rows
from drafter.ui.models.recommendations import RECOMMENDATIONS, dropped_recommendations
from drafter.ui.panes import desk_whole_actions as rows
from drafter.ui.panes.desk_outline import OutlinePane
from drafter.ui.panes.desk_placing import section_names
from drafter.ui.panes.desk_whole_text import move_section_to
from drafter.ui.text.draft_blocks import find_section, section_span

if TYPE_CHECKING:
    from drafter.domain.records.responses import Section
    from drafter.ui.panes.desk import DeskPane
    from drafter.ui.workplace import Workplace

_DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove}


class OutlineActs(QObject):
    """Follows the response in hand. Each act is one step of the draft's undo."""

    def __init__(self, workplace: Workplace, desk: DeskPane) -> None:
        super().__init__(desk)
        self._desk = desk
        self.pane = OutlinePane()
        actions = workplace.actions
        actions.bind(rows.OUTLINE, self.enter)
        actions.bind(rows.MOVE_UP, lambda: self.move(-1))
        actions.bind(rows.MOVE_DOWN, lambda: self.move(1))
        self.pane.wanted.connect(self._go_to)
        self.pane.model.section_dropped.connect(self._move_before)
        self.pane.model.recommendations_dropped.connect(self._answer_in_section)
        self.pane.model.position_dropped.connect(self._insert_into)
        desk.sheet.edit.viewport().installEventFilter(self)
        desk.sheet.edit.passage_entered.connect(self._follow_cursor)

    def take_up(self) -> None:
        """Another response is in hand."""
        if (hand := self._desk.in_hand) is not None:
            hand.facts.changed.connect(self.show_all)
            hand.facts.worded.connect(self.show_all)
            self.show_all()

    def show_all(self) -> None:
        """The sections as they are; for little cost only while they can be seen."""
        hand = self._desk.in_hand
        if hand is None or not self.pane.isVisible():
            return
        draft = hand.draft
        names = section_names(draft.response, draft.recommendations)
        listed = tuple(outline_rows(draft, names))
        self.pane.show_rows(listed, self._desk.sheet.edit.current_section())

    def enter(self) -> None:
        self._desk.beside.make_room()
        self._desk.panes.bring_up(self._desk.tabs)
        self._desk.tabs.setCurrentWidget(self.pane)
        self.show_all()
        self.pane.enter()

    # --- sections

    def move(self, by: int) -> None:
        """The section chosen in the outline, else the one at the cursor, one place up or down."""
        edit = self._desk.sheet.edit
        is_here = self.pane.list.hasFocus() and self.pane.current is not None
        section = self.pane.current if is_here else edit.current_section()
        order = [each for each, _ in edit.outline()]
        if section in order:
            place = min(max(order.index(section) + by, 0), len(order) - 1)
            self._move_to(section, place)

    def _move_before(self, section: str, row: int) -> None:
        """Dropped before a row that still counts the section itself."""
        order = [each for each, _ in self._desk.sheet.edit.outline()]
        if SectionId(section) in order:
            self._move_to(SectionId(section), row - (order.index(SectionId(section)) < row))

    def _move_to(self, section: SectionId, place: int) -> None:
        hand = self._desk.in_hand
        if hand is not None and move_section_to(self._desk.sheet.edit, section, place):
            hand.writer.read_now()
            self.show_all()

    def _go_to(self, section: str) -> None:
        self._desk.panes.bring_up(self._desk.sheet)
        self._desk.sheet.edit.scroll_to_section(SectionId(section))
        self._desk.sheet.edit.setFocus()

    def _follow_cursor(self, _passage: str) -> None:
        if self.pane.isVisible():
            self.pane.choose(self._desk.sheet.edit.current_section())

    # --- what is dropped

    def _answer_in_section(self, section: str, dropped: tuple[RecommendationId, ...]) -> None:
        found = self._section(section)
        if found is not None:
            written = (each.id for each in found.passages if not each.text.is_empty)
            self._answer(next(written, found.passages[0].id), dropped)

    def _answer(self, passage: PassageId, dropped: tuple[RecommendationId, ...]) -> None:
        """The passage answers these besides what it answers already."""
        hand, edit = self._desk.in_hand, self._desk.sheet.edit
        ties = edit.ties(passage)
        if hand is None or ties is None or set(dropped) <= set(ties.answers):
            return
        known = [each.id for each in hand.facts.recommendations]
        wanted = tuple(each for each in known if each in {*ties.answers, *dropped})
        hand.text.set_answers(passage, wanted)

    def _insert_into(self, section: str, position: str) -> None:
        hand = self._desk.in_hand
        first = find_section(self._desk.sheet.edit.draft, section)
        if hand is not None and first is not None:
            last = section_span(first)[1]
            hand.text.insert_at(PositionId(position), last.position() + last.length() - 1)

    def _section(self, section: str) -> Section | None:
        sections = self._desk.sheet.edit.sections()
        return next((each for each in sections if each.id == section), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Recommendations dropped on the page: the passage under them answers them."""
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(RECOMMENDATIONS):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() not in _DRAGS:
            edit = self._desk.sheet.edit
            at = edit.cursorForPosition(event.position().toPoint()).position()
            self._answer(edit.passage_at(at), dropped_recommendations(event.mimeData()))
        return True
