"""What the margin shows of passages, how the sheet lies, and that a draft is read as it is."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.domain.records.stances import Stance
from drafter.domain.richtext import normal
from drafter.ui.text.colours import DARK
from drafter.ui.text.marks import Mark, MarkKind
from drafter.ui.text.sheet import fitted, sheet_lines
from tests.ui.text.drafts import (
    CTRL,
    FUNDING,
    VOLUNTEERS,
    go,
    passage,
    section,
    shape,
)

MARKS = {
    "p1": Mark(
        kind=MarkKind.TAILORED,
        tip="Tailored from “Longer grants”",
        label="Recommendation 4",
        stance=Stance.WELCOME,
    ),
    "p2": Mark(label="Recommendation 4", stance=Stance.WELCOME),
    "p3": Mark(kind=MarkKind.RETIRED, label="Recommendation 12", stance=Stance.OPPOSE),
}


def test_a_click_on_a_mark_says_whose_it_is(draft, qtbot):
    edit = draft(FUNDING, VOLUNTEERS)
    edit.set_marks(MARKS)
    shown = {each.passage: each for each in edit.sheet.shown()}
    x = sheet_lines(edit.sheet.width(), 1.0).text_left - 18

    with qtbot.waitSignal(edit.mark_clicked) as told:
        QTest.mouseClick(
            edit.sheet,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(x, round(shown["p3"].top) + 5),
        )

    assert told.args == ["p3"]
    assert edit.mark_of("p3").words == "Recommendation 12 · Oppose\nRetired"


def test_a_label_is_shown_once_and_beside_the_heading(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    edit.set_marks(MARKS)

    shown = {each.passage: each for each in edit.sheet.shown()}
    assert [each.labelled for each in shown.values()] == [True, False, True]
    assert shown["p1"].label_at < shown["p1"].top


def test_a_line_of_marks_is_drawn_beside_its_passage(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    before = edit.grab().toImage()

    edit.set_marks(MARKS)

    after = edit.grab().toImage()
    x = edit.lines.text_left - 5
    changed = [y for y in range(after.height()) if after.pixel(x, y) != before.pixel(x, y)]
    shown = {each.passage: each for each in edit.sheet.shown()}
    assert min(changed) >= shown["p1"].top
    assert not [y for y in changed if shown["p2"].top < y < shown["p2"].bottom]
    assert [y for y in changed if shown["p3"].top < y < shown["p3"].bottom]


def test_marks_are_no_step_and_no_word(draft):
    edit = draft(FUNDING)
    before = edit.sections()
    told: list[str] = []
    edit.edited.connect(lambda: told.append("edited"))

    edit.set_marks(MARKS)
    edit.set_colours(DARK)
    edit.set_zoom(150)

    assert edit.stack.count() == 0
    assert not told
    assert edit.sections() == before


def test_a_press_in_the_margin_selects_from_the_line(draft):
    edit = draft(FUNDING)
    go(edit, "county")
    height = edit.cursorRect().center().y()
    QTest.mouseClick(
        edit.sheet,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(edit.sheet.width() - 5, height),
    )

    assert edit.textCursor().block().text() == "In our county it is overdue."
    assert edit.textCursor().atBlockEnd()


def test_ctrl_and_the_wheel_or_a_key_zoom(draft):
    edit = draft(FUNDING)
    QTest.keyClick(edit, Qt.Key.Key_Plus, CTRL)
    assert edit.zoom == 110
    turn = QWheelEvent(
        QPointF(200, 100), QPointF(200, 100), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(edit.viewport(), turn)
    assert edit.zoom == 125
    QTest.keyClick(edit, Qt.Key.Key_0, CTRL)
    assert edit.zoom == 100


@pytest.mark.parametrize("width", [320, 560, 800, 1000, 1900])
@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_the_sheet_never_leaves_the_desk(width, scale):
    lines = sheet_lines(width, scale)

    assert 0 <= lines.left < lines.text_left < lines.text_right < lines.right <= width


def test_a_label_in_little_room_shows_its_number(draft):
    edit = draft(FUNDING)
    metrics = edit.fontMetrics()

    assert fitted("Recommendation 12a", metrics, 40) == "12a"
    assert fitted("Recommendations 3, 4 and 5", metrics, 60) == "3, 4, 5"
    assert fitted("4", metrics, 40) == "4"


def test_going_to_a_passage_shows_it(draft):
    many = [section(f"s{at}", passage(f"p{at}", "word " * 120), heading=f"Section {at}") for at in range(40)]
    edit = draft(*many)

    assert edit.scroll_to_passage("p30")
    assert edit.current_passage() == "p30"
    assert 0 < edit.cursorRect().top() < edit.viewport().height() / 2
    assert not edit.scroll_to_passage("gone")


def test_reading_a_draft_twice_gives_the_same_and_cleans_nothing_twice(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    first = edit.sections()
    QTest.keyClicks(edit, "x")
    second = edit.sections()

    assert first[1].passages[0].text is second[1].passages[0].text
    assert normal(second[0].passages[0].text) == second[0].passages[0].text


def test_an_old_document_can_be_let_go(draft, qapp):
    edit = draft(FUNDING)
    before = edit.draft
    draft(VOLUNTEERS)
    before.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.keyClicks(edit, "x")

    assert shape(edit) == [("xVolunteers", ["A register helps."])]
