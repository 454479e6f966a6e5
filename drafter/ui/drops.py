"""What was dropped on the window: a file that some screen opens, or something to explain."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDropEvent, QWindow
from PySide6.QtWidgets import QWidget

from drafter.services.report_files import may_be_report

LIBRARIES = frozenset({".json", ".csv"})
PAST = frozenset({".docx"})
"""A report to be answered, or a past response for the library: several at once are the latter."""

SAVE_FIRST = (
    "That is an address on the web, and Drafter never goes there. Save the file first, then drop it here."
)


class Drops(QObject):
    """Takes files and web addresses before any text field can paste their names; leaves other drops alone.

    It listens at the window handle: there each drag passes before the widget under the pointer.
    """

    report_dropped = Signal(Path)
    library_dropped = Signal(object)
    """A tuple of paths."""
    refused = Signal(str)
    forgiven = Signal(str)
    """What was refused is past: something was opened since."""
    offered = Signal(str)
    """What letting go of what is dragged over the window would do; "" where nothing, or where it is past."""

    def __init__(self, window: QWidget, takes_past_responses: Callable[[], bool] = bool) -> None:
        """`takes_past_responses` tells whether one Word file that is dropped now is meant for the library."""
        super().__init__(window)
        self.takes_past_responses = takes_past_responses
        self._listened: QWindow | None = None
        self._window = window
        self._refused = self._offered = ""

    def listen(self) -> None:
        """Begin, once the window has been shown and so has a handle."""
        handle = self._window.windowHandle()
        if handle is not self._listened:
            handle.installEventFilter(self)
            self._listened = handle

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._offer("")
        if not isinstance(event, QDropEvent) or not _is_ours(event.mimeData()):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        paths = files_of(event.mimeData())
        if event.type() is QEvent.Type.Drop:
            self._offer("")
            # The drag must end before a dialog may open.
            QTimer.singleShot(0, self, lambda: self.take(paths))
        else:
            self._offer(self._promise(paths))
        return True

    def take(self, paths: tuple[Path, ...]) -> None:
        """Say what these files are; none at all means a web address."""
        if not paths:
            self._refuse(SAVE_FIRST)
            return
        path = paths[0]
        if self._is_for_library(paths):
            self.forgive()
            self.library_dropped.emit(_with_positions(paths))
        elif may_be_report(path):
            self.report_dropped.emit(path)
        else:
            self._refuse(
                f"“{path.name}” is neither a report (PDF, Word, web page, text) nor a library (JSON, CSV). "
                "Save it as one of these and drop it again."
            )

    def _is_for_library(self, paths: tuple[Path, ...]) -> bool:
        first, positions = paths[0].suffix.lower(), _with_positions(paths)
        is_library = first in LIBRARIES or (len(positions) == len(paths) > 1)
        return is_library or (first in PAST and self.takes_past_responses())

    def _promise(self, paths: tuple[Path, ...]) -> str:
        if not paths:
            return ""
        if self._is_for_library(paths):
            them = "it" if len(_with_positions(paths)) == 1 else "them"
            return f"Let go to add {them} to the library"
        if not may_be_report(paths[0]):
            return ""
        return "Let go to read it" if len(paths) == 1 else "Let go to read the first of them"

    def _offer(self, words: str) -> None:
        if words != self._offered:
            self._offered = words
            self.offered.emit(words)

    def forgive(self) -> None:
        """Something is opened: what was refused before is past."""
        if self._refused:
            self.forgiven.emit(self._refused)
            self._refused = ""

    def _refuse(self, sentence: str) -> None:
        self._refused = sentence
        self.refused.emit(sentence)


def files_of(given: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile())


def _with_positions(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Those that may hold positions for the library."""
    return tuple(each for each in paths if each.suffix.lower() in LIBRARIES | PAST)


def _is_ours(given: QMimeData) -> bool:
    addresses = given.urls()
    if not addresses:
        return False
    return bool(files_of(given)) or all(each.scheme() in {"http", "https"} for each in addresses)
