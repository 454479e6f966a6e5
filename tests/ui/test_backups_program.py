"""A library that is damaged, gone, read-only or in a bad place: what the program does about it."""

import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from drafter.paths import backups_folder, data_folder
from drafter.services.backups import back_up_now
from drafter.settings import Preferences, read_preferences
from drafter.store.library import Library
from drafter.ui.backups.confirming import ConfirmWhole
from drafter.ui.backups.window import BackupsWindow
from drafter.ui.dialogs.first_start import FirstStart
from drafter.ui.dialogs.synchronised import SynchronisedDialog
from drafter.ui.dialogs.wait import WaitDialog
from drafter.ui.jobs import Worker
from drafter.ui.program import Program
from drafter.ui.theme import Theme
from drafter.ui.workplace import KeptPreferences
from tests.builders import a_change_of, a_position
from tests.faults.rights import as_an_officer
from tests.ui.conftest import TWO_SCREENS


@pytest.fixture
def start(qapp, tmp_path):
    """Start the program with these preferences; all of it is taken down at the end."""
    places = QSettings(str(tmp_path / "places.ini"), QSettings.Format.IniFormat)
    made = []

    def run(place, **preferences):
        preferences.setdefault("asked", True)
        kept = KeptPreferences(Preferences(**preferences), tmp_path / "settings.json")
        theme = Theme(qapp)
        theme.choose(kept.value.theme)  # before there is a window to dress, as drafter.app does
        program = Program(qapp, theme=theme, preferences=kept, places=places, screens=TWO_SCREENS)
        made.append((program, theme))
        program.begin(place)
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


@pytest.fixture
def place(tmp_path):
    """A library with one position and a backup of it, and another position since."""
    path = tmp_path / "library.drafter"
    fill(path)
    return path


def fill(path):
    with Library.open(path) as library:
        library.apply(a_change_of(a_position("Trust the towns.", title="Towns")))
        back_up_now(library, backups_folder())
        library.apply(a_change_of(a_position("Fund the halls.", title="Halls")))


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def titles(library):
    return [each.title for each in library.entries()]


def is_open(program):
    return program.window is not None and program.window.isVisible()


def of(program, kind):
    found = program.window.findChildren(kind) if program.window is not None else []
    return next((each for each in found if each.isVisible()), None)


def aside_of(place):
    (found,) = place.parent.glob("*set aside*.drafter")
    return found


# --- damaged, or gone


def test_a_damaged_library_says_what_is_wrong_and_the_newest_good_backup_is_the_main_button(
    qtbot, start, place
):
    bad = place.read_bytes()[:9000]
    place.write_bytes(bad)
    program = start(place)
    dialog = program.refusal
    assert "was cut off" in dialog.sentence
    qtbot.waitUntil(dialog.bring.isVisible)
    assert dialog.bring.isDefault()
    assert "Bring back the backup of today" in dialog.bring.text()
    assert place.read_bytes() == bad

    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: is_open(program))
    assert titles(program.library) == ["Towns"]
    assert aside_of(place).read_bytes() == bad
    qtbot.waitUntil(program.window.banner.isVisible)
    assert aside_of(place).name in program.window.banner.sentence


@pytest.mark.long
def test_she_can_look_into_it_first(qtbot, start, place):
    place.write_bytes(b"This is a shopping list. " * 500)
    program = start(place)
    qtbot.waitUntil(program.refusal.look.isVisible)
    click(qtbot, program.refusal.look)
    window = program.refusal.findChild(BackupsWindow)
    qtbot.waitUntil(lambda: [each.title for each in window.found.items] == ["Towns"])
    click(qtbot, window.whole)
    click(qtbot, window.findChild(ConfirmWhole).go_on)

    qtbot.waitUntil(lambda: is_open(program))
    assert titles(program.library) == ["Towns"]
    assert aside_of(place).read_bytes().startswith(b"This is a shopping list.")


def test_where_no_backup_is_good_that_is_said_and_nothing_is_offered(qtbot, start, place):
    for each in backups_folder().rglob("*.backup"):
        each.write_bytes(each.read_bytes()[:5000])
    place.write_bytes(b"")
    program = start(place)

    qtbot.waitUntil(lambda: program.refusal.said.text() == "No good backup of it was found.")
    assert not program.refusal.bring.isVisible()
    assert program.refusal.retry.isDefault()
    assert place.read_bytes() == b""


def test_a_library_that_was_deleted_comes_back_from_its_backup(qtbot, start, place):
    place.unlink()
    program = start(place, recent_libraries=(place,))
    assert "not where it was" in program.refusal.sentence
    qtbot.waitUntil(program.refusal.bring.isVisible)

    click(qtbot, program.refusal.bring)

    qtbot.waitUntil(lambda: is_open(program))
    assert titles(program.library) == ["Towns"]


@pytest.mark.long
def test_on_a_drive_that_is_not_there_no_second_library_is_made(qtbot, start, tmp_path):
    place = tmp_path / "stick" / "library.drafter"
    fill(place)
    shutil.move(place.parent, tmp_path / "pulled out")
    program = start(place, recent_libraries=(place,))
    qtbot.waitUntil(program.refusal.look.isVisible)

    assert not program.refusal.bring.isVisible()
    shutil.move(tmp_path / "pulled out", place.parent)
    click(qtbot, program.refusal.retry)

    assert titles(program.library) == ["Halls", "Towns"]


def test_a_backup_that_cannot_be_brought_back_leaves_all_as_it_is_and_says_so(qtbot, start, place):
    place.write_bytes(b"bad")
    program = start(place)
    qtbot.waitUntil(program.refusal.bring.isVisible)
    for each in backups_folder().rglob("*.backup"):
        each.unlink()
    first = program.refusal
    click(qtbot, first.bring)

    qtbot.waitUntil(lambda: program.refusal is not first)
    assert "There is no backup" in program.refusal._besides.text()
    assert place.read_bytes() == b"bad"


def test_what_takes_long_can_be_stopped_with_escape(qtbot, workplace):
    def work(progress):
        while True:
            progress(0, 0)
            time.sleep(0.001)

    job = workplace.jobs.start(work, on=Worker.FILES, label="Moving your library")
    dialog = WaitDialog(job)
    dialog.open()
    assert dialog.isVisible()
    with qtbot.waitSignal(job.cancelled):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


# --- from the window


def test_the_whole_is_brought_back_from_the_menu_and_the_window_opens_on_it(qtbot, start, place):
    program = start(place)
    device = program.library._device
    program.window.workplace.actions["backups.open"].trigger()
    window = of(program, BackupsWindow)
    qtbot.waitUntil(lambda: "Towns" in [each.title for each in window.found.items])
    click(qtbot, window.whole)
    click(qtbot, window.findChild(ConfirmWhole).go_on)
    qtbot.waitUntil(lambda: is_open(program) and titles(program.library) == ["Towns"])

    with Library.open(aside_of(place)) as before:
        assert titles(before) == ["Halls", "Towns"]
    assert program.library._device != device
    assert aside_of(place).name in program.window.banner.sentence


def test_it_opens_by_its_key(qtbot, start, place):
    program = start(place)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_F12)

    assert of(program, BackupsWindow) is not None
    of(program, BackupsWindow).close()


def test_a_library_that_is_not_whole_is_found_after_the_start(qtbot, start, place):
    program = start(place)
    with program.library.using() as db:
        db.execute("UPDATE version SET rec = replace(rec, 'towns', 'downs')")

    program._open.keeping.look_over()

    qtbot.waitUntil(program.window.banner.isVisible)
    assert "damaged in one place" in program.window.banner.sentence
    click(qtbot, program.window.banner.offer)
    assert of(program, BackupsWindow) is not None
    of(program, BackupsWindow).close()


@pytest.mark.long
def test_a_whole_library_says_nothing_after_the_start(qtbot, start, place):
    program = start(place)
    program._open.keeping.look_over()
    qtbot.waitUntil(lambda: not program.window.workplace.jobs.running)

    assert not program.window.banner.isVisible()


# --- read-only


@pytest.fixture
def locked(place):
    """In a folder in which an officer may not write."""
    place.chmod(0o444)
    place.parent.chmod(0o555)
    with as_an_officer():
        yield place
    place.parent.chmod(0o755)


def test_a_library_that_may_only_be_read_is_read(qtbot, start, locked):
    program = start(locked)
    content = locked.read_bytes()
    assert "read-only" in program.refusal.sentence
    click(qtbot, program.refusal.read)

    assert titles(program.library) == ["Halls", "Towns"]
    assert "nothing that you change here is kept" in program.window.banner.sentence
    assert locked.read_bytes() == content


def test_or_copied_to_where_it_can_be_written(qtbot, start, locked):
    program = start(locked)
    assert program.refusal.copy.isDefault()
    click(qtbot, program.refusal.copy)

    qtbot.waitUntil(lambda: is_open(program))
    assert program.library.path.parent == data_folder()
    assert titles(program.library) == ["Halls", "Towns"]
    program.library.apply(a_change_of(a_position("More.", title="More")))


def test_where_it_was_not_closed_nothing_is_read_past_its_log_and_the_copy_has_both(qtbot, start, place):
    library = Library.open(place)
    library.apply(a_change_of(a_position("In the log.", title="Log")))
    kept = {each: each.read_bytes() for each in place.parent.glob("library.drafter*")}
    library.close()
    for each, content in kept.items():  # as a Drafter that was killed leaves them
        each.write_bytes(content)
        each.chmod(0o444)
    place.parent.chmod(0o555)
    with as_an_officer():
        program = start(place)
        click(qtbot, program.refusal.read)
        assert "was not closed" in program.refusal.sentence
        click(qtbot, program.refusal.copy)
        qtbot.waitUntil(lambda: is_open(program))
    place.parent.chmod(0o755)

    assert titles(program.library) == ["Halls", "Log", "Towns"]


# --- a folder that another program synchronises


@pytest.fixture
def synchronised():
    path = Path.home() / "Dropbox" / "library.drafter"
    fill(path)
    return path


def test_a_synchronised_folder_is_explained_once_and_one_button_moves_it(
    qtbot, start, synchronised, tmp_path
):
    program = start(synchronised)
    dialog = of(program, SynchronisedDialog)
    assert dialog.move_it.isDefault()
    assert read_preferences(tmp_path / "settings.json").told_places == (synchronised,)

    click(qtbot, dialog.move_it)

    qtbot.waitUntil(lambda: is_open(program) and program.library.path == data_folder() / "library.drafter")
    assert titles(program.library) == ["Halls", "Towns"]
    (left,) = synchronised.parent.glob("*moved to this computer*.drafter")
    assert left.name in program.window.banner.sentence
    assert not synchronised.exists()
    assert read_preferences(tmp_path / "settings.json").recent_libraries[0] == program.library.path


@pytest.mark.long
def test_leaving_it_there_is_remembered(qtbot, start, synchronised, tmp_path):
    program = start(synchronised)
    qtbot.keyClick(of(program, SynchronisedDialog), Qt.Key.Key_Escape)
    program.window.close()

    again = start(synchronised, told_places=read_preferences(tmp_path / "settings.json").told_places)

    assert of(again, SynchronisedDialog) is None
    assert again.library.path == synchronised


@pytest.mark.long
def test_a_good_place_says_nothing(start, place):
    assert of(start(place), SynchronisedDialog) is None


@pytest.mark.long
def test_at_the_first_start_who_she_is_comes_first(qtbot, start, synchronised):
    program = start(synchronised, asked=False)
    assert of(program, SynchronisedDialog) is None
    click(qtbot, of(program, FirstStart).skip)

    assert of(program, SynchronisedDialog) is not None
    of(program, SynchronisedDialog).reject()


# --- gone while it is open


def test_a_folder_that_vanishes_is_one_banner_and_work_goes_on_in_a_copy(qtbot, start, tmp_path):
    place = tmp_path / "stick" / "library.drafter"
    fill(place)
    program = start(place)
    shutil.rmtree(place.parent)
    actions = program.window.workplace.actions
    actions["home.open"].setEnabled(True)
    actions.bind("home.open", lambda: program.library.apply(a_change_of(a_position("More.", title="More"))))
    actions["home.open"].trigger()
    banner = program.window.banner
    qtbot.waitUntil(lambda: "What you wrote is kept" in banner.sentence)
    assert str(place) in banner.sentence
    assert banner.offer.isVisible()
    target = tmp_path / "here" / "library.drafter"

    program._open.lost.go_on_at(target)

    qtbot.waitUntil(lambda: "All is saved again" in banner.sentence)
    actions["home.open"].trigger()
    assert titles(program.library) == ["Halls", "More", "Towns"]
    assert program.library.path == target
    assert read_preferences(tmp_path / "settings.json").recent_libraries[0] == target
    program.window.close()
    with Library.open(target) as library:
        assert titles(library) == ["Halls", "More", "Towns"]


def test_a_library_that_was_merely_deleted_is_put_back_without_a_word(start, place):
    program = start(place)
    place.unlink()

    program._open.lost.look()

    assert not program.window.banner.isVisible()
    assert place.exists()


def test_a_file_that_was_put_in_its_place_is_said_and_not_written_over(start, place):
    program = start(place)
    place.unlink()
    place.write_bytes(b"something else")

    program._open.lost.look()

    assert "Another file was put in the place" in program.window.banner.sentence
    assert program.window.banner.offer.isVisible()
    assert [each.name for each in place.parent.glob("*set aside*")] == []
    assert place.read_bytes() == b"something else"


@pytest.mark.long
def test_a_copy_that_cannot_be_made_is_said_and_offered_again(qtbot, start, tmp_path):
    place = tmp_path / "stick" / "library.drafter"
    fill(place)
    program = start(place)
    shutil.rmtree(place.parent)
    taken = tmp_path / "taken.drafter"
    taken.write_bytes(b"something else")

    program._open.lost.go_on_at(taken)

    qtbot.waitUntil(lambda: "is there already" in program.window.banner.sentence)
    assert program.window.banner.offer.text() == "Save a copy elsewhere…"
    assert taken.read_bytes() == b"something else"
