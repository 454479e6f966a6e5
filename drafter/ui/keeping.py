"""While the program runs: a backup every hour in which she wrote, and once a look whether all is whole."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.backups import harm
from drafter.services.keeping import back_up_if_changed
from drafter.store.backup import Why
from drafter.ui.jobs import Worker
from drafter.ui.workplace import Workplace

_HOUR = 60 * 60 * 1000
_SETTLED = 5_000
"""Milliseconds after the start until the library is looked over: she is at work by then, or away."""

_log = logging.getLogger(__name__)


class Keeping(QObject):
    """Works beside her, in steps so short that she does not notice; what fails is said in the window.

    Not on the store's worker: a library of many years takes it longer than her words may wait to be saved.
    """

    harmed = Signal(str)
    """The library is not whole; the sentence says so."""

    def __init__(self, workplace: Workplace, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._root = root
        self._timer = QTimer(self)
        self._timer.setInterval(_HOUR)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_SETTLED)
        self._first.timeout.connect(self.look_over)
        self._first.start()

    def back_up(self) -> None:
        """Begin a backup if one is due."""
        library, root = self._place.library, self._root

        def work(progress: Progress) -> Path | None:
            return back_up_if_changed(library, root, why=Why.HOURLY, progress=progress)

        self._place.jobs.start(work, on=Worker.FILES)

    def look_over(self) -> None:
        """Begin to read every version, and say so if one is not as it was written."""
        library = self._place.library
        job = self._place.jobs.start(lambda progress: harm(library, progress), on=Worker.FILES)
        job.succeeded.connect(self._on_looked)

    def finish(self) -> None:
        """The last backup, before the library is closed. A full disk does not keep her from leaving."""
        self.stop()
        try:
            back_up_if_changed(self._place.library, self._root, why=Why.ON_EXIT)
        except DrafterError as error:
            _log.warning("no backup at the end: %s", type(error).__name__)

    def stop(self) -> None:
        """No more backups."""
        self._timer.stop()
        self._first.stop()

    def _on_looked(self, sentence: str) -> None:
        if sentence:
            _log.warning("the library is not whole")
            self.harmed.emit(sentence)
