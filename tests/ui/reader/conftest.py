"""A window that has the reading screen alone, and a report that was pasted into it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from drafter.ui.panes.reader_area import PageArea
from tests.places import a_window_with
from tests.ui.reader.printing import LINES, a_page_of
from tests.ui.reader.steps import CONTROL, PASTED, is_open


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


@pytest.fixture
def kept(qtbot, reading, library):
    """The pasted report, in the library."""
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    return library.reports()[0]


@pytest.fixture
def area(qtbot):
    """A page of four lines as a picture, in its room."""
    made = PageArea()
    qtbot.addWidget(made)
    made.resize(500, 600)
    with qtbot.waitExposed(made):
        made.show()
    picture = QImage(400, 600, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    made.picture.show_page(1, picture)
    made.picture.show_words(a_page_of(*LINES))
    return made
