"""Where in the draft an answer belongs: its passage, or the place for a new section in the report's order."""

from collections.abc import Iterable

from drafter.domain.records.ids import PassageId, RecommendationId, SectionId
from drafter.domain.records.reports import Recommendation
from drafter.domain.records.responses import Passage, Response, Shape


def passages_for(response: Response, recommendation: RecommendationId) -> tuple[Passage, ...]:
    """What answers it, or waits to."""
    return tuple(each for each in response.passages if recommendation in each.answers)


def place_for(response: Response, recommendation: RecommendationId) -> PassageId | None:
    """Where its answer is written: the first passage with words, else the one that waits."""
    found = passages_for(response, recommendation)
    if not found:
        return None
    return next((each.id for each in found if not each.text.is_empty), found[0].id)


def end_of(response: Response, recommendation: RecommendationId) -> PassageId | None:
    """The passage after which more words on it go: one that waits for its words alone, else the last."""
    found = passages_for(response, recommendation)
    if not found:
        return None
    waiting = (each.id for each in found if each.text.is_empty and each.answers == (recommendation,))
    return next(waiting, found[-1].id)


def section_before(
    response: Response, recommendation: RecommendationId, order: Iterable[Recommendation]
) -> SectionId | None:
    """The section after which one for it belongs; None: before all that answer something later."""
    rank = {each.id: number for number, each in enumerate(order)}
    wanted = rank.get(recommendation, len(rank))
    earlier = [
        each.id for each in response.sections if any(rank.get(a, wanted) < wanted for a in each.answers)
    ]
    if earlier:
        return earlier[-1]
    before: SectionId | None = None
    for section in response.sections:
        if section.answers:
            return before
        before = section.id
    return before


def section_names(response: Response, named: dict[RecommendationId, Recommendation]) -> dict[str, str]:
    """What to call sections without a heading: after what they answer."""
    names = {}
    for section in response.sections:
        answered = [named[each] for each in section.answers if each in named]
        if answered and not section.heading:
            more = f" and {len(answered) - 1} more" if len(answered) > 1 else ""
            names[str(section.id)] = f"{answered[0].name}{more}"
    return names


def prompts(recommendations: Iterable[Recommendation]) -> dict[str, str]:
    """What an empty passage says of the recommendation that it is to answer."""
    return {str(each.id): f"Answer: “{_first_words(each.text)}”" for each in recommendations}


def _first_words(text: str, most: int = 24) -> str:
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def is_point_by_point(response: Response) -> bool:
    return response.head.shape is Shape.POINT_BY_POINT
