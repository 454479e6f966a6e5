"""Backups without being asked: a verified copy where something changed, the old ones thinned by age."""

from hashlib import sha256
from pathlib import Path

from drafter.domain.errors import CannotWrite
from drafter.domain.progress import Progress, silent
from drafter.services.clock import now
from drafter.store.backup import backup, backups, thin
from drafter.store.library import Library


def backups_of(library: Path, root: Path) -> Path:
    """The folder for one library's backups: two libraries of one name are kept apart."""
    return root / f"{library.stem}-{sha256(str(library.resolve()).encode()).hexdigest()[:8]}"


def back_up_if_changed(library: Library, root: Path, *, progress: Progress = silent) -> Path | None:
    """Make a backup if anything was written since the newest one. Raises CannotWrite."""
    changed = library.last_changed
    if library.path is None or changed is None:
        return None
    folder = backups_of(library.path, root)
    newest = next(iter(backups(folder)), None)
    if newest is not None and newest.at > changed:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"No backup could be made in “{root}”. Check that folder.") from error
    made = backup(library, folder, progress=progress)
    thin(folder, now=now())
    return made
