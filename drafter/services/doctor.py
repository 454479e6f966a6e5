"""How the program and a library are.

Versions, integrity, backups, where things are; never a word of the library's text.
"""

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from drafter import __version__, paths
from drafter.domain.errors import LibraryDamaged, LibraryInUse, LibraryUnavailable
from drafter.domain.fields import british_date
from drafter.services.clock import now
from drafter.services.files import write_text
from drafter.services.keeping import backups_of, way_back
from drafter.store import checking, synchronising
from drafter.store.backup import backups
from drafter.store.library import Library

_PACKAGES = ("PySide6-Essentials", "python-docx", "sqlite-utils", "pypdfium2", "lxml", "numpy")
_LINES = 200
"""So many of the log's last lines go into a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the doctor's report; what is not well says so in `trouble`."""

    about: str
    says: str
    trouble: bool = False


def examine(library: Path) -> tuple[Fact, ...]:
    """All facts. Works without a library, and while a window has it open."""
    return (*_program(), *_places(library), *_library(library), *_backups(library))


def write_report(library: Path, target: Path) -> tuple[Fact, ...]:
    """Write all facts and the end of the log to a file for support; neither holds text of the library."""
    facts = examine(library)
    lines = [f"{'!' if each.trouble else ' '} {each.about}: {each.says}" for each in facts]
    text = "\n".join(("A report on Drafter for support", f"Made {now():%Y-%m-%d %H:%M} UTC", "", *lines, ""))
    write_text(target, "\n".join((text, "The end of the log", "", *_end_of_log(), "")))
    return facts


def _end_of_log() -> tuple[str, ...]:
    try:
        said = (paths.log_folder() / "drafter.log").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ("There is none.",)
    return tuple(said.splitlines()[-_LINES:])


def _program() -> tuple[Fact, ...]:
    found = [Fact(about="Drafter", says=__version__)]
    found.append(Fact(about="Python", says=f"{platform.python_version()} on {platform.platform()}"))
    found.append(Fact(about="SQLite", says=checking.sqlite_version()))
    for name in _PACKAGES:
        try:
            found.append(Fact(about=name, says=version(name)))
        except PackageNotFoundError:  # a frozen program carries no metadata of some
            found.append(Fact(about=name, says="built in"))
    return tuple(found)


def _places(library: Path) -> tuple[Fact, ...]:
    places = {
        "Library": library,
        "Backups": backups_of(library, paths.backups_folder()),
        "Settings": paths.settings_file(),
        "Log": paths.log_folder(),
        "Resources": paths.resource(""),
    }
    there = tuple(
        Fact(about=about, says=f"{place}{'' if place.exists() else ' (not there yet)'}")
        for about, place in places.items()
    )
    said = synchronising.warning(library)
    return (*there, *((Fact(about="Place", says=said),) if said else ()))


def _library(path: Path) -> tuple[Fact, ...]:
    if not path.exists():
        return (Fact(about="Integrity", says="no library yet"),)
    try:
        with Library.open(path) as library:
            findings = checking.check(library)
            counts = (
                f"{len(library.entries())} positions, {len(library.reports())} reports, "
                f"{len(library.response_heads())} responses, schema {library.schema_version}"
            )
    except LibraryInUse:
        return (Fact(about="Integrity", says="not looked at: a window has the library open, and checks it"),)
    except LibraryDamaged as error:
        says = f"{error.sentence} {way_back(path, paths.backups_folder())}"
        return (Fact(about="Integrity", says=says, trouble=True),)
    except LibraryUnavailable as error:
        return (Fact(about="Integrity", says=error.sentence, trouble=True),)
    whole = Fact(about="Integrity", says="whole: every page and every version was checked")
    return (
        Fact(about="Holds", says=counts),
        *(Fact(about="Integrity", says=each.sentence, trouble=True) for each in findings),
        *((whole,) if not findings else ()),
    )


def _backups(library: Path) -> tuple[Fact, ...]:
    kept = backups(backups_of(library, paths.backups_folder()))
    newest = f", the newest of {british_date(kept[0].at.astimezone().date())}" if kept else ""
    return (Fact(about="Backups kept", says=f"{len(kept)}{newest}"),)
