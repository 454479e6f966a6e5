"""Opening a library file: one process owns it, and what is wrong with it is said in one sentence."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from drafter.domain.errors import (
    CannotWrite,
    Conflict,
    DrafterError,
    LibraryDamaged,
    LibraryInUse,
    LibraryReadOnly,
    LibraryTooNew,
    LibraryUnavailable,
)
from drafter.domain.records.ids import new_id
from drafter.replacing import is_disk_full
from drafter.store import leftovers
from drafter.store.copying import copy_verified, open_to_read, remove_whole
from drafter.store.damage import is_broken, wrong_with
from drafter.store.migrations import APPLICATION_ID, STEPS, Step, migrations


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The one connection to a library and the same as sqlite-utils knows it."""

    connection: sqlite3.Connection
    database: Database


def open_file(path: Path, *, steps: Sequence[Step] = STEPS) -> Opened:
    """Open the library, or make it where there is none; nobody else can open it until it is closed."""
    _prepare(path, steps)
    with spoken(path):
        opened = _connect(path)
    try:
        with spoken(path):
            _own(opened)
            _bring_up_to_date(opened, path, steps)
    except BaseException:
        opened.connection.close()
        raise
    return opened


def open_in_memory(*, steps: Sequence[Step] = STEPS) -> Opened:
    """A library that is gone when it is closed."""
    opened = _connect(Path(":memory:"))
    _empty(tuple(steps)).backup(opened.connection)
    _settle(opened.database)
    return opened


@cache
def _empty(steps: tuple[Step, ...]) -> sqlite3.Connection:
    """A library that nothing was written into, to copy: to lay one out takes seven times as long."""
    made = _connect(Path(":memory:"))
    migrations(steps).apply(made.database)
    return made.connection


def open_copy_in_memory(path: Path, *, steps: Sequence[Step] = STEPS) -> Opened:
    """What a library file holds, in memory and up to date; the file itself is only read."""
    opened = _connect(Path(":memory:"))
    with closing(open_to_read(path)) as source:
        source.backup(opened.connection)
    _refuse_foreign(opened.database, path, steps)
    _settle(opened.database)
    migrations(steps).apply(opened.database)
    return opened


@contextmanager
def spoken(path: Path | None, db: Database | None = None) -> Iterator[None]:
    """Say what SQLite found in words for the officer; a statement that is simply wrong stays a bug.

    It is not the statement that is wrong where the tables of the database are no longer what we made them.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        if _name(error) != "SQLITE_CONSTRAINT_FOREIGNKEY":
            raise
        raise Conflict("This belongs to something that holds newer work, so it was left as it is.") from error
    except sqlite3.Error as error:
        if db is not None and _name(error) == "SQLITE_ERROR" and not _has_our_tables(db):
            raise LibraryDamaged(_DAMAGED.format(_named(path))) from error
        raise _sentence(error, path) from error
    except UnicodeDecodeError as error:  # a name or a text in the file is none any more
        raise LibraryDamaged(_DAMAGED.format(_named(path))) from error


def _has_our_tables(db: Database) -> bool:
    with closing(open_in_memory().connection) as fresh:
        ours = set(fresh.execute(_TABLES).fetchall())
    return ours <= set(db.execute(_TABLES).fetchall())


_TABLES = "SELECT name, sql FROM sqlite_schema"


def _sentence(error: sqlite3.Error, path: Path | None) -> Exception:
    """The error to raise in its place; itself where it is a bug."""
    name = "SQLITE_CORRUPT" if str(error).startswith(_NO_TEXT) else _name(error)
    for start, kind, sentence in _SENTENCES:
        if name.startswith(start):
            return kind(sentence.format(_named(path)))
    return error


def _named(path: Path | None) -> str:
    return f"“{path or 'the library in memory'}”"


def _name(error: sqlite3.Error) -> str:
    # Python itself raises some of these, without SQLite's name
    return getattr(error, "sqlite_errorname", "") or ""


_NO_TEXT = "Could not decode"
"""How Python, which gives no name to it, begins where a text in the file is none."""
_UNAVAILABLE = "{} cannot be opened. Check that its folder is there and that you may write in it."
_IN_USE = "{} is open in another Drafter. Close it there, or work in that window."
_DAMAGED = "{} is damaged: bytes inside it have changed. Bring back the newest backup."
_FULL = "The disk is full, so this was not saved. Make room on it and save again."
_FULL_AT_START = "The disk is full, so the library cannot be opened. Make room on it and try again."
_READ_ONLY = "{} cannot be written. Check that the file and its folder are not read-only."
_GONE = "{} can no longer be reached. Check the disk, then open the library again."
_SENTENCES: tuple[tuple[str, type[DrafterError], str], ...] = (
    ("SQLITE_BUSY", LibraryInUse, _IN_USE),
    ("SQLITE_LOCKED", LibraryInUse, _IN_USE),
    ("SQLITE_CORRUPT", LibraryDamaged, _DAMAGED),
    ("SQLITE_NOTADB", LibraryDamaged, _DAMAGED),
    ("SQLITE_FULL", CannotWrite, _FULL),
    ("SQLITE_READONLY", LibraryReadOnly, _READ_ONLY),
    ("SQLITE_CANTOPEN", LibraryUnavailable, _UNAVAILABLE),
    ("SQLITE_PERM", LibraryUnavailable, _UNAVAILABLE),
    ("SQLITE_AUTH", LibraryUnavailable, _UNAVAILABLE),
    ("SQLITE_IOERR", LibraryUnavailable, _GONE),
)


_KNOWS_WHO = os.access in os.supports_effective_ids


def _prepare(path: Path, steps: Sequence[Step]) -> None:
    """Make folder and file where they are missing. What is there stays, even an empty file."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists():
            _check_file(path)
        elif not leftovers.take_up(path):
            _make(path, steps)
    except OSError as error:
        if is_disk_full(error):
            raise CannotWrite(_FULL_AT_START) from error
        raise LibraryUnavailable(_UNAVAILABLE.format(f"“{path}”")) from error


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise LibraryUnavailable(f"“{path}” is a folder. Name the library file inside it.")
    if is_broken(path, has_log=_has_log(path)):
        raise LibraryDamaged(wrong_with(path))
    if not all(os.access(each, os.W_OK, effective_ids=_KNOWS_WHO) for each in (path, path.parent)):
        raise LibraryReadOnly(_READ_ONLY.format(f"“{path}”"))


def _has_log(path: Path) -> bool:
    return any(path.with_name(path.name + log).exists() for log in leftovers.LOGS)


def _make(path: Path, steps: Sequence[Step]) -> None:
    """A new library under another name first: whoever finds the file finds all of its schema."""
    making = path.with_name(f"{path.name}.{new_id()[:8]}.new")
    os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with spoken(path):
            opened = _connect(making)
            try:
                _own(opened)
                migrations(steps).apply(opened.database)
            finally:
                opened.connection.close()
        if not path.exists():
            making.rename(path)
    finally:
        remove_whole(making)


def _connect(path: Path) -> Opened:
    # Under the library's lock every thread may use it. Busy timeout 0: who has it open is said at once.
    connection = sqlite3.connect(path, timeout=0, check_same_thread=False, cached_statements=256)
    return Opened(connection=connection, database=Database(connection, execute_plugins=False))


def _own(opened: Opened) -> None:
    """Take the lock that goes with the process, however it ends."""
    db = opened.database
    _take(db)
    db.execute("PRAGMA journal_mode = WAL")
    _settle(db)


def refuse_in_use(path: Path) -> None:
    """Raise LibraryInUse if somebody has the file open; what else is wrong with it does not matter here."""
    opened = _connect(path)
    try:
        with suppress(LibraryDamaged), spoken(path):
            _take(opened.database)
    finally:
        opened.connection.close()


def _take(db: Database) -> None:
    # Exclusive before the first read: WAL keeps its index in memory, and a second connection cannot exist.
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("BEGIN IMMEDIATE")
    db.execute("COMMIT")


def _settle(db: Database) -> None:
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA fullfsync = ON")  # macOS only: its fsync does not reach the disk
    db.execute("PRAGMA checkpoint_fullfsync = ON")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA mmap_size = 0")


def _bring_up_to_date(opened: Opened, path: Path, steps: Sequence[Step]) -> None:
    """Refuse what is not ours or newer than we are; migrate what is older, after a verified copy of it.

    What a killed Drafter left half-made beside it goes first.
    """
    db = opened.database
    _refuse_foreign(db, path, steps)
    leftovers.sweep(path)
    known = migrations(steps)
    if known.pending(db):
        copy_verified(opened.connection, leftovers.before_update(path, pragma(db, "user_version")))
        known.apply(db)


def _refuse_foreign(db: Database, path: Path, steps: Sequence[Step]) -> None:
    if pragma(db, "application_id") != APPLICATION_ID:
        raise LibraryDamaged(
            f"“{path}” is not a Drafter library. Choose another file, or bring back a backup."
        )
    is_newer = pragma(db, "user_version") > len(steps)
    if is_newer or set(_applied(db, path)) - {each.__name__ for each in steps}:
        raise LibraryTooNew(
            f"“{path}” was made by a newer Drafter. Update Drafter to open it; nothing was changed."
        )


def _applied(db: Database, path: Path) -> list[str]:
    """The steps that made it what it is. Every library of ours says so: one that does not is damaged."""
    try:
        found = db.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'drafter' ORDER BY id")
        names = [str(name) for (name,) in found.fetchall()]
    except sqlite3.OperationalError as error:
        raise LibraryDamaged(_DAMAGED.format(_named(path))) from error
    if len(names) < pragma(db, "user_version"):
        raise LibraryDamaged(_DAMAGED.format(_named(path)))
    return names


def pragma(db: Database, name: str) -> int:
    """One number from the file's header."""
    row = db.execute(f"PRAGMA {name}").fetchone()
    return int(row[0])


def close(opened: Opened) -> None:
    """Fold the log into the file and let go of it."""
    with suppress(sqlite3.Error):  # what is in the log is safe there, and is folded in at the next start
        opened.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.connection.close()
