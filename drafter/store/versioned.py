"""Edits of positions as versions: whatever an edit says, a version is added and none is altered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from sqlite_utils import Database

from drafter.domain.errors import Conflict, NotFound
from drafter.domain.records.ids import PositionId, RevisionId
from drafter.domain.records.positions import (
    Approval,
    Deletion,
    Facts,
    Retirement,
    Review,
    Wording,
)
from drafter.domain.records.responses import PastUse
from drafter.store import projecting, rows, versions
from drafter.store.rows import Written
from drafter.store.standing import Standing
from drafter.store.versions import Hand, Version

CHANGED = (
    "This was changed in the meantime, so nothing was overwritten. Look at it as it is now, then do it again."
)


AT_ONCE = 500
"""How many positions are held in memory while a large change is written."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The positions that one change touches, as they stand after each of its edits."""

    db: Database
    hand: Hand
    joins: bool = False
    """Words that are written end a disagreement of two people, and not only one side of it."""
    standings: dict[PositionId, Standing] = field(default_factory=dict)
    found: dict[PositionId, Standing] = field(default_factory=dict)
    """Likewise, as the tables that are read have them."""
    begun: set[PositionId] = field(default_factory=set)
    ended: set[PositionId] = field(default_factory=set)

    def standing(self, position: PositionId) -> Standing:
        if position not in self.standings:
            if len(self.standings) >= AT_ONCE:
                self.project()
            self.standings[position] = Standing.of(position, versions.of_subject(self.db, position))
            self.found[position] = self.standings[position]
        return self.standings[position]

    def add(self, kind: str, position: PositionId, record: str, follows: Sequence[Version] = ()) -> Version:
        """Add one version and look at the position anew."""
        named = [each.hash for each in follows]
        version = versions.make(self.hand, kind=kind, subject=position, record=record, follows=named)
        versions.add(self.db, version, received_at=self.hand.at)
        before = self.standing(position)
        self.standings[position] = Standing.of(position, (*before.versions, version))
        return version

    def begin(self, position: PositionId, *, there: bool) -> None:
        """Something of a position comes in: it is new, or comes back out of the bin."""
        deletions = self.standing(position).in_force(versions.DELETION)
        if deletions:
            self.add(versions.RECOVERY, position, _only(position), deletions)
        elif there and position not in self.begun:
            raise Conflict(CHANGED)
        self.begun.add(position)

    def end(self, position: PositionId) -> None:
        """Something of a position goes, and with it the position: its creation was undone."""
        if position in self.ended:
            return
        if self.standing(position).deletion is not None:
            raise Conflict(CHANGED)
        gone = Deletion(position=position, by=self.hand.author, at=self.hand.at)
        self.add(versions.DELETION, position, rows.encode(gone))
        self.ended.add(position)

    def project(self) -> None:
        """Write how every touched position stands now, and let go of it."""
        for position, standing in self.standings.items():
            projecting.project(self.db, standing, self.found[position])
        self.standings.clear()
        self.found.clear()


def write(ledger: Ledger, edit: Written) -> None:
    """Add what one edit of a versioned record asks for. Raises Conflict where `before` no longer holds."""
    _WRITERS[edit.type](ledger, edit)


def _write_wording(ledger: Ledger, edit: Written) -> None:
    position, before, after = _parts(edit, Wording)
    standing = ledger.standing(position)
    words = [rows.decode(Wording, each.record) for each in standing.heads]
    if before is None:
        ledger.begin(position, there=bool(words))
    elif before not in words and words != [after]:
        raise Conflict(CHANGED)
    if after is None:
        ledger.end(position)
    elif words != [after]:
        is_whole = ledger.joins or before not in words
        follows = [
            head
            for head, said in zip(standing.heads, words, strict=True)
            if is_whole or said in (before, after)
        ]
        added = ledger.add(versions.WORDING, position, edit.after_json, follows)
        _carry_approval(ledger, added)


def _carry_approval(ledger: Ledger, added: Version) -> None:
    """Words that were agreed are still agreed when they come back."""
    standing = ledger.standing(PositionId(added.subject))
    earlier = [given for _, given in standing.approvals if _same_words(standing, given.revision, added.hash)]
    if earlier:
        again = replace(earlier[-1], revision=RevisionId(added.hash))
        ledger.add(versions.APPROVAL, standing.id, rows.encode(again))


def _write_facts(ledger: Ledger, edit: Written) -> None:
    position, before, after = _parts(edit, Facts)
    standing = ledger.standing(position)
    there = standing.has(versions.FACTS)
    if before is None:
        ledger.begin(position, there=there)
    elif not all(_field(before, name) == _field(standing.facts, name) for name in _differing(before, after)):
        raise Conflict(CHANGED)
    if after is None:
        ledger.end(position)
        return
    meant = _FACTS if before is None else _differing(before, after)
    wanted = meant if not there else [each for each in meant if each in _differing(standing.facts, after)]
    if wanted:
        record = rows.canonical({name: _field(after, name) for name in wanted})
        ledger.add(versions.FACTS, position, record, standing.in_force(versions.FACTS))


_FACTS = tuple(each.name for each in fields(Facts) if each.name != "position")


def _differing(one: Facts, other: Facts | None) -> tuple[str, ...]:
    """The fields in which they differ: two people may change different ones at the same time."""
    if other is None:
        return _FACTS
    return tuple(each for each in _FACTS if _field(one, each) != _field(other, each))


def _field(facts: Facts, name: str) -> object:
    return getattr(facts, name)


def _write_approval(ledger: Ledger, edit: Written) -> None:
    position, before, after = _parts(edit, Approval)
    standing = ledger.standing(position)
    mine: list[Version] = []
    if before is not None:
        mine = _same_approvals(standing, before)
        if not mine:
            raise Conflict(CHANGED)
    elif any(given.revision == edit.key[-1] for _, given in standing.approvals):
        raise Conflict(CHANGED)
    if after is None:
        record = rows.canonical({"position": position, "revision": edit.key[-1]})
        ledger.add(versions.WITHDRAWAL, position, record, mine)
    else:
        _approve(ledger, after, mine)


def _approve(ledger: Ledger, approval: Approval, instead_of: list[Version]) -> None:
    """Approve the revision that is named and, where an undo brought the same words again, that one too."""
    standing = ledger.standing(approval.position)
    if all(each.hash != approval.revision for each in standing.wordings):
        raise NotFound("The wording to approve is no longer in the library. Open the position again.")
    ledger.add(versions.APPROVAL, standing.id, rows.encode(approval), instead_of)
    standing = ledger.standing(approval.position)  # without those that this one follows
    newest = standing.newest.hash if standing.newest is not None else approval.revision
    approved = {given.revision for _, given in standing.approvals}
    if newest not in approved and _same_words(standing, newest, approval.revision):
        ledger.add(
            versions.APPROVAL, standing.id, rows.encode(replace(approval, revision=RevisionId(newest)))
        )


def _same_approvals(standing: Standing, wanted: Approval) -> list[Version]:
    """The approval itself, and the same one carried over to the same words in another revision."""
    return [
        version
        for version, given in standing.approvals
        if replace(given, revision=wanted.revision) == wanted
        and _same_words(standing, given.revision, wanted.revision)
    ]


def _same_words(standing: Standing, one: str, other: str) -> bool:
    return one == other or standing.wording(one) == standing.wording(other)


def _write_in_force(kind: str, taken_back: str) -> Callable[[Ledger, Written], None]:
    """Make a writer of records of which one at a time is in force: added, followed, or taken back."""

    def write_one(ledger: Ledger, edit: Written) -> None:
        position, before, after = _parts(edit, edit.type)
        in_force = [
            each
            for each in ledger.standing(position).in_force(kind)
            if rows.decode(edit.type, each.record).key == edit.key
        ]
        current = rows.decode(edit.type, in_force[-1].record) if in_force else None
        if current != before:
            raise Conflict(CHANGED)
        if after is None:
            ledger.add(taken_back, position, _only(position), in_force)
        else:
            ledger.add(kind, position, edit.after_json, in_force)

    return write_one


_WRITERS: dict[type, Callable[[Ledger, Written], None]] = {
    Wording: _write_wording,
    Facts: _write_facts,
    Approval: _write_approval,
    Review: _write_in_force(versions.REVIEW, versions.RETRACTION),
    Retirement: _write_in_force(versions.RETIREMENT, versions.REVIVAL),
    Deletion: _write_in_force(versions.DELETION, versions.RECOVERY),
    PastUse: _write_in_force(versions.USE, versions.RETRACTION),
}


def is_versioned(edit: Written) -> bool:
    return edit.type in _WRITERS


def _parts(edit: Written, kind: type[Any]) -> tuple[PositionId, Any, Any]:
    """The position, before and after; the type is what the table of writers has beside the writer."""
    assert edit.type is kind  # noqa: S101 - that table is in this file
    return PositionId(edit.key[1]), edit.before, edit.after


def _only(position: PositionId) -> str:
    return rows.canonical({"position": position})
