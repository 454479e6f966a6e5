"""A library in memory, a workplace round it, and a window on both."""

import pytest
from PySide6.QtWidgets import QLabel

from drafter.store.library import Library
from drafter.ui.actions import ActionRow, Menu
from drafter.ui.screens import SCREENS, ScreenRow
from tests.places import a_window, a_workplace


class Elsewhere(QLabel):
    """A screen that can do all that the window may ask, and remembers what it was asked."""

    def __init__(self, workplace):
        super().__init__("Elsewhere")
        self.workplace = workplace
        self.asked = []

    def open_file(self, path):
        self.asked.append(path)

    def open_text(self, text):
        self.asked.append(text)

    def open_report(self, report):
        self.asked.append(report)

    def open_left(self, subject):
        self.asked.append(subject)

    def open_response(self, response):
        self.asked.append(response)

    def show_position(self, position):
        self.asked.append(position)

    def show_arrived(self, positions):
        self.asked.append(positions)

    def show_due(self, day):
        self.asked.append(day)


HOME = next(row for row in SCREENS if row.name == "home")
ELSEWHERE = ScreenRow(
    name="elsewhere",
    title="Elsewhere",
    icon="desk",
    key="Ctrl+2",
    factory=Elsewhere,
    actions=(
        ActionRow(
            name="elsewhere.shout", text="&Shout", keys=("Ctrl+J",), menu=Menu.LIBRARY, screen="elsewhere"
        ),
    ),
)
TWO_SCREENS = (HOME, ELSEWHERE)


@pytest.fixture
def library():
    with Library.in_memory() as opened:
        yield opened


@pytest.fixture
def workplace(qapp, library, tmp_path):  # noqa: ARG001 - the application must be there before its objects
    with a_workplace(library, tmp_path, screens=TWO_SCREENS) as made:
        yield made


@pytest.fixture
def window(qtbot, workplace):
    return a_window(qtbot, workplace, screens=TWO_SCREENS)


@pytest.fixture
def elsewhere(window):
    return window.screen_named("elsewhere")
