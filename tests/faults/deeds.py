"""What a Drafter is killed in the midst of; run as a process that forks one child for each deed.

Each deed works in a folder, goes on until it is killed, and acknowledges there what it has done.
"""

import json
import os
import resource as resource_
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.domain.changes import Change, Record, added, changed
from drafter.domain.composing import Choices
from drafter.domain.records.people import Person
from drafter.domain.records.working import Setting
from drafter.paths import backups_folder, resource
from drafter.services import exporting, importing, keeping
from drafter.services.sample import add_sample
from drafter.settings import Preferences
from drafter.store import opening
from drafter.store.library import Library
from drafter.ui.program import Program
from drafter.ui.theme import Theme
from drafter.ui.workplace import KeptPreferences
from tests.builders import OFFICER, a_change_of, a_position
from tests.faults.no_net import forbid_the_network
from tests.faults.places import (
    COUNT,
    INTERVAL,
    LATER_STEPS,
    MANY,
    acknowledge,
    library_in,
    numbers_in,
    older_library,
    token,
    write_positions,
)


def counted(library: Library) -> int:
    """How far the last Drafter came, as the library knows it."""
    stored = library.setting(COUNT)
    if stored is None:
        library.apply(Change.of("Count", added(Setting(name=COUNT, value="0"))))
    return int(stored or 0)


def one_more(number: int, *records: Record) -> Change:
    before, after = (Setting(name=COUNT, value=str(each)) for each in (number, number + 1))
    return Change.of("Write", (*changed(before, after), *added(*records)))


def writing(folder: Path) -> None:
    """Positions one after another, each with the number that it makes."""
    library = Library.open(library_in(folder))
    number = counted(library)
    acknowledge(folder, number)
    while True:
        position = a_position(f"Text of {number}", title=f"Title {number}")
        library.apply(one_more(number, position.current.wording, position.facts))
        number += 1
        acknowledge(folder, number)


def a_window(folder: Path) -> tuple[QApplication, Program]:
    """The real window on the library, as a start brings it up."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["Drafter"])
    preferences = KeptPreferences(Preferences(person=OFFICER, asked=True), folder / "settings.json")
    places = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    program = Program(application, theme=Theme(application), preferences=preferences, places=places)
    program.begin(library_in(folder))
    return application, program


def showing(folder: Path) -> None:
    """A window that is open."""
    application, program = a_window(folder)
    acknowledge(folder, 0, "" if program.window is not None else "no window")
    application.exec()


def holding(folder: Path) -> None:
    """The library open, as a command has it."""
    library = Library.open(library_in(folder))
    acknowledge(folder, 0)
    while library.path is not None:
        signal.pause()


def typing(folder: Path) -> None:
    """An officer who types at the desk of the real window, saved by nothing but the autosave."""
    application, program = a_window(folder)
    window, library = program.window, program.library
    if window is None or library is None:
        acknowledge(folder, -1, "no window")
        return
    response = add_sample(library, resource("sample"))
    already = max(numbers_in(library, response), default=0)
    window.open_response(response)
    edit = window.screen_named("desk").sheet.edit  # type: ignore[attr-defined]  # the desk's own
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    acknowledge(folder, already, window.banner.sentence if window.banner.isVisible() else "")
    typed = already

    def type_one() -> None:
        nonlocal typed
        QTest.keyClicks(edit, token(typed + 1))
        typed += 1
        acknowledge(folder, typed)

    timer = QTimer()
    timer.timeout.connect(type_one)
    timer.start(round(INTERVAL * 1000))
    application.exec()


def adding(folder: Path) -> None:
    """Files of many positions, JSON and CSV in turn, each all or nothing."""
    library = Library.open(library_in(folder))
    number = len(library.entries()) // MANY
    acknowledge(folder, number)
    while True:
        file = write_positions(folder, number + 1)
        importing.add_positions(library, file, by="Ada")
        number += 1
        acknowledge(folder, number)


def exporting_(folder: Path) -> None:
    """The same Word file again and again, each time under another headline."""
    library = Library.open(library_in(folder))
    response = add_sample(library, resource("sample"))
    number = counted(library)
    acknowledge(folder, number)
    choices = Choices(form=exporting.default_form(library.response(response).head.shape))
    order = exporting.Order(target=folder / "response.docx", choices=choices, force=True)
    while True:
        head = library.response(response).head
        edits = changed(head, replace(head, title=f"Headline {number + 1} of many"))
        library.apply(Change.of("Name", edits))
        exporting.export(library, response, order, person=Person())
        library.apply(one_more(number))
        number += 1
        acknowledge(folder, number)


def migrating(folder: Path) -> None:
    """Libraries that an earlier release made, each brought up to date."""
    kept = older_library(folder)
    number = 0
    acknowledge(folder, number)
    while True:
        file = folder / f"older-{number}.drafter"
        placing = file.with_suffix(".placing")
        placing.write_bytes(kept)
        placing.rename(file)
        opening.close(opening.open_file(file, steps=LATER_STEPS))
        number += 1
        acknowledge(folder, number)


def backing_up(folder: Path) -> None:
    """A change, then a backup of it, as every hour of work brings one."""
    library = Library.open(library_in(folder))
    number = counted(library)
    if not number:
        library.apply(a_change_of(*(a_position("word " * 40, title=f"T {each}") for each in range(200))))
    acknowledge(folder, number)
    while True:
        library.apply(one_more(number))
        number += 1
        acknowledge(folder, number)
        keeping.back_up_if_changed(library, backups_folder())


DEEDS: dict[str, Callable[[Path], None]] = {
    "typing": typing,
    "importing": adding,
    "exporting": exporting_,
    "migrating": migrating,
    "backing up": backing_up,
    "writing": writing,
    "a window": showing,
    "a command": holding,
}


def in_a_child(deed: str, folder: Path) -> int:
    """Begin a deed in a process of its own, in a home of its own; the process's id."""
    child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    resource_.setrlimit(resource_.RLIMIT_CORE, (0, 0))
    said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(said, 1)
    os.dup2(said, 2)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / "home" / name.lower())
    try:
        DEEDS[deed](folder)
    except BaseException:  # noqa: BLE001 - the test reads what went wrong, whatever it was
        import traceback  # noqa: PLC0415 - only a deed that failed wants it

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(1)


def main() -> None:
    """Answer each request, a line of JSON, with the id of the child that was begun for it."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them: the system clears them away
    time.tzset()
    with suppress(KeyError, OSError):  # Linux alone can forbid it; see test_no_network.py
        forbid_the_network()
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.write(f"{in_a_child(asked['deed'], Path(asked['folder']))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
