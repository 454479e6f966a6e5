"""What the desk does to the draft: answers begun, positions inserted, places found."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from drafter.domain.checks import Finding
from drafter.domain.records.ids import PassageId, PositionId, RecommendationId
from drafter.domain.records.reports import Recommendation
from drafter.domain.records.responses import Passage
from drafter.domain.richtext import EMPTY, RichText
from drafter.services.answering import passage_from
from drafter.store.library import Library
from drafter.ui.panes.desk_open import OnTheDesk
from drafter.ui.panes.desk_placing import end_of, is_point_by_point, place_for, section_before
from drafter.ui.panes.desk_sheet import SheetPane
from drafter.ui.panes.desk_writer import Writer
from drafter.ui.text.draft_blocks import find_passage, passage_span
from drafter.ui.text.ties import Ties


class TextActs(QObject):
    """One response at a time; each act is one step of its text, but for a section that must move up."""

    def __init__(
        self, library: Library, open_one: OnTheDesk, sheet: SheetPane, writer: Writer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._open = open_one
        self._sheet = sheet
        self._writer = writer

    # --- going somewhere

    def show(self, recommendation: RecommendationId) -> bool:
        """Scroll to its answer. Whether there is a place for one."""
        place = place_for(self._open.response, recommendation)
        return place is not None and self._sheet.go_to(place)

    def answered_here(self) -> tuple[Recommendation, ...]:
        """What the passage at the cursor answers."""
        return self._open.named(self._sheet.edit.current_ties().answers)

    def go_to(self, finding: Finding) -> bool:
        """Show the words that a finding is about, or the passage, or the answer. Whether there is a place."""
        edit = self._sheet.edit
        if finding.passage is not None and edit.scroll_to_passage(finding.passage):
            if words := finding.gap or finding.words:
                self._select_words(finding.passage, words)
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return finding.recommendation is not None and self.show(finding.recommendation)

    def _select_words(self, passage: PassageId, words: str) -> None:
        found = self._sheet.edit.draft.find(words, self._sheet.edit.textCursor())
        if not found.isNull() and self._sheet.edit.passage_at(found.selectionStart()) == passage:
            self._sheet.edit.setTextCursor(found)
            self._sheet.edit.ensureCursorVisible()

    # --- answering

    def answer(self, recommendation: RecommendationId) -> None:
        """Go to its passage, or begin one where it belongs, and write."""
        if not self.show(recommendation):
            self._begin(recommendation)
            self._writer.read_now()
        self._sheet.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._sheet.edit.ensureCursorVisible()

    def set_answers(self, passage: PassageId, answers: tuple[RecommendationId, ...]) -> None:
        """A passage answers these from now on, as one step of the draft's undo."""
        self._sheet.edit.set_answers(passage, answers)
        self._writer.read_now()
        self._sheet.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def exchange(self, passages: Iterable[Passage]) -> None:
        """Passages take newer words of the library, each as one step of the draft’s undo."""
        for each in passages:
            self._sheet.edit.replace_passage(each.id, each.text, Ties.of(each))
        self._writer.read_now()

    def insert(self, position: PositionId, recommendation: RecommendationId | None) -> PassageId:
        """A position's words where this is answered; without a recommendation, after the cursor's passage."""
        answers = (recommendation,) if recommendation is not None else ()
        if recommendation is not None and recommendation not in {each.id for each in self.answered_here()}:
            self._go_to_end(recommendation)
        return self._insert(position, answers)

    def insert_at(self, position: PositionId, at: int) -> PassageId:
        """Where it was dropped; it answers what the passage there answers."""
        edit = self._sheet.edit
        ties = edit.ties(edit.passage_at(at))
        cursor = edit.textCursor()
        cursor.setPosition(at)
        edit.setTextCursor(cursor)
        return self._insert(position, ties.answers if ties is not None else ())

    def quote(self, text: RichText) -> None:
        """A quotation after the passage at the cursor, answering what that one answers."""
        edit = self._sheet.edit
        edit.insert_passage(text, answers=edit.current_ties().answers)
        edit.ensureCursorVisible()
        self._writer.read_now()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_section(self) -> None:
        """An empty section after this one, ready for its heading."""
        edit = self._sheet.edit
        edit.insert_section("Heading")
        cursor = edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
        edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        edit.ensureCursorVisible()
        self._writer.read_now()

    def _insert(self, position: PositionId, answers: tuple[RecommendationId, ...]) -> PassageId:
        passage = passage_from(self._library, self._open.id, position, answers=answers)
        made = self._sheet.edit.insert_passage(passage.text, answers=answers, use=passage.use)
        self._sheet.edit.ensureCursorVisible()
        self._writer.read_now()
        return made

    def _go_to_end(self, recommendation: RecommendationId) -> None:
        """The cursor to where more words on it go; where it has no place yet, it gets one."""
        end = end_of(self._open.response, recommendation)
        first = find_passage(self._sheet.edit.draft, end) if end is not None else None
        if first is None:
            if is_point_by_point(self._open.response):
                self._begin(recommendation)
            return
        last = passage_span(first)[1]
        cursor = self._sheet.edit.textCursor()
        cursor.setPosition(last.position() + last.length() - 1)
        self._sheet.edit.setTextCursor(cursor)

    def _begin(self, recommendation: RecommendationId) -> None:
        """An empty passage for it: in a section of its own, or in a statement after the cursor's passage."""
        edit, response = self._sheet.edit, self._open.response
        if not is_point_by_point(response):
            edit.insert_passage(EMPTY, answers=(recommendation,))
            return
        before = section_before(response, recommendation, self._open.recommendations)
        if before is not None:
            edit.scroll_to_section(before)
            edit.insert_section("", answers=(recommendation,))
            return
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        made = edit.insert_section("", answers=(recommendation,))
        edit.move_section(made, -1)
