"""Autosave: what was typed is in the library within a second, and before anything else is written."""

import logging
from threading import Lock

from PySide6.QtCore import QObject, Signal

from drafter.domain.changes import Change
from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.responses import Section
from drafter.services.answering import save_text
from drafter.ui.jobs import Worker
from drafter.ui.workplace import Workplace

_log = logging.getLogger(__name__)

Sections = tuple[Section, ...]


class _Tray:
    """The newest text waits here to be written; who comes first writes it, and nothing older follows."""

    def __init__(self, workplace: Workplace, response: ResponseId) -> None:
        self._place = workplace
        self._response = response
        self._by = workplace.by
        self._lock = Lock()
        self._waiting: Sections | None = None

    def put(self, sections: Sections) -> None:
        self._waiting = sections
        self._by = self._place.by

    @property
    def is_empty(self) -> bool:
        return self._waiting is None

    def write(self) -> Change | None:
        """Write what waits, if anything does. It waits on where it cannot be written."""
        with self._lock:
            sections = self._waiting
            if sections is None:
                return None
            change = save_text(self._place.library, self._response, sections, by=self._by)
            if self._waiting is sections:
                self._waiting = None
            return change

    def write_for_job(self, _progress: Progress) -> Change | None:
        return self.write()


class Autosave(QObject):
    """Writes what it is given beside the window, or at once where it is told to."""

    saved = Signal()
    """All that was given is in the library."""
    failed = Signal(DrafterError)

    def __init__(self, workplace: Workplace, response: ResponseId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._tray = _Tray(workplace, response)

    @property
    def is_waiting(self) -> bool:
        """Something has not been written yet."""
        return not self._tray.is_empty

    def save_soon(self, sections: Sections) -> None:
        """Write this on the store's worker. `Change` and errors come back on the window's thread."""
        self._tray.put(sections)
        job = self._place.jobs.start(self._tray.write_for_job, on=Worker.STORE)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self.failed)

    def save_now(self, sections: Sections | None = None) -> None:
        """Write this, or what still waits, before going on. Raises what the library raises."""
        if sections is not None:
            self._tray.put(sections)
        self._on_written(self._tray.write())

    def _on_written(self, change: object) -> None:
        if isinstance(change, Change):
            self._place.history.tell(change)
        if self._tray.is_empty:
            self.saved.emit()
