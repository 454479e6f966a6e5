"""From the stances to a laid-out draft, through the window: a newcomer begins with “Start me off”."""

import pytest
from PySide6.QtCore import Qt

from drafter.domain.checks import Code
from drafter.domain.records.responses import Shape
from drafter.domain.records.stances import Stance
from drafter.services.answering import new_response, response_of
from drafter.ui.panes.desk_matrix import MatrixDialog
from tests.builders import OFFICER
from tests.journeys.test_point_by_point import choose

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def begin(window, library, sample_response):
    def begun(shape):
        report = library.response(sample_response).head.report
        response = response_of(new_response(library, report=report, shape=shape, by=OFFICER))
        window.open_response(response)
        return window.screen_named("desk"), response

    return begun


def codes(desk):
    return [each.code for each in desk.readiness.model.findings]


def start(qtbot, desk):
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_B, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: not desk.strip.start.isVisible())


def test_a_statement_is_laid_out_and_its_sections_moved_by_keys(qtbot, begin, library):
    desk, response = begin(Shape.STATEMENT)
    choose(qtbot, desk, "2")
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_2)
    choose(qtbot, desk, "8")
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_3)

    start(qtbot, desk)
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_X, CONTROL | SHIFT)
    laid_out = [heading for _, heading in desk.sheet.edit.outline()]
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_U, CONTROL)
    qtbot.keyClick(desk.outline.pane.list, Qt.Key.Key_End)
    qtbot.keyClick(desk.outline.pane.list, Qt.Key.Key_Up, ALT | SHIFT)

    themes = ["", "Giving time", "Keeping local charities going", "Working with public bodies"]
    assert laid_out == [*themes, "What we ask"]
    moved = [*themes[:3], "What we ask", themes[3]]
    qtbot.waitUntil(lambda: [each.heading for each in library.response(response).sections] == moved)
    assert desk.strip.sentence.whole == "2 of 20 answered, 18 not covered here"
    assert not {Code.NO_STANCE, Code.NO_ANSWER, Code.UNRESOLVED_FIELD} & set(codes(desk))


def test_point_by_point_what_is_missing_is_found_in_the_matrix_and_in_the_readiness_list(qtbot, begin):
    desk, _ = begin(Shape.POINT_BY_POINT)
    choose(qtbot, desk, "1")
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_1)
    wanted = choose(qtbot, desk, "2")
    qtbot.keyClick(desk.recommendations.list, Qt.Key.Key_2)

    start(qtbot, desk)
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_M, CONTROL | SHIFT)
    dialog = desk.findChild(MatrixDialog)
    rows = {each.recommendation: each for each in dialog.narrowed.rows()}
    dialog.reject()

    caveats = rows.pop(wanted.id)
    assert (caveats.stance, caveats.missing) == (Stance.WELCOME_WITH_CAVEATS, ())
    assert len(caveats.positions) == 1
    assert {each.missing for each in rows.values()} == {("no answer",)}
    qtbot.waitUntil(lambda: codes(desk).count(Code.NO_ANSWER) == len(rows))
