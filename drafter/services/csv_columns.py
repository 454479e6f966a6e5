"""A spreadsheet's columns, and which of them a position's parts are."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafter.domain.errors import NotALibraryFile

LONGEST_CELL = 50_000_000
"""Characters; a position of 100,000 words has less than one."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "identifier", "ref"),
    "title": ("title", "name", "heading", "headline", "position", "issue"),
    "body": ("body", "wording", "text", "words", "agreed wording", "agreed text", "paragraph", "content"),
    "kind": ("kind", "type"),
    "themes": (
        "themes",
        "theme",
        "topics",
        "topic",
        "tags",
        "tag",
        "category",
        "categories",
        "subject",
        "area",
    ),
    "stance": ("stance", "our stance", "usual stance"),
    "status": ("status", "state"),
    "owner": ("owner", "lead", "contact", "responsible", "who"),
    "review_by": ("review by", "review date", "review", "next review", "due", "review due"),
    "sources": ("sources", "source", "evidence", "references", "reference", "links", "link"),
}
"""What the column of each part may be called, likeliest first; capitals and underlines do not count."""

COLUMNS = ("id", "title", "kind", "themes", "stance", "status", "owner", "review_by", "body", "sources")
"""The columns that Drafter itself writes."""

_SEPARATOR = re.compile(r'sep=([^\s"]|\t)\r?\n', re.IGNORECASE)
"""Newer Pythons take neither a quotation mark nor an end of line between cells."""

Columns = Mapping[str, int]
"""Which column, counted from 0, holds a part; a part that is not in the file is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file's cells as they stand; `rows` carry the numbers that the spreadsheet shows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def is_ours(self) -> bool:
        """Whether Drafter wrote it, or somebody by its pattern: every column is known by its own name."""
        given = [_plain(each).replace(" ", "_") for each in self.header if each.strip()]
        return len(set(given)) == len(given) and {"title", "body"} <= set(given) <= set(COLUMNS)


def table_of(text: str, name: str) -> Table:
    """Cells between commas, semicolons or tabs; empty rows are passed over.

    Raises NotALibraryFile with the line's number where quotation marks are broken, or nothing is there.
    """
    csv.field_size_limit(LONGEST_CELL)
    text = text.removeprefix("\ufeff")
    # Excel takes such a first line as a word to itself, and shows no row for it.
    said = _SEPARATOR.match(text)
    stream = io.StringIO(text[said.end() :] if said is not None else text, newline="")
    delimiter = said.group(1) if said is not None else _delimiter(text)
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    try:
        rows = [
            (number, tuple(row)) for number, row in enumerate(reader, start=1) if any(map(str.strip, row))
        ]
    except csv.Error as error:
        raise NotALibraryFile(
            f"“{name}” has broken quotation marks near line {reader.line_num}. "
            "Save it again as CSV from the spreadsheet."
        ) from error
    if not rows:
        raise NotALibraryFile(f"“{name}” has no rows. Save it again as CSV from the spreadsheet.")
    return Table(name=name, header=rows[0][1], rows=tuple(rows[1:]))


def guessed(header: tuple[str, ...]) -> Columns:
    """Which part each column is by its name; every column is one part at most."""
    plain = [_plain(each) for each in header]
    found: dict[str, int] = {}
    for part, names in NAMES.items():
        places = (plain.index(name) for name in names if name in plain)
        place = next((each for each in places if each not in found.values()), None)
        if place is not None:
            found[part] = place
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split())


def _delimiter(text: str) -> str:
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    return max(",;\t", key=first.count)
