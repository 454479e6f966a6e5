"""Marks, links, footnotes and merge fields in the editor of a text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from drafter.domain.richtext import Field, Footnote, Run, Source
from tests.builders import rich
from tests.ui.text.texts import at_end, pasted, select, written


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
