"""Backups without being asked: a verified copy where something changed, the old ones thinned by age."""

from hashlib import sha256
from pathlib import Path

from drafter.domain.errors import CannotWrite, LibraryDamaged
from drafter.domain.fields import british_date
from drafter.domain.progress import Progress, silent
from drafter.services.clock import now
from drafter.store.backup import Backup, Why, backup, is_there, newest_whole, thin
from drafter.store.leftovers import sweep_backups
from drafter.store.library import Library


def backups_of(library: Path, root: Path) -> Path:
    """The folder for one library's backups: two libraries of one name are kept apart."""
    return root / f"{library.stem}-{sha256(str(library.resolve()).encode()).hexdigest()[:8]}"


def open_library(path: Path, root: Path) -> Library:
    """Open a library; where it is damaged, the sentence names the newest good backup, and the file stays."""
    try:
        return Library.open(path)
    except LibraryDamaged as error:
        raise LibraryDamaged(f"{error.sentence} {way_back(path, root)}") from error


def back_up_if_changed(
    library: Library, root: Path, *, why: Why | None = None, progress: Progress = silent
) -> Path | None:
    """Make a backup if anything was written since the last, whatever the clock says. Raises CannotWrite."""
    if library.path is None or library.last_changed is None:
        return None
    folder = backups_of(library.path, root)
    if is_there(folder, library.state, now=now()):
        return None
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"No backup could be made in “{root}”. Check that folder.") from error
    sweep_backups(folder)
    made = backup(library, folder, why=why, progress=progress)
    thin(folder, now=now())
    return made


def newest_good_backup(library: Path, root: Path) -> Backup | None:
    """What can be brought back in the place of a library that is damaged or gone."""
    return newest_whole(backups_of(library, root), now=now())


def way_back(library: Path, root: Path) -> str:
    """For a library that cannot be opened, one sentence that names the newest good backup."""
    found = newest_good_backup(library, root)
    if found is None:
        return "No backup of it was found."
    local = found.at.astimezone()
    return f"The newest good backup is of {british_date(local.date())}, {local:%H:%M}: “{found.path}”."
