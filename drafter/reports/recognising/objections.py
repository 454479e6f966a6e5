"""What speaks against a run whatever heads it: whose words the items are, and the sort of document."""

import re
from collections.abc import Sequence
from statistics import median

from drafter.reports.recognising.headings import heading_text, headings_above
from drafter.reports.recognising.labels import NUMBERS, Form
from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.rows import Body
from drafter.reports.recognising.sorts import asks_nothing, consults
from drafter.reports.recognising.starts import Run
from drafter.reports.recognising.voices import (
    advises,
    asks,
    commends,
    commits,
    imposes,
    insists,
    is_put_to_a_minister,
    is_tailed,
    leads_in_parts,
    share,
    speaks_for_itself,
)
from drafter.reports.recognising.wordings import PAST

_MOSTLY = 0.5
_SILENT, _COMMITTED, _PUT, _UNASKED, _COUNTED, _PAST, _NARRATED, _CLOSED = (
    0.35, 0.45, 0.4, 0.3, 0.4, 0.3, 0.35, 0.55
)  # fmt: skip
"""What each takes off the score."""
_HALF = 0.5
_ASKED_OF = (
    "consult",
    "respond",
    "response",
    "views",
    "evidence",
    "survey",
    "submission",
    "questionnaire",
    "green paper",
    "comments",
)
"""Where a reader is asked, one of these words stands somewhere."""
_SHORT = re.compile(r"[\[(•\s]{0,3}R\s?\.?\s?\d")
"""Risks are counted so, too."""


def objections(body: Body, run: Run, texts: Sequence[str], telling: float, *, led_in: bool = False) -> float:
    """What to take off, by whose words the items are and what sort of document holds them.

    What a sentence leads in as recommended tells no story.
    """
    points = _COMMITTED * (share(texts, commits) > _MOSTLY and not _is_told(run))
    points += _UNASKED * _is_unasked(body, run, texts)
    led_in = led_in and run.values[0] == (1,)
    points += _NARRATED * (not led_in and _is_narrative(body, run, texts))
    points += _PUT * (share(texts, is_put_to_a_minister) > _MOSTLY)
    if run.word not in _TOLD and share(texts, commends) <= _MOSTLY and asks_nothing(body):
        said = _is_told(run) and share(texts, advises if _is_named(body, run) else insists) > _MOSTLY
        points += _SILENT * (_HALF if said else 1)
    if run.word == "recommendation" and not telling and _SHORT.match(run.starts[0].row.text):
        points += _COUNTED * (share(texts, advises) <= _MOSTLY)
    points += _ANOTHERS * (share(texts, asks) > _MOSTLY and _is_annexed(body, run) and _recommends(body))
    points += _CLOSED * (share(texts, asks) > _MOSTLY and _is_closed(body))
    first = run.starts[0].row.index
    above = " ".join(row.text for row in body.rows[max(0, first - _LEADING) : first])
    points += _COMMITTED * (_WE_WILL.search(above) is not None)
    points += _COMMITTED * (run.form is not Form.WORD and _WE_ASKED.search(above) is not None)
    points += _RECITED * (_WHEREAS.search(above) is not None)
    return points + _PAST * (above.endswith(":") and PAST.search(above) is not None)


_WHEREAS = re.compile(r"\bwhereas\s?:?(?:\s[A-Z][\w ]{3,60})?$", re.I)
_RECITED = 0.5
"""What an act of the European Union begins with are its grounds."""


_WE_WILL = re.compile(
    r"\b(?:we|i|the (?:\w+ )?(?:government|department|ministry|council|agency|board|trust))\s(?:\w+\s)?"
    r"(?:will|shall|intends? to|plans? to)\b[^.;:?!]*:$",
    re.I,
)
"""What follows is what the authors will do themselves."""


_WE_ASKED = re.compile(
    r"\bquestions (?:that |which )?(?:we|i|it|they|the (?:\w+ )?"
    r"(?:review|inquiry|panel|commission|committee|board))\s(?:asked|put|posed|sent|set)\b[^.?!;:]{0,120}:$"
    r"|\bquestions (?:that )?(?:were|had been) (?:asked|put|posed)\b[^.?!;:]{0,120}:$"
    r"|\bthis (?:report|paper|briefing|review|study|guide) (?:asks|addresses|answers|considers|looks at)\b"
    r"[^.?!;:]{0,60}\bquestions:$"
    r"|\basked the following questions?\b[^.?!;:]{0,80}:$",
    re.I,
)
"""They have been answered."""


def _recommends(body: Body) -> bool:
    """A report with recommendations of its own prints questions that it asked of others."""
    return not consults(body) and any(
        is_name(row.text) and "recommendation" in row.text.lower() for row in body.headed
    )


def _is_annexed(body: Body, run: Run) -> bool:
    if run.form is Form.WORD:
        return False
    above = next(headings_above(body, run.starts[0].row), None)
    return any(row is not None and _ANNEX.match(row.text) for row in (run.heading, above))


_ANNEX = re.compile(r"(?:[\d.]+\s+)?(?:annex|appendix)\b", re.I)
_ANOTHERS = 0.3


def _is_closed(body: Body) -> bool:
    """Whether the title says that the questions in it have been answered.

    "Consultation outcome" stands on the page of each that is over, also above what was asked at the time.
    """
    title = " ".join([body.document.title, *(row.text for row in body.rows[:_TOP] if row.heading)])
    return _CLOSING.search(title) is not None and not body.has_word("how to respond")


_CLOSING = re.compile(
    r"\b(?:summary|analysis) of (?:the )?(?:consultation )?(?:responses|replies|feedback)\b"
    r"|\bwhat (?:you|people) (?:told us|said)\b|\blist of issues\b",
    re.I,
)
_TOP = 12
"""Rows that may hold the title."""


def _is_narrative(body: Body, run: Run, texts: Sequence[str]) -> bool:
    """The numbered paragraphs of a report, most of which tell what happened or what others asked for."""
    if run.form not in NUMBERS or share(texts, is_tailed) > _MOSTLY:
        return False
    if not (body.bold or body.italic) and all(
        each.row.line.bold or each.row.line.italic for each in run.starts
    ):
        return False  # those that a committee sets apart
    words = median(len(text.split()) for text in texts)
    from_one = run.form is Form.BARE and run.values[0] == (1,)
    if _is_named(body, run) and run.values[0][-1] == 1 and not any(map(leads_in_parts, texts)):
        return False  # "Conclusions and recommendations" may hold conclusions
    return words > (_STORY if from_one else _PARAGRAPH) and share(texts, _is_own) <= _MOSTLY


def _is_named(body: Body, run: Run) -> bool:
    """The heading says that this is the list, and nothing else."""
    return run.heading is not None and is_name(heading_text(body, run.heading))


_STORY, _PARAGRAPH = 45, 15
"""Words: items that count from 1 may be as long as the paragraphs of a report, and are none yet."""


def _is_own(text: str) -> bool:
    return asks(text) or imposes(text) or speaks_for_itself(text)


def _is_told(run: Run) -> bool:
    """Its own word or its heading leaves no doubt."""
    return run.word in _TOLD or (run.heading is not None and "recommendation" in run.heading.text.lower())


_LEADING = 2
"""Rows in which a sentence leads in."""
_TOLD = frozenset({"recommendation", "proposal"})
"""These words leave no doubt."""


def _is_unasked(body: Body, run: Run, texts: Sequence[str]) -> bool:
    """Bare questions in a document that never speaks of an answer are a study's, or a speaker's."""
    if run.form in {Form.WORD, Form.LISTED, Form.TRAILING} or share(texts, asks) <= _MOSTLY:
        return False
    return not any(map(body.has_word, _ASKED_OF))
