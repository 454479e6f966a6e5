"""One officer's preferences, kept in a small file of their own."""

import logging
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from drafter.domain.errors import CannotWrite
from drafter.domain.records.exports import ExportProfile, KnownTemplate
from drafter.domain.records.people import Person
from drafter.replacing import is_disk_full, replace_bytes

MAX_RECENT = 8
MIN_ZOOM, MAX_ZOOM = 50, 300

_log = logging.getLogger(__name__)


class ThemeChoice(StrEnum):
    """Light, dark, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What one officer prefers. `asked` is set once the first start has asked who she is."""

    person: Person = field(default_factory=Person)
    template: Path | None = None
    """The usual one; none: the one that comes with Drafter."""
    templates: tuple[KnownTemplate, ...] = ()
    exports: tuple[ExportProfile, ...] = ()
    """The latest first."""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    zoom: int = 100
    spelling: bool = True
    """Check it, where there is a dictionary."""
    advice: bool = False
    """On style: long sentences, words in capitals. Good statements may have both."""
    recent_libraries: tuple[Path, ...] = ()
    told_places: tuple[Path, ...] = ()
    """Libraries of which she was told that another program synchronises their folder."""
    asked: bool = False

    def with_library(self, library: Path) -> "Preferences":
        """The same with a library at the head of the recent ones."""
        others = tuple(each for each in self.recent_libraries if each != library)
        return replace(self, recent_libraries=(library, *others)[:MAX_RECENT])


def read_preferences(file: Path) -> Preferences:
    """What the file says. A missing one gives the defaults; a damaged one is set aside and gives them too."""
    try:
        content = file.read_bytes()
    except OSError:
        return Preferences()
    try:
        found = msgspec.json.decode(content, type=Preferences, dec_hook=_from_json)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        _set_aside(file)
        return Preferences()
    return replace(found, zoom=min(max(found.zoom, MIN_ZOOM), MAX_ZOOM))


def write_preferences(preferences: Preferences, file: Path) -> None:
    """Replace the file as one step. Raises CannotWrite; what was there is untouched then."""
    content = msgspec.json.format(msgspec.json.encode(preferences, enc_hook=_to_json), indent=2)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_bytes(file, content, private=True)
    except OSError as error:
        why = (
            "The disk is full: make room on it."
            if is_disk_full(error)
            else "Check that you may write in that folder."
        )
        raise CannotWrite(f"Your settings could not be saved in “{file.parent}”. {why}") from error


def _set_aside(file: Path) -> None:
    aside = file.with_name(f"{file.stem}-damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}{file.suffix}")
    try:
        file.replace(aside)
    except OSError:
        _log.warning("a damaged settings file could not be set aside")
    else:
        _log.warning("a damaged settings file was set aside as %s", aside.name)


def _to_json(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError


def _from_json(wanted: type, value: Any) -> object:  # noqa: ANN401 - what JSON holds can be anything
    if wanted is Path and isinstance(value, str):
        return Path(value)
    raise ValueError("not a path")
