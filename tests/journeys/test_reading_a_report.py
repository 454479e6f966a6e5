"""From a PDF that is dropped on the window to a response on the desk, with corrections on the way."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from drafter.paths import resource
from drafter.ui.dialogs.paste import PasteDialog
from drafter.ui.widgets.banner import Banner
from tests.reports.papers import a_word_file

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
    assert pane.panel.found[0].text == f"{second}\n{third}"
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
    for act in (3, 1):  # split it, and drop the first half
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


ASKS = ("A fund for every hall", "A register of empty halls", "Fares for volunteers")


def a_review_without_a_list(folder):
    """Its ideas are bold lines that nobody numbered."""

    def build(document):
        for ask in ASKS:
            document.add_paragraph().add_run(ask).bold = True
            document.add_paragraph(
                "People told us that halls stand empty in winter and that nobody knows why."
            )

    return a_word_file(folder, build)


def test_ideas_are_marked_found_named_and_kept_by_keys_alone(qtbot, window, pane, library, tmp_path):
    drop(window, a_review_without_a_list(tmp_path))
    qtbot.waitUntil(has(pane, 0), timeout=30_000)
    assert pane.panel.lists.sentence.isVisible()
    for _ in range(6):
        if QApplication.focusWidget() is pane.document.plain:
            break
        press(qtbot, window, Qt.Key.Key_F6)
    press(qtbot, window, Qt.Key.Key_Home, CONTROL)
    press(qtbot, window, Qt.Key.Key_End, SHIFT)

    press(qtbot, window, Qt.Key.Key_A, CONTROL | SHIFT)
    qtbot.keyClicks(QApplication.focusWidget(), "The fund")
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_F)
    qtbot.waitUntil(pane.panel.offers.isVisible, timeout=30_000)
    press(qtbot, window, Qt.Key.Key_A)
    press(qtbot, window, Qt.Key.Key_A)
    press(qtbot, window, Qt.Key.Key_S, CONTROL)

    [kept] = library.reports()
    assert [each.text for each in kept.recommendations] == list(ASKS)
    assert kept.recommendations[0].label == "The fund"


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_report_that_is_there_is_compared_with_the_mouse_alone(qtbot, window, pane, library):
    path = resource("sample/report.docx")
    window.read_report(path)
    qtbot.waitUntil(has(pane, 20), timeout=30_000)
    ids = [each.id for each in pane.panel.found]
    keep, drop_it = pane.panel._ways[0], pane.panel._acts[1]
    click(qtbot, drop_it)
    click(qtbot, keep)
    window.read_report(path)
    banner = window.findChild(Banner)
    qtbot.waitUntil(lambda: "already" in banner.sentence, timeout=30_000)

    click(qtbot, banner.offer)
    assert [each.fate.value for each in pane.panel.offers.open_ones] == ["new"]
    click(qtbot, pane.panel.offers.take_all)
    click(qtbot, keep)

    [kept] = library.reports()
    assert len(kept.recommendations) == 20
    assert [each.id for each in kept.recommendations[1:]] == ids[1:]
