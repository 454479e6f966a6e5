"""The menu bar, made from the table of actions: its menus, and the menus within them."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QMenu, QMenuBar

from drafter.ui.actions import ActionRow, Actions, Menu


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> dict[Menu, QMenu]:
    """The menus of the table, in its order, parted by group."""
    made = {}
    for menu in Menu:
        rows = sorted((row for row in actions.rows if row.menu is menu), key=lambda row: row.group)
        if rows:
            made[menu] = bar.addMenu(menu.value)
            _fill(made[menu], rows, actions)
    return made


def hide_empty(menus: Iterable[QMenu]) -> None:
    """A menu, or one within it, is there only while something in it is."""
    for menu in menus:
        hide_empty(within(menu))
        is_empty = not any(each.isVisible() and not each.isSeparator() for each in menu.actions())
        menu.menuAction().setVisible(not is_empty)


def within(menu: QMenu) -> tuple[QMenu, ...]:
    """The menus in a menu."""
    inner = (each.menu() for each in menu.actions())
    return tuple(each for each in inner if isinstance(each, QMenu))


def _fill(menu: QMenu, rows: list[ActionRow], actions: Actions) -> None:
    menu.setToolTipsVisible(True)
    inner: dict[str, QMenu] = {}
    before: ActionRow | None = None
    for row in rows:
        if row.under in inner:
            continue
        if before is not None and before.group != row.group:
            menu.addSeparator()
        before = row
        if not row.under:
            menu.addAction(actions[row.name])
            continue
        inner[row.under] = menu.addMenu(row.under)
        own = [replace(each, under="") for each in rows if each.under == row.under]
        _fill(inner[row.under], own, actions)
