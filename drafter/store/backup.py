"""Backups: verified copies of a library, kept by age, and the way back from one."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from drafter.domain.errors import CannotWrite, LibraryDamaged, NotFound
from drafter.domain.progress import Progress, silent
from drafter.store import copying, opening
from drafter.store.checking import Finding
from drafter.store.library import Library

SUFFIX = ".backup"
HOURLY = timedelta(hours=24)
DAILY = timedelta(days=31)

_NAMED = re.compile(r".* (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?: \d+)?\.backup")
_STAMP = "%Y-%m-%d %H.%M.%S"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup in a folder, and when it was made."""

    path: Path
    at: datetime


def backup(library: Library, folder: Path, *, progress: Progress = silent) -> Path:
    """Make a verified copy in the folder while work goes on. Raises CannotWrite; no part of a copy stays."""
    stem = library.path.stem if library.path is not None else "library"
    target = _free(folder, f"{stem} {datetime.now(UTC).strftime(_STAMP)}")
    library.copy_to(target, progress=progress)
    return target


def backups(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, newest first; none where there is no such folder."""
    found = folder.glob(f"*{SUFFIX}") if folder.is_dir() else ()
    named = ((each, _NAMED.fullmatch(each.name)) for each in found)
    made = [Backup(path=path, at=_moment(match[1])) for path, match in named if match is not None]
    return tuple(sorted(made, key=_age, reverse=True))


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


def newest_whole(folder: Path) -> Backup | None:
    """The newest backup that can be brought back."""
    return next((each for each in backups(folder) if not verify(each.path)), None)


def look_into(path: Path) -> Library:
    """A backup opened as a library in memory: nothing that is done to it reaches the file."""
    if wrong := verify(path):
        raise LibraryDamaged(f"The backup “{path.name}” is not whole ({wrong[0].sentence}). Choose another.")
    with opening.spoken(path):
        return Library(opening.open_copy_in_memory(path), path=None, device=None)


def restore(path: Path, target: Path) -> Path | None:
    """Put a backup in the place of a library that is not open; where that was set aside, if any.

    What comes back is another device from here on: what it writes next was never in the library before.
    """
    if target.exists():
        opening.refuse_in_use(target)
    with look_into(path) as copy:
        copy.forget_device()
        beside = target.with_name(f"{target.name}.restored")
        copy.copy_to(beside)
    aside = set_aside(target) if target.exists() else None
    beside.replace(target)
    return aside


def set_aside(path: Path) -> Path:
    """Move a library file, and its log where it has one, out of the way; it is never deleted."""
    stamp = datetime.now(UTC).strftime(_STAMP)
    aside = path.with_name(f"{path.stem} set aside {stamp}{path.suffix}")
    try:
        path.rename(aside)
        for log in ("-wal", "-journal"):
            beside = path.with_name(path.name + log)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + log))
    except OSError as error:
        raise CannotWrite(f"“{path}” cannot be moved. Close what has it open, then try again.") from error
    return aside


def _age(given: Backup) -> tuple[datetime, int, str]:
    """Sorts by when it was made; of one second the higher number, which is the longer name, is later."""
    return given.at, len(given.path.name), given.path.name


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
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken; two backups in one second are told apart by a number."""
    numbered = (f"{stem}{f' {number}' if number else ''}{SUFFIX}" for number in range(1000))
    return next(path for name in numbered if not (path := folder / name).exists())
