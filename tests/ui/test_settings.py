"""The settings dialog, and the small ones beside it."""

import json
import logging
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QRadioButton

from drafter.app import has_display, start_log, stop_log, usual_library
from drafter.domain.records.people import Person
from drafter.paths import default_library
from drafter.settings import Preferences, ThemeChoice, read_preferences
from drafter.ui.actions import SHELL, Actions
from drafter.ui.dialogs.about import AboutDialog
from drafter.ui.dialogs.keys import KeysDialog
from drafter.ui.dialogs.settings import SettingsDialog
from drafter.ui.problems import bug_report, places
from drafter.ui.workplace import KeptPreferences
from tests.word import templates

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def kept(tmp_path):
    before = Preferences(
        person=Person(name="Ada", contact="ada@example.org"), theme=ThemeChoice.LIGHT, asked=True
    )
    return KeptPreferences(before, tmp_path / "settings.json")


@pytest.fixture
def dialog(qtbot, kept, tmp_path):
    made = SettingsDialog(kept, tmp_path / "library.drafter")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def click(qtbot, dialog, words):
    found = next(each for each in dialog.findChildren(QPushButton) if each.text() == words)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def retype(qtbot, dialog, field, words):
    line = dialog.findChild(QLineEdit, field)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)


def test_return_in_a_field_saves(qtbot, dialog, kept):
    retype(qtbot, dialog, "name", "Ada Okafor")
    qtbot.keyClick(dialog.findChild(QLineEdit, "name"), Qt.Key.Key_Return)

    assert kept.person.name == "Ada Okafor"


def test_who_she_is_is_kept_on_save(qtbot, dialog, kept, tmp_path):
    retype(qtbot, dialog, "name", "  Ada   Okafor ")
    click(qtbot, dialog, "Save")

    assert kept.person == Person(name="Ada Okafor", contact="ada@example.org")
    assert read_preferences(tmp_path / "settings.json").person.name == "Ada Okafor"


def test_advice_on_style_is_off_until_it_is_ticked_and_cancel_takes_the_tick_back(qtbot, dialog, kept):
    tick = dialog.findChild(QCheckBox, "advice")
    assert not kept.value.advice

    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center() - tick.rect().center() / 2)
    assert kept.value.advice

    click(qtbot, dialog, "Cancel")
    assert not kept.value.advice


def test_cancel_changes_nothing(qtbot, dialog, kept):
    before = kept.value
    retype(qtbot, dialog, "name", "Somebody else")
    dialog.templates.take(templates.packed(dialog.library.with_suffix(".docx"), {}))
    click(qtbot, dialog, "Cancel")

    assert kept.value == before


def test_the_look_changes_while_it_is_chosen_and_back_on_cancel(qtbot, dialog, kept):
    seen = []
    kept.changed.connect(lambda now: seen.append(now.theme))

    qtbot.mouseClick(dialog.findChild(QRadioButton, "theme-dark"), Qt.MouseButton.LeftButton)
    click(qtbot, dialog, "Cancel")

    assert seen == [ThemeChoice.DARK, ThemeChoice.LIGHT]


def test_a_template_is_added_and_made_the_usual_one(qtbot, dialog, kept, tmp_path):
    templates.a_letterhead(tmp_path / "ours.docx")
    dialog.templates.take(tmp_path / "ours.docx")
    click(qtbot, dialog, "Make it the &usual one")
    assert dialog.templates.words.text().startswith("The usual one. ")
    click(qtbot, dialog, "Save")

    assert kept.value.template == tmp_path / "ours.docx"
    assert [each.name for each in kept.value.templates] == ["ours"]


def test_templates_are_named_made_usual_and_removed_by_keys(qtbot, dialog, tmp_path):
    for name in ("ours.docx", "theirs.docx"):
        dialog.templates.take(templates.packed(tmp_path / name, {}))
    shown = dialog.templates.list
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert dialog.templates.preferences.template == tmp_path / "ours.docx"

    qtbot.keyClick(shown, Qt.Key.Key_F2)
    field = shown.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "Letterhead")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.currentItem().text() == "Letterhead")

    assert [each.name for each in dialog.templates.preferences.templates] == ["Letterhead", "theirs"]

    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert [each.name for each in dialog.templates.preferences.templates] == ["theirs"]
    assert dialog.templates.preferences.template is None


def test_a_name_that_another_template_has_is_refused_in_words(dialog, tmp_path):
    for name in ("ours.docx", "theirs.docx"):
        dialog.templates.take(templates.packed(tmp_path / name, {}))
    dialog.templates.list.currentItem().setText("OURS")

    assert dialog.templates.words.text() == "Another template is called “OURS” already. Choose another name."
    assert dialog.templates.list.currentItem().text() == "theirs"


def test_a_template_whose_file_has_gone_is_said_in_words(qtbot, kept, tmp_path):
    gone = tmp_path / "ours.docx"
    kept.choose(replace(kept.value, template=gone))

    made = SettingsDialog(kept, tmp_path / "library.drafter")
    qtbot.addWidget(made)

    assert made.templates.words.text().startswith("The template “ours.docx” is no longer in ")


def test_a_file_that_is_no_template_is_told_and_not_added(dialog, tmp_path):
    (tmp_path / "notes.docx").write_text("just words", encoding="utf-8")

    dialog.templates.take(tmp_path / "notes.docx")

    assert dialog.templates.words.text().startswith("This is not a Word file.")
    assert dialog.templates.preferences.templates == ()


def test_another_library_is_asked_for_after_saving(qtbot, dialog, kept, tmp_path):
    retype(qtbot, dialog, "role", "Director")

    with qtbot.waitSignal(dialog.library_wanted) as caught:
        dialog.take_library(str(tmp_path / "other.drafter"))

    assert caught.args == [tmp_path / "other.drafter"]
    assert kept.person.role == "Director"


def test_choosing_what_is_chosen_already_writes_nothing(kept, tmp_path):
    kept.choose(kept.value)

    assert not (tmp_path / "settings.json").exists()


def test_the_list_of_keys_is_made_from_the_table_and_can_be_searched(qtbot):
    actions = Actions(SHELL)
    dialog = KeysDialog(actions)
    qtbot.addWidget(dialog)
    with_keys = [row.words for row in SHELL if row.keys]
    assert sorted(dialog.shown_commands) == sorted(with_keys)

    qtbot.keyClicks(dialog.findChild(QLineEdit), "ctrl+sh redo")

    assert dialog.shown_commands == ("Redo",)


def test_the_facts_about_the_program_can_be_copied(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    click(qtbot, dialog, "Copy")

    copied = QApplication.clipboard().text()
    assert "Version: " in copied
    assert "drafter" in copied.lower()


def failing(secret):
    return int(secret)


def test_the_log_of_a_bug_names_places_and_no_words():
    with pytest.raises(ValueError, match="Our secret position") as caught:
        failing("Our secret position")

    assert "failing" in places(caught.value)
    assert "secret" not in places(caught.value)
    assert "ValueError" in bug_report(caught.value)


def test_the_log_is_written_and_let_go(tmp_path):
    handler = start_log(tmp_path / "log")
    logging.getLogger("drafter.ui").warning("backup of %s done", "library")
    stop_log(handler)

    assert "backup of library done" in (tmp_path / "log" / "drafter.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_does_not_keep_the_program_from_starting(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    assert start_log(tmp_path / "file" / "log") is None


def test_the_library_of_yesterday_is_opened_unless_another_is_named(kept, monkeypatch, tmp_path):
    assert usual_library(kept) == default_library()

    kept.choose(kept.value.with_library(tmp_path / "yesterday.drafter"))
    assert usual_library(kept) == tmp_path / "yesterday.drafter"

    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "named.drafter"))
    assert usual_library(kept) == tmp_path / "named.drafter"


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_looked_for_before_qt_ends_the_process(monkeypatch, name):
    monkeypatch.setattr("sys.platform", "linux")
    for each in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(each, raising=False)
    assert not has_display()

    monkeypatch.setenv(name, ":0")

    assert has_display()


def test_settings_are_readable_json(kept, tmp_path):
    kept.choose(kept.value.with_library(tmp_path / "library.drafter"))

    written = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))
    assert written["person"]["name"] == "Ada"
