"""The response on the desk: what the library says of it, and its text as the draft has it at this moment."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from drafter.domain.changes import Change
from drafter.domain.coverage import Coverage, coverage
from drafter.domain.records.ids import RecommendationId, ResponseId
from drafter.domain.records.reports import Recommendation, Report
from drafter.domain.records.responses import Response, ResponseHead, Section
from drafter.domain.records.stances import StanceTaken
from drafter.services.answering import report_of
from drafter.store.library import Library


class OnTheDesk(QObject):
    """Head, stances and report are read anew when a change touches them; the text never is."""

    changed = Signal()
    """Stances, head, report, or which passages answer what: whoever shows coverage looks again."""
    worded = Signal()
    """The words are others, and nothing else: only their length is to be told."""
    head_changed = Signal()
    report_changed = Signal()

    def __init__(self, library: Library, response: ResponseId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._response = library.response(response)
        self._report = report_of(library, self._response.head)
        self._coverage = coverage(self._response, self._report)

    @property
    def id(self) -> ResponseId:
        return self._response.id

    @property
    def response(self) -> Response:
        """As it would be saved now."""
        return self._response

    @property
    def head(self) -> ResponseHead:
        return self._response.head

    @property
    def report(self) -> Report | None:
        return self._report

    @property
    def coverage(self) -> Coverage:
        return self._coverage

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        return self._report.recommendations if self._report is not None else ()

    def recommendation(self, wanted: RecommendationId) -> Recommendation | None:
        return self._report.recommendation(wanted) if self._report is not None else None

    def taken(self, recommendation: RecommendationId) -> StanceTaken:
        return self._response.stance_on(recommendation)

    def named(self, wanted: Iterable[RecommendationId]) -> tuple[Recommendation, ...]:
        """Those of them that the report has, in its order."""
        given = set(wanted)
        return tuple(each for each in self.recommendations if each.id in given)

    def take_text(self, sections: tuple[Section, ...]) -> None:
        """What the draft says now."""
        before = self._response.sections
        if sections == before:
            return
        self._response = replace(self._response, sections=sections)
        covered = coverage(self._response, self._report)
        if covered != self._coverage or _bones(sections) != _bones(before):
            self._coverage = covered
            self.changed.emit()
        else:
            self.worded.emit()

    def heed(self, change: Change) -> None:
        """Read anew what a change touched: never the text."""
        about_report = self._report is not None and change.touches(Report, about=self._report.id)
        if about_report or change.touches(ResponseHead, StanceTaken, about=self.id):
            self.read_again()

    def read_again(self) -> None:
        """Head, stances and report as the library has them."""
        before, report = self._response, self._report
        stored = self._library.response(self.id)
        self._response = replace(stored, sections=before.sections)
        self._report = report_of(self._library, stored.head)
        self._look_again()
        if stored.head != before.head:
            self.head_changed.emit()
        if self._report != report:
            self.report_changed.emit()

    def _look_again(self) -> None:
        self._coverage = coverage(self._response, self._report)
        self.changed.emit()


def _bones(sections: tuple[Section, ...]) -> list[tuple[object, ...]]:
    """Sections and passages without their words."""
    return [
        (section.id, bool(section.heading), each.id, each.answers, each.use)
        for section in sections
        for each in section.passages
    ]
