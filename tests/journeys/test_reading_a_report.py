"""From a PDF that is dropped on the window to a response on the desk, with corrections on the way."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from drafter.paths import resource
from drafter.ui.dialogs.paste import PasteDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(window):
    return window.screen_named("report")


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def drop(window, path):
    """Drag a file in and let go over the middle of the window, as the system does it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    middle = QPoint(window.width() // 2, window.height() // 2)
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), QDragEnterEvent(middle, *how))
    QApplication.sendEvent(window.windowHandle(), QDropEvent(middle.toPointF(), *how))


def has(pane, count):
    def look():
        assert len(pane.panel.found) == count
        assert pane.panel.isVisible()

    return look


def test_a_dropped_report_is_corrected_by_keys_kept_and_answered(qtbot, window, pane, library):
    drop(window, resource("sample/report.pdf"))
    qtbot.waitUntil(has(pane, 20), timeout=30_000)
    assert window.current == "report"
    assert pane.panel.view.hasFocus()
    first, second, third = (each.text for each in pane.panel.found[:3])

    press(qtbot, window, Qt.Key.Key_D)
    press(qtbot, window, Qt.Key.Key_M)
    assert pane.panel.found[0].text == f"{second} {third}"
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert [each.text for each in pane.panel.found[:3]] == [first, second, third]

    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_End, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), " So be it.")
    press(qtbot, window, Qt.Key.Key_Return, CONTROL | SHIFT)

    qtbot.waitUntil(lambda: window.current == "desk")
    [kept] = library.reports()
    assert kept.recommendations[0].text == f"{first} So be it."
    assert len(kept.recommendations) == 20
    assert library.report_file(kept.fingerprint)[0] == "report.pdf"
    [head] = library.response_heads()
    assert (head.report, window.screen_named("desk").in_hand.id) == (kept.id, head.id)
    assert not library.working_copies()


def test_it_is_all_done_with_the_mouse(qtbot, window, pane, library):
    window.read_report(resource("sample/report.docx"))
    qtbot.waitUntil(has(pane, 20), timeout=30_000)
    plain, text = pane.document.plain, pane.panel.detail.text
    third = pane.panel.found[2].text

    cursor = plain.textCursor()
    cursor.setPosition(plain.toPlainText().index(third.split(".")[0]))
    plain.setTextCursor(cursor)
    plain.ensureCursorVisible()
    qtbot.mouseClick(plain.viewport(), Qt.MouseButton.LeftButton, pos=plain.cursorRect().center())
    chosen = pane.panel.row
    text.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(4):
        text.moveCursor(QTextCursor.MoveOperation.NextWord)
    for act in (2, 0):  # split it, and drop the first half
        qtbot.mouseClick(pane.panel._acts[act], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.panel._ways[1], Qt.MouseButton.LeftButton)

    assert chosen == 2
    assert window.current == "desk"
    [kept] = library.reports()
    assert kept.recommendations[2].text == " ".join(third.split(" ")[4:])


def test_pasted_text_goes_the_same_way_and_comes_back_from_home(qtbot, window, pane, library):
    press(qtbot, window, Qt.Key.Key_O, CONTROL | SHIFT)
    dialog = window.findChild(PasteDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    asked = "Recommendation 1: Fund every hall for three years.\nRecommendation 2: Publish a list of them."
    dialog._text.setPlainText(f"Recommendations\n{asked}")
    qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(has(pane, 2), timeout=30_000)
    window.activateWindow()  # as the system does when a dialog goes
    qtbot.waitUntil(window.isActiveWindow)

    press(qtbot, window, Qt.Key.Key_S, CONTROL)
    window.show_home()
    window.open_report(library.reports()[0].id)

    assert window.current == "report"
    assert [each.label for each in pane.panel.found] == ["1", "2"]


def test_keeping_can_be_undone_at_home(qtbot, window, pane, library):
    window.read_report(resource("sample/report.pdf"))
    qtbot.waitUntil(has(pane, 20), timeout=30_000)
    press(qtbot, window, Qt.Key.Key_S, CONTROL)
    press(qtbot, window, Qt.Key.Key_1, CONTROL)
    kept = len(library.reports())

    press(qtbot, window, Qt.Key.Key_Z, CONTROL)

    assert (kept, len(library.reports())) == (1, 0)
    assert len(pane.panel.found) == 20
