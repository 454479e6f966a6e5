"""A composition as a clean web page: semantic HTML without styles, ready for a news post."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from drafter.domain.composing import Block, BlockRole, Composition
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
    notes: list[Footnote] = []
    pieces: list[str] = []
    for kind, group in groupby(composition.blocks, key=_kind):
        if kind is BlockRole.BULLET:
            pieces.append(_list_html(group, notes))
        else:
            pieces += _marked_off(kind, [_block(each, notes) for each in group])
    return "\n".join((*pieces, *_notes(notes)))


def _kind(block: Block) -> BlockRole:
    """What neighbours have in common: items of whatever list, lines of one quotation, the rest."""
    if block.role in _LISTS:
        return BlockRole.BULLET
    return BlockRole.QUOTE if block.role is BlockRole.QUOTE else BlockRole.BODY


def _marked_off(kind: BlockRole, lines: list[str]) -> list[str]:
    return ["<blockquote>", *lines, "</blockquote>"] if kind is BlockRole.QUOTE else lines


def _block(block: Block, notes: list[Footnote]) -> str:
    tag = _TAGS.get(block.role, "p")
    return f"<{tag}>{_inside(block.inlines, notes)}</{tag}>"


def _list_html(blocks: Iterable[Block], notes: list[Footnote]) -> str:
    """List items, nested as their levels say."""
    paragraphs = tuple(
        Paragraph(inlines=each.inlines, style=_LISTS[each.role], level=each.level, restart=each.restart)
        for each in blocks
    )
    return to_html(RichText(paragraphs=paragraphs), footnote=lambda note: _mark(note, notes))


def _inside(inlines: tuple[Inline, ...], notes: list[Footnote]) -> str:
    return inlines_html(inlines, footnote=lambda note: _mark(note, notes))


def _mark(note: Footnote, notes: list[Footnote]) -> str:
    notes.append(note)
    number = len(notes)
    return f'<sup><a href="#note-{number}" id="mark-{number}">{number}</a></sup>'


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
