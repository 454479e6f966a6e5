"""Saved drafts on the desk: kept by a key, compared with now, brought back as one step."""

from PySide6.QtCore import Qt

from drafter.domain.records.stances import Stance
from drafter.ui.panes.desk_timeline import TimelineDialog
from tests.builders import A_RESPONSE, a_stance
from tests.ui.desk.laid import FUND, choose, three_sections

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def come_back(qtbot, desk):
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.sheet.edit.setFocus()
    qtbot.waitUntil(desk.sheet.edit.hasFocus)


def ask(qtbot, desk, key):
    come_back(qtbot, desk)
    qtbot.keyClick(desk.sheet.edit, key, BOTH)
    dialog = next(each for each in desk.findChildren(TimelineDialog) if each.isVisible())
    qtbot.waitExposed(dialog)
    return dialog


def keep(qtbot, desk, name):
    dialog = ask(qtbot, desk, Qt.Key.Key_S)
    qtbot.waitUntil(dialog.name.hasFocus)
    qtbot.keyClicks(dialog.name, name)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    return dialog


def test_a_key_and_a_name_keep_the_draft(qtbot, open_desk, library):
    desk = open_desk(three_sections())

    dialog = keep(qtbot, desk, "For the board")

    assert [each.label for each in library.saved_drafts(A_RESPONSE)] == ["For the board"]
    assert dialog.isVisible()
    assert dialog.drafts.count() == 2
    dialog.reject()


def test_what_was_typed_since_shows_as_added(qtbot, open_desk):
    desk = open_desk(three_sections())
    keep(qtbot, desk, "First").reject()
    desk.sheet.edit.scroll_to_passage(desk.in_hand.facts.response.sections[0].passages[0].id)
    qtbot.keyClicks(desk.sheet.edit, "Indeed. ")

    dialog = ask(qtbot, desk, Qt.Key.Key_T)

    assert dialog.differences.toPlainText() == "In brief: 1 word added\nIndeed. Our response."
    dialog.reject()


def test_a_draft_that_is_brought_back_goes_again_with_one_undo(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections(stances=(a_stance(FUND),)))
    keep(qtbot, desk, "First").reject()
    come_back(qtbot, desk)
    before = desk.sheet.edit.sections()
    choose(qtbot, desk, FUND)
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_5)
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "Not so. ")
    changed = desk.sheet.edit.sections()

    dialog = ask(qtbot, desk, Qt.Key.Key_T)
    qtbot.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)

    assert desk.sheet.edit.sections() == before
    assert desk.in_hand.facts.taken(FUND.id).stance is Stance.WELCOME
    assert library.saved_drafts(A_RESPONSE)[0].label == "Before “First” was brought back"

    workplace.history.undo()

    assert desk.sheet.edit.sections() == changed
    assert desk.in_hand.facts.taken(FUND.id).stance is Stance.OPPOSE
