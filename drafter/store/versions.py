"""Versions: immutable records that only ever grow, named by the hash of their own text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import groupby, islice
from typing import Any

import msgspec
from sqlite_utils import Database

from drafter.domain.records.ids import new_id
from drafter.store import rows

WORDING, FACTS = "wording", "facts"
APPROVAL, WITHDRAWAL = "approval", "withdrawal"
REVIEW, RETRACTION = "review", "retraction"
"""A retraction takes back a review or a use."""
RETIREMENT, REVIVAL = "retirement", "revival"
DELETION, RECOVERY = "deletion", "recovery"
USE, REPORT, RESPONSE = "use", "report", "response"

OF_POSITIONS = (
    WORDING, FACTS, APPROVAL, WITHDRAWAL, REVIEW, RETRACTION, RETIREMENT, REVIVAL, DELETION, RECOVERY, USE
)  # fmt: skip
KINDS = frozenset((*OF_POSITIONS, REPORT, RESPONSE))

_AT_ONCE = 500
"""How many names one question to SQLite holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version. `follows` are the versions of the same matter that it came after or takes back."""

    hash: str
    subject: str
    kind: str
    follows: tuple[str, ...]
    author: str
    device: str
    at: datetime
    record: msgspec.Raw
    rec: str
    """The whole as canonical JSON: what is kept, hashed and exchanged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who writes, where and when."""

    author: str
    device: str
    at: datetime


class _Envelope(msgspec.Struct, frozen=True, kw_only=True):
    subject: str
    kind: str
    parents: tuple[str, ...] = ()
    author: str
    device: str
    at: datetime
    nonce: str
    record: msgspec.Raw


def make(hand: Hand, *, kind: str, subject: str, record: str, follows: Iterable[str] = ()) -> Version:
    """A new version of a record given as canonical JSON."""
    rec = rows.canonical(
        _Envelope(
            subject=subject,
            kind=kind,
            parents=tuple(sorted(set(follows))),
            author=hand.author,
            device=hand.device,
            at=hand.at,
            nonce=new_id(),
            record=msgspec.Raw(record.encode()),
        )
    )
    return read(rec)


def read(rec: str) -> Version:
    """The version that this text is. Raises msgspec.DecodeError where it is none."""
    envelope = rows.parse(_Envelope, rec)
    return Version(
        hash=sha256(rec.encode()).hexdigest(),
        subject=envelope.subject,
        kind=envelope.kind,
        follows=envelope.parents,
        author=envelope.author,
        device=envelope.device,
        at=envelope.at,
        record=envelope.record,
        rec=rec,
    )


def add(db: Database, version: Version, *, received_at: datetime) -> None:
    """Keep a new version; those that it follows are there already."""
    cursor = db.execute(
        "INSERT INTO version (vhash, subject, kind, author, device, made_at, rec, received_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            bytes.fromhex(version.hash),
            bytes.fromhex(version.subject),
            version.kind,
            version.author,
            bytes.fromhex(version.device),
            stamp(version.at),
            version.rec,
            stamp(received_at),
        ),
    )
    for each in version.follows:
        db.execute(
            "INSERT INTO version_parent (child, parent) SELECT ?, vid FROM version WHERE vhash = ?",
            (cursor.lastrowid, bytes.fromhex(each)),
        )


def of_subject(db: Database, subject: str) -> list[Version]:
    """All that is kept about one subject."""
    found = db.execute("SELECT rec FROM version WHERE subject = ?", (bytes.fromhex(subject),))
    return [read(rec) for (rec,) in found]


def of_subjects(db: Database, subjects: Sequence[str] | None = None) -> Iterator[tuple[str, list[Version]]]:
    """Likewise for many, or for every position; the rows are fetched now, and read as they are taken."""
    marks = ", ".join("?" for _ in OF_POSITIONS)
    if subjects is None:
        found = db.execute(
            f"SELECT subject, rec FROM version WHERE kind IN ({marks}) ORDER BY subject",  # noqa: S608 - question marks alone
            OF_POSITIONS,
        ).fetchall()
    else:
        blobs = [bytes.fromhex(each) for each in subjects]
        found = among(db, "SELECT subject, rec FROM version WHERE subject IN ({})", blobs)
        found.sort(key=lambda row: row[0])
    grouped = groupby(found, key=lambda row: bytes(row[0]))
    return ((subject.hex(), [read(rec) for _, rec in group]) for subject, group in grouped)


def by_hash(db: Database, hashes: Iterable[str]) -> dict[str, Version]:
    """The versions of these hashes that are there."""
    blobs = [bytes.fromhex(each) for each in hashes if is_hash(each)]
    found = among(db, "SELECT rec FROM version WHERE vhash IN ({})", blobs)
    return {version.hash: version for version in (read(rec) for (rec,) in found)}


def among(db: Database, sql: str, values: Iterable[object]) -> list[tuple[Any, ...]]:
    """Every row of a question about many values, asked in pieces; `{}` is where they go."""
    found: list[tuple[Any, ...]] = []
    remaining = iter(values)
    while batch := list(islice(remaining, _AT_ONCE)):
        found += db.execute(sql.format(", ".join("?" for _ in batch)), batch).fetchall()
    return found


def is_hash(text: str) -> bool:
    """Whether it could be the name of a version."""
    return len(text) == 64 and set(text) <= set("0123456789abcdef")  # noqa: PLR2004 - hex digits of SHA-256


def in_order(versions: Iterable[Version]) -> list[Version]:
    """Oldest first, by when they were made; but never before what they follow, whatever a clock said."""
    known = {each.hash: each for each in versions}
    times: dict[str, datetime] = {}
    for each in known.values():
        _time(each.hash, known, times)
    return sorted(known.values(), key=lambda each: (times[each.hash], each.hash))


def _time(wanted: str, known: dict[str, Version], times: dict[str, datetime]) -> None:
    """Set when a version counts as made; without recursion, for histories are long."""
    waiting = [wanted]
    while waiting:
        version = known[waiting[-1]]
        missing = [each for each in version.follows if each in known and each not in times]
        if missing:
            waiting += missing
            continue
        waiting.pop()
        before = [times[each] + timedelta(microseconds=1) for each in version.follows if each in times]
        times[version.hash] = max([version.at, *before])


def stamp(moment: datetime) -> str:
    """A moment as it sorts: UTC, always to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
