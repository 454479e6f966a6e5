"""Reports that she was correcting when she left, or when the program ended: to go on with, or to forget."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.domain.changes import Change
from drafter.domain.errors import NotFound
from drafter.domain.records.reports import Report
from drafter.domain.records.working import WorkingCopy
from drafter.services import working
from drafter.store.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftHalfWay:
    """One of them, as Home names it."""

    subject: str
    title: str
    accepted: int
    total: int
    is_kept: bool
    """It is in the library; what she corrected since is not."""
    is_untouched: bool = False
    """Text that was pasted, as it was read: nothing is corrected in it."""

    @property
    def story(self) -> str:
        """What she did with it last."""
        did = "You pasted" if self.is_untouched else "You were correcting"
        return f"{did} “{self.title}”"

    @property
    def work(self) -> str:
        """What of it would be forgotten."""
        return f"the {'text' if self.is_untouched else 'corrections'} of “{self.title}”"

    @property
    def standing(self) -> str:
        """“12 of 20 looked at”."""
        if not self.total:
            return "no list yet"
        found = f"{self.accepted} of {self.total} looked at" if self.accepted else f"{self.total} in the list"
        return f"{found}, corrections not saved" if self.is_kept else found


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """What is there to go on with."""

    report: Report
    """As she left it."""
    kept: Report | None = None
    """As the library has it."""
    path: Path | None = None
    """The file that it was read from; it may be gone."""
    pasted: str = ""
    """Or the text."""


def left_half_way(library: Library, reports: Iterable[Report] | None = None) -> tuple[LeftHalfWay, ...]:
    """Newest first. The reports of the library are read, unless they are at hand."""
    there = library.working_copies()
    begun = {each.subject for each in there if each.kind == working.REPORT}
    copies = [
        each
        for each in there
        if each.kind == working.REPORT or (each.kind == working.UNTOUCHED and each.subject not in begun)
    ]
    if not copies:
        return ()
    kept = tuple(library.reports() if reports is None else reports)
    told = ((working.report_of(copy), copy) for copy in copies)
    return tuple(_told(report, copy, kept) for report, copy in told if _is_open(report, kept))


def way_back(library: Library, subject: str) -> WayBack:
    """How to go on with one of them. Raises NotFound where it was finished or forgotten meanwhile."""
    copy = library.working_copy(working.REPORT, subject) or library.working_copy(working.UNTOUCHED, subject)
    if copy is None:
        raise NotFound("That report is no longer in hand: it was kept or forgotten meanwhile.")
    report = working.report_of(copy)
    return WayBack(
        report=report,
        kept=_kept(report, library.reports()),
        path=working.path_of(copy),
        pasted=working.pasted_in_hand(library, subject),
    )


def forget(library: Library, left: LeftHalfWay, *, by: str = "") -> Change:
    """Forget what she corrected; nothing that is kept in the library goes."""
    label = f"Forget {left.work}"
    return library.apply(Change.of(label, working.letting_go(library, left.subject), by=by))


def _told(report: Report, copy: WorkingCopy, kept: tuple[Report, ...]) -> LeftHalfWay:
    accepted = working.accepted_of(copy)
    return LeftHalfWay(
        subject=copy.subject,
        title=report.title,
        accepted=sum(each.id in accepted for each in report.recommendations),
        total=len(report.recommendations),
        is_kept=_kept(report, kept) is not None,
        is_untouched=copy.kind == working.UNTOUCHED,
    )


def _kept(report: Report, kept: Iterable[Report]) -> Report | None:
    return next((each for each in kept if each.id == report.id), None)


def _is_open(report: Report, kept: tuple[Report, ...]) -> bool:
    """There is something to go on with: the file was not kept meanwhile, with this list or another one."""
    mine = _kept(report, kept)
    if mine is not None:
        return replace(report, added_at=mine.added_at) != mine
    return not any(each.fingerprint and each.fingerprint == report.fingerprint for each in kept)
