"""Backups: verified copies of a library, kept by age, and the way back from one."""

import re
import sqlite3
from collections.abc import Hashable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from glob import escape
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from drafter.domain.errors import CannotWrite, LibraryDamaged, LibraryReadOnly, NotFound
from drafter.domain.progress import Progress, silent
from drafter.store import copying, leftovers, opening, trail
from drafter.store.checking import Finding
from drafter.store.library import Library

SUFFIX = ".backup"
HOURLY = timedelta(hours=24)
DAILY = timedelta(days=31)

_NOBODY = "0" * 32
"""The device of a library that is only read."""


class Why(StrEnum):
    """Why a backup was made; its name says so."""

    HOURLY = "hourly"
    ON_EXIT = "on exit"
    ASKED = "asked for"
    BEFORE_UPDATE = "before an update"
    SET_ASIDE = "set aside"


_NAMED = re.compile(rf".*?(?: \(({'|'.join(Why)})\))? (\d{{4}}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?: \d+)?\.backup")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup in a folder, when it was made and, where that is known, why."""

    path: Path
    at: datetime
    why: Why | None = None


def backup(library: Library, folder: Path, *, why: Why | None = None, progress: Progress = silent) -> Path:
    """Make a verified copy in the folder while work goes on. Raises CannotWrite; no part of a copy stays."""
    stem = library.path.stem if library.path is not None else "library"
    reason = f" ({why})" if why is not None else ""
    target = _free(folder, f"{stem}{reason} {datetime.now(UTC).strftime(leftovers.STAMP)}")
    library.copy_to(target, progress=progress)
    return target


def backups(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, newest first; none where there is no such folder."""
    found = folder.glob(f"*{SUFFIX}") if folder.is_dir() else ()
    named = ((each, _NAMED.fullmatch(each.name)) for each in found)
    made = [
        Backup(path=path, at=_moment(match[2]), why=Why(match[1]) if match[1] else None)
        for path, match in named
        if match is not None
    ]
    return tuple(sorted(made, key=_age, reverse=True))


def beside(path: Path) -> tuple[Backup, ...]:
    """Whole copies that lie beside a library: those made before an update, and what was set aside."""
    updates = leftovers.before_update(path, "*")
    aside = path.with_name(f"{path.stem} set aside *{path.suffix}")
    found = [
        Backup(path=each, at=datetime.fromtimestamp(each.stat().st_mtime, UTC), why=why)
        for pattern, why in ((updates, Why.BEFORE_UPDATE), (aside, Why.SET_ASIDE))
        for each in path.parent.glob(_literal(pattern.name))
        if each.is_file() and not any(each.with_name(each.name + log).exists() for log in leftovers.LOGS)
    ]
    return tuple(sorted(found, key=_age, reverse=True))


def _literal(name: str) -> str:
    """A name as a pattern in which nothing but * stands for anything else."""
    return "*".join(map(escape, name.split("*")))


def superfluous(kept: Iterable[Backup], *, now: datetime) -> tuple[Backup, ...]:
    """Which to delete: one an hour stays of the last day, one a day of the last month, else one a month."""
    seen: set[Hashable] = set()
    going = []
    for each in sorted(kept, key=_age, reverse=True):
        slot = _slot(each, now)
        if slot in seen:
            going.append(each)
        seen.add(slot)
    return tuple(going)


def thin(folder: Path, *, now: datetime) -> tuple[Path, ...]:
    """Delete what is superfluous in a folder; what went."""
    going = superfluous(backups(folder), now=now)
    for each in going:
        each.path.unlink(missing_ok=True)
    return tuple(each.path for each in going)


def verify(path: Path) -> tuple[Finding, ...]:
    """What is wrong with a backup or with any library file that is not open; none means whole."""
    if not path.is_file():
        raise NotFound(f"There is no backup at “{path}”. Choose another from the list.")
    return copying.verify(path)


def newest_whole(folder: Path, *, now: datetime | None = None) -> Backup | None:
    """The newest backup that can be brought back.

    Those from the future, made while a clock was wrong, are judged by how much they hold: versions only grow.
    """
    moment = now or datetime.now(UTC)
    kept = backups(folder)
    likely = [each for each in kept if each.at > moment and not verify(each.path)]
    past = (each for each in kept if each.at <= moment and not verify(each.path))
    likely += islice(past, 1)
    return max(likely, key=lambda each: _state(each.path)[2], default=None)


def is_there(folder: Path, state: tuple[str, str, int], *, now: datetime | None = None) -> bool:
    """Whether a backup of this very state of the library is in the folder, whatever the clock said."""
    moment = now or datetime.now(UTC)
    for each in backups(folder):
        with suppress(sqlite3.Error):
            if _state(each.path) == state:
                return True
        if each.at <= moment:
            return False
    return False


def _state(path: Path) -> tuple[str, str, int]:
    with closing(copying.open_to_read(path)) as connection:
        return trail.state(Database(connection, execute_plugins=False))


def look_into(path: Path) -> Library:
    """A backup opened as a library in memory: nothing that is done to it reaches the file."""
    if wrong := verify(path):
        raise LibraryDamaged(f"The backup “{path.name}” is not whole ({wrong[0].sentence}). Choose another.")
    with opening.spoken(path):
        return Library(opening.open_copy_in_memory(path), path=None, device=None)


def open_to_read(path: Path) -> Library:
    """What a library file holds that may not be written: nothing in it can be changed, nor is kept.

    Raises LibraryUnavailable, and LibraryReadOnly where a log lies beside it: what was written last is in it.
    """
    if any(path.with_name(path.name + log).exists() for log in leftovers.LOGS):
        raise LibraryReadOnly(
            f"“{path}” was not closed, and what was written last lies beside it. Copy it elsewhere first."
        )
    with opening.spoken(path):
        opened = opening.open_copy_in_memory(path)
        opened.database.execute("PRAGMA query_only = ON")
    return Library(opened, path=None, device=_NOBODY)


def restore(path: Path, target: Path, *, progress: Progress = silent) -> Path | None:
    """Put a backup in the place of a library that is not open; where that was set aside, if any.

    What comes back is another device from here on: what it writes next was never in the library before.
    Whoever is killed half-way finds the old library or the backup in its place the next time, never neither.
    """
    if target.exists():
        opening.refuse_in_use(target)
    with look_into(path) as copy:
        copy.forget_device()
        copy.copy_to(leftovers.restored(target), progress=progress)
    aside = set_aside(target) if target.exists() else None
    leftovers.take_up(target)
    return aside


def set_aside(path: Path) -> Path:
    """Move a library file, and its log where it has one, out of the way; it is never deleted."""
    aside = leftovers.free_aside(path)
    try:
        path.rename(aside)
        leftovers.set_logs_aside(path, aside)
    except OSError as error:
        raise CannotWrite(f"“{path}” cannot be moved. Close what has it open, then try again.") from error
    return aside


def _age(given: Backup) -> tuple[datetime, int, str]:
    """Sorts by when it was made; of one second the higher number, which is the longer name, is later."""
    reason = len(f" ({given.why})") if given.why is not None else 0
    return given.at, len(given.path.name) - reason, given.path.name


def _slot(given: Backup, now: datetime) -> Hashable:
    """Of those with the same the newest stays; all stay from the future: a clock was set back."""
    age = now - given.at
    at = given.at.astimezone(now.tzinfo)
    if age < timedelta():
        return given.path
    if age <= HOURLY:
        return at.date(), at.hour
    return at.date() if age <= DAILY else (at.year, at.month)


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, leftovers.STAMP).replace(tzinfo=UTC)


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken; two backups in one second are told apart by a number."""
    numbered = (f"{stem}{f' {number}' if number else ''}{SUFFIX}" for number in range(1000))
    return next(path for name in numbered if not (path := folder / name).exists())
