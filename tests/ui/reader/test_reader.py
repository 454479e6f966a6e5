"""Correcting what was found, with real clicks and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from drafter.domain.records.reports import RecommendationKind
from drafter.ui.models.found import ACCEPTED, DOUBTS, ITEM, FoundModel
from tests.builders import a_recommendation
from tests.ui.reader.steps import (
    ALT,
    CONTROL,
    PASTED,
    SENTENCES,
    SHIFT,
    choose,
    is_open,
    labels,
    redo,
    select_in_text,
    texts,
    type_over,
    undo,
)

# --- correcting, with undo and redo of each


def test_the_list_has_the_focus_when_a_report_comes(reading):
    assert reading.panel.view.hasFocus()
    assert texts(reading) == list(SENTENCES)


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (Qt.Key.Key_D, [SENTENCES[0], SENTENCES[2], SENTENCES[3]]),
        (Qt.Key.Key_Delete, [SENTENCES[0], SENTENCES[2], SENTENCES[3]]),
        (Qt.Key.Key_M, [SENTENCES[0], f"{SENTENCES[1]} {SENTENCES[2]}", SENTENCES[3]]),
    ],
)
def test_single_keys_in_the_list_correct_it_and_undo_brings_it_back(qtbot, reading, key, after):
    view = reading.panel.view
    qtbot.keyClick(view, Qt.Key.Key_J)
    qtbot.keyClick(view, key)
    assert texts(reading) == after

    undo(qtbot, view)
    assert texts(reading) == list(SENTENCES)
    assert reading.panel.row == 1

    redo(qtbot, view)
    assert texts(reading) == after


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Space])
def test_one_is_accepted_by_one_key_which_goes_on_to_the_next(qtbot, reading, key):
    view = reading.panel.view
    qtbot.keyClick(view, key)
    qtbot.keyClick(view, key)
    assert reading.panel.row == 2
    assert [view.model().index(row, 0).data(ACCEPTED) for row in range(4)] == [True, True, False, False]
    assert reading.panel.lists.summary.whole == "4 in the list, 2 accepted"
    assert texts(reading) == list(SENTENCES)

    undo(qtbot, view)
    assert reading.panel._model.accepted == 1
    assert reading.panel.row == 1


def test_doubts_are_in_words_and_go_when_the_item_is_accepted(qtbot, window, pane):
    window.read_text(PASTED.replace("Recommendation 4:", "Recommendation 9:").replace("each year.", "each"))
    qtbot.waitUntil(is_open(pane, 4))
    last = pane.panel.view.model().index(3, 0)
    assert last.data(DOUBTS) == (
        "It may be cut off: it ends without a full stop",
        "5 numbers missing before it",
    )
    assert "numbers missing" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    assert pane.panel.lists.summary.whole == "4 in the list, 1 worth a look ⚠ (F8)"

    choose(qtbot, pane, 3)
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_A)

    assert pane.panel.lists.summary.whole == "4 in the list, 1 accepted"
    assert pane.panel.row == 3


def test_a_key_goes_round_what_is_worth_a_look_from_any_field(qtbot, window, pane):
    odd = PASTED.replace("empty halls.", "empty").replace("progress each year.", "progress")
    window.read_text(odd)
    qtbot.waitUntil(is_open(pane, 4))
    view, rows = pane.panel.view, []

    for field in (view, pane.panel.detail.text, view):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_F8)
        rows.append(pane.panel.row)
    qtbot.keyClick(view, Qt.Key.Key_A)
    qtbot.keyClick(view, Qt.Key.Key_F8)
    qtbot.keyClick(view, Qt.Key.Key_A)
    with qtbot.captureExceptions() as raised:
        qtbot.keyClick(view, Qt.Key.Key_F8)

    assert rows == [1, 3, 1]
    assert "none is marked" in str(raised[0][1])


def test_the_line_of_counts_is_whole_where_one_list_was_found(qtbot, window, pane):
    questions = (f"Question {n}: Should halls of kind {n} be open all year, and why" for n in range(1, 31))
    window.resize(1280, 720)
    window.read_text("Questions\n" + "\n".join(questions))
    qtbot.waitUntil(is_open(pane, 30))
    for _ in range(12):
        qtbot.keyClick(pane.panel.view, Qt.Key.Key_A)
    pane.grab()  # all is laid out
    top = pane.panel.view.mapTo(pane.panel, QPoint()).y()
    assert pane.panel.lists.summary.text() == "30 in the list, 12 accepted, 18 worth a look ⚠ (F8)"
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_D)
    pane.grab()

    assert pane.panel.lists.summary.text() == "29 in the list, 12 accepted, 17 worth a look ⚠ (F8)"
    assert pane.panel.view.mapTo(pane.panel, QPoint()).y() == top


def test_the_keys_of_the_list_stand_under_it_and_in_the_tooltips(reading):
    assert reading.panel.keys.whole.startswith("Keys: A accept")
    tips = {each.accessibleName(): each.toolTip() for each in reading.panel._acts}
    assert all("Ctrl+" in tip for tip in tips.values())
    assert len(tips) == 6


def test_next_and_previous_by_letters_and_from_anywhere(qtbot, reading):
    qtbot.keyClicks(reading.panel.view, "jjp")
    in_list = reading.panel.row
    reading.panel.detail.text.setFocus()
    qtbot.keyClick(reading.panel.detail.text, Qt.Key.Key_Down, ALT)

    assert (in_list, reading.panel.row) == (1, 2)
    assert reading.panel.detail.text.toPlainText() == SENTENCES[2]


def test_the_kind_goes_round_by_key_and_is_chosen_by_hand(qtbot, reading):
    def kinds():
        return [each.kind.value for each in reading.panel.found[:2]]

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_K)
    by_key = kinds()
    kind = reading.panel.detail.kind
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_P)

    assert (by_key, kinds()) == (["conclusion", "recommendation"], ["proposal", "recommendation"])
    undo(qtbot, kind)
    undo(qtbot, kind)
    assert kinds() == ["recommendation", "recommendation"]
    assert kind.currentText() == "Recommendation"


def test_one_is_split_where_the_cursor_stands_and_undone_from_the_same_field(qtbot, reading):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_Return)
    field = reading.panel.detail.text
    assert field.hasFocus()
    cursor = field.textCursor()
    cursor.setPosition(SENTENCES[0].index("for at least"))
    field.setTextCursor(cursor)

    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert texts(reading)[:2] == ["The Government should fund small charities", "for at least three years."]

    undo(qtbot, field)
    assert texts(reading) == list(SENTENCES)
    redo(qtbot, field)
    assert len(reading.panel.found) == 5


@pytest.mark.parametrize("field", ["label", "heading"])
def test_label_and_heading_are_typed_over(qtbot, reading, field):
    line = getattr(reading.panel.detail, field)
    before = getattr(reading.panel.found[0], field)
    type_over(qtbot, line, "New")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert getattr(reading.panel.found[0], field) == "New"

    undo(qtbot, line)
    assert getattr(reading.panel.found[0], field) == before
    assert line.text() == before
    redo(qtbot, line)
    assert getattr(reading.panel.found[0], field) == "New"


def test_what_is_typed_in_the_text_is_taken_without_a_word(qtbot, reading):
    field = reading.panel.detail.text
    type_over(qtbot, field, "Fund it.")
    qtbot.waitUntil(lambda: texts(reading)[0] == "Fund it.")

    undo(qtbot, field)

    assert texts(reading)[0] == SENTENCES[0]
    assert field.toPlainText() == SENTENCES[0]


def test_undo_right_after_a_key_takes_back_what_was_typed(qtbot, reading):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    field = reading.panel.detail.text
    type_over(qtbot, field, "Fund it.")

    undo(qtbot, field)

    assert field.toPlainText() == SENTENCES[1]
    assert len(reading.panel.found) == 3


def test_words_typed_just_before_another_one_is_chosen_stay_with_theirs(qtbot, reading):
    type_over(qtbot, reading.panel.detail.text, "Fund it.")
    choose(qtbot, reading, 2)

    assert texts(reading) == ["Fund it.", *SENTENCES[1:]]
    assert reading.panel.row == 2
    assert reading.panel.detail.text.toPlainText() == SENTENCES[2]


def test_lines_of_a_text_stay_lines(qtbot, window, pane):
    window.read_text(
        PASTED.replace("for at least three years.", "for:\n(a) three years; and\n(b) all costs.")
    )
    qtbot.waitUntil(is_open(pane, 4))
    before = texts(pane)[0]
    assert before.count("\n") == 2

    qtbot.keyClick(pane.panel.detail.text, Qt.Key.Key_End, CONTROL)
    qtbot.keyClicks(pane.panel.detail.text, " Now.")
    pane.panel.detail.flush()

    assert texts(pane)[0] == f"{before} Now."
    assert [each.label for each in pane.panel.found[0].parts] == ["(a)", "(b)"]


def test_items_move_up_and_down_and_the_choice_with_them(qtbot, reading):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_Down, ALT | SHIFT)
    assert texts(reading)[:2] == [SENTENCES[1], SENTENCES[0]]
    assert reading.panel.row == 1

    undo(qtbot, reading.panel.view)
    assert texts(reading) == list(SENTENCES)


def test_the_title_is_corrected_and_undone(qtbot, window, reading):
    before = reading.panel.title.text()
    type_over(qtbot, reading.panel.title, "The Giving Review")
    qtbot.keyClick(reading.panel.title, Qt.Key.Key_Return)
    assert window.windowTitle() == "The Giving Review – Drafter"

    undo(qtbot, reading.panel.title)
    assert reading.panel.title.text() == before


def test_the_buttons_over_the_item_do_the_same(qtbot, reading):
    drop = reading.panel._acts[1]
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton)

    assert texts(reading) == list(SENTENCES[1:])


def test_the_last_one_is_dropped_and_the_list_is_empty(qtbot, reading):
    for _ in SENTENCES:
        qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)

    assert reading.panel.found == ()
    assert not reading.panel.detail.isEnabled()
    undo(qtbot, reading.panel.view)
    assert texts(reading) == [SENTENCES[3]]


# --- from the document's text


def test_selected_words_become_the_text_and_the_label_of_one(qtbot, reading):
    select_in_text(reading, "small charities")
    qtbot.keyClick(reading.document.plain, Qt.Key.Key_T, CONTROL)
    select_in_text(reading, "Recommendation 2")
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_L, CONTROL)

    assert (texts(reading)[0], labels(reading)[0]) == ("small charities", "2")
    undo(qtbot, reading.document.plain)
    undo(qtbot, reading.document.plain)
    assert (texts(reading)[0], labels(reading)[0]) == (SENTENCES[0], "1")


def test_selected_words_become_one_of_the_list_with_the_label_that_they_begin_with(qtbot, reading):
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    select_in_text(reading, f"Recommendation 1: {SENTENCES[0]}")
    qtbot.keyClick(reading.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)

    made = reading.panel.found[0]
    assert (made.label, made.text, made.kind) == ("1", SENTENCES[0], RecommendationKind.RECOMMENDATION)
    assert (made.heading, reading.panel.row) == ("Recommendations", 0)


def test_without_a_selection_it_says_what_to_do_until_that_is_done(qtbot, window, reading):
    with qtbot.captureExceptions() as raised:
        qtbot.keyClick(reading.panel.view, Qt.Key.Key_T, CONTROL)

    assert "Select words" in str(raised[0][1])
    assert texts(reading) == list(SENTENCES)
    window.workplace.notices.warn(str(raised[0][1]))  # as the program does
    select_in_text(reading, "small charities")
    qtbot.keyClick(reading.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)
    assert not window.banner.isVisible()
    assert reading.panel.found[1].kind is RecommendationKind.RECOMMENDATION  # as those around it


def test_a_click_on_a_marked_passage_of_the_text_chooses_it(qtbot, reading):
    plain = reading.document.plain
    cursor = plain.textCursor()
    cursor.setPosition(plain.toPlainText().index("register of empty"))
    place = plain.cursorRect(cursor).center()

    qtbot.mouseClick(plain.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert reading.panel.row == 1


# --- keys and names


def test_no_key_of_the_screen_is_taken_twice(reading):
    actions = reading._place.actions
    keys = [
        key.toString()
        for row in actions.rows
        for key in actions[row.name].shortcuts()
        if row.screen in {"", "report"}
    ]

    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("name", ["title", "detail.label", "detail.heading", "detail.text"])
def test_the_screens_keys_work_while_a_field_has_the_focus(qtbot, reading, name):
    field = reading.panel
    for part in name.split("."):
        field = getattr(field, part)
    field.setFocus()

    qtbot.keyClick(field, Qt.Key.Key_D, CONTROL)

    assert texts(reading) == list(SENTENCES[1:])


def test_escape_leads_back_to_the_list(qtbot, reading):
    for field in (reading.panel.title, reading.panel.detail.label, reading.panel.detail.text):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert reading.panel.view.hasFocus()


def test_return_in_a_line_leads_back_to_the_list_with_what_was_typed(qtbot, reading):
    for field in (reading.panel.title, reading.panel.detail.label, reading.panel.detail.heading):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, "Halls")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert reading.panel.view.hasFocus()

    assert reading.panel.title.text() == "Halls"
    assert (reading.panel.found[0].label, reading.panel.found[0].heading) == ("Halls", "Halls")


def test_tab_goes_from_top_to_bottom(qtbot, window, reading):
    detail, panel = reading.panel.detail, reading.panel
    panel.title.setFocus()
    gone = []
    for _ in range(18):
        gone.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)

    fields = (
        panel.title,
        panel.lists.box,
        panel.view,
        detail.label,
        detail.kind,
        detail.heading,
        detail.text,
    )
    order = [gone.index(each) for each in fields]
    assert order == sorted(order)
    assert gone.index(panel._ways[2]) > order[-1]


def test_every_field_and_button_has_a_name(reading):
    unnamed = [
        each
        for each in (*reading.findChildren(QLineEdit), *reading.panel._acts, reading.panel.view)
        if not each.accessibleName() and each.parent() is not reading.document.number
    ]

    assert unnamed == []


def test_alt_letters_lead_to_the_fields(qtbot, reading):
    for key, field in (
        (Qt.Key.Key_B, reading.panel.detail.label),
        (Qt.Key.Key_G, reading.panel.detail.heading),
        (Qt.Key.Key_K, reading.panel.detail.kind),
    ):
        qtbot.keyClick(reading.panel.view, key, ALT)
        assert field.hasFocus()


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_its_promises():
    model = FoundModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    items = tuple(a_recommendation(text, label=str(n), named=text) for n, text in enumerate(SENTENCES))
    model.show_found(items)
    model.show_found((items[0], items[0]))
    model.show_found((items[1], items[0]))

    assert model.index(0).data(ITEM) == items[1]
    assert model.index(1).data(DOUBTS) == ()
    assert model.item(7) is None


def test_the_window_folds_into_tabs_and_the_list_is_first(qtbot, window, reading):
    window.resize(800, 600)
    qtbot.waitUntil(lambda: reading._panes.is_folded)

    assert reading.panel.isVisible()
    assert reading.panel.view.rect().contains(QPoint(10, 10))


def test_a_double_click_on_an_item_goes_to_its_text(qtbot, reading):
    view = reading.panel.view
    at = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert reading.panel.row == 1
    assert reading.panel.detail.text.hasFocus()
