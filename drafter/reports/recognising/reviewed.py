"""What states recommend in a review: "121.4 Ratify ... (France);", in the order of themes, notes between."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from drafter.reports.recognising.labels import Form, Label
from drafter.reports.recognising.paragraphs import paragraph_from
from drafter.reports.recognising.rows import Body
from drafter.reports.recognising.starts import Run, Start
from drafter.reports.recognising.voices import imposes, share

_FEWEST = 4
_MOST_ROWS = 21
_PARAGRAPH_AND_NUMBER = 2
_FROM_STATE = re.compile(
    r"\((?!.*\b(?:see|page|figure|table|annex)\b)[A-Z][^\d()]{2,80}(?:\([^\d()]+\))?\)[;.,]?$"
)
_LONGEST = 200
"""At its end, in no more letters, stands who recommended it: "(Ukraine) (Lithuania);"."""
_NOTE = re.compile(
    r"(?:source of position|theme|sdgs|affected persons)\s?:|(?:supported|noted)(?:/\w+)?$", re.I
)
"""What is noted below each, and over the next ones."""


def reviewed_runs(body: Body, labelled: Sequence[Start]) -> list[Run]:
    """The list, where its numbers leave so many out, or come in such an order, that nothing counts on."""
    found = [start for start in labelled if _is_counted(start.label)]
    said = [_said(body, start) for start in found]
    stated = sum(_FROM_STATE.search(text[-_LONGEST:]) is not None for text in said)
    if len(found) < _FEWEST or stated * 10 < 8 * len(found) or _counts_on(found):
        return []
    if share(said, imposes) * 2 < 1:
        return []
    starts = [start.listed(count) for count, start in enumerate(found, start=1)]
    return [Run(Form.LISTED, "", starts, limit=len(body.rows))]


def _is_counted(label: Label) -> bool:
    return (
        label.form is Form.DOTTED and len(label.value) == _PARAGRAPH_AND_NUMBER and label.number[0].isdigit()
    )


def _said(body: Body, start: Start) -> str:
    """The whole recommendation, up to the notes."""
    below = paragraph_from(body.rows, start.row.index, _MOST_ROWS)[1:]
    unnoted = takewhile(lambda row: not _NOTE.match(row.text), below)
    return " ".join([start.label.rest, *(row.text for row in unnoted)])


def _counts_on(found: Sequence[Start]) -> bool:
    """As they are printed one after the other in the review itself."""
    return all(
        now == (before[0], before[1] + 1) or now == (before[0] + 1, 1)
        for before, now in pairwise(start.label.value for start in found)
    )
