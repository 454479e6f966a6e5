"""A window that has the reading screen alone, and a report that was pasted into it."""

from dataclasses import replace

import pytest

from drafter.ui.actions import Actions
from drafter.ui.main_window import MainWindow
from drafter.ui.screens import SCREENS, rows_of
from tests.ui.reader.steps import PASTED, is_open

REPORT = tuple(row for row in SCREENS if row.name == "report")


@pytest.fixture
def window(qtbot, workplace):
    place = replace(workplace, actions=Actions(rows_of(REPORT)))
    made = MainWindow(place, screens=REPORT)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def pane(window):
    return window.screen_named("report")


@pytest.fixture
def told(workplace):
    """What the banner was asked to say."""
    said = []
    workplace.notices.said.connect(lambda tone, sentence, _offer, act: said.append((tone, sentence, act)))
    return said


@pytest.fixture
def reading(qtbot, window, pane):
    """The pasted report, open."""
    window.read_text(PASTED)
    qtbot.waitUntil(is_open(pane, 4))
    return pane
