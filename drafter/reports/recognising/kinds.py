"""What an item is: a recommendation, a conclusion, a question or a proposal."""

from collections.abc import Sequence

from drafter.domain.records.reports import RecommendationKind as Kind
from drafter.reports.recognising.rows import Row
from drafter.reports.recognising.runs import Run
from drafter.reports.recognising.wordings import CONCLUDING, QUESTIONING, STRONG, TAIL

_WORDS = {
    "recommendation": Kind.RECOMMENDATION,
    "question": Kind.QUESTION,
    "proposal": Kind.PROPOSAL,
    "conclusion": Kind.CONCLUSION,
    "action": Kind.RECOMMENDATION,
}


def kind_of(run: Run, text: str, heading: str, rows: Sequence[Row], *, asks: bool) -> Kind:
    """By its own word, what most of its list do, its tail, the list's heading, then its verbs and slant."""
    if run.word:
        return _WORDS[run.word]
    tail = TAIL.search(text)
    if tail and tail["kind"] and not asks:
        return _WORDS[tail["kind"].lower()]
    if asks or ("?" in text and (QUESTIONING.search(heading) or not STRONG.search(text))):
        return Kind.QUESTION
    if "proposal" in heading.lower():
        return Kind.PROPOSAL
    return _by_look_or_verbs(text, rows) if CONCLUDING.search(heading) else Kind.RECOMMENDATION


def _by_look_or_verbs(text: str, rows: Sequence[Row]) -> Kind:
    """In a mixed list italics often, and verbs of advice always, mark a recommendation."""
    slanted = sum(len(row.text) for row in rows if row.line.italic)
    if slanted * 2 > sum(len(row.text) for row in rows) or STRONG.search(text):
        return Kind.RECOMMENDATION
    return Kind.CONCLUSION
