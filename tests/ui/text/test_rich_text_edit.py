"""The editor of a text, with real keys and a real clipboard."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QKeySequence, QTextCursor, QTextDocument, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from drafter.domain.richtext import BlockStyle, Field, Footnote, Run, Source
from drafter.domain.richtext_html import to_html
from drafter.ui.text.clipboard import PASSAGES
from drafter.ui.text.colours import DARK, LIGHT
from drafter.ui.text.rich_text_edit import RichTextEdit
from tests.builders import rich

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot):
    made = RichTextEdit(colours=LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def written(edit):
    return to_html(edit.rich_text())


def select(edit, start, end=None):
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start if end is None else end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def at_end(edit):
    edit.moveCursor(QTextCursor.MoveOperation.End)


def pasted(edit, *, html="", text="", data=None):
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    for name, value in (data or {}).items():
        made.setData(name, value)
    edit.insertFromMimeData(made)


# Typing


def test_return_makes_a_paragraph_and_shift_return_too(edit):
    QTest.keyClicks(edit, "One")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "two")
    QTest.keyClick(edit, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(edit, "three")

    assert written(edit) == "<p>One</p><p>two</p><p>three</p>"


def test_a_dash_and_a_space_begin_a_list_and_undo_gives_the_dash_back(edit):
    QTest.keyClicks(edit, "- item")

    assert written(edit) == "<ul><li>item</li></ul>"

    edit.undo_step()
    edit.undo_step()

    assert edit.block_style() is BlockStyle.PARAGRAPH
    assert edit.toPlainText() == "- "


def test_tab_goes_a_level_in_and_return_twice_leaves_the_list(edit):
    QTest.keyClicks(edit, "1. one")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    QTest.keyClicks(edit, "deeper")
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "after")

    assert written(edit) == "<ol><li>one<ol><li>deeper</li></ol></li></ol><p>after</p>"


def test_tab_outside_a_list_moves_the_focus_on(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    edit, line = RichTextEdit(window), QLineEdit(window)
    window.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)

    QTest.keyClick(edit, Qt.Key.Key_Tab)

    qtbot.waitUntil(line.hasFocus)
    assert edit.rich_text().is_empty


def test_backspace_at_the_start_of_an_item_takes_the_list_away_first(edit):
    edit.set_rich_text(rich("<p>before</p><ul><li>item</ul>"))
    select(edit, len("before") + 1)

    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert written(edit) == "<p>before</p><p>item</p>"

    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert written(edit) == "<p>beforeitem</p>"


def test_a_paragraph_after_a_heading_is_plain(edit):
    edit.set_rich_text(rich("<h3>What next</h3>"))
    at_end(edit)

    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "Text")

    assert written(edit) == "<h3>What next</h3><p>Text</p>"


def test_typing_over_a_selection_of_several_paragraphs_joins_them(edit):
    edit.set_rich_text(rich("<p>One fish</p><p>two</p><p>red fish</p>"))
    select(edit, 4, 16)

    QTest.keyClicks(edit, "blue")

    assert written(edit) == "<p>One blue fish</p>"


# Undo


def test_typing_is_undone_word_by_word(edit):
    stack = QUndoStack()
    edit.follow_with(stack)
    QTest.keyClicks(edit, "we welcome longer grants")

    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)

    assert edit.toPlainText() == "we welcome longer "
    assert stack.count() == 4
    assert stack.undoText() == "Typing"


def test_a_pause_begins_a_step_of_its_own(edit, monkeypatch):
    monkeypatch.setattr("drafter.ui.text.typing_edit._PAUSE", -1)
    edit.follow_with(QUndoStack(edit))
    QTest.keyClicks(edit, "ab")

    edit.undo_step()

    assert edit.toPlainText() == "a"


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)], ids=["ctrl+y", "ctrl+shift+z"]
)
def test_the_undo_owner_answers_the_keys(edit, key, modifiers):
    class Owner:
        asked: tuple[str, ...] = ()

        def undo(self):
            self.asked += ("undo",)

        def redo(self):
            self.asked += ("redo",)

    owner = Owner()
    edit.set_undo_owner(owner)
    QTest.keyClicks(edit, "a")
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(edit, key, modifiers)

    assert owner.asked == ("undo", "redo")
    assert edit.toPlainText() == "a"


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+V"])
def test_keys_of_the_window_are_the_editors_while_one_types(qtbot, keys):
    window = QWidget()
    qtbot.addWidget(window)
    edit = RichTextEdit(window)
    asked: list[str] = []
    action = QAction(window)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: asked.append(keys))
    window.addAction(action)
    window.show()
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    QApplication.clipboard().setText("pasted")
    QTest.keyClicks(edit, "a")
    QTest.keySequence(edit, QKeySequence(keys))

    assert not asked
    assert edit.toPlainText() == {"Ctrl+Z": "", "Ctrl+Y": "a", "Ctrl+Shift+V": "apasted"}[keys]
    QApplication.clipboard().clear()


def test_steps_of_the_text_and_other_commands_are_one_history(edit):
    stack = QUndoStack()
    edit.follow_with(stack)
    QTest.keyClicks(edit, "one")
    edit.toggle_style(BlockStyle.BULLET)

    assert [stack.text(at) for at in range(stack.count())] == ["Typing", "Bullet"]
    stack.setIndex(0)
    assert edit.rich_text().is_empty
    stack.setIndex(2)
    assert written(edit) == "<ul><li>one</li></ul>"


def test_a_step_whose_document_is_gone_does_nothing(qapp):
    stack = QUndoStack()
    edit = RichTextEdit()
    edit.follow_with(stack)
    QTest.keyClicks(edit, "one")
    edit.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    stack.undo()
    stack.redo()

    assert stack.index() == 1


# Marks and links


def test_bold_over_a_selection_is_one_step_and_comes_off_again(edit):
    edit.set_rich_text(rich("<p>We <strong>very</strong> much welcome it</p>"))
    select(edit, 3, 12)

    edit.toggle_bold()
    assert written(edit) == "<p>We <strong>very much</strong> welcome it</p>"

    edit.toggle_bold()
    assert written(edit) == "<p>We very much welcome it</p>"

    edit.undo_step()
    edit.undo_step()
    assert written(edit) == "<p>We <strong>very</strong> much welcome it</p>"


def test_bold_without_a_selection_holds_for_what_is_typed_next(edit):
    QTest.keyClicks(edit, "we ")
    edit.toggle_bold()
    QTest.keyClicks(edit, "do")
    edit.toggle_bold()
    QTest.keyClicks(edit, " not")

    assert written(edit) == "<p>we <strong>do</strong> not</p>"


def test_an_address_pasted_over_words_makes_them_a_link(edit):
    edit.set_rich_text(rich("<p>our own research</p>"))
    select(edit, 8, 16)

    pasted(edit, text=" https://example.org/r \n")

    assert written(edit) == '<p>our own <a href="https://example.org/r">research</a></p>'


def test_an_address_pasted_by_itself_is_a_link(edit):
    pasted(edit, text="https://example.org/r")

    assert edit.rich_text().links == ("https://example.org/r",)


def test_what_is_typed_after_a_link_is_no_link(edit):
    edit.set_rich_text(rich('<p><a href="https://example.org">us</a></p>'))
    at_end(edit)
    QTest.keyClicks(edit, " and")
    select(edit, 1)
    QTest.keyClicks(edit, "x")

    assert written(edit) == '<p><a href="https://example.org">uxs</a> and</p>'


def test_a_link_comes_off_whole_from_anywhere_in_it(edit):
    edit.set_rich_text(rich('<p>see <a href="https://example.org">our <b>own</b></a> work</p>'))
    select(edit, 6)

    edit.set_link("")

    assert written(edit) == "<p>see our <strong>own</strong> work</p>"


# Footnotes and fields


def test_a_footnote_stands_behind_the_selection_and_is_numbered_anew(edit):
    edit.set_rich_text(rich("<p>one two<fn>second</fn></p>"))
    select(edit, 0, 3)
    note = Footnote(text="first", source=Source(title="T", address="https://example.org"))

    edit.insert_footnote(note)

    assert edit.rich_text().footnotes == (note, Footnote(text="second"))
    assert [edit.text_document.numbers.number(at) for at in edit.text_document.numbers.places] == [1, 2]
    assert edit.text_document.numbers.places == (3, 8)


def test_footnote_numbers_follow_edits_and_undo(edit):
    edit.set_rich_text(rich("<p>👩 a<fn>1</fn> b<fn>2</fn></p><p>c<fn>3</fn></p>"))
    select(edit, 0, 5)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    places = edit.text_document.numbers.places

    assert [edit.document().characterAt(at) for at in places] == ["\ufffc", "\ufffc"]
    edit.undo_step()
    assert [edit.document().characterAt(at) for at in edit.text_document.numbers.places] == ["\ufffc"] * 3


def test_a_merge_field_goes_as_one(edit):
    edit.set_field_values({"organisation": "The Example Trust"})
    edit.set_rich_text(rich('<p>We at <field name="organisation"/>.</p>'))
    assert edit.toPlainText() == "We at The Example Trust."
    select(edit, len("We at The Example Trust"))

    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    assert written(edit) == "<p>We at .</p>"


def test_the_cursor_never_stands_inside_a_field(edit):
    edit.set_rich_text(rich('<p>a<field name="organisation"/>b</p>'))
    select(edit, 1)

    QTest.keyClick(edit, Qt.Key.Key_Right)
    assert edit.textCursor().position() == 1 + len("organisation")
    QTest.keyClick(edit, Qt.Key.Key_Left)
    assert edit.textCursor().position() == 1
    select(edit, 5)
    QTest.keyClicks(edit, "x")

    assert edit.rich_text().fields == ("organisation",)
    assert edit.rich_text().plain in {"ax‹organisation›b", "a‹organisation›xb"}


def test_a_selection_takes_a_field_whole(edit):
    edit.set_rich_text(rich('<p>one <field name="organisation"/> two</p>'))
    select(edit, 0, 8)

    QTest.keyClick(edit, Qt.Key.Key_Delete)

    assert written(edit) == "<p>two</p>"


def test_what_is_typed_beside_a_field_is_no_part_of_it(edit):
    edit.set_rich_text(rich('<p><field name="organisation"/></p>'))
    at_end(edit)
    QTest.keyClicks(edit, "'s")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(edit, "at ")

    assert edit.rich_text().paragraphs[0].inlines == (
        Run(text="at "),
        Field(name="organisation"),
        Run(text="'s"),
    )


def test_a_field_shows_its_new_value_when_there_is_one(edit):
    edit.set_rich_text(rich('<p>By <field name="author"/></p>'))
    assert edit.toPlainText() == "By author"

    edit.set_field_values({"author": "Asha Verma"})

    assert edit.toPlainText() == "By Asha Verma"
    assert written(edit) == '<p>By <field name="author"/></p>'


# Pasting


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


# Looks


def test_light_and_dark_change_no_letter_and_no_step(edit):
    stack = QUndoStack()
    edit.set_rich_text(rich("<h2>T</h2><p><a href='https://e.org'>x</a></p>"))
    edit.follow_with(stack)

    edit.set_colours(DARK)

    assert edit.viewport().palette().base().color() == DARK.paper
    assert stack.count() == 0
    assert not edit.document().isUndoAvailable()


def test_zoom_changes_no_step_and_makes_everything_larger(edit):
    edit.set_rich_text(rich("<h2>T</h2><ul><li>x</ul><p>y</p>"))
    before = edit.document().size().height()

    edit.set_zoom(200)

    assert edit.document().size().height() == pytest.approx(before * 2, rel=0.05)
    assert not edit.document().isUndoAvailable()


def test_finding_goes_round_and_counts(edit):
    edit.set_rich_text(rich("<p>Grants are grants.</p><p>No GRANTS, no work.</p>"))

    assert edit.count_found("grants") == 3
    starts = []
    for _ in range(4):
        assert edit.find_words("grants")
        starts.append(edit.textCursor().selectionStart())
    assert starts[3] == starts[0]
    assert not edit.find_words("absent")


def test_a_read_only_text_takes_no_key(edit):
    edit.set_rich_text(rich("<p>fixed</p>"))
    edit.setReadOnly(True)

    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_A):
        QTest.keyClick(edit, key)

    assert written(edit) == "<p>fixed</p>"
