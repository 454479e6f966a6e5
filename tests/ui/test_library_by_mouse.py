"""What is done in the library by the mouse, each act with Edit > Undo and Edit > Redo after it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.records.positions import Kind, Status
from drafter.domain.records.stances import Stance
from drafter.services.clock import today
from drafter.ui.dialogs.empty_bin import EmptyBinDialog
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.dialogs.several import SeveralDialog
from drafter.ui.dialogs.standing import ApproveDialog, RetireDialog
from drafter.ui.panes import library_actions as names
from tests.builders import OFFICER
from tests.places import a_window_with
from tests.ui.library_steps import listed
from tests.ui.mouse_steps import CONTROL, SHIFT, Hand, all_of, bring_four, each_of, one

MIDDLE = 15
"""A day that each page of a calendar has once."""


@pytest.fixture
def hand(qtbot, workplace, library):
    """Over a library of four."""
    bring_four(library)
    made = Hand(qtbot, a_window_with(qtbot, workplace, "library"))
    yield made
    made.wait(lambda: not workplace.jobs.running)


# --- one position


def new(hand):
    hand.choose(names.NEW)


def save(hand):
    hand.row("Fares")
    hand.write(hand.pane._editor.text, "More: ")
    hand.choose(names.SAVE)


def choose_facts(hand):
    hand.row("Fares")
    form = hand.pane._editor.facts_form
    hand.pick(form._kind, "Evidence")
    hand.write(form._themes, "New, ")
    hand.write(form._owner, "Bea and ")
    hand.choose(names.SAVE)


def choose_stance(hand):
    hand.row("Fares")
    hand.pick(hand.pane._editor.facts_form._stance, Stance.OPPOSE.phrase)
    hand.choose(names.SAVE)


def pick_review_day(hand):
    """The middle of the month in which it is due: that is not three days ago, or it is the day after."""
    hand.row("Fares")
    field = hand.pane._editor.facts_form._review
    hand.pick_day(field, MIDDLE if field.day.day != MIDDLE else MIDDLE + 1)
    hand.choose(names.SAVE)


def add_a_source(hand):
    hand.row("Fares")
    sources = hand.pane._editor.sources
    hand.bring_up(sources._add)
    hand.click(sources._add)
    hand.qtbot.keyClicks(QApplication.focusWidget(), "Out of Pocket")
    hand.row("Fares")  # away from the cell
    hand.choose(names.SAVE)


def press_approve(hand):
    hand.row("Trees")
    hand.press_on_bar(names.APPROVE)


def approve_noting(hand):
    hand.row("Trees")
    hand.choose(names.APPROVE_NOTE)
    dialog = hand.the(ApproveDialog)
    hand.write(dialog.note, "Board, 3 May")
    hand.click(dialog.yes)


def withdraw(hand):
    hand.row("Halls")
    hand.choose(names.WITHDRAW)


def retire(hand):
    hand.row("Fares")
    hand.press_on_bar(names.RETIRE)
    dialog = hand.the(RetireDialog)
    hand.write(dialog.replaced_by, "hall")
    hand.pick_completion(dialog.replaced_by, "Halls")
    hand.click(dialog.yes)


def still_right(hand):
    hand.choose_near("Fares", names.REVIEWED)


def reviewed_with_new_words(hand):
    hand.choose(names.REVIEW_NEXT)
    assert listed(hand.pane) == ["Fares", "Trees"]
    hand.press_on_bar(names.CHANGED)
    hand.write(hand.pane._editor.text, "Newly: ")
    hand.press_on_bar(names.CHANGED)
    assert hand.pane._editor.position.newest.title == "Trees"


def retire_in_review(hand):
    hand.wait(lambda: hand.pane._dashboard.rows["Review overdue"].count == 2)
    hand.click(hand.pane._dashboard.rows["Review overdue"])
    hand.row("Trees")
    hand.press_on_bar(names.RETIRE)
    hand.click(hand.the(RetireDialog).yes)
    assert listed(hand.pane) == ["Fares"]


def delete(hand):
    hand.choose_near("Maps", names.DELETE)


ONE = {
    new: lambda library: one(library, "New position").facts.owner == OFFICER.name,
    save: lambda library: one(library, "Fares").newest.text.plain == "More: On Fares.",
    choose_facts: lambda library: (
        (one(library, "Fares").facts.kind, one(library, "Fares").facts.themes)
        == (Kind.EVIDENCE, ("New", "Old"))
        and one(library, "Fares").facts.owner == "Bea and Ann"
    ),
    choose_stance: lambda library: one(library, "Fares").facts.stance is Stance.OPPOSE,
    pick_review_day: lambda library: one(library, "Fares").facts.review_by.day in {MIDDLE, MIDDLE + 1},
    add_a_source: lambda library: (
        [each.title for each in one(library, "Fares").newest.sources] == ["Out of Pocket"]
    ),
    press_approve: lambda library: one(library, "Trees").current.approval.by == OFFICER.name,
    approve_noting: lambda library: one(library, "Trees").current.approval.note == "Board, 3 May",
    withdraw: lambda library: one(library, "Halls").status is Status.DRAFT,
    retire: lambda library: one(library, "Fares").facts.replaced_by == one(library, "Halls").id,
    still_right: lambda library: one(library, "Fares").reviewed.by == OFFICER.name,
    reviewed_with_new_words: lambda library: (
        one(library, "Fares").reviewed.revision == one(library, "Fares").newest.id
        and one(library, "Fares").newest.text.plain == "Newly: On Fares."
    ),
    retire_in_review: lambda library: one(library, "Trees").status is Status.RETIRED,
    delete: lambda library: one(library, "Maps").deletion is not None,
}
"""What is clicked, and what holds then."""

USUAL = {press_approve, retire, still_right}
"""Without --long: the bar, a dialog and a menu where the pointer is."""


@pytest.mark.parametrize(("act", "holds"), each_of(ONE, usual=USUAL))
def test_each_act_on_one_is_done_undone_and_done_again(hand, library, act, holds):
    before = all_of(library)

    act(hand)

    assert holds(library)
    hand.undone_and_done_again(lambda: all_of(library), before)


@pytest.mark.long
def test_a_source_is_taken_out_and_comes_back(hand, library):
    add_a_source(hand)
    before = all_of(library)
    sources = hand.pane._editor.sources
    hand.bring_up(sources._remove)
    cell = sources._table.visualItemRect(sources._table.item(0, 0)).center()
    hand.qtbot.mouseClick(sources._table.viewport(), Qt.MouseButton.LeftButton, pos=cell)

    hand.click(sources._remove)
    hand.row("Fares")
    hand.choose(names.SAVE)

    assert one(library, "Fares").newest.sources == ()
    hand.undone_and_done_again(lambda: all_of(library), before)


@pytest.mark.long
def test_what_was_retired_is_brought_back_into_use(hand, library):
    retire(hand)
    before = all_of(library)

    hand.back()
    hand.choose(names.RETIRE)

    assert one(library, "Fares").status is Status.APPROVED
    hand.undone_and_done_again(lambda: all_of(library), before)


@pytest.mark.long
def test_two_wordings_are_compared_and_an_old_one_is_brought_back(hand, library):
    for words in ("One. ", "Two. "):
        hand.row("Fares")
        hand.write(hand.pane._editor.text, words)
        hand.choose(names.SAVE)
    before = all_of(library)
    hand.press_on_bar(names.HISTORY)
    dialog = hand.the(RevisionsDialog)
    hand.item(dialog.wordings, 1)
    hand.pick(dialog.other, dialog.other.itemText(0))
    shown = dialog.differences.toPlainText()
    assert "Two." in shown
    assert "One. On Fares." in shown

    hand.click(dialog.bring)

    assert one(library, "Fares").newest.text.plain == "One. On Fares."
    hand.undone_and_done_again(lambda: all_of(library), before)


# --- several


def themes(hand, dialog):
    hand.write(dialog.add_themes, "New")
    hand.write(dialog.drop_themes, "Old")


def owner(hand, dialog):
    hand.write(dialog.owner, "Bea")


def nobody(hand, dialog):
    hand.click(dialog.no_owner)


def status(hand, dialog):
    hand.pick(dialog.status, "Approved")


def no_review(hand, dialog):
    hand.pick(dialog.review, "No date")


def review_day(hand, dialog):
    hand.pick(dialog.review, "On this day")
    hand.pick_day(dialog.day, MIDDLE)


SEVERAL = {
    themes: lambda position: position.facts.themes == ("New",),
    owner: lambda position: position.facts.owner == "Bea",
    nobody: lambda position: position.facts.owner == "",
    status: lambda position: position.status is Status.APPROVED,
    no_review: lambda position: position.facts.review_by is None,
    review_day: lambda position: position.facts.review_by == today().replace(day=MIDDLE),
}


SELECTED = [
    pytest.param(("Fares", CONTROL, {"Fares", "Trees"}), id="here and there"),
    pytest.param(
        ("Halls", SHIFT, {"Halls", "Maps", "Trees"}), id="from here to there", marks=pytest.mark.long
    ),
]


@pytest.mark.parametrize("selecting", SELECTED)
@pytest.mark.parametrize(("fill", "holds"), each_of(SEVERAL, usual={status}))
def test_those_that_are_selected_change_as_one_step(hand, library, fill, holds, selecting):
    first, modifier, selected = selecting
    before = all_of(library)
    hand.row(first)
    hand.row("Trees", modifier)
    hand.choose(names.SEVERAL)
    dialog = hand.the(SeveralDialog)

    fill(hand, dialog)
    hand.click(dialog.yes)

    after = all_of(library)
    assert all(holds(one(library, each)) for each in selected)
    assert all(after[each] == before[each] for each in set(before) - selected)
    hand.undone_and_done_again(lambda: all_of(library), before)


def test_several_are_deleted_and_recovered(hand, library):
    whole = all_of(library)
    hand.row("Fares")
    hand.row("Maps", SHIFT)
    hand.press_on_bar(names.DELETE)
    left = all_of(library)
    assert set(left) == {"Trees"}
    hand.undone_and_done_again(lambda: all_of(library), whole)

    hand.choose(names.BIN)
    assert listed(hand.pane) == ["Fares", "Halls", "Maps"]
    hand.row("Halls")
    hand.row("Maps", CONTROL)
    hand.press_on_bar(names.RECOVER)

    assert set(all_of(library)) == {"Halls", "Maps", "Trees"}
    hand.undone_and_done_again(lambda: all_of(library), left)


@pytest.mark.long
def test_the_bin_is_emptied(hand, library):
    hand.row("Fares")
    hand.press_on_bar(names.DELETE)
    hand.choose(names.BIN)
    hand.choose(names.EMPTY_BIN)
    hand.click(hand.the(EmptyBinDialog).yes)

    hand.wait(lambda: len(library.entries(include_deleted=True)) == 3)
    hand.wait(lambda: listed(hand.pane) == [])
