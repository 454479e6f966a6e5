"""Numbered questions that somebody's published reply to a consultation quotes, each answered in prose."""

import re
from collections.abc import Iterator, Sequence

from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.paragraphs import paragraph_from
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.starts import Run, Start

_FEWEST, _MOSTLY = 3, 7
"""So many questions, and so many of ten answered."""
_TOP = 24
"""Rows in which a reply says what it is."""
_REPLYING = re.compile(
    r"\b(?:my|our)\s(?:\w+\s){0,2}(?:responses?|replies|reply|answers?|submission|comments)\b"
    r"|\b(?:i|we)(?:\s(?:am|are|have|was|were))?\s(?:respond|reply|repl|submit)\w*\s(?:to|on)\b"
    r"|\b(?:responses?|reply|submission|comments|answers)\s(?:to|of|from|by|on behalf of)\s",
    re.I,
)
_CONSULTED = re.compile(
    r"\b(?:consult\w+|calls? for (?:views|(?:written )?evidence)|(?:green|white|discussion|issues) paper)\b",
    re.I,
)
_FREQUENT = re.compile(r"\b(?:faqs?|frequently asked|common questions|q ?(?:&|and) ?a)\b", re.I)
_QUESTION_ROWS = 12


def quoted_runs(body: Body, labelled: Sequence[Start]) -> Iterator[Run]:
    """Counted from 1 upwards without a gap, nearly each with what is no question below it."""
    if not _is_reply(body):
        return
    found: list[Start] = []
    answered = 0
    for start in labelled:
        below = _below(body, start) if start.label.form is Form.BARE and start.row.opens else None
        if below is None or start.label.value != (len(found) + 1,):
            continue
        found.append(start)
        answered += not below.heading and not below.text[:1].isdigit() and not below.text.endswith("?")
    if len(found) >= _FEWEST and answered * 10 >= _MOSTLY * len(found):
        starts = [start.listed(count, "question") for count, start in enumerate(found, start=1)]
        yield Run(Form.LISTED, "question", starts, limit=len(body.rows))


def _is_reply(body: Body) -> bool:
    """Says at its beginning that it is one, to a consultation."""
    top = " ".join([body.document.title, *(row.text for row in body.rows[:_TOP])])
    replies = _REPLYING.search(top) is not None and _CONSULTED.search(top) is not None
    return replies and _FREQUENT.search(top) is None


def _below(body: Body, start: Start) -> Row | None:
    """What stands below its paragraph, if that asks."""
    asked = paragraph_from(body.rows, start.row.index, _QUESTION_ROWS)
    below = body.rows[asked[-1].index + 1 :][:1]
    words = start.label.rest if len(asked) == 1 else asked[-1].text
    return below[0] if below and words.endswith("?") else None
