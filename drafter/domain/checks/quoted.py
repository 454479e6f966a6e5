"""Quotations: whether the report says what the draft says that it says."""

from collections.abc import Iterator

from drafter.domain.checks.findings import Code, Draft, Finding, Severity
from drafter.domain.quoting import is_said, quotations

_FIRST_WORDS = 8


def check_quotations(draft: Draft) -> Iterator[Finding]:
    """Only where the report's pages are known."""
    if not draft.pages:
        return
    for passage in draft.response.passages:
        for each in quotations(passage.text):
            if not is_said(each, draft.pages):
                yield Finding(
                    code=Code.CHANGED_QUOTATION,
                    severity=Severity.WARNING,
                    sentence=f"Page {each.page} of the report does not say “{_first_words(each.words)}”.",
                    passage=passage.id,
                    words=each.words,
                )


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")
