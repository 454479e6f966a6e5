"""How the editor of a text looks, finds, and stays as it is where it is to be read only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest

from drafter.ui.text.colours import DARK
from drafter.ui.text.finding import Wanted
from tests.builders import rich
from tests.ui.text.texts import written


def test_light_and_dark_change_no_letter_and_no_step(edit):
    stack = QUndoStack()
    edit.set_rich_text(rich("<h2>T</h2><p><a href='https://e.org'>x</a></p>"))
    edit.follow_with(stack)

    edit.set_colours(DARK)

    assert edit.viewport().palette().base().color() == DARK.paper
    assert stack.count() == 0
    assert not edit.document().isUndoAvailable()


def test_zoom_changes_no_step_and_makes_everything_larger(edit):
    edit.set_rich_text(rich("<h2>T</h2><ul><li>x</ul><p>y</p>"))
    before = edit.document().size().height()

    edit.set_zoom(200)

    assert edit.document().size().height() == pytest.approx(before * 2, rel=0.05)
    assert not edit.document().isUndoAvailable()


def test_finding_goes_round_and_counts(edit):
    edit.set_rich_text(rich("<p>Grants are grants.</p><p>No GRANTS, no work.</p>"))

    assert edit.count_found(Wanted(words="grants")) == 3
    starts = []
    for _ in range(4):
        assert edit.find_words(Wanted(words="grants"))
        starts.append(edit.textCursor().selectionStart())
    assert starts[3] == starts[0]
    assert not edit.find_words(Wanted(words="absent"))


def test_a_read_only_text_takes_no_key(edit):
    edit.set_rich_text(rich("<p>fixed</p>"))
    edit.setReadOnly(True)

    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_A):
        QTest.keyClick(edit, key)

    assert written(edit) == "<p>fixed</p>"
