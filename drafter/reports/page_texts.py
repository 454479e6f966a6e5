"""The text of a document page by page, as a person would read it: paragraphs whole, headings told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.domain.records.reports import Heading, PageText
from drafter.reports.characters import SOFT_HYPHEN
from drafter.reports.lines import Document, Line
from drafter.reports.recognising.joining import KEEPS_HYPHEN
from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.rows import BULLET, Body, Row
from drafter.reports.recognising.wordings import is_table_head

_PROSE = 80
"""Characters; longer paragraphs stand apart from what is above and below them, cells and entries do not."""
_BLANK = 1.6
"""In pasted text, lines further apart than so many line heights have an empty one between them."""
_WRAPPED = 45
"""In pasted text, a shorter line was ended on purpose."""
_LISTED = re.compile(rf"(?:{BULLET.pattern}|☐|\([a-z]{{1,4}}\))\s*")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§])\s")
"""A footnote begins with its number or sign."""
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 200
_MOST_LINES = 2000
"""Pasted text is one page, however long: so many lines tell how words are written."""


@dataclass(slots=True)
class _Paragraph:
    """What stands in a row, and how much of a heading it is."""

    pieces: list[str]
    first: Line
    last: Line
    rank: float = 0.0
    is_aside: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.pieces).removesuffix(SOFT_HYPHEN)


def _go_on(above: _Paragraph, line: Line, text: str, said: str) -> None:
    """One more line; a word that the line's end breaks is whole, with its hyphen where the page has it so."""
    before, above.last = above.pieces[-1], line
    is_soft = before.endswith(SOFT_HYPHEN)
    if not is_soft and not (before.endswith("-") and before[-2:-1] != " " and text[:1].islower()):
        above.pieces.append(text)
        return
    bare = before[:-1]
    last = _LAST.search(bare, max(0, len(bare) - _LONGEST_WORD))
    first = _FIRST.match(text)
    parted = whole = ""
    is_first_part = last is not None and last.group().lower() in KEEPS_HYPHEN
    if last is not None and first is not None:
        parted, whole = f"{last.group()}-{first.group()}", last.group() + first.group()
    keeps = not whole or parted in said or (whole not in said and (is_first_part or not is_soft))
    above.pieces[-1] = f"{bare}-{text}" if keeps else bare + text


def page_texts(body: Body) -> tuple[PageText, ...]:
    """Every line of the document, running heads and notes too; a document without pages is one page."""
    document = body.document
    lines: dict[int, list[Line]] = {number: [] for number in range(1, max(1, len(document.sheets)) + 1)}
    for line in document.lines:
        lines.setdefault(line.page, []).append(line)
    rows = {id(row.line): row for row in body.rows}
    return tuple(_text_of(document, number, here, rows) for number, here in lines.items())


def _text_of(document: Document, number: int, lines: Sequence[Line], rows: dict[int, Row]) -> PageText:
    is_pasted = not document.marked and not document.sheets
    pieces, headings, at = list[str](), list[Heading](), 0
    above: _Paragraph | None = None
    length = 0
    for each in _paragraphs(lines, rows, marked=document.marked, pasted=is_pasted):
        text = each.text
        length, before = len(text), length
        if above is not None:
            longest = max(before, length)
            is_apart = _has_blank(above, each) if is_pasted else _stands_apart(above, each, longest)
            pieces.append("\n\n" if is_apart else "\n")
            at += len(pieces[-1])
        if each.rank and (is_name(text) or not is_table_head(text)):
            headings.append(Heading(start=at, end=at + length, rank=each.rank))
        pieces.append(text)
        at += length
        above = each
    return PageText(number=number, text="".join(pieces), headings=tuple(headings))


def _paragraphs(
    lines: Sequence[Line], rows: dict[int, Row], *, marked: bool, pasted: bool
) -> Iterator[_Paragraph]:
    said = " ".join([line.text for line in lines[:_MOST_LINES]])
    here: _Paragraph | None = None
    for line in lines:
        row = rows.get(id(line))
        text = f"{line.label} {line.text}".strip()
        if here is not None and not marked and _goes_on(here, line, row, pasted=pasted):
            _go_on(here, line, text, said)
            continue
        if here is not None:
            yield here
        rank = row.heading if row is not None else 0.0
        here = _Paragraph([text], line, line, rank, is_aside=row is None)
    if here is not None:
        yield here


def _goes_on(above: _Paragraph, line: Line, row: Row | None, *, pasted: bool) -> bool:
    """The line belongs to the paragraph above it."""
    if above.is_aside != (row is None):
        return False
    if row is None:
        return _NOTE.match(line.text) is None and line.size == above.last.size
    return not row.opens and not (pasted and len(above.last.text) < _WRAPPED)


def _has_blank(above: _Paragraph, below: _Paragraph) -> bool:
    return below.first.top - above.last.top > _BLANK * below.first.height


def _is_listed(each: _Paragraph) -> bool:
    first = each.first
    return bool(first.label or first.level) or _LISTED.match(first.text) is not None


def _stands_apart(above: _Paragraph, below: _Paragraph, longest: int) -> bool:
    """`longest` tells the letters of the longer one."""
    if above.rank or below.rank or above.is_aside != below.is_aside:
        return True
    if _is_listed(above) and not _is_listed(below):
        return True
    return longest > _PROSE
