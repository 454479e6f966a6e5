"""Backups while the program runs: every hour in which something was written, and once more at the end."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.keeping import back_up_if_changed
from drafter.ui.jobs import Worker
from drafter.ui.workplace import Workplace

_HOUR = 60 * 60 * 1000

_log = logging.getLogger(__name__)


class Keeping(QObject):
    """Works beside her, in steps so short that she does not notice; what fails is said in the window."""

    def __init__(self, workplace: Workplace, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._root = root
        self._timer = QTimer(self)
        self._timer.setInterval(_HOUR)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()

    def back_up(self) -> None:
        """Begin a backup if one is due."""
        library, root = self._place.library, self._root

        def work(progress: Progress) -> Path | None:
            return back_up_if_changed(library, root, progress=progress)

        self._place.jobs.start(work, on=Worker.STORE)

    def finish(self) -> None:
        """The last backup, before the library is closed. A full disk does not keep her from leaving."""
        self._timer.stop()
        try:
            back_up_if_changed(self._place.library, self._root)
        except DrafterError as error:
            _log.warning("no backup at the end: %s", type(error).__name__)
