"""Plain text to lines: pasted from a page or a mail, or a .txt file."""

import re
from collections.abc import Iterator

from drafter.reports.characters import tidy
from drafter.reports.lines import Document, Line

_PITCH, _LETTER = 12.0, 6.0
_RULE = re.compile(r"\s*(={3,}|-{3,}|~{3,}|\*{3,})\s*")
_HASHES = re.compile(r"(#{1,6})\s+(.+?)\s*#*")
_MOST_HEADING_ROWS = 3
_LEVELS = {"=": 1, "-": 2, "~": 3, "*": 3}


def read_plain(text: str) -> Document:
    """Each line where it stands; indents and blank lines become distances."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    return Document(lines=tuple(_lines(_with_labels_joined(rows))))


def _with_labels_joined(rows: list[str]) -> list[str]:
    """What is copied out of a PDF has numbers on lines of their own: they are put before their paragraphs."""
    joined = list(rows)
    for number, row in enumerate(rows):
        label = row.strip()
        if not label or len(label) > _LONGEST_LABEL or _LABEL_ALONE.fullmatch(label) is None:
            continue
        below = next(
            (at for at in range(number + 1, number + 3) if rows[at : at + 1] and rows[at].strip()), 0
        )
        if below and _SENTENCE.match(rows[below].strip()):
            joined[number], joined[below] = "", f"{row.rstrip()} {rows[below].strip()}"
    return joined


_LABEL_ALONE = re.compile(r"\d{1,2}\.\d{1,2}|\d{1,3}[.)]|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[•▪◦]")
_LONGEST_LABEL = 8
_SENTENCE = re.compile(r"[^\W\d_][^\s]*(?:\s+\S+){3}")
"""Words, not the next number of a table."""


def _lines(rows: list[str]) -> Iterator[Line]:
    levels = _underlined(rows)
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
        yield _line(row, text, number, heading=level, opens=above_is_blank)
        above_is_blank = bool(hashes)


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
