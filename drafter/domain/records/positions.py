"""One thing that the organisation has agreed to say, its wordings and how they stand."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from drafter.domain.records.ids import PositionId, RevisionId
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import EMPTY, RichText, Source


class Kind(StrEnum):
    """What a position is for."""

    OPENING = "opening"
    POSITION = "position"
    EVIDENCE = "evidence"
    CASE_STUDY = "case study"
    CAVEAT = "caveat"
    ASK = "ask"
    CLOSING = "closing"
    ABOUT_US = "about us"


class Status(StrEnum):
    """Whether it may be used; derived from approvals and retirements, never stored by itself."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a position. Saving them makes a revision; what was saved before stays."""

    position: PositionId
    title: str
    text: RichText = EMPTY
    sources: tuple[Source, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        return "wording", self.position


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about a position besides its words.

    Changing it costs no approval. `stance` is the usual one.
    """

    position: PositionId
    kind: Kind = Kind.POSITION
    themes: tuple[str, ...] = ()
    stance: Stance | None = None
    owner: str = ""
    review_by: date | None = None
    replaced_by: PositionId | None = None

    @property
    def key(self) -> tuple[str, ...]:
        return "facts", self.position


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Someone said that one wording may be used.

    In a change that also adds the wording its id is not known yet: an empty `revision` stands for it, and the
    change as it was applied names it.
    """

    position: PositionId
    revision: RevisionId
    by: str
    at: datetime
    note: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        return "approval", self.position, self.revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Someone looked at a wording again and said that it is still right."""

    position: PositionId
    revision: RevisionId
    by: str
    at: datetime
    note: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        return "review", self.position, self.revision, self.at.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Retirement:
    """Someone took a position out of use."""

    position: PositionId
    by: str
    at: datetime
    note: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        return "retirement", self.position


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """Someone put a position into the bin."""

    position: PositionId
    by: str
    at: datetime

    @property
    def key(self) -> tuple[str, ...]:
        return "deletion", self.position


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One wording as it was saved: never changed afterwards. `approval` is the one in force, if any."""

    id: RevisionId
    wording: Wording
    parents: tuple[RevisionId, ...] = ()
    by: str = ""
    at: datetime
    approval: Approval | None = None

    @property
    def title(self) -> str:
        return self.wording.title

    @property
    def text(self) -> RichText:
        return self.wording.text

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.wording.sources


def status_of(retirement: Retirement | None, approval: Approval | None) -> Status:
    """How a position stands by what is in force of it: its retirement, the approval of its current words."""
    if retirement is not None:
        return Status.RETIRED
    return Status.APPROVED if approval is not None else Status.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A position as it stands now. `current` is the newest approved revision, else the newest."""

    id: PositionId
    facts: Facts
    current: Revision
    newest: Revision
    retirement: Retirement | None = None
    deletion: Deletion | None = None
    reviewed: Review | None = None
    heads: tuple[RevisionId, ...] = ()
    """Two or more where two people reworded the same text.

    Until a person merges them none counts as approved.
    """

    @property
    def status(self) -> Status:
        return status_of(self.retirement, self.current.approval)

    @property
    def has_newer_draft(self) -> bool:
        """The newest words differ from those in use."""
        return self.newest.wording != self.current.wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the library's list: a position without its whole text."""

    id: PositionId
    title: str
    kind: Kind
    themes: tuple[str, ...] = ()
    stance: Stance | None = None
    status: Status = Status.DRAFT
    owner: str = ""
    review_by: date | None = None
    words: int = 0
    uses: int = 0
    has_newer_draft: bool = False
    first_words: str = ""
    reviewed_on: date | None = None
    """When somebody last said that it is still right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A position that was found.

    The higher the score the better; `why` names the words or uses that matched.
    """

    entry: Entry
    score: float
    snippet: str = ""
    """Words around the match, the matching ones between STX and ETX (\\x02 and \\x03)."""
    why: tuple[str, ...] = ()
