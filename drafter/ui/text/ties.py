"""What a passage answers and where its words come from, as one line that a block carries through undo."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from drafter.domain.records.ids import PositionId, RecommendationId, RevisionId
from drafter.domain.records.responses import Passage, Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """A passage without its words."""

    answers: tuple[RecommendationId, ...] = ()
    use: Use | None = None
    drawn_from: tuple[RevisionId, ...] = ()

    @classmethod
    def of(cls, passage: Passage) -> "Ties":
        return cls(answers=passage.answers, use=passage.use, drawn_from=passage.drawn_from)

    @property
    def origins(self) -> tuple[RevisionId, ...]:
        """The library wordings in it, whether used or drawn from."""
        return _once((*((self.use.revision,) if self.use else ()), *self.drawn_from))

    def own_words(self) -> "Ties":
        """What is left of them when the words are gone."""
        return Ties(answers=self.answers)

    def mixed_with(self, other: "Ties") -> "Ties":
        """Own words drawn from both, answering what both answered."""
        return Ties(
            answers=_once((*self.answers, *other.answers)),
            drawn_from=_once((*self.origins, *other.origins)),
        )

    def swallows(self, other: "Ties") -> bool:
        """Nothing of the other is lost where its words come into a passage with these."""
        return set(other.answers) <= set(self.answers) and set(other.origins) <= set(self.origins)

    def with_answers(self, answers: Iterable[RecommendationId]) -> "Ties":
        return replace(self, answers=_once(answers))


_Id = TypeVar("_Id", bound=str)

NO_TIES = Ties()


def ties_text(ties: Ties) -> str:
    """One line; nothing at all for own words that answer nothing."""
    if ties == NO_TIES:
        return ""
    use = None if ties.use is None else [ties.use.position, ties.use.revision]
    return json.dumps([ties.answers, use, ties.drawn_from], ensure_ascii=False)


@lru_cache(maxsize=8192)
def ties_from(kept: str) -> Ties:
    """The ties again, of what ties_text made."""
    if not kept:
        return NO_TIES
    answers, use, drawn_from = json.loads(kept)
    return Ties(
        answers=tuple(map(RecommendationId, answers)),
        use=None if use is None else Use(position=PositionId(use[0]), revision=RevisionId(use[1])),
        drawn_from=tuple(map(RevisionId, drawn_from)),
    )


def _once(values: Iterable[_Id]) -> tuple[_Id, ...]:
    return tuple(dict.fromkeys(values))
