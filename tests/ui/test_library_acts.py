"""What is done in the library by keys alone, with undo and redo of each."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.positions import Kind, Status
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Source, plain_text
from drafter.services import answering
from drafter.services.positions import approve
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.dialogs.standing import ApproveDialog, RetireDialog
from drafter.ui.panes import library_actions as names
from drafter.ui.rail import Rail
from drafter.ui.text.format_bar import FormatBar
from tests.builders import OFFICER, a_change_of, a_position, a_report
from tests.places import a_window_with
from tests.ui.library_steps import (
    CONTROL,
    back,
    go_to,
    listed,
    press,
    press_action,
    the,
    undone_and_done_again,
)

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def positions(library):
    made = [
        a_position(f"Words on {title.lower()}.", title=title, named=title, themes=(theme,), owner="Ann")
        for title, theme in (("Fares", "Volunteers"), ("Halls", "Buildings"), ("Trees", "Outdoors"))
    ]
    library.apply(a_change_of(*made))
    for each in made[:2]:
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
