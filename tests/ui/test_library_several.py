"""What is done to all that are selected, and emptying the bin: by keys and by clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from drafter.domain.records.positions import Kind, Status
from drafter.services.positions import default_review, delete
from drafter.ui import history, turning
from drafter.ui.dialogs.empty_bin import EmptyBinDialog
from drafter.ui.dialogs.several import SeveralDialog
from drafter.ui.dialogs.wait import WaitDialog
from drafter.ui.panes import library_actions as names
from tests.builders import a_change_of, a_position
from tests.places import a_window_with
from tests.ui.library_steps import CONTROL, back, listed, press, press_action, the, undone_and_done_again

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def positions(library):
    made = [
        a_position(f"On {title}.", title=title, named=title, themes=("Old",), owner="Ann")
        for title in ("Fares", "Halls", "Maps", "Trees")
    ]
    library.apply(a_change_of(*made))
    return {each.current.title: each.id for each in made}


@pytest.fixture
def window(qtbot, workplace, positions):
    assert positions
    return a_window_with(qtbot, workplace, "library")


@pytest.fixture
def pane(window):
    return window.screen_named("library")


@pytest.fixture
def look(library, positions):
    """Themes, owner and status of each, by title."""

    def read():
        stored = {title: library.position(each) for title, each in positions.items()}
        return {title: (*each.facts.themes, each.facts.owner, each.status) for title, each in stored.items()}

    return read


def select_two(qtbot, pane):
    """Halls and Maps, by keys."""
    pane._list.view.setFocus()
    pane._list.view.setCurrentIndex(pane._list._model.index(1))
    press(qtbot, Qt.Key.Key_Down, SHIFT)


def delete_owners(qtbot, window, pane):
    """Of all of them, by keys and clicks."""
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    press_action(qtbot, window, names.SEVERAL)
    dialog = the(qtbot, pane, SeveralDialog)
    qtbot.mouseClick(dialog.no_owner, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def test_themes_owner_status_and_review_date_of_several_change_by_keys_as_one_step(
    qtbot, window, pane, library, positions, look
):
    before = look()
    select_two(qtbot, pane)
    press_action(qtbot, window, names.SEVERAL)
    dialog = the(qtbot, pane, SeveralDialog)
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(dialog.add_themes, "New, Newer")
    qtbot.keyClicks(dialog.drop_themes, "old")
    qtbot.keyClicks(dialog.owner, "Bea")
    dialog.status.setFocus()
    press(qtbot, Qt.Key.Key_A)
    dialog.review.setFocus()
    press(qtbot, Qt.Key.Key_C)
    dialog.owner.setFocus()
    press(qtbot, Qt.Key.Key_Return)

    after = look()
    assert library.position(positions["Maps"]).facts.review_by == default_review(Kind.POSITION)
    assert {title for title in after if after[title] != before[title]} == {"Halls", "Maps"}
    assert after["Halls"] == ("New", "Newer", "Bea", Status.APPROVED)
    back(qtbot, window)
    pane._list.view.setFocus()
    undone_and_done_again(qtbot, look, before)


def test_it_is_offered_while_something_is_selected_and_not_in_the_bin(window, pane, library, positions):
    act = window.workplace.actions[names.SEVERAL]
    delete(library, (positions["Fares"],), by="Ann")
    pane.shown()
    pane._list.view.clearSelection()
    assert not act.isEnabled()

    pane._list.view.selectAll()
    assert act.isEnabled()
    window.workplace.actions[names.BIN].trigger()
    pane._list.view.selectAll()

    assert not act.isEnabled()


def test_very_many_change_beside_the_window(qtbot, window, pane, look, monkeypatch):
    monkeypatch.setattr(turning, "AT_ONCE", 1)
    before = look()
    delete_owners(qtbot, window, pane)

    qtbot.waitUntil(lambda: all("Ann" not in each for each in look().values()))
    qtbot.waitUntil(lambda: not window.workplace.jobs.running)
    back(qtbot, window)
    pane._list.view.setFocus()
    undone_and_done_again(qtbot, look, before)


def test_very_many_are_undone_and_redone_beside_the_window(qtbot, window, pane, look, monkeypatch):
    monkeypatch.setattr(history, "LARGE", 2)
    before = look()
    delete_owners(qtbot, window, pane)
    after = look()
    back(qtbot, window)
    pane._list.view.setFocus()
    assert after != before

    with window.workplace.library.using():  # the work waits
        press(qtbot, Qt.Key.Key_Z, CONTROL)
        assert the(qtbot, window, WaitDialog).line.isVisible()
    qtbot.waitUntil(lambda: look() == before)
    qtbot.waitUntil(lambda: not window.findChildren(WaitDialog))
    back(qtbot, window)
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: look() == after)
    qtbot.waitUntil(lambda: not window.findChildren(WaitDialog))


def test_stopping_the_undo_of_very_many_leaves_all_as_it_was(qtbot, window, pane, look, monkeypatch):
    monkeypatch.setattr(history, "LARGE", 2)
    delete_owners(qtbot, window, pane)
    after = look()
    back(qtbot, window)
    pane._list.view.setFocus()
    with window.workplace.library.using():  # the work waits for the library until she has stopped it
        press(qtbot, Qt.Key.Key_Z, CONTROL)
        the(qtbot, window, WaitDialog)
        press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(WaitDialog))

    assert look() == after
    assert window.workplace.actions["edit.undo"].isEnabled()


def test_several_are_deleted_and_recovered_at_once(qtbot, window, pane):
    select_two(qtbot, pane)
    press(qtbot, Qt.Key.Key_Delete)
    assert listed(pane) == ["Fares", "Trees"]
    assert pane._editor.position.newest.title == "Trees"

    press_action(qtbot, window, names.BIN)
    assert listed(pane) == ["Halls", "Maps"]
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    press_action(qtbot, window, names.RECOVER)
    assert listed(pane) == []

    press_action(qtbot, window, names.BIN)
    undone_and_done_again(qtbot, lambda: listed(pane), ["Fares", "Trees"])


def everything(qtbot, window, pane):
    """All that is listed is selected, by keys."""
    back(qtbot, window)
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)


def test_very_many_are_deleted_and_recovered_beside_the_window(qtbot, window, pane, monkeypatch):
    monkeypatch.setattr(turning, "AT_ONCE", 1)
    titles = listed(pane)
    everything(qtbot, window, pane)
    with window.workplace.library.using():  # the work waits
        press(qtbot, Qt.Key.Key_Delete)
        assert the(qtbot, pane, WaitDialog).line.isVisible()
        assert listed(pane) == titles
    qtbot.waitUntil(lambda: listed(pane) == [] and not pane.findChildren(WaitDialog))

    back(qtbot, window)
    press_action(qtbot, window, names.BIN)
    assert listed(pane) == titles
    everything(qtbot, window, pane)
    with window.workplace.library.using():
        press_action(qtbot, window, names.RECOVER)
        the(qtbot, pane, WaitDialog)
    qtbot.waitUntil(lambda: listed(pane) == [] and not pane.findChildren(WaitDialog))
    back(qtbot, window)
    press_action(qtbot, window, names.BIN)
    undone_and_done_again(qtbot, lambda: listed(pane), [])


@pytest.mark.parametrize("where", ["library", "bin"])
def test_stopping_very_many_on_their_way_leaves_all_where_it_was(qtbot, window, pane, monkeypatch, where):
    if where == "bin":
        everything(qtbot, window, pane)
        press(qtbot, Qt.Key.Key_Delete)
        press_action(qtbot, window, names.BIN)
    monkeypatch.setattr(turning, "AT_ONCE", 1)
    titles = listed(pane)
    label = window.workplace.history.library_stack.undoText()
    everything(qtbot, window, pane)
    with window.workplace.library.using():  # the work waits for the library until she has stopped it
        press_action(qtbot, window, names.DELETE if where == "library" else names.RECOVER)
        the(qtbot, pane, WaitDialog)
        press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not pane.findChildren(WaitDialog))

    assert len(titles) == 4
    assert listed(pane) == titles
    assert window.workplace.history.library_stack.undoText() == label


def in_bin(qtbot, window, pane):
    """Halls and Maps lie in the bin, which is shown."""
    select_two(qtbot, pane)
    press(qtbot, Qt.Key.Key_Delete)
    press_action(qtbot, window, names.BIN)
    pane._list.view.setFocus()


def test_the_bin_is_emptied_after_one_question(qtbot, window, pane, library, positions):
    in_bin(qtbot, window, pane)
    press_action(qtbot, window, names.EMPTY_BIN)
    dialog = the(qtbot, pane, EmptyBinDialog)
    assert dialog.said.text().startswith("2 positions go for good, with 2 wordings")
    dialog.yes.setFocus()
    press(qtbot, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: listed(pane) == [])
    ids = {each.id for each in library.entries(include_deleted=True)}
    assert ids == {positions["Fares"], positions["Trees"]}
    back(qtbot, window)
    window.workplace.history.undo()  # the deletion: there is nothing left to bring back
    assert {each.id for each in library.entries(include_deleted=True)} == ids


def test_cancel_leaves_the_bin_as_it_is(qtbot, window, pane):
    in_bin(qtbot, window, pane)
    window.workplace.actions[names.EMPTY_BIN].trigger()
    dialog = the(qtbot, pane, EmptyBinDialog)
    cancel = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel)
    assert QApplication.focusWidget() is cancel
    press(qtbot, Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert listed(pane) == ["Halls", "Maps"]


def test_only_in_the_bin_can_it_be_emptied(window, pane):
    assert pane.isVisible()
    act = window.workplace.actions[names.EMPTY_BIN]
    assert not act.isEnabled()

    window.workplace.actions[names.BIN].trigger()

    assert act.isEnabled()
