"""Drafts with earlier words, and what was told: through the library and the desk, by keys and by clicks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.responses import ResponseState
from drafter.domain.richtext import plain_text
from drafter.services import answering
from drafter.services.positions import approve
from drafter.ui.dialogs.newer_words import NewerWordsDialog
from drafter.ui.dialogs.told import ToldDialog
from drafter.ui.panes import library_actions as names
from tests.builders import a_change_of, a_position, a_report
from tests.places import a_draft_that_holds, a_window_with
from tests.ui.library_steps import (
    CONTROL,
    back,
    go_to,
    press,
    press_action,
    the,
    type_file,
    undone_and_done_again,
)

ALT = Qt.KeyboardModifier.AltModifier

OLD, NEW = "Fund halls.", "Fund halls for five years."


@pytest.fixture
def halls(library):
    made = a_position(OLD, title="Halls", named="halls", themes=("Buildings",))
    library.apply(a_change_of(made))
    approve(library, made.id, by="Ann")
    return made.id


@pytest.fixture
def drafts(library, halls):
    """Three drafts that hold it: two word for word, one tailored."""
    report = a_report("Fund it.", publisher="The Ministry")
    library.apply(Change.of("Keep", added(report)))
    return {
        title: a_draft_that_holds(library, halls, title, to=report.id, words=words)
        for title, words in (("First", None), ("Second", None), ("Tailored", "Fund our halls."))
    }


@pytest.fixture
def window(qtbot, workplace, drafts):
    """The library first: a desk that is shown takes up the newest draft by itself."""
    assert drafts
    made = a_window_with(qtbot, workplace, "library", "desk")
    yield made
    qtbot.waitUntil(lambda: not made.workplace.jobs.running)


@pytest.fixture
def pane(window):
    return window.screen_named("library")


@pytest.fixture
def said(library, drafts):
    """The words of each draft as they are kept, by title."""
    return lambda: {title: next(library.response(each).passages).text.plain for title, each in drafts.items()}


def reword(library, position):
    before = library.position(position).newest.wording
    library.apply(Change.of("Edit", changed(before, replace(before, text=plain_text(NEW)))))


def test_approving_newer_words_offers_the_drafts_that_hold_them(qtbot, window, pane, library, halls, said):
    reword(library, halls)
    pane.shown()
    go_to(qtbot, window, pane, "Halls")

    press_action(qtbot, window, names.APPROVE)

    assert window.banner.sentence == "3 drafts hold earlier words of “Halls”."
    assert set(said().values()) == {OLD, "Fund our halls."}


def opened(qtbot, window, pane, library, halls):
    """The list of drafts with earlier words, by its key."""
    reword(library, halls)
    approve(library, halls, by="Ann")
    pane.shown()
    go_to(qtbot, window, pane, "Halls")
    press_action(qtbot, window, names.NEWER)
    return the(qtbot, pane, NewerWordsDialog)


def test_one_is_brought_up_to_date_by_keys_and_undone(qtbot, window, pane, library, halls, said):
    dialog = opened(qtbot, window, pane, library, halls)
    assert dialog.list.count() == 3
    assert "for five years" in dialog._new.toPlainText()

    press(qtbot, Qt.Key.Key_Return)

    assert list(said().values()).count(NEW) == 1
    assert dialog.list.count() == 2
    press(qtbot, Qt.Key.Key_Escape)
    back(qtbot, window)
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert NEW not in said().values()
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    assert list(said().values()).count(NEW) == 1


def test_all_that_read_word_for_word_follow_at_once_and_the_tailored_one_stays(
    qtbot, window, pane, library, halls, said
):
    dialog = opened(qtbot, window, pane, library, halls)

    qtbot.keyClick(dialog, Qt.Key.Key_A, ALT)  # Qt clicks a moment later

    qtbot.waitUntil(lambda: said() == {"First": NEW, "Second": NEW, "Tailored": "Fund our halls."})
    assert dialog.list.count() == 1
    assert dialog._own_part.isVisible()
    assert "our" in dialog._own.toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_K, ALT)
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert said()["Tailored"] == "Fund our halls."
    press(qtbot, Qt.Key.Key_Escape)
    back(qtbot, window)
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    undone_and_done_again(qtbot, said, {"First": OLD, "Second": OLD, "Tailored": "Fund our halls."})


def test_what_was_signed_off_is_not_listed(qtbot, window, pane, library, halls, drafts):
    answering.set_state(library, drafts["First"], ResponseState.SIGNED_OFF)

    dialog = opened(qtbot, window, pane, library, halls)

    listed = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert len(listed) == 2
    assert not any("First" in each for each in listed)
    press(qtbot, Qt.Key.Key_Escape)


def test_a_draft_on_the_desk_follows_through_its_document_and_is_undone_there(
    qtbot, window, library, halls, drafts, said
):
    pane = window.screen_named("library")
    window.open_response(drafts["First"])
    desk = window.screen_named("desk")
    qtbot.waitUntil(lambda: OLD in desk.sheet.edit.toPlainText())
    window.show_screen("library")
    dialog = opened(qtbot, window, pane, library, halls)

    qtbot.mouseClick(dialog.take_all, Qt.MouseButton.LeftButton)

    assert NEW in desk.sheet.edit.toPlainText()
    assert said() == {"First": NEW, "Second": NEW, "Tailored": "Fund our halls."}
    assert window.banner.sentence == "“First” lies on the desk: undo this there, in the draft itself."
    press(qtbot, Qt.Key.Key_Escape)
    back(qtbot, window)
    window.show_screen("desk")
    window.workplace.history.undo()
    window.workplace.history.about_to_write.emit()
    assert said() == {"First": OLD, "Second": NEW, "Tailored": "Fund our halls."}


def test_the_library_does_not_undo_words_under_an_open_draft(qtbot, window, library, halls, drafts, said):
    pane = window.screen_named("library")
    dialog = opened(qtbot, window, pane, library, halls)
    qtbot.mouseClick(dialog.take_all, Qt.MouseButton.LeftButton)
    press(qtbot, Qt.Key.Key_Escape)
    window.open_response(drafts["First"])
    window.show_screen("library")

    window.workplace.history.undo()

    assert said()["First"] == NEW
    assert "lies on the desk" in window.banner.sentence


def test_what_was_told_is_found_by_keys_and_written_to_a_table(
    qtbot, window, pane, library, drafts, tmp_path
):
    answering.set_state(library, drafts["First"], ResponseState.SENT)
    answering.set_state(library, drafts["Tailored"], ResponseState.SENT)
    pane._list.search.setFocus()
    press_action(qtbot, window, names.TOLD)
    dialog = the(qtbot, pane, ToldDialog)
    qtbot.waitUntil(lambda: dialog.table.topLevelItemCount() == 2)
    qtbot.keyClicks(QApplication.focusWidget(), "our ministry")
    qtbot.waitUntil(lambda: dialog.table.topLevelItemCount() == 1)
    assert dialog.said.toPlainText() == "Fund our halls."

    for name in ("told.docx", "told.csv"):
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.keyClick(dialog, Qt.Key.Key_W, ALT)
        type_file(qtbot, window, tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists)
    written = (tmp_path / "told.csv").read_text(encoding="utf-8-sig")
    assert "Fund our halls." in written
    assert "First" not in written
    dialog.activateWindow()
    dialog.table.setFocus()
    press(qtbot, Qt.Key.Key_Return)

    assert window.current == "desk"
    assert window.screen_named("desk").in_hand.id == drafts["Tailored"]
