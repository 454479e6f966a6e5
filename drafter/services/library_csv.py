"""The library as CSV: one row a position, its current wording; safe to open in a spreadsheet."""

import csv
import io
import re
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from drafter.domain.errors import NotALibraryFile
from drafter.domain.records.positions import Kind, Status
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Source
from drafter.services.files import write_text
from drafter.services.library_files import PositionEntry, entry_of, in_use
from drafter.store.library import Library

COLUMNS = ("id", "title", "kind", "themes", "stance", "status", "owner", "review_by", "body", "sources")
_NEEDED = {"title", "body"}
_RUNS = re.compile(r"'*[=+\-@\t\r＝＋－＠]")  # noqa: RUF001 - spreadsheets take the wide signs for the usual ones
"""What a spreadsheet would run as a formula, behind any apostrophes."""


def write_library_csv(library: Library, target: Path) -> int:
    """Write the current wordings; returns how many rows."""
    rows = [_row(entry_of(each)) for each in in_use(library.positions())]
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([_defused(cell) for cell in row] for row in rows)
    # The mark tells Excel that this is UTF-8; without it accents break.
    write_text(target, "\ufeff" + written.getvalue(), newline="\n")
    return len(rows)


def read_library_csv(text: str, name: str) -> tuple[PositionEntry, ...]:
    """Rows in any column order, comma or semicolon or tab between them.

    Raises NotALibraryFile with the row's number.
    """
    csv.field_size_limit(50_000_000)
    reader = csv.reader(
        io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=_delimiter(text), strict=True
    )
    try:
        rows = [(number, row) for number, row in enumerate(reader, start=1) if any(map(str.strip, row))]
    except csv.Error as error:
        raise NotALibraryFile(
            f"“{name}” has broken quotation marks near line {reader.line_num}. "
            "Save it again as CSV from the spreadsheet."
        ) from error
    columns = _columns(rows[0][1] if rows else [], name)
    return tuple(_entry(row, columns, f"row {number} of “{name}”") for number, row in rows[1:])


def _columns(first: list[str], name: str) -> dict[str, int]:
    columns = {cell.strip().casefold().replace(" ", "_"): place for place, cell in enumerate(first)}
    missing = sorted(_NEEDED - columns.keys())
    if missing:
        raise NotALibraryFile(
            f"“{name}” has no column “{'” and no “'.join(missing)}”. "
            f"The first row must name the columns: {', '.join(COLUMNS)}."
        )
    return columns


def _delimiter(text: str) -> str:
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    return max(",;\t", key=first.count)


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


def _entry(row: list[str], columns: dict[str, int], where: str) -> PositionEntry:
    def cell(name: str) -> str:
        place = columns.get(name, len(row))
        return _fused(row[place]).strip() if place < len(row) else ""

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
            body=cell("body"),
            sources=tuple(map(_source, split(cell("sources")))),
        )
    except ValueError as error:
        raise NotALibraryFile(f"In {where} {error}. Mend the cell and add the file again.") from error


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


def _defused(cell: str) -> str:
    return "'" + cell if _RUNS.match(cell) else cell


def _fused(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell


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
