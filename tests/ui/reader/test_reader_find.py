"""Words are found in the report that is open, in its text and on the pictures of its pages, by key."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from drafter.domain.records.reports import PageText
from drafter.reports.reading import read
from drafter.services.importing import keep_report, report_from_reading
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_find_text import FoldedText, Hit, PagePlaces, folded
from tests.builders import a_report
from tests.reports.papers import Page, a_pdf
from tests.ui.reader.printing import a_page_of
from tests.ui.reader.steps import (
    CONTROL,
    PASTED,
    SENTENCES,
    SHIFT,
    begin_to_find,
    is_open,
    labels,
    select_in_text,
    texts,
)

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


# --- the folded text


def where(words, *pages):
    """What is found in a report of these pages, as it is printed there."""
    text = tuple(PageText(number=number, text=each) for number, each in enumerate(pages, start=1))
    index, wanted = FoldedText(text), folded(words)
    hits = [index.hit(at, wanted) for page in text for at in index.within(wanted, page.number, (0, 99_999))]
    assert len(hits) == index.count(wanted)
    return [(each.page, pages[each.page - 1][slice(*each.span)]) for each in hits]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("FUND  the halls", "fund\nthe Halls"),
        ('the minister\'s "plan"', "the Minister’s “plan”"),
        ("2024-25 - a year", "2024–25 — a year"),
        ("Maori cafe", "Māori café"),
        ("naïve", "nai\u0308ve"),
        ("charities", "char\u00adities"),
        ("and so on...", "and so on…"),
        ("%", "%"),
    ],
)
def test_lines_quotes_dashes_accents_and_capitals_keep_no_words_from_being_found(words, printed):
    assert where(words, f"Before it: {printed}, and after.") == [(1, printed)]


def test_all_pages_are_looked_through_and_nothing_runs_over_a_page_s_end():
    assert where("hall", "One hall.", "", "Halls, halls") == [(1, "hall"), (3, "Hall"), (3, "hall")]
    assert where("hall. halls", "One hall.", "", "Halls, halls") == []


@settings(max_examples=25)
@given(text=st.text(alphabet="aB é’–\n İﬁ\u00ad\u0301…😀", max_size=60), data=st.data())
def test_what_is_found_says_what_is_looked_for(text, data):
    start = data.draw(st.integers(0, len(text)))
    words = folded(text[start : data.draw(st.integers(start, len(text)))])

    for _, printed in where(words, text) if words else ():
        assert words in folded(printed)


def test_the_next_and_the_one_before_go_round_the_ends():
    pages = enumerate(("a hall", "no", "hall"), start=1)
    index = FoldedText(tuple(PageText(number=number, text=each) for number, each in pages))
    first, last = 3, index.place(3)

    on = [index.after("hall", at) for at in (index.place(1), first + 1, index.place(2), last + 1)]
    assert on == [first, last, last, first]
    assert [index.before("hall", at) for at in (last + 4, last, first)] == [last, first, last]
    assert [index.hit(at, "hall") for at in (first, last)] == [Hit(1, (2, 6)), Hit(3, (0, 4))]


def test_a_word_that_is_broken_on_the_page_is_found_there_whole():
    page = a_page_of("Ministers should fund small char-", "ities for long-", "term work.", foot="Page 1")
    text = "Ministers should fund small charities for long-term work.\nPage 1"
    places = PagePlaces(page, text)

    def words(said):
        return places.words((text.index(said), text.index(said) + len(said)))

    assert [words(each) for each in ("charit", "small", "m w", "Page")] == [
        (4, 6),
        (3, 4),
        (8, 10),
        (10, 11),
    ]
    assert PagePlaces(page, text.replace("Page", "Sheet")).words((0, 9)) is None


# --- in the window


def test_typing_finds_and_keys_lead_on_and_round_and_back_to_the_list(qtbot, reading):
    view, plain = reading.panel.view, reading.document.plain
    line = begin_to_find(qtbot, reading, "shoul")
    seen = [(line.said, plain.selected, plain.span[0])]
    marked = [each.cursor.selectedText() for each in plain.extraSelections()]
    for key, modifier in ((RETURN, Qt.KeyboardModifier.NoModifier), (RETURN, SHIFT), (Qt.Key.Key_F3, SHIFT)):
        qtbot.keyClick(line.words, key, modifier)
        seen.append((line.said, plain.selected, plain.span[0]))
    qtbot.mouseClick(line.next, Qt.MouseButton.LeftButton)
    seen.append((line.said, plain.selected, plain.span[0]))
    text = plain.toPlainText()
    places = [at for at in range(len(text)) if text.startswith("should", at)]

    assert [(said, at) for said, _, at in seen] == [
        (f"{number} of 4", places[number - 1]) for number in (1, 2, 1, 4, 1)
    ]
    assert {words for _, words, _ in seen} == {"should"}
    assert marked.count("shoul") == 4
    qtbot.keyClick(line.words, ESCAPE)
    assert (line.isVisible(), view.hasFocus(), plain.selected) == (False, True, "should")
    assert "shoul" not in [each.cursor.selectedText() for each in plain.extraSelections()]
    qtbot.keyClick(view, Qt.Key.Key_F3)
    assert (line.words.text(), line.said) == ("shoul", "1 of 4")


def test_a_hit_is_taken_at_once_as_text_label_and_item_and_words_that_are_not_there_are_told(qtbot, reading):
    line = begin_to_find(qtbot, reading, "every council")
    qtbot.keyClick(line.words, Qt.Key.Key_T, CONTROL)
    assert texts(reading)[0] == "Every council"
    qtbot.keyClick(line.words, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(line.words, "recommendation 3:")
    qtbot.keyClick(line.words, Qt.Key.Key_L, CONTROL)
    assert labels(reading)[0] == "3"
    qtbot.keyClick(line.words, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(line.words, "fares of volunteersX")
    assert (line.said, reading.document.selected, line.next.isEnabled()) == ("Not found", "", False)
    qtbot.keyClick(line.words, Qt.Key.Key_Backspace)
    qtbot.keyClick(line.words, Qt.Key.Key_A, CONTROL | SHIFT)

    assert texts(reading)[3] == "fares of volunteers"


def test_what_is_selected_is_looked_for_and_in_a_narrow_window_the_document_comes_forward(
    qtbot, window, reading
):
    window.resize(683, 600)
    select_in_text(reading, "register")
    reading._panes.bring_up(reading.panel)
    reading.panel.view.setFocus()

    line = begin_to_find(qtbot, reading, "")
    assert (line.words.text(), line.said, reading.document.plain.isVisible()) == ("register", "1 of 1", True)
    qtbot.keyClick(line.words, ESCAPE)
    assert reading.document.plain.hasFocus()

    begin_to_find(qtbot, reading, "")
    window.read_text(PASTED.replace("register", "list"))
    qtbot.waitUntil(lambda: is_open(reading, 4) and "list of" in reading.document.plain.toPlainText())
    assert not line.isVisible()


def test_a_kept_report_without_its_file_has_nothing_to_look_through(qtbot, window, pane, library):
    report = a_report(SENTENCES[0])
    keep_report(library, report)
    window.open_report(report.id)

    assert begin_to_find(qtbot, pane, "fund").said == "No text here"


@pytest.mark.long
def test_on_pictures_all_hits_of_the_page_are_marked_and_the_present_one_is_selected(
    qtbot, window, pane, library, tmp_path
):
    """In a report that is kept, whose text comes after its pages, and back and forth over its pages."""
    front = Page().heading("A Review of Giving").paragraph("Nobody has the keys of the hall in winter.")
    back = Page().heading("Recommendations")
    for number, text in enumerate(SENTENCES, start=1):
        back.paragraph(f"Recommendation {number}: {text}", font="bold")
    path = a_pdf(tmp_path, front, back)
    keep_report(library, report_from_reading(read(path)), path=path)

    window.open_report(library.reports()[0].id)
    line, picture = pane.document.find_line, pane.document.area.picture
    qtbot.mouseClick(pane.document.finder, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line.words, "empty halls")
    qtbot.waitUntil(lambda: picture.selected == "empty halls.", timeout=20_000)
    assert (line.said, pane.document.page, picture.has_picture) == ("1 of 1", 2, True)

    qtbot.keyClick(line.words, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(line.words, "hall")
    assert (line.said, picture.selected, len(picture._sought[0])) == ("2 of 2", "halls.", 0)
    qtbot.keyClick(line.words, RETURN)
    qtbot.waitUntil(lambda: picture.selected == "hall")
    assert (line.said, pane.document.page) == ("1 of 2", 1)
    window.workplace.actions[names.VIEW].trigger()
    assert (pane.document.is_text, pane.document.plain.selected) == (True, "hall")
