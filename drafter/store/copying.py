"""A real copy of a library: made by SQLite a few pages at a time, then opened and verified."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlite_utils import Database

from drafter.domain.errors import CannotWrite, LibraryDamaged
from drafter.domain.records.ids import new_id
from drafter.replacing import is_disk_full
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
        _put(making, target)
    finally:
        remove_whole(making)


def remove_whole(making: Path) -> None:
    """Remove a file that was being made, and SQLite's own log of it."""
    for log in ("", "-wal", "-journal"):
        with suppress(OSError):  # it is only litter
            making.with_name(making.name + log).unlink(missing_ok=True)


def verify(path: Path) -> tuple[Finding, ...]:
    """What is wrong with a library file that nobody has open; nothing in it is changed, no lock is taken."""
    try:
        with closing(open_to_read(path)) as connection:
            db = Database(connection, execute_plugins=False)
            (identity,) = db.execute("PRAGMA application_id").fetchone()
            if identity != APPLICATION_ID:
                return (Finding(sentence="It is not a Drafter library."),)
            return findings(db)
    except UnicodeDecodeError:  # Python cannot read what SQLite says of it
        return (Finding(sentence="It cannot be read: what it is made of is no text."),)
    except sqlite3.DatabaseError as error:
        return (Finding(sentence=f"It cannot be read: {type(error).__name__}, {_code(error)}."),)


def _code(error: sqlite3.Error) -> str:
    """What SQLite calls it; what it says of it may hold words of the library."""
    return str(getattr(error, "sqlite_errorname", "without a name"))


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that can change nothing, not even a lock or a log beside the file."""
    return sqlite3.connect(f"{address_of(path.resolve())}?mode=ro&immutable=1", uri=True)


def address_of(path: PurePath) -> str:
    """The path as SQLite reads addresses: no server may be named in one, so a share gets four slashes."""
    text = path.as_posix()
    return f"file://{'' if text.startswith('/') else '/'}{quote(text)}"


def _make_private(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise _no_copy(path.parent, is_full=is_disk_full(error)) from error


def _put(making: Path, target: Path) -> None:
    try:
        making.replace(target)
    except OSError as error:
        raise _no_copy(target.parent, is_full=is_disk_full(error)) from error


def _no_copy(folder: Path, *, is_full: bool) -> CannotWrite:
    if is_full:
        return CannotWrite(
            f"The disk is full, so no copy of the library could be made in “{folder}”. "
            "Make room on it and try again."
        )
    return CannotWrite(
        f"No copy of the library could be made in “{folder}”. Check that you may write in that folder."
    )


def _copy(source: sqlite3.Connection, making: Path, step: Step | None) -> None:
    def progress(_status: int, remaining: int, total: int) -> None:
        if step is not None:
            step(total - remaining, total)

    with closing(sqlite3.connect(making)) as copy:
        try:
            source.backup(copy, pages=PAGES, progress=progress)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, that opens in a folder one may only read
        except sqlite3.OperationalError as error:
            is_full = getattr(error, "sqlite_errorname", "") == "SQLITE_FULL"
            raise _no_copy(making.parent, is_full=is_full) from error
