"""Differences in a long text: the first is in sight, and a key goes through the others."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from drafter.domain.comparing import compare
from drafter.ui.widgets.difference_view import DifferenceView
from tests.builders import rich

CALM = "<p>Nothing has changed in this paragraph about buses and halls in small places.</p>" * 20


def differences(qtbot, before, after):
    view = DifferenceView()
    qtbot.addWidget(view)
    view.resize(420, 200)
    view.show_comparison(compare(rich(before), rich(after)))
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return view


def is_in_sight(view):
    return view.viewport().rect().contains(view.cursorRect())


def test_the_first_difference_is_in_sight_and_f3_goes_round(qtbot):
    view = differences(
        qtbot,
        f"{CALM}<p>Fares.</p>{CALM}<p>Halls.</p>{CALM}",
        f"{CALM}<p>Fares matter.</p>{CALM}<p>Halls matter too.</p>{CALM}",
    )
    assert is_in_sight(view)
    first = view.textCursor().position()

    seen = []
    for keys in (Qt.KeyboardModifier.NoModifier,) * 2 + (Qt.KeyboardModifier.ShiftModifier,):
        QTest.keyClick(view, Qt.Key.Key_F3, keys)
        assert is_in_sight(view)
        seen.append(view.textCursor().position())

    assert seen[0] > first
    assert seen[1:] == [first, seen[0]]


def test_without_a_difference_it_opens_at_the_top(qtbot):
    view = differences(qtbot, CALM, CALM)

    QTest.keyClick(view, Qt.Key.Key_F3)

    assert view.verticalScrollBar().value() == 0
