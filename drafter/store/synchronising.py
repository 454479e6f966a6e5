"""Whether a folder is synchronised by another program, or on another computer: no place for a library.

Such a program takes the file away, or a part of it, while the library writes: libraries were lost that way.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath

from drafter.paths import data_folder

SHARE = "a network share"

_LIBRARY_OF_A_SITE = " - "
"""Between a team’s name and that of its library, in the folder that OneDrive makes of one of SharePoint’s."""

_ONEDRIVE, _SHAREPOINT, _DROPBOX = "OneDrive", "SharePoint", "Dropbox"
_GOOGLE, _ICLOUD = "Google Drive", "iCloud"

_NAMED = {
    "onedrive": _ONEDRIVE,
    "dropbox": _DROPBOX,
    "googledrive": _GOOGLE,
    "google drive": _GOOGLE,
    "my drive": _GOOGLE,
    "icloud drive": _ICLOUD,
    "iclouddrive": _ICLOUD,
    "icloud": _ICLOUD,
}
"""How these programs name the folder that they make, right in the home folder or at the top of a drive."""

_VARIABLES = {"OneDrive": _ONEDRIVE, "OneDriveConsumer": _ONEDRIVE, "OneDriveCommercial": _ONEDRIVE}

_REMOTE = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "webdav", "davfs", "ceph"),
        *("fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2", "fuse.s3fs", "fuse.glusterfs"),
        *("fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.dbxfs", "fuse.kio-fuse", "vboxsf"),
    )
)
"""Kinds of file systems that lie on another computer. Other kinds of fuse are disks of this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """What tells such folders: the system, as `sys.platform` has it, the home, and what programs left."""

    system: str
    home: PurePath
    environment: Mapping[str, str] = field(default_factory=dict)
    dropbox: tuple[PurePath, ...] = ()
    """The folders that Dropbox's own info.json names."""
    mounts: tuple[tuple[PurePath, str], ...] = ()
    """Where file systems are mounted, and of what kind they are."""


def synchronised_by(path: PurePath, markers: Markers) -> str | None:
    """Who synchronises a library’s folder, or `SHARE`; None where nobody is known to. Touches no disk."""
    if markers.system == "win32" and path.drive.startswith(("\\\\", "//")):
        return SHARE
    return next((name for folder, name in _folders(path, markers) if path.is_relative_to(folder)), None)


def markers_here() -> Markers:
    """The markers of this computer."""
    home = Path.home()
    return Markers(
        system=sys.platform,
        home=home,
        environment=os.environ,
        dropbox=tuple(_dropbox_folders(home)),
        mounts=tuple(_mounts()),
    )


def warning(path: Path, markers: Markers | None = None) -> str:
    """For a library at that place, a sentence that explains and offers another; nothing where all is well."""
    name = synchronised_by(path.absolute(), markers or markers_here())
    if name is None:
        # A link may lead into such a folder.
        name = synchronised_by(path.resolve(), markers or markers_here())
    if name is None:
        return ""
    does = "lies on" if name == SHARE else "lies in a folder synchronised by"
    return (
        f"The library “{path}” {does} {name}, which can damage it while you write. Keep it in a folder of "
        f"this computer, such as “{data_folder()}”; backups and exports may be synchronised."
    )


def _folders(path: PurePath, markers: Markers) -> Iterator[tuple[PurePath, str]]:
    """Folders that are synchronised, the surest first; some are told by the path itself."""
    yield from ((folder, _DROPBOX) for folder in markers.dropbox)
    for variable, name in _VARIABLES.items():
        if given := markers.environment.get(variable):
            yield type(path)(given), name
    if markers.system == "darwin":
        yield from _of_mac(path, markers.home)
    yield from _by_name(path, markers)
    if markers.system == "win32":
        yield from _sharepoint(path, markers.home)
    yield from _shares(path, markers)


def _of_mac(path: PurePath, home: PurePath) -> Iterator[tuple[PurePath, str]]:
    """Since macOS 12 such programs keep their folders in one place: “Dropbox”, “OneDrive-Charity”."""
    yield home / "Library" / "Mobile Documents", _ICLOUD
    clouds = home / "Library" / "CloudStorage"
    if path.is_relative_to(clouds) and path != clouds:
        first = path.relative_to(clouds).parts[0]
        name = _name_of(first)
        if first.casefold().startswith("onedrive-sharedlibraries"):
            name = _SHAREPOINT
        yield clouds / first, name or "a cloud service"


def _by_name(path: PurePath, markers: Markers) -> Iterator[tuple[PurePath, str]]:
    """Right in the home folder, or at the top of a drive, a folder as these programs name it."""
    for above in (markers.home, type(path)(path.anchor)):
        if path.is_relative_to(above) and path != above:
            first = path.relative_to(above).parts[0]
            if name := _name_of(first):
                yield above / first, name


def _name_of(folder: str) -> str | None:
    """“OneDrive”, “OneDrive - Charity Name”, “Dropbox (Charity)”, “GoogleDrive-ada@example.org”."""
    plain = folder.casefold()
    for known, name in _NAMED.items():
        if plain == known or plain.startswith((f"{known} -", f"{known} (", f"{known}-")):
            return name
    return None


def _sharepoint(path: PurePath, home: PurePath) -> Iterator[tuple[PurePath, str]]:
    r"""“Charity Name\Team - Documents”: right in the home folder, beside “OneDrive - Charity Name”."""
    if not path.is_relative_to(home):
        return
    parts = path.relative_to(home).parts
    if len(parts) > 1 and _LIBRARY_OF_A_SITE in parts[1]:
        yield home / parts[0] / parts[1], _SHAREPOINT


def _shares(path: PurePath, markers: Markers) -> Iterator[tuple[PurePath, str]]:
    """The file system that the path lies on is the one that is mounted deepest."""
    above = [(folder, kind) for folder, kind in markers.mounts if path.is_relative_to(folder)]
    if above:
        folder, kind = max(above, key=lambda each: len(each[0].parts))
        if kind in _REMOTE:
            yield folder, SHARE


def _dropbox_folders(home: Path) -> Iterator[Path]:
    """As Dropbox itself writes down where its folders are."""
    places = [home / ".dropbox"]
    places += [
        Path(given) / "Dropbox" for name in ("APPDATA", "LOCALAPPDATA") if (given := os.environ.get(name))
    ]
    for place in places:
        with suppress(OSError, ValueError, TypeError, AttributeError):  # it is not ours, and may be anything
            found = json.loads((place / "info.json").read_bytes())
            yield from [Path(each["path"]) for each in found.values() if each.get("path")]


def _mounts() -> Iterator[tuple[PurePath, str]]:
    """What Linux says of itself; a blank in a name is written as backslash and 040."""
    with suppress(OSError):
        for line in Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines():
            _, folder, kind, *_ = line.split(" ")
            yield PurePosixPath(folder.replace("\\040", " ")), kind
