"""What a passage answers is chosen on the desk, with real keys."""

from PySide6.QtCore import Qt

from drafter.ui.panes.desk_answers import AnswersDialog
from tests.builders import a_passage, a_response, a_section
from tests.ui.desk.laid import FUND, REPORT

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WORDS = a_passage("We welcome both.", FUND, named="both")


def ask(qtbot, desk):
    desk.sheet.edit.setFocus()
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_E, BOTH)
    return next(each for each in desk.findChildren(AnswersDialog) if each.isVisible())


def answered(desk):
    ties = desk.sheet.edit.ties(WORDS.id)
    return ties.answers


def test_one_passage_answers_several_and_undo_takes_it_back(qtbot, open_desk, workplace):
    desk = open_desk(a_response(a_section(WORDS), to=REPORT))
    second = REPORT.recommendations[1]

    dialog = ask(qtbot, desk)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    both = answered(desk)
    workplace.history.undo()

    assert both == (FUND.id, second.id)
    assert answered(desk) == (FUND.id,)


def test_it_is_saved_with_the_draft(qtbot, open_desk, library):
    desk = open_desk(a_response(a_section(WORDS), to=REPORT))

    dialog = ask(qtbot, desk)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    identity = desk.in_hand.id
    qtbot.waitUntil(lambda: [each.answers for each in library.response(identity).passages] == [()])


def test_what_is_ticked_is_what_it_answers_now(qtbot, open_desk):
    desk = open_desk(a_response(a_section(WORDS), to=REPORT))

    dialog = ask(qtbot, desk)

    ticked = [
        row
        for row in range(dialog.list.count())
        if dialog.list.item(row).checkState() is Qt.CheckState.Checked
    ]
    assert ticked == [0]
    dialog.reject()
