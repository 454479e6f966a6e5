"""The room that the text has where it goes: a page, a column, or the cell that holds the marker bookmark."""

from dataclasses import replace
from typing import Final

from drafter.word.elements import Element, as_number, w
from drafter.word.paging import Sheet, sheet_of
from drafter.word.placing import marker_of
from drafter.word.sections import section_of_text
from drafter.word.tables import PADDING

_TWIPS: Final = 20
_LEAST: Final = 72.0


def room_of(body: Element) -> Sheet:
    """The sheet that lines and tables are reckoned with."""
    sheet = sheet_of(section_of_text(body))
    cell = cell_of_text(body)
    width = _width(cell) if cell is not None else 0
    if not width:
        return sheet
    return replace(sheet, width=max((width - 2 * PADDING) / _TWIPS, _LEAST))


def cell_of_text(body: Element) -> Element | None:
    """The innermost cell that the marker bookmark stands in, if it does."""
    marker = marker_of(body)
    return None if marker is None else next(marker.iterancestors(w("tc")), None)


def _width(cell: Element) -> int:
    """In twentieths of a point; nought where it is a share of the page or left to Word."""
    said = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if said is None or said.get(w("type"), "dxa") != "dxa":
        return 0
    return as_number(said.get(w("w")))
