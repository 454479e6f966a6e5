"""Home offers the report that she was correcting, to go on with or to forget."""

import hashlib
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.services import working
from tests.builders import a_report
from tests.places import a_window_with
from tests.ui.reader.steps import CONTROL, PASTED, SENTENCES, SHIFT, choose, is_open, labels, texts


@pytest.fixture
def window(qtbot, workplace):
    return a_window_with(qtbot, workplace, "home", "report")


@pytest.fixture
def home(window):
    return window.screen_named("home")


def click(qtbot, button):
    QApplication.sendPostedEvents()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def left(qtbot, window, home, reading):
    """She has accepted one of the pasted report and dropped one, and goes Home at once."""
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_A)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    window.show_home()
    return home.left


def anew(qtbot, workplace):
    """The program after it ended without a word."""
    made = a_window_with(qtbot, workplace, "home", "report")
    return made, made.screen_named("home"), made.screen_named("report")


@pytest.mark.usefixtures("left")
def test_pasted_text_is_gone_on_with_after_a_crash_with_its_document(qtbot, workplace):
    _window, home, pane = anew(qtbot, workplace)
    click(qtbot, home.left.lines[0].go_on)
    qtbot.waitUntil(is_open(pane, 3))

    assert labels(pane) == ["1", "3", "4"]
    assert pane.document.plain.toPlainText().count(SENTENCES[1]) == 1
    assert pane._hand.accepted == {pane.panel.found[0].id}
    assert pane.panel.row == 1  # where she was


def test_she_goes_on_at_the_item_where_she_left_it(qtbot, workplace, window, home, pane, left):
    click(qtbot, left.lines[0].go_on)
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_End)
    window.show_home()

    window, home, pane = anew(qtbot, workplace)
    click(qtbot, home.left.lines[0].go_on)
    qtbot.waitUntil(is_open(pane, 3))
    assert pane.panel.row == 2

    choose(qtbot, pane, 0)
    window.close()
    _window, home, pane = anew(qtbot, workplace)
    click(qtbot, home.left.lines[0].go_on)
    qtbot.waitUntil(is_open(pane, 3))
    assert pane.panel.row == 0  # which she has accepted


@pytest.mark.usefixtures("reading")
def test_pasted_text_that_she_did_not_touch_is_there_again_too(qtbot, workplace, window):
    window.close()
    _window, home, pane = anew(qtbot, workplace)
    [line] = home.left.lines
    assert line.accessibleName() == "You pasted “Recommendations”, 4 in the list"
    assert line.forget.accessibleName() == "Forget the text of “Recommendations”"

    click(qtbot, line.go_on)
    qtbot.waitUntil(is_open(pane, 4))

    assert texts(pane) == list(SENTENCES)
    assert SENTENCES[3] in pane.document.plain.toPlainText()


def test_home_says_what_she_was_correcting_and_its_key_brings_it_up_as_it_was(
    qtbot, window, home, pane, left
):
    [line] = left.lines
    qtbot.keyClick(home, Qt.Key.Key_J, CONTROL)

    assert line.accessibleName() == "You were correcting “Recommendations”, 1 of 3 looked at"
    assert line.go_on.accessibleName() == "Go on correcting “Recommendations”"
    assert "Ctrl+J" in line.go_on.toolTip()
    assert window.current == "report"
    assert pane._hand.stack.canUndo()
    assert labels(pane) == ["1", "3", "4"]


def left_from(library, path, *, fingerprint=""):
    """A list of three that she was correcting when the program ended, read from this file."""
    report = replace(
        a_report(*SENTENCES[1:], title="Giving"),
        source=path.name,
        fingerprint=fingerprint or hashlib.sha256(path.read_bytes()).hexdigest(),
    )
    working.keep_in_hand(library, report, read_from=path)


def a_text_file(folder):
    path = folder / "report.txt"
    path.write_text(PASTED)
    return path


def test_a_file_is_opened_again(qtbot, window, home, pane, library, tmp_path):
    left_from(library, a_text_file(tmp_path))
    window.show_home()

    click(qtbot, home.left.lines[0].go_on)
    qtbot.waitUntil(is_open(pane, 3), timeout=20_000)

    assert texts(pane) == list(SENTENCES[1:])
    assert SENTENCES[0] in pane.document.plain.toPlainText()


def test_where_the_file_has_gone_the_list_is_there_and_that_is_said(qtbot, window, told, library, tmp_path):
    left_from(library, tmp_path / "report.txt", fingerprint="f" * 64)
    window.show_home()

    qtbot.keyClick(window.screen_named("home"), Qt.Key.Key_J, CONTROL)
    pane = window.screen_named("report")

    assert texts(pane) == list(SENTENCES[1:])
    assert told[-1][1] == "“report.txt” is no longer where it was. Here is your list as you left it."
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_S, CONTROL)
    assert [len(each.recommendations) for each in library.reports()] == [3]


@pytest.mark.long
@pytest.mark.parametrize(
    "now",
    [
        ("Recommendation 1: The Government should wait.", "is another file by now"),
        ("", "cannot be read now"),
    ],
)
def test_where_the_file_is_not_what_it_was_the_list_is_hers(qtbot, window, told, library, tmp_path, now):
    content, said = now
    path = a_text_file(tmp_path)
    left_from(library, path)
    path.write_text(content)
    window.show_home()

    qtbot.keyClick(window.screen_named("home"), Qt.Key.Key_J, CONTROL)
    pane = window.screen_named("report")
    qtbot.waitUntil(is_open(pane, 3), timeout=20_000)

    assert texts(pane) == list(SENTENCES[1:])
    assert told[-1][1] == f"“report.txt” {said}. Here is your list as you left it."


def test_forgetting_closes_it_and_undo_brings_the_offer_back(qtbot, window, home, pane, left, told):
    click(qtbot, left.lines[0].forget)
    offered = list(left.lines)
    window.show_screen("report")
    open_then = pane.panel.isVisible()
    window.show_home()
    qtbot.keyClick(home, Qt.Key.Key_Z, CONTROL)

    assert (offered, open_then) == ([], False)
    assert told[0][1] == "Your corrections of “Recommendations” are forgotten."
    click(qtbot, left.lines[0].go_on)
    qtbot.waitUntil(is_open(pane, 3))
    assert labels(pane) == ["1", "3", "4"]


@pytest.mark.long
def test_corrections_that_are_brought_back_are_not_lost_to_the_text_that_was_opened_anew(
    qtbot, window, home, pane, left
):
    click(qtbot, left.lines[0].forget)
    window.read_text(PASTED)
    qtbot.waitUntil(is_open(pane, 4))
    window.show_home()
    qtbot.keyClick(home, Qt.Key.Key_Z, CONTROL)

    click(qtbot, left.lines[0].go_on)
    qtbot.waitUntil(is_open(pane, 3))
    assert labels(pane) == ["1", "3", "4"]


def test_it_is_forgotten_by_its_key_and_stays_so_when_the_window_closes(qtbot, window, home, left, library):
    qtbot.keyClick(home, Qt.Key.Key_J, CONTROL | SHIFT)
    window.close()

    assert not library.working_copies()
    assert not left.isVisible()


def test_the_offer_goes_when_she_keeps_the_report(qtbot, window, pane, left):
    click(qtbot, left.lines[0].go_on)
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_S, CONTROL)
    window.show_home()

    assert left.lines == []
    assert not window.workplace.actions["home.go_on"].isEnabled()


def test_a_report_whose_keeping_was_undone_is_offered_again(qtbot, window, home, reading):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    window.workplace.history.library_stack.undo()
    window.show_home()

    assert [line.left.standing for line in home.left.lines] == ["3 in the list"]


@pytest.mark.long
def test_several_are_all_there_the_newest_first(qtbot, window, pane, left):
    window.read_text(
        "Fares\nRecommendation 1: Ministers should pay.\nRecommendation 2: Ministers should count."
    )
    qtbot.waitUntil(is_open(pane, 2))
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_A)
    window.show_home()

    assert [line.left.title for line in left.lines] == ["Fares", "Recommendations"]
    left.lines[1].forget.setFocus()
    qtbot.keyClick(left.lines[1].forget, Qt.Key.Key_Space)
    assert [line.left.title for line in left.lines] == ["Fares"]
    assert left.lines[0].go_on.hasFocus()


@pytest.mark.long
def test_corrections_of_a_kept_report_are_offered_with_the_report(qtbot, workplace, window, reading):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    window.show_home()

    _window, home, pane = anew(qtbot, workplace)
    [line] = home.left.lines
    standing = line.left.standing
    click(qtbot, line.go_on)
    qtbot.waitUntil(is_open(pane, 3), timeout=20_000)

    assert standing == "3 in the list, corrections not saved"
    assert pane._hand.is_kept
    assert pane._hand.is_changed
