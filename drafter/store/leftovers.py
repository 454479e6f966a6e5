"""What a Drafter that was killed left beside a library: half-made copies go, a whole one is taken up."""

from contextlib import suppress
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

STAMP = "%Y-%m-%d %H.%M.%S"
LOGS = ("-wal", "-journal")
_MAKING = ".????????.new*"
"""A copy in the making, with SQLite's own log of it: see `copying.copy_verified`."""


def restored(path: Path) -> Path:
    """Where a whole copy waits that is about to take the library's place."""
    return path.with_name(f"{path.name}.restored")


def before_update(path: Path, version: int | str) -> Path:
    """Where the copy lies that is made before a library of that version is changed."""
    return path.with_name(f"{path.stem} before update from version {version}{path.suffix}")


def sweep(path: Path) -> None:
    """Remove what was being made of this library. Whoever calls owns it, so that nobody else is at it."""
    _remove(path.parent, escape(path.name) + _MAKING)
    _remove(path.parent, escape(restored(path).name) + "*")
    _remove(path.parent, escape(before_update(path, "").stem) + "*" + escape(path.suffix) + _MAKING)


def sweep_backups(folder: Path) -> None:
    """Likewise in a folder that holds the backups of one library alone, which the caller owns."""
    _remove(folder, f"*.backup{_MAKING}")


def take_up(path: Path) -> bool:
    """Put a whole copy that waits in the place of a library that is gone. False where there is none."""
    set_logs_aside(path, path)
    waiting = restored(path)
    if not waiting.exists():
        return False
    waiting.rename(path)
    return True


def set_logs_aside(path: Path, aside: Path) -> None:
    """Move the logs of a library file away; beside any other file SQLite would play them into that one."""
    for log in LOGS:
        found = path.with_name(path.name + log)
        if found.exists():
            target = free_aside(path) if aside == path else aside
            found.rename(target.with_name(target.name + log))


def free_aside(path: Path) -> Path:
    """A name for a library file that is set aside."""
    stamp = datetime.now(UTC).strftime(STAMP)
    names = (f"{path.stem} set aside {stamp}{f' {number}' if number else ''}" for number in range(1000))
    return next(
        free
        for name in names
        if not (free := path.with_name(f"{name}{path.suffix}")).exists()
        and not any(free.with_name(free.name + log).exists() for log in LOGS)
    )


def _remove(folder: Path, pattern: str) -> None:
    for each in folder.glob(pattern):
        with suppress(OSError):  # it is only litter
            each.unlink()
