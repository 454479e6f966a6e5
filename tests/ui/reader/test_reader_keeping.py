"""What was corrected survives, comes into the library, and becomes a response."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drafter.domain.records.reports import PageText, RecommendationKind
from drafter.services import working
from drafter.services.importing import correct_report
from drafter.services.left_half_way import left_half_way
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_text import DocumentText
from tests.builders import a_recommendation
from tests.ui.reader.steps import (
    CONTROL,
    PASTED,
    SENTENCES,
    a_report_file,
    is_open,
    labels,
    texts,
    type_over,
    undo,
)

KEPT_MEANWHILE = "Corrections kept, not yet in the library"

# --- keeping and coming back


def test_what_was_corrected_is_there_again_on_opening_the_same_file(
    qtbot, window, pane, told, tmp_path, library
):
    path = a_report_file(tmp_path)
    window.read_report(path)
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_D)
    window.read_text(PASTED)
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)

    window.read_report(path)
    qtbot.waitUntil(is_open(pane, 3), timeout=20_000)

    assert labels(pane) == ["2", "3", "4"]
    assert library.reports() == ()
    assert told[-1][1] == "Here is your list as you left it."
    told[-1][2]()
    assert labels(pane) == ["1", "2", "3", "4"]


def test_corrections_that_were_all_undone_leave_nothing_in_hand(qtbot, window, pane, library, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(PASTED)
    window.read_report(path)
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_D)
    pane._hand.keep_if_due()
    assert len(left_half_way(library)) == 1
    undo(qtbot, pane.panel.view)

    qtbot.waitUntil(lambda: not library.working_copies())


def test_pasted_text_stays_in_hand_untouched_and_with_its_corrections_undone_until_it_is_kept(
    qtbot, reading, library
):
    reading._hand.keep_if_due()
    assert [each.is_untouched for each in left_half_way(library)] == [True]
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    undo(qtbot, reading.panel.view)
    reading._hand.keep_if_due()
    assert [each.standing for each in left_half_way(library)] == ["4 in the list"]

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    assert not library.working_copies()


def test_closing_the_window_keeps_what_was_typed_a_moment_before(qtbot, window, reading, library):
    type_over(qtbot, reading.panel.detail.text, "Fund it.")

    window.close()

    [copy] = [each for each in library.working_copies() if each.kind == working.REPORT]
    assert "Fund it." in copy.content


def test_a_title_that_is_still_being_typed_is_kept_too(qtbot, reading, library):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    type_over(qtbot, reading.panel.title, "The Giving Review")
    qtbot.keyClick(reading.panel.title, Qt.Key.Key_S, CONTROL)

    assert library.reports()[0].title == "The Giving Review"


def test_the_window_is_closed_while_a_report_is_being_read(window, pane, workplace, tmp_path):
    window.read_report(a_report_file(tmp_path))

    window.close()
    workplace.jobs.close()

    assert not workplace.jobs.running
    assert pane._hand.report is None


def test_pasted_text_that_was_kept_is_there_again(qtbot, window, reading, library):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    kept = library.reports()[0]
    window.open_report(kept.id)
    qtbot.waitUntil(lambda: SENTENCES[0] in reading.document.plain.toPlainText(), timeout=20_000)

    assert texts(reading) == list(SENTENCES)


def test_corrections_of_a_kept_report_are_one_change_that_can_be_undone(qtbot, window, reading, library):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    kept = library.reports()[0]
    keep = reading.panel._ways[0]
    assert not keep.isEnabled()

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    assert keep.isEnabled()
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    corrected = library.report(kept.id)
    window.workplace.history.library_stack.undo()

    assert len(corrected.recommendations) == 3
    assert library.report(kept.id) == kept
    assert texts(reading) == list(SENTENCES)
    assert not library.working_copies()


def test_keeping_is_undone_and_the_report_is_not_kept_any_more(qtbot, window, reading, library):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    window.workplace.history.library_stack.undo()
    gone = library.reports()
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)

    assert gone == ()
    assert len(library.reports()) == 1


def test_the_same_file_read_again_shows_what_was_kept_and_takes_corrections(
    qtbot, window, reading, library, told
):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    kept = library.reports()[0]
    window.read_text(PASTED)
    qtbot.waitUntil(lambda: "already" in told[-1][1], timeout=20_000)
    assert texts(reading) == list(SENTENCES[1:])

    told[-1][2]()
    qtbot.keyClick(reading.panel.offers.view, Qt.Key.Key_Return)
    assert texts(reading) == list(SENTENCES)
    assert reading.panel.view.hasFocus()
    assert [each.id for each in reading.panel.found[1:]] == [each.id for each in kept.recommendations]
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)

    [only] = library.reports()
    assert len(only.recommendations) == 4


def test_corrections_of_a_kept_report_that_were_not_saved_are_there_again(qtbot, window, reading, library):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    kept = library.reports()[0]
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)

    window.open_report(kept.id)

    assert texts(reading) == list(SENTENCES[1:])
    assert working.in_hand(library, kept) is not None


def test_an_idea_that_was_added_elsewhere_joins_the_corrections(qtbot, window, reading, library):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    kept = library.reports()[0]
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    idea = a_recommendation("A fund.", label="Fund", kind=RecommendationKind.IDEA)
    more = replace(kept, recommendations=(*kept.recommendations, idea))
    window.workplace.history.do(lambda: correct_report(library, more))

    assert texts(reading) == [*SENTENCES[1:], "A fund."]


@pytest.mark.parametrize("name", [names.START_POINTS, names.START_STATEMENT])
def test_a_response_is_started_on_a_report_that_is_kept_on_the_way(qtbot, reading, library, name):
    way = reading.panel._ways[2 if name == names.START_POINTS else 1]
    reading.response_opened.disconnect()  # there is no desk in this window
    with qtbot.waitSignal(reading.response_opened):
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)

    [head] = library.response_heads()
    assert head.report == library.reports()[0].id
    assert texts(reading) == list(SENTENCES)


def test_nothing_can_be_done_before_a_report_is_open(window, pane):
    assert pane._none.isVisible()
    assert [row.name for row in window.workplace.actions.choosable() if row.screen == "report"] == []


def test_after_keeping_by_a_click_the_keys_go_to_the_list(qtbot, reading):
    qtbot.mouseClick(reading.panel._keep, Qt.MouseButton.LeftButton)

    assert reading.panel.view.hasFocus()


def test_an_item_that_runs_over_the_page_is_shaded_to_its_end(qtbot):
    page = "Before it.\nMinisters should fund small charities for three years at\nleast and publish"
    item = a_recommendation(
        "Ministers should fund small charities for three years at least and publish each award they make."
    )
    shown = DocumentText()
    qtbot.addWidget(shown)
    shown.show_page(PageText(number=1, text=page))

    shown.mark((item,), item)

    [mark] = shown.extraSelections()
    assert mark.cursor.selectedText().replace("\u2029", "\n") == page[page.index("Ministers") :]


def test_what_was_accepted_stays_with_a_report_that_is_kept(qtbot, window, reading, library):
    for key in (Qt.Key.Key_A, Qt.Key.Key_A):
        qtbot.keyClick(reading.panel.view, key)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_A)  # once it is kept, too
    [kept] = library.reports()

    window.read_text("Recommendation 1: Ministers should pay.\nRecommendation 2: Ministers should count.")
    qtbot.waitUntil(is_open(reading, 2))
    window.open_report(kept.id)

    assert texts(reading) == list(SENTENCES)
    assert reading._hand.accepted == {each.id for each in reading.panel.found[:3]}
    assert not reading._hand.is_changed
    window.read_text(PASTED)
    qtbot.waitUntil(is_open(reading, 4))
    assert reading._hand.accepted == {each.id for each in reading.panel.found[:3]}


def test_the_foot_of_the_window_says_whether_what_she_corrects_is_in_the_library(qtbot, window, reading):
    view = reading.panel.view
    assert window.saved_words == "Not in the library yet"

    qtbot.keyClick(view, Qt.Key.Key_A)
    assert window.saved_words == KEPT_MEANWHILE
    qtbot.keyClick(view, Qt.Key.Key_S, CONTROL)
    assert window.saved_words == "Everything is saved"

    qtbot.keyClick(view, Qt.Key.Key_D)
    assert window.saved_words == KEPT_MEANWHILE
    undo(qtbot, view)
    assert window.saved_words == "Everything is saved"
