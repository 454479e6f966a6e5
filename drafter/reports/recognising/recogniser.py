"""All candidate lists of a document, best first."""

from collections.abc import Iterator
from dataclasses import replace

from drafter.domain.records.reports import Candidate
from drafter.reports.recognising.chapters import restarted, with_chapters_joined
from drafter.reports.recognising.copies import across_forms, united, without_fuller_copies
from drafter.reports.recognising.drafts import Draft, drafted
from drafter.reports.recognising.labels import label_of
from drafter.reports.recognising.rows import Body
from drafter.reports.recognising.runs import Start, contents_pages, numbered_runs, worded_runs
from drafter.reports.recognising.scoring import PLAUSIBLE
from drafter.reports.recognising.trailing import trailing_runs
from drafter.reports.recognising.unnumbered import unnumbered_runs
from drafter.reports.recognising.wordings import names_a_reply

_MOST = 8


def recognise(body: Body) -> tuple[Candidate, ...]:
    """The lists that are plausible, best first."""
    plausible = without_fuller_copies([draft for draft in _drafts(body) if draft.score >= PLAUSIBLE])
    whole = [draft for draft in plausible if not any(draft.is_part_of(other) for other in plausible)]
    whole.sort(key=lambda draft: (-draft.score, -len(draft.items), draft.run.heading is None))
    chosen: list[Draft] = []
    for draft in whole:
        if not any(draft.is_within(other) for other in chosen):
            chosen.append(draft)
    whole = with_chapters_joined(body, across_forms(chosen))
    whole.sort(key=lambda draft: -draft.score)
    return tuple(draft.candidate(body) for draft in whole[:_MOST])


def _drafts(body: Body) -> Iterator[Draft]:
    contents = contents_pages(body)
    labelled = _labelled(body, contents)
    yield from united(body, [drafted(body, run) for run in worded_runs(body, labelled)])
    numbered = [drafted(body, run) for run in numbered_runs(body, labelled)]
    yield from numbered
    yield from restarted(body, numbered)
    yield from (drafted(body, run) for run in trailing_runs(body, contents))
    yield from (drafted(body, run) for run in unnumbered_runs(body, contents))


def _labelled(body: Body, contents: set[int]) -> list[Start]:
    found: list[Start] = []
    for row in body.rows:
        if row.page not in contents and not row.has_leaders:
            label = label_of(row)
            if label is not None:
                found.append(Start(row, replace(label, rest="") if names_a_reply(label.rest) else label))
    return found
