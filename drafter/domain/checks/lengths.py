"""How long answers are against what they may be, as the desk says it while she writes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.domain.checks.answers import length
from drafter.domain.checks.findings import Draft
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Limit, Recommendation
from drafter.domain.records.responses import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A length and its limit."""

    many: int
    limit: Limit

    @property
    def is_over(self) -> bool:
        return self.many > self.limit.count

    @property
    def words(self) -> str:
        """“212 of 300 words”."""
        return f"{self.many:,} of {self.limit.count:,} {self.limit.unit}"


def measured(draft: Draft, answered: Recommendation) -> Measured | None:
    """The answer to one recommendation; None where it has no limit."""
    if answered.limit is None:
        return None
    passages = [each for each in draft.response.passages if answered.id in each.answers]
    return Measured(many=length(draft, passages, answered.limit.unit), limit=answered.limit)


def measured_answers(draft: Draft) -> dict[RecommendationId, Measured]:
    """Every answer that has a limit, each measured once."""
    answers = _by_what_they_answer(draft.response.passages)
    return {
        each.id: Measured(many=length(draft, answers[each.id], each.limit.unit), limit=each.limit)
        for each in draft.recommendations.values()
        if each.limit is not None and each.id in answers
    }


def measured_whole(draft: Draft) -> Measured | None:
    """Likewise the response as a whole."""
    if draft.limit is None:
        return None
    return Measured(many=length(draft, draft.response.passages, draft.limit.unit), limit=draft.limit)


def _by_what_they_answer(passages: Iterable[Passage]) -> dict[RecommendationId, list[Passage]]:
    found: dict[RecommendationId, list[Passage]] = defaultdict(list)
    for passage in passages:
        for each in passage.answers:
            found[each].append(passage)
    return found
