"""Every way in which the words of a position are given a form: by its key, and by a click."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.services.test_spelling import Words
from tests.ui.library_steps import CONTROL, press

SOURCED = '<fn title="Out of Pocket" address="https://example.org">Page 3.</fn>'
FORMATS = {
    "bold": "<p><strong>Fares.</strong></p>",
    "italic": "<p><em>Fares.</em></p>",
    "bullets": "<ul><li>Fares.</li></ul>",
    "numbers": "<ol><li>Fares.</li></ol>",
    "quote": "<blockquote>Fares.</blockquote>",
    "heading": "<h2>Fares.</h2>",
    "subheading": "<h3>Fares.</h3>",
    "link": '<p><a href="https://example.org">Fares.</a></p>',
    "footnote": f"<p>Fares.{SOURCED}</p>",
    "field": '<p><field name="organisation"/></p>',
}
"""What becomes of `Fares.` when it is selected, as it is kept."""

PAGE = (
    '<p onclick="x()">We <b>welcome</b> <script>x()</script><img src="file://server/a.png">'
    '<a href="https://example.org">it</a>.</p>'
)
CLEANED = '<p>We <strong>welcome</strong> <a href="https://example.org">it</a>.</p>'
"""What a web page puts on the clipboard, and what is kept of it."""

_STYLES = {"heading": "Heading", "subheading": "Subheading"}
"""What stands in the list of styles, not on the bar."""


class Few(Words):
    """A dictionary of three words, which knows one better spelling."""

    def __init__(self):
        super().__init__("fares are paid")

    def suggest(self, _word):
        return ["paid"]


def press_format(qtbot, editor, name):
    """Where all of the words are selected: its key, and what a dialog asks for."""
    bar = editor.bar
    if name == "field":  # it has its place among the stops of the bar, and no key of its own
        while QApplication.focusWidget() is not bar.field_button:
            press(qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        _once_open(bar.fields, lambda: press_in_turn(bar.fields, Qt.Key.Key_Down, Qt.Key.Key_Return))
        press(qtbot, Qt.Key.Key_Space)
        _back(qtbot, editor)
        return
    key = bar.acts[name].shortcut()[0]
    press(qtbot, key.key(), key.keyboardModifiers())
    if name in {"link", "footnote"}:
        dialog = dialog_of(qtbot, editor)
        _fill(qtbot, dialog, name)
        press(qtbot, Qt.Key.Key_Return)
        _back(qtbot, editor)


def click_format(hand, name):
    """Where all of the words are selected: its button, and what a dialog asks for."""
    editor = hand.pane._editor
    if name in _STYLES:
        hand.pick(editor.bar.styles, _STYLES[name])
    elif name == "field":
        fields = editor.bar.fields
        _once_open(fields, lambda: hand.click_in(fields, fields.actions()[0]))
        hand.click(editor.bar.field_button)
        _back(hand.qtbot, editor)
    else:
        hand.click(editor.bar.widgetForAction(editor.bar.acts[name]))
    if name in {"link", "footnote"}:
        dialog = dialog_of(hand.qtbot, editor)
        _fill(hand.qtbot, dialog, name)
        hand.click(dialog.buttons.button(dialog.buttons.StandardButton.Ok))
        _back(hand.qtbot, editor)


def _once_open(menu, act):
    """Before a button is pressed that does not come back until its menu has gone."""

    def look():
        if menu.isVisible():
            timer.stop()
            act()

    timer = QTimer(menu)
    timer.timeout.connect(look)
    timer.start(5)


def press_in_turn(widget, *keys):
    for key in keys:
        QTest.keyClick(widget, key)


def dialog_of(qtbot, editor):
    """The one that asks for an address, or for a footnote."""

    def there():
        names = ("LinkDialog", "FootnoteDialog")
        found = [each for name in names for each in editor.window().findChildren(QWidget, name)]
        return [each for each in found if each.isVisible()]

    qtbot.waitUntil(lambda: any(each.isAncestorOf(QApplication.focusWidget()) for each in there()))
    return there()[0]


def _fill(qtbot, dialog, name):
    if name == "link":
        qtbot.keyClicks(dialog.address_line, "example.org")
        return
    for field, words in (
        (dialog.lines["title"], "Out of Pocket"),
        (dialog.lines["address"], "example.org"),
        (dialog.words, "Page 3."),
    ):
        field.setFocus()
        qtbot.keyClicks(field, words)


def _back(qtbot, editor):
    editor.window().activateWindow()
    qtbot.waitUntil(editor.window().isActiveWindow)
    editor.text.setFocus()
    qtbot.waitUntil(editor.text.hasFocus)


def select_all_by_key(qtbot, editor):
    editor.text.setFocus()
    press(qtbot, Qt.Key.Key_A, CONTROL)


def choose_in_text(hand, words, *, at=None):
    """A right click in the words, and what is offered there."""
    text = hand.pane._editor.text
    hand.choose_at(text.viewport(), at or QPoint(text.viewport().width() - 20, 20), words)
