"""The export window, with real clicks."""

from dataclasses import replace

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QRadioButton

from drafter.domain.changes import Change, added
from drafter.domain.composing import Choices
from drafter.domain.records.responses import Form, Shape
from drafter.services import answering
from drafter.ui.dialogs.export import ExportDialog, file_name
from tests.builders import OFFICER, a_report, rich


@pytest.fixture
def response(library):
    report = a_report("Fund it.", "Count it.")
    library.apply(Change.of("Keep", added(report)))
    change = answering.new_response(library, report=report.id, title="Ours", by=OFFICER)
    return answering.response_of(change)


@pytest.fixture
def dialog(qtbot, workplace, response):
    made = ExportDialog(workplace, response)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # pytest-qt closes it once more
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def click_form(qtbot, dialog, form):
    radio = dialog.findChild(QRadioButton, f"form-{form.value}")
    qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=radio.rect().center() * 0.2)


def test_the_form_is_the_shape_of_the_response_until_she_chooses_another(qtbot, dialog):
    before = dialog.choices

    click_form(qtbot, dialog, Form.STATEMENT)

    assert before == Choices(form=Form.POINT_BY_POINT)
    assert dialog.choices == Choices(form=Form.STATEMENT)


def test_an_export_writes_the_file_and_says_so(qtbot, dialog, tmp_path, workplace):
    said = []
    workplace.notices.said.connect(lambda *what: said.append(what[1]))

    with qtbot.waitSignal(dialog.exported):
        dialog.export_to(str(tmp_path / "ours.docx"))

    assert docx.Document(str(tmp_path / "ours.docx")).core_properties.title == "Ours"
    assert said == ["Wrote “ours.docx”."]


def test_what_is_missing_is_listed_and_leads_to_its_place(qtbot, dialog):
    first = dialog._findings.findings_model.index(0)
    rect = dialog._findings.visualRect(first)

    with qtbot.waitSignal(dialog.place_wanted) as wanted:
        qtbot.mouseClick(dialog._findings.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        qtbot.keyClick(dialog._findings, Qt.Key.Key_Return)

    assert wanted.args[0].sentence == first.data()


def test_a_field_without_a_value_keeps_the_button_shut(qtbot, workplace, library):
    change = answering.new_response(library, shape=Shape.STATEMENT, title="Ours", by=OFFICER)
    identity = answering.response_of(change)
    [section] = library.response(identity).sections
    passage = replace(section.passages[0], text=rich("<p><field name='report.author'/></p>"))
    answering.save_text(library, identity, (replace(section, passages=(passage,)),))

    made = ExportDialog(workplace, identity)
    qtbot.addWidget(made)

    button = made.findChild(QPushButton, "export")
    assert button is not None
    assert not button.isEnabled()


@pytest.mark.parametrize(
    ("title", "name"),
    [("A: B/C?", "A B C"), ("  ", "Response"), ("x" * 200, "x" * 80), ("End.", "End")],
)
def test_a_headline_becomes_a_name_that_every_system_takes(title, name):
    assert file_name(title) == name


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.fixture
def said(workplace):
    heard = []
    workplace.notices.said.connect(lambda *what: heard.append(what[1]))
    return heard


def test_form_and_list_are_chosen_by_keys(qtbot, dialog):
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    usual = dialog.findChild(QRadioButton, f"form-{Form.POINT_BY_POINT.value}")
    assert usual.hasFocus()

    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    with_list = dialog.choices
    press(qtbot, Qt.Key.Key_Backtab)
    press(qtbot, Qt.Key.Key_Up)

    assert with_list == Choices(form=Form.POINT_BY_POINT, list_unanswered=True)
    assert dialog.choices.form is Form.STATEMENT


def test_enter_asks_where_the_file_goes(qtbot, dialog):
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    press(qtbot, Qt.Key.Key_Return)

    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.selectedFiles()[0].endswith("Ours.docx")
    chooser.reject()


def test_escape_leaves_it(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["ours.docx", "ours.html"])
def test_a_file_that_may_not_be_replaced_stays_and_another_name_is_offered(
    qtbot, dialog, tmp_path, said, name
):
    target = tmp_path / name
    target.write_bytes(b"theirs")
    other = tmp_path / name.replace("ours", "ours (2)")
    (tmp_path / f"~${name}").touch()  # as Word does while it has the file open
    if target.suffix == ".html":
        target.unlink()
        target.mkdir()

    with qtbot.waitSignal(dialog.failed):
        dialog.export_to(str(target))

    assert dialog.isVisible()
    assert dialog.trouble.isVisible()
    assert dialog.trouble.text().endswith((".", "”."))
    assert said == []
    if target.suffix == ".html":
        assert not dialog.other_name.isVisible()
        return
    assert target.read_bytes() == b"theirs"
    assert dialog.other_name.hasFocus()
    with qtbot.waitSignal(dialog.exported):
        press(qtbot, Qt.Key.Key_Space)
    assert docx.Document(str(other)).core_properties.title == "Ours"
    assert said == ["Wrote “ours (2).docx”."]


def test_what_stood_in_the_way_is_gone_when_it_goes_well(qtbot, dialog, tmp_path):
    (tmp_path / "~$ours.docx").touch()
    with qtbot.waitSignal(dialog.failed):
        dialog.export_to(str(tmp_path / "ours.docx"))
    (tmp_path / "~$ours.docx").unlink()

    with qtbot.waitSignal(dialog.exported):
        dialog.export_to(str(tmp_path / "ours.docx"))

    assert not dialog.trouble.isVisible()


def test_every_button_can_be_reached_by_tab(qtbot, dialog):
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    reached = set()
    for _ in range(24):
        reached.add(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_Tab)

    wanted = {each for each in dialog.findChildren(QPushButton) if each.isVisible() and each.isEnabled()}
    assert wanted <= reached
    assert dialog._findings in reached


def test_a_file_that_holds_private_notes_says_so(qtbot, dialog, tmp_path, workplace):
    said = []
    workplace.notices.said.connect(lambda *what: said.append(what[1]))

    with qtbot.waitSignal(dialog.exported):
        dialog.export_to(str(tmp_path / "ours.json"))

    assert "private notes" in said[0]
