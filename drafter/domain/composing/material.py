"""What every form is laid out from: the response, its report, the values of fields, what was chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from drafter.domain.composing.blocks import Background, Choices
from drafter.domain.fields import FieldValues
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Recommendation, Report
from drafter.domain.records.responses import Passage, Response, Section
from drafter.domain.records.stances import StanceTaken


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Neighbouring passages of one section that answer the same recommendations."""

    section: Section
    recommendations: tuple[Recommendation, ...]
    passages: tuple[Passage, ...]
    is_first: bool
    """It opens its section, and so follows its heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a form may draw on."""

    response: Response
    report: Report | None
    values: FieldValues
    choices: Choices
    background: Background
    known: Mapping[RecommendationId, Recommendation]
    stances: Mapping[RecommendationId, StanceTaken]

    @classmethod
    def of(
        cls,
        response: Response,
        report: Report | None,
        values: FieldValues,
        choices: Choices,
        background: Background,
    ) -> "Material":
        return cls(
            response=response,
            report=report,
            values=values,
            choices=choices,
            background=background,
            known={each.id: each for each in report.recommendations} if report is not None else {},
            stances={each.recommendation: each for each in response.stances},
        )

    def stance_on(self, recommendation: Recommendation) -> StanceTaken:
        """What was taken, or undecided."""
        taken = self.stances.get(recommendation.id)
        return taken or StanceTaken(response=self.response.id, recommendation=recommendation.id)

    def answered_by(self, passage: Passage) -> tuple[Recommendation, ...]:
        """What the passage answers that is in the report still."""
        return tuple(self.known[each] for each in passage.answers if each in self.known)

    def values_in(self, passage: Passage) -> FieldValues:
        return self.values.answering(self.answered_by(passage))

    def answers(self, section: Section) -> Iterator[Answer]:
        """The section's answers; words that answer nothing go with what stands before them, else after."""
        passages = [each for each in section.passages if not each.text.is_empty]
        groups = [(self.answered_by(each), each) for each in passages]
        under = next((answered for answered, _ in groups if answered), ())
        filled: list[tuple[tuple[Recommendation, ...], Passage]] = []
        for answered, each in groups:
            under = answered or under
            filled.append((under, each))
        for number, (answered, group) in enumerate(groupby(filled, key=lambda pair: pair[0])):
            yield Answer(
                section=section,
                recommendations=answered,
                passages=tuple(each for _, each in group),
                is_first=number == 0,
            )


def has_words(section: Section) -> bool:
    return any(not passage.text.is_empty for passage in section.passages)
