"""The draft that answers a report: head, outline and passages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from drafter.domain.records.ids import (
    PassageId,
    PositionId,
    RecommendationId,
    ReportId,
    ResponseId,
    RevisionId,
    SectionId,
)
from drafter.domain.records.stances import Stance, StanceTaken
from drafter.domain.richtext import EMPTY, RichText

UNTITLED = "Untitled statement"
"""The headline of a statement until she has written one."""


class Shape(StrEnum):
    """The two shapes of finished work."""

    STATEMENT = "statement"
    POINT_BY_POINT = "point-by-point"


class ResponseState(StrEnum):
    """How far a response has come."""

    DRAFTING = "drafting"
    OUT_FOR_COMMENT = "out for comment"
    SIGNED_OFF = "signed off"
    SENT = "sent"


class Form(StrEnum):
    """What an export looks like; chosen at export."""

    STATEMENT = "statement"
    POINT_BY_POINT = "point-by-point"
    TABLE = "table"
    WRITTEN_EVIDENCE = "written-evidence"
    PASTE_SHEET = "paste-sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseHead:
    """The title block and what else is true of a response as a whole. `title` is the headline."""

    id: ResponseId
    title: str
    shape: Shape = Shape.POINT_BY_POINT
    standfirst: str = ""
    author: str = ""
    role: str = ""
    organisation: str = ""
    dated: date | None = None
    deadline: date | None = None
    state: ResponseState = ResponseState.DRAFTING
    report: ReportId | None = None
    deleted: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        return "response", self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Words of the library in a draft, pinned to the revision they came from."""

    position: PositionId
    revision: RevisionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One or more whole paragraphs and the recommendations that they answer."""

    id: PassageId
    response: ResponseId
    text: RichText = EMPTY
    answers: tuple[RecommendationId, ...] = ()
    use: Use | None = None
    drawn_from: tuple[RevisionId, ...] = ()
    """Own words into which these revisions were woven."""

    @property
    def key(self) -> tuple[str, ...]:
        return "passage", self.response, self.id

    def is_verbatim(self, text: RichText) -> bool:
        """Still word for word the revision's text (given normalised)."""
        return self.use is not None and self.text == text


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSection:
    """A section's place in the outline: its heading (may be empty) and its passages in order."""

    id: SectionId
    heading: str = ""
    passages: tuple[PassageId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The sections of a response in order. A passage that no section names is not part of the response."""

    response: ResponseId
    sections: tuple[OutlineSection, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        return "outline", self.response


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading (or none) and its passages; what it answers is derived from them."""

    id: SectionId
    heading: str = ""
    passages: tuple[Passage, ...] = ()

    @property
    def answers(self) -> tuple[RecommendationId, ...]:
        return tuple(dict.fromkeys(each for passage in self.passages for each in passage.answers))

    @property
    def words(self) -> int:
        return sum(passage.text.words for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A draft whole."""

    head: ResponseHead
    sections: tuple[Section, ...] = ()
    stances: tuple[StanceTaken, ...] = ()

    @property
    def id(self) -> ResponseId:
        return self.head.id

    @property
    def passages(self) -> Iterator[Passage]:
        return (passage for section in self.sections for passage in section.passages)

    @property
    def outline(self) -> Outline:
        return Outline(
            response=self.id,
            sections=tuple(
                OutlineSection(id=each.id, heading=each.heading, passages=tuple(p.id for p in each.passages))
                for each in self.sections
            ),
        )

    def stance_on(self, recommendation: RecommendationId) -> StanceTaken:
        """What was taken, or undecided."""
        taken = next((each for each in self.stances if each.recommendation == recommendation), None)
        return taken or StanceTaken(response=self.id, recommendation=recommendation)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastUse:
    """That a response took a wording: written when it is exported or changes state, with what it answered."""

    position: PositionId
    revision: RevisionId
    response: ResponseId
    response_title: str
    at: datetime
    verbatim: bool
    recommendations: tuple[RecommendationId, ...] = ()
    asked: tuple[str, ...] = ()
    """The words of the recommendations that it answered."""
    stances: tuple[Stance, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        return "use", self.position, self.revision, self.response


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestEntry:
    """Which passage and wording one exported paragraph was.

    The fingerprint is the SHA-256 of its plain text.
    """

    bookmark: str
    passage: PassageId
    revision: RevisionId | None
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What one export wrote, so that an edited file can find its way home."""

    id: str
    response: ResponseId
    at: datetime
    form: Form
    file_name: str
    entries: tuple[ManifestEntry, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        return "manifest", self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveUse:
    """That a draft holds words of the library now: in a passage of theirs, or woven into own words."""

    position: PositionId
    revision: RevisionId
    response: ResponseId
    passage: PassageId
    woven: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedDraft:
    """A copy of a response at one moment, kept for good; the id names its version."""

    id: str
    response: ResponseId
    label: str
    at: datetime
    by: str = ""
