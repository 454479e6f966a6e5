"""The toolbar, its keys and its dialogs, clicked and typed as an officer would."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drafter.domain.richtext import BlockStyle, Footnote, Source
from drafter.domain.richtext_html import to_html
from drafter.ui.text.format_bar import FormatBar
from drafter.ui.text.link_dialog import mended_address
from drafter.ui.text.rich_text_edit import RichTextEdit
from tests.builders import rich

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Bar(FormatBar):
    """A bar that says which editor it is for, and keeps the window round both."""

    def __init__(self, edit, frame):
        super().__init__(edit)
        self.edit = edit
        self.frame = frame


@pytest.fixture
def bar(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    edit = RichTextEdit()
    made = Bar(edit, window)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addWidget(edit)
    window.resize(700, 400)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return made


def button(bar, name):
    return bar.widgetForAction(bar.acts[name])


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def select(edit, start, end):
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def test_ctrl_b_and_ctrl_i_mark_the_selection(bar):
    bar.edit.set_rich_text(rich("<p>one two</p>"))
    select(bar.edit, 0, 3)

    QTest.keyClick(bar.edit, Qt.Key.Key_B, CTRL)
    QTest.keyClick(bar.edit, Qt.Key.Key_I, CTRL)

    assert to_html(bar.edit.rich_text()) == "<p><strong><em>one</em></strong> two</p>"
    assert bar.acts["bold"].isChecked()
    assert bar.acts["italic"].isChecked()


def test_the_bar_shows_what_stands_at_the_cursor(bar):
    bar.edit.set_rich_text(rich("<ul><li>item</ul><blockquote>said <b>loudly</b></blockquote>"))

    assert bar.acts["bullets"].isChecked()
    assert bar.acts["outdent"].isEnabled()
    bar.edit.moveCursor(QTextCursor.MoveOperation.End)

    assert bar.acts["quote"].isChecked()
    assert bar.acts["bold"].isChecked()
    assert not bar.acts["bullets"].isChecked()
    assert not bar.acts["outdent"].isEnabled()
    assert bar.styles.currentText() == "Quotation"


def test_clicking_bullets_twice_makes_and_unmakes_a_list(bar):
    bar.edit.set_rich_text(rich("<p>one</p>"))

    click(button(bar, "bullets"))
    assert bar.edit.block_style() is BlockStyle.BULLET

    click(button(bar, "bullets"))
    assert bar.edit.block_style() is BlockStyle.PARAGRAPH


def test_the_keys_of_word_make_headings(bar):
    bar.edit.set_rich_text(rich("<p>one</p>"))

    QTest.keyClick(bar.edit, Qt.Key.Key_3, CTRL | ALT)
    assert bar.edit.block_style() is BlockStyle.HEADING3

    QTest.keyClick(bar.edit, Qt.Key.Key_0, CTRL | ALT)
    assert bar.edit.block_style() is BlockStyle.PARAGRAPH


def test_ctrl_k_links_the_selected_words(bar):
    bar.edit.set_rich_text(rich("<p>our own research</p>"))
    select(bar.edit, 8, 16)

    QTest.keyClick(bar.edit, Qt.Key.Key_K, CTRL)
    dialog = bar.window().findChild(QWidget, "LinkDialog")
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    QTest.keyClicks(dialog.address_line, "example.org/r")
    QTest.keyClick(dialog.address_line, Qt.Key.Key_Return)

    assert to_html(bar.edit.rich_text()) == '<p>our own <a href="https://example.org/r">research</a></p>'


def test_a_link_is_removed_from_its_dialog(bar):
    bar.edit.set_rich_text(rich('<p><a href="https://example.org">us</a></p>'))
    select(bar.edit, 1, 1)

    dialog = bar.edit.ask_for_link()
    remove = next(each for each in dialog.buttons.buttons() if "Remove" in each.text())
    assert dialog.address_line.text() == "https://example.org"
    click(remove)

    assert to_html(bar.edit.rich_text()) == "<p>us</p>"


def test_a_footnote_with_its_source_is_typed_beside_the_page(bar):
    bar.edit.set_rich_text(rich("<p>17%</p>"))
    bar.edit.moveCursor(QTextCursor.MoveOperation.End)

    click(button(bar, "footnote"))
    dialog = bar.window().findChild(QWidget, "FootnoteDialog")
    QTest.keyClicks(dialog.words, "See chapter 3.")
    QTest.keyClicks(dialog.lines["title"], "Funding that lasts")
    QTest.keyClicks(dialog.lines["address"], "example.org")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)

    source = Source(title="Funding that lasts", address="https://example.org")
    assert bar.edit.rich_text().footnotes == (Footnote(text="See chapter 3.", source=source),)


def test_a_double_click_on_a_number_edits_its_footnote(bar):
    bar.edit.set_rich_text(rich("<p>A<fn>old</fn> and more words</p>"))
    before = bar.edit.textCursor()
    before.setPosition(1)
    box = bar.edit.cursorRect(before)

    QTest.mouseDClick(
        bar.edit.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.center()
    )
    dialog = bar.window().findChild(QWidget, "FootnoteDialog")
    assert dialog.words.toPlainText() == "old"
    dialog.words.selectAll()
    QTest.keyClicks(dialog.words, "new")
    dialog.accept()

    assert bar.edit.rich_text().footnotes == (Footnote(text="new"),)


def test_the_field_menu_names_each_field_and_its_value(bar):
    bar.edit.set_field_values({"organisation": "Fish & Chips", "our.campaign": "Grow"})
    bar.fields.aboutToShow.emit()
    shown = {action.data(): action.text() for action in bar.fields.actions() if action.data()}

    assert shown["organisation"] == "Organisation\tFish && Chips"
    assert shown["report.title"].endswith("to fill in")
    assert "our.campaign" in shown
    next(action for action in bar.fields.actions() if action.data() == "organisation").trigger()
    assert bar.edit.rich_text().fields == ("organisation",)
    assert bar.edit.toPlainText() == "Fish & Chips"


def test_every_action_has_a_name_a_tip_and_a_key(bar):
    for action in bar.acts.values():
        assert action.shortcut().toString()
        assert "(" in action.toolTip()
        if widget := bar.widgetForAction(action):
            assert widget.accessibleName()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("example.org", "https://example.org"),
        (" https://example.org/a ", "https://example.org/a"),
        ("us@example.org", "mailto:us@example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("two words.org", ""),
        ("word", ""),
        ("", ""),
    ],
)
def test_addresses_get_what_people_leave_out_and_nothing_unsafe_passes(typed, meant):
    assert mended_address(typed) == meant
