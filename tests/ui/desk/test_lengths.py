"""Limits are counted while she writes: beside the answer, under the draft, and for the whole."""

from threading import Event, Thread

import pytest
from PySide6.QtCore import Qt

from drafter.domain.changes import Change, added
from drafter.domain.checks import Code
from drafter.domain.composing import Choices
from drafter.domain.records.reports import LimitUnit
from drafter.domain.records.responses import Form
from drafter.services.profiles import profile_for, remember
from drafter.ui.panes.desk_limit import LimitDialog
from tests.builders import a_passage, a_recommendation, a_report, a_response, a_section
from tests.ui.desk.laid import FUND

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SHORT = a_recommendation("What do you say?", label="4", limit=5)
TERSE = a_recommendation("And briefly?", label="5", characters=9)
REPORT = a_report(SHORT, TERSE, FUND, title="Limits")
ANSWERS = a_response(
    a_section(
        a_passage("One two three.", SHORT, named="short"), a_passage("Nine left", TERSE, named="terse")
    ),
    a_section(a_passage("No limit here.", FUND, named="free")),
    to=REPORT,
)


def opened(open_desk, library):
    library.apply(Change.of("Keep", added(REPORT)))
    return open_desk(ANSWERS)


def go(desk, name):
    desk.sheet.edit.scroll_to_passage(a_passage("", named=name).id)
    desk.sheet.edit.setFocus()


def test_the_answer_at_the_cursor_is_counted_live(qtbot, open_desk, library):
    desk = opened(open_desk, library)
    go(desk, "short")
    before = desk.sheet.length.whole

    qtbot.keyClicks(desk.sheet.edit, "and three more ")
    qtbot.waitUntil(lambda: desk.sheet.length.whole != before)

    assert before == "Recommendation 4: 3 of 5 words"
    assert desk.sheet.length.whole == "Recommendation 4: 6 of 5 words, 1 over"
    assert desk.sheet.length.property("kind") == "bad"


def test_counting_never_waits_for_the_library(qtbot, open_desk, library):
    desk = opened(open_desk, library)
    go(desk, "short")
    is_held, is_over = Event(), Event()

    def hold():
        with library.using():
            is_held.set()
            is_over.wait(5)

    holder = Thread(target=hold)
    holder.start()
    is_held.wait()
    qtbot.keyClicks(desk.sheet.edit, "and three more ")
    desk.in_hand.writer._pause.come()
    was_held = holder.is_alive()
    is_over.set()
    holder.join()

    assert was_held
    assert desk.sheet.length.whole == "Recommendation 4: 6 of 5 words, 1 over"


@pytest.mark.long
def test_characters_count_too_and_what_has_no_limit_says_nothing(open_desk, library):
    desk = opened(open_desk, library)

    go(desk, "terse")
    terse = desk.sheet.length.whole
    go(desk, "free")

    assert terse == "Recommendation 5: 9 of 9 characters"
    assert desk.sheet.length.whole == ""


def test_the_margin_says_how_long_an_answer_is(qtbot, open_desk, library):
    desk = opened(open_desk, library)
    edit = desk.sheet.edit
    short, free = a_passage("", named="short").id, a_passage("", named="free").id

    qtbot.waitUntil(lambda: edit.mark_of(short) is not None)

    assert (edit.mark_of(short).length, edit.mark_of(short).is_over) == ("3 of 5 words", False)
    assert edit.mark_of(free).length == ""


def test_the_whole_has_a_limit_that_undo_takes_away(qtbot, open_desk, library, workplace):
    desk = opened(open_desk, library)
    go(desk, "free")
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_G, CTRL | SHIFT)
    dialog = next(each for each in desk.findChildren(LimitDialog) if each.isVisible())
    qtbot.keyClicks(dialog.focusWidget(), "6")
    dialog.unit.setCurrentIndex(dialog.unit.findData(LimitUnit.WORDS))
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    assert desk.sheet.length.whole == "Whole: 8 of 6 words, 2 over"
    qtbot.waitUntil(
        lambda: Code.OVER_LENGTH in [each.code for each in desk.readiness.model.findings if not each.passage]
    )
    workplace.history.undo()
    assert desk.sheet.length.whole == ""


def test_without_a_limit_of_its_own_the_one_of_its_form_counts(open_desk, library, workplace):
    desk = opened(open_desk, library)
    go(desk, "free")
    kept, before = workplace.preferences, desk.sheet.length.whole
    sent = Choices(form=Form.WRITTEN_EVIDENCE)

    kept.choose(remember(kept.value, profile_for(ANSWERS.head, sent, template=None, target=None)))

    assert before == ""
    assert desk.sheet.length.whole == "Whole: 8 of 3,000 words"
