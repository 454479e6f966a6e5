"""The marks beside the draft, and what stands behind them, with real clicks and by keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from drafter.services import positions
from drafter.ui.panes.desk_source import Do, SourceCard
from drafter.ui.text.marks import MarkKind
from tests.builders import a_passage, a_response, a_section, a_wording
from tests.ui.desk.laid import EXPENSES, FUND, FUNDING, PAY, REPORT, with_real_revisions

CTRL = Qt.KeyboardModifier.ControlModifier
MINE = a_passage("Three years of funding let us plan.", FUND, of=FUNDING, named="mine")
AS_IT_IS = a_passage("", PAY, of=EXPENSES, named="as it is")
OWN = a_passage("Our own words on pay.", PAY, named="own")


@pytest.fixture
def desk(open_desk, library):
    """A tailored passage, one word for word, and one of own words."""
    response = a_response(a_section(MINE, AS_IT_IS, heading="Money"), a_section(OWN), to=REPORT)
    return open_desk(with_real_revisions(library, response))


def kind(desk, passage):
    mark = desk.sheet.edit.mark_of(passage.id)
    return mark.kind if mark is not None else None


def becomes(desk, passage, wanted):
    return lambda: kind(desk, passage) is wanted


def click_mark(qtbot, desk, passage):
    """With the mouse, on the sign in the margin."""
    sheet = desk.sheet.edit.sheet
    qtbot.waitUntil(lambda: desk.sheet.edit.mark_of(passage.id) is not None)
    shown = next(each for each in sheet.shown() if each.passage == passage.id)
    at = QPoint(desk.sheet.edit.lines.text_left - 18, round(shown.top) + 8)
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=at)
    return the_card(desk)


def the_card(desk):
    return next(each for each in desk.findChildren(SourceCard) if each.isVisible())


def press(qtbot, card, do):
    qtbot.mouseClick(card.buttons[do], Qt.MouseButton.LeftButton)


def said(desk, passage):
    return desk.sheet.edit.passage_text(passage.id).plain


def use(desk, passage):
    return desk.sheet.edit.ties(passage.id).use


def reword(library, position, words):
    stored = library.position(position.id)
    wording = a_wording(words, title=stored.current.title)
    positions.save(
        library,
        type(wording)(position=position.id, title=wording.title, text=wording.text),
        stored.facts,
        by="Tom",
    )
    positions.approve(library, position.id, by="The director")


def test_all_five_ways_to_stand_to_the_library_are_marked_in_words_and_shapes(qtbot, desk, library):
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.TAILORED))
    qtbot.waitUntil(becomes(desk, AS_IT_IS, MarkKind.VERBATIM))
    seen = {desk.sheet.edit.mark_of(each.id).words for each in (MINE, AS_IT_IS)}

    for act, wanted in (
        (lambda: positions.withdraw(library, EXPENSES.id, by="The director"), MarkKind.UNAPPROVED),
        (lambda: reword(library, EXPENSES, "Volunteers must be paid back."), MarkKind.NEWER),
        (lambda: positions.retire(library, EXPENSES.id, by="The director"), MarkKind.RETIRED),
    ):
        act()
        desk.in_hand.writer.look_again()
        qtbot.waitUntil(becomes(desk, AS_IT_IS, wanted))
        seen.add(desk.sheet.edit.mark_of(AS_IT_IS.id).words)

    assert len(seen) == 5


def test_a_click_on_a_mark_shows_the_source_with_what_differs(qtbot, desk):
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.TAILORED))

    card = click_mark(qtbot, desk, MINE)

    assert card.differences.toPlainText() == "Three years of funding let a small charityus plan."
    assert card.sentence == "Library text, tailored. Here: 1 word added, 3 words removed."
    assert [do for do, button in card.buttons.items() if button.isEnabled()] == [
        Do.OPEN, Do.BACK, Do.KEEP, Do.HAND_OVER, Do.CUT,
    ]  # fmt: skip
    card.reject()


def test_back_to_the_librarys_words_is_one_step(qtbot, desk, workplace):
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.TAILORED))

    press(qtbot, click_mark(qtbot, desk, MINE), Do.BACK)
    after = said(desk, MINE)
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.VERBATIM))
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Z, CTRL)

    assert after == FUNDING.current.text.plain
    assert said(desk, MINE) == MINE.text.plain
    assert not workplace.history.stack_of(desk.in_hand.id).canUndo()


@pytest.mark.long
def test_what_is_word_for_word_offers_nothing_to_go_back_to(qtbot, desk):
    qtbot.waitUntil(becomes(desk, AS_IT_IS, MarkKind.VERBATIM))

    card = click_mark(qtbot, desk, AS_IT_IS)

    assert not card.buttons[Do.BACK].isEnabled()
    assert not card.buttons[Do.HAND_OVER].isEnabled()
    assert card.sentence == "Library text, word for word."
    card.reject()


def test_a_newer_wording_can_be_taken_or_left(qtbot, desk, library, workplace):
    reword(library, FUNDING, "Five years of funding let a small charity plan.")
    desk.in_hand.writer.look_again()
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.NEWER))
    pinned = use(desk, MINE)

    press(qtbot, click_mark(qtbot, desk, MINE), Do.KEEP)
    kept = (said(desk, MINE), use(desk, MINE))
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.TAILORED))
    workplace.history.undo()
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.NEWER))
    before = use(desk, MINE)
    press(qtbot, click_mark(qtbot, desk, MINE), Do.BACK)

    assert kept == (MINE.text.plain, type(pinned)(position=FUNDING.id, revision=newest(library, FUNDING).id))
    assert before == pinned
    assert said(desk, MINE) == "Five years of funding let a small charity plan."


def newest(library, position):
    return library.position(position.id).newest


def test_her_words_become_the_librarys_new_draft_and_undo_takes_both_back(qtbot, desk, library, workplace):
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.TAILORED))
    pinned = use(desk, MINE)

    press(qtbot, click_mark(qtbot, desk, MINE), Do.HAND_OVER)
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.UNAPPROVED))
    given = newest(library, FUNDING)
    tied = use(desk, MINE)
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Z, CTRL)

    assert given.text == MINE.text
    assert given.approval is None
    assert tied.revision == given.id
    assert library.position(FUNDING.id).current.text == FUNDING.current.text
    assert newest(library, FUNDING).text == FUNDING.current.text
    assert use(desk, MINE) == pinned
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.TAILORED))
    workplace.history.redo()
    assert newest(library, FUNDING).text == MINE.text


def test_a_tie_that_is_cut_leaves_own_words(qtbot, desk, workplace):
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.TAILORED))

    press(qtbot, click_mark(qtbot, desk, MINE), Do.CUT)
    cut = desk.sheet.edit.ties(MINE.id)
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.OWN))
    workplace.history.undo()

    assert (cut.use, cut.answers) == (None, (FUND.id,))
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.TAILORED))


def test_the_source_opens_and_acts_by_keyboard_alone(qtbot, desk):
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.TAILORED))
    desk.sheet.edit.setFocus()
    desk.sheet.edit.scroll_to_passage(MINE.id)

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_M, CTRL)
    card = the_card(desk)
    for _ in range(5):
        if card.focusWidget() is not card.buttons[Do.BACK]:
            qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Space)

    assert said(desk, MINE) == FUNDING.current.text.plain
    assert desk.sheet.edit.hasFocus()


@pytest.mark.long
def test_escape_leaves_all_as_it_is(qtbot, desk, workplace):
    desk.sheet.edit.setFocus()
    desk.sheet.edit.scroll_to_passage(MINE.id)
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_M, CTRL)

    qtbot.keyClick(the_card(desk).focusWidget(), Qt.Key.Key_Escape)

    assert [each for each in desk.findChildren(SourceCard) if each.isVisible()] == []
    assert said(desk, MINE) == MINE.text.plain
    assert not workplace.history.stack_of(desk.in_hand.id).canUndo()


def test_own_words_offer_to_become_a_position(qtbot, desk):
    qtbot.waitUntil(lambda: desk.sheet.edit.mark_of(OWN.id) is not None)

    card = click_mark(qtbot, desk, OWN)

    assert list(card.buttons) == [Do.ADD, Do.KEEP]
    assert card.sentence == "Own words: the library does not have them."
    card.reject()


@pytest.mark.long
def test_the_position_opens_in_the_library(qtbot, desk):
    card = click_mark(qtbot, desk, MINE)

    with qtbot.waitSignal(desk.position_wanted) as told:
        press(qtbot, card, Do.OPEN)

    assert told.args == [FUNDING.id]


@pytest.mark.long
def test_words_of_what_has_left_the_library_can_still_be_had_back(qtbot, desk, library):
    positions.delete(library, (FUNDING.id,), by="The director")
    desk.in_hand.writer.look_again()
    qtbot.waitUntil(becomes(desk, MINE, MarkKind.RETIRED))

    card = click_mark(qtbot, desk, MINE)
    able = [do for do, button in card.buttons.items() if button.isEnabled()]
    press(qtbot, card, Do.BACK)

    assert able == [Do.BACK, Do.KEEP, Do.CUT]
    assert said(desk, MINE) == FUNDING.current.text.plain


@pytest.mark.long
def test_the_card_stays_on_the_screen(qtbot, desk):
    card = click_mark(qtbot, desk, OWN)

    frame = 4  # what the platform without a screen draws round a window
    room = QApplication.primaryScreen().availableGeometry().adjusted(0, 0, frame, frame)
    assert room.contains(card.geometry())
    card.reject()
