"""One question at a time to a worker; what is asked meanwhile takes the place of what waits."""

from PySide6.QtCore import QObject, Signal

from drafter.ui.jobs import Jobs, Work, Worker


class Latest(QObject):
    """`answered` brings the answer to the newest question only: older ones are dropped on the way."""

    answered = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None, *, on: Worker = Worker.STORE) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._worker = on
        self._waiting: Work | None = None
        self._is_asking = False
        self._is_stale = False

    def ask(self, work: Work, *, label: str = "") -> None:
        if self._is_asking:
            self._waiting, self._is_stale = work, True
            return
        self._is_asking, self._is_stale = True, False
        job = self._jobs.start(work, on=self._worker, label=label)
        job.succeeded.connect(self._on_answer)
        job.ended.connect(self._on_end)

    def drop(self) -> None:
        """Nothing that was asked until now matters any more."""
        self._waiting, self._is_stale = None, True

    def _on_answer(self, answer: object) -> None:
        if not self._is_stale:
            self.answered.emit(answer)

    def _on_end(self) -> None:
        self._is_asking = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.ask(waiting)
