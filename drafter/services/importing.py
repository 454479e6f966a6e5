"""What comes in: reports with their recommendations, positions from files, responses from files."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import BadInput, NothingToDo
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import ReportId, ResponseId, new_id
from drafter.domain.records.people import Person
from drafter.domain.records.reports import Reading, Recommendation, Report
from drafter.reports.reading import read_text as read_pasted
from drafter.services import files
from drafter.services.answering import response_of
from drafter.services.arriving import Imported, add_entries, add_library_file
from drafter.services.clock import now
from drafter.services.exchange_files import passed_over
from drafter.services.library_csv import read_library_csv
from drafter.services.library_files import LibraryFile, read_library_file
from drafter.services.loading import load_response
from drafter.services.past_responses import add_proposals, all_proposals
from drafter.services.reading import read_report
from drafter.services.response_files import ResponseFile, read_response_file
from drafter.services.working import in_hand
from drafter.store.library import Library

__all__ = [
    "Imported",
    "Known",
    "Loaded",
    "add_positions",
    "add_response",
    "correct_report",
    "keep_report",
    "known_as",
    "read_pasted_report",
    "read_report",
    "report_from_reading",
]

_PASTED = "pasted.txt"
MOST_KEPT_FILE = 50 * 1024 * 1024
"""A report's file larger than this is read but not kept beside its list."""


def read_pasted_report(text: str, *, title: str = "") -> Reading:
    """Find what a text from the clipboard recommends or asks. Nothing is kept."""
    return read_pasted(text, title=title)


def report_from_reading(
    reading: Reading, recommendations: tuple[Recommendation, ...] | None = None, *, title: str = ""
) -> Report:
    """The record to keep: the list as she corrected it, else the best candidate."""
    return Report(
        id=ReportId(new_id()),
        title=title.strip() or reading.title or reading.source or "Untitled report",
        source=reading.source,
        fingerprint=reading.fingerprint,
        pages=reading.pages,
        recommendations=reading.recommendations if recommendations is None else recommendations,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the library has of a report that was read."""

    stored: Report
    """As it is kept, or as it was read where this file is not known."""
    is_kept: bool
    left: Report | None = None
    """As she left it, where that is another one."""
    like: Report | None = None
    """Kept under the same title, from another file."""


def known_as(library: Library, fresh: Report) -> Known:
    """Whether this very file is in the library, was begun in place of another one, or has one like it."""
    left = in_hand(library, fresh)
    there = library.report_with(fresh.fingerprint) if fresh.fingerprint else None
    if there is not None:
        is_of_it = left is not None and left.id == there.id and left != there
        return Known(stored=there, is_kept=True, left=left if is_of_it else None)
    kept = library.reports()
    begun = next((each for each in kept if left is not None and each.id == left.id), None)
    if begun is not None:
        return Known(stored=begun, is_kept=True, left=left)
    title = fresh.title.casefold().split()
    like = next((each for each in kept if each.title.casefold().split() == title), None)
    return Known(stored=fresh, is_kept=False, left=left, like=like if left is None else None)


def keep_report(
    library: Library, report: Report, *, path: Path | None = None, pasted: str = "", by: str = ""
) -> Change:
    """Keep a report and, given its path or the pasted text, that too, so that it can be shown later.

    Raises NothingToDo if the very same file is in the library already.
    """
    there = library.report_with(report.fingerprint) if report.fingerprint else None
    if there is not None:
        raise NothingToDo(f"This file is in the library already, as “{there.title}”.")
    kept = replace(report, added_at=now())
    with library.together():
        _keep_file(library, report, path, pasted)
        return library.apply(Change.of(f"Keep “{report.title}”", added(kept), by=by))


def _keep_file(library: Library, report: Report, path: Path | None, pasted: str) -> None:
    content = pasted.encode("utf-8", "replace") if path is None else _content(path, report.fingerprint)
    if content:
        library.keep_report_file(report.fingerprint, path.name if path is not None else _PASTED, content)


def _content(path: Path, fingerprint: str) -> bytes:
    """The file as it was read; empty where it is too large, has changed since, or is no longer there."""
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_KEPT_FILE else b""
    except OSError:  # taken away since it was read: its list can be kept all the same
        return b""
    return content if hashlib.sha256(content).hexdigest() == fingerprint else b""


def add_positions(library: Library, path: Path, *, by: str, progress: Progress = silent) -> Imported:
    """Positions from a .json, .csv or .docx file; says what came in and what was there."""
    suffix = path.suffix.casefold()
    if suffix == ".json":
        text = files.read_text(path)
        file, odd = read_library_file(text, path.name), passed_over(text, LibraryFile)
        done = add_library_file(library, file, path.name, by=by, progress=progress)
        return replace(done, remarks=(*done.remarks, *odd))
    if suffix == ".csv":
        entries = read_library_csv(files.read_text(path), path.name)
        return add_entries(library, entries, path.name, by=by, progress=progress)
    if suffix == ".docx":
        found = all_proposals(path, library)
        done = add_proposals(library, (each for each in found if not each.doubt), by=by)
        doubtful = sum(bool(each.doubt) for each in found)
        said = f"Left out as not our own words: {doubtful}."
        return replace(done, remarks=(*done.remarks, *((said,) if doubtful else ())))
    raise BadInput(f"“{path.name}” is not a library file. Choose a .json, .csv or .docx file.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A response that came in from a file; `remarks` say what in the file was not known."""

    response: ResponseId
    change: Change
    remarks: tuple[str, ...] = ()


def add_response(library: Library, path: Path, *, by: Person) -> Loaded:
    """A response from a .json file."""
    text = files.read_text(path)
    file, odd = read_response_file(text, path.name), passed_over(text, ResponseFile)
    change = load_response(library, file, by=by)
    return Loaded(response=response_of(change), change=change, remarks=odd)


def correct_report(
    library: Library, report: Report, *, path: Path | None = None, pasted: str = "", by: str = ""
) -> Change:
    """Write what was corrected in a report that is kept. Raises NothingToDo if nothing was.

    Where it was read from another file by now, that is kept too, given its path or the pasted text.
    """
    before = library.report(report.id)
    if before == report:
        raise NothingToDo("Nothing has changed since it was kept.")
    with library.together():
        if before.fingerprint != report.fingerprint:
            _keep_file(library, report, path, pasted)
        return library.apply(Change.of(f"Correct “{report.title}”", changed(before, report), by=by))
