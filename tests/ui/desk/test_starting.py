"""“Start me off” on the desk: one key, one step of undo, nothing written is lost."""

from PySide6.QtCore import Qt

from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Shape
from drafter.services import positions
from tests.builders import A_RESPONSE, a_change_of, a_passage, a_position, a_response, a_section, a_stance
from tests.ui.desk.laid import FUND, PASS, REPORT

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
OPENING = a_position(
    '<p>We welcome <field name="report.title"/>.</p>', title="Opening", named="o", kind=Kind.OPENING
)


def a_statement():
    return a_response(
        a_section(a_passage("We say this.", named="own"), heading="Our view"),
        to=REPORT,
        shape=Shape.STATEMENT,
        stances=(a_stance(FUND), a_stance(PASS)),
    )


def test_a_key_lays_the_statement_out_and_one_undo_takes_it_back(qtbot, open_desk, library, workplace):
    library.apply(a_change_of(OPENING))
    positions.approve(library, OPENING.id, by="The director")
    desk = open_desk(a_statement())
    before = desk.sheet.edit.sections()

    with qtbot.waitSignal(workplace.notices.said) as said:
        qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_B, BOTH)

    headings = [heading for _, heading in desk.sheet.edit.outline()]
    assert headings == ["", "Our view", "Money", "People", "What we ask"]
    assert said.args[1].startswith("Laid out an opening and 2 themes.")
    assert before[0] in desk.sheet.edit.sections()
    qtbot.waitUntil(lambda: [each.heading for each in library.response(A_RESPONSE).sections] == headings)

    workplace.history.undo()

    assert desk.sheet.edit.sections() == before


def test_where_all_is_laid_out_it_says_so(qtbot, open_desk, workplace):
    desk = open_desk(a_response(a_section(), shape=Shape.STATEMENT))

    with qtbot.waitSignal(workplace.notices.said) as said:
        qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_B, BOTH)

    assert said.args[1].startswith("All is laid out already.")


def test_while_nothing_is_written_the_button_is_in_sight(qtbot, open_desk):
    desk = open_desk(a_response(a_section(), to=REPORT, shape=Shape.STATEMENT, stances=(a_stance(FUND),)))
    offered = desk.strip.start.isVisible()

    qtbot.mouseClick(desk.strip.start, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not desk.strip.start.isVisible())
    assert offered
    assert "Money" in [heading for _, heading in desk.sheet.edit.outline()]
