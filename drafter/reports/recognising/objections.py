"""What speaks against a run whatever heads it: whose words the items are, and the sort of document."""

import re
from collections.abc import Sequence

from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.rows import Body
from drafter.reports.recognising.runs import Run
from drafter.reports.recognising.sorts import asks_nothing
from drafter.reports.recognising.voices import (
    advises,
    asks,
    commends,
    commits,
    insists,
    is_put_to_a_minister,
    share,
)
from drafter.reports.recognising.wordings import PAST

_MOSTLY = 0.5
_SILENT, _COMMITTED, _PUT, _UNASKED, _COUNTED, _PAST = 0.35, 0.45, 0.4, 0.3, 0.4, 0.3
"""What each takes off the score."""
_HALF = 0.5
_ASKED_OF = ("consult", "respond", "response", "views", "evidence", "survey", "submission")
"""Where a reader is asked, one of these words stands somewhere."""
_SHORT = re.compile(r"[\[(•\s]{0,3}R\s?\.?\s?\d")
"""Risks are counted so, too."""


def objections(body: Body, run: Run, texts: Sequence[str], telling: float) -> float:
    """What to take off, by whose words the items are and what sort of document holds them."""
    points = _COMMITTED * (share(texts, commits) > _MOSTLY and not _is_told(run))
    points += _UNASKED * _is_unasked(body, run, texts)
    points += _PUT * (share(texts, is_put_to_a_minister) > _MOSTLY)
    if run.word not in _TOLD and share(texts, commends) <= _MOSTLY and asks_nothing(body):
        said = _is_told(run) and share(texts, insists) > _MOSTLY
        points += _SILENT * (_HALF if said else 1)
    if run.word == "recommendation" and not telling and _SHORT.match(run.starts[0].row.text):
        points += _COUNTED * (share(texts, advises) <= _MOSTLY)
    first = run.starts[0].row.index
    above = " ".join(row.text for row in body.rows[max(0, first - _LEADING) : first])
    return points + _PAST * (above.endswith(":") and PAST.search(above) is not None)


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
