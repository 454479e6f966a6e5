"""What is in hand and not yet kept: it is written every moment and survives a crash."""

from collections.abc import Sequence, Set
from pathlib import Path

import msgspec

from drafter.domain.changes import Change, Edit, changed
from drafter.domain.records.ids import PositionId, RecommendationId
from drafter.domain.records.positions import Facts, Wording
from drafter.domain.records.reports import Report
from drafter.domain.records.working import WorkingCopy
from drafter.domain.richtext import Source
from drafter.domain.richtext_html import from_html, to_html
from drafter.services.clock import now
from drafter.services.other_lists import Aside
from drafter.store.library import Library

POSITION, REPORT = "position", "report"
PASTED = "pasted text"
"""Beside a report in hand that was read from pasted text: that text, by the same subject."""
UNTOUCHED = "untouched text"
"""Text that was pasted and not corrected yet, with what was read from it: it is nowhere else."""
ACCEPTED = "accepted"
"""What she has accepted in a report that is kept, by the report’s id: that stays after all is saved."""

ReadFrom = Path | str | None
"""Where a report in hand was read from: a file, text that was pasted, or the library."""


_ALL = (REPORT, PASTED, UNTOUCHED)


class _Untouched(msgspec.Struct, kw_only=True):
    """Pasted text, and what was read from it."""

    report: Report
    text: str


class _Beside(msgspec.Struct, kw_only=True):
    """What stands beside the fields of a report in hand."""

    accepted: tuple[RecommendationId, ...] = ()
    path: str = ""
    aside: Aside = ()
    current: str = ""
    """Which of its items she was at."""


def keep_in_hand(
    library: Library,
    report: Report,
    *,
    accepted: Set[RecommendationId] = frozenset(),
    read_from: ReadFrom = None,
    aside: Aside = (),
    current: RecommendationId | None = None,
) -> None:
    """Write a report under correction, by the fingerprint of its file (its id, where it has no file).

    With it the lists of it that are set aside, and which of its items she is at.
    """
    path = str(read_from) if isinstance(read_from, Path) else ""
    beside = _Beside(accepted=tuple(sorted(accepted)), path=path, aside=aside, current=current or "")
    fields = msgspec.to_builtins(report) | msgspec.to_builtins(beside)
    copy = _copy(REPORT, subject_of(report), fields)
    before = library.working_copy(REPORT, copy.subject)
    if before is not None and before.content == copy.content:
        return
    with library.together():
        if isinstance(read_from, str) and library.working_copy(PASTED, copy.subject) is None:
            # A step of its own: the trail would write the text again with each correction.
            library.apply(Change.of("Paste a report", changed(None, _copy(PASTED, copy.subject, read_from))))
        _leave(library, copy.subject, UNTOUCHED)
        library.apply(Change.of("Correct a report", changed(before, copy)), coalesce=True)


def in_hand(library: Library, report: Report, *, same_id: bool = False) -> Report | None:
    """The report of this file as she left it, if it was left half-way.

    One that is kept wants the corrections of that very record: others are of before it was.
    """
    copy = library.working_copy(REPORT, subject_of(report))
    left = report_of(copy) if copy is not None else None
    return None if left is not None and same_id and left.id != report.id else left


def accepted_in_hand(library: Library, report: Report) -> frozenset[RecommendationId]:
    """Which of its items she has accepted: as she left it half-way, or else as it is kept."""
    copy = library.working_copy(REPORT, subject_of(report))
    kept = library.working_copy(ACCEPTED, report.id)
    if copy is not None and (kept is None or report_of(copy).id == report.id):
        return accepted_of(copy)
    return frozenset(msgspec.json.decode(kept.content, type=_Ids)) if kept is not None else frozenset()


def aside_in_hand(library: Library, report: Report) -> Aside:
    """The lists of this very report that she had set aside when she left it half-way."""
    copy = library.working_copy(REPORT, subject_of(report))
    if copy is None or report_of(copy).id != report.id:
        return ()
    return msgspec.json.decode(copy.content, type=_Beside).aside


def current_in_hand(library: Library, report: Report) -> int | None:
    """At which item of this very report she was when she left it half-way."""
    copy = library.working_copy(REPORT, subject_of(report))
    if copy is None or report_of(copy).id != report.id:
        return None
    current = msgspec.json.decode(copy.content, type=_Beside).current
    return next((row for row, each in enumerate(report.recommendations) if each.id == current), None)


def keep_accepted(library: Library, report: Report, accepted: Set[RecommendationId]) -> None:
    """Write what she has accepted in a report that is kept, where that is not as it was written last."""
    before = library.working_copy(ACCEPTED, report.id)
    after = _copy(ACCEPTED, report.id, sorted(accepted)) if accepted else None
    if (before.content if before is not None else "") != (after.content if after is not None else ""):
        library.apply(Change.of("Accept items of a report", changed(before, after)), coalesce=True)


def keep_text(library: Library, report: Report, text: str) -> None:
    """Write text that was pasted and not corrected, or no longer; a correction of it that is undone goes."""
    subject = subject_of(report)
    with library.together():
        _leave(library, subject, REPORT, PASTED)
        if library.working_copy(UNTOUCHED, subject) is None:
            copy = _copy(UNTOUCHED, subject, _Untouched(report=report, text=text))
            library.apply(Change.of("Paste a report", changed(None, copy)))


def let_go(library: Library, report: Report) -> None:
    """Forget the copy in hand: the report was kept, or the reading given up."""
    _leave(library, subject_of(report), *_ALL)


def _leave(library: Library, subject: str, *kinds: str) -> None:
    edits = _out(library, subject, kinds)
    if edits:
        library.apply(Change.of("Finish a report", edits), coalesce=True)


def letting_go(library: Library, subject: str) -> tuple[Edit, ...]:
    """What takes out a report in hand, and the text that was pasted for it."""
    return _out(library, subject, _ALL)


def _out(library: Library, subject: str, kinds: Sequence[str]) -> tuple[Edit, ...]:
    copies = (library.working_copy(kind, subject) for kind in kinds)
    return tuple(edit for copy in copies if copy is not None for edit in changed(copy, None))


def pasted_in_hand(library: Library, subject: str) -> str:
    """The text that a report in hand was read from, where it was pasted."""
    copy = library.working_copy(PASTED, subject)
    if copy is not None:
        return msgspec.json.decode(copy.content, type=str)
    untouched = library.working_copy(UNTOUCHED, subject)
    return msgspec.json.decode(untouched.content, type=_Untouched).text if untouched is not None else ""


def report_of(copy: WorkingCopy) -> Report:
    """The report as she left it."""
    if copy.kind == UNTOUCHED:
        return msgspec.json.decode(copy.content, type=_Untouched).report
    return msgspec.json.decode(copy.content, type=Report)


def accepted_of(copy: WorkingCopy) -> frozenset[RecommendationId]:
    """Which of its items she had accepted."""
    return frozenset(msgspec.json.decode(copy.content, type=_Beside).accepted)


def path_of(copy: WorkingCopy) -> Path | None:
    """The file that it was read from, as it was found then."""
    path = msgspec.json.decode(copy.content, type=_Beside).path
    return Path(path) if path else None


def subject_of(report: Report) -> str:
    """What a report in hand is written by."""
    return report.fingerprint or report.id


_Ids = tuple[RecommendationId, ...]


def _copy(kind: str, subject: str, fields: object) -> WorkingCopy:
    return WorkingCopy(subject=subject, kind=kind, content=msgspec.json.encode(fields).decode(), at=now())


class _Entry(msgspec.Struct, kw_only=True):
    """A position in hand, its text in the HTML subset."""

    title: str
    body: str
    sources: tuple[Source, ...]
    facts: Facts


def keep_entry_in_hand(library: Library, wording: Wording, facts: Facts) -> None:
    """Write a position that is being edited; nothing is written where it is as it was written last."""
    entry = _Entry(title=wording.title, body=to_html(wording.text), sources=wording.sources, facts=facts)
    copy = WorkingCopy(
        subject=wording.position, kind=POSITION, content=msgspec.json.encode(entry).decode(), at=now()
    )
    before = library.working_copy(POSITION, copy.subject)
    if before is None or before.content != copy.content:
        library.apply(Change.of("Edit a position", changed(before, copy)), coalesce=True)


def entry_in_hand(library: Library, position: PositionId) -> tuple[Wording, Facts] | None:
    """What was left half-way, if anything was."""
    copy = library.working_copy(POSITION, position)
    if copy is None:
        return None
    entry = msgspec.json.decode(copy.content, type=_Entry)
    wording = Wording(position=position, title=entry.title, text=from_html(entry.body), sources=entry.sources)
    return wording, entry.facts


def let_entry_go(library: Library, position: PositionId) -> None:
    """Forget the copy in hand: it was saved, or given up."""
    copy = library.working_copy(POSITION, position)
    if copy is not None:
        library.apply(Change.of("Finish a position", changed(copy, None)), coalesce=True)
