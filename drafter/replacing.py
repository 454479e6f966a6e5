"""A file written whole or not at all: a new one beside it, then one step that puts it in its place."""

import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_LEFT_BEHIND = 60 * 60
"""Seconds after which a new file that never took its place was left by a program that was killed."""


def replace_file(target: Path, write: Callable[[BinaryIO], object], *, private: bool = False) -> None:
    """Let `write` fill a new file, then put it in the target's place.

    Whatever goes wrong, the target is as it was and nothing else is left behind. Raises OSError as the system
    said it: what to tell the officer is for the room that knows what the file is. A link stays a link. A
    private file only its owner may read, whatever the rights of the one before.
    """
    place = target.resolve()
    fresh = place.with_name(f".drafter-{secrets.token_hex(6)}.tmp")
    _sweep(place.parent)
    try:
        with open(fresh, "xb", opener=_private if private else None) as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if place.exists() and not private:
            fresh.chmod(stat.S_IMODE(place.stat().st_mode))
        fresh.replace(place)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _remember(place.parent)


def replace_bytes(target: Path, content: bytes, *, private: bool = False) -> None:
    """Likewise for a content that is there already."""
    replace_file(target, lambda file: file.write(content), private=private)


def is_disk_full(error: OSError) -> bool:
    """The disk, or this person's share of it."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT}


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _sweep(folder: Path) -> None:
    """Remove what was left behind. What another Drafter is writing just now is younger."""
    old = time.time() - _LEFT_BEHIND
    with suppress(OSError):  # it is only litter
        for each in folder.glob(".drafter-*.tmp"):
            if each.stat().st_mtime < old:
                each.unlink()


def _remember(folder: Path) -> None:
    """Have the new name on the disk too. Windows opens no folders, and writes names through by itself."""
    if os.name != "posix":
        return
    with suppress(OSError):  # the file is in its place: some network disks cannot promise more
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
