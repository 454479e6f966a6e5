"""While a report is read, when that is stopped, and what stays on the screen when it comes to nothing."""

import pytest
from PySide6.QtCore import Qt

from tests.reports.papers import Page, a_page_of_text, a_pdf
from tests.ui.reader.steps import PASTED, SENTENCES, a_report_file, is_open, texts


def test_the_windows_title_names_the_file_that_is_read(qtbot, window, reading, tmp_path):
    window.read_report(a_report_file(tmp_path))
    assert window.windowTitle() == "Reading report.pdf – Drafter"

    qtbot.waitUntil(is_open(reading, 4), timeout=20_000)
    assert window.windowTitle() == "A Review of Giving – Drafter"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_reading_is_stopped_by_one_key_and_that_is_said(qtbot, window, reading, told, tmp_path, key):
    title = window.windowTitle()
    window.read_report(a_report_file(tmp_path))
    qtbot.keyClick(window.focusWidget(), key)
    qtbot.waitUntil(is_open(reading, 4), timeout=20_000)

    name = reading.panel.title.text()
    assert [each[:2] for each in told] == [
        ("plain", f"Reading of report.pdf was stopped. “{name}” is still open.")
    ]
    assert texts(reading) == list(SENTENCES)
    assert window.windowTitle() == title


def test_a_stopped_first_reading_says_so_and_no_report_is_open(qtbot, window, pane, told):
    window.read_text(PASTED)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(pane._none.isVisible, timeout=20_000)

    assert told[-1][1] == "Reading of the pasted text was stopped."
    assert window.windowTitle() == "Drafter"


def test_a_report_that_comes_while_she_is_elsewhere_leaves_the_windows_title_alone(
    qtbot, window, pane, tmp_path
):
    window.read_report(a_report_file(tmp_path))
    pane.hide()
    pane._place.notices.title("Elsewhere")
    qtbot.waitUntil(lambda: pane._job is None and len(pane.panel.found) == 4, timeout=20_000)

    assert window.windowTitle() == "Elsewhere – Drafter"


def test_a_scan_is_named_and_so_is_the_report_that_stays(qtbot, window, reading, told, tmp_path):
    scan = Page()
    scan.box(100, 400)
    window.read_report(a_pdf(tmp_path, scan, name="scan.pdf"))
    qtbot.waitUntil(is_open(reading, 4), timeout=20_000)

    [(tone, said, _)] = told
    assert tone == "caution"
    assert said.startswith("“scan.pdf” was not read. This PDF is a scan")
    assert said.endswith(f"“{reading.panel.title.text()}” is still open.")


def test_a_report_without_a_list_begins_on_its_first_page_where_the_one_before_stood_on_a_later(
    qtbot, window, pane, tmp_path
):
    window.read_report(a_report_file(tmp_path))
    qtbot.waitUntil(is_open(pane, 4), timeout=20_000)
    assert pane.document.page == 2
    prose = [Page().heading(f"Part {number}").paragraph(*a_page_of_text("giving")) for number in (1, 2)]

    window.read_report(a_pdf(tmp_path, *prose, name="speech.pdf"))
    qtbot.waitUntil(is_open(pane, 0), timeout=20_000)

    assert pane.document.page == 1
    assert pane.document.area.picture._found == ()
