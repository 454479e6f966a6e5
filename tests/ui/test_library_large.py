"""A library so large that its rows are read beside the window: nothing that is done waits for them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from drafter.services.clock import today
from drafter.ui.panes import library_actions as names
from drafter.ui.panes import library_list
from tests.builders import a_change_of, a_position
from tests.places import a_window_with
from tests.ui.library_steps import back, listed, press, press_action

ALL = ["Fares", "Halls", "Maps", "Trees"]


@pytest.fixture
def positions(library):
    """Two are due."""
    past = today() - timedelta(days=3)
    made = [
        a_position(
            f"On {title}.", title=title, named=title, owner=title, review_by=past if title > "M" else None
        )
        for title in ALL
    ]
    library.apply(a_change_of(*made))
    return {each.current.title: each.id for each in made}


@pytest.fixture
def window(qtbot, workplace, positions, monkeypatch):
    assert positions
    monkeypatch.setattr(library_list, "MOST_AT_ONCE", 1)
    made = a_window_with(qtbot, workplace, "library")
    qtbot.waitUntil(lambda: listed(made.screen_named("library")) == ALL)
    return made


@pytest.fixture
def pane(window):
    return window.screen_named("library")


def test_a_tick_waits_for_no_rows_and_what_was_read_is_there_at_once(qtbot, pane, library):
    tree, leaf = pane._tree, ("Owner", "Halls")
    qtbot.waitUntil(lambda: leaf in tree._leaves)
    tree.setCurrentItem(tree._leaves[leaf])
    tree.setFocus()
    with library.using():  # nobody else can read
        press(qtbot, Qt.Key.Key_Space)
        assert listed(pane) == ALL
    qtbot.waitUntil(lambda: listed(pane) == ["Halls"])

    with library.using():
        press(qtbot, Qt.Key.Key_Space)
        assert listed(pane) == ALL


def test_clearing_the_words_shows_what_was_read_at_once(qtbot, pane, library):
    qtbot.waitUntil(lambda: listed(pane) == ALL and not pane._list._asking.is_finding)
    pane._list.search.setFocus()
    qtbot.keyClicks(pane._list.search, "maps")
    qtbot.waitUntil(lambda: listed(pane) == ["Maps"])

    with library.using():
        press(qtbot, Qt.Key.Key_Escape)
        assert pane._list.count == len(ALL)


def test_what_is_due_is_gone_through_from_the_first(qtbot, window, pane):
    pane._list.search.setFocus()
    press_action(qtbot, window, names.REVIEW_NEXT)
    assert listed(pane) == ["Maps", "Trees"]
    assert pane._editor.title.text() == "Maps"

    press_action(qtbot, window, names.REVIEWED)

    qtbot.waitUntil(lambda: listed(pane) == ["Trees"])
    assert pane._editor.title.text() == "Trees"


def test_a_new_one_is_chosen_deleted_and_brought_back(qtbot, window, pane):
    pane._list.search.setFocus()
    press_action(qtbot, window, names.NEW)
    assert pane._editor.title.selectedText() == "New position"
    qtbot.keyClicks(pane._editor.title, "Gardens")
    press_action(qtbot, window, names.SAVE)
    qtbot.waitUntil(lambda: "Gardens" in listed(pane))
    assert pane._list.current == pane._editor.position.id

    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(pane) == ALL)
    back(qtbot, window)
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Gardens" in listed(pane))


def test_all_are_selected_deleted_and_recovered(qtbot, window, pane):
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(pane) == [])
    back(qtbot, window)
    press_action(qtbot, window, names.BIN)
    assert listed(pane) == ALL
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press_action(qtbot, window, names.RECOVER)

    press_action(qtbot, window, names.BIN)
    qtbot.waitUntil(lambda: listed(pane) == ALL)
