"""How the program and a library are.

Versions, integrity, backups, where things are; never a word of the library's text.
"""

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from drafter import __version__, paths
from drafter.domain.errors import LibraryInUse, LibraryUnavailable
from drafter.domain.fields import british_date
from drafter.store import checking
from drafter.store.backup import backups
from drafter.store.library import Library

_PACKAGES = ("PySide6-Essentials", "python-docx", "sqlite-utils", "pypdfium2", "lxml", "numpy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the doctor's report; what is not well says so in `trouble`."""

    about: str
    says: str
    trouble: bool = False


def examine(library: Path) -> tuple[Fact, ...]:
    """All facts. Works without a library, and while a window has it open."""
    return (*_program(), *_places(library), *_library(library), *_backups())


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
        "Backups": paths.backups_folder(),
        "Settings": paths.settings_file(),
        "Log": paths.log_folder(),
        "Resources": paths.resource(""),
    }
    return tuple(
        Fact(about=about, says=f"{place}{'' if place.exists() else ' (not there yet)'}")
        for about, place in places.items()
    )


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
    except LibraryUnavailable as error:
        return (Fact(about="Integrity", says=error.sentence, trouble=True),)
    whole = Fact(about="Integrity", says="whole: every page and every version was checked")
    return (
        Fact(about="Holds", says=counts),
        *(Fact(about="Integrity", says=each.sentence, trouble=True) for each in findings),
        *((whole,) if not findings else ()),
    )


def _backups() -> tuple[Fact, ...]:
    kept = backups(paths.backups_folder())
    newest = f", the newest of {british_date(kept[0].at.date())}" if kept else ""
    return (Fact(about="Backups kept", says=f"{len(kept)}{newest}"),)
