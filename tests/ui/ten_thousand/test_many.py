"""Finding, look-alikes and changes of many among 10,000 positions, through the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.records.positions import Status
from drafter.domain.records.responses import ResponseState
from drafter.services import answering
from drafter.services.searches import saved_searches
from drafter.ui.dialogs.look_alikes import LookAlikesDialog
from drafter.ui.dialogs.look_alikes_merge import MergeDialog
from drafter.ui.dialogs.newer_words import NewerWordsDialog
from drafter.ui.dialogs.several import SeveralDialog
from drafter.ui.dialogs.told import ToldDialog
from drafter.ui.panes import library_actions as names
from tests.ui.library_steps import CONTROL, back, go_to, listed, press, press_action, type_file
from tests.ui.ten_thousand.laid import (
    DRAFTS,
    MANY,
    PAIRS,
    USED,
    identity,
    left_as_found,
    standing,
    title_of,
    turned,
    turned_back_and_on,
    words_of,
)

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

ALT = Qt.KeyboardModifier.AltModifier


# --- finding


def test_one_is_found_by_words_and_by_facets(hand, pane):
    assert pane._list.count == MANY
    hand.leaf("Theme", "Trust")
    hand.wait(lambda: pane._list.count == len(range(1, MANY, 3)))
    hand.write(pane._list.search, "entry0010")
    hand.wait(lambda: listed(pane) == [title_of(number) for number in (100, 103, 106, 109)])

    hand.row(title_of(103))

    assert pane._editor.title.text() == title_of(103)


FACETS = (
    ("Status", "Approved"),
    ("Kind", "Position"),
    ("Owner", "Ann"),
    ("Theme", "Halls"),
    ("Attention", "Review overdue"),
    ("Attention", "Never used"),
)


def test_each_facet_lists_as_many_as_it_counts(hand, pane):
    hand.wait(lambda: all(each in pane._tree._leaves for each in FACETS))
    for facet in FACETS:
        many = int(pane._tree._leaves[facet].text(1).replace(",", ""))
        assert 0 < many <= MANY
        hand.leaf(*facet)
        hand.wait(lambda many=many: pane._list.count == many)
        hand.leaf(*facet)
        hand.wait(lambda: pane._list.count == MANY)


def test_a_search_is_kept_named_brought_back_and_let_go(hand, qtbot, window, pane, library):
    def kept():
        return [(each.name, each.words, each.facets) for each in saved_searches(library)]

    wanted = ("entry000", (("Theme", "Trust"),))
    hand.leaf("Theme", "Trust")
    hand.write(pane._list.search, "entry000")
    press_action(qtbot, window, names.KEEP_SEARCH)
    qtbot.keyClicks(QApplication.focusWidget(), "Early ones")
    press(qtbot, Qt.Key.Key_Return)
    hand.wait(lambda: kept() == [("Early ones", *wanted)])
    turned_back_and_on(hand, kept, [("entry000, Trust", *wanted)])
    hand.leaf("Theme", "Trust")
    pane._list.search.clear()
    hand.wait(lambda: pane._list.count == MANY)

    hand.item(pane._searches.list, 0)

    hand.wait(lambda: pane._list.count == len(range(1, 100, 3)))
    pane._searches.list.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert kept() == []
    left_as_found(hand, kept, [("Early ones", *wanted)])


# --- changing all


def test_themes_owner_status_and_review_date_of_all_are_changed_as_one_step(
    hand, qtbot, window, pane, library
):
    def look():
        return {
            (each.themes, each.owner, each.status, each.review_by)
            for each in library.entries(include_deleted=True)
        }

    before = look()
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    press_action(qtbot, window, names.SEVERAL)
    dialog = hand.the(SeveralDialog)
    for field, words in (
        (dialog.add_themes, "New"),
        (dialog.drop_themes, "Halls, Trust, Volunteers"),
        (dialog.owner, "Bea"),
    ):
        field.setFocus()
        qtbot.keyClicks(field, words)
    dialog.status.setFocus()
    hand.pick(dialog.status, "Approved")
    hand.pick(dialog.review, "No date")
    hand.click(dialog.yes)

    changed = {(("New",), "Bea", Status.APPROVED, None)}
    hand.wait(lambda: not window.workplace.jobs.running and look() == changed)
    left_as_found(hand, look, before)


# --- alike


def test_two_that_look_alike_are_kept_merged_and_told_apart(hand, qtbot, window, pane, library):
    def look():
        return [standing(library, number) for pair in PAIRS for number in pair], library.not_alike()

    before = look()
    pane._list.search.setFocus()
    press_action(qtbot, window, names.LOOK_ALIKES)
    dialog = hand.the(LookAlikesDialog)
    assert dialog.list.count() == len(PAIRS)
    pairs = {frozenset(map(identity, pair)) for pair in PAIRS}
    kept = dialog.pair
    press(qtbot, Qt.Key.Key_L)
    merged = dialog.pair
    press(qtbot, Qt.Key.Key_M)
    merging = hand.the(MergeDialog)
    qtbot.keyClicks(merging.text, "Together: ")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    hand.wait(lambda: dialog.list.count() == 1)
    dialog.activateWindow()
    hand.wait(dialog.isActiveWindow)
    apart = dialog.pair
    press(qtbot, Qt.Key.Key_N)

    assert {frozenset((each.first, each.second)) for each in (kept, merged, apart)} == pairs
    assert library.position(kept.second).facts.replaced_by == kept.first
    assert library.position(merged.second).facts.replaced_by == merged.first
    assert library.position(merged.first).newest.text.plain.startswith("Together: ")
    assert len(library.not_alike()) == 1
    press(qtbot, Qt.Key.Key_Escape)
    back(qtbot, window)
    left_as_found(hand, look, before, steps=3)


def test_what_is_saved_and_looks_like_another_is_said(hand, qtbot, window, pane, library):
    words = words_of(library, 71)
    go_to(qtbot, window, pane, title_of(70))
    pane._editor.text.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(pane._editor.text, words)
    press_action(qtbot, window, names.SAVE)

    hand.wait(lambda: window.banner.sentence == f"This looks like “{title_of(71)}”.")
    hand.click(window.banner.offer)
    dialog = hand.the(LookAlikesDialog)
    hand.click(dialog.not_same)
    hand.close(dialog)
    many = len(library.not_alike())
    left_as_found(hand, lambda: len(library.not_alike()), many - 1)
    turned(hand, Qt.Key.Key_Z)
    assert words_of(library, 70) != words


# --- use


def draft_of(library, title):
    return next(each for each in library.response_heads() if each.title == title)


def test_drafts_with_earlier_words_are_brought_up_to_date(hand, qtbot, window, pane, library):
    def said():
        drafts = [library.response(draft_of(library, title).id) for title in DRAFTS]
        return [next(each.passages).text.plain for each in drafts]

    before = said()
    go_to(qtbot, window, pane, title_of(USED))
    assert {link.text() for link in pane._editor.uses.links} == set(DRAFTS)
    select = "Anew. "
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, select)
    press_action(qtbot, window, names.APPROVE)
    hand.wait(lambda: window.banner.sentence.startswith("3 drafts hold earlier words"))
    new = words_of(library, USED)
    hand.click(window.banner.offer)
    dialog = hand.the(NewerWordsDialog)
    tailored = next(row for row in range(3) if "Tailored" in dialog.list.item(row).toolTip())
    hand.item(dialog.list, tailored)
    hand.click(dialog.take)
    assert said() == [*before[:2], new]
    qtbot.keyClick(dialog, Qt.Key.Key_A, ALT)  # Qt clicks a moment later
    hand.wait(lambda: said() == [new, new, new])
    hand.close(dialog)
    left_as_found(hand, said, before, steps=2)


def test_what_was_told_is_narrowed_and_written(hand, qtbot, window, pane, library, tmp_path):
    first = draft_of(library, "First")
    answering.set_state(library, first.id, ResponseState.SENT)
    pane._list.search.setFocus()
    press_action(qtbot, window, names.TOLD)
    dialog = hand.the(ToldDialog)
    hand.wait(lambda: dialog.table.topLevelItemCount() == 1)
    hand.pick(dialog.theme, "Halls")
    hand.write(dialog.words, "ministry")
    hand.wait(lambda: dialog.table.topLevelItemCount() == 1)

    for name in ("told.docx", "told.csv"):
        dialog.activateWindow()
        hand.wait(dialog.isActiveWindow)
        qtbot.keyClick(dialog, Qt.Key.Key_W, ALT)
        type_file(qtbot, window, tmp_path / name)
        hand.wait((tmp_path / name).exists)

    hand.wait(lambda: "Wrote 1 row" in window.banner.sentence)
    assert title_of(USED) in (tmp_path / "told.csv").read_text(encoding="utf-8-sig")
    dialog.activateWindow()
    hand.close(dialog)
    answering.set_state(library, first.id, first.state)
