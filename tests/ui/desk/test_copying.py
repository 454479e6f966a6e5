"""The draft onto the clipboard from the desk, without the export window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.ui.actions import Menu
from drafter.ui.dialogs.export import ExportDialog
from drafter.ui.panes.desk_actions import COPY, DESK_ACTIONS
from tests.builders import a_passage, a_response, a_section
from tests.ui.desk.laid import FUND, REPORT

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def told(workplace):
    said = []
    workplace.notices.said.connect(lambda tone, _sentence, _offer, act: said.append((tone, act)))
    return said


def on_the_desk(open_desk, text):
    desk = open_desk(a_response(a_section(a_passage(text, FUND, named="one")), to=REPORT))
    desk.sheet.edit.scroll_to_passage(a_passage("", named="one").id)
    desk.sheet.edit.setFocus()
    return desk


def test_a_key_in_the_draft_copies_what_was_typed_just_now(qtbot, open_desk, told):
    desk = on_the_desk(open_desk, '<p>We agree with <a href="https://example.org/">this</a>.</p>')
    qtbot.keyClicks(desk.sheet.edit, "Yes. ")

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_C, CTRL | SHIFT)

    data = QApplication.clipboard().mimeData()
    assert '<a href="https://example.org/">this</a>' in data.html()
    assert "Yes. We agree with this (https://example.org/)." in data.text()
    assert [tone for tone, _ in told] == ["good"]
    assert desk.findChildren(ExportDialog) == []


def test_a_gap_is_told_and_shown_and_the_clipboard_stays(qtbot, open_desk, told):
    desk = on_the_desk(open_desk, '<p>Our charity number is <field name="charity.number"/>.</p>')
    QApplication.clipboard().setText("before")

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_C, CTRL | SHIFT)

    assert QApplication.clipboard().text() == "before"
    [(tone, show)] = told
    assert tone == "caution"
    show()
    assert desk.tabs.currentWidget() is desk.readiness


def test_it_is_in_the_menu_of_the_response():
    row = next(each for each in DESK_ACTIONS if each.name == COPY)

    assert (row.words, row.menu) == ("Copy for website or e-mail", Menu.RESPONSE)
