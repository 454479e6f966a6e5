"""The matrix on the desk: sorted, narrowed, gone from to the place, copied and written."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from drafter.services.matrix import matrix
from drafter.ui.models.matrix import MatrixModel, NarrowedMatrix
from drafter.ui.panes.desk_matrix import MatrixDialog
from tests.builders import a_stance
from tests.ui.desk.laid import FUND, PAY, REPORT, three_sections

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def ask(qtbot, open_desk):
    desk = open_desk(three_sections(stances=(a_stance(FUND), a_stance(PAY))))
    desk.sheet.edit.setFocus()
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_M, BOTH)
    dialog = desk.findChild(MatrixDialog)
    qtbot.waitExposed(dialog)
    return desk, dialog


def listed(dialog):
    return [each.name for each in dialog.narrowed.rows()]


def test_the_model_keeps_to_the_rules_of_qt(qapp, library):  # noqa: ARG001 - models need it
    model = MatrixModel()
    narrowed = NarrowedMatrix(model)
    testers = [
        QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Warning)
        for each in (model, narrowed)
    ]

    model.show_rows(matrix(library, three_sections(), REPORT))
    narrowed.narrow("", gaps=True)
    narrowed.sort(6)
    narrowed.narrow("passport")

    assert narrowed.rowCount() == 1
    assert len(testers) == 2


def test_gaps_come_first_where_she_sorts_by_them(qtbot, open_desk):
    _, dialog = ask(qtbot, open_desk)
    header = dialog.table.horizontalHeader()
    place = header.sectionViewportPosition(6) + 20

    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))

    assert listed(dialog) == ["Recommendation 2", "Recommendation 1", "Recommendation 3"]
    dialog.reject()


def test_words_and_gaps_narrow_it(qtbot, open_desk):
    _, dialog = ask(qtbot, open_desk)

    qtbot.keyClicks(dialog.words, "people")
    people = listed(dialog)
    dialog.words.clear()
    dialog.which.setFocus()
    qtbot.keyClick(dialog.which, Qt.Key.Key_Down)

    assert people == ["Recommendation 2", "Recommendation 3"]
    assert dialog.which.currentText() == "With gaps (2)"
    assert listed(dialog) == ["Recommendation 1", "Recommendation 2"]
    dialog.reject()


def test_enter_goes_to_the_place(qtbot, open_desk):
    desk, dialog = ask(qtbot, open_desk)

    qtbot.keyClick(dialog.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)

    assert desk.recommendations.current == PAY.id
    assert [each.id for each in desk.in_hand.text.answered_here()] == [PAY.id]


def test_it_is_copied_and_written(qtbot, open_desk, tmp_path):
    _, dialog = ask(qtbot, open_desk)

    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    dialog.write_to(str(tmp_path / "glance.csv"))

    assert QGuiApplication.clipboard().mimeData().html().count("<tr>") == 4
    assert "Recommendation 2" in (tmp_path / "glance.csv").read_text(encoding="utf-8-sig")
    dialog.reject()
