"""The document responded to, and what it recommends or asks."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from drafter.domain.records.ids import RecommendationId, ReportId


class RecommendationKind(StrEnum):
    """What a numbered thing in a report is; an idea is one that the officer named herself."""

    RECOMMENDATION = "recommendation"
    CONCLUSION = "conclusion"
    QUESTION = "question"
    PROPOSAL = "proposal"
    IDEA = "idea"


class LimitUnit(StrEnum):
    """What a limit counts."""

    WORDS = "words"
    CHARACTERS = "characters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How long an answer may be."""

    count: int
    unit: LimitUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One lettered, numbered or bulleted part of a recommendation; the label is as printed, or "•"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where something stands on a page (1-based).

    Fractions of the page's width and height, from the top left.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One thing in a report. The text holds the parts too, without its label; labels are not unique."""

    id: RecommendationId
    label: str
    kind: RecommendationKind = RecommendationKind.RECOMMENDATION
    text: str
    heading: str = ""
    page: int | None = None
    pages: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    options: tuple[str, ...] = ()
    limit: Limit | None = None
    regions: tuple[Region, ...] = ()

    @property
    def name(self) -> str:
        """“Recommendation 4”, "Question 12a", or the label as it is where it is more than a number."""
        if not self.label:
            return self.kind.value.capitalize()
        if self.label[0].isdigit():
            return f"{self.kind.value.capitalize()} {self.label}"
        return self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document to respond to.

    `published` is as the officer or the file says it ("14 October 2026", "2026-10").
    """

    id: ReportId
    title: str
    author: str = ""
    publisher: str = ""
    published: str = ""
    source: str = ""
    """The name of the file it was read from, without its folder."""
    fingerprint: str = ""
    """SHA-256 of that file, in hex; the same file is recognised by it."""
    pages: int | None = None
    recommendations: tuple[Recommendation, ...] = ()
    added_at: datetime | None = None

    @property
    def key(self) -> tuple[str, ...]:
        return "report", self.id

    def recommendation(self, wanted: RecommendationId) -> Recommendation | None:
        return next((each for each in self.recommendations if each.id == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One plausible list of recommendations in a document, best first; the score is between 0 and 1."""

    heading: str
    pages: tuple[int, ...]
    score: float
    recommendations: tuple[Recommendation, ...]
    doubted: bool = False
    """What says or looks so may be none, or not what the document asks: offered, not taken by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Where a heading stands in the text of its page, in characters; of a higher rank, it heads more."""

    start: int
    end: int
    rank: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The text of one page as a person would read it; formats without pages give one page numbered 1.

    A paragraph is a line; an empty one stands between those that stand apart.
    """

    number: int
    text: str
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of a file: nothing is kept until the officer says so."""

    title: str
    source: str
    fingerprint: str
    pages: int | None
    candidates: tuple[Candidate, ...] = ()
    text: tuple[PageText, ...] = ()
    sentence: str = ""
    """What to tell the officer when there is no list."""
    guesses: tuple[Recommendation, ...] = ()
    """Where there is no list: headings and sentences that recommend, as a start, never taken for a list."""

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        return self.candidates[0].recommendations if self.has_list else ()

    @property
    def has_list(self) -> bool:
        """Whether the best of the candidates may be taken by itself."""
        return bool(self.candidates) and not self.candidates[0].doubted
