"""A report to read in tests of the reading screen, and what an officer does there."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.reports.papers import Page, a_page_of_text, a_pdf

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

SENTENCES = (
    "The Government should fund small charities for at least three years.",
    "Every council should publish a register of empty halls.",
    "The Department should pay the fares of volunteers on low incomes.",
    "Ministers should report to Parliament on progress each year.",
)
PASTED = "Recommendations\n" + "\n".join(
    f"Recommendation {number}: {text}" for number, text in enumerate(SENTENCES, start=1)
)


def is_open(pane, count=None):
    def look():
        assert pane.panel.isVisible()
        assert count is None or len(pane.panel.found) == count
        assert pane._job is None

    return look


def a_report_file(folder, *, name="report.pdf"):
    """Two pages: prose, then four recommendations and nothing else."""
    prose = Page().heading("A Review of Giving").paragraph(*a_page_of_text("giving"))
    page = Page().heading("Recommendations")
    for number, text in enumerate(SENTENCES, start=1):
        page.paragraph(f"Recommendation {number}: {text}", font="bold")
    return a_pdf(folder, prose, page, name=name)


def said(told, words):
    """Whether the banner was asked last to say something with these words in it."""
    return lambda: bool(told) and words in told[-1][1]


def texts(pane):
    return [each.text for each in pane.panel.found]


def labels(pane):
    return [each.label for each in pane.panel.found]


def choose(qtbot, pane, row):
    view = pane.panel.view
    index = view.model().index(row, 0)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def type_over(qtbot, field, words):
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(field, words)


def select_in_text(pane, words):
    """As a drag over these words would."""
    plain = pane.document.plain
    at = plain.toPlainText().index(words)
    cursor = plain.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
    plain.setTextCursor(cursor)


def undo(qtbot, field):
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)


def redo(qtbot, field):
    qtbot.keyClick(field, Qt.Key.Key_Y, CONTROL)


def place_of_words(pane, words):
    """Where on the widget the first and the last of these words stand in the page's picture."""
    picture = pane.document.area.picture
    first, last = picture._words.find(words)
    bands = [picture._words.bands((at, at + 1))[0] for at in (first, last - 1)]
    return [picture._placed(*band).center().toPoint() for band in bands]


def drag(picture, start, end, modifier=Qt.KeyboardModifier.NoModifier):
    """With the left button, from a point of the picture to another one."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(picture, left, modifier, start)
    middle = (start + end) / 2
    for each in (middle, end):
        move = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(each), picture.mapToGlobal(QPointF(each)), left, left, modifier
        )
        QApplication.sendEvent(picture, move)
    QTest.mouseRelease(picture, left, modifier, end)


def begin_to_find(qtbot, pane, words):
    """Ctrl+F where the keys are, and these words typed."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, CONTROL)
    line = pane.document.find_line
    assert line.words.hasFocus()
    qtbot.keyClicks(line.words, words)
    qtbot.waitUntil(lambda: bool(line.said))
    return line


def add_found(qtbot, pane, words):
    """Words that Ctrl+F finds on the picture, into the list, as those of a drag."""
    line, picture = begin_to_find(qtbot, pane, words.lower()), pane.document.area.picture
    qtbot.waitUntil(lambda: picture.selected == words)
    assert (line.said, len(picture._sought[1])) == ("1 of 1", 1)
    qtbot.keyClick(line.words, Qt.Key.Key_A, CONTROL | SHIFT)
    qtbot.keyClick(line.words, Qt.Key.Key_Escape)
    assert (line.isVisible(), pane.document.area.hasFocus()) == (False, True)
