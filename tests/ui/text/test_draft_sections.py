"""What keys do to the sections of the draft and their headings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from drafter.domain.richtext import BlockStyle
from drafter.ui.text.draft_document import normal_sections
from tests.ui.text.drafts import FUNDING, VOLUNTEERS, go, passage, passages, section, select, shape


def test_deleting_across_a_heading_joins_what_is_left_to_the_section_above(draft):
    edit = draft(
        FUNDING,
        section("s2", passage("p3", "A register helps."), passage("p4", "More."), heading="Volunteers"),
    )
    select(edit, "overdue", "A register")
    QTest.keyClick(edit, Qt.Key.Key_Delete)

    assert shape(edit) == [("Funding", ["We welcome longer grants.", "In our county it is helps.", "More."])]


def test_backspace_at_a_heading_makes_it_text_of_the_section_above(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    go(edit, "Volunteers")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    assert shape(edit) == [
        (
            "Funding",
            ["We welcome longer grants.", "In our county it is overdue.", "Volunteers", "A register helps."],
        )
    ]
    edit.stack.undo()
    assert edit.sections() == normal_sections((FUNDING, VOLUNTEERS))


def test_the_one_empty_paragraph_below_a_heading_stays(draft):
    edit = draft(section("s", passage("p", "", answers=("r1",)), heading="Funding"))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    assert edit.textCursor().block().text() == "Funding"
    assert [each.answers for each in passages(edit)] == [("r1",)]


def test_a_heading_given_to_a_paragraph_begins_a_section_there(draft):
    edit = draft(FUNDING)
    go(edit, "county")

    edit.set_style(BlockStyle.HEADING2)

    assert shape(edit) == [("Funding", ["We welcome longer grants."]), ("In our county it is overdue.", [""])]
    # What the paragraph answered is still to be answered.
    assert passages(edit)[1].answers == ("r1",)


def test_return_at_the_end_of_a_heading_goes_to_the_paragraph_that_waits(draft):
    edit = draft(section("s", passage("p", ""), heading="Funding"))
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "Words")

    assert shape(edit) == [("Funding", ["Words"])]
    assert passages(edit)[0].id == "p"


def test_headings_are_plain_text(draft):
    edit = draft(section("s", passage("p", '<p>We <b>at</b> <field name="organisation"/><fn>n</fn></p><p>x')))

    edit.set_style(BlockStyle.HEADING2)

    assert shape(edit) == [("We at organisation", ["x"])]
