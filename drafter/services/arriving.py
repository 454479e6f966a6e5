"""Positions on their way into the library.

What is new comes in, what is there is recognised, nothing is overwritten.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec

from drafter.domain.changes import Change, Edit, added, changed
from drafter.domain.progress import Progress, parts, silent, watched
from drafter.domain.records.ids import PositionId, RevisionId, id_from, new_id
from drafter.domain.records.positions import Approval, Facts, Position, Retirement, Status, Wording
from drafter.domain.records.working import NotAlike, Setting
from drafter.domain.richtext_html import from_html
from drafter.services.clock import now
from drafter.services.filling_in import OWN_FIELDS, own_fields
from drafter.services.library_files import LibraryFile, PositionEntry
from drafter.services.positions import tidy
from drafter.services.report_entries import one_line
from drafter.store import exchange
from drafter.store.library import Library
from drafter.store.listing import how_many, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file brought. `change` undoes it; None if nothing was new."""

    new: int = 0
    reworded: int = 0
    known: int = 0
    change: Change | None = None
    remarks: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What happened, for the officer: “Came in: 40 positions. There already: 3.” and what is odd."""
        parts = [f"Came in: {_counted(self.new, 'position')}."]
        if self.reworded:
            parts.append(f"New wordings: {self.reworded}.")
        if self.known:
            parts.append(f"There already: {self.known}.")
        return " ".join((*parts, *self.remarks))


def add_library_file(
    library: Library, file: LibraryFile, name: str, *, by: str, progress: Progress = silent
) -> Imported:
    """Bring in what the library does not have, all or nothing; nothing that is there is overwritten."""
    first, second = parts(progress, 2)
    with library.together():
        came, grown = _take_versions(library, file, first)
        around = _around(library, file)
        done = add_entries(library, file.positions, name, by=by, around=around, progress=second)
    brought = [each for each in came if each.deletion is None]
    edits = (
        *added(*(record for each in brought for record in (each.facts, each.newest.wording))),
        *(done.change.edits if done.change is not None else ()),
    )
    in_bin = len(came) - len(brought)
    return Imported(
        new=done.new + len(brought),
        reworded=done.reworded + grown,
        known=max(0, done.known - len(brought) - grown),
        change=replace(Change.of(f"Add “{name}”", edits, by=by), at=now()) if edits else None,
        remarks=(*done.remarks, *((f"In the bin: {in_bin} more.",) if in_bin else ())),
    )


def add_entries(
    library: Library,
    entries: Iterable[PositionEntry],
    name: str,
    *,
    by: str,
    around: Iterable[Edit] = (),
    progress: Progress = silent,
) -> Imported:
    """Entries as positions, in one change: known ids get a draft wording, known words are left alone."""
    looking, comparing, writing = parts(progress, 3)
    arrival = _Arrival(library, name, by=by, progress=looking)
    given = tuple(entries)
    for entry in watched(given, comparing, len(given)):
        arrival.take(entry)
    change = Change.of(f"Add “{name}”", (*arrival.edits, *around), by=by)
    applied = None if change.is_empty else library.apply(change, progress=writing)
    return Imported(
        new=arrival.new,
        reworded=arrival.reworded,
        known=arrival.known,
        change=applied,
        remarks=arrival.remarks,
    )


def _take_versions(library: Library, file: LibraryFile, progress: Progress) -> tuple[list[Position], int]:
    """Add the versions that the file holds: the positions that were new, and how many got new words."""
    if not file.versions:
        return [], 0
    before = {each.id: each.newest.hash for each in standings(library) if each.newest is not None}
    touched = exchange.versions_in(library, file.versions, progress=progress).positions
    after = list(watched(library.positions(touched), progress))
    grown = sum(1 for each in after if each.id in before and each.newest.id != before[each.id])
    return [each for each in after if each.id not in before], grown


def _around(library: Library, file: LibraryFile) -> tuple[Edit, ...]:
    """The organisation's own fields and the pairs told apart that the library does not have yet."""
    own = own_fields(library)
    before = library.setting(OWN_FIELDS)
    after = msgspec.json.encode(file.fields | own).decode()
    fields = changed(
        Setting(name=OWN_FIELDS, value=before) if before is not None else None,
        Setting(name=OWN_FIELDS, value=after),
    )
    known = library.not_alike()
    pairs = {tuple(sorted(map(id_from, pair))) for pair in file.not_alike} - known
    told = added(*(NotAlike(first=PositionId(one), second=PositionId(two)) for one, two in sorted(pairs)))
    return (*(fields if file.fields.keys() - own.keys() else ()), *told)


class _Arrival:
    """Entries on their way in, compared with what is there and with each other."""

    def __init__(self, library: Library, name: str, *, by: str, progress: Progress) -> None:
        self._library = library
        self._name = name
        self._by = by
        there = watched(library.positions(), progress, how_many(library))
        self._there = {each.id: each for each in there}
        kept = [each for each in self._there.values() if each.deletion is None]
        self._words = {_same(each.newest.wording): each.id for each in kept}
        self._words |= {_same(each.current.wording): each.id for each in kept}
        self._arrived: dict[PositionId, Wording] = {}
        self._twice: list[str] = []
        self._in_bin = self._other_facts = 0
        self.edits: list[Edit] = []
        self.new = self.reworded = self.known = 0

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the officer may wonder about."""
        said = [f"Two entries have the id of “{title}”; both were kept." for title in self._twice]
        if self._in_bin:
            said.append(f"In the bin, from where you can take them out: {self._in_bin}.")
        if self._other_facts:
            said.append(
                f"With other facts in the file, such as themes or owner, which were left as they are here: "
                f"{self._other_facts}."
            )
        return tuple(said)

    def take(self, entry: PositionEntry) -> None:
        wanted = PositionId(id_from(entry.id)) if entry.id else None
        wording = tidy(
            Wording(
                position=wanted or PositionId(new_id()),
                title=entry.title,
                text=from_html(entry.body),
                sources=entry.sources,
            )
        )
        if wanted is None and _same(wording) in self._words:
            self.known += 1
        elif wanted in self._arrived:
            self._again_in_file(entry, wording)
        elif wanted in self._there:
            self._again(self._there[wanted], entry, wording)
        else:
            self._bring(entry, wording)

    def _again_in_file(self, entry: PositionEntry, wording: Wording) -> None:
        """The same id twice in one file.

        Equal words are one entry, other words become a position of their own.
        """
        if self._arrived[wording.position] == wording:
            self.known += 1
            return
        self._twice.append(wording.title)
        self._bring(entry, replace(wording, position=PositionId(new_id())))

    def _again(self, there: Position, entry: PositionEntry, wording: Wording) -> None:
        self._arrived[there.id] = wording
        self._in_bin += there.deletion is not None
        facts = replace(_facts(entry, there.id), replaced_by=there.facts.replaced_by)
        self._other_facts += facts != there.facts
        is_there = wording in (there.newest.wording, there.current.wording)
        if is_there or any(wording == each.wording for each in self._library.revisions(there.id)):
            self.known += 1
            return
        self.reworded += 1
        self.edits += changed(there.newest.wording, wording)

    def _bring(self, entry: PositionEntry, wording: Wording) -> None:
        self.new += 1
        self._arrived[wording.position] = wording
        self._words[_same(wording)] = wording.position
        self.edits += added(_facts(entry, wording.position), wording)
        self.edits += self._standing(entry, wording)

    def _standing(self, entry: PositionEntry, wording: Wording) -> tuple[Edit, ...]:
        """Who adds the file vouches for it; whom it names as owner may know nothing of it."""
        by, note = self._by or "Unnamed", f"it was {entry.status} in “{self._name}”, which came in that day"
        if entry.status is Status.RETIRED:
            return added(Retirement(position=wording.position, by=by, at=now(), note=note))
        if entry.status is Status.APPROVED:
            newest = RevisionId("")
            return added(Approval(position=wording.position, revision=newest, by=by, at=now(), note=note))
        return ()


def _facts(entry: PositionEntry, position: PositionId) -> Facts:
    return Facts(
        position=position,
        kind=entry.kind,
        themes=tuple(dict.fromkeys(one_line(each) for each in entry.themes if each.strip())),
        stance=entry.stance,
        owner=one_line(entry.owner),
        review_by=entry.review_by,
    )


def _same(wording: Wording) -> tuple[str, str]:
    """What makes two entries without ids the same: title and text, whatever their case and spacing."""
    return " ".join(wording.title.casefold().split()), " ".join(wording.text.plain.casefold().split())


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
