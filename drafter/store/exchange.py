"""Versions out of a library and into another: merged by union, so that nothing is overwritten or doubled."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from drafter.domain.errors import BadInput, NotALibraryFile
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Approval, Deletion, Facts, Retirement, Review, Wording
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import PastUse
from drafter.store import projecting, rows, versions
from drafter.store.library import Library
from drafter.store.standing import Standing
from drafter.store.versions import Version

_NOT_WHOLE = "The file holds a version that was changed or cut off. Ask for the file again; nothing was read."


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What came in: how many versions were new or there already, and which positions they touched."""

    new: int
    known: int
    positions: tuple[PositionId, ...] = ()


def versions_out(
    library: Library, *, about: Collection[PositionId] | None = None, everything: bool = False
) -> tuple[str, ...]:
    """All versions of positions, of some of them, or all there are, each as the text that its hash is of."""
    with library.using() as db:
        if about is None:
            found = db.execute("SELECT vid, kind, rec FROM version ORDER BY vid").fetchall()
        else:
            subjects = [bytes.fromhex(each) for each in about]
            found = sorted(versions.among(db, _ABOUT, subjects))
    return tuple(rec for _, kind, rec in found if everything or kind in versions.OF_POSITIONS)


_ABOUT = "SELECT vid, kind, rec FROM version WHERE subject IN ({})"


def versions_in(library: Library, recs: Iterable[str], *, progress: Progress = silent) -> Arrival:
    """Add the versions that are not there yet, all or none. Raises NotALibraryFile where one is not whole."""
    given = _read_all(list(recs), progress)
    with library.writing() as db, db.atomic():
        known = versions.by_hash(db, given)
        new = [each for each in given.values() if each.hash not in known]
        named = {follow for each in new for follow in each.follows if follow not in given}
        if len(versions.by_hash(db, named)) < len(named):
            raise NotALibraryFile(
                "The file names versions that it does not hold. Ask for the whole library file."
            )
        now = datetime.now(UTC)
        for each in _parents_first(new):
            versions.add(db, each, received_at=now)
        touched = {each.subject: None for each in new if each.kind in versions.OF_POSITIONS}
        _project(db, list(touched), progress)
    return Arrival(new=len(new), known=len(known), positions=tuple(map(PositionId, touched)))


def _read_all(recs: Sequence[str], progress: Progress) -> dict[str, Version]:
    """Every version by its hash, each looked at before the library is touched."""
    given = {}
    for number, rec in enumerate(recs):
        progress(number, 2 * len(recs))
        version = _read(rec)
        given[version.hash] = version
    return given


def _read(rec: str) -> Version:
    try:
        version = versions.read(rec)
        _check(version)
    except (msgspec.DecodeError, BadInput, UnicodeEncodeError, ValueError) as error:
        raise NotALibraryFile(_NOT_WHOLE) from error
    return version


def _check(version: Version) -> None:
    """Raise ValueError where this is not a version as this program writes them."""
    for each in (version.subject, version.device):
        if len(bytes.fromhex(each)) != _ID_BYTES:
            raise ValueError(each)
    if version.kind not in versions.KINDS or not all(map(versions.is_hash, version.follows)):
        raise ValueError(version.kind)
    if version.at.tzinfo is None:
        raise ValueError(version.at)
    named = _subject_of(version)
    if named != version.subject:
        raise ValueError(named)


def _subject_of(version: Version) -> str:
    """Which id the record itself names; reading it shows that it is whole."""
    if version.kind == versions.RESPONSE:
        return rows.decode_draft(version.record).id
    if version.kind == versions.FACTS:
        fields = rows.parse(dict[str, Any], version.record) | {"position": version.subject}
        return rows.decode(Facts, rows.canonical(fields)).position
    if version.kind in _RECORDS:
        return str(rows.decode(_RECORDS[version.kind], version.record).key[1])
    return rows.parse(_Only, version.record).position


class _Only(msgspec.Struct, frozen=True):
    """What takes something back names the position; what it takes back is what it follows."""

    position: str


_ID_BYTES = 16
_RECORDS: dict[str, Any] = {
    versions.WORDING: Wording,
    versions.APPROVAL: Approval,
    versions.REVIEW: Review,
    versions.RETIREMENT: Retirement,
    versions.DELETION: Deletion,
    versions.USE: PastUse,
    versions.REPORT: Report,
}


def _parents_first(given: Sequence[Version]) -> list[Version]:
    """In an order in which each comes after what it follows."""
    waiting = {each.hash: each for each in given}
    done: list[Version] = []
    for start in given:
        path = [start]
        while path:
            missing = [waiting[each] for each in path[-1].follows if each in waiting]
            if missing:
                # hashes name what they follow, so that there can be no circle
                path += missing
                continue
            if (each := waiting.pop(path.pop().hash, None)) is not None:
                done.append(each)
    return done


def _project(db: Database, touched: Sequence[str], progress: Progress) -> None:
    for number, (subject, found) in enumerate(versions.of_subjects(db, touched)):
        progress(len(touched) + number, 2 * len(touched))
        projecting.project(db, Standing.of(PositionId(subject), found))
