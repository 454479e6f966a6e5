"""The library as a JSON file: what is least needed to read one, and everything when writing one."""

from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from drafter.domain.errors import NotALibraryFile
from drafter.domain.progress import Progress, silent, watched
from drafter.domain.records.positions import Kind, Position, Status
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Source
from drafter.domain.richtext_html import to_html
from drafter.services.exchange_files import LIBRARY, VERSION, read_exchange
from drafter.services.files import json_text, write_text
from drafter.services.filling_in import own_fields
from drafter.store import exchange
from drafter.store.library import Library
from drafter.store.listing import how_many


class PositionEntry(msgspec.Struct, kw_only=True):
    """One position as the file has it; the least is a title and a body."""

    id: str = ""
    title: str
    kind: Kind = Kind.POSITION
    themes: tuple[str, ...] = ()
    stance: Stance | None = None
    status: Status = Status.DRAFT
    owner: str = ""
    review_by: date | None = None
    body: str = ""
    sources: tuple[Source, ...] = ()


class LibraryFile(msgspec.Struct, kw_only=True):
    """The whole file; `versions` holds every immutable record, from which the positions follow.

    `fields` are the organisation's own merge fields, `not_alike` the pairs that somebody told apart.
    """

    format: Literal["drafter-library"]
    version: Literal[1]
    positions: tuple[PositionEntry, ...] = ()
    fields: dict[str, str] = {}
    not_alike: tuple[tuple[str, str], ...] = ()
    versions: tuple[str, ...] = ()


def read_library_file(text: str, name: str) -> LibraryFile:
    """Raises NotALibraryFile naming what is wrong with which entry."""
    return read_exchange(text, name, LibraryFile, form=LIBRARY, error=NotALibraryFile)


def library_file(library: Library, progress: Progress = silent) -> LibraryFile:
    """Everything: the positions in plain form for people, and every version for machines.

    What is in the bin is among the versions alone.
    """
    return LibraryFile(
        format=LIBRARY,
        version=VERSION,
        positions=tuple(map(entry_of, in_use(library, progress))),
        fields=own_fields(library),
        not_alike=tuple(sorted(library.not_alike())),
        versions=exchange.versions_out(library),
    )


def library_json(library: Library) -> str:
    return json_text(msgspec.to_builtins(library_file(library)))


def write_library_json(library: Library, target: Path, progress: Progress = silent) -> int:
    """Write the file; returns how many positions it lists."""
    file = library_file(library, progress)
    write_text(target, json_text(msgspec.to_builtins(file)))
    return len(file.positions)


def in_use(library: Library, progress: Progress = silent) -> list[Position]:
    """The positions outside the bin, by title: the same library always gives the same file."""
    read = watched(library.positions(), progress, how_many(library))
    kept = (each for each in read if each.deletion is None)
    return sorted(kept, key=lambda each: (each.current.title.casefold(), each.id))


def entry_of(position: Position) -> PositionEntry:
    """A position with its current wording, as files have it."""
    return PositionEntry(
        id=position.id,
        title=position.current.title,
        kind=position.facts.kind,
        themes=position.facts.themes,
        stance=position.facts.stance,
        status=position.status,
        owner=position.facts.owner,
        review_by=position.facts.review_by,
        body=to_html(position.current.text),
        sources=position.current.sources,
    )
