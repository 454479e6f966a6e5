"""What a finished document is made of before it is a file: blocks, tables, the whole, and what was chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from drafter.domain.records.ids import PassageId, PositionId, RevisionId
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Form
from drafter.domain.richtext import EMPTY, Inline, Paragraph, RichText, Run, Source, normal_paragraph


class BlockRole(StrEnum):
    """What a block is in the finished document; each has one built-in Word style."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    HEADING1 = "heading 1"
    HEADING2 = "heading 2"
    HEADING3 = "heading 3"
    BODY = "body"
    BULLET = "bullet"
    NUMBER = "number"
    COUNTED = "counted"
    """A paragraph of running text with a number that goes on through the whole document."""
    QUOTE = "quote"
    STANCE = "stance"
    """“Our position: Welcome with caveats. Because …”: a body paragraph whose first words are strong."""


HEADINGS = (BlockRole.HEADING1, BlockRole.HEADING2, BlockRole.HEADING3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of the finished document; `passage` and `revision` say where its words come from."""

    role: BlockRole
    inlines: tuple[Inline, ...]
    level: int = 0
    restart: bool = False
    passage: PassageId | None = None
    revision: RevisionId | None = None

    @property
    def plain(self) -> str:
        return Paragraph(inlines=self.inlines).plain


Cell = tuple[Block, ...]
"""What stands in a cell; none is a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column by its name in the header row, and its share of the table's width."""

    name: str
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with one header row, every row as long; title and description are read out, not shown.

    A line of text stands before it, never a heading: LibreOffice 7.4 loses rows of a table with which a
    paragraph is kept.
    """

    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_wide: bool = False
    """It wants the page turned on its side."""

    @property
    def blocks(self) -> Iterator[Block]:
        return (block for row in self.rows for cell in row for block in cell)

    @property
    def plain(self) -> str:
        names = "\t".join(each.name for each in self.columns)
        rows = ("\t".join(" ".join(block.plain for block in cell) for cell in row) for row in self.rows)
        return "\n".join((names, *rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A finished document, before it is a file. No merge field is left in it that has a value."""

    form: Form
    response: str
    title: str
    author: str = ""
    subject: str = ""
    organisation: str = ""
    blocks: tuple[Block | Table, ...] = ()

    @property
    def paragraphs(self) -> Iterator[Block]:
        """Every block in reading order, those of tables too."""
        for each in self.blocks:
            if isinstance(each, Table):
                yield from each.blocks
            else:
                yield each

    @property
    def words(self) -> int:
        return sum(len(each.plain.split()) for each in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the officer chose for one export."""

    form: Form = Form.POINT_BY_POINT
    list_unanswered: bool = False
    """Name what was not answered (in a last section, or in its row), instead of leaving it out."""
    quote_recommendations: bool = True
    about_us: bool = True
    """A statement or written evidence that does not say who we are ends or opens with the library's words."""
    contact: bool = True
    """A statement ends with whom to ask."""
    annex_positions: bool = False
    """A table of the positions by recommendation."""
    annex_sources: bool = False
    """The sources cited, each once."""
    annex_earlier: bool = False
    """A table of what earlier responses said in the same agreed words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """That an earlier response took a position which this one takes too."""

    position: str
    """Its title."""
    response: str
    on: date
    recommendation: str = ""
    stance: str = ""
    """As documents show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What a document may say beside the draft: who we are, and what the library knows of its positions."""

    about_us: RichText = EMPTY
    contact: str = ""
    kinds: Mapping[PositionId, Kind] = field(default_factory=dict)
    """Of the positions in use."""
    sources: tuple[Source, ...] = ()
    """Of the wordings in use: a link to one of their addresses is named as they name it."""
    earlier: tuple[Earlier, ...] = ()


def line(role: BlockRole, text: str) -> Block:
    """A block of plain words."""
    return Block(role=role, inlines=normal_paragraph(Paragraph(inlines=(Run(text=text),))).inlines)


def strong(role: BlockRole, words: str, more: str = "") -> Block:
    """A block whose first words are strong."""
    runs = (Run(text=words, bold=True), *((Run(text=more),) if more else ()))
    return Block(role=role, inlines=normal_paragraph(Paragraph(inlines=runs)).inlines)


def capital(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def as_sentence(text: str) -> str:
    """With a full stop, unless it ends as a sentence does, perhaps inside quotation marks."""
    return text if text.rstrip("”’\"')").endswith((".", "!", "?", "…")) else f"{text}."
