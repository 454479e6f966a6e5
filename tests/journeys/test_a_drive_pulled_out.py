"""She writes on, the drive is pulled out, and what she typed is in the copy in which she goes on."""

import os
import shutil

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QTextCursor

from drafter.paths import resource
from drafter.services.sample import add_sample
from drafter.settings import Preferences
from drafter.store.library import Library
from drafter.ui.program import Program
from drafter.ui.theme import Theme
from drafter.ui.workplace import KeptPreferences
from tests.builders import OFFICER

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name != "posix", reason="Windows lets nobody delete a file that is open"),
]


@pytest.fixture
def place(tmp_path):
    return tmp_path / "stick" / "library.drafter"


@pytest.fixture
def program(qapp, tmp_path, place):
    kept = KeptPreferences(Preferences(person=OFFICER, asked=True), tmp_path / "settings.json")
    places = QSettings(str(tmp_path / "places.ini"), QSettings.Format.IniFormat)
    theme = Theme(qapp)
    theme.choose(kept.value.theme)  # before there is a window to dress, as drafter.app does
    made = Program(qapp, theme=theme, preferences=kept, places=places)
    made.begin(place)
    yield made
    if made.window is not None:
        made.window.hide()
    made.end()
    made.deleteLater()
    theme.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


def test_what_she_types_after_the_drive_was_pulled_out_is_in_the_copy(qtbot, program, place, tmp_path):
    response = add_sample(program.library, resource("sample"))
    program.window.open_response(response)
    edit = program.window.screen_named("desk").sheet.edit
    edit.moveCursor(QTextCursor.MoveOperation.End)
    shutil.rmtree(place.parent)
    qtbot.keyClicks(edit, " Typed on a train.")
    banner = program.window.banner
    qtbot.waitUntil(lambda: banner.isVisible() and "What you wrote is kept" in banner.sentence)
    qtbot.keyClicks(edit, " And after the tunnel.")
    target = tmp_path / "laptop" / "library.drafter"

    program._open.lost.go_on_at(target)
    qtbot.waitUntil(lambda: "All is saved again" in banner.sentence)
    program.window.close()

    assert program.window is None
    with Library.open(target) as library:
        words = "\n".join(each.text.plain for each in library.response(response).passages)
    assert "Typed on a train. And after the tunnel." in words
