"""Look-alikes through the window: found, shown beside each other, and settled by keys, buttons and undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.positions import Status
from drafter.store import exchange
from drafter.store.library import Library
from drafter.ui.dialogs.look_alikes import LookAlikesDialog
from drafter.ui.dialogs.look_alikes_merge import MergeDialog
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.panes import library_actions as names
from tests.builders import a_change_of, a_past_use, a_position, rich
from tests.places import a_window_with
from tests.ui.library_steps import undone_and_done_again

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
GRANTS = "We welcome long-term grants for small charities so that trustees plan ahead and keep their staff."
LATER = "We warmly welcome long-term grants for small charities so that trustees plan and keep good staff."
HALLS = "Councils should lend empty halls in the evening to groups that have nowhere else to meet each week."
ROOMS = "Councils should lend empty halls in the evening to groups that have nowhere else to meet every week."


@pytest.fixture
def ids(library):
    made = [
        a_position(text, title=title, named=title)
        for title, text in (("Grants", GRANTS), ("Later", LATER), ("Halls", HALLS), ("Rooms", ROOMS))
    ]
    library.apply(a_change_of(*made))
    return {each.current.title: each.id for each in made}


@pytest.fixture
def window(qtbot, workplace, ids):
    assert ids
    return a_window_with(qtbot, workplace, "library")


def the(qtbot, window, kind):
    """The dialog of this kind, once it has the keyboard."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(kind)))
    dialog = next(each for each in window.findChildren(kind) if each.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    return dialog


@pytest.fixture
def dialog(qtbot, window):
    """Ctrl+L in the library."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CONTROL)
    made = the(qtbot, window, LookAlikesDialog)
    yield made
    if isValid(made):
        made.reject()


def shown(dialog):
    return dialog.both.left.title.whole, dialog.both.right.title.whole


def status(library, identity):
    return library.position(identity).status


def test_a_pair_is_shown_with_its_differences_and_the_next_is_a_key_away(qtbot, dialog):
    assert dialog.heading.text() == "2 pairs look alike"
    first = shown(dialog)
    assert "the same words" in dialog._said.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Right, ALT)
    assert {*first, *shown(dialog)} == {"Grants", "Later", "Halls", "Rooms"}
    assert not dialog.next.isEnabled()

    qtbot.keyClick(dialog, Qt.Key.Key_Left, ALT)

    assert shown(dialog) == first
    words = {dialog.both.left.words.toPlainText(), dialog.both.right.words.toPlainText()}
    assert words in ({GRANTS, LATER}, {HALLS, ROOMS})


@pytest.mark.parametrize("key", ["L", "R"])
def test_one_is_kept_by_a_key_and_the_step_is_taken_back(qtbot, library, ids, dialog, key):
    pair = [ids[each] for each in shown(dialog)]
    kept, gone = (0, 1) if key == "L" else (1, 0)
    qtbot.keyClicks(dialog.list, key)
    assert status(library, pair[gone]) is Status.RETIRED
    assert library.position(pair[gone]).facts.replaced_by == pair[kept]
    assert dialog.list.count() == 1

    qtbot.keyClick(dialog.list, Qt.Key.Key_Z, CONTROL)

    assert status(library, pair[gone]) is Status.DRAFT
    assert [ids[each] for each in shown(dialog)] == pair


def test_two_are_told_apart_for_good(qtbot, window, library, dialog):
    for each in (2, 1):
        assert dialog.list.count() == each
        qtbot.mouseClick(dialog.not_same, Qt.MouseButton.LeftButton)
    assert dialog.heading.text() == "Nothing looks alike any more"
    assert len(library.not_alike()) == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert len(library.not_alike()) == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CONTROL)
    assert len(library.not_alike()) == 2
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: window.banner.sentence == "No two positions look alike.")


def test_two_are_merged_in_words_that_a_person_writes(qtbot, window, library, ids, dialog):
    left, right = (ids[each] for each in shown(dialog))
    words = [library.position(each).newest.text.plain for each in (left, right)]
    qtbot.keyClicks(dialog.list, "M")
    merging = the(qtbot, window, MergeDialog)
    assert merging.text.rich_text().plain == words[0]
    qtbot.keyClick(merging.text, Qt.Key.Key_2, CONTROL)
    assert merging.text.rich_text().plain == words[1]
    qtbot.keyClicks(merging.text, "Together: ")
    qtbot.keyClick(merging.text, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: library.position(left).newest.text.plain == f"Together: {words[1]}")
    assert status(library, right) is Status.RETIRED
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Z, CONTROL)
    assert library.position(left).newest.text.plain == words[0]
    assert status(library, right) is Status.DRAFT


def test_the_history_shows_the_words_of_what_was_replaced(qtbot, window, ids, dialog):
    left, right = shown(dialog)
    qtbot.keyClicks(dialog.list, "L")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    window.show_position(ids[left])
    window.workplace.actions[names.HISTORY].trigger()

    history = the(qtbot, window, RevisionsDialog)
    assert history.wordings.count() == 2
    assert f"as “{right}”, which it replaces" in history.other.itemText(1)
    qtbot.keyClick(history, Qt.Key.Key_Escape)


def test_what_is_saved_and_looks_like_another_is_said_once(qtbot, window, library):
    pane = window.screen_named("library")
    window.workplace.actions[names.NEW].trigger()
    qtbot.keyClicks(pane._editor.title, "Again")
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, GRANTS.replace("welcome", "support"))
    qtbot.keyClick(pane._editor.text, Qt.Key.Key_S, CONTROL)

    qtbot.waitUntil(lambda: window.banner.sentence == "This looks like “Grants”.")
    while QApplication.focusWidget() is not window.banner.offer:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    qtbot.keyClick(window.banner.offer, Qt.Key.Key_Space)
    dialog = the(qtbot, window, LookAlikesDialog)
    assert set(shown(dialog)) == {"Again", "Grants"}
    qtbot.keyClicks(dialog.list, "N")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    pane._list.view.setFocus()
    undone_and_done_again(qtbot, lambda: len(library.not_alike()), 0)
    assert len(library.entries()) == 5


def reword_apart(library, position):
    """Here and on another laptop, whose library then comes in."""
    with Library.in_memory() as there:
        exchange.versions_in(there, exchange.versions_out(library))
        for each, words in ((library, "Mine."), (there, "Theirs.")):
            was = each.position(position).newest.wording
            each.apply(Change.of("Reword", changed(was, replace(was, text=rich(words)))))
        exchange.versions_in(library, exchange.versions_out(there))


def test_two_people_who_reworded_it_apart_are_told_and_a_person_merges(qtbot, window, library, ids):
    reword_apart(library, ids["Halls"])
    heads = library.position(ids["Halls"]).heads
    window.show_position(ids["Halls"])
    assert window.banner.sentence.startswith("Two people reworded “Halls” apart.")
    qtbot.mouseClick(window.banner.offer, Qt.MouseButton.LeftButton)
    dialog = the(qtbot, window, LookAlikesDialog)
    assert not dialog.not_same.isEnabled()
    shown = {dialog.both.left.words.toPlainText(), dialog.both.right.words.toPlainText()}
    assert shown == {"Mine.", "Theirs."}
    qtbot.keyClicks(dialog.list, "M")
    merging = the(qtbot, window, MergeDialog)
    qtbot.keyClicks(merging.text, "Ours, not: ")
    qtbot.keyClick(merging.text, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: len(library.position(ids["Halls"]).heads) == 1)
    newest = library.position(ids["Halls"]).newest
    assert newest.text.plain.startswith("Ours, not: ")
    assert set(newest.parents) == set(heads)
    dialog.reject()


def test_writing_on_in_one_of_two_wordings_keeps_both_and_says_so(qtbot, window, library, ids):
    reword_apart(library, ids["Halls"])
    window.show_position(ids["Halls"])
    pane = window.screen_named("library")
    was = library.position(ids["Halls"]).newest.text.plain
    other = {"Mine.", "Theirs."} - {was}
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "More: ")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CONTROL)

    heads = library.position(ids["Halls"]).heads
    assert {library.revision(each).text.plain for each in heads} == {f"More: {was}", *other}
    assert window.banner.sentence.startswith("“Halls” still reads in two ways")


def test_the_uses_of_what_was_replaced_are_shown_at_once(qtbot, window, library, ids):
    used = library.position(ids["Later"])
    library.apply(Change.of("Use", added(a_past_use(used, response="The old response"))))
    library.apply(Change.of("Use", added(a_past_use(library.position(ids["Grants"]), response="A"))))
    library.apply(Change.of("Use", added(a_past_use(library.position(ids["Grants"]), response="B"))))
    window.show_position(ids["Grants"])
    window.workplace.actions[names.LOOK_ALIKES].trigger()
    dialog = the(qtbot, window, LookAlikesDialog)
    while "Grants" not in shown(dialog):
        qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.keep_left, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    said = [each.text() for each in window.screen_named("library")._editor.uses.findChildren(QPushButton)]
    assert "The old response" in said
