"""What is pasted, copied and dropped in the editor of a text, with a real clipboard."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.ui.text.clipboard import PASSAGES
from tests.builders import rich
from tests.ui.text.texts import CTRL, SHIFT, at_end, pasted, select, written


def test_what_is_pasted_from_a_web_page_is_cleaned(edit):
    pasted(
        edit,
        html='<div style="color:red"><h1>Big</h1><p class=x>So <span onclick="x()">what</span>'
        '<script>alert(1)</script> <img src="file://server/share/x.png">'
        '<a href="javascript:x()">no</a></p></div>',
    )

    assert written(edit) == "<h2>Big</h2><p>So what no</p>"


def test_nothing_that_a_text_names_is_fetched(edit, tmp_path):
    picture = tmp_path / "secret.html"
    picture.write_text("secret", encoding="utf-8")

    for kind in QTextDocument.ResourceType:
        assert edit.loadResource(kind.value, QUrl.fromLocalFile(str(picture))) is None
        assert edit.document().resource(kind.value, QUrl.fromLocalFile(str(picture))) is None


def test_pasting_into_the_middle_of_a_paragraph_leaves_its_ends(edit):
    edit.set_rich_text(rich("<p>start end</p>"))
    select(edit, 6)

    pasted(edit, html="<p>one</p><ul><li>two</ul><p>three </p>")

    assert written(edit) == "<p>start one</p><ul><li>two</li></ul><p>threeend</p>"


def test_plain_paste_takes_the_words_alone(edit):
    QApplication.clipboard().setMimeData(html_and_text("<p><b>bold</b></p>", "bold\nline two"))

    QTest.keyClick(edit, Qt.Key.Key_V, CTRL | SHIFT)

    assert written(edit) == "<p>bold</p><p>line two</p>"
    QApplication.clipboard().clear()


def html_and_text(html, text):
    made = QMimeData()
    made.setHtml(html)
    made.setText(text)
    return made


def test_copy_and_paste_keep_what_html_cannot(edit):
    before = rich('<p>We <b>at</b> <field name="organisation"/><fn title="T">n</fn> act</p><ul><li>x</ul>')
    edit.set_rich_text(before)
    QTest.keyClick(edit, Qt.Key.Key_A, CTRL)
    QTest.keyClick(edit, Qt.Key.Key_C, CTRL)
    data = QApplication.clipboard().mimeData()

    assert data.hasFormat(PASSAGES)
    assert "[n]" in data.html()
    QTest.keyClick(edit, Qt.Key.Key_V, CTRL)
    assert edit.rich_text() == before
    QApplication.clipboard().clear()


def test_words_copied_with_a_blank_keep_it(edit):
    edit.set_rich_text(rich("<p>one two three</p>"))
    select(edit, 3, 8)
    clip = edit.clip()
    at_end(edit)

    edit.paste_clip(clip)

    assert edit.toPlainText() == "one two three two "


def test_cutting_takes_the_words_and_gives_them_to_the_clipboard(edit):
    edit.set_rich_text(rich("<p>one two</p>"))
    select(edit, 0, 4)

    QTest.keyClick(edit, Qt.Key.Key_X, CTRL)

    assert written(edit) == "<p>two</p>"
    assert QApplication.clipboard().text() == "one "
    QApplication.clipboard().clear()


@pytest.mark.parametrize(
    "damaged", [b"", b"{", b'{"version": 1}', b"[]", b'{"version":1,"response":"","pieces":[1]}']
)
def test_damaged_clips_paste_nothing(edit, damaged):
    pasted(edit, data={PASSAGES: damaged})

    assert edit.rich_text().is_empty


# Dropping


def drop(edit, data, point, *, action=Qt.DropAction.CopyAction):
    event = QDropEvent(
        QPointF(point), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    edit.dropEvent(event)
    return event


def test_a_dropped_file_is_left_to_the_window(edit):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a/report.pdf")])

    assert not edit.canInsertFromMimeData(data)
    event = drop(edit, data, edit.rect().center())

    assert not event.isAccepted()
    assert edit.rich_text().is_empty


def test_dropped_words_go_where_they_are_dropped(edit):
    edit.set_rich_text(rich("<p>ends</p>"))
    data = QMimeData()
    data.setText("here ")

    drop(edit, data, edit.cursorRect().topLeft() + QPointF(1, 5).toPoint())

    assert edit.toPlainText() == "here ends"
