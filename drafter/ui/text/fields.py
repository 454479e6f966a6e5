"""Merge fields, links and footnotes as the cursor meets them: where they begin and end, how typing looks."""

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from drafter.domain.richtext import Footnote
from drafter.ui.text.document import fragments
from drafter.ui.text.formats import FIELD, NOTE_CHARACTER, field_id, is_bold, marked_format, note_of


def format_at(document: QTextDocument, position: int) -> QTextCharFormat:
    """The format of the character at a position."""
    block = document.findBlock(position)
    return next(
        (each.charFormat() for each in fragments(block) if each.contains(position)), QTextCharFormat()
    )


def field_at(document: QTextDocument, position: int) -> tuple[int, int] | None:
    """From where to where the merge field goes that a character belongs to; part of it may be bold."""
    wanted = field_id(format_at(document, position))
    return _stretch(document.findBlock(position), wanted) if wanted else None


def _stretch(block: QTextBlock, wanted: str) -> tuple[int, int]:
    parts = [each for each in fragments(block) if field_id(each.charFormat()) == wanted]
    return parts[0].position(), parts[-1].position() + parts[-1].length()


def field_spans(block: QTextBlock) -> tuple[tuple[int, int], ...]:
    """Where merge fields stand in a block, from and to in its own positions."""
    origin = block.position()
    return tuple(
        (each.position() - origin, each.position() - origin + each.length())
        for each in fragments(block)
        if each.charFormat().hasProperty(FIELD)
    )


def field_round(document: QTextDocument, position: int) -> tuple[int, int] | None:
    """The merge field that a position is inside of, not merely beside."""
    block = document.findBlock(position)
    if position <= block.position():
        return None
    found = field_at(document, position - 1)
    return found if found and found[1] > position else None


def link_at(document: QTextDocument, position: int) -> tuple[int, int, str] | None:
    """From where to where the link goes that the character at a position belongs to, and where it leads."""
    href = format_at(document, position).anchorHref()
    if not href:
        return None
    start = end = -1
    for each in fragments(document.findBlock(position)):
        last = each.position() + each.length()
        if each.charFormat().anchorHref() == href:
            start = each.position() if start < 0 else start
            end = last
        elif each.position() > position:
            break
        else:
            start = -1
    return start, end, href


def note_at(document: QTextDocument, position: int) -> Footnote | None:
    """The footnote whose number stands at a position."""
    if document.characterAt(position) != NOTE_CHARACTER:
        return None
    return note_of(format_at(document, position))


def typing_format(cursor: QTextCursor) -> QTextCharFormat:
    """How a character typed here looks: bold or italic as its neighbour is, but part of no field or footnote.

    A link grows only where it is typed into, not at its ends.
    """
    given = cursor.charFormat()
    made = marked_format(bold=is_bold(given), italic=given.fontItalic())
    href = given.anchorHref()
    if href and not given.hasProperty(FIELD) and not cursor.atBlockStart():
        after = format_at(cursor.document(), cursor.position())
        if after.anchorHref() == href:
            made.setAnchor(True)
            made.setAnchorHref(href)
            made.setToolTip(href)
    return made
