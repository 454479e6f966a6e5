"""A real copy of a library: made by SQLite a few pages at a time, then opened and verified."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database

from drafter.domain.errors import CannotWrite, LibraryDamaged
from drafter.domain.records.ids import new_id
from drafter.store.checking import Finding, findings
from drafter.store.migrations import APPLICATION_ID

PAGES = 64
"""How many pages are copied at once: a click waits for no more."""

Step = Callable[[int, int], None]


def copy_verified(source: sqlite3.Connection, target: Path, *, step: Step | None = None) -> None:
    """Copy to a new file beside the target, verify it, then put it in the target's place."""
    making = target.with_name(f"{target.name}.{new_id()[:8]}.new")
    try:
        _make_private(making)
        _copy(source, making, step)
        wrong = verify(making)
        if wrong:
            raise LibraryDamaged(
                f"The copy of the library is not whole ({wrong[0].sentence}). Run “drafter doctor”."
            )
        making.replace(target)
    finally:
        with suppress(OSError):
            making.unlink(missing_ok=True)


def verify(path: Path) -> tuple[Finding, ...]:
    """What is wrong with a library file that nobody has open; nothing in it is changed, no lock is taken."""
    try:
        with closing(open_to_read(path)) as connection:
            db = Database(connection, execute_plugins=False)
            (identity,) = db.execute("PRAGMA application_id").fetchone()
            if identity != APPLICATION_ID:
                return (Finding(sentence="It is not a Drafter library."),)
            return findings(db)
    except sqlite3.DatabaseError as error:
        return (Finding(sentence=f"It cannot be read: {error}."),)


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that can change nothing, not even a lock or a log beside the file."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _make_private(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise CannotWrite(
            f"No copy can be made in “{path.parent}”. Choose another folder for backups."
        ) from error


def _copy(source: sqlite3.Connection, making: Path, step: Step | None) -> None:
    def progress(_status: int, remaining: int, total: int) -> None:
        if step is not None:
            step(total - remaining, total)

    with closing(sqlite3.connect(making)) as copy:
        try:
            source.backup(copy, pages=PAGES, progress=progress)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, that opens in a folder one may only read
        except sqlite3.OperationalError as error:
            raise CannotWrite(
                f"The copy in “{making.parent}” could not be finished. Make room on that disk and try again."
            ) from error
