"""The export window: forms, options, templates, the fill-in box, and what it remembers."""

from dataclasses import replace

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
)

from drafter.domain.composing import Choices
from drafter.domain.records.responses import Form
from drafter.services.answering import set_head
from drafter.services.filling_in import own_fields
from drafter.services.templates import add_template, make_usual, mapping_for
from drafter.ui.export.styles_dialog import StylesDialog
from tests.ui.export.conftest import write_answer
from tests.word import templates
from tests.word.make_template import parts


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def click(qtbot, window, name):
    found = window.findChild(QCheckBox, f"option-{name}")
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=found.rect().center() * 0.2)


def shown_options(window):
    return {
        each.objectName().removeprefix("option-")
        for each in window.findChildren(QCheckBox)
        if each.isVisible()
    }


OPTIONS = {
    Form.POINT_BY_POINT: {"list_unanswered", "quote_recommendations"},
    Form.STATEMENT: {"about_us", "contact"},
    Form.TABLE: {"list_unanswered", "quote_recommendations"},
    Form.WRITTEN_EVIDENCE: {"about_us"},
    Form.PASTE_SHEET: {"list_unanswered"},
}
ANNEXES = {"annex_positions", "annex_sources", "annex_earlier"}


def test_each_form_shows_its_own_options(window, choose_form):
    seen = {}
    for form in OPTIONS:
        if form is not window.choices.form:
            choose_form(window, form)
        seen[form] = shown_options(window)

    annexes = {form: set() if form is Form.PASTE_SHEET else ANNEXES for form in OPTIONS}
    assert seen == {form: options | annexes[form] for form, options in OPTIONS.items()}


def test_an_option_changes_the_preview(qtbot, window):
    with qtbot.waitSignal(window.prepared) as before:
        click(qtbot, window, "quote_recommendations")

    assert window.choices == Choices(form=Form.POINT_BY_POINT, quote_recommendations=False)
    assert before.args[0].composition.form is Form.POINT_BY_POINT
    assert "Fund it." not in "".join(each.plain for each in before.args[0].composition.paragraphs)


def test_the_window_opens_as_the_response_went_out_last(qtbot, window, open_window, choose_form, tmp_path):
    choose_form(window, Form.TABLE)
    with qtbot.waitSignal(window.prepared):
        click(qtbot, window, "annex_positions")
    with qtbot.waitSignal(window.exported):
        window.export_to(str(tmp_path / "ours.html"))

    again = open_window()

    assert again.choices == Choices(form=Form.TABLE, annex_positions=True)
    press(qtbot, Qt.Key.Key_Return)
    chooser = again.findChild(QFileDialog)
    assert chooser.directory().absolutePath() == str(tmp_path)
    assert chooser.selectedNameFilter().endswith("(*.html)")
    chooser.reject()


def test_no_two_parts_answer_to_the_same_key(window):
    parts = [each for kind in (QAbstractButton, QLabel) for each in window.findChildren(kind)]
    keys = [key for each in parts if (key := QKeySequence.mnemonic(each.text()).toString())]

    assert len(keys) > 15
    assert sorted(keys) == sorted(set(keys))


# --- templates


@pytest.fixture
def letter(tmp_path, workplace):
    """A letterhead that is the usual template."""
    path = templates.a_letterhead(tmp_path / "letter.docx")
    kept = workplace.preferences
    kept.choose(make_usual(add_template(kept.value, path, name="Letterhead"), path))
    return path


@pytest.mark.usefixtures("letter")
def test_the_usual_template_is_chosen_and_its_health_is_told(window):
    box = window._templates

    assert box.combo.currentText() == "Letterhead"
    assert box.health.text().startswith("It lacks ")
    assert window.preview.draft is not None


def test_another_template_is_chosen_by_keys(qtbot, letter, window, tmp_path):
    window._templates.combo.setFocus()
    with qtbot.waitSignal(window.prepared) as done:
        press(qtbot, Qt.Key.Key_Up)
    assert done.args[0].wish.template is None

    with qtbot.waitSignal(window.prepared):
        press(qtbot, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.exported):
        window.export_to(str(tmp_path / "ours.docx"))

    written = docx.Document(str(tmp_path / "ours.docx"))
    assert written.sections[0].left_margin == 900 * 635
    assert letter.is_file()


def test_a_file_is_added_and_taken(qtbot, window, workplace, tmp_path):
    templates.packed(tmp_path / "new.dotx", {})

    with qtbot.waitSignal(window.prepared) as done:
        window._templates.added.emit(str(tmp_path / "new.dotx"))

    assert done.args[0].wish.template == tmp_path / "new.dotx"
    assert [each.name for each in workplace.preferences.value.templates] == ["new"]
    assert workplace.preferences.value.template is None


def test_a_file_that_is_no_template_is_refused_in_a_sentence_and_nothing_changes(window, tmp_path):
    types = parts()["[Content_Types].xml"].replace("document.main+xml", "document.macroEnabled.main+xml")
    macro = templates.packed(tmp_path / "macro.docm", {"[Content_Types].xml": types})

    window._templates.added.emit(str(macro))

    assert window._templates.health.text().startswith("This template holds macros")
    assert window._templates.combo.currentText() == "Drafter’s own"


def test_a_template_whose_file_has_gone_is_said_in_words(letter, open_window):
    letter.unlink()

    window = open_window()

    assert window._templates.combo.currentText() == "Letterhead (not there)"
    assert window._templates.health.text().startswith("The template “letter.docx” is no longer in")
    assert window.preview.pages.count == 0


def test_styles_are_chosen_kept_and_taken(qtbot, letter, window, workplace, tmp_path):
    qtbot.mouseClick(window._templates.styles, Qt.MouseButton.LeftButton)
    dialog = window.findChild(StylesDialog)
    combo = dialog.combo_of("heading 1")
    combo.setFocus()
    qtbot.keyClicks(combo, "Title")
    with qtbot.waitSignal(window.prepared):
        qtbot.keyClick(combo, Qt.Key.Key_Return)

    assert mapping_for(workplace.preferences.value, letter) == {"heading 1": "Title"}
    with qtbot.waitSignal(window.exported):
        window.export_to(str(tmp_path / "ours.docx"))
    paragraphs = docx.Document(str(tmp_path / "ours.docx")).paragraphs
    styles = [each.style.name for each in paragraphs if each.style is not None]
    assert styles.count("Title") > 1


@pytest.mark.usefixtures("letter")
def test_as_found_forgets_what_was_chosen(qtbot, window):
    qtbot.mouseClick(window._templates.styles, Qt.MouseButton.LeftButton)
    dialog = window.findChild(StylesDialog)
    combo = dialog.combo_of("heading 1")
    combo.setCurrentIndex(combo.findData("Title"))
    assert dialog.mapping == {"heading 1": "Title"}

    reset = next(each for each in dialog.findChildren(QPushButton) if each.text() == "As &found")
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)

    assert dialog.mapping == {}
    dialog.reject()


def test_drafters_own_has_no_styles_to_choose(window):
    assert not window._templates.styles.isEnabled()


# --- the fill-in box


@pytest.fixture
def gaps(library, response):
    """An answer with two fields that have no value, and one that can have none."""
    write_answer(
        library,
        response,
        "<p><field name='our.date'/> <field name='our.pledge'/></p>",
    )


@pytest.mark.usefixtures("gaps")
def test_what_has_no_value_is_asked_and_filled_in_by_keys(qtbot, window, tmp_path):
    export = window.findChild(QPushButton, "export")
    value = window.findChild(QLineEdit, "fill-in")
    assert value.isVisible()
    assert not export.isEnabled()

    value.setFocus()
    for words in ("May 2026", "One in ten"):
        qtbot.keyClicks(value, words)
        with qtbot.waitSignal(window.prepared):
            press(qtbot, Qt.Key.Key_Return)

    assert not value.isVisible()
    assert export.isEnabled()
    with qtbot.waitSignal(window.exported):
        window.export_to(str(tmp_path / "ours.docx"))
    text = "\n".join(each.text for each in docx.Document(str(tmp_path / "ours.docx")).paragraphs)
    assert "May 2026 One in ten" in text


@pytest.mark.usefixtures("gaps")
def test_filling_in_can_be_undone(qtbot, window, workplace, library, response):
    value = window.findChild(QLineEdit, "fill-in")
    value.setFocus()
    qtbot.keyClicks(value, "May 2026")
    with qtbot.waitSignal(window.prepared):
        press(qtbot, Qt.Key.Key_Return)
    assert own_fields(library) == {"our.date": "May 2026"}

    workplace.history.turn_to(response)
    workplace.history.undo()

    assert own_fields(library) == {}


def test_a_date_that_is_none_stays_in_the_box_with_a_sentence(qtbot, library, response, open_window):
    write_answer(library, response, "<p><field name='response.date'/></p>")
    head = library.response(response).head
    if head.dated is not None:
        set_head(library, replace(head, dated=None))
    window = open_window()
    value = window.findChild(QLineEdit, "fill-in")
    value.setFocus()
    qtbot.keyClicks(value, "soon")

    press(qtbot, Qt.Key.Key_Return)

    assert window.trouble.text().startswith("“soon” is no date.")
    assert value.text() == "soon"


@pytest.mark.usefixtures("gaps")
def test_a_finding_that_is_asked_for_leads_to_the_box(qtbot, window):
    findings = window._findings
    findings.setFocus()
    findings.setCurrentIndex(findings.findings_model.index(0))

    press(qtbot, Qt.Key.Key_Return)

    assert window.isVisible()
    assert QApplication.focusWidget() is window.findChild(QLineEdit, "fill-in")


# --- the clipboard


def test_the_statement_is_copied_as_html_and_as_plain_text(qtbot, window):
    qtbot.mouseClick(window.copy, Qt.MouseButton.LeftButton)

    data = QApplication.clipboard().mimeData()
    assert '<a href="https://example.org/">this</a>' in data.html()
    assert "style=" not in data.html()
    assert "We agree with this" in data.text()
    assert window.copy.text().startswith("Copied")


@pytest.mark.usefixtures("gaps")
def test_what_has_no_value_is_not_copied(qtbot, window):
    QApplication.clipboard().setText("before")

    qtbot.mouseClick(window.copy, Qt.MouseButton.LeftButton)

    assert QApplication.clipboard().text() == "before"
    assert window.trouble.isVisible()


# --- targets


def test_a_folder_that_has_gone_is_told_and_nothing_is_written(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.failed) as told:
        window.export_to(str(tmp_path / "gone" / "ours.docx"))

    assert told.args[0] == "The folder “gone” is not there. Choose another place for the file."
    assert window.isVisible()
    assert window.findChild(QPushButton, "export").isEnabled()
