"""Tables in a built-in style: a header row that repeats, rows that do not break, title and description."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from docx.document import Document

from drafter.domain.composing import Block, BlockRole, Table
from drafter.domain.richtext import Run
from drafter.word.elements import escaped, fragment, w
from drafter.word.paragraphs import Paragraphs
from drafter.word.parts import styles_root
from drafter.word.styles import Styles

STYLE: Final = "Table Grid"
PADDING: Final = 108
"""Left and right of the words in a cell, in twentieths of a point, as Word has it."""

ABOVE: Final = 80
"""Above them; below, the gap of the paragraph is enough."""

_LOOK: Final = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="0" w:noVBand="1"/>'
)
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How one table is set: the widths of its columns, and which rows may break, being longer than a page."""

    widths: tuple[int, ...]
    breaking: frozenset[int] = frozenset()


def widths_of(table: Table, width: int) -> tuple[int, ...]:
    """Column widths that make up the whole."""
    total = sum(each.share for each in table.columns)
    edges = [0]
    for each in table.columns:
        edges.append(edges[-1] + each.share)
    return tuple(round(width * end / total) - round(width * start / total) for start, end in pairwise(edges))


def header_cells(table: Table) -> tuple[Block, ...]:
    """The names of the columns, in a style that stays with what follows."""
    return tuple(
        Block(role=BlockRole.STANCE, inlines=(Run(text=each.name, bold=True),)) for each in table.columns
    )


class Tables:
    """Makes the tables of one document as the text of their elements."""

    def __init__(self, document: Document, styles: Styles, paragraphs: Paragraphs) -> None:
        self._document = document
        self._styles = styles
        self._paragraphs = paragraphs
        self._style = ""

    def xml(self, table: Table, setting: Setting) -> str:
        self._style = self._style or _style_id(self._document, self._styles)
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in setting.widths)
        rows = [self._row([(each,) for each in header_cells(table)], setting.widths, "<w:tblHeader/>")]
        for number, row in enumerate(table.rows):
            rows.append(self._row(row, setting.widths, is_whole=number not in setting.breaking))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{escaped(self._style)}"/>'
            f'<w:tblW w:w="{sum(setting.widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_LOOK}'
            f'<w:tblCaption w:val="{escaped(table.title)}"/>'
            f'<w:tblDescription w:val="{escaped(table.description)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(
        self,
        cells: Sequence[tuple[Block, ...]],
        widths: tuple[int, ...],
        kind: str = "",
        *,
        is_whole: bool = True,
    ) -> str:
        properties = f"{'<w:cantSplit/>' if is_whole else ''}{kind}"
        made = "".join(self._cell(cell, width) for cell, width in zip(cells, widths, strict=True))
        return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{made}</w:tr>"

    def _cell(self, blocks: tuple[Block, ...], width: int) -> str:
        shown = [each for each in blocks if each.inlines]
        self._paragraphs.end_lists()
        made = "".join(
            self._paragraphs.xml(each, each.plain, following=shown[at + 1] if at + 1 < len(shown) else None)
            for at, each in enumerate(shown)
        )
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{made or "<w:p/>"}</w:tc>'


def _style_id(document: Document, styles: Styles) -> str:
    """The template's own grid; a plain one is made where it has none."""
    found = styles.find(STYLE, "table")
    if found is not None:
        return found.get(w("styleId"), "")
    root = styles_root(document)
    taken = {each.get(w("styleId"), "").casefold() for each in root.iter(w("style"))}
    number, style_id = 1, "TableGrid"
    while style_id.casefold() in taken:
        number += 1
        style_id = f"TableGrid{number}"
    base = styles.find("Normal Table", "table")
    root.append(fragment(grid_style(style_id, "" if base is None else base.get(w("styleId"), ""))))
    return style_id


def grid_style(style_id: str, base: str, *, line: str = "7F7F7F", fill: str = "EDEDED") -> str:
    """Word's own grid with room above the words, and a header row that is bold and shaded."""
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{line}"/>' for side in _SIDES)
    margins = "".join(
        f'<w:{side} w:w="{size}" w:type="dxa"/>'
        for side, size in (("top", ABOVE), ("left", PADDING), ("bottom", 0), ("right", PADDING))
    )
    return (
        f'<w:style w:type="table" w:styleId="{style_id}"><w:name w:val="{STYLE}"/>'
        + (f'<w:basedOn w:val="{escaped(base)}"/>' if base else "")
        + '<w:uiPriority w:val="39"/>'
        + f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        + '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>'
        + f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr></w:tblStylePr></w:style>'
    )
