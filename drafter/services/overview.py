"""What Home shows.

The responses in hand and how they stand, what is due for review, what waits for an answer.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from drafter.domain.coverage import Coverage, coverage
from drafter.domain.records.listing import Facet, Wanted
from drafter.domain.records.positions import Entry
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import ResponseHead, ResponseState
from drafter.services.clock import today
from drafter.services.left_half_way import LeftHalfWay, left_half_way
from drafter.store.library import Library
from drafter.store.listing import how_many, lines, listed

SOON = 14
"""Up to this many days a deadline is told in days, later as a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseCard:
    """One response at a glance."""

    head: ResponseHead
    report_title: str
    coverage: Coverage

    @property
    def sort_key(self) -> tuple[bool, bool, date, str]:
        """What is due soonest first, what is sent last."""
        deadline = self.head.deadline
        sent = self.head.state is ResponseState.SENT
        return sent, deadline is None, deadline or date.max, self.head.title.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Home's facts at one moment."""

    responses: tuple[ResponseCard, ...] = ()
    binned: tuple[ResponseHead, ...] = ()
    due: tuple[Entry, ...] = ()
    """Positions in use whose review date has come, the longest overdue first."""
    unanswered: tuple[Report, ...] = ()
    """Reports that were kept and that no response answers."""
    left: tuple[LeftHalfWay, ...] = ()
    """Reports that she was correcting and has not kept, newest first."""
    positions: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.responses or self.binned or self.unanswered or self.positions)


def overview(library: Library, *, day: date | None = None) -> Overview:
    """Everything that Home shows, as it is on a day (hers, unless told)."""
    heads = library.response_heads(include_deleted=True)
    reports = library.reports()
    by_id = {each.id: each for each in reports}
    living = tuple(each for each in heads if not each.deleted)
    answered = {each.report for each in living}
    cards = (
        _card(library, head, by_id.get(head.report) if head.report is not None else None) for head in living
    )
    return Overview(
        responses=tuple(sorted(cards, key=lambda card: card.sort_key)),
        binned=tuple(each for each in heads if each.deleted),
        due=_due_for_review(library, day or today()),
        unanswered=tuple(each for each in reports if each.id not in answered),
        left=left_half_way(library, reports),
        positions=how_many(library, in_bin=False),
    )


def _due_for_review(library: Library, day: date) -> tuple[Entry, ...]:
    """Those in use whose review date has come, the longest overdue first; the others are not even read."""
    # What has come by a day is overdue on the next.
    overdue = Facet(group="Attention", name="Review overdue")
    found = listed(library, Wanted(day=day + timedelta(days=1), facets=(overdue,))).numbers
    due = [each.entry for each in lines(library, found).values()]
    return tuple(sorted(due, key=lambda each: (each.review_by or date.max, each.title.casefold())))


def deadline_words(deadline: date, day: date) -> str:
    """As one says it: "due tomorrow", "due in 5 days", "due on 3 March", "was due yesterday"."""
    days = (deadline - day).days
    match days:
        case 0:
            return "due today"
        case 1:
            return "due tomorrow"
        case -1:
            return "was due yesterday"
    written = f"{deadline.day} {deadline:%B}" + ("" if deadline.year == day.year else f" {deadline.year}")
    if days > 0:
        return f"due in {days} days" if days <= SOON else f"due on {written}"
    return f"was due {-days} days ago" if -days <= SOON else f"was due on {written}"


def _card(library: Library, head: ResponseHead, report: Report | None) -> ResponseCard:
    return ResponseCard(
        head=head,
        report_title=report.title if report is not None else "",
        coverage=coverage(library.response(head.id), report),
    )
