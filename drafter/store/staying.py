"""Whether the library file is still the one that was opened, and how it comes back where it is not.

Linux and macOS let anyone delete or move a file that is open: SQLite writes on into what has no name, and all
of it would be gone with the last program that has it open. Windows refuses that by itself.
"""

import logging
import os
from dataclasses import dataclass
from pathlib import Path

from drafter.domain.errors import LibraryUnavailable
from drafter.store import leftovers
from drafter.store.copying import copy_verified
from drafter.store.opening import Opened, close, open_file

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which file on which disk was opened."""

    disk: int
    file: int


def place_of(path: Path) -> Place | None:
    """None where there is no such file, and where the system guards it."""
    if os.name != "posix":
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return Place(disk=found.st_dev, file=found.st_ino)


def set_aside(opened: Opened, path: Path) -> Path:
    """Copy the library to a name beside the file that somebody put in its place."""
    aside = leftovers.free_aside(path)
    copy_verified(opened.connection, aside)
    return aside


def replaced(path: Path, aside: Path) -> LibraryUnavailable:
    """What to raise where another file lies in the library's place."""
    return LibraryUnavailable(
        f"Another file was put in the place of “{path}” while it was open, so this was not saved. "
        f"All that was saved before is in “{aside.name}” beside it: close Drafter, then open the one "
        "that you want."
    )


def put_back(opened: Opened, path: Path, known: Place) -> Opened:
    """Put the whole library, which only the open connection still reaches, in its place again.

    Raises LibraryUnavailable where its folder is gone.
    """
    if not path.parent.is_dir() or path.parent.stat().st_dev != known.disk:
        raise LibraryUnavailable(
            f"“{path}” can no longer be reached, so this was not saved. Connect the drive or folder again."
        )
    copy_verified(opened.connection, leftovers.restored(path))
    close(opened)
    for (
        log
    ) in leftovers.LOGS:  # its own, all of which is in the copy: SQLite leaves it beside a file that moved
        path.with_name(path.name + log).unlink(missing_ok=True)
    leftovers.take_up(path)
    _log.warning("the library was deleted while it was open and was put back")
    return open_file(path)
