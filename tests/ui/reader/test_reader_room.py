"""The room on the reading screen: nothing moves under her mouse, and the text has its lines."""

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication

from tests.places import a_window_with
from tests.ui.reader.steps import PASTED, SENTENCES, choose, drag, is_open, texts, type_over


def place(widget):
    QApplication.processEvents()  # laid out with the list that came
    return widget.mapTo(widget.window(), QPoint(0, 0))


def test_clicks_on_one_spot_drop_one_after_the_other(qtbot, reading):
    drop = reading.panel._acts[1]
    spot = drop.rect().center()
    before = place(drop)
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton, pos=spot)
    lists = reading.panel.lists
    qtbot.waitUntil(lists.others[0].isVisible)
    assert place(drop) == before
    assert lists.others[0].text() == "4 under “Recommendations”"

    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton, pos=spot)
    assert texts(reading) == list(SENTENCES[2:])


def test_nothing_moves_while_she_types_or_goes_to_one_that_has_more_to_say(qtbot, window, pane):
    first = SENTENCES[0].replace("at least", "at least:\n(a) three; or\n(b) four; and then")
    window.read_text(PASTED.replace(SENTENCES[0], first))
    qtbot.waitUntil(is_open(pane, 4))
    assert pane.panel.detail._extras.whole == "2 parts"
    marks = (pane.panel._acts[0], pane.panel.detail.text, pane.panel.view)
    before = [place(each) for each in marks]

    choose(qtbot, pane, 1)
    plain = [place(each) for each in marks]
    type_over(qtbot, pane.panel.detail.text, "Fund it.")
    pane.panel.detail.flush()
    qtbot.waitUntil(pane.panel.lists.others[0].isVisible)

    assert pane.panel.detail._extras.whole == ""
    assert before == plain == [place(each) for each in marks]


def test_a_small_screen_has_room_for_three_items_and_four_lines_of_text(qtbot, window, reading):
    window.resize(1280, 690)  # of 720, less the bar with the title
    qtbot.waitUntil(lambda: reading.window().height() == 690)
    view, text = reading.panel.view, reading.panel.detail.text
    third = view.visualRect(view.model().index(2, 0))

    assert third.bottom() < view.viewport().height()
    reading.panel._own.setSizes([10_000, 1])  # all that she can give to the list
    assert text.viewport().height() >= 4 * text.fontMetrics().lineSpacing()


def test_a_name_in_the_label_has_room_and_a_long_one_shows_its_beginning(qtbot, reading):
    label = reading.panel.detail.label
    name = "Community Recovery Fund"
    assert label.width() > label.fontMetrics().horizontalAdvance(name) + 20

    type_over(qtbot, label, f"{name} for every town that has lost its hall")
    qtbot.keyClick(label, Qt.Key.Key_Return)

    assert label.cursorPosition() == 0
    assert reading.panel.found[0].label.startswith(name)


def test_the_line_between_list_and_item_is_where_she_left_it(qtbot, workplace, reading):
    own, kept = reading.panel._own, QSettings().value("reader/heights")
    QApplication.processEvents()  # laid out with the list that came
    before = own.sizes()
    try:
        handle = own.handle(1)
        drag(handle, handle.rect().center(), handle.rect().center() - QPoint(0, 60))
        left = own.sizes()
        window = a_window_with(qtbot, workplace, "report")
        window.read_text(PASTED.replace("charities", "clubs"))
        again = window.screen_named("report")
        qtbot.waitUntil(is_open(again, 4))

        assert left[1] > before[1] + 40
        qtbot.waitUntil(lambda: again.panel._own.sizes() == left)
    finally:
        QSettings().setValue("reader/heights", kept)
