"""Words quoted from a report: how a draft says them, with their page, and whether the report says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.domain.records.reports import PageText
from drafter.domain.richtext import BlockStyle, Paragraph, RichText, Run

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]\s*\((?:page|p\.?)\s*(\d+)\)", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)|\u00ad\s*")
_ELLIPSIS = re.compile(r"\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*")
_SAME = str.maketrans({"“": "'", "”": "'", '"': "'", "‘": "'", "’": "'", "–": "-", "—": "-", "\u2011": "-"})
_ENDS = "“”\"' \t\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks, and the page that they are said to be on."""

    words: str
    page: int


def quotation(words: str, page: int | None) -> RichText:
    """Words of a report as a paragraph of a draft: “…” (page 12). Marks inside become single ones."""
    inner = _joined(words).strip(_ENDS).replace("“", "‘").replace("”", "’").replace('"', "’")
    said = f"“{inner}”" + (f" (page {page})" if page is not None else "")
    return RichText(paragraphs=(Paragraph(inlines=(Run(text=said),), style=BlockStyle.QUOTE),))


def quotations(text: RichText) -> Iterator[Quotation]:
    """Everything in a text that is quoted with its page."""
    for paragraph in text.paragraphs:
        for found in _QUOTED.finditer(paragraph.plain):
            yield Quotation(words=found.group(1), page=int(found.group(2)))


def is_said(quoted: Quotation, pages: Sequence[PageText]) -> bool:
    """The report says these words on that page, or from there over to the next.

    What was left out (“…”) may be anything.
    """
    here = " ".join(_joined(each.text) for each in pages if each.number in {quoted.page, quoted.page + 1})
    at, text = 0, _folded(here)
    for part in filter(None, map(_folded, _ELLIPSIS.split(quoted.words))):
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _joined(text: str) -> str:
    """Lines as they run on: a word broken at the end of one is whole again."""
    return " ".join(_BROKEN.sub("", text).split())


def _folded(text: str) -> str:
    """The same for words that differ only in what printers do to them."""
    return " ".join(_joined(text).translate(_SAME).casefold().replace("-", "").split()).strip(" .,;:")
