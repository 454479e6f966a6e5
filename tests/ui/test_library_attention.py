"""What needs attention, saved searches, and a review of all that is due: by keys and by clicks."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from drafter.domain.changes import Change, changed
from drafter.domain.records.positions import Status
from drafter.services.clock import today
from drafter.services.positions import approve, delete
from drafter.services.searches import SavedSearch, keep_search, saved_searches
from drafter.ui.dialogs.look_alikes import LookAlikesDialog
from drafter.ui.dialogs.standing import RetireDialog
from drafter.ui.panes import library_actions as names
from tests.builders import a_change_of, a_position
from tests.places import a_window_with
from tests.ui.library_steps import CONTROL, back, listed, press, press_action, the, undone_and_done_again


@pytest.fixture
def positions(library):
    """Three are due, one is not, and one of those due has no owner."""
    late, far = today() - timedelta(days=3), today() + timedelta(days=300)
    made = [
        a_position("On fares.", title="Fares", named="fares", owner="Ann", review_by=late),
        a_position("On halls.", title="Halls", named="halls", owner="Ann", review_by=late),
        a_position("On maps.", title="Maps", named="maps", owner="Ann", review_by=far),
        a_position("On trees.", title="Trees", named="trees", review_by=today()),
    ]
    library.apply(a_change_of(*made))
    for each in made:
        approve(library, each.id, by="Ann")
    return {each.current.title: each.id for each in made}


@pytest.fixture
def window(qtbot, workplace, positions):
    assert positions
    return a_window_with(qtbot, workplace, "library")


@pytest.fixture
def pane(window):
    return window.screen_named("library")


@pytest.fixture
def said(window):
    heard = []
    window.workplace.notices.said.connect(lambda _tone, sentence, *_: heard.append(sentence))
    return heard


def counts(pane):
    return {name: row.count for name, row in pane._dashboard.rows.items() if row.count}


def test_the_dashboard_counts_and_a_click_lists(qtbot, pane):
    qtbot.waitUntil(lambda: bool(counts(pane)))
    assert counts(pane) == {
        "Review overdue": 2,
        "Review due": 3,
        "Never reviewed": 4,
        "No owner": 1,
        "No source": 4,
        "Never used": 4,
    }

    qtbot.mouseClick(pane._dashboard.rows["No owner"], Qt.MouseButton.LeftButton)

    assert listed(pane) == ["Trees"]
    assert pane._list.view.hasFocus()


def test_the_dashboard_is_reached_and_used_by_keys(qtbot, window, pane):
    pane._list.view.setFocus()
    pane._list.view.setCurrentIndex(pane._list._model.index(0))
    assert pane._editor.isVisible()

    press_action(qtbot, window, names.ATTENTION)
    qtbot.waitUntil(lambda: bool(counts(pane)))
    assert not pane._editor.isVisible()
    assert QApplication.focusWidget() is pane._dashboard.rows["Review overdue"]
    press(qtbot, Qt.Key.Key_Space)

    assert listed(pane) == ["Fares", "Halls"]


def test_the_dashboard_counts_what_looks_alike_and_a_click_compares(qtbot, window, pane, library):
    said = (
        "Small charities need grants that last for five years, in {} town of the land, without any strings."
    )
    both = [a_position(said.format(each), title=f"In {each} town") for each in ("every", "each")]
    window.workplace.history.do(lambda: library.apply(a_change_of(*both)))
    qtbot.waitUntil(lambda: pane._dashboard.alike.count == 2)

    qtbot.mouseClick(pane._dashboard.alike, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: pane.findChild(LookAlikesDialog) is not None)
    dialog = the(qtbot, pane, LookAlikesDialog)
    press(qtbot, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    back(qtbot, window)


def test_all_that_is_due_is_gone_through_with_one_key_each(qtbot, window, pane, library, positions, said):
    pane._list.search.setFocus()
    press_action(qtbot, window, names.REVIEW_NEXT)
    assert listed(pane) == ["Fares", "Halls", "Trees"]
    assert "Review overdue since" in pane._editor._standing_words.text()

    press_action(qtbot, window, names.REVIEWED)
    assert pane._editor.position.newest.title == "Halls"
    press_action(qtbot, window, names.CHANGED)  # she has not written anything yet
    assert QApplication.focusWidget() is pane._editor.text
    qtbot.keyClicks(pane._editor.text, "Newly: ")
    press_action(qtbot, window, names.CHANGED)
    assert pane._editor.position.newest.title == "Trees"
    press_action(qtbot, window, names.RETIRE)
    dialog = the(qtbot, pane, RetireDialog)
    press(qtbot, Qt.Key.Key_Return)
    assert not dialog.isVisible()

    fares, halls, trees = (library.position(positions[each]) for each in ("Fares", "Halls", "Trees"))
    assert fares.reviewed.revision == fares.current.id
    assert halls.reviewed.revision == halls.newest.id != halls.current.id
    assert halls.newest.text.plain == "Newly: On halls."
    assert trees.status is Status.RETIRED
    assert listed(pane) == []
    assert said[-1] == "That was the last one: nothing is due for review."


def test_new_words_and_their_review_are_undone_and_done_again_as_one(qtbot, window, pane, library, positions):
    def look():
        stored = library.position(positions["Fares"])
        return stored.newest.text.plain, stored.reviewed is not None

    pane._list.search.setFocus()
    press_action(qtbot, window, names.REVIEW_NEXT)
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "Newly: ")
    press_action(qtbot, window, names.CHANGED)
    assert look() == ("Newly: On fares.", True)

    pane._list.view.setFocus()
    undone_and_done_again(qtbot, look, ("On fares.", False))


def test_a_review_is_undone_and_the_position_is_due_again(qtbot, window, pane, library, positions):
    pane._list.search.setFocus()
    press_action(qtbot, window, names.REVIEW_NEXT)
    press_action(qtbot, window, names.REVIEWED)
    assert listed(pane) == ["Halls", "Trees"]

    press(qtbot, Qt.Key.Key_Z, CONTROL)

    assert listed(pane) == ["Fares", "Halls", "Trees"]
    assert library.position(positions["Fares"]).reviewed is None
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    assert listed(pane) == ["Halls", "Trees"]


def test_the_key_goes_on_to_the_next_and_round(qtbot, window, pane):
    pane._list.search.setFocus()
    shown = []
    for _ in range(4):
        press_action(qtbot, window, names.REVIEW_NEXT)
        shown.append(pane._editor.position.newest.title)

    assert shown == ["Fares", "Halls", "Trees", "Fares"]


def test_where_nothing_is_due_it_says_so(qtbot, window, pane, library, positions, said):
    for each in positions.values():
        facts = library.position(each).facts
        library.apply(Change.of("Later", changed(facts, replace(facts, review_by=None))))
    pane._list.search.setFocus()

    press_action(qtbot, window, names.REVIEW_NEXT)

    assert said == ["Nothing is due for review."]


# --- saved searches


def test_what_is_typed_and_ticked_is_kept_and_named_by_keys(qtbot, window, pane, library):
    pane._tree.tick("Owner", "Ann")
    pane._list.search.setFocus()
    qtbot.keyClicks(pane._list.search, "on")
    press_action(qtbot, window, names.KEEP_SEARCH)
    assert [each.name for each in saved_searches(library)] == ["on, Ann"]
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "What Ann holds")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: [each.name for each in saved_searches(library)] == ["What Ann holds"])
    [kept] = saved_searches(library)
    assert (kept.words, kept.facets) == ("on", (("Owner", "Ann"),))


def test_one_click_brings_a_search_back(qtbot, pane, library):
    keep_search(library, SavedSearch(name="Nobody’s", facets=(("Attention", "No owner"),)))
    pane.shown()
    entries = pane._searches.list
    at = entries.visualItemRect(entries.item(0)).center()

    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert listed(pane) == ["Trees"]
    assert pane._searches.isVisible()


def test_enter_brings_a_search_with_words_back_and_leaves_the_bin(qtbot, window, pane, library):
    keep_search(library, SavedSearch(name="Maps", words="map"))
    window.workplace.actions[names.BIN].trigger()
    entries = pane._searches.list
    entries.setFocus()
    entries.setCurrentRow(0)

    press(qtbot, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: listed(pane) == ["Maps"])
    assert pane._list.search.text() == "map"
    assert not window.workplace.actions[names.BIN].isChecked()


def test_a_search_is_renamed_and_deleted_by_keys_and_both_are_undone(qtbot, window, pane, library):
    keep_search(library, SavedSearch(name="Maps", words="map"))
    pane.shown()
    entries = pane._searches.list

    def kept():
        return [each.name for each in saved_searches(library)]

    entries.setFocus()
    entries.setCurrentRow(0)
    press(qtbot, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "Charts")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept() == ["Charts"])
    entries.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert kept() == []
    assert not pane._searches.isVisible()

    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert kept() == ["Charts"]
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert kept() == ["Maps"]
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    assert kept() == ["Charts"]
    back(qtbot, window)


def test_the_field_for_the_name_of_a_search_has_room_for_it(qtbot, window, pane):
    pane._tree.tick("Owner", "Ann")
    pane._list.search.setFocus()
    press_action(qtbot, window, names.KEEP_SEARCH)

    field = QApplication.focusWidget()

    assert isinstance(field, QLineEdit)
    assert field.height() >= field.minimumSizeHint().height()
    assert field.visibleRegion().boundingRect().height() == field.height()
    qtbot.keyClick(field, Qt.Key.Key_Escape)


# --- the bin


def test_the_bin_shows_all_of_itself_and_enter_recovers(qtbot, window, pane, library, positions):
    delete(library, (positions["Fares"],), by="Ann")
    keep_search(library, SavedSearch(name="Nobody’s", facets=(("Attention", "No owner"),)))
    pane.shown()
    searches = pane._searches.list
    at = searches.visualItemRect(searches.item(0)).center()
    qtbot.mouseClick(searches.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert listed(pane) == ["Trees"]

    press_action(qtbot, window, names.BIN)
    assert listed(pane) == ["Fares"]
    assert pane._tree.chosen == ()
    assert not searches.selectedItems()
    [recover] = pane._bar.actions()
    qtbot.waitUntil(pane._bar.widgetForAction(recover).isVisible)
    assert recover.iconText() == "Recover from the bin"

    press(qtbot, Qt.Key.Key_Return)

    assert listed(pane) == []
    assert library.position(positions["Fares"]).deletion is None


def test_a_right_click_in_the_bin_offers_to_recover(qtbot, window, pane, library, positions):
    delete(library, (positions["Fares"],), by="Ann")
    press_action(qtbot, window, names.BIN)
    view = pane._list.view
    at = view.visualRect(view.model().index(0, 0)).center()

    view.customContextMenuRequested.emit(at)

    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text().replace("&", "") for each in menu.actions()] == ["Recover from the bin"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert library.position(positions["Fares"]).deletion is None
