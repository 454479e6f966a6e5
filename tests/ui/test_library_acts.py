"""What is done in the library by keys alone, with undo and redo of each; see also test_library_words.py."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.positions import Status
from drafter.domain.richtext import plain_text
from drafter.services import answering
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.dialogs.standing import ApproveDialog, RetireDialog
from drafter.ui.panes import library_actions as names
from drafter.ui.rail import Rail
from drafter.ui.text.format_bar import FormatBar
from tests.builders import OFFICER, a_report
from tests.places import a_window_with
from tests.ui.library_steps import (
    CONTROL,
    back,
    bring_three,
    go_to,
    listed,
    press,
    press_action,
    the,
    undone_and_done_again,
)


@pytest.fixture
def positions(library):
    return bring_three(library)


@pytest.fixture
def window(qtbot, workplace, positions):
    assert positions
    return a_window_with(qtbot, workplace, "library")


@pytest.fixture
def pane(window):
    return window.screen_named("library")


@pytest.fixture
def fares(library, positions):
    """Reads the position anew at each call."""
    return lambda: library.position(positions["Fares"])


def test_the_search_field_is_where_she_begins(pane):
    assert pane._list.search.hasFocus()


@pytest.mark.usefixtures("positions")
def test_she_begins_in_the_search_field_also_when_she_comes_from_elsewhere(qtbot, workplace):
    window = a_window_with(qtbot, workplace, "home", "library")

    press(qtbot, Qt.Key.Key_4, CONTROL)

    assert window.current == "library"
    assert window.screen_named("library")._list.search.hasFocus()


def test_the_screens_keys_work_from_the_rail_too(qtbot, window, pane):
    rail = window.findChild(Rail)
    rail.button("library").setFocus()

    press(qtbot, Qt.Key.Key_F, CONTROL)

    assert pane._list.search.hasFocus()


def test_approving_withdrawing_and_reviewing(qtbot, window, pane, positions):
    for title, name in (("Trees", names.APPROVE), ("Fares", names.WITHDRAW), ("Halls", names.REVIEWED)):

        def look(title=title):
            stored = window.workplace.library.position(positions[title])
            return stored.status, stored.reviewed is not None, stored.facts.review_by

        before = look()
        go_to(qtbot, window, pane, title)
        press_action(qtbot, window, name)

        undone_and_done_again(qtbot, look, before)


def test_words_that_were_just_written_are_approved_at_once(qtbot, window, pane, fares):
    go_to(qtbot, window, pane, "Fares")
    assert not window.workplace.actions[names.APPROVE].isEnabled()
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "More ")
    press_action(qtbot, window, names.APPROVE)

    assert fares().current.text.plain == "More Words on fares."
    assert fares().current.approval.by == OFFICER.name


def test_an_approval_takes_a_note(qtbot, window, pane, library, positions):
    go_to(qtbot, window, pane, "Trees")
    press_action(qtbot, window, names.APPROVE_NOTE)
    dialog = the(qtbot, pane, ApproveDialog)
    qtbot.keyClicks(dialog.note, "Board, 3 May")
    press(qtbot, Qt.Key.Key_Return)

    assert library.position(positions["Trees"]).current.approval.note == "Board, 3 May"
    assert "Board, 3 May." in pane._editor._standing_words.text()


def test_one_is_retired_with_what_replaces_it_and_brought_back(qtbot, window, pane, fares, positions):
    go_to(qtbot, window, pane, "Fares")
    press_action(qtbot, window, names.RETIRE)
    dialog = the(qtbot, pane, RetireDialog)
    qtbot.keyClicks(dialog.replaced_by, "nothing such")
    assert not dialog.yes.isEnabled()
    qtbot.waitUntil(lambda: dialog.note.height() >= dialog.note.sizeHint().height())
    dialog.replaced_by.clear()
    qtbot.keyClicks(dialog.replaced_by, "hall")
    qtbot.waitUntil(dialog.replaced_by.completer().popup().isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(dialog.replaced_by.completer().popup(), key)
    qtbot.keyClicks(dialog.note, "Settled")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert (fares().status, fares().facts.replaced_by) == (Status.RETIRED, positions["Halls"])
    assert pane._editor._standing_words.text().endswith(": Settled. “Halls” replaces it.")

    back(qtbot, window)
    pane._list.view.setFocus()
    undone_and_done_again(qtbot, lambda: fares().status, Status.APPROVED)
    press_action(qtbot, window, names.RETIRE)
    assert fares().status is Status.APPROVED


def test_del_in_the_list_puts_one_into_the_bin_and_goes_to_the_next(qtbot, pane, fares):
    pane._list.view.setFocus()
    pane._list.view.setCurrentIndex(pane._list._model.index(0))
    press(qtbot, Qt.Key.Key_Delete)
    assert listed(pane) == ["Halls", "Trees"]
    assert pane._editor.position.newest.title == "Halls"

    undone_and_done_again(qtbot, lambda: fares().deletion is not None, False)


def test_what_is_in_the_bin_is_there_to_read_and_comes_back(qtbot, window, pane, fares):
    go_to(qtbot, window, pane, "Fares")
    press_action(qtbot, window, names.DELETE)
    press_action(qtbot, window, names.BIN)
    pane._list.search.clear()
    assert listed(pane) == ["Fares"]
    pane._list.search.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert pane._editor.isVisible()
    assert pane._editor.title.isReadOnly()
    assert pane._editor.text.isReadOnly()

    press_action(qtbot, window, names.RECOVER)

    assert fares().deletion is None
    assert not pane._editor.isVisible()
    press_action(qtbot, window, names.BIN)
    assert "Fares" in listed(pane)


def test_an_old_wording_comes_back_by_keys(qtbot, window, pane, fares):
    go_to(qtbot, window, pane, "Fares")
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "Wrong ")
    press_action(qtbot, window, names.HISTORY)
    dialog = the(qtbot, pane, RevisionsDialog)
    assert "Wrong" in dialog.differences.toPlainText()
    assert not dialog.bring.isEnabled()
    press(qtbot, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)  # Qt clicks a moment later
    qtbot.waitUntil(lambda: fares().newest.text.plain == "Words on fares.")

    back(qtbot, window)
    pane._list.view.setFocus()
    undone_and_done_again(qtbot, lambda: fares().newest.text.plain, "Wrong Words on fares.")


def test_any_two_wordings_are_compared_by_keys(qtbot, window, pane, library, fares):
    for words in ("One.", "Two.", "Three."):
        before = fares().newest.wording
        library.apply(Change.of("Edit", changed(before, replace(before, text=plain_text(words)))))
    go_to(qtbot, window, pane, "Fares")
    press_action(qtbot, window, names.HISTORY)
    dialog = the(qtbot, pane, RevisionsDialog)
    press(qtbot, Qt.Key.Key_Down)  # the second newest
    dialog.other.setFocus()
    press(qtbot, Qt.Key.Key_End)  # with the very first

    shown = dialog.differences.toPlainText()
    assert ("Two." in shown, "Words on fares." in shown) == (True, True)
    assert "Three." not in shown
    press(qtbot, Qt.Key.Key_Escape)
    back(qtbot, window)


def test_a_new_one_is_undone_and_done_again(qtbot, window, pane, library):
    press_action(qtbot, window, names.NEW)
    pane._list.view.setFocus()

    undone_and_done_again(qtbot, lambda: len(library.entries()), 3)


def test_facets_are_ticked_by_keys_and_stay_ticked_where_nothing_fits(qtbot, pane):
    tree = pane._tree
    qtbot.waitUntil(lambda: ("Theme", "Buildings") in tree._leaves)
    tree.setFocus()
    tree.setCurrentItem(tree._leaves["Theme", "Buildings"])
    press(qtbot, Qt.Key.Key_Space)
    assert listed(pane) == ["Halls"]
    assert tree.currentItem() is tree._leaves["Theme", "Buildings"]

    qtbot.keyClicks(pane._list.search, "fares")
    qtbot.waitUntil(pane._list._nothing.isVisible)
    assert [each.name for each in tree.chosen] == ["Buildings"]
    qtbot.mouseClick(pane._list._nothing.buttons[0], Qt.MouseButton.LeftButton)
    assert listed(pane) == ["Fares", "Halls", "Trees"]


def test_where_it_was_used_leads_to_the_response(qtbot, window, pane, library, positions):
    report = a_report("Fund it.")
    library.apply(Change.of("Keep", added(report)))
    response = answering.response_of(
        answering.new_response(library, report=report.id, title="Ours", by=OFFICER)
    )
    first, *rest = library.response(response).sections
    passage = answering.passage_from(library, response, positions["Fares"])
    answering.save_text(library, response, (replace(first, passages=(passage,)), *rest))
    pane.response_opened.disconnect()  # there is no desk in this window
    go_to(qtbot, window, pane, "Fares")
    [link] = pane._editor.uses.links
    assert link.text() == "Ours"
    assert "in the draft now" in link.accessibleName()

    link.setFocus()
    with qtbot.waitSignal(pane.response_opened) as opened:
        press(qtbot, Qt.Key.Key_Space)

    assert opened.args == [response]


def test_what_changes_while_she_is_elsewhere_is_there_when_she_comes_back(
    qtbot, window, pane, library, fares
):
    go_to(qtbot, window, pane, "Fares")
    pane.hide()
    before = fares().newest.wording
    after = replace(before, title="Fares and meals")
    window.workplace.history.do(lambda: library.apply(Change.of("Edit", changed(before, after))))
    pane.show()
    pane.shown()

    assert pane._editor.title.text() == "Fares and meals"


def test_no_key_of_the_screen_is_taken_twice(window):
    actions = window.workplace.actions
    own = [row for row in actions.rows if not row.is_editors]  # those name the keys of the bar
    keys = [key.toString() for row in own for key in actions[row.name].shortcuts()]
    keys += [key.toString() for act in window.findChild(FormatBar).acts.values() for key in act.shortcuts()]

    assert sorted(keys) == sorted(set(keys))


def test_every_letter_of_the_library_menu_is_marked_once():
    letters = [row.text[row.text.index("&") + 1].casefold() for row in names.LIBRARY_ACTIONS]

    assert len(letters) == len(set(letters))


def test_a_click_on_the_words_of_a_facet_its_count_or_its_box_ticks_it_once(qtbot, pane):
    tree = pane._tree
    qtbot.waitUntil(lambda: ("Theme", "Buildings") in tree._leaves)

    def click(at):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def middle(column):
        return tree.visualRect(tree.indexFromItem(tree._leaves["Theme", "Buildings"], column)).center()

    click(middle(0))
    assert listed(pane) == ["Halls"]
    click(middle(1))
    assert listed(pane) == ["Fares", "Halls", "Trees"]
    assert tree.currentItem() is tree._leaves["Theme", "Buildings"]
    tree.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert listed(pane) == ["Halls"]
    row = tree.visualItemRect(tree._leaves["Theme", "Buildings"])
    click(QPoint(row.left() + 9, row.center().y()))
    assert listed(pane) == ["Fares", "Halls", "Trees"]
