"""Words of the library that are a heading for a while come out of it as the library's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.ui.text.draft_document import normal_sections
from drafter.ui.text.format_bar import FormatBar
from tests.ui.text.drafts import (
    CTRL,
    FUNDING,
    LONG_TERM,
    REGISTER,
    VOLUNTEERS,
    go,
    passage,
    passages,
    said,
    section,
    select,
    shape,
)

ALT = Qt.KeyboardModifier.AltModifier
TWO = passage("lib", "<p>A register helps.</p><p>We keep one.</p>", answers=("r2",), use=REGISTER)


@pytest.fixture
def keyed(draft):
    """A draft that answers the keys of the toolbar too."""

    def open_draft(*sections):
        edit = draft(*sections)
        FormatBar(edit, edit).hide()
        return edit

    return open_draft


def make_heading(edit, words):
    """Makes a heading of the paragraph that begins so; the cursor is at its start."""
    go(edit, words)
    QTest.keyClick(edit, Qt.Key.Key_2, CTRL | ALT)
    assert any(each.heading.startswith(words) for each in edit.sections())


def uses(edit):
    return [(each.text.plain, each.use) for each in passages(edit) if not each.text.is_empty]


def origins(edit):
    """What each passage that says something is drawn from, or uses."""
    return [
        (each.text.plain, (*((each.use.revision,) if each.use else ()), *each.drawn_from))
        for each in passages(edit)
        if not each.text.is_empty
    ]


def test_library_text_made_a_heading_and_text_again_is_the_librarys(keyed):
    edit = keyed(section("s", passage("lib", "A register helps.", answers=("r2",), use=REGISTER)))
    before = edit.sections()
    make_heading(edit, "A register")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    after = edit.sections()

    assert uses(edit) == [("A register helps.", REGISTER)]
    # What it answered is still to be answered, as it is whenever a paragraph becomes a heading.
    assert [each.answers for each in passages(edit)] == [(), ("r2",)]
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.sections() == before
    QTest.keyClick(edit, Qt.Key.Key_Y, CTRL)
    QTest.keyClick(edit, Qt.Key.Key_Y, CTRL)
    assert edit.sections() == after


@pytest.mark.parametrize("words", ["A register", "We keep"])
def test_a_part_of_library_text_comes_back_from_a_heading_with_its_tie(keyed, words):
    edit = keyed(section("s", passage("own", "Ours."), TWO))
    make_heading(edit, words)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    assert uses(edit) == [("Ours.", None), ("A register helps.", REGISTER), ("We keep one.", REGISTER)]
    assert sum(each.answers == ("r2",) for each in passages(edit)) == 1


def test_what_stands_above_a_heading_of_the_librarys_words_is_drawn_from_them_when_they_join(keyed):
    edit = keyed(section("s", passage("own", "Ours.", answers=("r1",)), TWO))
    make_heading(edit, "A register")
    go(edit, "Ours.", after=True)
    QTest.keyClick(edit, Qt.Key.Key_Delete)

    assert origins(edit) == [("Ours.A register helps.", ("revision-2",)), ("We keep one.", ("revision-2",))]
    assert [each.answers for each in passages(edit)] == [("r1",), ("r2",)]
    edit.stack.undo()
    assert shape(edit) == [("", ["Ours."]), ("A register helps.", ["We keep one."])]


def test_a_heading_that_takes_words_of_the_library_in_gives_them_back_as_drawn_from_it(keyed):
    edit = keyed(
        section("s", passage("lib", "A register helps.", answers=("r2",), use=REGISTER), heading="Volunteers")
    )
    go(edit, "A register")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.sections()[0].heading == "VolunteersA register helps."
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    assert origins(edit) == [("VolunteersA register helps.", ("revision-2",))]
    assert [each.answers for each in passages(edit)] == [(), ("r2",)]


def test_what_return_parts_from_a_heading_of_the_librarys_words_is_the_librarys(keyed):
    edit = keyed(section("s", TWO))
    make_heading(edit, "A register")
    go(edit, "helps")
    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert uses(edit) == [("helps.", REGISTER), ("We keep one.", REGISTER)]
    assert [each.answers for each in passages(edit)] == [("r2",), ("r2",)]


def test_what_is_written_above_or_below_a_heading_of_the_librarys_words_is_ones_own(keyed):
    edit = keyed(section("s", TWO))
    make_heading(edit, "A register")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    go(edit, "helps.", after=True)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "Below")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(edit, "Above")

    assert uses(edit) == [("Above", None), ("Below", None), ("We keep one.", REGISTER)]


@pytest.mark.parametrize("copy", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_words_of_a_heading_that_came_from_the_library_say_so_where_they_are_pasted(keyed, copy):
    edit = keyed(section("s", TWO, passage("own", "Ours.")))
    make_heading(edit, "A register")
    select(edit, "register", "register")
    QTest.keyClick(edit, copy, CTRL)
    go(edit, "Ours.")
    QTest.keyClick(edit, Qt.Key.Key_V, CTRL)
    QApplication.clipboard().clear()

    assert origins(edit)[-1] == ("registerOurs.", ("revision-2",))


def test_a_pasted_heading_of_the_librarys_words_is_the_librarys_when_it_is_text_again(keyed):
    edit = keyed(section("s", TWO, passage("own", "Ours.")))
    make_heading(edit, "A register")
    select(edit, "A register", "keep one.")
    QTest.keyClick(edit, Qt.Key.Key_X, CTRL)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(edit, Qt.Key.Key_V, CTRL)
    QApplication.clipboard().clear()
    go(edit, "A register")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    assert uses(edit) == [("Ours.", None), ("A register helps.", REGISTER), ("We keep one.", REGISTER)]


def test_words_of_the_library_pasted_into_a_heading_say_so_when_it_is_text_again(keyed):
    edit = keyed(FUNDING, VOLUNTEERS)
    select(edit, "longer", "longer")
    QTest.keyClick(edit, Qt.Key.Key_C, CTRL)
    go(edit, "Volunteers")
    QTest.keyClick(edit, Qt.Key.Key_V, CTRL)
    QApplication.clipboard().clear()
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    assert origins(edit)[2] == ("longerVolunteers", ("revision-1",))
    edit.stack.undo()
    edit.stack.undo()
    assert edit.sections() == normal_sections((FUNDING, VOLUNTEERS))


def test_a_heading_without_a_word_of_the_library_left_is_ones_own(keyed):
    edit = keyed(section("s", passage("lib", "Theirs.", use=LONG_TERM)))
    make_heading(edit, "Theirs.")
    select(edit, "Theirs.", "Theirs.")
    QTest.keyClicks(edit, "Ours")
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    assert uses(edit) == [("Ours", None)]
    assert said(edit) == ["Ours"]
