"""A composition as a clean web page: semantic HTML without styles, ready for a news post."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from drafter.domain.composing import Block, BlockRole, Cell, Composition, Table
from drafter.domain.richtext import BlockStyle, Footnote, Inline, Paragraph, RichText, Source
from drafter.domain.richtext_html import inlines_html, to_html

_TAGS = {
    BlockRole.TITLE: "h1",
    BlockRole.HEADING1: "h2",
    BlockRole.HEADING2: "h3",
    BlockRole.HEADING3: "h4",
}
_LISTS = {BlockRole.BULLET: BlockStyle.BULLET, BlockRole.NUMBER: BlockStyle.NUMBER}


def html_page(composition: Composition) -> str:
    """A whole page, its notes at the end."""
    author = composition.author or composition.organisation
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(composition.title, quote=False)}</title>\n"
        f'<meta name="author" content="{escape(author)}">\n</head>\n<body>\n'
        f"{html_body(composition)}\n</body>\n</html>\n"
    )


def html_body(composition: Composition) -> str:
    """The inside of the page, as it goes onto the clipboard."""
    page = _Page()
    pieces: list[str] = []
    for each in _runs(composition.blocks):
        pieces += [page.table(each)] if isinstance(each, Table) else page.blocks(each)
    return "\n".join((*pieces, *_notes(page.notes)))


def _runs(blocks: Iterable[Block | Table]) -> Iterator[Table | list[Block]]:
    """Tables, and the blocks between them."""
    between: list[Block] = []
    for each in blocks:
        if isinstance(each, Table):
            yield between
            yield each
            between = []
        else:
            between.append(each)
    yield between


def _kind(block: Block) -> BlockRole:
    """What neighbours have in common: items of whatever list, lines of one quotation, the rest."""
    if block.role in _LISTS:
        return BlockRole.BULLET
    return BlockRole.QUOTE if block.role is BlockRole.QUOTE else BlockRole.BODY


class _Page:
    """Gathers the notes, and counts the paragraphs that have numbers."""

    def __init__(self) -> None:
        self.notes: list[Footnote] = []
        self._counted = 0

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for kind, group in groupby(blocks, key=_kind):
            if kind is BlockRole.BULLET:
                yield self._list(group)
            else:
                yield from _marked_off(kind, [self._block(each) for each in group])

    def table(self, table: Table) -> str:
        """A table that says what its columns and rows are called."""
        names = "".join(f'<th scope="col">{escape(each.name, quote=False)}</th>' for each in table.columns)
        rows = "\n".join(
            f"<tr>{''.join(self._cell(cell, is_first=not at) for at, cell in enumerate(row))}</tr>"
            for row in table.rows
        )
        title = escape(table.title, quote=False)
        return (
            f"<table>\n<caption>{title}</caption>\n"
            f"<thead><tr>{names}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
        )

    def _cell(self, cell: Cell, *, is_first: bool) -> str:
        tag, opening = ("th", 'th scope="row"') if is_first else ("td", "td")
        only = len(cell) == 1 and cell[0].role is BlockRole.BODY
        inside = self._inside(cell[0].inlines) if only else "".join(self.blocks(cell))
        return f"<{opening}>{inside}</{tag}>"

    def _block(self, block: Block) -> str:
        tag = _TAGS.get(block.role, "p")
        number = ""
        if block.role is BlockRole.COUNTED:
            self._counted += 1
            number = f"{self._counted}. "
        return f"<{tag}>{number}{self._inside(block.inlines)}</{tag}>"

    def _list(self, blocks: Iterable[Block]) -> str:
        """List items, nested as their levels say."""
        paragraphs = tuple(
            Paragraph(inlines=each.inlines, style=_LISTS[each.role], level=each.level, restart=each.restart)
            for each in blocks
        )
        return to_html(RichText(paragraphs=paragraphs), footnote=self._mark)

    def _inside(self, inlines: tuple[Inline, ...]) -> str:
        return inlines_html(inlines, footnote=self._mark)

    def _mark(self, note: Footnote) -> str:
        self.notes.append(note)
        number = len(self.notes)
        return f'<sup><a href="#note-{number}" id="mark-{number}">{number}</a></sup>'


def _marked_off(kind: BlockRole, lines: list[str]) -> list[str]:
    return ["<blockquote>", *lines, "</blockquote>"] if kind is BlockRole.QUOTE else lines


def _notes(notes: list[Footnote]) -> Iterator[str]:
    if not notes:
        return
    yield "<h2>Notes</h2>\n<ol>"
    for number, note in enumerate(notes, start=1):
        words = " ".join(each for each in (escape(note.text, quote=False), _source_html(note.source)) if each)
        back = f'<a href="#mark-{number}">Back to note {number} in the text</a>'
        yield f'<li id="note-{number}">{words} {back}</li>'
    yield "</ol>"


def _source_html(source: Source | None) -> str:
    if source is None:
        return ""
    title = escape(source.title, quote=False)
    if source.address:
        title = f'<a href="{escape(source.address)}">{title or escape(source.address, quote=False)}</a>'
    rest = [escape(each, quote=False) for each in (source.publisher, source.date) if each]
    return ", ".join(each for each in (title, *rest) if each)
