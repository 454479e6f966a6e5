"""Merge fields without a value on the desk, and where keys go after a click, with real clicks and keys."""

from PySide6.QtCore import QPointF, Qt

from drafter.domain.checks import Code
from drafter.domain.records.responses import Shape
from drafter.services.filling_in import own_fields
from drafter.ui.dialogs.fill_in import FillInDialog
from drafter.ui.dialogs.paste import PasteDialog
from drafter.ui.text.fields import field_at
from tests.builders import a_passage, a_response, a_section
from tests.ui.desk.laid import (
    FUND,
    REPORT,
    choose,
    found,
    three_sections,
)

NUMBER = '<p>Our charity number is <field name="charity.number"/>.</p>'
LABEL = '<p>We welcome <field name="recommendation.label"/>.</p>'


def with_a_gap(text=NUMBER, *answers):
    return a_response(a_section(a_passage(text, *answers, named="gap")), to=REPORT)


def click_finding(qtbot, desk, code):
    found_codes = [each.code for each in desk.readiness.model.findings]
    index = desk.readiness.model.index(found_codes.index(code))
    desk.tabs.setCurrentWidget(desk.readiness)
    desk.readiness.list.scrollTo(index)
    at = desk.readiness.list.visualRect(index).center()
    qtbot.mouseClick(desk.readiness.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def codes(desk):
    return {each.code for each in desk.readiness.model.findings}


def the_box(desk):
    return next((each for each in desk.findChildren(FillInDialog) if each.isVisible()), None)


def test_a_gap_that_is_chosen_in_the_readiness_list_is_filled_in(qtbot, open_desk, library):
    desk = open_desk(with_a_gap())
    qtbot.waitUntil(lambda: Code.UNRESOLVED_FIELD in codes(desk))

    click_finding(qtbot, desk, Code.UNRESOLVED_FIELD)
    assert desk.sheet.edit.textCursor().selectedText() == "charity.number"
    box = the_box(desk)
    qtbot.keyClicks(box.focusWidget(), "1234567")
    qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "number is 1234567." in desk.sheet.edit.toPlainText())
    qtbot.waitUntil(lambda: Code.UNRESOLVED_FIELD not in codes(desk))
    assert own_fields(library) == {"charity.number": "1234567"}
    assert desk.window().focusWidget() is desk.sheet.edit


def test_a_gap_that_is_double_clicked_in_the_draft_is_filled_in(qtbot, open_desk):
    desk = open_desk(with_a_gap())
    edit = desk.sheet.edit
    at = edit.toPlainText().index("charity.")
    cursor = edit.textCursor()
    cursor.setPosition(at)
    point = edit.cursorRect(cursor).center()
    assert field_at(edit.text_document, at) is not None

    qtbot.mouseDClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=point)

    box = the_box(desk)
    assert box is not None
    box.reject()


def test_a_right_click_on_a_gap_offers_to_fill_it_in(qtbot, open_desk):
    desk = open_desk(with_a_gap())
    edit = desk.sheet.edit
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index("charity."))

    on_gap = edit.context_menu(QPointF(edit.cursorRect(cursor).center()))
    cursor.setPosition(2)
    beside = edit.context_menu(QPointF(edit.cursorRect(cursor).center()))

    assert "Fill in…" in [each.text() for each in on_gap.actions()]
    assert "Fill in…" not in [each.text() for each in beside.actions()]
    with qtbot.waitSignal(edit.gap_activated) as told:
        on_gap.actions()[0].trigger()
    assert told.args == ["charity.number"]
    the_box(desk).reject()


def test_the_label_of_what_a_passage_answers_is_no_gap(qtbot, open_desk, workplace):
    desk = open_desk(with_a_gap(LABEL, FUND))
    edit = desk.sheet.edit

    assert edit.toPlainText() == "We welcome recommendation 1."
    assert edit.gap_at(edit.toPlainText().index("recommendation")) == ""
    qtbot.waitUntil(lambda: bool(codes(desk)))
    assert Code.UNRESOLVED_FIELD not in codes(desk)
    assert not workplace.history.stack_of(desk.in_hand.id).canUndo()


def test_a_label_where_nothing_is_answered_is_said_to_stand_for_nothing(qtbot, open_desk, workplace):
    desk = open_desk(with_a_gap(LABEL))
    qtbot.waitUntil(lambda: Code.UNRESOLVED_FIELD in codes(desk))

    with qtbot.waitSignal(workplace.notices.said) as told:
        click_finding(qtbot, desk, Code.UNRESOLVED_FIELD)

    assert "Take it out" in told.args[1]
    assert the_box(desk) is None


def test_after_a_click_on_insert_keys_go_to_the_draft(qtbot, open_desk):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)
    qtbot.waitUntil(found(desk, "Long-term funding"))

    qtbot.mouseClick(desk.library.wording.insert, Qt.MouseButton.LeftButton)
    assert desk.sheet.edit.hasFocus()
    qtbot.keyClicks(desk.focusWidget(), " And a word.")

    said = desk.sheet.edit.toPlainText()
    assert said.count("Three years of funding let a small charity plan.") == 1
    assert "plan. And a word." in said


def test_the_readiness_key_shows_where_arrows_begin(qtbot, open_desk, workplace):
    desk = open_desk(three_sections())
    qtbot.waitUntil(lambda: desk.readiness.model.rowCount() > 0)

    workplace.actions["desk.readiness"].trigger()

    assert desk.readiness.list.hasFocus()
    assert desk.readiness.list.currentIndex().row() == 0


def test_return_in_the_paste_dialog_does_what_it_is_for(qtbot):
    dialog = PasteDialog()
    qtbot.addWidget(dialog)
    dialog.show()

    assert dialog.read.isDefault()


def test_what_can_stand_for_nothing_is_taken_out_by_its_button(qtbot, open_desk):
    text = '<p>We thank <field name="report.publisher"/> for it.</p>'
    desk = open_desk(a_response(a_section(a_passage(text, named="gap")), shape=Shape.STATEMENT))
    qtbot.waitUntil(lambda: Code.UNRESOLVED_FIELD in codes(desk))
    desk.tabs.setCurrentWidget(desk.readiness)
    at = [each.code for each in desk.readiness.model.findings].index(Code.UNRESOLVED_FIELD)
    desk.readiness.list.setCurrentIndex(desk.readiness.model.index(at))
    assert desk.readiness.mend.text() == "Take it out"

    qtbot.mouseClick(desk.readiness.mend, Qt.MouseButton.LeftButton)

    assert desk.sheet.edit.toPlainText() == "We thank  for it."
    qtbot.waitUntil(lambda: Code.UNRESOLVED_FIELD not in codes(desk))
    assert the_box(desk) is None
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "publisher" in desk.sheet.edit.toPlainText()
