"""Tells when she has paused: soon after the last key, and never long after the first."""

from PySide6.QtCore import QObject, QTimer, Signal

IDLE = 600
"""Milliseconds after the last touch."""
MOST = 850
"""Milliseconds after the first: writing takes the rest of the second within which all is safe."""


class Pause(QObject):
    """`touch` at each key; `came` when it is time, or when `come` asks for it at once."""

    came = Signal()

    def __init__(self, parent: QObject, *, idle: int = IDLE, most: int = MOST) -> None:
        super().__init__(parent)
        self._is_due = False
        self._idle, self._most = QTimer(self), QTimer(self)
        for timer, wait in ((self._idle, idle), (self._most, most)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.come)

    @property
    def is_due(self) -> bool:
        """Something was touched since it last came."""
        return self._is_due

    def touch(self) -> None:
        self._is_due = True
        self._idle.start()
        if not self._most.isActive():
            self._most.start()

    def forget(self) -> None:
        self._is_due = False
        self._idle.stop()
        self._most.stop()

    def come(self) -> None:
        """Now, whether or not it is time. Does nothing where nothing was touched."""
        was_due = self._is_due
        self.forget()
        if was_due:
            self.came.emit()
