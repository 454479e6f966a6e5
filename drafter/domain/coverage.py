"""Which recommendations have a stance and an answer; the rest are gaps, or left out in a statement."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from drafter.domain.records.ids import PassageId, RecommendationId
from drafter.domain.records.reports import Recommendation, RecommendationKind, Report
from drafter.domain.records.responses import Response, Shape
from drafter.domain.records.stances import Stance, StanceTaken


class Cover(StrEnum):
    """How one recommendation stands, in the words of the screens."""

    ANSWERED = "answered"
    STANCE_ONLY = "stance only"
    WORDS_ONLY = "no stance"
    GAP = "unanswered"
    NOT_COVERED = "not covered here"
    CONCLUSION = "needs no answer"
    """A conclusion that stands beside recommendations, until she takes a stance on it or answers it."""

    @property
    def is_open(self) -> bool:
        """Something is still to be done about it."""
        return self in {Cover.STANCE_ONLY, Cover.WORDS_ONLY, Cover.GAP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One recommendation in one response: what was taken, and the passages with words that answer it."""

    recommendation: Recommendation
    taken: StanceTaken
    cover: Cover
    passages: tuple[PassageId, ...] = ()

    @property
    def stance(self) -> Stance:
        return self.taken.stance

    @property
    def has_answer(self) -> bool:
        """Words answer it, or a stance that says why."""
        return bool(self.passages) or is_answer(self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A response against the whole of its report, in the report's order."""

    shape: Shape
    recommendations: tuple[Covered, ...] = ()

    @property
    def total(self) -> int:
        """How many want an answer."""
        return len(self.recommendations) - len(self.conclusions)

    @property
    def answered(self) -> int:
        """How many have an answer, with or without a stance."""
        return sum(each.has_answer for each in self.recommendations)

    @property
    def without_stance(self) -> tuple[Recommendation, ...]:
        """Those that a point-by-point response must still take a stance on."""
        if self.shape is Shape.STATEMENT:
            return ()
        return tuple(
            each.recommendation
            for each in self.recommendations
            if each.stance is Stance.UNDECIDED and each.cover is not Cover.CONCLUSION
        )

    @property
    def gaps(self) -> tuple[Recommendation, ...]:
        """Those of a point-by-point response that want a stance, an answer or both."""
        return tuple(each.recommendation for each in self.recommendations if each.cover.is_open)

    @property
    def not_covered(self) -> tuple[Recommendation, ...]:
        """Those that a statement leaves out."""
        return tuple(each.recommendation for each in self.recommendations if each.cover is Cover.NOT_COVERED)

    @property
    def conclusions(self) -> tuple[Recommendation, ...]:
        """Those that a point-by-point response need not answer."""
        return tuple(each.recommendation for each in self.recommendations if each.cover is Cover.CONCLUSION)

    @property
    def is_whole(self) -> bool:
        """Nothing is left to do; a statement may always leave things out."""
        return not self.gaps

    @property
    def sentence(self) -> str:
        """As a screen says it: "14 of 20 answered, 3 without a stance"."""
        if not self.total:
            return "No recommendations"
        said = [f"{'All' if self.answered == self.total else f'{self.answered} of'} {self.total} answered"]
        if self.without_stance:
            said.append(f"{len(self.without_stance)} without a stance")
        if self.not_covered:
            said.append(f"{len(self.not_covered)} not covered here")
        if self.conclusions:
            many = len(self.conclusions)
            said.append("1 conclusion needs none" if many == 1 else f"{many} conclusions need none")
        return ", ".join(said)

    def of(self, recommendation: RecommendationId) -> Covered | None:
        return next((each for each in self.recommendations if each.recommendation.id == recommendation), None)


def coverage(response: Response, report: Report | None) -> Coverage:
    """How every recommendation of the report stands in the response."""
    shape = response.head.shape
    if report is None:
        return Coverage(shape=shape)
    passages: dict[RecommendationId, list[PassageId]] = defaultdict(list)
    for passage in response.passages:
        if not passage.text.is_empty:
            for answered in passage.answers:
                passages[answered].append(passage.id)
    taken = {each.recommendation: each for each in response.stances}
    kinds = {each.kind for each in report.recommendations}
    are_beside = shape is Shape.POINT_BY_POINT and kinds > {RecommendationKind.CONCLUSION}
    return Coverage(
        shape=shape,
        recommendations=tuple(
            _covered(
                each,
                taken.get(each.id) or StanceTaken(response=response.id, recommendation=each.id),
                tuple(passages[each.id]),
                may_be_left=are_beside and each.kind is RecommendationKind.CONCLUSION,
                shape=shape,
            )
            for each in report.recommendations
        ),
    )


def is_answer(taken: StanceTaken) -> bool:
    """A stance whose reason answers by itself: "No comment: outside our field"."""
    return taken.stance is not Stance.UNDECIDED and bool(taken.reason.strip())


def _covered(
    recommendation: Recommendation,
    taken: StanceTaken,
    passages: tuple[PassageId, ...],
    *,
    may_be_left: bool,
    shape: Shape,
) -> Covered:
    has_answer = bool(passages) or is_answer(taken)
    if shape is Shape.STATEMENT:
        cover = Cover.ANSWERED if has_answer else Cover.NOT_COVERED
    elif taken.stance is Stance.UNDECIDED:
        unanswered = Cover.CONCLUSION if may_be_left else Cover.GAP
        cover = Cover.WORDS_ONLY if has_answer else unanswered
    else:
        cover = Cover.ANSWERED if has_answer else Cover.STANCE_ONLY
    return Covered(recommendation=recommendation, taken=taken, cover=cover, passages=passages)
