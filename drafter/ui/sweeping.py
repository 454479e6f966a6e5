"""Python's garbage is collected on the window's thread alone, also while others work.

Left to itself Python collects on whichever thread asks for memory. A worker that met a closed dialog in a
cycle would destroy its timers and children there, or hand them to the window's thread one by one, in an order
that Qt does not forgive: seen as a segmentation fault while jobs were being closed. Nor is the middle of an
event a good moment; a timer's turn is.
"""

import gc
import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

PAUSE = 100
"""Milliseconds between two looks."""
SHARE = 0.001
"""Sweeping everything takes no more of the time than this; the young, which cost little, go when due."""

_OLDEST = 2
_sweepers: set["Sweeper"] = set()


class Sweeper(QObject):
    """Made on the window's thread before others start, stopped after they ended. Several may overlap."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole_again = 0.0
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()
        _sweepers.add(self)
        gc.disable()

    def sweep(self) -> None:
        """Collect what is due, as Python would have."""
        generation = due(gc.get_count(), gc.get_threshold())
        if generation is None:
            return
        before = time.monotonic()
        if generation == _OLDEST and before < self._whole_again:
            generation = _OLDEST - 1
        gc.collect(generation)
        if generation == _OLDEST:
            after = time.monotonic()
            self._whole_again = after + (after - before) / SHARE

    def stop(self) -> None:
        """Leave it to Python again, once the last has stopped. Safe to call twice."""
        self._timer.stop()
        _sweepers.discard(self)
        if not _sweepers:
            gc.enable()


def due(counts: Sequence[int], thresholds: Sequence[int]) -> int | None:
    """Return the oldest generation that is due, as Python counts; None while not even the youngest is."""
    if counts[0] <= thresholds[0]:
        return None
    return max(age for age in range(_OLDEST + 1) if counts[age] > thresholds[age])
