"""The library screen, with real clicks and keys."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from drafter.domain.records.listing import Wanted
from drafter.domain.records.positions import Status
from drafter.services import working
from drafter.services.positions import delete
from drafter.store import listing
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.models.entries import ENTRY, EntriesModel
from drafter.ui.panes import library_actions as names
from tests.builders import TODAY, a_change_of, a_position
from tests.places import a_window_with

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def positions(library):
    made = (
        a_position(
            "We welcome long-term funding for charities.", title="Long-term funding", themes=("Funding",)
        ),
        a_position("Councils should lend empty halls.", title="Empty halls", themes=("Buildings",)),
        a_position("Volunteers need their fares paid.", title="Fares", themes=("Volunteers", "Funding")),
    )
    library.apply(a_change_of(*made))
    return {each.current.title: each.id for each in made}


@pytest.fixture
def window(qtbot, workplace, positions):
    assert positions
    return a_window_with(qtbot, workplace, "library")


@pytest.fixture
def pane(window):
    return window.screen_named("library")


def listed(pane):
    model = pane._list._model
    return [model.index(row).data() for row in range(model.rowCount())]


def choose(qtbot, pane, title):
    view = pane._list.view
    index = view.model().index(listed(pane).index(title), 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def test_the_list_is_by_title_follows_what_is_ticked_and_typed_and_shows_the_words(qtbot, pane):
    assert listed(pane) == ["Empty halls", "Fares", "Long-term funding"]

    pane._tree.tick("Theme", "Funding")
    assert listed(pane) == ["Fares", "Long-term funding"]

    qtbot.keyClicks(pane._list.search, "far")
    qtbot.waitUntil(lambda: listed(pane) == ["Fares"])
    choose(qtbot, pane, "Fares")
    assert pane._editor.wording.text.plain == "Volunteers need their fares paid."


def test_leaving_an_entry_makes_one_revision_of_all_that_was_typed(qtbot, pane, library, positions):
    choose(qtbot, pane, "Fares")
    qtbot.keyClicks(pane._editor.text, "Still: ")
    qtbot.keyClicks(pane._editor.text, "yes. ")

    choose(qtbot, pane, "Empty halls")

    assert library.position(positions["Fares"]).newest.text.plain.startswith("Still: yes. Volunteers")
    assert len(library.revisions(positions["Fares"])) == 2

    qtbot.keyClicks(pane._editor.text, "Soon: ")
    qtbot.keyClick(pane._list.view, Qt.Key.Key_Down)
    assert library.position(positions["Empty halls"]).newest.text.plain.startswith("Soon: Councils")


def test_what_is_typed_is_kept_in_hand_and_what_comes_after_it_is_saved_too(
    qtbot, window, pane, library, positions
):
    choose(qtbot, pane, "Fares")
    qtbot.keyClicks(pane._editor.text, "Still ")
    qtbot.waitUntil(lambda: library.working_copy("position", positions["Fares"]) is not None)
    assert len(library.revisions(positions["Fares"])) == 1
    qtbot.keyClicks(pane._editor.text, "and always ")

    window.workplace.actions[names.SAVE].trigger()

    whole = "Still and always Volunteers need their fares paid."
    assert pane._editor.wording.text.plain == whole
    assert library.position(positions["Fares"]).newest.text.plain == whole
    assert library.working_copy("position", positions["Fares"]) is None


def test_words_left_half_way_are_there_again(qtbot, pane, library, positions):
    stored = library.position(positions["Fares"])
    wording = replace(stored.newest.wording, title="Fares and meals")
    working.keep_entry_in_hand(library, wording, stored.facts)

    choose(qtbot, pane, "Fares")

    assert pane._editor.title.text() == "Fares and meals"


def test_undo_brings_the_earlier_words_back(qtbot, window, pane, library, positions):
    choose(qtbot, pane, "Fares")
    qtbot.keyClicks(pane._editor.title, "!")
    window.workplace.actions[names.SAVE].trigger()

    window.workplace.history.undo()

    assert library.position(positions["Fares"]).newest.title == "Fares"
    assert pane._editor.title.text() == "Fares"


def test_approving_by_key_and_withdrawing_by_menu(qtbot, window, pane, library):
    library.apply(a_change_of(a_position("New words.", title="New", status=Status.DRAFT)))
    pane.shown()
    choose(qtbot, pane, "New")
    identity = pane._editor.position.id

    qtbot.keyClick(pane._list.view, Qt.Key.Key_A, BOTH)
    approved = library.position(identity).status
    window.workplace.actions[names.WITHDRAW].trigger()

    assert (approved, library.position(identity).status) == (Status.APPROVED, Status.DRAFT)


def test_a_deleted_position_is_in_the_bin_and_comes_back(qtbot, window, pane):
    choose(qtbot, pane, "Empty halls")
    actions = window.workplace.actions

    actions[names.DELETE].trigger()
    after = listed(pane)
    actions[names.BIN].trigger()
    in_bin = listed(pane)
    choose(qtbot, pane, "Empty halls")
    actions[names.RECOVER].trigger()
    actions[names.BIN].trigger()

    assert (after, in_bin) == (["Fares", "Long-term funding"], ["Empty halls"])
    assert "Empty halls" in listed(pane)


def test_a_new_position_is_ready_to_be_named(qtbot, window, pane):
    qtbot.keyClick(pane._list.view, Qt.Key.Key_N, BOTH)
    qtbot.keyClicks(pane._editor.title, "Travel costs")
    window.workplace.actions[names.SAVE].trigger()

    assert "Travel costs" in listed(pane)


def test_an_earlier_wording_is_brought_back_from_the_history(qtbot, window, pane, library, positions):
    choose(qtbot, pane, "Fares")
    qtbot.keyClicks(pane._editor.text, "Wrong ")
    window.workplace.actions[names.HISTORY].trigger()
    dialog = pane.findChild(RevisionsDialog)
    assert dialog is not None
    revisions = dialog.wordings

    qtbot.keyClick(revisions, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)

    assert library.position(positions["Fares"]).newest.text.plain == "Volunteers need their fares paid."
    assert pane._editor.wording.text.plain == "Volunteers need their fares paid."


def test_a_file_of_positions_is_added_and_undone(qtbot, window, pane, tmp_path):
    file = tmp_path / "more.csv"
    file.write_text("title,body\nTransport,Buses should run late.\n", encoding="utf-8")

    with qtbot.waitSignal(pane._files.added):
        pane._files.add(file)
    added = listed(pane)
    window.workplace.history.undo()

    assert "Transport" in added
    assert "Transport" not in listed(pane)


def test_an_empty_library_explains_itself(window, pane, library, positions):
    window.workplace.history.do(lambda: delete(library, tuple(positions.values()), by="Ann"))

    assert pane._empty.isVisible()


@pytest.mark.usefixtures("qapp", "positions")
def test_the_model_keeps_its_promises(library):
    model = EntriesModel(partial(listing.lines, library))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    numbers = listing.listed(library, Wanted(day=TODAY)).numbers
    model.show_rows(numbers)
    model.show_rows(numbers[:1])

    assert model.index(0).data(ENTRY) == library.entries()[0]
