"""How long the window stood still, by the work of its own thread: other programs count for nothing."""

import time
from contextlib import contextmanager

from PySide6.QtCore import QTimer

EVERY = 5
"""Milliseconds between two looks."""


class Hold:
    """The longest time between two rounds of the window's events, in seconds of its thread's work."""

    def __init__(self):
        self.longest = 0.0
        self._at = time.thread_time()

    def look(self):
        now = time.thread_time()
        self.longest = max(self.longest, now - self._at)
        self._at = now


@contextmanager
def held():
    """What is done inside, and all that the window does because of it before the end."""
    hold, timer = Hold(), QTimer()
    timer.timeout.connect(hold.look)
    timer.start(EVERY)
    yield hold
    timer.stop()
    hold.look()
