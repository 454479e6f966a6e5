"""A report that is kept opens as it was first read: marked on its pages, its list called by its name."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drafter.domain.records.reports import PageText, Region
from drafter.domain.records.responses import Shape
from drafter.reports.reading import read
from drafter.services.answering import new_response, response_of
from drafter.services.importing import keep_report, read_pasted_report, report_from_reading
from drafter.services.whereabouts import pages_by_words, with_marks
from drafter.ui.panes.desk_whole_actions import OPEN_REPORT
from tests.builders import OFFICER, a_recommendation, a_report
from tests.places import a_window_with
from tests.ui.reader.printing import a_page_of
from tests.ui.reader.steps import CONTROL, PASTED, SENTENCES, SHIFT, a_report_file, is_open, labels, texts

# --- where items stand that do not say so


def test_an_item_is_marked_where_its_words_stand():
    item = a_recommendation("Ministers should fund small charities.", page=1, pages=(1,))

    marked = with_marks(item, a_page_of("It is late.", "1. Ministers should", "fund small charities."), None)

    [region] = marked.regions
    assert (region.page, region.top, region.bottom) == (1, 60 / 600, 90 / 600)


def test_an_item_that_goes_on_on_the_next_page_is_marked_on_both():
    item = a_recommendation(
        "Ministers should at long last fund small charities for years.", page=1, pages=(1,)
    )
    first = a_page_of("It is late.", "1. Ministers should at long last fund", foot="Page 1")
    second = a_page_of("small charities for years.", "2. Ministers should meet.", page=2)

    there, on = with_marks(item, first, None), with_marks(item, second, first)

    assert [each.page for each in (*there.regions, *on.regions)] == [1, 2]
    assert on.regions[0].bottom == pytest.approx(50 / 600, abs=0.001)


def test_an_item_is_not_marked_where_only_its_first_words_stand_on_another_page():
    item = a_recommendation("The Department should now publish a plan for its halls.", page=9, pages=(9,))

    marked = with_marks(item, a_page_of("The Department should now publish a list.", page=2), None)

    assert marked.regions == ()


def test_an_item_that_is_printed_twice_is_marked_twice():
    there = Region(page=9, left=0.1, top=0.1, right=0.5, bottom=0.2)
    item = a_recommendation("Fund them.", page=9, pages=(9, 2), regions=(there,))

    assert with_marks(item, a_page_of("Fund them.", page=3), None) == item
    assert [each.page for each in with_marks(item, a_page_of("Fund them.", page=2), None).regions] == [9, 2]


def test_an_item_that_says_where_it_stands_is_left_alone():
    page = a_page_of("Fund them.")
    item = with_marks(a_recommendation("Fund them.", page=1), page, None)

    assert with_marks(item, a_page_of("Well.", "Fund them."), None) == item


def test_words_that_stand_on_a_page_twice_are_told_apart():
    page = a_page_of("Fund halls. Fund maps.", "Fund halls.")

    assert (page.find("Fund halls"), page.find("Fund halls", 1), page.find("Fund halls", 2)) == (
        (0, 2),
        (4, 6),
        None,
    )


def test_items_without_a_page_are_found_in_the_text():
    known, lost = a_recommendation("Fund them.", page=7), a_recommendation("Meet each year.", label="2")
    text = (
        PageText(number=1, text="Fund them."),
        PageText(number=2, text="Ministers should\nmeet each year."),
    )

    assert pages_by_words((known, lost), text) == {lost.id: 2}


# --- in the window


def keep(library, path, *, found=None, **more):
    """The file of a report and a list of it, as an import or the sample brings them: with no places."""
    report = report_from_reading(read(path))
    found = report.recommendations if found is None else found
    bare = tuple(replace(each, regions=(), **more) for each in found)
    keep_report(library, replace(report, recommendations=bare), path=path)
    path.unlink()
    return library.reports()[0]


def shown_list(pane):
    box = pane.panel.lists.box
    return box.currentText() if box.currentIndex() >= 0 else box.placeholderText()


def test_a_kept_report_is_opened_again_with_its_text_and_its_pages_marked(
    qtbot, window, pane, library, tmp_path
):
    kept = keep(library, a_report_file(tmp_path), page=None, pages=())

    window.open_report(kept.id)
    assert texts(pane) == list(SENTENCES)
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    assert shown_list(pane).startswith("4 found on page 2")
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_J)
    assert pane.document.page == 2
    picture = pane.document.area.picture
    qtbot.waitUntil(lambda: picture.has_picture and picture._words is not None, timeout=20_000)

    assert all(len(picture.marks_of(each)) == 1 for each in picture._found)
    assert picture.place_of(picture._found[1]).top() > picture.place_of(picture._found[0]).bottom()
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_P, CONTROL)
    assert SENTENCES[1] in pane.document.plain.toPlainText()
    assert library.report(kept.id) == kept


def test_the_rest_like_one_of_a_kept_report_is_found_in_its_kept_file(qtbot, window, pane, library, tmp_path):
    path = a_report_file(tmp_path)
    kept = keep(library, path, found=read(path).recommendations[:3])
    window.open_report(kept.id)
    qtbot.waitUntil(is_open(pane, 3), timeout=20_000)

    qtbot.keyClick(pane.panel.view, Qt.Key.Key_F)

    qtbot.waitUntil(pane.panel.offers.isVisible, timeout=20_000)
    assert pane.panel.offers.head.text() == "1 more like “Recommendation 1”, page 2"


@pytest.mark.long
def test_a_kept_list_that_is_none_of_those_read_is_called_hers(qtbot, window, pane, library, tmp_path):
    path = a_report_file(tmp_path)
    kept = keep(library, path, found=read(path).recommendations[1:])

    window.open_report(kept.id)
    qtbot.waitUntil(is_open(pane, 3), timeout=20_000)
    assert shown_list(pane) == "The list as you kept it"
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_D)
    assert shown_list(pane) == "The list as you corrected it"
    qtbot.keyClick(pane.panel.view, Qt.Key.Key_S, CONTROL)

    assert shown_list(pane) == "The list as you kept it"
    assert labels(pane) == ["3", "4"]


def test_a_list_is_called_by_its_name_until_it_is_corrected_and_again_when_that_is_undone(qtbot, reading):
    named = shown_list(reading)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)
    assert shown_list(reading) == named
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_D)
    assert shown_list(reading) == "The list as you corrected it"
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_S, CONTROL)

    assert shown_list(reading) == "The list as you kept it"


def test_a_kept_report_whose_file_is_not_kept_says_so_beside_its_list(window, pane, library):
    report = a_report(SENTENCES[0])
    keep_report(library, report)

    window.open_report(report.id)

    assert pane.document.plain.isVisible()
    assert pane.document.plain.toPlainText() == ""
    assert "not in the library" in pane.document.plain.placeholderText()
    assert labels(pane) == ["1"]


# --- from the desk


def test_a_response_leads_to_its_own_report_whatever_was_read_since(qtbot, workplace, library):
    own = report_from_reading(read_pasted_report(PASTED), title="Giving")
    keep_report(library, own, pasted=PASTED, by=OFFICER.name)
    response = response_of(new_response(library, report=own.id, by=OFFICER))
    window = a_window_with(qtbot, workplace, "report", "desk")
    pane, desk = window.screen_named("report"), window.screen_named("desk")
    window.read_text("Question 1: Why are the halls shut?\nQuestion 2: Who has the keys of the halls?")
    qtbot.waitUntil(is_open(pane, 2))
    window.open_response(response)

    desk.sheet.edit.setFocus()
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_F9, CONTROL | SHIFT)

    qtbot.waitUntil(is_open(pane, 4))
    assert (window.current, pane.panel.title.text()) == ("report", "Giving")
    assert texts(pane) == list(SENTENCES)


@pytest.mark.long
def test_a_statement_has_no_report_to_open(qtbot, workplace, library):
    statement = response_of(new_response(library, shape=Shape.STATEMENT, by=OFFICER))
    window = a_window_with(qtbot, workplace, "desk", "report")

    window.open_response(statement)

    assert not window.workplace.actions[OPEN_REPORT].isEnabled()
