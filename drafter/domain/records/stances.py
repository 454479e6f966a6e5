"""What the organisation thinks of one recommendation."""

from dataclasses import dataclass
from enum import StrEnum

from drafter.domain.records.ids import RecommendationId, ResponseId


class Stance(StrEnum):
    """The seven words, as files hold them."""

    UNDECIDED = "undecided"
    WELCOME = "welcome"
    WELCOME_WITH_CAVEATS = "welcome with caveats"
    GO_FURTHER = "go further"
    NEUTRAL = "neutral"
    OPPOSE = "oppose"
    NO_COMMENT = "no comment"

    @property
    def phrase(self) -> str:
        """With a capital, as screens and documents show it."""
        return self.value.capitalize()

    def is_opposite(self, other: "Stance | None") -> bool:
        """Oppose stands against welcome, welcome with caveats and go further."""
        pair = {self, other}
        return Stance.OPPOSE in pair and bool(pair & _IN_FAVOUR)


_IN_FAVOUR = {Stance.WELCOME, Stance.WELCOME_WITH_CAVEATS, Stance.GO_FURTHER}


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceTaken:
    """A stance on one recommendation in one response. The reason is exported, the note never."""

    response: ResponseId
    recommendation: RecommendationId
    stance: Stance = Stance.UNDECIDED
    reason: str = ""
    note: str = ""
    set_aside: bool = False
    """“Not covered here”: a statement leaves it out on purpose."""

    @property
    def key(self) -> tuple[str, ...]:
        return "stance", self.response, self.recommendation
