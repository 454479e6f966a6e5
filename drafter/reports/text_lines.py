"""Plain text to lines: pasted from a page or a mail, or a .txt file."""

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.reports.characters import tidy
from drafter.reports.lines import Document, Line
from drafter.reports.text_pages import LABEL_ALONE, in_one

_PITCH, _LETTER = 12.0, 6.0
_RULE = re.compile(r"\s*(={3,}|-{3,}|~{3,}|\*{3,})\s*")
_HASHES = re.compile(r"(#{1,6})\s+(.+?)\s*#*")
_MOST_HEADING_ROWS = 3
_LEVELS = {"=": 1, "-": 2, "~": 3, "*": 3}


def read_plain(text: str) -> Document:
    """Each line where it stands; indents and blank lines become distances."""
    rows = in_one(text.replace("\r\n", "\n").replace("\r", "\n"))
    return Document(lines=tuple(_lines(_with_labels_joined(rows))))


def _with_labels_joined(rows: list[str]) -> list[str]:
    """What is copied out of a PDF has numbers on lines of their own: they are put before their paragraphs."""
    joined = list(rows)
    counted = _counted_alone(rows)
    for number, row in enumerate(rows):
        label = row.strip()
        if not label or len(label) > _LONGEST_LABEL:
            continue
        if number not in counted and LABEL_ALONE.fullmatch(label) is None:
            continue
        below = next(
            (at for at in range(number + 1, number + 3) if rows[at : at + 1] and rows[at].strip()), 0
        )
        if below and _SENTENCE.match(rows[below].strip()):
            joined[number], joined[below] = "", f"{row.rstrip()} {rows[below].strip()}"
    return joined


def _counted_alone(rows: list[str]) -> set[int]:
    """Numbers and letters without a sign, alone in their rows: labels where the next one is near."""
    alone = [(at, row.strip()) for at, row in enumerate(rows) if _COUNTED_ALONE.fullmatch(row.strip())]
    found: set[int] = set()
    for (at, label), (below, following) in pairwise(alone):
        if below - at <= _FAR and _next(label) == following:
            found |= {at, below}
    return found


def _next(label: str) -> str:
    return str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)


_COUNTED_ALONE = re.compile(r"[1-9]\d?|[a-z]")
_FAR = 24
"""Rows: page numbers are further apart."""
_LONGEST_LABEL = 8
_SENTENCE = re.compile(r"[^\W\d_][^\s]*(?:\s+\S+){3}")
"""Words, not the next number of a table."""


def _lines(rows: list[str]) -> Iterator[Line]:
    levels, lettered = _underlined(rows), _lettered(rows)
    above_is_blank = True
    for number, row in enumerate(rows):
        text = tidy(row)
        level = levels.get(number, 0)
        if not text or level < 0:
            above_is_blank = True
            continue
        hashes = _HASHES.fullmatch(text)
        if hashes:
            level, text = len(hashes[1]), hashes[2]
        yield _line(row, text, number, heading=level, opens=above_is_blank or number in lettered)
        above_is_blank = bool(hashes)


def _lettered(rows: list[str]) -> set[int]:
    """Rows that begin with "a", "b" and "c" below one that leads in: the article alone does not count on."""
    found: set[int] = set()
    counted: list[int] = []
    for at, row in enumerate(rows):
        letter = row.lstrip()[:2]
        if letter == "a " and at and rows[at - 1].rstrip().endswith((":", "–")):
            counted = [at]
        elif counted and at - counted[-1] <= _FAR and letter == f"{chr(ord('a') + len(counted))} ":
            counted.append(at)
            found |= {*counted} if len(counted) >= _FEWEST_LETTERS else set()
    return found


_FEWEST_LETTERS = 3


def _underlined(rows: list[str]) -> dict[int, int]:
    """The heading level of rows over a rule of signs; -1 for the rule itself."""
    levels: dict[int, int] = {}
    for number in range(1, len(rows)):
        rule = _RULE.fullmatch(rows[number])
        if rule is None:
            continue
        above = number - 1
        while above >= 0 and rows[above].strip() and number - above <= _MOST_HEADING_ROWS:
            above -= 1
        heading = range(above + 1, number)
        if heading and (above < 0 or not rows[above].strip()):
            levels |= dict.fromkeys(heading, _LEVELS[rule[1][0]])
        levels[number] = -1
    return levels


def _line(row: str, text: str, number: int, *, heading: int, opens: bool) -> Line:
    expanded = row.expandtabs(4)
    left = (len(expanded) - len(expanded.lstrip())) * _LETTER
    return Line(
        text=text,
        left=left,
        right=left + len(text) * _LETTER,
        top=number * _PITCH,
        bottom=number * _PITCH + _PITCH * 0.9,
        heading=heading,
        bold=bool(heading),
        opens=opens,
    )
