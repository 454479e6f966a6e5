"""Which responses answer what was taken out of a report's list: she is told, and can put it back."""

from dataclasses import replace

from drafter.domain.coverage import coverage
from drafter.domain.records.reports import Report
from drafter.domain.records.stances import Stance
from drafter.services.correcting import Found
from drafter.store.library import Library

_MOST_NAMED = 2


def answers_lost(library: Library, report: Report, gone: Found) -> str:
    """A sentence on the responses that answer these items; empty where none does."""
    asked = replace(report, recommendations=gone)
    said = []
    for head in library.responses_of(report.id):
        names = [
            each.recommendation.name
            for each in coverage(library.response(head.id), asked).recommendations
            if each.has_answer or each.stance is not Stance.UNDECIDED
        ]
        if names:
            said.append(f"“{head.title}” answers {_some(names)}")
    if not said:
        return ""
    return f"{_some(said)}: no longer in the list. What was written stays in the draft, tied to nothing."


def _some(names: list[str]) -> str:
    """“A”, “A and B”, “A, B and 3 more”."""
    more = len(names) - _MOST_NAMED
    if more > 0:
        return f"{', '.join(names[:_MOST_NAMED])} and {more} more"
    return " and ".join(names)
