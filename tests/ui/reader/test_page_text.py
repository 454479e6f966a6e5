"""The document's text beside the list: read in paragraphs, and words of it selected by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest

from drafter.domain.records.reports import Heading, PageText
from drafter.ui.panes.reader_text import DocumentText
from tests.builders import a_recommendation
from tests.ui.reader.steps import (
    CONTROL,
    SENTENCES,
    SHIFT,
    a_report_file,
    choose,
    is_open,
    labels,
    select_in_text,
    texts,
    undo,
)

SPEECH = (
    "Giving in our towns\n\nPeople told us that halls stand empty in winter and that nobody has the keys.\n\n"
    "There should be a register of halls.\n\nMinisters must decide by the end of May."
)


def test_by_key_the_focus_goes_from_the_list_into_the_text_and_words_are_selected_there(
    qtbot, window, pane, tmp_path
):
    window.read_report(a_report_file(tmp_path))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    choose(qtbot, pane, 1)

    qtbot.keyClick(pane.panel.view, Qt.Key.Key_P, CONTROL)
    assert pane.document.plain.hasFocus()
    for _ in range(9):
        qtbot.keyClick(pane.document.plain, Qt.Key.Key_Right, SHIFT)
    assert (pane.document.selected, pane.panel.row) == ("Every council", 1)
    qtbot.keyClick(pane.document.plain, Qt.Key.Key_P, CONTROL)

    assert pane.document.area.hasFocus()


def test_in_a_narrow_window_the_key_brings_the_text_before_the_list(qtbot, window, reading):
    window.resize(683, 600)
    reading._panes.bring_up(reading.panel)
    reading.panel.view.setFocus()

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_P, CONTROL)

    qtbot.waitUntil(reading.document.plain.hasFocus)


def test_the_cursor_stops_on_no_empty_line(qtbot):
    plain = shown(qtbot, PageText(number=1, text="Halls\n\nare shut.\n\n\nWhy?"))
    told = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(plain, key)
        told.append(plain.textCursor().block().text())
    for _ in range(2):
        qtbot.keyClick(plain, Qt.Key.Key_Down, SHIFT)

    assert told == ["are shut.", "Why?", "are shut.", "Halls"]
    assert plain.selected.split() == ["are", "shut.", "Why"]


def test_no_empty_line_is_marked(qtbot):
    plain = shown(qtbot, PageText(number=1, text="Fund halls:\n(a) large;\n\n(b) small.\n\nWhy?"))
    item = a_recommendation("Fund halls: (a) large; (b) small.")
    plain.mark((item,), item)

    marked = [each.cursor.selectedText().splitlines() for each in plain.extraSelections()]
    assert marked == [["Fund halls:", "(a) large;"], ["(b) small."]]


def test_half_words_are_taken_whole(reading):
    select_in_text(reading, "und small char")
    assert reading.document.selected == "fund small charities"

    select_in_text(reading, "small charities")
    assert reading.document.selected == "small charities"


def shown(qtbot, page):
    made = DocumentText()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.show_page(page)
    return made


def test_a_drag_that_ends_in_a_word_shows_that_it_takes_all_of_it(qtbot):
    text = shown(qtbot, PageText(number=1, text="😀 Fund the long-term halls."))
    cursor = text.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(15, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton)

    assert text.textCursor().selectedText() == "Fund the long-term"
    assert text.selected == "Fund the long-term"


def test_headings_are_bold_and_larger(qtbot):
    text = shown(
        qtbot, PageText(number=1, text="😀\nHalls\nFund.\nEnd.", headings=(Heading(start=2, end=7),))
    )

    def look(at):
        cursor = text.textCursor()
        cursor.setPosition(at)
        return cursor.charFormat().fontWeight()

    heights = [text.blockBoundingRect(text.document().findBlockByNumber(block)).height() for block in (1, 2)]

    assert (look(5), look(11)) == (QFont.Weight.Bold, QFont.Weight.Normal)
    assert heights[0] > heights[1]


def test_words_that_were_cut_off_are_added_to_the_text_by_one_key_and_undone(qtbot, reading):
    select_in_text(reading, "Every council should publish")

    qtbot.keyClick(reading.document.plain, Qt.Key.Key_T, CONTROL | SHIFT)
    assert texts(reading)[0] == f"{SENTENCES[0]} Every council should publish"
    undo(qtbot, reading.document.plain)

    assert texts(reading) == list(SENTENCES)


def test_a_marked_passage_goes_where_the_text_has_it(qtbot, window, pane):
    window.read_text(SPEECH)
    qtbot.waitUntil(is_open(pane, 0))
    for words in ("Ministers must decide by the end of May", "halls stand empty in winter"):
        select_in_text(pane, words)
        qtbot.keyClick(pane.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)
        qtbot.keyClick(pane.panel.detail.label, Qt.Key.Key_Escape)

    assert texts(pane) == ["halls stand empty in winter", "Ministers must decide by the end of May"]
    assert {each.heading for each in pane.panel.found} == {"Giving in our towns"}


def test_passages_that_are_in_the_list_are_not_offered_again(qtbot, window, pane):
    window.read_text(SPEECH)
    qtbot.waitUntil(is_open(pane, 0))
    offer = pane.panel.lists.guesses
    assert "2 passages" in offer.text()

    select_in_text(pane, "There should be a register of halls.")
    qtbot.keyClick(pane.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)
    assert "the passage" in offer.text()
    select_in_text(pane, "Ministers must decide by the end of May.")
    qtbot.keyClick(pane.document.plain, Qt.Key.Key_A, CONTROL | SHIFT)

    assert not offer.isVisible()


def test_of_an_item_that_goes_on_from_the_page_before_all_the_rest_is_marked(qtbot):
    """Though it begins with words that stand on this page a second time, further down."""
    rest = "it opens. Failing that, we recommend that every council should report to the towns each June."
    begun = "We recommend that every council should share the keys before"
    plain = DocumentText()
    qtbot.addWidget(plain)
    item = a_recommendation(f"{begun} {rest}", page=1, pages=(1, 2))

    plain.show_page(PageText(number=2, text=f"{rest}\n\nAnother paragraph."))
    plain.mark((item,), item)

    assert [each.cursor.selectedText() for each in plain.extraSelections()] == [rest]


def test_the_halves_of_a_split_item_are_marked_by_their_own_words(qtbot, window, pane, tmp_path):
    window.read_report(a_report_file(tmp_path))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    picture = pane.document.area.picture
    qtbot.waitUntil(lambda: picture.has_picture and picture._words is not None, timeout=20_000)
    before = [picture.place_of(each) for each in picture._found]

    qtbot.keyClick(pane.panel.view, Qt.Key.Key_M)
    detail = pane.panel.detail.text
    cursor = detail.textCursor()
    cursor.setPosition(detail.toPlainText().index("Every council"))
    detail.setTextCursor(cursor)
    detail.setFocus()
    qtbot.keyClick(detail, Qt.Key.Key_Return, CONTROL)

    after = [picture.place_of(each) for each in picture._found]
    assert texts(pane) == list(SENTENCES)
    assert labels(pane) == ["1", "2", "3", "4"]
    assert [round(place.top()) for place in after[:2]] == [round(place.top()) for place in before[:2]]
    assert [round(place.bottom()) for place in after[:2]] == [round(place.bottom()) for place in before[:2]]
