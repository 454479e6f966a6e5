"""A library that can no longer be reached while it is open: said once, and her words go on in a copy."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from drafter.domain.errors import DrafterError
from drafter.domain.progress import Progress
from drafter.services.moving import usual_place
from drafter.ui.dialogs.files import LIBRARIES, ask_where
from drafter.ui.jobs import Worker
from drafter.ui.main_window import MainWindow

_OFFER = "Save a copy elsewhere…"
_KEPT = "What you wrote is kept in this window: save a copy of the library elsewhere and go on there."


class Lost(QObject):
    """Looks whenever something could not be done: that is when it shows."""

    moved = Signal(object)
    """All is in this Path now, and is written there."""

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._place = window.workplace
        self._is_copying = False
        self._place.notices.said.connect(self._on_said)

    def look(self) -> None:
        """See whether the library is still where it was; where it is not, say so and offer a way on."""
        library = self._place.library
        if library.is_in_place or self._is_copying or library.path is None:
            return
        why = f"Another file was put in the place of “{library.path}”."
        if not library.path.exists():
            why = f"“{library.path}” can no longer be reached."
            try:
                with library.together():  # a file that was merely deleted is put back by that
                    return
            except DrafterError:
                pass
        self._window.banner.say("bad", f"{why} {_KEPT}", _OFFER, self.choose)

    def choose(self) -> None:
        """Ask where to go on; the usual place is offered."""
        path = self._place.library.path
        if path is None:
            return
        ask_where(
            self._window,
            "Save a copy of the library",
            str(usual_place(path)),
            ("Libraries (*.drafter)",),
            lambda name: self.go_on_at(Path(name)),
            kind=LIBRARIES,
        )

    def go_on_at(self, target: Path) -> None:
        """Copy all to this file and work on there."""
        library = self._place.library

        def work(progress: Progress) -> Path:
            library.go_on_at(target, progress=progress)
            return target

        self._is_copying = True
        job = self._place.jobs.start(work, on=Worker.STORE, label="Copying the library")
        job.succeeded.connect(self._on_moved)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)

    def _on_said(self, tone: str) -> None:
        if tone in ("caution", "bad"):
            self.look()

    def _on_moved(self, target: Path) -> None:
        self.moved.emit(target)
        self._place.history.about_to_write.emit()
        self._place.notices.say(f"All is saved again, in “{target}”. Drafter works there from now on.")

    def _on_failed(self, error: DrafterError) -> None:
        self._window.banner.say("bad", error.sentence, _OFFER, self.choose)

    def _on_ended(self) -> None:
        self._is_copying = False
