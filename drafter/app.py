"""Puts the window together: application, theme, preferences, program; and takes it apart at the end."""

import logging
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from drafter.paths import NAME, default_library, log_folder, resource, settings_file
from drafter.settings import read_preferences
from drafter.ui.program import Program
from drafter.ui.single_instance import call_first_window
from drafter.ui.theme import Theme
from drafter.ui.workplace import KeptPreferences

_log = logging.getLogger(__name__)

LOG_BYTES, LOG_FILES = 1_000_000, 3

NO_DISPLAY = """\
There is no display to open a window on. Start Drafter on a desktop, or see `drafter --help` for what works without.
"""  # noqa: E501 - one sentence on one line of the terminal


class PrivateLog(RotatingFileHandler):
    """A log that only its owner may read, and that a full disk keeps from nothing but being written."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(mode=0o600)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Say nothing: there is nowhere else to say it, and no work depends on it."""


class Application(QApplication):
    """Knows, besides, how macOS hands over a file."""

    file_wanted = Signal(Path)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)


def run_window(library: Path | None = None, argv: Sequence[str] = ()) -> int:
    """Open the window on a library (hers, unless told) and stay until it is closed; the exit code.

    `argv` is the command line, the program's name first: a report named in it is opened.
    """
    if not has_display():
        sys.stderr.write(NO_DISPLAY)
        return 1
    application = Application([NAME])
    application.setApplicationName(NAME)
    application.setOrganizationName(NAME)
    application.setApplicationDisplayName(NAME)
    application.setDesktopFileName("drafter")
    application.setWindowIcon(QIcon(str(resource("icons/drafter.svg"))))
    preferences = KeptPreferences(read_preferences(settings_file()), settings_file())
    files = [Path(each) for each in argv[1:] if not each.startswith("-")]
    place = library or usual_library(preferences)
    if call_first_window(place, files):
        return 0
    handler = start_log(log_folder())
    theme = Theme(application)
    theme.choose(preferences.value.theme)
    program = Program(application, theme=theme, preferences=preferences, places=window_places())
    application.file_wanted.connect(program.take_file)
    program.begin(place, files)
    try:
        return application.exec()
    finally:
        program.end()
        stop_log(handler)


def usual_library(preferences: KeptPreferences) -> Path:
    """DRAFTER_LIBRARY, else the one she worked in last, else the one in her data folder."""
    recent = preferences.value.recent_libraries
    return default_library() if os.environ.get("DRAFTER_LIBRARY") or not recent else recent[0]


def window_places() -> QSettings:
    """Where windows remember their geometry."""
    return QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, NAME, "Window")


def has_display() -> bool:
    """Without one Qt would end the process with a page of its own advice."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def start_log(folder: Path) -> logging.Handler | None:
    """Write ids and names of errors, never wording, to a rotating file. None where it cannot be written."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = PrivateLog(
            folder / "drafter.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("drafter")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return handler


def stop_log(handler: logging.Handler | None) -> None:
    if handler is not None:
        logging.getLogger("drafter").removeHandler(handler)
        handler.close()
