"""Passages that are copied, cut, pasted and dropped keep their ties."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.ui.text.clipboard import POSITION
from drafter.ui.text.draft_edit import position_mime
from tests.ui.text.drafts import (
    CTRL,
    FUNDING,
    LONG_TERM,
    REGISTER,
    VOLUNTEERS,
    fields_of,
    go,
    passages,
    said,
    select,
    shape,
)


def test_a_copied_passage_keeps_its_ties_under_a_new_id(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    select(edit, "We welcome", "overdue.")
    QTest.keyClick(edit, Qt.Key.Key_C, CTRL)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(edit, Qt.Key.Key_V, CTRL)

    copied = passages(edit)[3:]
    assert [(each.use, each.answers) for each in copied] == [(LONG_TERM, ("r1",)), (None, ("r1",))]
    assert len({each.id for each in passages(edit)}) == 5
    QApplication.clipboard().clear()


def test_a_cut_passage_comes_back_as_itself(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    select(edit, "We welcome", "overdue.")
    QTest.keyClick(edit, Qt.Key.Key_X, CTRL)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(edit, Qt.Key.Key_V, CTRL)

    volunteers = edit.sections()[-1]
    assert [each.use for each in volunteers.passages] == [REGISTER, LONG_TERM, None]
    assert "p2" in {each.id for each in volunteers.passages}
    QApplication.clipboard().clear()


def test_pasted_words_take_the_passage_they_come_into_and_say_where_from(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    select(edit, "longer", "longer")
    clip = edit.clip()
    go(edit, "overdue")

    edit.paste_clip(clip)

    woven = passages(edit)[1]
    assert (woven.id, woven.use, woven.drawn_from) == ("p2", None, ("revision-1",))


def test_passages_pasted_into_the_middle_of_one_part_it(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    select(edit, "Volunteers", "helps.")
    clip = edit.clip()
    go(edit, "longer")

    edit.paste_clip(clip)

    assert shape(edit) == [
        ("Funding", ["We welcome"]),
        ("Volunteers", ["A register helps.", "longer grants.", "In our county it is overdue."]),
        ("Volunteers", ["A register helps."]),
    ]
    assert [each.use for each in passages(edit)] == [LONG_TERM, REGISTER, LONG_TERM, None, REGISTER]


def test_what_a_passage_of_another_response_answers_stays_behind(draft):
    edit = draft(FUNDING)
    select(edit, "We welcome", "overdue.")
    clip = edit.clip()
    other = tuple(each.__class__(**{**fields_of(each), "response": "another"}) for each in clip)
    edit.moveCursor(QTextCursor.MoveOperation.End)

    edit.paste_clip(other)

    assert [(each.use, each.answers) for each in passages(edit)[2:]] == [(LONG_TERM, ()), (None, ())]


def test_headings_pasted_from_elsewhere_begin_sections(draft):
    edit = draft(FUNDING)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    data = QMimeData()
    data.setHtml("<p>Before</p><h1>One</h1><p>a</p><p>b</p><h2>Two</h2>")

    edit.insertFromMimeData(data)

    assert shape(edit)[0][1][-1] == "Before"
    assert shape(edit)[1:] == [("One", ["a\nb"]), ("Two", [""])]


def test_paragraphs_pasted_from_elsewhere_are_the_targets(draft):
    edit = draft(FUNDING)
    go(edit, "overdue")
    data = QMimeData()
    data.setHtml("<p>long</p><p>quite </p>")

    edit.insertFromMimeData(data)

    assert said(edit)[1] == "In our county it is long\nquiteoverdue."
    assert [each.id for each in passages(edit)] == ["p1", "p2"]


def test_a_position_dropped_on_the_text_is_told_and_not_written(draft, qtbot):
    edit = draft(FUNDING)
    before = edit.sections()
    go(edit, "county")
    point, dragged = QPointF(edit.cursorRect().center()), position_mime("position-7")
    event = QDropEvent(
        point,
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    with qtbot.waitSignal(edit.position_dropped) as told:
        edit.dropEvent(event)

    assert told.args[0] == "position-7"
    assert edit.passage_at(told.args[1]) == "p2"
    assert edit.sections() == before


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'"x"'])
def test_a_damaged_position_is_no_position(draft, data):
    edit = draft(FUNDING)
    mime = QMimeData()
    mime.setData(POSITION, data)
    told: list[str] = []
    edit.position_dropped.connect(told.append)

    edit.dropEvent(
        QDropEvent(
            QPointF(300, 100),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    assert not told
