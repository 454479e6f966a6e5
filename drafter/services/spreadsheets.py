"""Tables for a spreadsheet: what opens them runs nothing that stands in a cell."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from drafter.services.files import write_text

_RUNS = re.compile(r"'*[=+\-@\t\r＝＋－＠]")  # noqa: RUF001 - spreadsheets take the wide signs for the usual ones
"""What a spreadsheet would run as a formula, behind any apostrophes."""


def write_table(header: Sequence[str], rows: Iterable[Sequence[str]], target: Path) -> int:
    """Write it as CSV; how many rows. Raises CannotWrite."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    cells = [[defused(cell) for cell in row] for row in rows]
    writer.writerows(cells)
    # The mark tells Excel that this is UTF-8; without it accents break.
    write_text(target, "\ufeff" + text.getvalue(), newline="\n")
    return len(cells)


def defused(cell: str) -> str:
    """Words that a spreadsheet takes as words, whatever they begin with."""
    return "'" + cell if _RUNS.match(cell) else cell


def fused(cell: str) -> str:
    """As it was before it was defused."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell
