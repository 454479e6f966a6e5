"""The sample that newcomers try: a fictional review, a library of agreed words and a response to it."""

from pathlib import Path

import msgspec

from drafter.domain.changes import Change, changed
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.people import Person
from drafter.domain.records.working import Setting
from drafter.services.answering import response_of
from drafter.services.arriving import add_library_file
from drafter.services.files import read_text
from drafter.services.library_files import read_library_file
from drafter.services.loading import load_response
from drafter.services.response_files import read_response_file
from drafter.store.library import Library

LIBRARY, RESPONSE, STATEMENT, REPORT = "library.json", "response.json", "statement.json", "report.pdf"


def add_sample(library: Library, folder: Path, *, name: str = RESPONSE) -> ResponseId:
    """The sample library and one of its responses; what is there already is not brought twice.

    A response that was brought before is the one that is meant, whatever was done to it since, unless it is
    in the bin.
    """
    there = _brought(library, name)
    if there is not None:
        return there
    positions = folder / LIBRARY
    add_library_file(
        library, read_library_file(read_text(positions), positions.name), positions.name, by="Sample"
    )
    response = folder / name
    change = load_response(library, read_response_file(read_text(response), response.name), by=Person())
    identity = response_of(change)
    _remember(library, name, identity)
    return identity


def _brought(library: Library, name: str) -> ResponseId | None:
    stored = library.setting(_setting(name))
    known = msgspec.json.decode(stored, type=str) if stored is not None else None
    return next((each.id for each in library.response_heads() if each.id == known), None)


def _remember(library: Library, name: str, response: ResponseId) -> None:
    before = library.setting(_setting(name))
    stored = Setting(name=_setting(name), value=before) if before is not None else None
    setting = Setting(name=_setting(name), value=msgspec.json.encode(response).decode())
    library.apply(Change.of("Remember the sample", changed(stored, setting)))


def _setting(name: str) -> str:
    return f"sample {name}"
