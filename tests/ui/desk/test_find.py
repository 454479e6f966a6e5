"""Finding and replacing words in the draft, with real keys."""

import pytest
from PySide6.QtCore import Qt

from drafter.domain.records.responses import Use
from drafter.ui.text.finding import Wanted
from tests.builders import a_passage, a_response, a_section
from tests.ui.desk.laid import EXPENSES, REPORT

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FISH = a_response(a_section(a_passage("One fish, two Fish. A <strong>fish</strong>ing boat.")), to=REPORT)


def begin(qtbot, desk, key):
    desk.sheet.edit.setFocus()
    qtbot.keyClick(desk.sheet.edit, key, CTRL)
    return desk.sheet.find_bar


def said(desk):
    return [each.text.plain for section in desk.sheet.edit.sections() for each in section.passages]


def test_find_counts_goes_round_and_closes(qtbot, open_desk):
    desk = open_desk(a_response(a_section(a_passage("One fish, two fish.")), to=REPORT))
    bar = begin(qtbot, desk, Qt.Key.Key_F)

    qtbot.keyClicks(bar.words, "fish")
    counted = bar.said
    starts = []
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, SHIFT):
        qtbot.keyClick(bar.words, Qt.Key.Key_Return, modifier)
        starts.append(desk.sheet.edit.textCursor().selectionStart())
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)

    assert counted == "2 places"
    assert starts == [4, 14, 4]
    assert not bar.isVisible()
    assert desk.sheet.edit.hasFocus()


@pytest.mark.parametrize(
    ("match_case", "whole_words", "counted"),
    [
        (False, False, "3 places"),
        (True, False, "2 places"),
        (False, True, "2 places"),
        (True, True, "1 place"),
    ],
)
def test_capitals_and_whole_words_can_be_asked_for(qtbot, open_desk, match_case, whole_words, counted):
    bar = begin(qtbot, open_desk(FISH), Qt.Key.Key_F)
    qtbot.keyClicks(bar.words, "fish")

    for box, wanted in ((bar.match_case, match_case), (bar.whole_words, whole_words)):
        if wanted:
            qtbot.keyClick(box, Qt.Key.Key_Space)

    assert bar.said == counted


def test_one_place_after_the_other_is_replaced_by_enter(qtbot, open_desk):
    desk = open_desk(FISH)
    bar = begin(qtbot, desk, Qt.Key.Key_H)
    qtbot.keyClicks(bar.words, "fish")
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)

    qtbot.keyClick(bar.words, Qt.Key.Key_Tab)
    qtbot.keyClicks(desk.focusWidget(), "cat")
    qtbot.keyClick(bar.others, Qt.Key.Key_Return)
    once = said(desk)
    qtbot.keyClick(bar.others, Qt.Key.Key_Return)

    assert once == ["One cat, two Fish. A fishing boat."]
    assert said(desk) == ["One cat, two cat. A fishing boat."]
    assert bar.said == "1 place"


def test_all_places_are_replaced_as_one_step_and_keep_their_look(qtbot, open_desk, workplace):
    desk = open_desk(FISH)
    before = desk.sheet.edit.sections()
    bar = begin(qtbot, desk, Qt.Key.Key_H)
    qtbot.keyClicks(bar.words, "fish")
    qtbot.keyClicks(bar.others, "cat")

    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)

    assert bar.said == "Replaced 3 places"
    (run,) = (each for each in desk.sheet.edit.sections()[0].passages[0].text.inlines() if each.bold)
    assert run.text == "cat"
    workplace.actions["edit.undo"].trigger()
    workplace.history.undo()
    assert desk.sheet.edit.sections() == before
    assert not workplace.history.stack_of(desk.in_hand.id).canUndo()


def test_library_words_stay_tied_and_fields_stay_whole(qtbot, open_desk):
    tied = a_passage("Volunteers, paid.", of=EXPENSES, named="tied")
    field = a_passage('<p>Our <field name="report.title"/> on volunteering.</p>', named="field")
    desk = open_desk(a_response(a_section(tied, field), to=REPORT))
    bar = begin(qtbot, desk, Qt.Key.Key_H)
    qtbot.keyClicks(bar.words, "volunteer")
    qtbot.keyClicks(bar.others, "helper")

    qtbot.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)

    assert bar.said == "Replaced 2 places; 1 place is in a merge field and stays"
    assert said(desk) == ["helpers, paid.", "Our ‹report.title› on helpering."]
    assert desk.sheet.edit.ties(tied.id).use == Use(position=EXPENSES.id, revision=EXPENSES.current.id)


def test_words_replaced_by_nothing_leave_a_passage_to_write_in(open_desk):
    tied = a_passage("Paid.", of=EXPENSES, named="tied")
    desk = open_desk(a_response(a_section(tied), to=REPORT))

    done = desk.sheet.edit.replace_all(Wanted(words="paid."), "")

    assert done == (1, 0)
    assert said(desk) == [""]
    assert desk.sheet.edit.ties(tied.id).use is None
