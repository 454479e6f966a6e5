"""The dialog that asks which column of a spreadsheet is what, with real keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from drafter.services.csv_columns import table_of
from drafter.ui.dialogs.csv_columns import CsvColumnsDialog

TEXT = "Topic,Type,What we say\nFunding,policy,We welcome grants.\nTrust,ask,Fund it.\n"


@pytest.fixture
def dialog(qtbot):
    made = CsvColumnsDialog(table_of(TEXT, "old.csv"))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def choose(dialog, part, words):
    """By keyboard: the first letters choose in a list."""
    box = dialog.choices[part]
    box.setFocus()
    QTest.keyClicks(box, words)


def shown(dialog, row):
    return [dialog.preview.item(row, column).text() for column in range(4)]


def test_without_a_wording_nothing_can_be_added_and_it_says_what_to_do(dialog):
    assert not dialog.add.isEnabled()
    assert dialog.problem.text() == "Choose the column that holds the wording."


def test_a_row_that_cannot_be_read_is_named_with_a_way_out(dialog):
    choose(dialog, "body", "What")

    assert "row 2" in dialog.problem.text()
    assert "“policy” is no kind" in dialog.problem.text()
    assert not dialog.add.isEnabled()


def test_the_first_rows_are_shown_as_they_will_come_in_and_return_adds_them(dialog, qtbot):
    choose(dialog, "body", "What")
    choose(dialog, "kind", "not")

    assert shown(dialog, 0) == ["We welcome grants.", "position", "Funding", "We welcome grants."]
    assert dialog.add.text() == "Add 2 positions"
    with qtbot.waitSignal(dialog.entries_given) as given:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert [entry.themes for entry in given.args[0]] == [("Funding",), ("Trust",)]


def test_a_click_on_cancel_adds_nothing(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.entries_given):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
