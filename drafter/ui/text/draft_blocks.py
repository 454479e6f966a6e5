"""The blocks of a draft: where sections and passages begin and end; whole blocks taken out and laid in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from drafter.domain.records.ids import new_id
from drafter.domain.richtext import Paragraph
from drafter.ui.text.document import blocks, fragments, spelled
from drafter.ui.text.draft_document import body_place
from drafter.ui.text.formats import Place, block_format, passage_of, place_of, section_of
from drafter.ui.text.ties import Ties

Span = tuple[QTextBlock, QTextBlock]
_Keep = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True, slots=True)
class Raw:
    """A block as it is kept, character for character."""

    format: QTextBlockFormat
    parts: tuple[tuple[str, QTextCharFormat], ...]


def all_blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    return blocks(document.firstBlock(), document.lastBlock())


def passage_span(block: QTextBlock) -> Span:
    """All blocks of a body block's passage."""
    wanted = passage_of(block)
    first = last = block
    while first.previous().isValid() and passage_of(first.previous()) == wanted:
        first = first.previous()
    while last.next().isValid() and passage_of(last.next()) == wanted:
        last = last.next()
    return first, last


def section_span(block: QTextBlock) -> Span:
    """All blocks of a block's section, its heading first."""
    wanted = section_of(block)
    first = last = block
    while first.previous().isValid() and section_of(first.previous()) == wanted:
        first = first.previous()
    while last.next().isValid() and section_of(last.next()) == wanted:
        last = last.next()
    return first, last


def find_passage(document: QTextDocument, passage: str) -> QTextBlock | None:
    """The first block of a passage."""
    return next((each for each in all_blocks(document) if passage_of(each) == passage), None)


def find_section(document: QTextDocument, section: str) -> QTextBlock | None:
    """The first block of a section."""
    return next((each for each in all_blocks(document) if section_of(each) == section), None)


def set_place(block: QTextBlock, place: Place) -> None:
    QTextCursor(block).setBlockFormat(block_format(place))


def change_places(span: Iterable[QTextBlock], **changes: str) -> None:
    """Gives blocks another section, passage or ties; the rest of what they carry stays."""
    for block in list(span):
        set_place(block, replace(place_of(block), **changes))  # type: ignore[arg-type] # only text fields are named


def set_ties(block: QTextBlock, ties: str) -> None:
    """Gives the whole passage of a block other ties."""
    change_places(blocks(*passage_span(block)), ties=ties)


def adopt(block: QTextBlock, section: str, home: str) -> None:
    """The blocks of one section from here on become part of another."""
    while block.isValid() and section_of(block) == section:
        change_places((block,), section=home)
        block = block.next()


def part_passage(block: QTextBlock) -> None:
    """What follows of a block's passage gets an id of its own: something comes between."""
    wanted, minted = passage_of(block), new_id()
    block = block.next()
    while wanted and block.isValid() and passage_of(block) == wanted:
        change_places((block,), passage=minted)
        block = block.next()


def is_alone(block: QTextBlock) -> bool:
    """A body block is all that there is of its passage."""
    first, last = passage_span(block)
    return first == last


def is_blank(block: QTextBlock) -> bool:
    return block.length() == 1


def mend(block: QTextBlock, *, spare: Place | None = None) -> None:
    """Sees that a heading at or before a block has a paragraph below it; `spare` may be its passage."""
    for heading in (block.previous(), block):
        if not heading.isValid() or not place_of(heading).is_section_heading:
            continue
        after = heading.next()
        section = section_of(heading)
        if after.isValid() and section_of(after) == section and not place_of(after).is_section_heading:
            continue
        empty = body_place(section, new_id(), Ties())
        if spare is not None and heading == block:
            empty = replace(empty, passage=spare.passage or empty.passage, ties=spare.ties)
        lay(heading.document(), heading, [Raw(block_format(empty), ())])


def raws(document: QTextDocument, given: Iterable[tuple[Place, Paragraph]]) -> list[Raw]:
    """Paragraphs with their places, ready to be laid in."""
    return [Raw(block_format(place), tuple(spelled(document, said.inlines, place))) for place, said in given]


def lifted(first: QTextBlock, last: QTextBlock) -> list[Raw]:
    """Blocks as they are kept."""
    return [
        Raw(each.blockFormat(), tuple((part.text(), part.charFormat()) for part in fragments(each)))
        for each in blocks(first, last)
    ]


def lay(document: QTextDocument, after: QTextBlock | None, given: Iterable[Raw]) -> QTextBlock:
    """Lays blocks in after another one, or at the very start. Gives the last of them back."""
    cursor = QTextCursor(document)
    rest = list(given)
    if after is None:
        first = rest.pop(0)
        cursor.insertBlock(document.firstBlock().blockFormat(), QTextCharFormat())
        cursor.setPosition(0)
        cursor.setBlockFormat(first.format)
        _write(cursor, first)
    else:
        cursor.setPosition(after.position() + after.length() - 1)
    for each in rest:
        cursor.insertBlock(each.format, QTextCharFormat())
        _write(cursor, each)
    return cursor.block()


def _write(cursor: QTextCursor, given: Raw) -> None:
    for text, look in given.parts:
        cursor.insertText(text, look)


def take_out(first: QTextBlock, last: QTextBlock) -> None:
    """Removes whole blocks. Of a document's last block its format and emptiness stay."""
    document = first.document()
    before, after = first.previous(), last.next()
    cursor = QTextCursor(document)
    if after.isValid():
        kept = after.blockFormat()
        cursor.setPosition(first.position())
        cursor.setPosition(after.position(), _Keep)
    elif before.isValid():
        kept = before.blockFormat()
        cursor.setPosition(before.position() + before.length() - 1)
        cursor.setPosition(last.position() + last.length() - 1, _Keep)
    else:
        kept = first.blockFormat()
        cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setBlockFormat(kept)


def is_waiting(block: QTextBlock) -> bool:
    """A block is all that its section has below its heading, and nothing is written in it."""
    if not is_blank(block) or not passage_of(block):
        return False
    section, above, below = section_of(block), block.previous(), block.next()
    opens = not above.isValid() or section_of(above) != section or place_of(above).is_section_heading
    return opens and (not below.isValid() or section_of(below) != section)
