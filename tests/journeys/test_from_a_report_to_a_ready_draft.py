"""From a report that comes in to a draft with nothing left to look at, in both shapes, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.checks import Severity
from drafter.domain.records.responses import Shape
from drafter.domain.records.stances import Stance
from drafter.ui.dialogs.export import ExportDialog
from tests.journeys.test_point_by_point import choose
from tests.journeys.test_reading_a_report import drop, has, press

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
ASKS = (
    "The Government should fund small charities for three years.",
    "Councils should lend their rooms to volunteers in the evening.",
    "The Treasury should publish what it spends on grants each year.",
)


@pytest.fixture
def read(qtbot, window, tmp_path):
    """A report that was dropped on the window and has been read."""
    page = tmp_path / "report.html"
    asked = "".join(f"<p>Recommendation {number}: {each}</p>" for number, each in enumerate(ASKS, start=1))
    page.write_text(f"<title>Near at Hand</title><h1>Near at Hand</h1>{asked}", encoding="utf-8")
    drop(window, page)
    pane = window.screen_named("report")
    qtbot.waitUntil(has(pane, len(ASKS)), timeout=30_000)
    window.activateWindow()  # as the system does when a dialog goes
    qtbot.waitUntil(window.isActiveWindow)
    row = pane.panel.view.visualRect(pane.panel.view.model().index(0, 0)).center()
    qtbot.mouseClick(pane.panel.view.viewport(), Qt.MouseButton.LeftButton, pos=row)
    return pane


def on_the_desk(qtbot, window, *keys):
    press(qtbot, window, *keys)
    qtbot.waitUntil(lambda: window.current == "desk")
    return window.screen_named("desk")


def answer(qtbot, desk, label, words):
    """Click it in the list, go to where its answer stands, and write."""
    choose(qtbot, desk, label)
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_Return, CONTROL)
    assert desk.sheet.edit.hasFocus()
    qtbot.keyClicks(desk.sheet.edit, words)


def left(desk):
    """What the readiness list holds beside advice."""
    return [each for each in desk.readiness.model.findings if each.severity is not Severity.ADVICE]


def is_ready(desk):
    def look():
        assert not desk.in_hand.writer._pause.is_due
        assert [each.sentence for each in left(desk)] == []

    return look


def test_point_by_point(qtbot, window, read, library):  # noqa: ARG001 - the report is there
    desk = on_the_desk(qtbot, window, Qt.Key.Key_Return, CONTROL | SHIFT)
    steps = desk.recommendations.list
    assert steps.hasFocus()
    qtbot.keyClick(steps, Qt.Key.Key_1)
    qtbot.keyClick(steps, Qt.Key.Key_Down)
    qtbot.keyClick(steps, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: len(left(desk)) > 0)
    qtbot.keyClick(steps, Qt.Key.Key_Down)
    qtbot.keyClick(steps, Qt.Key.Key_6)
    qtbot.keyClicks(QApplication.focusWidget(), "It is outside our field.")

    press(qtbot, window, Qt.Key.Key_B, CONTROL | SHIFT)
    answer(qtbot, desk, "1", "We welcome this, and would begin with the smallest.")
    answer(qtbot, desk, "2", "Rooms should be free of charge at weekends too.")

    qtbot.waitUntil(is_ready(desk), timeout=15_000)
    stored = library.response(desk.in_hand.id)
    assert stored.head.shape is Shape.POINT_BY_POINT
    taken = [stored.stance_on(each.id) for each in desk.in_hand.facts.recommendations]
    assert [each.stance for each in taken] == [Stance.WELCOME, Stance.GO_FURTHER, Stance.NO_COMMENT]
    assert taken[2].reason == "It is outside our field."
    assert desk.strip.sentence.whole == "All 3 answered"
    qtbot.mouseClick(desk.strip.export, Qt.MouseButton.LeftButton)
    dialog = desk.findChild(ExportDialog)
    assert dialog._export.isEnabled()
    dialog.reject()


def test_a_statement(qtbot, window, read, library):  # noqa: ARG001 - the report is there
    desk = on_the_desk(qtbot, window, Qt.Key.Key_Return, CONTROL | ALT)
    choose(qtbot, desk, "2")
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_2)
    qtbot.mouseClick(desk.strip.start, Qt.MouseButton.LeftButton)
    headline = desk.sheet.head.headline
    qtbot.mouseClick(headline.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClick(headline, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(headline, "Rooms to meet in")
    answer(qtbot, desk, "2", "We welcome it where the rooms are free of charge.")
    choose(qtbot, desk, "1")
    press(qtbot, window, Qt.Key.Key_X, CONTROL | SHIFT)

    qtbot.waitUntil(is_ready(desk), timeout=15_000)
    stored = library.response(desk.in_hand.id)
    assert (stored.head.shape, stored.head.title) == (Shape.STATEMENT, "Rooms to meet in")
    assert desk.strip.sentence.whole == "1 of 3 answered, 2 not covered here"
    assert sum(each.set_aside for each in stored.stances) == 2
    answered = [each.text.plain for each in stored.passages if each.answers]
    assert answered == ["We welcome it where the rooms are free of charge."]
