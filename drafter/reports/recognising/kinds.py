"""What an item is: a recommendation, a conclusion, a question or a proposal."""

import re
from collections.abc import Sequence

from drafter.domain.records.reports import RecommendationKind as Kind
from drafter.reports.recognising.rows import Row
from drafter.reports.recognising.runs import Run
from drafter.reports.recognising.wordings import CONCLUDING, QUESTIONING, STRONG, tail_of

_WORDS = {
    "recommendation": Kind.RECOMMENDATION,
    "question": Kind.QUESTION,
    "proposal": Kind.PROPOSAL,
    "conclusion": Kind.CONCLUSION,
    "action": Kind.RECOMMENDATION,
}


_CONCLUSIONS = re.compile(
    r"(?:(?:part|chapter|section)\s\w+\s*[:.–-]\s*)?(?:[\d.]+\s+)?(?:(?:our|the|main|key|overall)\s)*conclusions?:?",
    re.I,
)
"""Told apart from the recommendations by a heading of their own: so they are, whatever verbs they hold."""


def is_for_conclusions(heading: str) -> bool:
    """Whether the heading names conclusions alone."""
    return _CONCLUSIONS.fullmatch(heading) is not None


def kind_of(run: Run, text: str, heading: str, rows: Sequence[Row], *, asks: bool) -> Kind:
    """By its own word, what most of its list do, its tail, the list's heading, then its verbs and slant."""
    if run.word:
        return _WORDS[run.word]
    tail = tail_of(text)
    if tail and tail["kind"] and not asks:
        return _WORDS[tail["kind"].lower()]
    if is_for_conclusions(heading) and not asks:
        return Kind.CONCLUSION
    if asks or ("?" in text and (QUESTIONING.search(heading) or not STRONG.stand_in(text))):
        return Kind.QUESTION
    if "proposal" in heading.lower():
        return Kind.PROPOSAL
    return _by_look_or_verbs(text, rows) if CONCLUDING.search(heading) else Kind.RECOMMENDATION


def _by_look_or_verbs(text: str, rows: Sequence[Row]) -> Kind:
    """In a mixed list italics often, and verbs of advice always, mark a recommendation."""
    slanted = sum(len(row.text) for row in rows if row.line.italic)
    if slanted * 2 > sum(len(row.text) for row in rows) or STRONG.stand_in(text):
        return Kind.RECOMMENDATION
    return Kind.CONCLUSION
