"""Where Tab, Shift+Tab and F6 stop, on every screen: one sees it there, and it has a name."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from drafter.paths import resource
from drafter.services.sample import add_sample
from drafter.ui.schemes import LIGHT
from drafter.ui.screens import SCREENS
from drafter.ui.theme import palette_of, style_sheet
from tests.places import a_window, a_workplace
from tests.ui.reader.steps import PASTED, is_open

TAB, F6 = Qt.Key.Key_Tab, Qt.Key.Key_F6
FORWARD, BACK = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
MOST = 99
"""So many stops no screen has."""
MOST_STOPS_FIRST = [
    pytest.param(row.name, marks=() if row.name == "desk" else pytest.mark.long) for row in SCREENS
]
"""The short form walks the desk alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A widget that had the focus, and how it looked with and without."""

    widget: QWidget
    with_focus: QImage
    without: QImage

    @property
    def is_seen(self) -> bool:
        return self.with_focus != self.without

    @property
    def name(self) -> str:
        words = self.widget.text() if isinstance(self.widget, QAbstractButton) else ""
        return self.widget.accessibleName() or words


@pytest.fixture
def workplace(qapp, library, tmp_path):
    blinks = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    with a_workplace(library, tmp_path) as made:
        yield made
    qapp.setCursorFlashTime(blinks)


@pytest.fixture
def window(qtbot, workplace):
    """Dressed as officers see it."""
    made = a_window(qtbot, workplace)
    made.setPalette(palette_of(LIGHT))
    made.setStyleSheet(style_sheet(LIGHT))
    return made


def come_to(qtbot, window, screen):
    """The screen at work, with the sample."""
    response = add_sample(window.workplace.library, resource("sample"))
    match screen:
        case "report":
            window.read_text(PASTED)
            qtbot.waitUntil(is_open(window.screen_named("report"), 4))
        case "desk":
            window.open_response(response)
        case "library":
            window.show_position(window.workplace.library.entries()[0].id)
        case _:
            window.show_screen(screen)
    qtbot.waitUntil(lambda: not window.workplace.jobs.running)


def focused():
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walk(qtbot, key, modifier):
    """Press the key until it leads back to where the walk began."""
    first, stops = focused(), []
    for _ in range(MOST):
        at = focused()
        with_focus = at.grab().toImage()
        qtbot.keyClick(at, key, modifier)
        if focused() is not at:
            stops.append(Stop(widget=at, with_focus=with_focus, without=at.grab().toImage()))
        if focused() is first:
            return stops
    raise AssertionError(f"It never came back: {[each.name for each in stops]}")


@pytest.mark.parametrize("screen", MOST_STOPS_FIRST)
def test_every_stop_of_the_keyboard_is_seen_and_has_a_name(qtbot, window, screen):
    come_to(qtbot, window, screen)

    stops = [each for key in (TAB, F6) for each in walk(qtbot, key, FORWARD)]

    assert [type(each.widget).__name__ for each in stops if not each.name] == []
    assert [each.name for each in stops if not each.is_seen] == []


class Flashes(QObject):
    """The windows that came up while it watched."""

    def __init__(self, parent):
        super().__init__(parent)
        self.seen = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt calls it so
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_screens_are_made_behind_the_window_without_taking_the_keyboard(qtbot, qapp, workplace):
    flashes = Flashes(qapp)
    qapp.installEventFilter(flashes)
    window = a_window(qtbot, workplace)
    before = focused()

    qtbot.waitUntil(lambda: window.is_complete)

    qapp.removeEventFilter(flashes)
    assert flashes.seen == [window]
    assert focused() is before
    ways = window.screen_named("report").panel.ways_on
    assert not any(each.isEnabled() for each in ways), "no report is open"


@pytest.mark.long
@pytest.mark.parametrize("screen", [row.name for row in SCREENS])
def test_shift_tab_leads_back_the_way_that_tab_came(qtbot, window, screen):
    come_to(qtbot, window, screen)

    there, back = walk(qtbot, TAB, FORWARD), walk(qtbot, TAB, BACK)

    assert [each.name for each in there[1:]] == [each.name for each in reversed(back[1:])]
