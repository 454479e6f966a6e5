"""What is checked, and what is found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from drafter.domain.fields import FieldValues
from drafter.domain.records.ids import PassageId, PositionId, RecommendationId, RevisionId
from drafter.domain.records.positions import Position, Revision
from drafter.domain.records.reports import Limit, PageText, Recommendation, Report
from drafter.domain.records.responses import Form, Passage, Response


class Severity(StrEnum):
    """How much it matters, worst first. What blocks stops an export; the rest is hers to judge."""

    BLOCKS = "blocks"
    WARNING = "warning"
    ADVICE = "advice"


class Code(StrEnum):
    """What was found, as files and tests name it."""

    UNRESOLVED_FIELD = "unresolved field"
    NOTHING_WRITTEN = "nothing written"
    NO_HEADLINE = "no headline"
    NO_STANCE = "no stance"
    NO_ANSWER = "no answer"
    NO_REASON = "no reason"
    ANSWERS_NOTHING = "answers nothing"
    OVER_LENGTH = "over length"
    GONE = "gone from the library"
    RETIRED = "retired"
    UNAPPROVED = "unapproved"
    NEWER_WORDING = "newer wording"
    REVIEW_DUE = "review due"
    AGAINST_STANCE = "against the stance"
    OPPOSITE_POSITIONS = "opposite positions"
    UNSOURCED_FIGURE = "unsourced figure"
    SAME_PARAGRAPH = "same paragraph"
    CHANGED_QUOTATION = "changed quotation"
    NO_SUMMARY = "no summary"
    LONG_SENTENCE = "long sentence"
    ALL_CAPITALS = "all capitals"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at, and the place that it leads to; `words` are to be found in that passage."""

    code: Code
    severity: Severity
    sentence: str
    passage: PassageId | None = None
    recommendation: RecommendationId | None = None
    position: PositionId | None = None
    words: str = ""
    stands_for_nothing: bool = False
    """It is a merge field that can have no value here."""

    @property
    def gap(self) -> str:
        """The name of the merge field that has no value, where that is what was found."""
        return self.words.strip("‹›") if self.code is Code.UNRESOLVED_FIELD else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that the checks look at. `positions` and `revisions` hold at least what the response uses."""

    response: Response
    report: Report | None
    values: FieldValues
    today: date
    positions: Mapping[PositionId, Position] = field(default_factory=dict)
    revisions: Mapping[RevisionId, Revision] = field(default_factory=dict)
    limit: Limit | None = None
    """How long the whole may be."""
    pages: tuple[PageText, ...] = ()
    """What the report says, page by page, where that is known: quotations are looked up in it."""
    form: Form | None = None
    """What it is to be exported as, where that is known."""
    advise: bool = False
    """She wants advice on style."""

    @property
    def recommendations(self) -> dict[RecommendationId, Recommendation]:
        return {each.id: each for each in self.report.recommendations} if self.report is not None else {}

    def used(self, passage: Passage) -> tuple[RevisionId, ...]:
        """The revisions that the passage's words came from, its own first."""
        own = (passage.use.revision,) if passage.use is not None else ()
        return tuple(dict.fromkeys((*own, *passage.drawn_from)))

    def position_of(self, revision: RevisionId) -> Position | None:
        known = self.revisions.get(revision)
        return self.positions.get(known.wording.position) if known is not None else None
