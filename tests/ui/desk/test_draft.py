"""The draft on the desk: where answers go, what is saved, how it is gone through."""

import time
from typing import Any

from PySide6.QtCore import Qt

from drafter.domain.checks import Code
from drafter.domain.records.stances import Stance
from drafter.services import answering
from drafter.ui.dialogs.export import ExportDialog
from drafter.ui.text.draft_blocks import all_blocks
from tests.builders import (
    A_RESPONSE,
    a_passage,
    a_response,
    a_section,
)
from tests.ui.desk.laid import (
    FUND,
    PASS,
    PAY,
    REPORT,
    choose,
    three_sections,
)


def test_what_has_no_place_gets_one_in_the_order_of_the_report(qtbot, open_desk):
    response = a_response(a_section(a_passage("On 1.", FUND)), a_section(a_passage("On 3.", PAY)), to=REPORT)
    desk = open_desk(response)
    choose(qtbot, desk, PASS)
    assert desk.recommendations.detail.answer.text() == "Answer this here"

    qtbot.mouseClick(desk.recommendations.detail.answer, Qt.MouseButton.LeftButton)
    assert desk.sheet.edit.hasFocus()
    qtbot.keyClicks(desk.sheet.edit, "On 2.")
    desk._before_writing()

    answered = [(each.answers, each.text.plain) for each in desk.in_hand.facts.response.passages]
    assert answered == [((FUND.id,), "On 1."), ((PASS.id,), "On 2."), ((PAY.id,), "On 3.")]


def test_a_section_before_all_others_is_found_too(qtbot, open_desk):
    desk = open_desk(a_response(a_section(a_passage("On 3.", PAY)), to=REPORT))
    choose(qtbot, desk, FUND)

    qtbot.mouseClick(desk.recommendations.detail.answer, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(desk.sheet.edit, "On 1.")
    desk._before_writing()

    assert [each.answers for each in desk.in_hand.facts.response.sections] == [(FUND.id,), (PAY.id,)]


def test_a_finding_leads_to_its_place(qtbot, open_desk):
    response = a_response(a_section(a_passage("It cost £2 million.", PAY, named="money")), to=REPORT)
    desk = open_desk(response)
    qtbot.waitUntil(lambda: desk.readiness.model.rowCount() > 0)
    row = next(
        n for n, each in enumerate(desk.readiness.model.findings) if each.code is Code.UNSOURCED_FIGURE
    )

    desk.tabs.setCurrentWidget(desk.readiness)
    box = desk.readiness.list.visualRect(desk.readiness.model.index(row))
    desk.readiness.list.scrollTo(desk.readiness.model.index(row))
    box = desk.readiness.list.visualRect(desk.readiness.model.index(row))
    qtbot.mouseClick(desk.readiness.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    assert desk.sheet.edit.hasFocus()
    assert desk.sheet.edit.textCursor().selectedText() == "£2 million"


def test_what_is_typed_is_safe_within_a_second(qtbot, open_desk, library):
    desk = open_desk(three_sections())
    desk.sheet.edit.scroll_to_passage(a_passage("", named="opening").id)
    desk.sheet.edit.setFocus()
    began = time.monotonic()

    def typed_and_saved():
        qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_X)
        return "x" in next(iter(library.response(A_RESPONSE).passages)).text.plain

    qtbot.waitUntil(typed_and_saved)

    assert time.monotonic() - began < 1.5  # a second, and what a busy machine adds


def test_a_save_that_fails_is_said_and_tried_again(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    said: list[str] = []
    warned: list[Any] = []
    workplace.notices.saved_changed.connect(said.append)
    workplace.notices.said.connect(lambda *what: warned.append(what))
    with library.using() as db:
        db.execute("PRAGMA query_only = ON")
    desk.sheet.edit.scroll_to_passage(a_passage("", named="opening").id)
    desk.sheet.edit.setFocus()

    qtbot.keyClicks(desk.sheet.edit, "abc")
    qtbot.waitUntil(lambda: bool(warned), timeout=3000)
    assert "Not saved yet" in said
    assert "is not saved yet" in warned[0][1]
    with library.using() as db:
        db.execute("PRAGMA query_only = OFF")
    warned[0][3]()

    qtbot.waitUntil(lambda: "abc" in next(iter(library.response(A_RESPONSE).passages)).text.plain)


def test_the_head_goes_with_the_text_and_comes_back(qtbot, open_desk):
    long = a_response(*(a_section(a_passage(f"Words {n}. " * 60)) for n in range(20)), to=REPORT)
    desk = open_desk(long)
    bar = desk.sheet.edit.verticalScrollBar()

    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: not desk.sheet.head.isVisible())
    bar.setValue(0)

    qtbot.waitUntil(desk.sheet.head.isVisible)


def test_a_change_elsewhere_never_reloads_the_text(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "Typed. ")

    workplace.history.do(
        lambda: answering.set_stance(library, A_RESPONSE, [FUND.id], Stance.OPPOSE, by="Somebody"),
        stack=workplace.history.library_stack,
    )

    assert "Typed. " in desk.sheet.edit.toPlainText()
    assert desk.in_hand.facts.taken(FUND.id).stance is Stance.OPPOSE


def test_the_title_block_is_kept_as_steps_of_the_response(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections(title="Before"))

    desk.sheet.head.role.setFocus()
    qtbot.keyClicks(desk.sheet.head.role, "Director")
    qtbot.keyClick(desk.sheet.head.role, Qt.Key.Key_Return)
    after = library.response(A_RESPONSE).head.role
    workplace.history.undo()

    assert after == "Director"
    assert library.response(A_RESPONSE).head.role == ""
    assert desk.sheet.head.role.text() == ""


def test_a_section_is_gone_to_by_its_name(open_desk):
    desk = open_desk(three_sections())
    names = [desk.sheet.sections.itemText(at) for at in range(desk.sheet.sections.count())]

    desk.sheet.sections.setCurrentIndex(3)
    desk.sheet.sections.activated.emit(3)

    assert names == ["In brief", "Recommendation 1", "Recommendation 2", "Recommendation 3"]
    assert desk.recommendations.current == PAY.id
    assert desk.sheet.edit.hasFocus()


def test_an_empty_passage_says_what_it_is_to_answer(open_desk):
    desk = open_desk(three_sections())
    edit = desk.sheet.edit

    prompts = [edit.prompt_of(each) for each in all_blocks(edit.draft)]

    assert prompts[2] == "Answer: “The Government should fund small charities for three years.”"
    assert prompts[-1] == ""


def test_the_zoom_is_remembered_as_hers(qtbot, open_desk, workplace):
    desk = open_desk(three_sections())
    desk.sheet.edit.setFocus()

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert workplace.preferences.value.zoom == desk.sheet.edit.zoom == 110


def test_the_export_window_opens_on_what_was_just_typed(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    desk.sheet.edit.scroll_to_passage(a_passage("", named="opening").id)
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "Typed. ")

    workplace.actions["response.export"].trigger()

    dialog = desk.findChild(ExportDialog)
    assert next(iter(library.response(A_RESPONSE).passages)).text.plain.startswith("Typed. ")
    dialog.close()
