"""The window over a library of 10,000 positions, which the tests of one file share."""

import pytest

from tests import conftest
from tests.places import a_window_with, a_workplace
from tests.ui.mouse_steps import Hand
from tests.ui.ten_thousand.laid import PATIENCE, filled


@pytest.fixture(scope="module")
def library():
    """Each test takes positions of its own, or puts back what it did to all."""
    with filled() as opened:
        yield opened


@pytest.fixture
def workplace(qapp, library, tmp_path):  # noqa: ARG001 - the application must be there before its objects
    with a_workplace(library, tmp_path) as made:
        yield made


@pytest.fixture
def window(qtbot, workplace, monkeypatch):
    """All that it does beside itself has ended before the next test."""
    monkeypatch.setattr(conftest, "PATIENCE", PATIENCE)  # a change of them all shows how far it is
    made = a_window_with(qtbot, workplace, "library")
    yield made
    qtbot.waitUntil(lambda: not workplace.jobs.running, timeout=PATIENCE)


@pytest.fixture
def hand(qtbot, window):
    return Hand(qtbot, window, patience=PATIENCE)


@pytest.fixture
def pane(window):
    return window.screen_named("library")
