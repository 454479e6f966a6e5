"""What a position says, by keys alone: its words, facts and sources, with undo and redo of each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.records.positions import Kind, Status
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Source
from drafter.ui.panes import library_actions as names
from tests.builders import a_change_of, a_position
from tests.places import a_window_with
from tests.ui.library_steps import (
    CONTROL,
    bring_three,
    go_to,
    press,
    press_action,
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


def test_the_words_are_edited_and_saved(qtbot, window, pane, fares):
    go_to(qtbot, window, pane, "Fares")
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "More ")
    press_action(qtbot, window, names.SAVE)
    assert fares().newest.text.plain == "More Words on fares."
    assert pane._editor.text.textCursor().position() == len("More ")

    pane._list.view.setFocus()
    undone_and_done_again(qtbot, lambda: fares().newest.text.plain, "Words on fares.")
    assert pane._editor.wording.text.plain == "More Words on fares."


def test_undo_in_the_text_is_the_texts_own_first_and_then_the_librarys(qtbot, window, pane, library, fares):
    go_to(qtbot, window, pane, "Fares")
    press_action(qtbot, window, names.REVIEWED)
    reviewed = fares().reviewed
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "More ")

    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert pane._editor.wording.text.plain == "Words on fares."
    assert fares().reviewed == reviewed
    press(qtbot, Qt.Key.Key_Z, CONTROL)

    assert fares().reviewed is None
    assert len(library.revisions(fares().id)) == 1


def test_undo_never_reaches_behind_what_was_done_since(qtbot, window, pane, fares):
    go_to(qtbot, window, pane, "Fares")
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "More ")
    press_action(qtbot, window, names.SAVE)
    press_action(qtbot, window, names.APPROVE)
    pane._editor.text.setFocus()

    press(qtbot, Qt.Key.Key_Z, CONTROL)

    assert pane._editor.wording.text.plain == "More Words on fares."
    assert fares().newest.text.plain == "More Words on fares."
    assert fares().newest.approval is None


def test_undo_in_a_line_that_has_nothing_to_undo_is_the_librarys(qtbot, window, pane, fares):
    go_to(qtbot, window, pane, "Fares")
    form = pane._editor.facts_form
    for line in (pane._editor.title, form._owner, form._themes):
        press_action(qtbot, window, names.WITHDRAW)
        assert fares().status is Status.DRAFT
        line.setFocus()

        press(qtbot, Qt.Key.Key_Z, CONTROL)

        assert fares().status is Status.APPROVED


def test_facts_are_changed_by_keys_and_themes_complete_as_they_are_typed(qtbot, window, pane, fares):
    before = fares().facts
    go_to(qtbot, window, pane, "Fares")
    form = pane._editor.facts_form
    form._kind.setFocus()
    press(qtbot, Qt.Key.Key_E)
    form._themes.setFocus()
    press(qtbot, Qt.Key.Key_End)
    qtbot.keyClicks(form._themes, ", Money ,Money, bui")
    popup = form._themes.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(popup, key)
    form._owner.setFocus()
    press(qtbot, Qt.Key.Key_End)
    qtbot.keyClicks(form._owner, " and Bea")
    form._stance.setFocus()
    press(qtbot, Qt.Key.Key_O)
    form._review.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    press_action(qtbot, window, names.SAVE)

    after = fares().facts
    assert (after.kind, after.stance, after.owner) == (Kind.EVIDENCE, Stance.OPPOSE, "Ann and Bea")
    assert after.themes == ("Volunteers", "Money", "Buildings")
    assert after.review_by != before.review_by
    pane._list.view.setFocus()
    undone_and_done_again(qtbot, lambda: fares().facts, before)


def test_a_source_is_added_and_undone(qtbot, window, pane, fares):
    go_to(qtbot, window, pane, "Fares")
    pane._editor.sources._add.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "Out of Pocket")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(pane._editor.sources.sources) == 1)
    press_action(qtbot, window, names.SAVE)

    pane._list.view.setFocus()
    undone_and_done_again(qtbot, lambda: [each.title for each in fares().newest.sources], [])


def test_a_source_is_taken_out_and_comes_back(qtbot, window, pane, library):
    study = Source(title="Out of Pocket", publisher="The Fund")
    library.apply(a_change_of(a_position("Old maps.", title="Maps", named="maps", sources=(study,))))
    go_to(qtbot, window, pane, "Maps")
    sources = pane._editor.sources
    sources._table.setFocus()
    press(qtbot, Qt.Key.Key_Home)
    sources._remove.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    press_action(qtbot, window, names.SAVE)

    def kept():
        [saved] = [each for each in library.positions() if each.newest.title == "Maps"]
        return saved.newest.sources

    assert kept() == ()
    pane._list.view.setFocus()
    undone_and_done_again(qtbot, kept, (study,))


def test_a_usual_stance_that_is_undecided_is_shown_and_kept(qtbot, window, pane, library):
    library.apply(a_change_of(a_position("Old maps.", title="Maps", named="maps", stance=Stance.UNDECIDED)))
    window.workplace.history.changed.emit(a_change_of(a_position("Old maps.", title="Maps", named="maps")))
    go_to(qtbot, window, pane, "Maps")
    assert pane._editor.facts_form._stance.currentText() == Stance.UNDECIDED.phrase

    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "Very ")
    press_action(qtbot, window, names.SAVE)

    [saved] = [each for each in library.positions() if each.newest.title == "Maps"]
    assert saved.newest.text.plain == "Very Old maps."
    assert saved.facts.stance is Stance.UNDECIDED
