"""The readiness list offers the mend: by a button, by a key, and as a step that undo takes back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drafter.domain.checks import Code, Severity
from drafter.domain.checks.findings import Finding
from drafter.domain.records.responses import Shape
from drafter.domain.richtext_html import from_html
from drafter.services import positions
from drafter.ui.panes.desk_mending import MENDS
from drafter.ui.panes.desk_source import SourceCard
from drafter.ui.text.footnote_dialog import FootnoteDialog
from tests.builders import a_passage, a_response, a_section, a_stance
from tests.ui.desk.laid import FUNDING, PASS, three_sections

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TWICE = "We think that small charities need time to plan."


def show(qtbot, desk, code):
    """The finding of a kind, chosen in the list."""
    pane = desk.readiness

    def at():
        return [each.code for each in pane.model.findings].index(code)

    qtbot.waitUntil(lambda: code in [each.code for each in pane.model.findings])
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    pane.list.setCurrentIndex(pane.model.index(at()))
    return pane


def a_statement(*passages):
    return a_response(a_section(*passages, heading="Ours"), shape=Shape.STATEMENT)


def texts(desk):
    return [each.text.plain for section in desk.sheet.edit.sections() for each in section.passages]


def test_a_paragraph_that_comes_twice_is_taken_out_by_the_button(qtbot, open_desk, workplace):
    desk = open_desk(a_statement(a_passage(TWICE), a_passage(TWICE)))
    pane = show(qtbot, desk, Code.SAME_PARAGRAPH)

    qtbot.mouseClick(pane.mend, Qt.MouseButton.LeftButton)
    once = texts(desk)
    workplace.history.undo()

    assert pane.mend.text() == "Take this one out"
    assert once == [TWICE]
    assert texts(desk) == [TWICE, TWICE]


def test_of_a_longer_passage_the_paragraph_alone_goes(qtbot, open_desk):
    desk = open_desk(a_statement(a_passage(TWICE), a_passage(f"<p>First.</p><p>{TWICE}</p><p>Last.</p>")))
    pane = show(qtbot, desk, Code.SAME_PARAGRAPH)

    qtbot.mouseClick(pane.mend, Qt.MouseButton.LeftButton)

    assert texts(desk) == [TWICE, "First.\nLast."]


def test_a_key_takes_the_newer_words(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    desk.in_hand.text.insert(FUNDING.id, PASS.id)
    desk.in_hand.writer.flush()
    stored = library.position(FUNDING.id)
    newer = replace(stored.newest.wording, text=from_html("<p>Five years let it plan.</p>"))
    workplace.history.do(lambda: positions.save(library, newer, stored.facts, by="Tom"))
    workplace.history.do(lambda: positions.approve(library, FUNDING.id, by="Tom"))
    pane = show(qtbot, desk, Code.NEWER_WORDING)

    qtbot.keyClick(pane.list, Qt.Key.Key_R, BOTH)

    assert "Five years let it plan." in texts(desk)


def test_a_figure_gets_its_footnote_behind_it(qtbot, open_desk):
    desk = open_desk(a_statement(a_passage("We fund 4,800 charities every year.")))
    pane = show(qtbot, desk, Code.UNSOURCED_FIGURE)

    qtbot.mouseClick(pane.mend, Qt.MouseButton.LeftButton)

    dialog = next(each for each in desk.window().findChildren(FootnoteDialog) if each.isVisible())
    assert desk.sheet.edit.textCursor().positionInBlock() == len("We fund 4,800")
    dialog.reject()


def test_an_answer_is_begun_where_there_is_none(qtbot, open_desk):
    desk = open_desk(three_sections(stances=(a_stance(PASS),)))
    pane = show(qtbot, desk, Code.NO_ANSWER)

    qtbot.mouseClick(pane.mend, Qt.MouseButton.LeftButton)

    assert desk.sheet.edit.hasFocus()
    assert desk.in_hand.text.answered_here()


def test_words_that_are_not_approved_show_where_they_come_from(open_desk):
    desk = open_desk(a_statement(a_passage("Hello.")))
    passage = desk.in_hand.text.insert(FUNDING.id, None)
    finding = Finding(code=Code.UNAPPROVED, severity=Severity.WARNING, sentence="No.", passage=passage)

    desk.mending.mend(finding)

    card = desk.findChild(SourceCard)
    assert card is not None
    card.close()


def test_advice_on_style_comes_and_goes_with_a_key(qtbot, open_desk, workplace):
    desk = open_desk(a_statement(a_passage("This MUST NOT be so.")))

    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Y, BOTH)
    qtbot.waitUntil(lambda: [each.code for each in desk.readiness.model.findings] == [Code.ALL_CAPITALS])
    wanted = workplace.preferences.value.advice
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Y, BOTH)

    qtbot.waitUntil(lambda: desk.readiness.model.findings == ())
    assert wanted
    assert not workplace.preferences.value.advice


def test_the_button_hides_where_nothing_can_be_offered(open_desk):
    desk = open_desk(a_statement(a_passage("Hello.")))
    desk.tabs.setCurrentWidget(desk.readiness)

    desk.readiness.show_findings(
        (Finding(code=Code.OVER_LENGTH, severity=Severity.WARNING, sentence="Long."),)
    )
    desk.readiness.list.setCurrentIndex(desk.readiness.model.index(0))

    assert not desk.readiness.mend.isVisible()


@pytest.mark.parametrize("code", [each for each in Code if each not in MENDS])
def test_what_has_no_mend_is_hers_to_judge(code):
    assert code in {Code.NOTHING_WRITTEN, Code.OVER_LENGTH, Code.LONG_SENTENCE, Code.ALL_CAPITALS}
