"""The draft: what keys, the library and the outline do to passages, and what the margin shows of them."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor, QUndoStack, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.domain.records.ids import (
    PassageId,
    PositionId,
    RecommendationId,
    ResponseId,
    RevisionId,
    SectionId,
)
from drafter.domain.records.responses import Passage, Section, Use
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import BlockStyle, normal
from drafter.domain.richtext_html import to_html
from drafter.ui.text.clipboard import POSITION
from drafter.ui.text.colours import DARK, LIGHT
from drafter.ui.text.draft_document import DraftDocument, fill, normal_sections
from drafter.ui.text.draft_edit import DraftEdit, position_mime
from drafter.ui.text.marks import Mark, MarkKind
from drafter.ui.text.sheet import fitted, sheet_lines
from drafter.ui.text.ties import Ties
from tests.builders import rich

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG_TERM = Use(position=PositionId("position-1"), revision=RevisionId("revision-1"))
REGISTER = Use(position=PositionId("position-2"), revision=RevisionId("revision-2"))


class Draft(DraftEdit):
    """An editor with its own history beside it."""

    stack: QUndoStack


def passage(name, html="", *, answers=(), use=None):
    text = rich(html) if html.startswith("<") or not html else rich(f"<p>{html}</p>")
    return Passage(id=PassageId(name), response=ResponseId("response"), text=text, answers=answers, use=use)


def section(name, *passages, heading=""):
    return Section(id=SectionId(name), heading=heading, passages=passages)


FUNDING = section(
    "s1",
    passage("p1", "We welcome longer grants.", answers=("r1",), use=LONG_TERM),
    passage("p2", "In our county it is overdue.", answers=("r1",)),
    heading="Funding",
)
VOLUNTEERS = section(
    "s2", passage("p3", "A register helps.", answers=("r2",), use=REGISTER), heading="Volunteers"
)


@pytest.fixture
def draft(qtbot):
    """Opens sections in an editor that is shown."""

    def open_draft(*sections):
        document = DraftDocument(ResponseId("response"), edit)
        fill(document, sections)
        edit.stack = QUndoStack(edit)
        edit.open(document, edit.stack)
        return edit

    edit = Draft(colours=LIGHT)
    qtbot.addWidget(edit)
    edit.resize(1000, 700)
    edit.show()
    qtbot.waitExposed(edit)
    edit.setFocus()
    return open_draft


def go(edit, words, *, after=False):
    """Puts the cursor before some words, or behind them."""
    found = edit.document().find(words)
    assert not found.isNull(), words
    found.setPosition(found.selectionEnd() if after else found.selectionStart())
    edit.setTextCursor(found)


def select(edit, first, last):
    """Selects from the first words' start to the last words' end."""
    start, end = edit.document().find(first), edit.document().find(last)
    start.setPosition(start.selectionStart())
    start.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(start)


def passages(edit):
    return [each for one in edit.sections() for each in one.passages]


def said(edit):
    return [each.text.plain for each in passages(edit)]


def shape(edit):
    return [(one.heading, [each.text.plain for each in one.passages]) for one in edit.sections()]


# Ties through keys


def test_typing_in_library_text_keeps_its_tie(draft):
    edit = draft(FUNDING)
    go(edit, "longer")
    QTest.keyClicks(edit, "much ")

    first = passages(edit)[0]
    assert (first.id, first.use, first.text.plain) == ("p1", LONG_TERM, "We welcome much longer grants.")


def test_return_inside_library_text_leaves_both_halves_in_its_passage(draft):
    edit = draft(FUNDING)
    go(edit, "longer")
    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert said(edit)[0] == "We welcome\nlonger grants."
    assert [each.id for each in passages(edit)] == ["p1", "p2"]


def test_what_is_written_behind_library_text_is_ones_own(draft):
    edit = draft(FUNDING)
    go(edit, "grants.", after=True)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "We say so often.")

    one, two, three = passages(edit)
    assert one == FUNDING.passages[0]
    assert (two.text.plain, two.use, two.answers) == ("We say so often.", None, ("r1",))
    assert three.id == "p2"


def test_return_behind_own_words_goes_on_with_them(draft):
    edit = draft(FUNDING)
    go(edit, "overdue.", after=True)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "More.")

    assert [each.id for each in passages(edit)] == ["p1", "p2"]
    assert said(edit)[1] == "In our county it is overdue.\nMore."


def test_each_paragraph_has_an_id_of_its_own_after_return(draft):
    edit = draft(FUNDING)
    for words in ("longer", "county"):
        go(edit, words)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    block, ids = edit.draft.firstBlock(), []
    while block.isValid():
        ids.append(edit.draft.place(block).paragraph)
        block = block.next()

    assert len(ids) == 5
    assert len(set(ids)) == 5


def test_joining_library_text_to_own_words_draws_them_from_it(draft):
    edit = draft(
        section("s", passage("own", "Ours."), passage("lib", "Theirs.", answers=("r2",), use=REGISTER))
    )
    go(edit, "Theirs")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    (mixed,) = passages(edit)
    assert mixed.text.plain == "Ours.Theirs."
    assert (mixed.use, mixed.drawn_from, mixed.answers) == (None, ("revision-2",), ("r2",))


def test_two_library_texts_that_meet_are_drawn_from_both(draft):
    edit = draft(
        section(
            "s", passage("a", "First.", answers=("r1",), use=LONG_TERM), passage("b", "Second.", use=REGISTER)
        )
    )
    go(edit, "First.", after=True)
    QTest.keyClick(edit, Qt.Key.Key_Delete)

    (mixed,) = passages(edit)
    assert (mixed.use, mixed.drawn_from) == (None, ("revision-1", "revision-2"))
    edit.stack.undo()
    assert [each.use for each in passages(edit)] == [LONG_TERM, REGISTER]


def test_own_words_joined_to_library_text_tailor_it(draft):
    edit = draft(section("s", passage("lib", "Theirs.", use=REGISTER), passage("own", "Ours.")))
    go(edit, "Ours")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    (one,) = passages(edit)
    assert (one.id, one.use, one.text.plain) == ("lib", REGISTER, "Theirs.Ours.")


def test_library_text_that_is_taken_away_whole_leaves_no_tie_but_what_it_was_to_answer(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    select(edit, "A register", "helps.")
    QTest.keyClicks(edit, "No")

    last = passages(edit)[-1]
    assert (last.text.plain, last.use, last.answers) == ("No", None, ("r2",))


# Sections through keys


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


# Copy and paste


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


def fields_of(piece):
    return {name: getattr(piece, name) for name in piece.__dataclass_fields__}


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


# The library and the outline


def test_an_inserted_passage_follows_the_one_at_the_cursor(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    go(edit, "longer")

    made = edit.insert_passage(rich("<p>New.</p><ul><li>point</ul>"), answers=("r9",), use=REGISTER)

    new = passages(edit)[1]
    assert (new.id, new.use, new.answers) == (made, REGISTER, ("r9",))
    assert to_html(new.text) == "<p>New.</p><ul><li>point</li></ul>"
    assert edit.current_passage() == made
    edit.stack.undo()
    assert edit.sections() == normal_sections((FUNDING, VOLUNTEERS))


def test_an_inserted_passage_takes_the_place_of_an_empty_one_that_waits_for_it(draft):
    edit = draft(section("s", passage("p", "", answers=("r1",)), heading="Funding"))

    edit.insert_passage(rich("<p>New.</p>"), use=REGISTER)

    (new,) = passages(edit)
    assert (new.text.plain, new.answers) == ("New.", ("r1",))


def test_an_empty_passage_that_waits_for_another_answer_stays(draft):
    edit = draft(section("s", passage("p", "", answers=("r1",))))

    edit.insert_passage(rich("<p>New.</p>"), answers=("r2",))

    assert [each.answers for each in passages(edit)] == [("r1",), ("r2",)]


def test_the_first_section_takes_the_place_of_an_untouched_sheet(draft):
    edit = draft()

    made = edit.append_section("Funding", answers=("r1",))
    QTest.keyClicks(edit, "Words")

    assert shape(edit) == [("Funding", ["Words"])]
    assert edit.current_section() == made
    assert edit.outline() == ((made, "Funding"),)


def test_a_section_comes_after_the_one_at_the_cursor(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    go(edit, "longer")

    edit.insert_section("Between")

    assert [heading for _, heading in edit.outline()] == ["Funding", "Between", "Volunteers"]


@pytest.mark.parametrize(("name", "by"), [("s1", 1), ("s2", -1)])
def test_moving_a_section_is_one_step_and_keeps_the_cursor_in_its_words(draft, name, by):
    edit = draft(FUNDING, VOLUNTEERS)
    go(edit, "county" if name == "s1" else "register")
    here = edit.textCursor().block().text()

    assert edit.move_section(name, by)

    assert edit.sections() == normal_sections((VOLUNTEERS, FUNDING))
    assert edit.textCursor().block().text() == here
    assert edit.stack.count() == 1
    assert not edit.move_section(name, by)
    edit.stack.undo()
    assert edit.sections() == normal_sections((FUNDING, VOLUNTEERS))


def test_the_last_passage_of_a_section_leaves_what_it_was_to_answer(draft):
    edit = draft(FUNDING, VOLUNTEERS)

    assert edit.remove_passage("p3")
    assert not edit.remove_passage("p3")

    left = edit.sections()[1].passages
    assert [(each.text.is_empty, each.answers, each.use) for each in left] == [(True, ("r2",), None)]


def test_a_section_is_removed_whole_and_comes_back_with_undo(draft):
    edit = draft(FUNDING, VOLUNTEERS)

    assert edit.remove_section("s1")
    assert shape(edit) == [("Volunteers", ["A register helps."])]
    assert edit.remove_section("s2")
    assert [len(one.passages) for one in edit.sections()] == [1]
    edit.stack.undo()
    edit.stack.undo()

    assert edit.sections() == normal_sections((FUNDING, VOLUNTEERS))


def test_what_a_passage_answers_can_be_changed_and_changed_back(draft):
    edit = draft(FUNDING)

    assert edit.set_answers("p1", ("r1", "r5"))
    assert edit.ties("p1") == Ties(answers=(RecommendationId("r1"), RecommendationId("r5")), use=LONG_TERM)
    assert not edit.set_answers("gone", ())
    edit.stack.undo()

    assert edit.ties("p1").answers == ("r1",)


def test_a_passage_is_put_back_to_the_librarys_words_under_its_id(draft):
    edit = draft(FUNDING)

    edit.replace_passage("p1", rich("<p>New words.</p><p>Two.</p>"), Ties(use=REGISTER))

    assert (passages(edit)[0].id, said(edit)[0]) == ("p1", "New words.\nTwo.")
    assert passages(edit)[0].use == REGISTER


# Signals, counting, the margin


def test_going_to_another_passage_is_told_once(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    told: list[str] = []
    edit.passage_entered.connect(told.append)
    go(edit, "county")
    go(edit, "overdue")
    go(edit, "Volunteers")

    assert told == ["p2", "p3"]


def test_every_edit_is_told_and_its_undoing_too(draft):
    edit = draft(FUNDING)
    told: list[str] = []
    edit.edited.connect(lambda: told.append("edited"))
    QTest.keyClicks(edit, "x")
    once = len(told)
    edit.stack.undo()

    assert once == 1
    assert len(told) == 2


def test_words_are_counted_as_a_word_processor_counts_them(draft):
    edit = draft(FUNDING, section("s", passage("n", "<p>One<fn>not this</fn> two.</p>")))

    assert edit.word_count() == 1 + 4 + 6 + 2
    select(edit, "We welcome", "longer")
    assert edit.selected_word_count() == 3


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
