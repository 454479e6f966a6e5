"""Words are selected on the picture of a page by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from drafter.domain.records.reports import Region
from tests.builders import a_recommendation
from tests.ui.reader.printing import LINES, a_page_of, at
from tests.ui.reader.steps import CONTROL, SHIFT

LEFT = Qt.MouseButton.LeftButton


def press(qtbot, area, *keys, modifier=SHIFT):
    for key in keys:
        qtbot.keyClick(area, key, modifier)


def test_from_where_she_clicked_shift_and_arrows_select_by_word_line_and_paragraph(qtbot, area):
    QTest.mouseClick(area.picture, LEFT, pos=at(area, 2))
    told = []
    for key, modifier in (
        (Qt.Key.Key_Right, SHIFT),
        (Qt.Key.Key_End, SHIFT),
        (Qt.Key.Key_Down, SHIFT),
        (Qt.Key.Key_Left, SHIFT | CONTROL),
        (Qt.Key.Key_Home, SHIFT | CONTROL),
        (Qt.Key.Key_Down, SHIFT | CONTROL),
    ):
        press(qtbot, area, key, modifier=modifier)
        told.append(area.picture.selected)

    assert told == [
        "fund",
        "fund small charities",
        "fund small charities for three years. We also",
        "fund small charities for three years. We",
        "Ministers should",
        "fund small charities for three years. We also say:",
    ]
    press(qtbot, area, Qt.Key.Key_Escape, modifier=Qt.KeyboardModifier.NoModifier)
    press(qtbot, area, Qt.Key.Key_Right)
    assert area.picture.selected == "Councils"


def test_the_keys_begin_at_the_chosen_item_and_without_one_up_and_down_scroll(qtbot, area):
    plain = Qt.KeyboardModifier.NoModifier
    area.setFocus()
    press(qtbot, area, Qt.Key.Key_Down, modifier=plain)
    assert area.picture.cursor_place is None

    item = a_recommendation(
        "Councils must meet.", regions=(Region(page=1, left=0, top=0, right=1, bottom=1),)
    )
    area.picture.mark((item,), item.id)
    before = area.picture.grab().toImage()
    press(qtbot, area, Qt.Key.Key_Right, modifier=plain)
    assert area.picture.grab().toImage() != before
    press(qtbot, area, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert area.picture.selected == "Councils must"
    press(qtbot, area, Qt.Key.Key_Up, modifier=plain)
    assert area.picture.selected == ""
    QTest.mouseClick(area.picture, LEFT, SHIFT, at(area, 12))
    assert area.picture.selected == "Councils"


def test_at_the_end_of_the_page_the_keys_go_on_to_the_next_one(qtbot, area):
    def turn(by):
        if 1 <= area.picture.page + by <= 2:
            page = area.picture.page + by
            area.picture.show_page(page, QImage(400, 600, QImage.Format.Format_RGB32))
            words = ("the fares.", "It is late.") if page == 2 else LINES
            area.picture.show_words(a_page_of(*words, page=page, opens=(1,)))

    area.turned.connect(turn)
    QTest.mouseClick(area.picture, LEFT, pos=at(area, 13))
    area.setFocus()
    press(qtbot, area, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert area.picture.selection.text == "must meet. the"
    press(qtbot, area, Qt.Key.Key_Left, Qt.Key.Key_Left)

    assert (area.picture.page, area.picture.selected) == (1, "must")
