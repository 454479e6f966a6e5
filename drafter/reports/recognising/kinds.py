"""What an item is: a recommendation, a conclusion, a question or a proposal."""

import re
from collections.abc import Sequence

from drafter.domain.records.reports import RecommendationKind as Kind
from drafter.reports.recognising.rows import Row
from drafter.reports.recognising.starts import Run, Start
from drafter.reports.recognising.wordings import CONCLUDING, OPENLY, QUESTIONING, STRONG, tail_of

_WORDS = {
    "recommendation": Kind.RECOMMENDATION,
    "question": Kind.QUESTION,
    "proposal": Kind.PROPOSAL,
    "conclusion": Kind.CONCLUSION,
    "action": Kind.RECOMMENDATION,
    "opinion": Kind.RECOMMENDATION,
}


_CONCLUSIONS = re.compile(
    r"(?:(?:part|chapter|section)\s\w+\s*[:.–-]\s*)?(?:[\d.]+\s+)?(?:(?:our|the|main|key|overall)\s)*conclusions?:?",
    re.I,
)
"""Told apart from the recommendations by a heading of their own: so they are, whatever verbs they hold."""

_WE = r"(?:we|i|the (?:sub-?)?(?:committee|panel|commission|group|inquiry|review|board))(?:\s[a-z]+)?\s"
_CONCLUDES = re.compile(
    r"(?:(?:therefore|accordingly|overall|however|in (?:conclusion|summary|short)),?\s)?(?:"
    + _WE
    + r"conclude[sd]?\b|our conclusion is\b)",
    re.I,
)
"""So begins what a committee concludes; slanted or not, it is a recommendation only if it says so, too."""


def is_for_conclusions(heading: str) -> bool:
    """Whether the heading names conclusions alone."""
    return _CONCLUSIONS.fullmatch(heading) is not None


def kind_of(run: Run, start: Start, text: str, heading: str, rows: Sequence[Row], *, asks: bool) -> Kind:
    """By its own word, what most of its list do, its tail, the list's heading, then its verbs and slant."""
    if kind := _WORDS.get(start.label.word or run.word):
        return kind
    tail = tail_of(text)
    if tail and tail["kind"] and not asks:
        return _WORDS[tail["kind"].lower()]
    if is_for_conclusions(heading) and not asks:
        return Kind.CONCLUSION
    if asks or ("?" in text and (QUESTIONING.search(heading) or not STRONG.stand_in(text))):
        return Kind.QUESTION
    if "proposal" in heading.lower():
        return Kind.PROPOSAL
    return _by_look_or_verbs(run, text, rows) if CONCLUDING.search(heading) else Kind.RECOMMENDATION


def _by_look_or_verbs(run: Run, text: str, rows: Sequence[Row]) -> Kind:
    """In a mixed list italics often, and verbs of advice always, mark a recommendation."""
    if _CONCLUDES.match(text) and not STRONG.stand_in(text):
        return Kind.CONCLUSION
    slanted = sum(len(row.text) for row in rows if row.line.italic) * 2 > sum(len(row.text) for row in rows)
    if STRONG.stand_in(text) or (slanted and _slant_recommends(run)):
        return Kind.RECOMMENDATION
    return Kind.CONCLUSION


def _slant_recommends(run: Run) -> bool:
    """Unless those that begin "We recommend" stand upright: then it is the conclusions that are slanted."""
    upright = [not start.row.line.italic for start in run.starts if OPENLY.match(start.label.rest)]
    return sum(upright) * 2 <= len(upright)
