"""What is in hand and not yet kept: it is written every moment and survives a crash."""

from collections.abc import Set

import msgspec

from drafter.domain.changes import Change, changed
from drafter.domain.records.ids import PositionId, RecommendationId
from drafter.domain.records.positions import Facts, Wording
from drafter.domain.records.reports import Report
from drafter.domain.records.working import WorkingCopy
from drafter.domain.richtext import Source
from drafter.domain.richtext_html import from_html, to_html
from drafter.services.clock import now
from drafter.store.library import Library

POSITION, REPORT = "position", "report"


class _Accepted(msgspec.Struct, kw_only=True):
    """What stands beside the fields of a report in hand."""

    accepted: tuple[RecommendationId, ...] = ()


def keep_in_hand(library: Library, report: Report, *, accepted: Set[RecommendationId] = frozenset()) -> None:
    """Write a report under correction, by the fingerprint of its file (its id, where it has no file)."""
    fields = msgspec.to_builtins(report) | {"accepted": sorted(accepted)}
    copy = WorkingCopy(
        subject=_subject(report), kind=REPORT, content=msgspec.json.encode(fields).decode(), at=now()
    )
    before = library.working_copy(REPORT, copy.subject)
    if before is None or before.content != copy.content:
        library.apply(Change.of("Correct a report", changed(before, copy)), coalesce=True)


def in_hand(library: Library, report: Report, *, same_id: bool = False) -> Report | None:
    """The report of this file as she left it, if it was left half-way.

    One that is kept wants the corrections of that very record: others are of before it was.
    """
    copy = library.working_copy(REPORT, _subject(report))
    left = msgspec.json.decode(copy.content, type=Report) if copy is not None else None
    return None if left is not None and same_id and left.id != report.id else left


def accepted_in_hand(library: Library, report: Report) -> frozenset[RecommendationId]:
    """Which items of a report that was left half-way she had accepted."""
    copy = library.working_copy(REPORT, _subject(report))
    return (
        frozenset(msgspec.json.decode(copy.content, type=_Accepted).accepted)
        if copy is not None
        else frozenset()
    )


def let_go(library: Library, report: Report) -> None:
    """Forget the copy in hand: the report was kept, or the reading given up."""
    copy = library.working_copy(REPORT, _subject(report))
    if copy is not None:
        library.apply(Change.of("Finish a report", changed(copy, None)), coalesce=True)


def _subject(report: Report) -> str:
    return report.fingerprint or report.id


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
