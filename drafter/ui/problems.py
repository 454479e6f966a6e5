"""Errors that nothing caught: a sentence for the officer, or a report of a bug. The program lives on."""

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal

from drafter import __version__
from drafter.domain.errors import Cancelled, DrafterError
from drafter.paths import log_folder

_log = logging.getLogger(__name__)


class Problems(QObject):
    """Stands in Python's own hooks for uncaught errors, in the window's thread and in all others.

    A DrafterError is told as its sentence. Anything else is a bug: logged without its words, told as a
    report, and handed on to the hook that was there before.
    """

    told = Signal(str)
    """A sentence to show."""
    bug_found = Signal(str)
    """A report to show and to copy."""

    _raised = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previous = sys.excepthook
        self._previous_in_threads = threading.excepthook
        self._raised.connect(self._sort, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        self._previous = sys.excepthook
        self._previous_in_threads = threading.excepthook
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def remove(self) -> None:
        """Put back what was there before, unless someone else has taken the place since."""
        if sys.excepthook == self._on_error:
            sys.excepthook = self._previous
        if threading.excepthook == self._on_thread_error:
            threading.excepthook = self._previous_in_threads

    def _on_error(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if isinstance(error, DrafterError):
            self._raised.emit(error)
            return
        if isinstance(error, Exception):
            self._raised.emit(error)
        self._previous(kind, error, where)

    def _on_thread_error(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self._on_error(given.exc_type, given.exc_value, given.exc_traceback)

    def _sort(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, DrafterError):
            _log.info("told the officer: %s", type(error).__name__)
            self.told.emit(error.sentence)
        else:
            _log.error("bug: %s at %s", type(error).__name__, places(error))
            self.bug_found.emit(bug_report(error))


def places(error: BaseException) -> str:
    """Where it went wrong, without a word of what was worked on: file, line and function, innermost last."""
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(
        f"{frame.filename.rpartition('drafter')[2]}:{frame.lineno} {frame.name}" for frame in frames
    )


def bug_report(error: BaseException) -> str:
    """What a developer needs to know. She reads it before she sends it."""
    story = "".join(traceback.format_exception(error))
    made_with = f"Python {platform.python_version()}, Qt {PySide6.__version__}"
    return f"Drafter {__version__}, {made_with}, {platform.platform()}\nLog: {log_folder()}\n\n{story}"
