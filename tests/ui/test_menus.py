"""The menu bar, as it is on each screen."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

from drafter.ui.actions import SHELL, ActionRow, Actions, Menu
from drafter.ui.menus import fill_menu_bar, hide_empty, within
from drafter.ui.screens import SCREENS, rows_of

pytestmark = pytest.mark.usefixtures("qapp")

MOST = 17
"""So many entries fit below the menu bar of a window 720 pixels high, with the lines between them."""


@pytest.fixture
def bar(qtbot):
    made = QMenuBar()
    qtbot.addWidget(made)
    return made


def shown(menu):
    return [each for each in menu.actions() if each.isVisible() and not each.isSeparator()]


def on_screen(bar, name):
    """The menus that can be opened on a screen, those within others too."""
    actions = Actions(rows_of(), parent=bar)
    menus = fill_menu_bar(bar, actions)
    actions.show_screen(name)
    hide_empty(menus.values())
    inner = [each for menu in menus.values() for each in within(menu)]
    return [each for each in (*menus.values(), *inner) if each.menuAction().isVisible()]


def test_menus_stand_in_their_order_and_are_parted_by_group(bar):
    actions = Actions(SHELL)

    menus = fill_menu_bar(bar, actions)

    assert list(menus) == [Menu.FILE, Menu.EDIT, Menu.VIEW, Menu.HELP]
    words = ["-" if each.isSeparator() else each.objectName() for each in menus[Menu.FILE].actions()]
    assert words[:4] == ["report.open", "report.paste", "statement.new", "-"]
    assert words[-2:] == ["-", "window.close"]


@pytest.mark.parametrize("screen", [row.name for row in SCREENS])
def test_no_menu_is_longer_than_a_small_window(bar, screen):
    assert {
        menu.title(): len(shown(menu)) for menu in on_screen(bar, screen) if len(shown(menu)) > MOST
    } == {}


@pytest.mark.parametrize("screen", [row.name for row in SCREENS])
def test_everything_that_can_be_done_on_a_screen_stands_in_one_menu(bar, screen):
    listed = [each.objectName() for menu in on_screen(bar, screen) for each in shown(menu) if not each.menu()]

    assert sorted(listed) == sorted(row.name for row in rows_of() if row.screen in ("", screen))


@pytest.mark.parametrize("screen", [row.name for row in SCREENS])
def test_no_letter_is_marked_twice_in_a_menu(bar, screen):
    for menu in on_screen(bar, screen):
        entries = {each.text(): QKeySequence.mnemonic(each.text()).toString() for each in shown(menu)}
        letters = [each for each in entries.values() if each]
        assert len(letters) == len(set(letters)), (menu.title(), entries)


def test_a_menu_within_a_menu_stands_where_its_first_entry_would_and_goes_when_it_is_empty(bar):
    rows = (
        ActionRow(name="one", text="One", menu=Menu.VIEW),
        ActionRow(name="two", text="Two", menu=Menu.VIEW, under="&More", screen="desk"),
        ActionRow(name="three", text="Three", menu=Menu.VIEW, group=1),
        ActionRow(name="four", text="Four", menu=Menu.VIEW, group=2, under="&More", screen="desk"),
    )
    actions = Actions(rows, parent=bar)
    menus = fill_menu_bar(bar, actions)
    view = menus[Menu.VIEW]
    assert [each.text() for each in shown(view)] == ["One", "&More", "Three"]
    assert [each.text() for each in shown(within(view)[0])] == ["Two", "Four"]

    actions.show_screen("home")
    hide_empty(menus.values())

    assert [each.text() for each in shown(view)] == ["One", "Three"]
