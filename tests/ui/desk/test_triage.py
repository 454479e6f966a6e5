"""Triage on the desk: the list of recommendations, the keys of the stances, what is open."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from drafter.domain.coverage import coverage
from drafter.domain.records.responses import Shape
from drafter.domain.records.stances import Stance
from drafter.services.clock import today
from drafter.ui.models.findings import FindingsModel
from drafter.ui.models.recommendations import RecommendationsModel, Show
from drafter.ui.models.suggestions import SuggestionsModel
from drafter.ui.panes.desk_idea import IdeaDialog
from tests.builders import (
    A_RESPONSE,
    a_stance,
)
from tests.ui.desk.laid import FUND, PASS, PAY, REPORT, choose, rows_of_list, three_sections


def test_the_models_keep_to_the_rules_of_qt(qapp):  # noqa: ARG001 - models need it
    recommendations, cards, findings = RecommendationsModel(), SuggestionsModel(), FindingsModel()
    testers = [
        QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Warning)
        for each in (recommendations, cards, findings)
    ]

    recommendations.show_coverage(coverage(three_sections(), REPORT))
    recommendations.set_filter(Show.OPEN)
    recommendations.keep([PAY.id])
    recommendations.set_filter(Stance.OPPOSE)

    assert recommendations.row_of(PAY.id) == 1
    assert len(testers) == 3


def test_recommendations_stand_under_their_headings(open_desk):
    desk = open_desk(three_sections())

    assert rows_of_list(desk) == ["Money", "1", "People", "2", "3"]


def test_the_filter_lists_what_is_open_and_keeps_what_is_chosen(qtbot, open_desk):
    desk = open_desk(three_sections(stances=(a_stance(PAY),)))
    choose(qtbot, desk, PAY)

    desk.recommendations.filter.setCurrentIndex(1)
    desk.recommendations.filter.activated.emit(1)
    kept = rows_of_list(desk)
    choose(qtbot, desk, FUND)

    assert kept == ["Money", "1", "People", "2", "3"]
    qtbot.waitUntil(lambda: rows_of_list(desk) == ["Money", "1", "People", "2"])


def test_the_next_open_one_is_a_key_away(qtbot, open_desk):
    desk = open_desk(three_sections(stances=(a_stance(PAY), a_stance(FUND))))
    choose(qtbot, desk, PAY)

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_F8)

    assert desk.recommendations.current == FUND.id


def test_no_comment_asks_for_its_reason_and_the_reason_is_kept(qtbot, open_desk, library):
    desk = open_desk(three_sections())
    choose(qtbot, desk, PASS)

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_6)
    assert desk.recommendations.detail.reason.hasFocus()
    qtbot.keyClicks(desk.recommendations.detail.reason, "Outside our field.")
    choose(qtbot, desk, FUND)

    taken = library.response(A_RESPONSE).stance_on(PASS.id)
    assert (taken.stance, taken.reason) == (Stance.NO_COMMENT, "Outside our field.")
    assert desk.recommendations.detail.reason.words == ""


def test_the_private_note_is_kept_by_itself(qtbot, open_desk, library):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)

    qtbot.keyClicks(desk.recommendations.detail.note, "Ask the treasurer.")

    qtbot.waitUntil(lambda: library.response(A_RESPONSE).stance_on(FUND.id).note == "Ask the treasurer.")


def test_an_idea_named_by_hand_joins_the_list(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())

    workplace.actions["desk.idea"].trigger()
    dialog = desk.findChild(IdeaDialog)
    qtbot.keyClicks(dialog.words, "Trust the volunteers")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)

    last = library.report(REPORT.id).recommendations[-1]
    assert (last.label, last.text) == ("Idea 1", "Trust the volunteers")
    assert desk.recommendations.current == last.id


def test_what_a_statement_does_not_cover_is_turned_round_by_a_key(qtbot, open_desk, library):
    desk = open_desk(three_sections(Shape.STATEMENT))
    choose(qtbot, desk, FUND)

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_X)
    aside = library.response(A_RESPONSE).stance_on(FUND.id).set_aside
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_X)

    assert aside
    assert not library.response(A_RESPONSE).stance_on(FUND.id).set_aside


def test_another_shape_counts_otherwise(open_desk, library, workplace):
    desk = open_desk(three_sections())

    workplace.actions["desk.shape.statement"].trigger()

    assert library.response(A_RESPONSE).head.shape is Shape.STATEMENT
    assert desk.strip.sentence.whole == "1 of 3 answered, 2 not covered here"


def test_the_deadline_is_chosen_and_told(qtbot, open_desk, library):
    desk = open_desk(three_sections())
    desk.strip.deadline.setFocus()

    qtbot.keyClick(desk.strip.deadline, Qt.Key.Key_Up)
    qtbot.keyClick(desk.strip.deadline, Qt.Key.Key_Return)

    assert library.response(A_RESPONSE).head.deadline == today()
    assert desk.strip._when.text() == "due today"


def test_a_heading_narrows_the_list_beside_the_filter(qtbot, open_desk):
    desk = open_desk(three_sections(stances=(a_stance(PAY),)))
    left = desk.recommendations
    choose(qtbot, desk, PAY)
    left.heading.setFocus()

    qtbot.keyClick(left.heading, Qt.Key.Key_End)
    under_people = rows_of_list(desk)
    counted = left.filter.itemText(1)
    left.filter.setFocus()
    qtbot.keyClick(left.filter, Qt.Key.Key_Down)
    left.list.setFocus()
    qtbot.keyClick(left.list, Qt.Key.Key_Up)

    assert left.heading.currentText() == "People"
    assert under_people == ["People", "2", "3"]
    assert counted == "Unanswered (1)"
    qtbot.waitUntil(lambda: rows_of_list(desk) == ["People", "2"])


def test_one_that_the_heading_hides_is_shown_when_the_cursor_comes_into_its_answer(open_desk):
    desk = open_desk(three_sections())
    left = desk.recommendations
    left.heading.setCurrentIndex(1)
    left.heading.activated.emit(1)

    left.choose(PAY.id)

    assert left.current == PAY.id
    assert rows_of_list(desk) == ["Money", "1", "People", "2", "3"]


def test_one_key_takes_a_stance_on_several(qtbot, open_desk, library):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_5)

    stances = library.response(A_RESPONSE).stances
    assert [each.stance for each in stances] == [Stance.OPPOSE] * 3


def test_one_key_sets_aside_all_that_a_statement_does_not_mention(qtbot, open_desk, library):
    desk = open_desk(three_sections(Shape.STATEMENT))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_X, both)

    aside = [each.recommendation for each in library.response(A_RESPONSE).stances if each.set_aside]
    assert aside == [FUND.id, PASS.id]
    assert not any(each.recommendation is not None for each in desk.readiness.model.findings)


def test_no_comment_on_several_at_once_asks_for_their_reasons_too(qtbot, open_desk, workplace):
    desk = open_desk(three_sections())
    choose(qtbot, desk, FUND)
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    with qtbot.waitSignal(workplace.notices.said) as said:
        qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_6)

    assert said.args[1] == "“No comment” says why: give each of them its reason."


def test_enter_in_the_list_goes_to_the_answer_in_the_draft(qtbot, open_desk):
    desk = open_desk(three_sections())
    choose(qtbot, desk, PAY)

    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_Return)
    assert desk.sheet.edit.hasFocus()
    qtbot.keyClicks(desk.focusWidget(), "Yes. ")

    assert "Yes. We agree." in desk.sheet.edit.toPlainText()
