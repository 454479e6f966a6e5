"""Stopping a search that nobody waits for any more, and nothing else.

`interrupt()` ends whatever runs on the connection, and rolls a change back. So it is called only while a
token proves that the running statement is that search.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from drafter.domain.errors import Cancelled


class Stop:
    """The token of one question. Any thread may `set` it; once set, it stays so."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_set = False
        self._interrupt: Callable[[], None] | None = None

    def set(self) -> None:
        """Nobody waits for the answer: what runs under this token ends, what has not begun never does."""
        with self._lock:
            self._is_set = True
            if self._interrupt is not None:
                self._interrupt()

    @contextmanager
    def watching(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """Around the statement, by whoever holds the library's lock. Raises Cancelled where it is set."""
        with self._lock:
            if self._is_set:
                raise Cancelled("Another search took its place.")
            self._interrupt = interrupt
        try:
            yield
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
                raise
            raise Cancelled("Another search took its place.") from error
        finally:
            with self._lock:
                self._interrupt = None
