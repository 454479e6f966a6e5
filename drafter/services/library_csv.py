"""The library as CSV: one row a position, its current wording; safe to open in a spreadsheet."""

import re
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from drafter.domain.errors import NotALibraryFile
from drafter.domain.progress import Progress, silent
from drafter.domain.records.positions import Kind, Status
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import RichText, Source, plain_text
from drafter.domain.richtext_html import from_html, to_html
from drafter.services.csv_columns import COLUMNS, Columns, Table, guessed, table_of
from drafter.services.library_files import PositionEntry, entry_of, in_use
from drafter.services.spreadsheets import fused, write_table
from drafter.store.library import Library

_NEEDED = {"title", "body"}
_TAGS = re.compile(
    r"</?(?:p|h[1-6]|ul|ol|li|blockquote|strong|em|b|i|a|br|div|span|fn|field)\b[^>]*>", re.IGNORECASE
)


def write_library_csv(library: Library, target: Path, progress: Progress = silent) -> int:
    """Write the current wordings; returns how many rows."""
    rows = (_row(entry_of(each)) for each in in_use(library, progress))
    return write_table(COLUMNS, rows, target)


def read_library_csv(text: str, name: str) -> tuple[PositionEntry, ...]:
    """Rows in any column order, comma or semicolon or tab between them.

    Raises NotALibraryFile with the row's number.
    """
    table = table_of(text, name)
    columns = guessed(table.header)
    missing = sorted(_NEEDED - columns.keys())
    if missing:
        raise NotALibraryFile(
            f"“{name}” has no column “{'” and no “'.join(missing)}”. "
            f"The first row must name the columns: {', '.join(COLUMNS)}."
        )
    return entries_of(table, columns)


def entries_of(table: Table, columns: Columns) -> tuple[PositionEntry, ...]:
    """The rows as positions, each part from the column that is said.

    A position without a title is called by its first words when it is kept.

    Raises NotALibraryFile with the row's number.
    """
    return tuple(_entry(row, columns, f"row {number} of “{table.name}”") for number, row in table.rows)


def entries_or_why(table: Table, columns: Columns) -> tuple[tuple[PositionEntry, ...], str]:
    """The positions, or none and the sentence that says why, while the columns are being chosen."""
    if "body" not in columns:
        return (), "Choose the column that holds the wording."
    try:
        return entries_of(table, columns), ""
    except NotALibraryFile as error:
        return (), f"{error.sentence} Or leave that column out."


def _row(entry: PositionEntry) -> tuple[str, ...]:
    return (
        entry.id,
        entry.title,
        entry.kind.value,
        joined(entry.themes),
        entry.stance.value if entry.stance is not None else "",
        entry.status.value,
        entry.owner,
        entry.review_by.isoformat() if entry.review_by is not None else "",
        entry.body,
        joined(tuple(map(_source_cell, entry.sources))),
    )


def _entry(row: tuple[str, ...], columns: Columns, where: str) -> PositionEntry:
    def cell(name: str) -> str:
        place = columns.get(name, len(row))
        return fused(row[place]).strip() if place < len(row) else ""

    body = rich_text(cell("body"))
    try:
        return PositionEntry(
            id=cell("id"),
            title=cell("title"),
            kind=_word(Kind, cell("kind") or "position"),
            themes=split(cell("themes")),
            stance=_word(Stance, stance) if (stance := cell("stance")) else None,
            status=_word(Status, cell("status") or "draft"),
            owner=cell("owner"),
            review_by=_day(day) if (day := cell("review_by")) else None,
            body=to_html(body),
            sources=tuple(map(_source, split(cell("sources")))),
        )
    except ValueError as error:
        raise NotALibraryFile(f"In {where} {error}. Mend the cell and add the file again.") from error


def rich_text(cell: str) -> RichText:
    """A cell's words: HTML where it holds tags of ours, else plain, a paragraph a line."""
    return from_html(cell) if _TAGS.search(cell) else plain_text(cell)


W = TypeVar("W", Kind, Stance, Status)


def _word(kind: type[W], text: str) -> W:
    """Raises ValueError with the words that there are."""
    wanted = " ".join(text.casefold().split())
    try:
        return kind(wanted)
    except ValueError as error:
        words = ", ".join(each.value for each in kind)
        raise ValueError(f"“{text}” is no {kind.__name__.casefold()}: choose one of {words}") from error


def _day(text: str) -> date:
    """A day as the file has it, or as a spreadsheet in Britain writes it back: 31/12/2026."""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%d-%b-%y"):
        with suppress(ValueError):
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
    raise ValueError(f"“{text}” is no date: write it as 2026-12-31")


def joined(values: tuple[str, ...]) -> str:
    r"""Values in one cell, semicolons between; one inside a value is written \;."""
    return "; ".join(_escaped(each, ";") for each in values)


def _escaped(value: str, mark: str) -> str:
    return value.replace("\\", "\\\\").replace(mark, f"\\{mark}")


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell, each trimmed, empty ones left out."""
    return tuple(each for each in _parts(cell, ";") if each)


def _parts(cell: str, between: str) -> list[str]:
    parts = [""]
    for piece in re.findall(rf"\\.|\{between}|[^\\{between}]+|\\", cell, re.DOTALL):
        if piece == between:
            parts.append("")
        elif piece in {f"\\{between}", "\\\\"}:
            parts[-1] += piece[1]
        else:
            parts[-1] += piece
    return [each.strip() for each in parts]


def _source_cell(source: Source) -> str:
    parts = [source.title, source.publisher, source.date, source.address]
    while len(parts) > 1 and not parts[-1] and not _is_address(parts[0]):
        parts.pop()
    return " | ".join(_escaped(each, "|") for each in parts)


def _source(cell: str) -> Source:
    """Title | publisher | date | address; an address alone is title and address."""
    parts = _parts(cell, "|")
    if len(parts) == 1 and _is_address(cell):
        return Source(title=cell, address=cell)
    title, publisher, day, address = (parts + [""] * 4)[:4]
    return Source(title=title, publisher=publisher, date=day, address=address)


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
