"""Typing just before a merge field: the words stay together and out of the field."""

from PySide6.QtCore import Qt

from tests.ui.text.drafts import go, passage, said, section

NUMBERED = section("s1", passage("p1", '<p>Words before <field name="report.body"/> and after.</p>'))


def test_words_typed_before_a_field_that_a_new_paragraph_begins_with_stay_together(qtbot, draft):
    edit = draft(NUMBERED)
    edit.set_field_values({"report.body": "House of Commons"})
    go(edit, "House")

    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "April ")

    assert edit.toPlainText() == "Words before \nApril House of Commons and after."
    edit.set_field_values({"report.body": "The Committee"})
    assert edit.toPlainText() == "Words before \nApril The Committee and after."


def test_they_stay_together_after_the_paragraph_was_parted_again(qtbot, draft):
    edit = draft(NUMBERED)
    edit.set_field_values({"report.body": "House of Commons"})
    go(edit, "House")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(edit, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    qtbot.keyClick(edit, Qt.Key.Key_Home)
    qtbot.keyClicks(edit, "In ")

    assert "\nIn House of Commons" in edit.toPlainText()
    assert "In " in "".join(said(edit))
