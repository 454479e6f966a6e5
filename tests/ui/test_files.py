"""Asking for files: each kind where the last of its kind was."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from drafter.ui.dialogs.files import FILES, TEMPLATES, ask_which_template, last_folder


@pytest.fixture
def places():
    """What was remembered before, put back after."""
    before = {kind: QSettings().value(f"{kind}/folder") for kind in (FILES, TEMPLATES)}
    yield QSettings()
    for kind, folder in before.items():
        QSettings().setValue(f"{kind}/folder", folder)


def test_a_template_is_asked_for_where_the_last_one_was_and_a_report_is_not(qtbot, places, tmp_path):
    places.setValue(f"{FILES}/folder", str(tmp_path.parent))
    template = tmp_path / "letter.docx"
    template.touch()
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[Path] = []

    ask_which_template(parent, chosen.append)
    chooser = parent.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(str(template))
    buttons = chooser.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    open_it = buttons.button(QDialogButtonBox.StandardButton.Open)
    qtbot.mouseClick(open_it, Qt.MouseButton.LeftButton)

    assert chosen == [template]
    assert last_folder(TEMPLATES) == tmp_path
    assert last_folder() == tmp_path.parent


def test_without_any_folder_of_documents_it_begins_at_home(places, tmp_path):
    places.setValue(f"{FILES}/folder", str(tmp_path / "gone"))
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    assert last_folder() == (documents if documents.is_dir() else Path.home())
    assert last_folder().is_dir()
