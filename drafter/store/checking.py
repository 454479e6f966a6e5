"""Whether a library is whole: SQLite's own checks, and the hashes of versions, which find what those miss."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec
from sqlite_utils import Database

from drafter.domain.progress import Progress, silent
from drafter.store import projecting, versions

if TYPE_CHECKING:
    from drafter.store.library import Library

_AT_ONCE = 200
"""Versions read while the library is held: a click waits no longer than this takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it should be: in words, with ids and never wording."""

    sentence: str
    subject: str = ""
    """The position, report or response that it is about, where it is about one."""


def sqlite_version() -> str:
    return sqlite3.sqlite_version


def check(library: "Library", *, thorough: bool = True, progress: Progress = silent) -> tuple[Finding, ...]:
    """All findings; none means whole. Versions are read in short pieces, and always all of them."""
    with library.using() as db:
        structure = tuple(_structure(db, thorough=thorough))
    return structure + tuple(_in_pieces(library, progress))


def findings(db: Database) -> tuple[Finding, ...]:
    """Likewise for a database that nobody else uses: a backup, a file that was set aside."""
    structure = tuple(_structure(db, thorough=True))
    total = _newest(db)
    pieces = (_flipped(db, start, start + _AT_ONCE) for start in range(0, total + 1, _AT_ONCE))
    return structure + tuple(each for piece in pieces for each in piece)


def rebuild_projection(library: "Library") -> int:
    """What lists and searches read, anew from the versions; how many positions there are."""
    with library.writing() as db:
        return projecting.rebuild(db)


def _in_pieces(library: "Library", progress: Progress) -> Iterator[Finding]:
    with library.using() as db:
        total = _newest(db)
    for start in range(0, total + 1, _AT_ONCE):
        progress(start, total)
        with library.using() as db:
            found = _flipped(db, start, start + _AT_ONCE)
        yield from found


def _newest(db: Database) -> int:
    row = db.execute("SELECT coalesce(max(vid), 0) FROM version").fetchone()
    return int(row[0])


def _structure(db: Database, *, thorough: bool) -> Iterator[Finding]:
    pragma = "integrity_check" if thorough else "quick_check"
    for (line,) in db.execute(f"PRAGMA {pragma}").fetchall():
        if line != "ok":
            yield Finding(sentence=f"The file's structure: {line}")
    for table, *_ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding(sentence=f"A row in {table} belongs to nothing.")


def _flipped(db: Database, start: int, end: int) -> list[Finding]:
    """The versions in that range whose text is no longer what its hash, its columns and its parents say."""
    found = db.execute(
        "SELECT vid, vhash, subject, kind, CAST(rec AS BLOB) FROM version WHERE vid >= ? AND vid < ?",
        (start, end),
    ).fetchall()
    return [
        Finding(sentence=f"Version {vhash.hex()[:12]} is not as it was written.", subject=subject.hex())
        for vid, vhash, subject, kind, rec in found
        if not _is_whole(db, vid, vhash, (subject, kind), rec)
    ]


def _is_whole(db: Database, vid: int, vhash: bytes, named: tuple[bytes, str], rec: bytes) -> bool:
    if sha256(rec).digest() != vhash:
        return False
    try:
        version = versions.read(rec.decode())
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    parents = db.execute(
        "SELECT vhash FROM version_parent JOIN version ON vid = parent WHERE child = ?", (vid,)
    ).fetchall()
    follows = {each.hex() for (each,) in parents}
    return (version.subject, version.kind) == (named[0].hex(), named[1]) and follows == set(version.follows)
