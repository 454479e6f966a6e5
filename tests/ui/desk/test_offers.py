"""What the library offers on the desk, and how it gets into the draft."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent

from drafter.domain.records.positions import Status
from drafter.domain.records.stances import Stance
from drafter.ui.text.draft_edit import position_mime
from drafter.ui.text.marks import MarkKind
from tests.builders import (
    a_change_of,
    a_passage,
    a_position,
    a_stance,
)
from tests.ui.desk.laid import EXPENSES, FUND, FUNDING, PASS, PAY, choose, found, three_sections


def test_the_library_offers_what_suits_the_chosen_recommendation(qtbot, open_desk):
    desk = open_desk(three_sections())

    choose(qtbot, desk, FUND)
    qtbot.waitUntil(found(desk, "Long-term funding"))

    card = desk.library.model.cards[0]
    assert card.standing.startswith("Position · approved")
    assert card.why.startswith("Matches ")
    assert "charities" in card.why


def test_enter_inserts_at_the_chosen_recommendation_and_marks_it(qtbot, open_desk):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)
    qtbot.waitUntil(found(desk, "Long-term funding"))

    desk.library.list.setFocus()
    qtbot.keyClick(desk.library.list, Qt.Key.Key_Return)

    made = next(each for each in desk.in_hand.facts.response.passages if each.use is not None)
    assert made.answers == (FUND.id,)
    assert made.text == FUNDING.current.text
    assert [len(each.passages) for each in desk.in_hand.facts.response.sections] == [1, 1, 1, 1]
    qtbot.waitUntil(
        lambda: (mark := desk.sheet.edit.mark_of(made.id)) is not None and mark.kind is MarkKind.VERBATIM
    )
    qtbot.waitUntil(lambda: desk.library.model.cards[0].is_here)


def test_a_position_that_is_dropped_answers_what_stands_there(open_desk):
    desk = open_desk(three_sections())
    edit = desk.sheet.edit
    edit.scroll_to_passage(a_passage("", named="on 3").id)
    point = QPointF(edit.cursorRect().center())
    given: QMimeData = position_mime(EXPENSES.id)

    event = QDropEvent(
        point, Qt.DropAction.CopyAction, given, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    edit.dropEvent(event)

    made = next(each for each in desk.in_hand.facts.response.passages if each.use is not None)
    assert made.answers == (PAY.id,)


def test_search_drops_what_was_asked_before(qtbot, open_desk):
    desk = open_desk(three_sections())
    desk.library.search.setFocus()

    qtbot.keyClicks(desk.library.search, "expen")
    qtbot.waitUntil(lambda: [each.entry.title for each in desk.library.model.cards] == ["Expenses"])
    qtbot.keyClicks(desk.library.search, "zz")
    qtbot.waitUntil(lambda: desk.library.model.rowCount() == 0)

    assert "Nothing in the library has these words" in desk.library._none.text()
    qtbot.keyClick(desk.library.search, Qt.Key.Key_Escape)
    assert desk.library.search.text() == ""


def test_a_card_warns_of_a_stance_that_it_contradicts(qtbot, open_desk, library):
    against = a_position(
        "<p>A volunteer passport would burden small groups.</p>",
        title="No passport",
        named="p3",
        stance=Stance.OPPOSE,
    )
    library.apply(a_change_of(against))
    desk = open_desk(three_sections(stances=(a_stance(PASS),)))

    choose(qtbot, desk, PASS)
    qtbot.waitUntil(found(desk, "No passport"))

    card = next(each for each in desk.library.model.cards if each.entry.title == "No passport")
    assert card.warning == "Usually says “oppose”; your stance is “welcome”"
    assert card.entry.status is Status.DRAFT


def test_after_a_click_into_the_opening_a_position_goes_there(qtbot, open_desk):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)
    qtbot.waitUntil(lambda: desk.library._for.whole == "For Recommendation 1")
    edit = desk.sheet.edit

    edit.verticalScrollBar().setValue(0)
    qtbot.mouseClick(
        edit.viewport(), Qt.MouseButton.LeftButton, pos=edit.cursorRect(edit.draft.find("Our resp")).center()
    )
    qtbot.waitUntil(lambda: desk.library._for.whole == "Into “In brief”")
    qtbot.waitUntil(found(desk, "Expenses"))
    desk.library.list.setFocus()
    qtbot.keyClick(desk.library.list, Qt.Key.Key_Return)

    first = desk.in_hand.facts.response.sections[0]
    assert [(bool(each.use), each.answers) for each in first.passages] == [(False, ()), (True, ())]
    assert desk.recommendations.chosen == (FUND.id,)


def test_a_recommendation_that_is_chosen_again_is_the_place_again(qtbot, open_desk):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)
    edit = desk.sheet.edit
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.library._for.whole == "Into “In brief”")

    choose(qtbot, desk, FUND)
    qtbot.waitUntil(lambda: desk.library._for.whole == "For Recommendation 1")

    assert desk.aim.recommendation == FUND.id


def test_what_was_inserted_out_of_the_search_is_undone_by_the_next_key(qtbot, open_desk):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)
    desk.library.search.setFocus()
    qtbot.keyClicks(desk.library.search, "expen")
    qtbot.waitUntil(lambda: [each.entry.title for each in desk.library.model.cards] == ["Expenses"])
    before = desk.sheet.edit.toPlainText()

    qtbot.keyClick(desk.library.search, Qt.Key.Key_Return)
    assert "expenses paid" in desk.sheet.edit.toPlainText()
    qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert desk.sheet.edit.toPlainText() == before
    assert desk.library.search.text() == "expen"


def test_after_an_undo_the_margin_says_at_once_what_is_answered(qtbot, open_desk):
    desk = open_desk(three_sections())
    edit, waiting = desk.sheet.edit, a_passage("", named="on 1").id
    choose(qtbot, desk, FUND)
    qtbot.waitUntil(found(desk, "Long-term funding"))
    qtbot.waitUntil(lambda: edit.mark_of(waiting) is not None)
    qtbot.mouseClick(desk.library.wording.insert, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: edit.mark_of(waiting) is None)

    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    # Sooner than the pauses after typing, which are more than a second together.
    qtbot.waitUntil(
        lambda: (mark := edit.mark_of(waiting)) is not None and mark.label == "Recommendation 1", timeout=800
    )


def test_a_click_beside_an_empty_answer_goes_there_to_write(qtbot, open_desk, workplace):
    desk = open_desk(three_sections())
    edit, waiting = desk.sheet.edit, a_passage("", named="on 1").id
    qtbot.waitUntil(lambda: edit.mark_of(waiting) is not None)
    shown = next(each for each in edit.sheet.shown() if each.passage == waiting)

    with qtbot.waitSignal(workplace.notices.said) as said:
        qtbot.mouseClick(
            edit.sheet, Qt.MouseButton.LeftButton, pos=QPoint(int(edit.lines.left) + 20, int(shown.top) + 6)
        )

    assert said.args[1].startswith("Nothing is written here yet.")
    assert edit.hasFocus()
    assert edit.current_passage() == waiting
