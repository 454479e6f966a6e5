"""The report beside the draft: it folds in and out, follows what is chosen, and is quoted from."""

import pytest
from PySide6.QtCore import QPoint, Qt

from drafter.domain.checks import Code
from drafter.services import importing
from drafter.services.answering import new_response, response_of
from drafter.ui.text.formats import place_of
from tests.builders import OFFICER
from tests.ui.desk.laid import three_sections

SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = """Near at Hand

Small charities are the backbone of civil society.

Recommendation 1: The Government should fund small charities for three years.

Recommendation 2: The Government should introduce a volunteer passport.
"""


@pytest.fixture
def desk(open_desk, library):
    """A response to a report whose text is kept."""
    desk = open_desk(three_sections())
    reading = importing.read_pasted_report(TEXT)
    report = importing.report_from_reading(reading)
    importing.keep_report(library, report, pasted=TEXT, by="Ada")
    desk.open_response(response_of(new_response(library, report=report.id, by=OFFICER)))
    return desk


def open_report(qtbot, desk):
    desk.sheet.edit.setFocus()
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_F9)
    assert desk.report.isVisible()
    qtbot.waitUntil(lambda: bool(desk.report.text), timeout=15_000)
    return desk.report.document.plain


def select(plain, words):
    cursor = plain.document().find(words)
    plain.setTextCursor(cursor)


def test_selected_words_are_quoted_and_a_change_to_them_is_told(qtbot, desk, workplace):
    plain = open_report(qtbot, desk)
    select(plain, "Small charities are the backbone")
    desk.sheet.edit.setFocus()

    qtbot.mouseClick(desk.report.quote, Qt.MouseButton.LeftButton)

    edit = desk.sheet.edit
    assert edit.hasFocus()
    assert edit.textCursor().block().text() == "“Small charities are the backbone”"
    assert place_of(edit.textCursor().block()).style.value == "quote"
    qtbot.keyClicks(edit, " (page 1)")
    qtbot.waitUntil(lambda: desk.in_hand.writer._pause.is_due)
    desk.in_hand.writer.read_now()
    edit.setTextCursor(edit.document().find("Small"))
    qtbot.keyClicks(edit, "Large")

    def told():
        return [each for each in desk.readiness.model.findings if each.code is Code.CHANGED_QUOTATION]

    qtbot.waitUntil(lambda: bool(told()))
    assert told()[0].words == "Large charities are the backbone"
    while workplace.history.stack_of(desk.in_hand.id).canUndo():
        workplace.history.undo()
    assert "charities are the backbone" not in edit.toPlainText()


def test_with_nothing_selected_it_says_what_to_do_and_shows_the_text(qtbot, desk, workplace):
    desk.sheet.edit.setFocus()

    with qtbot.waitSignal(workplace.notices.said) as told:
        qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_F9, SHIFT)

    assert told.args[1].startswith("Select the words")
    assert desk.report.document.plain.hasFocus()


def test_the_library_gives_way_where_there_is_no_room_and_comes_back(qtbot, desk, workplace):
    open_report(qtbot, desk)
    beside = desk.tabs.isVisible()

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert (desk.report.isVisible(), desk.tabs.isVisible()) == (False, True)
    assert desk.library.search.hasFocus()
    desk.resize(1800, 900)
    qtbot.keyClick(desk.library.search, Qt.Key.Key_F9)

    assert not beside
    assert desk.tabs.isVisible()
    assert desk.report.isVisible()
    assert workplace.actions["desk.report"].isChecked()


@pytest.mark.long
def test_what_is_chosen_is_marked_in_the_text(qtbot, desk):
    plain = open_report(qtbot, desk)
    second = desk.in_hand.facts.recommendations[1]

    desk.recommendations.choose(second.id)

    chosen = [each.cursor.selectedText() for each in plain.extraSelections()]
    assert any("volunteer passport" in each for each in chosen)
    assert plain.textCursor().position() > plain.toPlainText().index("Recommendation 2") - 2


@pytest.mark.long
def test_its_width_is_remembered(qtbot, desk, workplace):
    open_report(qtbot, desk)
    desk.panes.set_width(desk.report, 400)
    close = desk.report.close_button

    qtbot.mouseClick(close, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    hidden = desk.report.isHidden()
    workplace.actions["desk.report"].trigger()

    assert hidden
    assert abs(desk.report.width() - 400) <= 2


@pytest.mark.long
def test_folded_panes_have_it_as_a_tab(qtbot, desk):
    desk.resize(900, 600)
    qtbot.waitUntil(lambda: desk.panes.is_folded)
    desk.panes.bring_up(desk.report)
    qtbot.waitUntil(lambda: bool(desk.report.text), timeout=15_000)
    desk.panes.bring_up(desk.sheet)
    desk.sheet.edit.setFocus()

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_F9)

    assert desk.report.isVisible()


def test_words_selected_in_the_marked_passage_are_seen(qtbot, desk):
    plain = open_report(qtbot, desk)
    desk.recommendations.choose(desk.in_hand.facts.recommendations[1].id)
    plain.verticalScrollBar().setValue(0)
    before = plain.viewport().grab().toImage()

    select(plain, "volunteer passport")
    at = plain.cursorRect().center() - QPoint(6, plain.cursorRect().height() // 2 - 2)
    after = plain.viewport().grab().toImage()

    marked, seen = before.pixelColor(at), after.pixelColor(at)
    assert abs(marked.lightness() - seen.lightness()) > 60


def test_a_draft_that_quotes_wrongly_is_told_though_the_report_was_never_opened(qtbot, desk):
    edit = desk.sheet.edit
    edit.setFocus()

    qtbot.keyClicks(edit, 'It says "large charities are the backbone" (page 1).')

    told = desk.readiness.model
    qtbot.waitUntil(
        lambda: any(each.code is Code.CHANGED_QUOTATION for each in told.findings), timeout=15_000
    )
    assert not desk.report.isVisible()
