"""Typing into the editor of a text with real keys, and undoing it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from drafter.domain.richtext import BlockStyle
from drafter.ui.text.rich_text_edit import RichTextEdit
from tests.builders import rich
from tests.ui.text.texts import CTRL, SHIFT, at_end, select, written


def test_return_makes_a_paragraph_and_shift_return_too(edit):
    QTest.keyClicks(edit, "One")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "two")
    QTest.keyClick(edit, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(edit, "three")

    assert written(edit) == "<p>One</p><p>two</p><p>three</p>"


def test_a_dash_and_a_space_begin_a_list_and_undo_gives_the_dash_back(edit):
    QTest.keyClicks(edit, "- item")

    assert written(edit) == "<ul><li>item</li></ul>"

    edit.undo_step()
    edit.undo_step()

    assert edit.block_style() is BlockStyle.PARAGRAPH
    assert edit.toPlainText() == "- "


def test_tab_goes_a_level_in_and_return_twice_leaves_the_list(edit):
    QTest.keyClicks(edit, "1. one")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    QTest.keyClicks(edit, "deeper")
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "after")

    assert written(edit) == "<ol><li>one<ol><li>deeper</li></ol></li></ol><p>after</p>"


def test_tab_outside_a_list_moves_the_focus_on(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    edit, line = RichTextEdit(window), QLineEdit(window)
    window.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)

    QTest.keyClick(edit, Qt.Key.Key_Tab)

    qtbot.waitUntil(line.hasFocus)
    assert edit.rich_text().is_empty


def test_backspace_at_the_start_of_an_item_takes_the_list_away_first(edit):
    edit.set_rich_text(rich("<p>before</p><ul><li>item</ul>"))
    select(edit, len("before") + 1)

    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert written(edit) == "<p>before</p><p>item</p>"

    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert written(edit) == "<p>beforeitem</p>"


def test_a_paragraph_after_a_heading_is_plain(edit):
    edit.set_rich_text(rich("<h3>What next</h3>"))
    at_end(edit)

    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "Text")

    assert written(edit) == "<h3>What next</h3><p>Text</p>"


def test_typing_over_a_selection_of_several_paragraphs_joins_them(edit):
    edit.set_rich_text(rich("<p>One fish</p><p>two</p><p>red fish</p>"))
    select(edit, 4, 16)

    QTest.keyClicks(edit, "blue")

    assert written(edit) == "<p>One blue fish</p>"


# Undo


def test_typing_is_undone_word_by_word(edit):
    stack = QUndoStack()
    edit.follow_with(stack)
    QTest.keyClicks(edit, "we welcome longer grants")

    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)

    assert edit.toPlainText() == "we welcome longer "
    assert stack.count() == 4
    assert stack.undoText() == "Typing"


def test_a_pause_begins_a_step_of_its_own(edit, monkeypatch):
    monkeypatch.setattr("drafter.ui.text.typing_edit._PAUSE", -1)
    edit.follow_with(QUndoStack(edit))
    QTest.keyClicks(edit, "ab")

    edit.undo_step()

    assert edit.toPlainText() == "a"


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)], ids=["ctrl+y", "ctrl+shift+z"]
)
def test_the_undo_owner_answers_the_keys(edit, key, modifiers):
    class Owner:
        asked: tuple[str, ...] = ()

        def undo(self):
            self.asked += ("undo",)

        def redo(self):
            self.asked += ("redo",)

    owner = Owner()
    edit.set_undo_owner(owner)
    QTest.keyClicks(edit, "a")
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(edit, key, modifiers)

    assert owner.asked == ("undo", "redo")
    assert edit.toPlainText() == "a"


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+V"])
def test_keys_of_the_window_are_the_editors_while_one_types(qtbot, keys):
    window = QWidget()
    qtbot.addWidget(window)
    edit = RichTextEdit(window)
    asked: list[str] = []
    action = QAction(window)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: asked.append(keys))
    window.addAction(action)
    window.show()
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    QApplication.clipboard().setText("pasted")
    QTest.keyClicks(edit, "a")
    QTest.keySequence(edit, QKeySequence(keys))

    assert not asked
    assert edit.toPlainText() == {"Ctrl+Z": "", "Ctrl+Y": "a", "Ctrl+Shift+V": "apasted"}[keys]
    QApplication.clipboard().clear()


def test_steps_of_the_text_and_other_commands_are_one_history(edit):
    stack = QUndoStack()
    edit.follow_with(stack)
    QTest.keyClicks(edit, "one")
    edit.toggle_style(BlockStyle.BULLET)

    assert [stack.text(at) for at in range(stack.count())] == ["Typing", "Bullet"]
    stack.setIndex(0)
    assert edit.rich_text().is_empty
    stack.setIndex(2)
    assert written(edit) == "<ul><li>one</li></ul>"


def test_a_step_whose_document_is_gone_does_nothing(qapp):
    stack = QUndoStack()
    edit = RichTextEdit()
    edit.follow_with(stack)
    QTest.keyClicks(edit, "one")
    edit.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    stack.undo()
    stack.redo()

    assert stack.index() == 1
