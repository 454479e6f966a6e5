"""One change, one transaction: every edit, the projection and the trail, or nothing."""

from collections.abc import Iterable
from dataclasses import replace

from sqlite_utils import Database

from drafter.domain.changes import Change, Edit
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import RevisionId
from drafter.domain.records.positions import Approval
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Response
from drafter.store import inplace, rows, trail, versioned, versions
from drafter.store.rows import Written
from drafter.store.versions import Hand, Version


def prepare(change: Change) -> tuple[Written, ...]:
    """The edits as they will be kept: what takes longest in a large change, and needs no library."""
    return tuple(map(Written.of, change.edits))


def apply(
    ledger: versioned.Ledger,
    change: Change,
    prepared: Iterable[Written],
    *,
    coalesce: bool = False,
    progress: Progress = silent,
) -> Change:
    """Write a change and return it as applied. Whatever `progress` raises leaves nothing of it."""
    db, hand = ledger.db, ledger.hand
    applied = replace(change, by=hand.author, at=hand.at)
    if applied.is_empty:
        return applied
    with db.atomic():
        edits: list[Edit] = []
        written: list[Written] = []
        for number, (given, ready) in enumerate(zip(applied.edits, prepared, strict=True)):
            progress(number, len(applied.edits))
            edits.append(_named(given, ledger))
            written.append(ready if edits[-1] is given else Written.of(edits[-1]))
            _write(db, written[-1], ledger)
        applied = replace(applied, edits=tuple(edits))
        ledger.project()
        trail.keep(db, applied, written, coalesce=coalesce)
    return applied


def keep_draft(db: Database, response: Response, label: str, hand: Hand) -> str:
    """Keep a response as it is at this moment, for good; the hash that names it."""
    record = rows.encode_draft(label, response)
    with db.atomic():
        return _keep(db, versions.RESPONSE, response.id, record, hand).hash


def keep_report(db: Database, report: Report, hand: Hand) -> str:
    """Keep a report as it is at this moment, for good; nothing is added where it is kept already."""
    record = rows.encode(report)
    with db.atomic():
        earlier = _earlier(db, versions.REPORT, report.id)
        if earlier and bytes(earlier[-1].record) == record.encode():
            return earlier[-1].hash
        return _keep(db, versions.REPORT, report.id, record, hand).hash


def _named(edit: Edit, ledger: versioned.Ledger) -> Edit:
    """An approval of the wording that this very change adds learns which revision that became."""
    given = edit.after
    if not isinstance(given, Approval) or given.revision:
        return edit
    standing = ledger.standing(given.position)
    if standing.newest is None:
        return edit
    newest = RevisionId(standing.newest.hash)
    # words that come back bring their approval with them; then this one follows it
    return Edit(before=standing.approval_of(newest), after=replace(given, revision=newest))


def _write(db: Database, edit: Written, ledger: versioned.Ledger) -> None:
    if versioned.is_versioned(edit):
        versioned.write(ledger, edit)
        return
    inplace.write(db, edit)
    if edit.before is None and isinstance(edit.after, Report):
        keep_report(db, edit.after, ledger.hand)


def _keep(db: Database, kind: str, subject: str, record: str, hand: Hand) -> Version:
    follows = [each.hash for each in _earlier(db, kind, subject)[-1:]]
    version = versions.make(hand, kind=kind, subject=subject, record=record, follows=follows)
    versions.add(db, version, received_at=hand.at)
    return version


def _earlier(db: Database, kind: str, subject: str) -> list[Version]:
    return versions.in_order(each for each in versions.of_subject(db, subject) if each.kind == kind)
