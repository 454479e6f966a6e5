"""A library that moves to another place: copied, verified, opened there; the old file stays and says so."""

import shutil
from contextlib import suppress
from pathlib import Path

from drafter import paths
from drafter.domain.errors import CannotWrite
from drafter.domain.progress import Progress, silent
from drafter.replacing import is_disk_full
from drafter.services.clock import now
from drafter.services.keeping import backups_of
from drafter.store import synchronising
from drafter.store.leftovers import LOGS, STAMP
from drafter.store.library import Library


def who_synchronises(library: Path) -> str | None:
    """“OneDrive”, “a network share”, or None where the library lies well."""
    markers = synchronising.markers_here()
    places = (library.absolute(), library.resolve())
    return next((name for each in places if (name := synchronising.synchronised_by(each, markers))), None)


def is_share(name: str) -> bool:
    return name == synchronising.SHARE


def usual_place(library: Path) -> Path:
    """Where a library is kept that lies nowhere else: a name in the data folder that is free."""
    folder = paths.data_folder()
    names = (
        paths.LIBRARY_NAME,
        library.name,
        *(f"{library.stem} {n}{library.suffix}" for n in range(2, 1000)),
    )
    return next(folder / each for each in names if not (folder / each).exists())


def move(library: Path, target: Path, root: Path, *, progress: Progress = silent) -> Path | None:
    """Move a library that is not open; its backups follow. Where the old file lies now.

    None where the old file could not be renamed: it lies where it was. Raises CannotWrite and
    LibraryUnavailable; then nothing has moved.
    """
    with Library.open(library) as opened:
        opened.copy_to(_free(target), progress=progress)
    _take_backups(library, target, root)
    left = _left(library)
    try:
        library.rename(left)
    except OSError:  # who synchronises the folder may hold it; the copy is verified and is used from now on
        return None
    return left


def copy_elsewhere(library: Path, target: Path) -> None:
    """Copy a library that may only be read, with what was written last, and verify it by opening it.

    Raises CannotWrite and LibraryUnavailable; then nothing stays at the target.
    """
    _free(target)
    pieces = [("", library), *((log, library.with_name(library.name + log)) for log in LOGS)]
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for log, piece in pieces:
            if piece.exists():
                _copy(piece, target.with_name(target.name + log))
        Library.open(target).close()
    except OSError as error:
        _remove(target)
        why = (
            "The disk is full: make room on it." if is_disk_full(error) else "Check that you may write there."
        )
        raise CannotWrite(f"The library could not be copied to “{target}”. {why}") from error
    except BaseException:
        _remove(target)
        raise


def _copy(piece: Path, target: Path) -> None:
    target.touch(mode=0o600, exist_ok=False)
    shutil.copyfile(piece, target)


def _remove(target: Path) -> None:
    for log in ("", *LOGS):
        with suppress(OSError):
            target.with_name(target.name + log).unlink(missing_ok=True)


def _free(target: Path) -> Path:
    if target.exists():
        raise CannotWrite(f"“{target}” is there already. Choose another name.")
    return target


def _take_backups(library: Path, target: Path, root: Path) -> None:
    before, after = backups_of(library, root), backups_of(target, root)
    if before.is_dir() and not after.exists():
        with suppress(OSError):  # they stay where they are, and new ones are made
            before.rename(after)


def _left(library: Path) -> Path:
    """A name that says what became of it."""
    stamp = now().strftime(STAMP)
    return library.with_name(f"{library.stem} moved to this computer {stamp}{library.suffix}")
