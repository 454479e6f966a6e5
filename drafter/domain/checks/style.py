"""Advice on style, where she wants it: long sentences, words in capitals. Good statements may have both."""

import re
from collections.abc import Iterator

from drafter.domain.checks.findings import Code, Draft, Finding, Severity
from drafter.domain.fields import first_words
from drafter.domain.records.responses import Passage

LONG = 40
"""A sentence of more words is worth a second look."""

_ENDS = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bNo)(?<!\bvs)[.!?…][”’\"')]*(?:\s+|$)|\n+")
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:[-\s]+[A-Z]{2,})+\b|\b[A-Z]{7,}\b")
_SHOUTED = 4
"""Of neighbouring words in capitals one has as many letters; NHS UK is a name."""


def check_style(draft: Draft) -> Iterator[Finding]:
    """Nothing unless she asked for it."""
    if not draft.advise:
        return
    for passage in draft.response.passages:
        for paragraph in passage.text.paragraphs:
            yield from _long(passage, paragraph.plain)
            yield from _capitals(passage, paragraph.plain)


def _long(passage: Passage, text: str) -> Iterator[Finding]:
    for sentence in _sentences(text):
        many = len(sentence.split())
        if many > LONG:
            yield Finding(
                code=Code.LONG_SENTENCE,
                severity=Severity.ADVICE,
                sentence=f"A sentence of {many} words: “{first_words(sentence)}”",
                passage=passage.id,
                words=first_words(sentence).removesuffix(" …"),
            )


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _ENDS.finditer(text):
        yield text[start : end.end()].strip()
        start = end.end()
    yield text[start:].strip()


def _capitals(passage: Passage, text: str) -> Iterator[Finding]:
    for found in _CAPITALS.finditer(text):
        if max(map(len, found.group().split())) >= _SHOUTED:
            yield Finding(
                code=Code.ALL_CAPITALS,
                severity=Severity.ADVICE,
                sentence=f"“{found.group()}” is all in capitals, which is hard to read.",
                passage=passage.id,
                words=found.group(),
            )
