"""Words are selected on the picture of a page, by mouse, and what is selected can be taken."""

from itertools import count

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from drafter.domain.records.reports import RecommendationKind, Region
from drafter.ui.panes import reader_actions as names
from tests.builders import a_recommendation
from tests.ui.reader.printing import LINES, a_page_of, at
from tests.ui.reader.steps import (
    ALT,
    CONTROL,
    SENTENCES,
    SHIFT,
    a_report_file,
    add_found,
    drag,
    is_open,
    labels,
    place_of_words,
    select_in_text,
    texts,
    type_over,
    undo,
)

LEFT = Qt.MouseButton.LeftButton


def test_a_drag_selects_from_word_to_word_across_lines(area):
    drag(area.picture, at(area, 1), at(area, 8))

    assert area.picture.selected == "should fund small charities for three years."


def test_a_drag_upwards_selects_the_same(area):
    drag(area.picture, at(area, 8), at(area, 1))

    assert area.picture.selected == "should fund small charities for three years."


def test_right_of_a_short_line_is_its_end(area):
    drag(area.picture, at(area, 9), at(area, 11, end=True))

    assert area.picture.selected == "We also say:"


def test_paragraphs_stand_on_lines_of_their_own(area):
    drag(area.picture, at(area, 11), at(area, 13))

    assert area.picture.selected == "say:\nCouncils must"


def test_two_clicks_take_a_word_and_three_its_paragraph(area):
    QTest.mouseClick(area.picture, LEFT, pos=at(area, 13))
    QTest.mouseDClick(area.picture, LEFT, pos=at(area, 13))
    assert area.picture.selected == "must"
    QTest.mouseClick(area.picture, LEFT, pos=at(area, 13))

    assert area.picture.selected == "Councils must meet."


def test_two_clicks_on_half_of_a_broken_word_take_all_of_it(area):
    QTest.mouseDClick(area.picture, LEFT, pos=at(area, 4))

    assert area.picture.selected == "charities"


def test_shift_and_a_click_go_on_to_there(area):
    drag(area.picture, at(area, 12), at(area, 13))
    QTest.mouseClick(area.picture, LEFT, SHIFT, at(area, 9))

    assert area.picture.selected == "We also say:\nCouncils"


def test_shift_and_a_click_on_the_next_page_go_on_over_the_foot(area):
    area.picture.show_words(a_page_of("Ministers should", "pay for", opens=(0,), foot="Page 4"))
    QTest.mouseClick(area.picture, LEFT, pos=at(area, 0))
    area.picture.show_page(2, QImage(400, 600, QImage.Format.Format_RGB32))
    area.picture.show_words(a_page_of("the fares.", "It is late.", page=2, opens=(1,)))
    QTest.mouseClick(area.picture, LEFT, SHIFT, at(area, 1))

    assert area.picture.selected == "Ministers should pay for the fares."
    assert [each.page for each in area.picture.selection.regions] == [1, 2]


def test_what_is_selected_on_another_page_than_the_one_in_sight_is_not_meant(area):
    drag(area.picture, at(area, 0), at(area, 2))
    area.picture.show_page(2, None)

    assert area.picture.selected == ""


def test_a_drag_that_is_held_below_the_room_takes_the_page_along(qtbot, area):
    area.resize(500, 140)
    area.zoom(4)
    picture, bar = area.picture, area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and not picture.visibleRegion().contains(at(area, 14)))
    QTest.mousePress(picture, LEFT, pos=at(area, 0))
    picture.drag_to(QPointF(picture.mapFrom(area.viewport(), QPoint(480, 160))))

    qtbot.waitUntil(lambda: picture.visibleRegion().contains(at(area, 14)))
    qtbot.waitUntil(lambda: picture.selected.endswith("Councils must meet."))
    QTest.mouseRelease(picture, LEFT)
    qtbot.waitUntil(lambda: not area._creeping.isActive())


def test_a_drag_that_is_held_below_the_page_goes_on_over_the_next_one_and_comes_back(qtbot, area):
    """But not over a third: words of two pages are the most that can be selected."""
    turned = []

    def turn(by):
        page = area.picture.page + by
        turned.append(page)
        area.picture.show_page(page, QImage(400, 600, QImage.Format.Format_RGB32))
        words = LINES if page == 1 else ("The next page goes on.", "It is late.")
        area.picture.show_words(a_page_of(*words, page=page))

    area.turned.connect(turn)
    area._creeping.setInterval(1)
    picture = area.picture
    QTest.mousePress(picture, LEFT, pos=at(area, 13))
    hold_at(area, area.viewport().height() + 40)
    qtbot.waitUntil(lambda: picture.selected.endswith("It is late."))
    assert picture.selected.startswith("must meet.")

    rested = []
    area._creeping.timeout.connect(lambda: rested.append(area._rests))
    qtbot.waitUntil(lambda: rested.count(0) > 1)  # it was about to turn again, twice
    assert turned == [2]
    hold_at(area, -40)
    qtbot.waitUntil(lambda: turned == [2, 1])
    qtbot.waitUntil(lambda: picture.selected.startswith("Ministers"))

    QTest.mouseRelease(picture, LEFT)
    qtbot.waitUntil(lambda: not area._creeping.isActive())
    assert (
        picture.selected
        == "Ministers should fund small charities for three years. We also say:\nCouncils must"
    )


def hold_at(area, y):
    """The pointer, with the button down, this far below the upper edge of the room, at its far side."""
    x = area.viewport().width() - 40 if y > 0 else 20
    area.picture.drag_to(QPointF(area.picture.mapFrom(area.viewport(), QPoint(x, y))))


def test_ctrl_c_copies_and_escape_clears_and_then_leads_back(qtbot, area):
    drag(area.picture, at(area, 12), at(area, 14))
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_C, CONTROL)
    qtbot.keyClick(area, Qt.Key.Key_Escape)

    assert QGuiApplication.clipboard().text() == "Councils must meet."
    assert area.picture.selected == ""
    with qtbot.waitSignal(area.left):
        qtbot.keyClick(area, Qt.Key.Key_Escape)


def test_the_pointer_says_what_can_be_selected(qtbot, area):
    steps = count()

    def shape_over(place):
        # A pointer that is there already makes no move.
        QTest.mouseMove(area.picture, place + QPoint(next(steps) % 2, 0))
        return area.picture.cursor().shape()

    qtbot.waitUntil(lambda: shape_over(at(area, 1)) is Qt.CursorShape.IBeamCursor)
    qtbot.waitUntil(lambda: shape_over(QPoint(300, 500)) is Qt.CursorShape.ArrowCursor)


def test_a_click_on_a_mark_chooses_and_a_drag_over_it_only_selects(area):
    where = Region(page=1, left=0.0, top=0.05, right=1.0, bottom=0.15)
    item = a_recommendation("Fund them.", label="1", regions=(where,))
    area.picture.mark((item,), None)
    clicked: list[str] = []
    area.picture.clicked.connect(clicked.append)

    drag(area.picture, at(area, 1), at(area, 3))
    assert clicked == []
    QTest.mouseClick(area.picture, LEFT, pos=at(area, 1))

    assert clicked == [item.id]
    assert area.picture.selected == ""


def test_what_is_selected_is_tinted_and_nothing_else(area):
    before = area.picture.grab().toImage()
    drag(area.picture, at(area, 12), at(area, 13))
    after = area.picture.grab().toImage()

    inside, outside = (at(area, word) * after.devicePixelRatio() for word in (12, 14))

    assert before.pixelColor(inside) != after.pixelColor(inside)
    assert before.pixelColor(outside) == after.pixelColor(outside)


def test_a_click_tells_the_place_in_the_words_of_an_item(area):
    item = "Ministers should fund small charities for three years."

    QTest.mouseClick(area.picture, LEFT, pos=at(area, 6))

    assert area.picture.selection.place_in(item, 1) == item.index(" for three")
    assert area.picture.selection.place_in(item, 2) is None
    assert area.picture.selection.place_in("Councils must meet.", 1) is None


# --- in the window


@pytest.fixture
def opened(qtbot, window, pane, tmp_path):
    """The second page of a report of two, its words known."""
    window.read_report(a_report_file(tmp_path))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    picture = pane.document.area.picture
    qtbot.waitUntil(lambda: picture.has_picture and picture._words is not None, timeout=20_000)
    return pane


def test_words_of_the_picture_become_text_label_and_items_and_come_back(qtbot, window, opened, told):
    pane, picture = opened, opened.document.area.picture
    before = pane.panel.found

    drag(picture, *place_of_words(pane, "fund small charities"))
    qtbot.keyClick(pane.document.area, Qt.Key.Key_T, CONTROL)
    assert texts(pane)[0] == "fund small charities"
    assert told[-1][1] == "Took 3 words as the text of Recommendation 1."
    [mark] = picture.marks_of(pane.panel.found[0])
    whole = before[0].regions[0]
    assert mark.width() < 0.5 * (whole.right - whole.left) * picture._sheet().width()

    drag(picture, *place_of_words(pane, "Recommendation 4:"))
    qtbot.keyClick(pane.document.area, Qt.Key.Key_L, CONTROL)
    assert (labels(pane)[0], told[-1][1]) == ("4", "Took “4” as the label of Recommendation 1.")

    pane.document.area.setFocus()
    add_found(qtbot, pane, "Recommendation 3: The Department should pay the fares")
    added = pane.panel.found[pane.panel.row]
    assert (pane.panel.row, added.heading) == (2, "Recommendations")
    assert (added.label, added.text, added.page) == ("3", "The Department should pay the fares", 2)
    assert added.kind is RecommendationKind.RECOMMENDATION
    assert picture.marks_of(added)

    for _ in range(3):
        undo(qtbot, pane.panel.view)
    assert pane.panel.found == before
    assert window.banner.sentence == "Taken back: Change text."

    pane.panel.view.setFocus()
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_J)  # and by keys alone
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_F6, SHIFT)
    assert pane.document.area.hasFocus()
    for _ in range(2):
        qtbot.keyClick(pane.document.area, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(pane.document.area, Qt.Key.Key_T, CONTROL)
    assert texts(pane)[1] == "Every council"


def test_menu_and_tooltip_say_whose_text_the_selected_words_become(qtbot, window, reading):
    action = window.workplace.actions[names.AS_TEXT]
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_J)
    assert action.text().replace("&", "") == "Take the selection as text of Recommendation 2"
    assert action.toolTip() == "The selected words become the text of Recommendation 2 (Ctrl+T)"

    type_over(qtbot, reading.panel.detail.label, " ")
    reading.panel.detail.flush()
    assert action.text().endswith("as &text of “Every council should…”")


@pytest.mark.long
def test_the_menu_on_the_page_offers_what_fits(qtbot, window, opened):
    picture, actions = opened.document.area.picture, window.workplace.actions
    drag(picture, *place_of_words(opened, "fund small charities"))
    choose_in_menu(qtbot, window, picture, place_of_words(opened, "small")[0], actions[names.AS_TEXT])
    assert texts(opened)[0] == "fund small charities"

    third = picture.place_of(opened.panel.found[2]).center().toPoint()
    choose_in_menu(qtbot, window, picture, third, actions[names.DROP])

    assert texts(opened)[2] == SENTENCES[3]


@pytest.mark.long
def test_after_a_click_on_the_page_the_keys_go_to_the_list(qtbot, opened):
    picture = opened.document.area.picture
    QTest.mouseClick(picture, LEFT, pos=picture.place_of(opened.panel.found[1]).center().toPoint())

    assert opened.panel.row == 1
    assert opened.panel.view.hasFocus()
    qtbot.keyClick(opened.panel.view, Qt.Key.Key_Up, ALT)
    assert opened.panel.row == 0


@pytest.mark.long
def test_an_item_is_split_where_she_clicked_on_the_page(qtbot, opened):
    picture = opened.document.area.picture
    before, _ = place_of_words(opened, "register of empty halls")
    QTest.mouseClick(picture, LEFT, pos=before - QPoint(12, 0))  # left of the middle of the word, and in it
    assert (opened.panel.row, opened.panel.view.hasFocus()) == (1, True)

    qtbot.keyClick(opened.panel.view, Qt.Key.Key_Return, CONTROL)

    assert texts(opened)[1:3] == ["Every council should publish a", "register of empty halls."]


# --- the same in the document's own text


def test_an_item_is_split_where_she_clicked_in_the_text(qtbot, reading):
    plain = reading.document.plain
    cursor = plain.textCursor()
    cursor.setPosition(plain.toPlainText().index("a register of"))
    QTest.mouseClick(plain.viewport(), LEFT, pos=plain.cursorRect(cursor).center())
    assert reading.panel.row == 1

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_Return, CONTROL)

    assert texts(reading)[1:3] == ["Every council should publish", "a register of empty halls."]


def test_an_item_is_split_where_the_selected_words_begin(qtbot, reading):
    select_in_text(reading, "for at least three years")

    qtbot.keyClick(reading.document.plain, Qt.Key.Key_Return, CONTROL)

    assert texts(reading)[:2] == ["The Government should fund small charities", "for at least three years."]


def test_a_label_that_it_has_already_is_said_and_no_step(qtbot, reading, told):
    select_in_text(reading, "Recommendation 1:")

    qtbot.keyClick(reading.document.plain, Qt.Key.Key_L, CONTROL)

    assert told[-1][1] == "Nothing changed: “1” is the label of Recommendation 1 already."
    assert reading._hand.stack.count() == 0


def test_a_right_click_on_selected_text_takes_it(qtbot, window, reading):
    plain, actions = reading.document.plain, window.workplace.actions
    select_in_text(reading, "Recommendation 3:")

    choose_in_menu(
        qtbot, window, plain.viewport(), plain.cursorRect().center() - QPoint(10, 0), actions[names.AS_LABEL]
    )

    assert labels(reading)[0] == "3"


def test_a_right_click_in_the_list_does_what_its_keys_do(qtbot, window, reading):
    view = reading.panel.view
    row = view.visualRect(view.model().index(1, 0)).center()

    choose_in_menu(qtbot, window, view.viewport(), row, window.workplace.actions[names.DROP])

    assert texts(reading) == [SENTENCES[0], *SENTENCES[2:]]


def test_escape_leads_from_the_text_to_the_list(qtbot, reading):
    select_in_text(reading, "small charities")
    reading.document.plain.setFocus()

    qtbot.keyClick(reading.document.plain, Qt.Key.Key_Escape)
    assert reading.document.selected == ""
    qtbot.keyClick(reading.document.plain, Qt.Key.Key_Escape)

    assert reading.panel.view.hasFocus()


def choose_in_menu(qtbot, window, widget, point, action):
    """A right click at a point of a widget, and an act that is offered there."""
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.RightButton, pos=widget.mapTo(window, point))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def test_in_a_narrow_window_a_passage_that_was_added_is_named_at_once(qtbot, window, reading):
    window.resize(683, 600)
    reading._panes.bring_up(reading.document)
    qtbot.waitUntil(reading.document.plain.isVisible)
    select_in_text(reading, "small charities")
    reading.document.plain.setFocus()

    qtbot.keyClick(reading.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)

    qtbot.waitUntil(reading.panel.detail.label.hasFocus)
    assert texts(reading)[1] == "small charities"
