"""Before anything is written: how many pages it will be, and the contents list where they are many."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from docx.document import Document

from drafter.domain.composing import Block, BlockRole
from drafter.domain.richtext import Footnote
from drafter.word.contents import LEVELS, LONG, TITLE, Entry, bookmark_name, contents_xml
from drafter.word.elements import PARAGRAPH_ORDER, Element, fragment, put_in_order, value, w
from drafter.word.footnotes import note_pieces
from drafter.word.lists import INDENT
from drafter.word.paging import Laid, Sheet, laid, pages_of, sheet_of
from drafter.word.paragraphs import LISTS, Paragraphs
from drafter.word.placing import paragraphs_before_text, section_for_text
from drafter.word.shapes import Shapes
from drafter.word.styles import Styles
from drafter.word.widths import lines_of

_TWIPS: Final = 20
_HEAD: Final = {BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.BYLINE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is known of the document as a whole."""

    pages: int
    contents: str = ""
    """The contents list as text; it stands before the paragraph `place`."""
    place: int = 0
    bookmarks: Mapping[int, str] = field(default_factory=dict)
    """Names of the bookmarks round the headings that the list leads to, by place."""


class Planner:
    """Lays blocks out on the template's pages, without a word processor."""

    def __init__(self, document: Document, styles: Styles, paragraphs: Paragraphs) -> None:
        body = document.element.body
        self._styles = styles
        self._paragraphs = paragraphs
        self._sheet = sheet_of(section_for_text(body))
        self._shapes = Shapes(styles)
        self._first_page = 1 + _page_ends(body)
        self._own = [self._own_laid(each) for each in paragraphs_before_text(body)]

    def plan(self, blocks: Sequence[Block], texts: Sequence[str]) -> Plan:
        """Page by page; a long document gets its contents list, and room for it."""
        body = [self._laid(block, text) for block, text in zip(blocks, texts, strict=True)]
        pages = self._pages_of(body)
        listed = [number for number, each in enumerate(blocks) if each.role in LEVELS]
        if not listed or pages[-1] - pages[0] < LONG:
            return Plan(pages=max(pages, default=self._first_page))
        place = next((number for number, each in enumerate(blocks) if each.role not in _HEAD), 0)
        entries = [(number, LEVELS[blocks[number].role]) for number in listed]
        styles = self._contents_styles(entries)
        lists = list(self._contents_laid(texts, entries))
        pages = self._pages_of([*body[:place], *lists, *body[place:]])
        begins = [*pages[:place], *pages[place + len(lists) :]]
        bookmarks = {number: bookmark_name(at) for at, number in enumerate(listed)}
        shown = [
            Entry(level=level, text=texts[number], page=begins[number], bookmark=bookmarks[number])
            for number, level in entries
        ]
        return Plan(
            pages=pages[-1],
            contents=contents_xml(shown, styles, title_style=self._title_style),
            place=place,
            bookmarks=bookmarks,
        )

    def _pages_of(self, paragraphs: Sequence[Laid]) -> list[int]:
        """The page of each, behind what the template itself holds."""
        pages = pages_of([*self._own, *paragraphs], self._sheet)
        return [each + self._first_page - 1 for each in pages[len(self._own) :]]

    def _own_laid(self, paragraph: Element) -> Laid:
        named = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
        text = "".join(each.text or "" for each in paragraph.iter(w("t")))
        return laid(text, self._shapes.of(named or self._styles.default), self._sheet)

    def _laid(self, block: Block, text: str) -> Laid:
        shape = self._shapes.of(self._paragraphs.style_of(block))
        inner = INDENT * (block.level + 1) / _TWIPS if block.role in LISTS else 0
        sheet = Sheet(width=self._sheet.width - inner, height=self._sheet.height)
        notes = sum(self._note_height(each) for each in block.inlines if isinstance(each, Footnote))
        return laid(text, shape, sheet, notes=notes, keeps_next=block.role is BlockRole.STANCE)

    def _note_height(self, note: Footnote) -> float:
        shape = self._shapes.of(self._styles.id_of("footnote text"))
        text = "".join(words for words, _ in note_pieces(note))
        return (
            lines_of(text, self._sheet.width * 1000 / (shape.size * shape.scale)) * shape.line + shape.after
        )

    @property
    def _title_style(self) -> str:
        return self._styles.id_of("TOC Heading")

    def _contents_laid(self, texts: Sequence[str], entries: Sequence[tuple[int, int]]) -> Iterator[Laid]:
        yield laid(TITLE, self._shapes.of(self._title_style), self._sheet)
        for number, level in entries:
            yield laid(texts[number], self._shapes.of(self._styles.id_of(f"toc {level}")), self._sheet)

    def _contents_styles(self, entries: Sequence[tuple[int, int]]) -> dict[int, tuple[str, str]]:
        """For each level its style, and the tab for the page numbers where the template's style has none."""
        right = round(self._sheet.width * _TWIPS)
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>'
        found: dict[int, tuple[str, str]] = {}
        for level in sorted({level for _, level in entries}):
            name = f"toc {level}"
            is_ours = not self._styles.has(name)
            style = self._styles.id_of(name)
            properties = self._styles.own(style, "pPr")
            if is_ours and properties is not None:
                put_in_order(properties, fragment(tab), PARAGRAPH_ORDER)
            found[level] = style, "" if self._styles.found(style, "pPr", "tabs") is not None else tab
        return found


def _page_ends(body: Element) -> int:
    """How many pages of the template's own end by hand before the text."""
    breaks = sum(each.get(w("type")) == "page" for each in body.iter(w("br")))
    return breaks + sum(1 for _ in body.iterfind(f"{w('p')}/{w('pPr')}/{w('sectPr')}"))
