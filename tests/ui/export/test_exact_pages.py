"""Exact pages in the window: asked for, stopped, shown, printed, kept as a PDF."""

import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from drafter.domain.records.responses import Form
from drafter.services.office import Office
from drafter.ui.dialogs import export as export_room
from drafter.ui.export.exact import ExactSheets
from drafter.ui.export.saver import file_name

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")


def a_pdf(path, pages=2):
    made = QPdfWriter(str(path))
    painter = QPainter(made)
    for number in range(pages):
        if number:
            made.newPage()
        painter.drawText(1000, 1000, f"This is page {number + 1}, and it has some words.")
    painter.end()
    return path


@pytest.fixture
def program(qapp, tmp_path):  # noqa: ARG001 - fonts want the application
    """Stands in for LibreOffice: brings a PDF of two pages, as soon as it may."""
    folder = tmp_path / "office"
    folder.mkdir()
    a_pdf(folder / "ready.pdf")
    (folder / "go").touch()
    script = folder / "soffice"
    script.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n'
        f'while [ ! -e "{folder}/go" ]; do sleep 0.05; done\n'
        f'cp "{folder}/ready.pdf" "$2/response.pdf"\n',
        encoding="utf-8",
    )
    script.chmod(0o755)
    return script


@pytest.fixture
def with_office(program, monkeypatch):
    monkeypatch.setattr(export_room, "office", lambda: Office(name="LibreOffice", program=str(program)))
    return program


@pytest.fixture
def without_office(monkeypatch):
    monkeypatch.setattr(export_room, "office", lambda: None)


def ask_for_exact(qtbot, window):
    with qtbot.waitSignal(window._maker.made):
        qtbot.mouseClick(window.preview.exact, Qt.MouseButton.LeftButton)


@pytest.mark.usefixtures("without_office")
def test_without_an_office_the_button_says_why(open_window):
    window = open_window()

    assert not window.preview.exact.isEnabled()
    assert not window.preview.print.isEnabled()
    assert "neither was found on this computer" in window.preview.exact.toolTip()
    assert "neither was found on this computer" in window.preview.print.toolTip()


@pytest.mark.usefixtures("with_office")
def test_exact_pages_are_shown_and_follow_to_the_preview_when_something_changes(
    qtbot, open_window, choose_form
):
    window = open_window()
    ask_for_exact(qtbot, window)

    assert window.preview.caption.whole == "Exact pages, as LibreOffice lays them out"
    assert window.preview.exact.isChecked()
    assert window.preview.pages.count == 2
    assert isinstance(window._maker.sheets, ExactSheets)
    qtbot.waitUntil(lambda: window._maker.sheets._pictures.ask(1, 100) is not None)

    choose_form(window, Form.STATEMENT)

    assert not window.preview.exact.isChecked()
    assert window.preview.draft is not None
    assert window._maker.sheets is None


@pytest.mark.long
@pytest.mark.usefixtures("with_office")
def test_the_same_pages_are_not_made_twice(qtbot, open_window):
    window = open_window()
    ask_for_exact(qtbot, window)
    sheets = window._maker.sheets
    qtbot.mouseClick(window.preview.exact, Qt.MouseButton.LeftButton)
    assert window.preview.draft is not None

    ask_for_exact(qtbot, window)

    assert window._maker.sheets is sheets


def test_she_can_stop_them(qtbot, with_office, open_window):
    (with_office.parent / "go").unlink()
    window = open_window()
    qtbot.mouseClick(window.preview.exact, Qt.MouseButton.LeftButton)
    assert window.preview.progress.isVisible()

    with qtbot.waitSignal(window._maker.stopped):
        qtbot.mouseClick(window.preview.progress.stop, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not window.preview.progress.isVisible())
    assert not window.preview.exact.isChecked()
    assert window.preview.draft is not None


def test_what_goes_wrong_is_a_sentence_and_the_preview_stays(qtbot, with_office, open_window):
    (with_office.parent / "ready.pdf").unlink()
    window = open_window()

    with qtbot.waitSignal(window._maker.failed):
        qtbot.mouseClick(window.preview.exact, Qt.MouseButton.LeftButton)

    assert window.trouble.text().startswith("LibreOffice could not make the pages.")
    assert not window.preview.exact.isChecked()
    assert window.preview.draft is not None


@pytest.mark.usefixtures("with_office")
def test_a_pdf_is_written_and_remembered(qtbot, open_window, library, response, workplace, tmp_path):
    window = open_window()
    (tmp_path / "ours.pdf").write_bytes(b"the old one")

    with qtbot.waitSignal(window.exported):
        window.export_to(str(tmp_path / "ours.pdf"))

    assert (tmp_path / "ours.pdf").read_bytes().startswith(b"%PDF")
    assert "Exported as ours.pdf" in {each.label for each in library.saved_drafts(response)}
    assert workplace.preferences.value.exports[0].suffix == ".pdf"


@pytest.mark.long
def test_a_pdf_that_is_asked_for_while_pages_are_made_comes_all_the_same(
    qtbot, with_office, open_window, tmp_path
):
    (with_office.parent / "go").unlink()
    window = open_window()
    qtbot.mouseClick(window.preview.exact, Qt.MouseButton.LeftButton)

    window.export_to(str(tmp_path / "ours.pdf"))
    with qtbot.waitSignal(window.exported):
        (with_office.parent / "go").touch()

    assert (tmp_path / "ours.pdf").is_file()


def test_a_pdf_that_cannot_be_made_leaves_the_old_file(qtbot, with_office, open_window, tmp_path):
    (with_office.parent / "ready.pdf").unlink()
    (tmp_path / "ours.pdf").write_bytes(b"the old one")
    window = open_window()

    with qtbot.waitSignal(window.failed):
        window.export_to(str(tmp_path / "ours.pdf"))

    assert window.isVisible()
    assert (tmp_path / "ours.pdf").read_bytes() == b"the old one"


@pytest.mark.long
@pytest.mark.usefixtures("with_office")
def test_the_pages_are_printed(qtbot, open_window, tmp_path):
    window = open_window()
    printer = window._printer
    asked: list[object] = []
    printer._ask = asked.append  # what follows is the system's own window
    target = QPrinter()
    target.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target.setOutputFileName(str(tmp_path / "paper.pdf"))

    qtbot.mouseClick(window.preview.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(asked))
    printer._pictures = asked[0]
    with qtbot.waitSignal(printer.printed) as done:
        printer.print_to(target)

    assert done.args == [2]
    printed = pypdfium2.PdfDocument(str(tmp_path / "paper.pdf"))
    assert len(printed) == 2
    printed.close()


@pytest.mark.long
@pytest.mark.usefixtures("with_office")
def test_nothing_is_left_when_the_window_goes(qtbot, open_window):
    window = open_window()
    ask_for_exact(qtbot, window)
    folder = Path(window._maker._exact.pdf).parent.parent
    assert folder.is_dir()

    qtbot.keyClick(window, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not folder.exists())


def test_a_name_is_taken_from_the_headline():
    assert file_name("A: B/C?") == "A B C"
