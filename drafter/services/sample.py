"""The sample that newcomers try: a fictional review, a library of agreed words and a response to it."""

import hashlib
from dataclasses import replace
from pathlib import Path

import msgspec

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import NothingToDo
from drafter.domain.records.ids import PositionId, ReportId, ResponseId
from drafter.domain.records.people import Person
from drafter.domain.records.positions import Deletion, Position
from drafter.domain.records.responses import ResponseHead
from drafter.domain.records.working import Setting
from drafter.services.answering import response_of
from drafter.services.arriving import add_library_file
from drafter.services.clock import now
from drafter.services.files import read_text
from drafter.services.importing import correct_report
from drafter.services.library_files import read_library_file
from drafter.services.loading import load_response
from drafter.services.positions import recover
from drafter.services.response_files import read_response_file
from drafter.store.library import Library

LIBRARY, RESPONSE, STATEMENT, REPORT = "library.json", "response.json", "statement.json", "report.pdf"
REPORT_PAGES = 23
_BY = "Sample"
"""Who brings its positions in: every wording says who wrote it, in whatever library it ends up."""

_POSITIONS = "positions"
"""What its positions are remembered under, beside its responses."""


def add_sample(library: Library, folder: Path, *, name: str = RESPONSE) -> ResponseId:
    """The sample library and one of its responses; what is there already is not brought twice.

    A response that was brought before is the one that is meant, whatever was done to it since, unless it is
    in the bin.
    """
    there = _brought(library, name)
    if there is not None:
        return there
    positions = folder / LIBRARY
    _take_out_of_the_bin(library)
    add_library_file(library, read_library_file(read_text(positions), positions.name), positions.name, by=_BY)
    _remember(library, _POSITIONS, [each.id for each in library.positions() if is_of_sample(library, each)])
    response = folder / name
    change = load_response(library, read_response_file(read_text(response), response.name), by=Person())
    identity = response_of(change)
    _keep_report(library, identity, folder / REPORT)
    _remember(library, name, identity)
    return identity


def is_of_sample(library: Library, position: Position) -> bool:
    """Its words in use are the sample's: what she has written anew is hers, whatever came before."""
    current = position.current
    if current.by == _BY:
        return True
    return position.id in (_remembered(library) or ()) and any(
        each.by == _BY and each.text == current.text for each in library.revisions(position.id)
    )


def belongs_to_sample(library: Library, response: ResponseHead) -> bool:
    """It came with the sample, or answers the sample's report: there the sample's words may stand."""
    return response.id in _responses(library) or response.report in _reports(library)


def has_sample(library: Library) -> bool:
    """A position or a response of it is there and not in the bin."""
    return bool(_heads(library) or _kept(library))


def remove_sample(library: Library, *, by: str) -> Change:
    """Its positions and responses into the bin, as one change; what she has reworded stays.

    Raises NothingToDo where nothing of it is there.
    """
    at = now()
    positions = added(*(Deletion(position=each.id, by=by, at=at) for each in _kept(library)))
    heads = (edit for each in _heads(library) for edit in changed(each, replace(each, deleted=True)))
    change = Change.of("Remove the sample", (*positions, *heads), by=by)
    if change.is_empty:
        raise NothingToDo("The sample is not in this library, so there is nothing to remove.")
    return library.apply(change)


def _kept(library: Library) -> list[Position]:
    """Its positions that are not in the bin."""
    found = library.positions(_listed(library))
    return [each for each in found if each.deletion is None and is_of_sample(library, each)]


def _heads(library: Library) -> list[ResponseHead]:
    """Its responses that are not in the bin."""
    known = _responses(library)
    return [each for each in library.response_heads() if each.id in known] if known else []


def _reports(library: Library) -> set[ReportId]:
    known = _responses(library)
    heads = library.response_heads(include_deleted=True) if known else ()
    return {each.report for each in heads if each.id in known and each.report is not None}


def _responses(library: Library) -> set[ResponseId]:
    stored = (library.setting(_setting(name)) for name in (RESPONSE, STATEMENT))
    return {ResponseId(msgspec.json.decode(each, type=str)) for each in stored if each is not None}


def _listed(library: Library) -> tuple[PositionId, ...]:
    """What came with it; a library that had it before this was kept is looked through."""
    remembered = _remembered(library)
    if remembered is not None or not _responses(library):
        return remembered or ()
    return tuple(each.id for each in library.positions() if each.current.by == _BY)


def _remembered(library: Library) -> tuple[PositionId, ...] | None:
    stored = library.setting(_setting(_POSITIONS))
    if stored is None:
        return None
    return tuple(PositionId(each) for each in msgspec.json.decode(stored, type=list[str]))


def _take_out_of_the_bin(library: Library) -> None:
    """What was removed with it comes back with it."""
    gone = [each.id for each in library.positions(_listed(library)) if each.deletion is not None]
    if gone:
        recover(library, tuple(gone), by=_BY)


def _keep_report(library: Library, response: ResponseId, file: Path) -> None:
    """With its file the report can be read beside the draft."""
    answered = library.response(response).head.report
    report = library.report(answered) if answered is not None else None
    if report is None or report.fingerprint or not file.is_file():
        return
    fingerprint = hashlib.sha256(file.read_bytes()).hexdigest()
    known = replace(report, source=file.name, fingerprint=fingerprint, pages=REPORT_PAGES)
    correct_report(library, known, path=file)


def _brought(library: Library, name: str) -> ResponseId | None:
    stored = library.setting(_setting(name))
    known = msgspec.json.decode(stored, type=str) if stored is not None else None
    return next((each.id for each in library.response_heads() if each.id == known), None)


def _remember(library: Library, name: str, what: str | list[PositionId]) -> None:
    before = library.setting(_setting(name))
    stored = Setting(name=_setting(name), value=before) if before is not None else None
    setting = Setting(name=_setting(name), value=msgspec.json.encode(what).decode())
    library.apply(Change.of("Remember the sample", changed(stored, setting)))


def _setting(name: str) -> str:
    return f"sample {name}"
