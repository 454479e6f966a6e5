"""Before anything is written: how many pages it will be, and the contents list where they are many."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from docx.document import Document

from drafter.domain.composing import Block, BlockRole, Table
from drafter.domain.richtext import Footnote
from drafter.word.contents import LEVELS, LONG, TITLE, Entry, bookmark_name, contents_xml
from drafter.word.elements import PARAGRAPH_ORDER, Element, as_number, fragment, put_in_order, value, w
from drafter.word.footnotes import note_pieces
from drafter.word.lists import COUNTED_INDENT, INDENT
from drafter.word.paging import Laid, Sheet, laid, pages_of, sheet_of
from drafter.word.paragraphs import (
    LISTS,
    Paragraphs,
    goes_alone,
    is_long_quotation,
    stays_with_next,
)
from drafter.word.placing import paragraphs_before_text
from drafter.word.room import room_of
from drafter.word.sections import HEAD, may_part, may_turn, section_of_text, turned, wide_ranges
from drafter.word.shapes import Shapes
from drafter.word.styles import Styles
from drafter.word.tables import ABOVE, PADDING, Setting, header_cells, widths_of
from drafter.word.widths import lines_of

_TWIPS: Final = 20
_NEAR: Final = 20
"""A tab that stands so little beyond the margin, a point, stands at it."""

_FEWEST: Final = 2
"""A list of one heading leads nowhere."""

_OF_A_PAGE: Final = 0.75
"""A row that is reckoned to take more than this may break.

Word breaks a row that must not and does not fit; LibreOffice 7.4 cuts it off. A font that is not installed is
replaced by a wider one, so a quarter is left for that.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is known of the document as a whole."""

    pages: int
    contents: str = ""
    """The contents list as text; it stands before the item `place`."""
    place: int = 0
    bookmarks: Mapping[int, str] = field(default_factory=dict)
    """Names of the bookmarks round the headings that the list leads to, by place."""
    settings: Mapping[int, Setting] = field(default_factory=dict)
    """How tables are set, by place."""
    turned: tuple[range, ...] = ()
    """The items that have a section of their own: on pages turned on their side, or without columns."""
    widths: tuple[int, int] = (0, 0)
    """How wide the text is on upright and on turned pages, in twentieths of a point."""

    def elements_before(self, item: int) -> int:
        """How many paragraphs and tables stand before it."""
        listed = len(self.bookmarks) + 1 if self.contents and item >= self.place else 0
        return item + listed


class Planner:
    """Lays items out on the template's pages, without a word processor."""

    def __init__(self, document: Document, styles: Styles, paragraphs: Paragraphs) -> None:
        body = document.element.body
        self._styles = styles
        self._paragraphs = paragraphs
        section = section_of_text(body)
        self._sheet = room_of(body)
        self._wide = sheet_of(turned(section))
        self._is_columned = self._sheet.columns > 1
        self._may_turn = may_turn(body) or (self._is_columned and may_part(body))
        self._shapes = Shapes(styles)
        self._first_page = 1 + _page_ends(body)
        self._own = [self._own_laid(each) for each in paragraphs_before_text(body)]

    def plan(self, items: Sequence[Block | Table], texts: Sequence[str]) -> Plan:
        """Page by page; a long document gets its contents list, and room for it."""
        ranges = tuple(wide_ranges(items, every=self._is_columned)) if self._may_turn else ()
        upright = self._wide if self._is_columned else self._sheet
        widths = round(upright.width * _TWIPS), round(self._wide.width * _TWIPS)
        plan = Plan(pages=0, settings=self._settings(items, ranges), turned=ranges, widths=widths)
        body = [
            self._rows_laid(item, plan.settings[number])
            if isinstance(item, Table)
            else [self._in_text(item, texts[number], items[number + 1 : number + 2])]
            for number, item in enumerate(items)
        ]
        self._turn(body, ranges)
        pages, last = self._pages_of(body)
        listed = [
            number for number, each in enumerate(items) if isinstance(each, Block) and each.role in LEVELS
        ]
        if len(listed) < _FEWEST or last - pages[0] < LONG:
            return replace(plan, pages=last)
        return self._with_contents(plan, items, texts, body)

    def _with_contents(
        self, plan: Plan, items: Sequence[Block | Table], texts: Sequence[str], body: list[list[Laid]]
    ) -> Plan:
        entries = [
            (number, LEVELS[each.role])
            for number, each in enumerate(items)
            if isinstance(each, Block) and each.role in LEVELS
        ]
        place = next(
            number for number, each in enumerate(items) if isinstance(each, Table) or each.role not in HEAD
        )
        styles = self._contents_styles(entries)
        lists = [[each] for each in self._contents_laid(texts, entries)]
        pages, last = self._pages_of([*body[:place], *lists, *body[place:]])
        begins = [*pages[:place], *pages[place + len(lists) :]]
        bookmarks = {number: bookmark_name(at) for at, (number, _) in enumerate(entries)}
        shown = [
            Entry(level=level, text=texts[number], page=begins[number], bookmark=bookmarks[number])
            for number, level in entries
        ]
        return replace(
            plan,
            pages=last,
            contents=contents_xml(shown, styles, title_style=self._title_style),
            place=place,
            bookmarks=bookmarks,
        )

    def _pages_of(self, items: Sequence[Sequence[Laid]]) -> tuple[list[int], int]:
        """The page on which each begins, behind what the template itself holds; and the last page."""
        flat = [*self._own, *(each for item in items for each in item)]
        pages = [each + self._first_page - 1 for each in pages_of(flat, self._sheet)]
        begins: list[int] = []
        at = len(self._own)
        for item in items:
            begins.append(pages[at])
            at += len(item)
        return begins, pages[-1] if pages else self._first_page

    def _turn(self, body: list[list[Laid]], ranges: tuple[range, ...]) -> None:
        """Where pages of another size begin."""
        for each in ranges:
            header = body[each[-1]][0].height
            wide = replace(self._wide, height=self._wide.height - header)
            body[each.start][0] = replace(body[each.start][0], sheet=wide)
            if each.stop < len(body):
                body[each.stop][0] = replace(body[each.stop][0], sheet=self._sheet)

    def _settings(self, items: Sequence[Block | Table], ranges: tuple[range, ...]) -> dict[int, Setting]:
        settings = {}
        for number, item in enumerate(items):
            if isinstance(item, Table):
                apart = next((each for each in ranges if number in each), None)
                sheet = self._wide if apart is not None else self._sheet
                widths = widths_of(item, round(sheet.width * _TWIPS))
                room = sheet.height - self._header_height(item, widths)
                leads = self._lead_height(items[apart.start : number], sheet) if apart is not None else 0
                heights = (self._row_height(row, widths) + self._notes(row, sheet) for row in item.rows)
                breaking = frozenset(
                    at
                    for at, height in enumerate(heights)
                    if height > (room - (0 if at else leads)) * _OF_A_PAGE
                )
                settings[number] = Setting(widths=widths, breaking=breaking)
        return settings

    def _lead_height(self, items: Sequence[Block | Table], sheet: Sheet) -> float:
        """What stands above a table that has a section of its own: its first row has so much less room."""
        made = [self._laid(each, each.plain, sheet) for each in items if isinstance(each, Block)]
        return sum(max(each.shape.before, each.shape.after) + each.height for each in made)

    def _rows_laid(self, table: Table, setting: Setting) -> list[Laid]:
        """The header and the rows: each of a piece, or of lines where it may break."""
        body = self._shapes.of(self._styles.body)
        plain = replace(body, extra=0, before=0, after=0, keeps_lines=True)
        header = self._header_height(table, setting.widths)
        made = [Laid(shape=replace(plain, line=header, keeps_next=True), lines=1)]
        sheet = replace(self._sheet, width=sum(setting.widths) / _TWIPS)
        for number, row in enumerate(table.rows):
            height = self._row_height(row, setting.widths)
            is_whole = number not in setting.breaking
            lines = 1 if is_whole else max(round(height / body.line), 1)
            shape = replace(plain, line=height / lines, keeps_lines=is_whole)
            made.append(Laid(shape=shape, lines=lines, notes=self._notes(row, sheet)))
        return made

    def _notes(self, row: Sequence[tuple[Block, ...]], sheet: Sheet) -> float:
        """What the notes of a row take at the foot of its page."""
        blocks = (block for cell in row for block in cell)
        notes = (each for block in blocks for each in block.inlines if isinstance(each, Footnote))
        return sum(self._note_height(each, sheet) for each in notes)

    def _header_height(self, table: Table, widths: tuple[int, ...]) -> float:
        return self._row_height([(each,) for each in header_cells(table)], widths)

    def _row_height(self, cells: Sequence[tuple[Block, ...]], widths: tuple[int, ...]) -> float:
        return max(self._cell_height(cell, width) for cell, width in zip(cells, widths, strict=True))

    def _cell_height(self, cell: tuple[Block, ...], width: int) -> float:
        sheet = Sheet(width=(width - 2 * PADDING) / _TWIPS, height=self._sheet.height)
        height, gap = ABOVE / _TWIPS, 0.0
        for each in cell:
            made = self._laid(each, each.plain, sheet)
            height += max(gap, made.shape.before) + made.height
            gap = made.shape.after
        return height + gap

    def _own_laid(self, paragraph: Element) -> Laid:
        named = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
        text = "".join(each.text or "" for each in paragraph.iter(w("t")))
        return laid(text, self._shapes.of(named or self._styles.default), self._sheet)

    def _in_text(self, block: Block, text: str, following: Sequence[Block | Table]) -> Laid:
        """With what ties it to the next, as the paragraph is written."""
        made = self._laid(block, text)
        after = following[0] if following else None
        keeps_next = (made.keeps_next or stays_with_next(block, after)) and not goes_alone(block, after)
        shape = replace(made.shape, keeps_lines=False) if is_long_quotation(block) else made.shape
        return replace(made, keeps_next=keeps_next, shape=shape)

    def _laid(self, block: Block, text: str, sheet: Sheet | None = None) -> Laid:
        sheet = sheet or self._sheet
        shape = self._shapes.of(self._paragraphs.style_of(block))
        if block.role in LISTS:
            indent = COUNTED_INDENT if block.role is BlockRole.COUNTED else INDENT * (block.level + 1)
            sheet = Sheet(width=sheet.width - indent / _TWIPS, height=sheet.height)
        notes = sum(
            self._note_height(each, self._sheet) for each in block.inlines if isinstance(each, Footnote)
        )
        return laid(text, shape, sheet, notes=notes, keeps_next=block.role is BlockRole.STANCE)

    def _note_height(self, note: Footnote, sheet: Sheet) -> float:
        shape = self._shapes.of(self._styles.id_of("footnote text"))
        text = "".join(words for words, _ in note_pieces(note))
        return lines_of(text, sheet.width * 1000 / (shape.size * shape.scale)) * shape.line + shape.after

    @property
    def _title_style(self) -> str:
        return self._styles.id_of("TOC Heading")

    def _contents_laid(self, texts: Sequence[str], entries: Sequence[tuple[int, int]]) -> Iterator[Laid]:
        yield laid(TITLE, self._shapes.of(self._title_style), self._sheet)
        for number, level in entries:
            yield laid(texts[number], self._shapes.of(self._styles.id_of(f"toc {level}")), self._sheet)

    def _contents_styles(self, entries: Sequence[tuple[int, int]]) -> dict[int, tuple[str, str]]:
        """For each level its style, and the tab for the page numbers where the style has none in the room."""
        right = round(self._sheet.width * _TWIPS)
        tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{right}"/>'
        found: dict[int, tuple[str, str]] = {}
        for level in sorted({level for _, level in entries}):
            name = f"toc {level}"
            is_ours = not self._styles.has(name)
            style = self._styles.id_of(name)
            properties = self._styles.own(style, "pPr")
            if is_ours and properties is not None:
                put_in_order(properties, fragment(f"<w:tabs>{tab}</w:tabs>"), PARAGRAPH_ORDER)
            tabs = self._styles.found(style, "pPr", "tabs")
            stops = [as_number(each.get(w("pos"))) for each in tabs] if tabs is not None else []
            beyond = [f'<w:tab w:val="clear" w:pos="{each}"/>' for each in stops if each > right + _NEAR]
            needed = f"<w:tabs>{tab}{''.join(beyond)}</w:tabs>" if beyond or not stops else ""
            found[level] = style, needed
        return found


def _page_ends(body: Element) -> int:
    """How many pages of the template's own end by hand before the text."""
    breaks = sum(each.get(w("type")) == "page" for each in body.iter(w("br")))
    return breaks + sum(1 for _ in body.iterfind(f"{w('p')}/{w('pPr')}/{w('sectPr')}"))
