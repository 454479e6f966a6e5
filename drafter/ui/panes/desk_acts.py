"""What the desk writes into the library: stances, reasons, head, state. Each is a step of undo."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from drafter.domain.coverage import Cover
from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import Limit, Recommendation, RecommendationKind
from drafter.domain.records.responses import ResponseHead, ResponseState, Shape
from drafter.domain.records.stances import Stance
from drafter.services.answering import (
    add_idea,
    delete_response,
    set_aside,
    set_head,
    set_reason,
    set_stance,
    set_state,
)
from drafter.services.limits import own_limit, set_limit
from drafter.ui.panes.desk_open import OnTheDesk
from drafter.ui.workplace import Workplace


class ResponseActs(QObject):
    """One response at a time."""

    def __init__(self, workplace: Workplace, open_one: OnTheDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._open = open_one
        self._stack = workplace.history.stack_of(open_one.id)

    def take_stance(self, chosen: Iterable[RecommendationId], stance: Stance) -> None:
        """On all that is chosen; nothing happens where it is taken already."""
        wanted = [each for each in chosen if self._is_news(each, stance)]
        if wanted:
            place, response = self._place, self._open.id
            place.history.do(
                lambda: set_stance(place.library, response, wanted, stance, by=place.by), stack=self._stack
            )

    def _is_news(self, recommendation: RecommendationId, stance: Stance) -> bool:
        taken = self._open.taken(recommendation)
        return taken.stance is not stance or taken.set_aside

    def wants_reason(self, chosen: tuple[RecommendationId, ...], stance: Stance) -> bool:
        """In a point-by-point response “no comment” says why."""
        return (
            stance is Stance.NO_COMMENT
            and self._open.head.shape is Shape.POINT_BY_POINT
            and not all(self._open.taken(each).reason for each in chosen)
        )

    def keep_reason(self, recommendation: str, reason: str, note: str) -> None:
        """As she left them; nothing happens where they are as they were."""
        wanted = RecommendationId(recommendation)
        taken = self._open.taken(wanted)
        if (taken.reason, taken.note) == (reason, note):
            return
        place, response = self._place, self._open.id
        place.history.do(
            lambda: set_reason(place.library, response, wanted, reason=reason, note=note, by=place.by),
            stack=self._stack,
        )

    def turn_aside(self, chosen: tuple[RecommendationId, ...]) -> None:
        """Not covered here; or covered again, where all that is chosen is set aside."""
        if chosen:
            aside = not all(self._open.taken(each).set_aside for each in chosen)
            self._set_aside(chosen, aside=aside)

    def set_rest_aside(self) -> int:
        """Everything that the statement does not mention. How many these are."""
        rest = tuple(
            each.recommendation.id
            for each in self._open.coverage.recommendations
            if each.cover is Cover.NOT_COVERED and not each.taken.set_aside
        )
        if rest:
            self._set_aside(rest, aside=True)
        return len(rest)

    def _set_aside(self, chosen: tuple[RecommendationId, ...], *, aside: bool) -> None:
        place, response = self._place, self._open.id
        place.history.do(
            lambda: set_aside(place.library, response, chosen, aside=aside, by=place.by), stack=self._stack
        )

    def name_idea(self, words: str, page: int) -> RecommendationId | None:
        """It joins the report's list; its id, or None where there is no report."""
        report = self._open.report
        if report is None:
            return None
        count = sum(each.kind is RecommendationKind.IDEA for each in report.recommendations) + 1
        idea = Recommendation(
            id=RecommendationId(new_id()),
            label=f"Idea {count}",
            kind=RecommendationKind.IDEA,
            text=words,
            heading="Ideas named by hand",
            page=page or None,
            pages=(page,) if page else (),
        )
        place = self._place
        place.history.do(lambda: add_idea(place.library, report.id, idea, by=place.by), stack=self._stack)
        return idea.id

    # --- the response as a whole

    def keep_head(self, head: ResponseHead) -> None:
        if head == self._open.head:
            return
        place = self._place
        place.history.do(lambda: set_head(place.library, head, by=place.by), stack=self._stack)

    def set_deadline(self, day: date | None) -> None:
        self.keep_head(replace(self._open.head, deadline=day))

    def set_limit(self, limit: Limit | None) -> None:
        """How long the whole may be; nothing happens where it is so already."""
        place, response = self._place, self._open.id
        if limit != own_limit(place.library, response):
            place.history.do(
                lambda: set_limit(place.library, response, limit, by=place.by), stack=self._stack
            )

    def set_shape(self, shape: Shape) -> None:
        self.keep_head(replace(self._open.head, shape=shape))

    def set_state(self, state: ResponseState) -> None:
        if state is self._open.head.state:
            return
        place, response = self._place, self._open.id
        place.history.do(lambda: set_state(place.library, response, state, by=place.by), stack=self._stack)

    def delete(self) -> None:
        """Into the bin. It is the library's step: this response's own stack goes with it."""
        place, response = self._place, self._open.id
        place.history.do(
            lambda: delete_response(place.library, response, by=place.by), stack=place.history.library_stack
        )
