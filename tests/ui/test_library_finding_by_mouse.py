"""What is found in the library by the mouse: facets, bars, saved searches, and where a position was used."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.positions import Kind, Status
from drafter.services.positions import retire
from drafter.services.searches import saved_searches
from drafter.ui.panes import library_actions as names
from tests.builders import a_past_use, a_report
from tests.places import a_draft_that_holds, a_window_with
from tests.ui.library_steps import listed, press
from tests.ui.mouse_steps import Hand, bring_four, one

FACETS = {
    ("Kind", "Evidence"): ["Maps"],
    ("Theme", "New"): ["Maps"],
    ("Status", "Approved"): ["Halls"],
    ("Status", "Retired"): ["Fares"],
    ("Owner", "Bea"): ["Maps"],
    ("Attention", "Review due"): ["Trees"],
    ("Attention", "Never used"): ["Halls", "Maps", "Trees"],
}
"""One of each group, and what is left where it is ticked."""


@pytest.fixture
def hand(qtbot, workplace, library):
    """Over a library of four: one retired and used, one with facts of its own."""
    bring_four(library)
    retire(library, one(library, "Fares").id, by="Ann")
    maps = one(library, "Maps").facts
    other = replace(maps, kind=Kind.EVIDENCE, themes=("New",), owner="Bea")
    library.apply(Change.of("Edit", changed(maps, other)))
    library.apply(Change.of("Use", added(a_past_use(one(library, "Fares"), response="A"))))
    made = Hand(qtbot, a_window_with(qtbot, workplace, "library"))
    yield made
    made.wait(lambda: not workplace.jobs.running)


def by_click(hand, group, name):
    hand.leaf(group, name)


def by_keys(hand, group, name):
    tree = hand.pane._tree
    tree.setFocus()
    press(hand.qtbot, Qt.Key.Key_Home)
    while tree.currentItem() is not tree._leaves[group, name]:
        press(hand.qtbot, Qt.Key.Key_Down)
    press(hand.qtbot, Qt.Key.Key_Space)


def test_each_facet_is_ticked_and_let_go_by_a_click_and_by_a_key(hand):
    hand.wait(lambda: bool(hand.pane._tree._leaves))
    for tick in (by_click, by_keys):
        for (group, name), left in FACETS.items():
            tick(hand, group, name)
            hand.wait(lambda left=left: listed(hand.pane) == left)
            tick(hand, group, name)
            hand.wait(lambda: len(listed(hand.pane)) == 4)


@pytest.mark.long
def test_each_bar_lists_what_it_counts(hand):
    rows = hand.pane._dashboard.rows
    hand.wait(lambda: rows["Never used"].count == 3)
    for name in [name for name, row in rows.items() if row.count]:
        many = rows[name].count
        hand.click(rows[name])
        assert len(listed(hand.pane)) == many
        hand.choose(names.ATTENTION)
    assert one(hand.library, "Fares").status is Status.RETIRED


@pytest.mark.long
def test_what_is_typed_and_ticked_is_kept_named_brought_back_and_let_go(hand, library):
    def kept():
        return [(each.name, each.words, each.facets) for each in saved_searches(library)]

    wanted = ("trees", (("Owner", "Ann"),))
    hand.choose(names.SEARCH)
    hand.write(hand.pane._list.search, "trees")
    hand.leaf("Owner", "Ann")
    hand.choose(names.KEEP_SEARCH)
    assert kept() == [("trees, Ann", *wanted)]
    hand.click(hand.pane._list.search)  # away from the field in which it could be renamed
    hand.undone_and_done_again(kept, [])

    entries = hand.pane._searches.list

    def near(words):
        at = entries.visualItemRect(entries.item(0)).center()
        hand.choose_at(entries.viewport(), at, words)

    near("Rename")
    hand.qtbot.keyClicks(QApplication.focusWidget(), "Ours")
    hand.click(hand.pane._list.search)
    assert kept() == [("Ours", *wanted)]
    hand.undone_and_done_again(kept, [("trees, Ann", *wanted)])

    hand.leaf("Owner", "Ann")
    hand.pane._list.search.clear()
    hand.wait(lambda: len(listed(hand.pane)) == 4)
    hand.item(entries, 0)
    hand.wait(lambda: listed(hand.pane) == ["Trees"])

    near("Delete")
    assert kept() == []
    hand.undone_and_done_again(kept, [("Ours", *wanted)])


@pytest.mark.long
def test_what_needs_attention_comes_back_in_place_of_a_position(hand):
    hand.row("Fares")
    assert hand.pane._editor.isVisible()

    hand.choose(names.ATTENTION)

    assert hand.pane._dashboard.isVisible()


@pytest.mark.long
def test_where_it_was_used_leads_to_the_response(hand, library):
    report = a_report("Fund it.")
    library.apply(Change.of("Keep", added(report)))
    response = a_draft_that_holds(library, one(library, "Halls").id, "Ours", to=report.id)
    hand.pane.response_opened.disconnect()  # there is no desk in this window
    hand.row("Halls")
    [link] = hand.pane._editor.uses.links
    hand.bring_up(link)

    with hand.qtbot.waitSignal(hand.pane.response_opened) as opened:
        hand.click(link)

    assert opened.args == [response]


@pytest.mark.long
def test_clicking_on_another_keeps_what_was_written_as_one_revision(hand, library):
    hand.row("Halls")
    hand.write(hand.pane._editor.text, "More: ")

    hand.row("Trees")

    assert one(library, "Halls").newest.text.plain == "More: On Halls."
    assert len(library.revisions(one(library, "Halls").id)) == 2
    hand.undone_and_done_again(lambda: one(library, "Halls").newest.text.plain, "On Halls.")
