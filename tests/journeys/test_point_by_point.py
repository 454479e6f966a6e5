"""From a report that was read to a draft that answers it, point by point, through the window."""

import pytest
from PySide6.QtCore import Qt

from drafter.domain.coverage import coverage
from drafter.domain.records.responses import Shape
from drafter.domain.records.stances import Stance
from drafter.services.answering import new_response, report_of, response_of
from drafter.ui.models.recommendations import COVERED
from tests.builders import OFFICER


@pytest.fixture
def begun(library, sample_response):
    """A response to the sample's report that has just been started."""
    report = library.response(sample_response).head.report
    return response_of(new_response(library, report=report, shape=Shape.POINT_BY_POINT, by=OFFICER))


@pytest.fixture
def desk(window, begun):
    window.open_response(begun)
    return window.screen_named("desk")


def choose(qtbot, desk, label):
    """Click a recommendation in the list."""
    model = desk.recommendations.model
    row = next(
        row
        for row in range(model.rowCount())
        if (each := model.covered(row)) and each.recommendation.label == label
    )
    desk.recommendations.list.scrollTo(model.index(row))
    box = desk.recommendations.list.visualRect(model.index(row))
    qtbot.mouseClick(desk.recommendations.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    return model.covered(row).recommendation


def has_suggestions_for(desk, recommendation):
    def look():
        assert desk.library.model.rowCount() > 0
        assert desk.library._for.whole == f"For {recommendation.name}"

    return look


def test_a_first_draft_by_keys(qtbot, desk, library, begun):
    first = choose(qtbot, desk, "1")
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_3)
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_Down)
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_1)
    stored = library.response(begun)
    second = desk.in_hand.facts.recommendations[1]
    assert (stored.stance_on(first.id).stance, stored.stance_on(second.id).stance) == (
        Stance.GO_FURTHER,
        Stance.WELCOME,
    )

    choose(qtbot, desk, "1")
    qtbot.waitUntil(has_suggestions_for(desk, first))
    wanted = desk.library.model.cards[0]
    desk.library.list.setFocus()
    qtbot.keyClick(desk.library.list, Qt.Key.Key_Return)
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.sheet.edit.hasFocus()
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    own = next(each for each in desk.in_hand.facts.response.passages if each.answers == (second.id,))
    choose(qtbot, desk, "2")
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "We would begin this winter.")

    def saved():
        passages = {each.id: each for each in library.response(begun).passages}
        assert passages[own.id].text.plain == "We would begin this winter."

    qtbot.waitUntil(saved, timeout=3000)
    uses = [each for each in library.response(begun).passages if each.use is not None]
    assert [each.use.position for each in uses] == [wanted.id]
    assert [each.answers for each in uses] == [(first.id,)]
    covered = coverage(library.response(begun), report_of(library, library.response(begun).head))
    assert covered.answered == 2
    assert desk.strip.sentence.whole == "2 of 20 answered, 18 without a stance"


def test_undo_goes_back_through_text_and_stances_in_their_order(qtbot, desk, library, begun):
    first = choose(qtbot, desk, "1")
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_1)
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "Yes.")

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Yes." not in desk.sheet.edit.toPlainText()
    assert library.response(begun).stance_on(first.id).stance is Stance.WELCOME

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert library.response(begun).stance_on(first.id).stance is Stance.UNDECIDED

    for _ in range(2):
        qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert library.response(begun).stance_on(first.id).stance is Stance.WELCOME
    qtbot.waitUntil(lambda: any(each.text.plain == "Yes." for each in library.response(begun).passages))


def test_what_was_written_is_there_when_it_is_opened_again(qtbot, window, desk, sample_response, begun):
    choose(qtbot, desk, "3")
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "This is the one to carry out first.")
    window.open_response(sample_response)
    assert "carry out first" not in desk.sheet.edit.toPlainText()[:200]

    window.open_response(begun)

    assert "This is the one to carry out first." in desk.sheet.edit.toPlainText()


def test_the_list_follows_the_cursor_and_the_draft_the_list(qtbot, window, desk, sample_response):
    window.open_response(sample_response)
    wanted = choose(qtbot, desk, "5")
    ties = desk.sheet.edit.ties(desk.sheet.edit.current_passage())
    assert wanted.id in ties.answers

    eighth = desk.in_hand.facts.recommendations[7]
    place = next(each for each in desk.in_hand.facts.response.passages if eighth.id in each.answers)
    desk.sheet.edit.setFocus()
    desk.sheet.edit.scroll_to_passage(place.id)

    assert desk.recommendations.current == eighth.id
    assert desk.sheet.edit.hasFocus()


def test_several_take_one_stance(qtbot, desk, library, begun):
    choose(qtbot, desk, "1")
    for _ in range(2):
        qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_5)

    stances = [each.stance for each in library.response(begun).stances]
    assert stances == [Stance.OPPOSE] * 3
    shown = desk.recommendations.list.currentIndex().data(COVERED)
    assert shown.stance is Stance.OPPOSE


def test_leaving_the_desk_saves_at_once(qtbot, window, desk, library, begun):
    choose(qtbot, desk, "1")
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "Safe.")

    window.show_home()

    assert any(each.text.plain == "Safe." for each in library.response(begun).passages)
