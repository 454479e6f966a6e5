"""What keys and commands do to a text document outside a draft: remove, split, restyle, mark, link."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from drafter.domain.richtext import BlockStyle, Run
from drafter.ui.text.document import blocks, fragments
from drafter.ui.text.formats import NOTE, block_format, is_bold, marked_format, place_of, run_format


def selected_blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The blocks that a selection touches, or the cursor's own."""
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    # A selection that ends before the first character of a block does not mean that block.
    if last != first and cursor.selectionEnd() == last.position():
        last = last.previous()
    return blocks(first, last)


def remove(cursor: QTextCursor) -> None:
    """Takes the selection away. Where two paragraphs meet, the first that has words left gives the style."""
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    headless = cursor.selectionStart() == first.position()
    tail = cursor.selectionEnd() < last.position() + last.length() - 1
    kept = place_of(last if headless and tail else first)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if first != last:
        cursor.setBlockFormat(block_format(kept))
    cursor.endEditBlock()


def split(cursor: QTextCursor) -> None:
    """Return: another paragraph of the same style, or out of a list or quote that has no more to say."""
    cursor.beginEditBlock()
    if cursor.hasSelection():
        remove(cursor)
    if not step_out(cursor):
        here = place_of(cursor.block())
        after = here.styled(BlockStyle.PARAGRAPH) if here.style.is_heading and cursor.atBlockEnd() else here
        new_block(cursor, block_format(after.styled(after.style, level=after.level)))
    cursor.endEditBlock()


def new_block(cursor: QTextCursor, made: QTextBlockFormat) -> None:
    """A block break; what is typed after it looks as what stands before it."""
    look = cursor.charFormat()
    cursor.insertBlock(made, marked_format(bold=is_bold(look), italic=look.fontItalic()))


def step_out(cursor: QTextCursor) -> bool:
    """Return in an empty list item or quote goes one level out, or back to plain text. Whether it did."""
    here = place_of(cursor.block())
    if cursor.block().length() > 1 or not (here.style.is_list or here.style is BlockStyle.QUOTE):
        return False
    return plainer(cursor)


def plainer(cursor: QTextCursor) -> bool:
    """A step towards a plain paragraph: out a level, then plain. Whether there was one to take."""
    here = place_of(cursor.block())
    if here.style.is_list and here.level:
        cursor.setBlockFormat(block_format(here.styled(here.style, level=here.level - 1)))
        return True
    if here.style is not BlockStyle.PARAGRAPH:
        cursor.setBlockFormat(block_format(here.styled(BlockStyle.PARAGRAPH)))
        return True
    return False


def restyle(cursor: QTextCursor, style: BlockStyle) -> None:
    """Gives the selected paragraphs a style; list items keep their level."""
    cursor.beginEditBlock()
    for block in list(selected_blocks(cursor)):
        here = place_of(block)
        QTextCursor(block).setBlockFormat(block_format(here.styled(style, level=here.level)))
    cursor.endEditBlock()


def shift(cursor: QTextCursor, by: int) -> None:
    """Moves the selected list items in or out; an outermost item that goes out becomes a paragraph."""
    cursor.beginEditBlock()
    for block in list(selected_blocks(cursor)):
        here = place_of(block)
        if not here.style.is_list:
            continue
        moved = here.styled(here.style, level=here.level + by)
        if here.level + by < 0:
            moved = here.styled(BlockStyle.PARAGRAPH)
        QTextCursor(block).setBlockFormat(block_format(moved))
    cursor.endEditBlock()


def restart(cursor: QTextCursor) -> None:
    """Begins the numbered list anew at this item, or lets it go on again."""
    here = place_of(cursor.block())
    if here.style is BlockStyle.NUMBER:
        again = here.styled(here.style, level=here.level, restart=not here.restart)
        cursor.setBlockFormat(block_format(again))


def selected_formats(cursor: QTextCursor) -> Iterator[QTextCharFormat]:
    """The formats of the selected words; footnotes and blanks have no say in how they look."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        for each in fragments(block):
            inside = each.position() < end and each.position() + each.length() > start
            look = each.charFormat()
            if inside and each.text().strip() and not look.hasProperty(NOTE):
                yield look


def merge_into_selection(cursor: QTextCursor, look: QTextCharFormat) -> None:
    cursor.beginEditBlock()
    cursor.mergeCharFormat(look)
    cursor.endEditBlock()


def set_link(cursor: QTextCursor, address: str, words: str = "") -> None:
    """Makes the selection a link, or inserts one of the given words; without an address the link goes."""
    cursor.beginEditBlock()
    if not cursor.hasSelection():
        if address:
            cursor.insertText(words or address, run_format(Run(text=words or address, link=address)))
        cursor.endEditBlock()
        return
    if address:
        link = QTextCharFormat()
        link.setAnchor(True)
        link.setAnchorHref(address)
        link.setToolTip(address)
        cursor.mergeCharFormat(link)
    else:
        _unlink(cursor)
    cursor.endEditBlock()


def _unlink(cursor: QTextCursor) -> None:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    parts = [
        (max(start, each.position()), min(end, each.position() + each.length()), each.charFormat())
        for block in selected_blocks(cursor)
        for each in fragments(block)
        if each.charFormat().isAnchor() and each.position() < end and each.position() + each.length() > start
    ]
    for first, last, look in parts:
        part = QTextCursor(cursor.document())
        part.setPosition(first)
        part.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        for name in (
            look.Property.IsAnchor,
            look.Property.AnchorHref,
            look.Property.TextToolTip,
        ):
            look.clearProperty(name)
        part.setCharFormat(look)
