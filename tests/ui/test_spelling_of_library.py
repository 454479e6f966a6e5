"""The spelling of a window follows its library's words and the officer's choice."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from drafter.services.spelling import own_words
from drafter.ui import spelling
from drafter.ui.dialogs.own_words import OwnWordsDialog
from drafter.ui.dialogs.settings import SettingsDialog
from drafter.ui.dialogs.spelling_choice import NO_DICTIONARY, SpellingChoice
from drafter.ui.spelling import LibrarySpelling
from tests.services.test_spelling import Words


@pytest.fixture
def spelt(qtbot, workplace, monkeypatch):
    monkeypatch.setattr(spelling, "british_dictionary", Words)
    made = LibrarySpelling(workplace)
    qtbot.waitUntil(lambda: workplace.spelling.is_there)
    yield workplace.spelling
    made.deleteLater()


@pytest.fixture
def choice(qtbot, workplace, spelt):  # noqa: ARG001 - the dictionary must be there before the choice is made
    made = SpellingChoice(workplace)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_learned_word_is_right_from_then_on_and_undo_forgets_it(workplace, spelt):
    assert spelt.mistakes("the colur") == ((4, 9),)

    spelt.learned.emit("colur")
    assert spelt.mistakes("the colur") == ()

    workplace.history.undo()
    assert spelt.mistakes("the colur") == ((4, 9),)


def test_switched_off_in_the_preferences_nothing_is_marked(workplace, spelt):
    workplace.preferences.choose(replace(workplace.preferences.value, spelling=False))

    assert spelt.mistakes("the colur") == ()


def test_without_a_dictionary_nothing_is_marked_and_settings_say_so(qtbot, workplace, monkeypatch):
    monkeypatch.setattr(spelling, "british_dictionary", lambda: None)
    made = LibrarySpelling(workplace)
    qtbot.waitUntil(lambda: not workplace.jobs.running)

    choice = SpellingChoice(workplace)
    qtbot.addWidget(choice)
    choice.show()

    assert workplace.spelling.mistakes("the colur") == ()
    assert not choice.check.isVisible()
    assert [label.text() for label in choice.findChildren(QLabel)] == [NO_DICTIONARY]
    made.deleteLater()


def test_a_click_in_settings_switches_it_off(workplace, choice):
    QTest.mouseClick(choice.check, Qt.MouseButton.LeftButton, pos=choice.check.rect().center() / 4)

    assert workplace.preferences.value.spelling is choice.check.isChecked()
    assert not choice.check.isChecked()


def test_cancelled_settings_put_the_choice_back(qtbot, workplace, choice, tmp_path):
    dialog = SettingsDialog(workplace.preferences, tmp_path / "library.drafter", spelling=choice)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    choice.check.setFocus()
    QTest.keyClick(choice.check, Qt.Key.Key_Space)
    assert not workplace.preferences.value.spelling

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert workplace.preferences.value.spelling


def test_the_words_are_edited_one_a_line_and_that_can_be_undone(qtbot, workplace, choice, library):
    QTest.mouseClick(choice.words, Qt.MouseButton.LeftButton)
    dialog = choice.window().findChild(OwnWordsDialog)
    qtbot.waitExposed(dialog)
    QTest.keyClicks(dialog.text, "Hearthside")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.text, "co-produce")
    dialog.accept()

    assert own_words(library) == ("co-produce", "Hearthside")
    workplace.history.undo()
    assert own_words(library) == ()
