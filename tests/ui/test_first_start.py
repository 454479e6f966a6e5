"""The first start, and what is done about a library that cannot be opened: the program as a whole."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from drafter.domain.errors import NotFound
from drafter.domain.records.people import Person
from drafter.settings import Preferences, read_preferences
from drafter.store.library import Library
from drafter.ui.dialogs.first_start import FirstStart
from drafter.ui.program import Program
from drafter.ui.theme import Theme
from drafter.ui.workplace import KeptPreferences
from tests.ui.conftest import TWO_SCREENS


@pytest.fixture
def place(tmp_path):
    return tmp_path / "library.drafter"


@pytest.fixture
def settings(tmp_path):
    return tmp_path / "settings.json"


@pytest.fixture
def start(qapp, tmp_path):
    """Start the program with these preferences; all of it is taken down at the end."""
    places = QSettings(str(tmp_path / "places.ini"), QSettings.Format.IniFormat)
    made = []

    def run(place, *files, **preferences):
        kept = KeptPreferences(Preferences(**preferences), tmp_path / "settings.json")
        theme = Theme(qapp)
        theme.choose(kept.value.theme)  # before there is a window to dress, as drafter.app does
        program = Program(qapp, theme=theme, preferences=kept, places=places, screens=TWO_SCREENS)
        made.append((program, theme))
        program.begin(place, files)
        return program

    yield run
    for program, theme in made:
        if program.refusal is not None:
            program.refusal.hide()
        if program.window is not None:
            program.window.hide()
        program.end()
        program.deleteLater()
        theme.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


def has_window(program):
    return program.window is not None and program.window.isVisible()


def asks(program):
    return next((each for each in program.window.findChildren(FirstStart) if each.isVisible()), None)


def test_the_first_start_asks_who_she_is_and_keeps_it(qtbot, start, place, settings):
    program = start(place)
    dialog = asks(program)
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and isinstance(QApplication.focusWidget(), QLineEdit))

    for words in ("Ada Okafor", "Policy Officer", "Small Grants Trust", "ada@example.org"):
        qtbot.keyClicks(QApplication.focusWidget(), words)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)

    kept = read_preferences(settings)
    assert kept.asked
    assert kept.person == Person(
        name="Ada Okafor", role="Policy Officer", organisation="Small Grants Trust", contact="ada@example.org"
    )
    assert program.library.author == "Ada Okafor"


def test_it_can_be_skipped_and_does_not_come_again(qtbot, start, place, settings):
    program = start(place)
    dialog = asks(program)

    qtbot.mouseClick(dialog.skip, Qt.MouseButton.LeftButton)

    kept = read_preferences(settings)
    assert kept.asked
    assert kept.person == Person()


def test_escape_is_skip(qtbot, start, place, settings):
    dialog = asks(start(place))

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert read_preferences(settings).asked


def test_who_was_asked_is_not_asked_again(start, place):
    assert asks(start(place, asked=True)) is None


def test_the_library_is_made_and_remembered(start, place, settings):
    start(place, asked=True)

    assert place.exists()
    assert read_preferences(settings).recent_libraries == (place,)


def test_settings_that_cannot_be_written_do_not_keep_her_from_working(qtbot, start, place, settings):
    settings.mkdir()

    program = start(place)

    qtbot.mouseClick(asks(program).skip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(program.window.banner.isVisible)
    assert "settings could not be saved" in program.window.banner.sentence
    assert asks(program) is None


def test_a_file_that_it_was_started_with_is_opened(start, place, tmp_path):
    program = start(place, tmp_path / "report.pdf", asked=True)

    assert program.window.screen_named("elsewhere").asked == [tmp_path / "report.pdf"]


def test_a_library_that_is_in_use_is_one_sentence_and_can_be_tried_again(qtbot, start, place):
    with Library.open(place):
        program = start(place, asked=True)
        assert not has_window(program)
        assert program.refusal.sentence
        qtbot.mouseClick(program.refusal.retry, Qt.MouseButton.LeftButton)
        assert not has_window(program)

    qtbot.mouseClick(program.refusal.retry, Qt.MouseButton.LeftButton)

    assert has_window(program)


def test_a_file_that_is_no_library_is_left_as_it_is_and_another_can_be_chosen(start, place):
    place.write_text("This is a shopping list.", encoding="utf-8")

    program = start(place, asked=True)
    program.refusal.take(place.with_name("other.drafter"))

    assert program.window.isVisible()
    assert place.read_text(encoding="utf-8") == "This is a shopping list."


def test_quit_from_there_quits(qtbot, start, place):
    place.write_text("This is a shopping list.", encoding="utf-8")
    program = start(place, asked=True)

    with qtbot.waitSignal(program.refusal.quit_wanted):
        qtbot.mouseClick(program.refusal.leave, Qt.MouseButton.LeftButton)


def test_a_library_that_was_there_yesterday_is_not_silently_made_anew(start, place):
    program = start(place, asked=True, recent_libraries=(place,))

    assert program.window is None
    assert "not where it was" in program.refusal.sentence
    assert not place.exists()


def test_another_library_can_be_opened_from_the_settings(start, place):
    program = start(place, asked=True)
    other = place.with_name("other.drafter")

    program.change_library(other)

    assert program.window.isVisible()
    assert program.library.path == other
    with Library.open(place) as left:
        assert left.entries() == ()


def test_closing_the_window_lets_go_of_the_library(start, place):
    program = start(place, asked=True)

    program.window.close()

    assert program.window is None
    with Library.open(place) as library:
        assert library.entries() == ()


@pytest.mark.parametrize("name", ["report.pdf", "Act.XHTML"])
def test_a_second_start_raises_the_window_and_hands_over_its_file(start, place, tmp_path, name):
    program = start(place, asked=True)
    window = program.window
    window.showMinimized()

    program.answer_call((tmp_path / name,))

    assert not window.isMinimized()
    assert window.screen_named("elsewhere").asked == [tmp_path / name]


def test_an_error_with_a_sentence_is_shown_in_the_window(qtbot, start, place):
    program = start(place, asked=True)

    program.window.workplace.actions.bind("home.open", fails_politely)
    program.window.workplace.actions["home.open"].setEnabled(True)
    program.window.workplace.actions["home.open"].trigger()

    qtbot.waitUntil(program.window.banner.isVisible)
    assert program.window.banner.sentence == "There is no such position any more."


def fails_politely():
    raise NotFound("There is no such position any more.")


def fails_by_mistake():
    return tuple(range(1))[1]


def test_a_bug_is_one_dialog_that_can_be_copied_and_the_program_lives_on(qtbot, start, place):
    with qtbot.captureExceptions() as caught:
        program = start(place, asked=True)
        act = program.window.workplace.actions["home.open"]
        act.setEnabled(True)
        program.window.workplace.actions.bind("home.open", fails_by_mistake)
        act.trigger()
        act.trigger()
        qtbot.waitUntil(lambda: program.trouble is not None and program.trouble.count == 2)

    dialog = program.trouble
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "IndexError" in QApplication.clipboard().text()
    assert "Log:" in QApplication.clipboard().text()
    assert [each[0] for each in caught] == [IndexError, IndexError]
    dialog.reject()
    assert program.window.isVisible()
