"""Where an export may go: refused before any work is done, or told in words for the officer."""

import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from drafter.domain.errors import CannotWrite
from drafter.replacing import is_disk_full, replace_bytes

_SUFFIX: Final = ".docx"
_SHORT: Final = 6
"""Word puts `~$` before a name of so many letters, and in place of the first one or two of a longer one."""


def save(target: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill a new file, then put it in the target's place. Raises CannotWrite."""
    place = target.resolve()
    check_target(place)
    # In memory first: a zip file that meets a full disk half-way complains once more when it is thrown away.
    packed = BytesIO()
    try:
        write(packed)
        replace_bytes(place, packed.getvalue())
    except OSError as error:
        raise CannotWrite(_sentence(error, place)) from error


def check_target(target: Path) -> None:
    """Refuse a target that cannot be replaced, before any work is done. Raises CannotWrite."""
    if target.suffix.lower() != _SUFFIX:
        raise CannotWrite(f"“{target.name}” must end in .docx. Give the file another name.")
    if target.is_dir():
        raise CannotWrite(f"“{target.name}” is a folder. Give the file another name.")
    if not target.parent.is_dir():
        raise CannotWrite(
            f"The folder “{target.parent.name}” is not there. Choose another place for the file."
        )
    if is_open(target):
        raise CannotWrite(_open_sentence(target))
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise CannotWrite(
            f"“{target.name}” is write-protected. "
            f"Choose another name, for example “{free_name(target).name}”."
        )


def is_open(target: Path) -> bool:
    """Whether Word or LibreOffice has the file open: they lay an owner file beside it."""
    cut = min(max(len(target.stem) - _SHORT, 0), 2)
    owners = f"~${target.name[cut:]}", f".~lock.{target.name}#"
    return any((target.parent / each).exists() for each in owners)


def free_name(target: Path) -> Path:
    """`name (2).docx`, or the next number that no file has."""
    number = 2
    while (free := target.with_name(f"{target.stem} ({number}){target.suffix}")).exists() or is_open(free):
        number += 1
    return free


def _open_sentence(target: Path) -> str:
    return (
        f"“{target.name}” is open in Word or another program. Close it there, "
        f"or save under another name, for example “{free_name(target).name}”."
    )


def _sentence(error: OSError, target: Path) -> str:
    if is_disk_full(error):
        return (
            "The disk is full, so nothing was written. Free some space, or choose another place for the file."
        )
    if isinstance(error, PermissionError) and target.exists():
        return _open_sentence(target)
    if isinstance(error, PermissionError):
        return f"You may not write in the folder “{target.parent.name}”. Choose another place for the file."
    return f"“{target.name}” could not be written. Choose another name or place for the file."
