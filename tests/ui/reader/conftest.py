"""A window that has the reading screen alone, and a report that was pasted into it."""

import pytest

from tests.places import a_window_with
from tests.ui.reader.steps import PASTED, is_open


@pytest.fixture
def window(qtbot, workplace):
    return a_window_with(qtbot, workplace, "report")


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
