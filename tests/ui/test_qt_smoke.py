"""The Qt that is installed must not lose the interpreter's references."""

import sys

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel

ROUNDS = 100
CALLS_A_ROUND = 1_000


@pytest.fixture
def calls(qtbot):
    """Two kinds of call that return nothing: one to a value, one to a widget."""
    label = QLabel()
    qtbot.addWidget(label)
    document = QTextDocument(label)
    return QTextCursor(document).insertText, label.setText


def test_100_000_calls_that_return_nothing_cost_no_reference_to_none(calls):
    """PySide 6.12.0 on Python 3.11 lost one at every call and aborted the interpreter after some thousands.

    From Python 3.12 on None is immortal and its count stands still: there it shows only that all return.
    """
    before = sys.getrefcount(None)
    for _ in range(ROUNDS):
        for call in calls:
            for _ in range(CALLS_A_ROUND // len(calls)):
                call("\n")

        assert sys.getrefcount(None) > before - CALLS_A_ROUND // 10
