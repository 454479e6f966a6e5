"""Each act in a library of 10,000 positions, done through the window: what comes of it, not how fast."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.records.ids import PositionId, id_from
from drafter.domain.records.positions import Status
from drafter.services.positions import approve
from drafter.store.library import Library
from drafter.ui.dialogs.look_alikes import LookAlikesDialog
from drafter.ui.dialogs.several import SeveralDialog
from drafter.ui.dialogs.standing import RetireDialog
from drafter.ui.panes import library_actions as names
from tests import conftest
from tests.benchmarks.test_search import Language
from tests.builders import OFFICER, a_change_of, a_position
from tests.places import a_window_with, a_workplace
from tests.ui.library_steps import back, go_to, listed, press, press_action
from tests.ui.mouse_steps import Hand

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

MANY = 10_000
PATIENCE = 120_000
"""Milliseconds: the machine may be busy with other tests."""

CONTROL = Qt.KeyboardModifier.ControlModifier
HALLS = "Councils should lend empty halls in the evening to groups that have nowhere else to meet each week."
ROOMS = HALLS.replace("each", "every")
THEMES = ("Halls", "Trust", "Volunteers")


@pytest.fixture(scope="module")
def library():
    """Titles are in the order of their numbers; every third has the same theme; two look alike."""
    language = Language(random.Random(4))  # noqa: S311 - a corpus, no secret
    texts = [HALLS, ROOMS, *(language.text(60) for _ in range(MANY - 2))]
    made = [
        a_position(text, title=title_of(number), named=str(number), themes=(THEMES[number % 3],), owner="Ann")
        for number, text in enumerate(texts)
    ]
    with Library.in_memory() as opened:
        opened.apply(a_change_of(*made))
        for each in made[:20]:
            approve(opened, each.id, by="Ann")
        yield opened


def title_of(number):
    return f"Entry{number:05}"


@pytest.fixture
def workplace(qapp, library, tmp_path):  # noqa: ARG001 - the application must be there before its objects
    with a_workplace(library, tmp_path) as made:
        yield made


@pytest.fixture
def window(qtbot, workplace, monkeypatch):
    """All that it does beside itself has ended before the next test."""
    monkeypatch.setattr(conftest, "PATIENCE", PATIENCE)  # a change of them all shows how far it is
    made = a_window_with(qtbot, workplace, "library")
    yield made
    qtbot.waitUntil(lambda: not workplace.jobs.running, timeout=PATIENCE)


@pytest.fixture
def hand(qtbot, window):
    return Hand(qtbot, window, patience=PATIENCE)


@pytest.fixture
def pane(window):
    return window.screen_named("library")


def identity(number):
    return PositionId(id_from(str(number)))


def position(library, number):
    return library.position(identity(number))


def turned_back_and_on(hand, look, before):
    """Ctrl+Z brings back what was, Ctrl+Y what is; very many are turned beside the window."""
    after = look()
    assert after != before
    for key, wanted in ((Qt.Key.Key_Z, before), (Qt.Key.Key_Y, after)):
        hand.back()
        hand.pane._list.view.setFocus()
        press(hand.qtbot, key, CONTROL)
        hand.wait(lambda wanted=wanted: not hand.window.workplace.jobs.running and look() == wanted)


def test_one_is_found_by_words_and_by_facets(hand, pane):
    assert pane._list.count == MANY
    hand.leaf("Theme", "Trust")
    hand.wait(lambda: pane._list.count == len(range(1, MANY, 3)))
    hand.write(pane._list.search, "entry0471")
    hand.wait(lambda: listed(pane) == [title_of(number) for number in range(4710, 4720) if number % 3 == 1])

    hand.row(title_of(4711))

    assert pane._editor.title.text() == title_of(4711)


def test_the_words_of_one_are_edited(hand, qtbot, window, pane, library):
    go_to(qtbot, window, pane, title_of(5000))
    before = position(library, 5000).newest.text.plain
    pane._editor.text.setFocus()
    qtbot.keyClicks(pane._editor.text, "More: ")
    press_action(qtbot, window, names.SAVE)

    assert position(library, 5000).newest.text.plain == f"More: {before}"
    turned_back_and_on(hand, lambda: position(library, 5000).newest.text.plain, before)


def test_one_is_approved(hand, qtbot, window, pane, library):
    go_to(qtbot, window, pane, title_of(6000))
    press_action(qtbot, window, names.APPROVE)

    assert position(library, 6000).current.approval.by == OFFICER.name
    turned_back_and_on(hand, lambda: position(library, 6000).status, Status.DRAFT)


def test_one_is_retired_with_what_replaces_it(hand, library):
    hand.row(title_of(7))
    hand.press_on_bar(names.RETIRE)
    dialog = hand.the(RetireDialog)
    hand.write(dialog.replaced_by, title_of(9999).casefold())
    hand.pick_completion(dialog.replaced_by, title_of(9999))
    hand.click(dialog.yes)

    assert position(library, 7).facts.replaced_by == identity(9999)
    turned_back_and_on(hand, lambda: position(library, 7).status, Status.APPROVED)


def test_the_owner_of_all_is_changed(hand, qtbot, window, pane, library):
    before = owners(library)
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    press_action(qtbot, window, names.SEVERAL)
    dialog = hand.the(SeveralDialog)
    hand.write(dialog.owner, "Bea")
    press(qtbot, Qt.Key.Key_Return)

    hand.wait(lambda: not window.workplace.jobs.running and owners(library) == {"Bea"})
    turned_back_and_on(hand, lambda: owners(library), before)


def owners(library):
    return {each.owner for each in library.entries(include_deleted=True)}


def test_all_are_deleted_and_recovered(hand, qtbot, window, pane, library):
    def there():
        return len(library.entries())

    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    press(qtbot, Qt.Key.Key_Delete)
    assert (there(), listed(pane)) == (0, [])
    turned_back_and_on(hand, there, MANY)

    hand.back()
    press_action(qtbot, window, names.BIN)
    assert pane._list.count == MANY
    pane._list.view.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)
    press_action(qtbot, window, names.RECOVER)
    assert there() == MANY
    turned_back_and_on(hand, there, 0)
    assert pane._list.count == 0


def test_two_that_look_alike_are_found_and_one_is_kept(hand, qtbot, window, pane, library):
    pane._list.search.setFocus()
    press_action(qtbot, window, names.LOOK_ALIKES)
    dialog = hand.the(LookAlikesDialog)
    kept, gone = dialog.pair.first, dialog.pair.second
    assert {kept, gone} == {identity(0), identity(1)}

    press(qtbot, Qt.Key.Key_L)

    assert library.position(gone).facts.replaced_by == kept
    press(qtbot, Qt.Key.Key_Escape)
    back(qtbot, window)
    assert QApplication.focusWidget() is not None
    turned_back_and_on(hand, lambda: library.position(gone).facts.replaced_by, None)
