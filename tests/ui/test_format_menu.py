"""The Format menu does what the bar of the text editor with the focus does, and says its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from drafter.ui.actions import Actions, Menu
from drafter.ui.dialogs.keys import KeysDialog
from drafter.ui.format_actions import FORMAT_ACTIONS, FormatActs
from drafter.ui.menus import fill_menu_bar
from drafter.ui.text.format_bar import FormatBar
from drafter.ui.text.rich_text_edit import RichTextEdit


@pytest.fixture
def stage(qtbot):
    """A window with a menu bar, a text editor with its bar, and a plain field."""
    window = QMainWindow()
    actions = Actions(FORMAT_ACTIONS)
    editor, field = RichTextEdit(), QLineEdit()
    inside = QWidget()
    layout = QVBoxLayout(inside)
    bar = FormatBar(editor)
    for each in (bar, editor, field):
        layout.addWidget(each)
    window.setCentralWidget(inside)
    fill_menu_bar(window.menuBar(), actions)
    FormatActs(window, actions)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    return actions, editor, field, bar


def test_it_names_the_very_keys_of_the_bar(stage):
    actions, _, _, bar = stage

    shown = {row.name.removeprefix("format."): actions[row.name].shortcut() for row in FORMAT_ACTIONS}
    assert shown == {name: act.shortcut() for name, act in bar.acts.items()}
    assert all(row.menu is Menu.FORMAT for row in FORMAT_ACTIONS)


def test_a_click_in_the_menu_makes_bold_what_is_typed_next(qtbot, stage):
    actions, editor, _, _ = stage

    actions["format.bold"].trigger()
    qtbot.keyClicks(editor, "we")

    assert editor.is_bold()
    assert actions["format.bold"].isChecked()


def test_the_key_works_once(qtbot, stage):
    actions, editor, _, bar = stage
    qtbot.keyClicks(editor, "we")

    qtbot.keyClick(
        editor, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )

    assert bar.acts["bullets"].isChecked()
    assert actions["format.bullets"].isChecked()
    assert actions["format.indent"].isEnabled()


def test_it_can_be_chosen_only_where_there_is_such_a_text(qtbot, stage):
    actions, _, field, _ = stage
    with_text = actions["format.bold"].isEnabled()

    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    assert with_text
    assert not any(actions[row.name].isEnabled() for row in FORMAT_ACTIONS)


def test_the_list_of_keys_has_them(qtbot, stage):
    dialog = KeysDialog(stage[0])
    qtbot.addWidget(dialog)

    assert "Bold" in dialog.shown_commands
    assert stage[0]["format.spelling"].shortcut() == QKeySequence("F7")
