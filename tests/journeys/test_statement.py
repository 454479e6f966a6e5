"""From a report that was read to a statement about it, through the window."""

import pytest
from PySide6.QtCore import Qt

from drafter.domain.records.responses import ResponseState, Shape
from drafter.domain.records.stances import Stance
from drafter.services.answering import new_response, response_of
from tests.builders import OFFICER
from tests.journeys.test_point_by_point import choose, has_suggestions_for


@pytest.fixture
def begun(library, sample_response):
    """A statement on the sample's report that has just been started."""
    report = library.response(sample_response).head.report
    return response_of(new_response(library, report=report, shape=Shape.STATEMENT, by=OFFICER))


@pytest.fixture
def desk(window, begun):
    window.open_response(begun)
    return window.screen_named("desk")


def type_over(qtbot, field, words):
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, words)


def test_a_statement_from_headline_to_what_it_leaves_out(qtbot, window, desk, library, begun):
    type_over(qtbot, desk.sheet.head.headline, "What volunteers need")
    type_over(qtbot, desk.sheet.head.standfirst, "Three things could begin now.")
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "We welcome the review.")

    wanted = choose(qtbot, desk, "8")
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_1)
    qtbot.waitUntil(has_suggestions_for(desk, wanted))
    used = desk.library.model.cards[0]
    qtbot.mouseClick(desk.library.wording.insert, Qt.MouseButton.LeftButton)
    window.workplace.actions["desk.aside_rest"].trigger()

    def saved():
        stored = library.response(begun)
        assert (stored.head.title, stored.head.standfirst) == (
            "What volunteers need",
            "Three things could begin now.",
        )
        texts = [each.text.plain for each in stored.passages]
        assert texts[0] == "We welcome the review."
        assert [each.use.position for each in stored.passages if each.use is not None] == [used.id]

    qtbot.waitUntil(saved, timeout=3000)
    stored = library.response(begun)
    assert stored.stance_on(wanted.id).stance is Stance.WELCOME
    assert sum(each.set_aside for each in stored.stances) == 19
    assert desk.strip.sentence.whole == "1 of 20 answered, 19 not covered here"


def test_the_whole_of_it_can_be_undone(qtbot, window, desk, library, begun):
    before = library.response(begun)
    wanted = choose(qtbot, desk, "2")
    qtbot.waitUntil(has_suggestions_for(desk, wanted))
    desk.library.list.setFocus()
    qtbot.keyClick(desk.library.list, Qt.Key.Key_Return)
    window.workplace.actions["desk.aside_rest"].trigger()
    type_over(qtbot, desk.sheet.head.headline, "Another headline")
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, "Own words.")

    while window.workplace.history.group.canUndo():
        qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    window.show_home()
    after = library.response(begun)
    assert after.head == before.head
    assert [each.text for each in after.passages] == [each.text for each in before.passages]
    assert not any(each.set_aside for each in after.stances)
    assert desk.sheet.head.headline.words == before.head.title


def test_a_statement_without_a_report_is_written_from_the_search(qtbot, window, desk, library):
    window.start_statement()
    heads = library.response_heads()
    mine = next(each for each in heads if each.report is None)
    assert desk.in_hand.id == mine.id
    assert "answers no report" in desk.recommendations._none.text()

    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(desk.library.search, "expens")
    qtbot.waitUntil(lambda: "expens" in desk.library._for.whole and desk.library.model.rowCount() > 0)
    qtbot.keyClick(desk.library.search, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: any(each.use for each in library.response(mine.id).passages), timeout=3000)


def test_it_goes_out_for_comment_and_into_the_bin_and_back(qtbot, window, library, begun):
    window.open_response(begun)
    actions = window.workplace.actions
    actions["desk.state.out_for_comment"].trigger()
    assert library.response(begun).head.state is ResponseState.OUT_FOR_COMMENT
    assert actions["desk.state.out_for_comment"].isChecked()

    actions["desk.delete"].trigger()
    assert window.current == "home"
    assert library.response(begun).head.deleted
    qtbot.mouseClick(window.banner.offer, Qt.MouseButton.LeftButton)

    assert not library.response(begun).head.deleted
