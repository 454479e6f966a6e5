"""A library: the one door to everything that is kept, for one thread at a time."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from time import sleep
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from drafter.domain.changes import Change
from drafter.domain.errors import CannotWrite, LibraryUnavailable
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId, ReportId, ResponseId, RevisionId
from drafter.domain.records.positions import Entry, Hit, Position, Revision
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import (
    LiveUse,
    Manifest,
    Passage,
    PastUse,
    Response,
    ResponseHead,
    SavedDraft,
)
from drafter.domain.records.working import WorkingCopy
from drafter.store import applying, copying, opening, reading_positions, reading_responses, staying, trail
from drafter.store import search as searching
from drafter.store.versioned import Ledger
from drafter.store.versions import Hand

_BREATH = 0.001
"""Seconds between two steps of a copy: a lock that is taken again at once is never given to who waits."""


class Library:
    """What the organisation has agreed to say and all work with it. `author` signs what names nobody."""

    def __init__(self, opened: opening.Opened, *, path: Path | None, device: str | None) -> None:
        self.path = path
        self.author = ""
        self._opened: opening.Opened | None = opened
        self._lock = RLock()
        self._copying = RLock()
        self._device = device or _device_of(opened.database)
        self._place = staying.place_of(path) if path is not None else None
        self._aside: Path | None = None

    @classmethod
    def open(cls, path: Path, *, device: str | None = None) -> Self:
        """Open the library file, or make it. Raises LibraryUnavailable and its children."""
        opened = opening.open_file(path)
        try:
            with opening.spoken(path):
                return cls(opened, path=path, device=device)
        except BaseException:
            opened.connection.close()
            raise

    @classmethod
    def in_memory(cls) -> Self:
        """A library that is gone when it is closed."""
        return cls(opening.open_in_memory(), path=None, device=None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, once a copy that is being made is finished. Closing twice does nothing."""
        with self._copying, self._lock:
            if self._opened is not None:
                opening.close(self._opened)
                self._opened = None

    @contextmanager
    def using(self) -> Iterator[Database]:
        """The database, held until the end: for the rest of this room, not for others."""
        with self._lock:
            if self._opened is None:
                raise LibraryUnavailable("The library is closed. Open it again.")
            with opening.spoken(self.path, self._opened.database):
                yield self._opened.database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Likewise, where something is about to be written, and into a file that is still there."""
        with self._lock:
            self._stay()
            with self.using() as db:
                yield db

    def _stay(self) -> None:
        """See to it that the file is the one that was opened. Raises LibraryUnavailable."""
        opened, path = self._opened, self.path
        if opened is None or path is None or self._place is None or opened.connection.in_transaction:
            return
        if staying.place_of(path) == self._place:
            return
        if not self._copying.acquire(blocking=False):
            raise LibraryUnavailable("A copy of the library is being made. Save again in a moment.")
        try:
            with opening.spoken(path):
                if path.exists():
                    # Once: autosave tries again and again, and would fill the disk with copies.
                    self._aside = self._aside or staying.set_aside(opened, path)
                    raise staying.replaced(path, self._aside)
                self._opened = staying.put_back(opened, path, self._place)
            self._place = staying.place_of(path)
        finally:
            self._copying.release()

    @property
    def is_in_place(self) -> bool:
        """Whether the file that was opened still lies where it lay; on Windows, whether any file does."""
        path = self.path
        return path is None or (path.exists() and self._place in (None, staying.place_of(path)))

    def interrupt(self) -> None:
        """End the statement that runs, whatever it is: only under a token that proves which (stopping.py)."""
        opened = self._opened
        if opened is not None:
            opened.connection.interrupt()

    def copy_to(self, target: Path, *, progress: Progress = silent) -> None:
        """A verified copy of the library as it is; work goes on between its steps."""

        def step(done: int, total: int) -> None:
            self._lock.release()
            try:
                sleep(_BREATH)
                progress(done, total)
            finally:
                self._lock.acquire()

        with self._copying, self.using():
            opened = self._opened
            assert opened is not None  # noqa: S101 - `using` refuses a closed library
            copying.copy_verified(opened.connection, target, step=step)

    def go_on_at(self, target: Path, *, progress: Progress = silent) -> None:
        """Copy all that is here to another place and work on there; the old place may be gone.

        Raises CannotWrite; then all is as it was.
        """
        if target.exists():
            raise CannotWrite(f"“{target}” is there already. Choose another name.")
        self.copy_to(target, progress=progress)
        with self._copying, self._lock:
            old, self._opened = self._opened, opening.open_file(target)
            self.path, self._place = target, staying.place_of(target)
        if old is not None:
            opening.close(old)

    def forget_device(self) -> None:
        """Be another device from now on: a library that was restored writes under a new name."""
        with self.using() as db:
            db.execute("DELETE FROM device")
            self._device = _device_of(db)

    @property
    def last_changed(self) -> datetime | None:
        """When the last change was applied: what tells whether a backup is due."""
        with self.using() as db:
            return trail.last_changed(db)

    @property
    def state(self) -> tuple[str, str, int]:
        """Differs from that of a copy as soon as anything was written since."""
        with self.using() as db:
            return trail.state(db)

    @property
    def schema_version(self) -> int:
        with self.using() as db:
            return opening.pragma(db, "user_version")

    # --- writing

    def apply(self, change: Change, *, coalesce: bool = False, progress: Progress = silent) -> Change:
        """Write a change in one transaction and return it. Raises Conflict where `before` no longer holds."""
        prepared = applying.prepare(change)
        with self.writing() as db:
            ledger = Ledger(db=db, hand=self._hand(change.by))
            return applying.apply(ledger, change, prepared, coalesce=coalesce, progress=progress)

    def join(self, change: Change) -> Change:
        """Likewise; its words follow all that stand side by side, where others leave the other side alone."""
        prepared = applying.prepare(change)
        with self.writing() as db:
            ledger = Ledger(db=db, hand=self._hand(change.by), joins=True)
            return applying.apply(ledger, change, prepared)

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is written inside is written as one, or nothing of it."""
        with self.writing() as db, db.atomic():
            yield

    def save_draft(self, response: Response, *, label: str, by: str = "") -> str:
        """Keep a response as it is now, for good; the id by which `saved_draft` finds it."""
        with self.writing() as db:
            return applying.keep_draft(db, response, label, self._hand(by))

    def save_report(self, report: Report, *, by: str = "") -> str:
        """Keep a report as it is now, for good. A report that is new to the library is kept by `apply`."""
        with self.writing() as db:
            return applying.keep_report(db, report, self._hand(by))

    def keep_report_file(self, fingerprint: str, name: str, content: bytes) -> None:
        """Keep the file a report was read from. Raises TooLarge over 50 MB."""
        with self.writing() as db:
            reading_responses.keep_report_file(db, fingerprint, name, content)

    # --- positions

    def position(self, position: PositionId) -> Position:
        """As it stands now, also one in the bin. Raises NotFound."""
        with self.using() as db:
            return reading_positions.position(db, position)

    def positions(self, ids: Iterable[PositionId] | None = None) -> Iterator[Position]:
        """These, or all, also those in the bin; in no particular order."""
        with self.using() as db:
            return reading_positions.positions(db, ids)

    def entries(self, *, include_deleted: bool = False, only_deleted: bool = False) -> tuple[Entry, ...]:
        """The library's list, by title."""
        with self.using() as db:
            deleted = True if only_deleted else None if include_deleted else False
            return reading_positions.entries(db, deleted=deleted)

    def revisions(self, position: PositionId) -> tuple[Revision, ...]:
        """A position's history, newest first."""
        with self.using() as db:
            return reading_positions.revisions(db, position)

    def revision(self, revision: RevisionId) -> Revision:
        with self.using() as db:
            return reading_positions.revision(db, revision)

    def revisions_of(self, ids: Iterable[RevisionId]) -> dict[RevisionId, Revision]:
        """Those of them that are there."""
        with self.using() as db:
            return reading_positions.revisions_of(db, ids)

    def position_titled(self, title: str) -> PositionId | None:
        """By its title, whatever its case; an approved one before others."""
        with self.using() as db:
            return reading_positions.titled(db, title)

    def themes(self) -> tuple[tuple[str, int], ...]:
        """Every theme and how many positions have it."""
        with self.using() as db:
            return reading_positions.themes(db)

    def owners(self) -> tuple[tuple[str, int], ...]:
        """Every owner and how many positions are theirs."""
        with self.using() as db:
            return reading_positions.owners(db)

    def plain_words(self) -> tuple[tuple[PositionId, str, str], ...]:
        """Id, title and plain text of every position outside the bin: quick, for the index of likeness."""
        with self.using() as db:
            return reading_positions.plain_words(db)

    def search(self, query: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """What the words find, best first; every word may be a beginning, quotation marks make a phrase."""
        with self.using() as db:
            return searching.search(db, query, limit=limit)

    def past_uses(self, position: PositionId | None = None) -> tuple[PastUse, ...]:
        """What responses took, newest first."""
        with self.using() as db:
            return reading_positions.past_uses(db, position)

    def live_uses(self, position: PositionId | None = None) -> tuple[LiveUse, ...]:
        """What drafts hold now."""
        with self.using() as db:
            return reading_positions.live_uses(db, position)

    # --- reports

    def report(self, report: ReportId) -> Report:
        with self.using() as db:
            return reading_responses.report(db, report)

    def reports(self) -> tuple[Report, ...]:
        """Newest first."""
        with self.using() as db:
            return reading_responses.reports(db)

    def report_with(self, fingerprint: str) -> Report | None:
        """The report that was read from the file of this SHA-256."""
        with self.using() as db:
            return reading_responses.report_with(db, fingerprint)

    def report_file(self, fingerprint: str) -> tuple[str, bytes] | None:
        """Name and content of the file a report was read from."""
        with self.using() as db:
            return reading_responses.report_file(db, fingerprint)

    # --- responses

    def response(self, response: ResponseId) -> Response:
        with self.using() as db:
            return reading_responses.response(db, response)

    def response_heads(self, *, include_deleted: bool = False) -> tuple[ResponseHead, ...]:
        """Newest first."""
        with self.using() as db:
            return reading_responses.heads(db, include_deleted=include_deleted)

    def responses_of(self, report: ReportId) -> tuple[ResponseHead, ...]:
        """Those that answer the report, newest first."""
        with self.using() as db:
            return reading_responses.responses_of(db, report)

    def passage(self, response: ResponseId, passage: str) -> Passage | None:
        """One passage as it is kept, also one that the outline no longer names."""
        with self.using() as db:
            return reading_responses.passage(db, response, passage)

    def saved_drafts(self, response: ResponseId) -> tuple[SavedDraft, ...]:
        """Newest first."""
        with self.using() as db:
            return reading_responses.saved_drafts(db, response)

    def saved_draft(self, draft: str) -> Response:
        """The response as it was at that moment."""
        with self.using() as db:
            return reading_responses.saved_draft(db, draft)

    def manifests(self, response: ResponseId) -> tuple[Manifest, ...]:
        """What its exports wrote, newest first."""
        with self.using() as db:
            return reading_responses.manifests(db, response)

    def manifest(self, manifest: str) -> Manifest:
        with self.using() as db:
            return reading_responses.manifest(db, manifest)

    # --- around them

    def working_copy(self, kind: str, subject: str) -> WorkingCopy | None:
        with self.using() as db:
            return reading_responses.working_copy(db, kind, subject)

    def working_copies(self) -> tuple[WorkingCopy, ...]:
        """Newest first."""
        with self.using() as db:
            return reading_responses.working_copies(db)

    def setting(self, name: str) -> str | None:
        with self.using() as db:
            return reading_responses.setting(db, name)

    def settings(self) -> dict[str, str]:
        with self.using() as db:
            return reading_responses.settings(db)

    def not_alike(self) -> frozenset[tuple[PositionId, PositionId]]:
        """Pairs that look alike and are not the same, the smaller id first."""
        with self.using() as db:
            return reading_responses.not_alike(db)

    def changes(self, limit: int = 100) -> tuple[Change, ...]:
        """The trail, newest first."""
        with self.using() as db:
            return trail.changes(db, limit)

    def counts(self) -> dict[str, int]:
        """How much there is of what."""
        with self.using() as db:
            return reading_responses.counts(db)

    def _hand(self, by: str) -> Hand:
        return Hand(author=by or self.author, device=self._device, at=datetime.now(UTC))


def _device_of(db: Database) -> str:
    """The id of this laptop, kept in the library; a library that was restored has none until it is opened."""
    row = db.execute("SELECT id FROM device").fetchone()
    if row is not None:
        return bytes(row[0]).hex()
    made = secrets.token_bytes(16)
    db.execute("INSERT INTO device (id) VALUES (?)", (made,))
    return made.hex()
