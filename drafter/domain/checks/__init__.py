"""What an officer should look at before a response goes out; never a verdict on policy."""

from drafter.domain.checks.answers import check_answers
from drafter.domain.checks.findings import Code, Draft, Finding, Severity
from drafter.domain.checks.library_text import check_library_text
from drafter.domain.checks.quoted import check_quotations
from drafter.domain.checks.style import check_style
from drafter.domain.checks.words import check_words

__all__ = ["Code", "Draft", "Finding", "Severity", "readiness"]

_ORDER = tuple(Severity)


def readiness(draft: Draft) -> tuple[Finding, ...]:
    """Everything worth a look, the worst first; then the whole, recommendations, passages in order."""
    found = (
        *check_answers(draft),
        *check_words(draft),
        *check_quotations(draft),
        *check_library_text(draft),
        *check_style(draft),
    )
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.severity)))
