"""Another file of a report that is in the library: compared with it, and taken only when she says so."""

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt

from drafter.domain.errors import NothingToDo
from drafter.services.left_half_way import left_half_way
from tests.ui.reader.steps import (
    CONTROL,
    PASTED,
    a_report_file,
    is_open,
    said,
    type_over,
    undo,
)


@pytest.fixture
def other_file(qtbot, window, reading, kept, told, tmp_path):
    """The kept report has the title of this file, which is opened and compared with it."""
    type_over(qtbot, reading.panel.title, "A Review of Giving")
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    path = a_report_file(tmp_path)
    window.read_report(path)
    qtbot.waitUntil(said(told, "another file"), timeout=20_000)
    with suppress(NothingToDo):
        told[-1][2]()
    assert reading._hand.report.id == kept.id
    return path


def test_another_file_of_a_kept_report_takes_its_place_and_the_ids_stay(qtbot, window, kept, other_file):
    pane, library = window.screen_named("report"), window.workplace.library
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_S, CONTROL)

    [only] = library.reports()
    assert (only.id, only.source, only.pages) == (kept.id, other_file.name, 2)
    assert library.report_file(only.fingerprint)[0] == other_file.name
    assert [each.id for each in only.recommendations] == [each.id for each in kept.recommendations]


def test_looking_at_another_file_of_a_kept_report_changes_nothing(qtbot, window, library, kept, other_file):
    pane = window.screen_named("report")
    before = library.report(kept.id)
    assert before.source != other_file.name
    assert not library.working_copies()
    pane.response_opened.disconnect()  # there is no desk in this window

    with qtbot.waitSignal(pane.response_opened):
        qtbot.mouseClick(pane.panel.ways_on[2], Qt.MouseButton.LeftButton)
    window.read_text(PASTED.replace("charities", "clubs"))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)

    assert library.report(kept.id) == before
    assert not left_half_way(library)
    assert [head.report for head in library.response_heads()] == [kept.id]


@pytest.mark.long
def test_another_file_is_taken_by_the_button_that_says_so_and_that_is_undone(
    qtbot, window, library, kept, told, other_file
):
    pane, before = window.screen_named("report"), library.report(kept.id)
    keep = pane.panel.ways_on[0]
    assert (
        told[-1][1] == "Your list is the same as in this file. The library goes on with the one that it has."
    )
    assert keep.text() == "Take this file"
    assert pane.panel.view.hasFocus()

    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert f"is read from {other_file.name} now" in told[-1][1]
    assert (keep.text(), keep.isEnabled()) == ("Save corrections", False)
    assert library.report(kept.id).source == other_file.name

    window.workplace.history.library_stack.undo()
    assert library.report(kept.id) == before


def test_text_that_was_pasted_and_compared_with_what_is_kept_is_not_lost(qtbot, window, reading, kept, told):
    window.read_text(PASTED.replace("charities", "clubs"))
    qtbot.waitUntil(said(told, "another file or text"))
    told[-1][2]()
    assert reading._hand.report.id == kept.id

    reading._hand.keep_if_due()
    [left] = left_half_way(window.workplace.library)

    assert not left.is_kept
    assert window.workplace.library.report(kept.id) == kept


@pytest.mark.long
@pytest.mark.usefixtures("other_file")
def test_what_was_taken_from_another_file_and_undone_leaves_the_one_before(qtbot, window, library):
    pane = window.screen_named("report")
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_D)
    pane._hand.keep_if_due()
    assert len(left_half_way(library)) == 1
    assert pane.panel.ways_on[0].text() == "Save corrections"

    undo(qtbot, pane.panel.view)

    pane._hand.keep_if_due()
    assert not left_half_way(library)
    assert pane.panel.ways_on[0].text() == "Take this file"


@pytest.mark.usefixtures("kept")
def test_no_comparison_is_offered_that_would_leave_her_corrections_behind(qtbot, window, reading, told):
    window.read_text(PASTED.replace("charities", "clubs"))
    qtbot.waitUntil(said(told, "another file"))
    assert window.banner.isVisible()

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)

    assert not window.banner.isVisible()


def test_another_file_that_was_begun_is_there_again(qtbot, window, kept, other_file):
    pane = window.screen_named("report")
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_D)
    window.read_text(PASTED.replace("charities", "clubs"))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)

    window.read_report(other_file)
    qtbot.waitUntil(is_open(pane, 3), timeout=20_000)

    assert pane._hand.report.id == kept.id
    assert pane._hand.is_kept
