"""What is dragged over the window and let go there, with the events that the system sends."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from drafter.ui.drops import SAVE_FIRST

COPY, NO_KEY = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier


def hold_over(window, mime):
    """Drag in to the middle of the window, as the system does it; whether it is welcome there."""
    enter = QDragEnterEvent(window.rect().center(), COPY, mime, Qt.MouseButton.LeftButton, NO_KEY)
    QApplication.sendEvent(window.windowHandle(), enter)
    return enter.isAccepted()


def drop(window, mime):
    """Drag in and let go, only where it is welcome."""
    is_welcome = hold_over(window, mime)
    if is_welcome:
        at = window.rect().center().toPointF()
        QApplication.sendEvent(
            window.windowHandle(), QDropEvent(at, COPY, mime, Qt.MouseButton.LeftButton, NO_KEY)
        )
    return is_welcome


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


@pytest.mark.parametrize(
    "name", ["report.pdf", "Report.DOCX", "page.html", "calls.txt", "act.xhtml", "notes.md"]
)
def test_a_report_dropped_anywhere_opens_the_reader(qtbot, window, elsewhere, name):
    assert drop(window, files(Path("/somewhere") / name))

    qtbot.waitUntil(lambda: elsewhere.asked == [Path("/somewhere") / name])
    assert window.current == "elsewhere"


def test_home_says_what_letting_go_of_a_file_would_do_until_the_drag_is_past(window):
    way_in = window.screen_named("home").way_in
    usual, plain = way_in.title.text(), border_of(way_in)

    for names, said in (
        (("report.pdf",), "Let go to read it"),
        (("a.pdf", "b.html"), "Let go to read the first of them"),
        (("ours.csv",), "Let go to add it to the library"),
        (("past.docx", "older.docx"), "Let go to add them to the library"),
        (("budget.xlsx",), "Drop a report here, or open one"),
    ):
        hold_over(window, files(*(Path("/somewhere") / name for name in names)))
        assert way_in.title.text() == said
        assert (border_of(way_in) > plain) is (said != usual)

        QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
        assert way_in.title.text() == usual
        assert border_of(way_in) == plain


def border_of(way_in):
    """How much of a line along its upper edge is its border: all of it, or less where that is dashed."""
    picture = way_in.grab().toImage()
    y, inside = round(2 * picture.devicePixelRatio()), picture.pixelColor(20, picture.height() // 2)
    return sum(picture.pixelColor(x, y) != inside for x in range(30, picture.width() - 30))


def test_once_a_report_is_dropped_home_asks_for_one_as_before(qtbot, window, elsewhere):
    drop(window, files("/somewhere/report.pdf"))

    qtbot.waitUntil(lambda: bool(elsewhere.asked))
    assert window.screen_named("home").way_in.title.text() == "Drop a report here, or open one"


def test_a_drop_on_a_text_field_does_not_paste_the_files_name(qtbot, window, elsewhere):
    field = QLineEdit(window.centralWidget())
    field.resize(window.centralWidget().size())
    field.show()
    field.raise_()

    drop(window, files("/somewhere/report.pdf"))

    qtbot.waitUntil(lambda: bool(elsewhere.asked))
    assert field.text() == ""


def test_a_web_address_is_explained(qtbot, window):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/report.pdf")])
    mime.setText("https://example.org/report.pdf")

    drop(window, mime)

    qtbot.waitUntil(window.banner.isVisible)
    assert window.banner.sentence == SAVE_FIRST


def test_a_file_that_nothing_reads_is_named_with_what_would_do(qtbot, window):
    drop(window, files("/somewhere/budget.xlsx"))

    qtbot.waitUntil(window.banner.isVisible)
    assert "budget.xlsx" in window.banner.sentence
    assert "PDF" in window.banner.sentence
    window.read_text("Question 1: Why?")
    assert not window.banner.isVisible()


def test_dragged_words_are_left_to_whoever_is_under_the_pointer(window):
    mime = QMimeData()
    mime.setText("We welcome this.")

    assert not drop(window, mime)


def test_a_library_file_that_is_dropped_joins_the_library(qtbot, window, library, tmp_path):
    file = tmp_path / "ours.csv"
    file.write_text("title,kind,body\nLong-term funding,position,We welcome it.\n", encoding="utf-8")

    drop(window, files(file))

    qtbot.waitUntil(window.banner.isVisible)
    assert [entry.title for entry in library.entries()] == ["Long-term funding"]
