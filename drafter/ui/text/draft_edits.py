"""What keys do to a draft: words go, paragraphs part and meet, and each keeps telling where it comes from."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from drafter.domain.records.ids import new_id
from drafter.domain.richtext import BlockStyle
from drafter.ui.text import edits
from drafter.ui.text.document import blocks
from drafter.ui.text.draft_blocks import (
    adopt,
    is_alone,
    is_blank,
    mend,
    part_passage,
    passage_span,
    set_place,
    set_ties,
    take_out,
)
from drafter.ui.text.draft_document import body_place
from drafter.ui.text.formats import NOTE_CHARACTER, Place, block_format, passage_of, place_of, section_of
from drafter.ui.text.ties import Ties, ties_from, ties_text

_Keep = QTextCursor.MoveMode.KeepAnchor


def remove(cursor: QTextCursor) -> None:
    """Takes the selection away. Where two passages meet in one paragraph, it is drawn from both."""
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    cursor.beginEditBlock()
    if first == last:
        cursor.removeSelectedText()
        forget_words(cursor.block())
    else:
        _join(cursor, first, last)
    cursor.endEditBlock()


def forget_words(block: QTextBlock) -> None:
    """A passage or heading without a word left is nobody's words, though still to answer what it answered."""
    place = place_of(block)
    alone = place.is_section_heading or is_alone(block)
    if alone and is_blank(block) and ties_from(place.ties).origins:
        set_place(block, replace(place, ties=ties_text(ties_from(place.ties).own_words())))


def _join(cursor: QTextCursor, first: QTextBlock, last: QTextBlock) -> None:
    head = cursor.selectionStart() > first.position()
    tail = cursor.selectionEnd() < last.position() + last.length() - 1
    upper, lower = place_of(first), place_of(last)
    lost = _lost_headings(first, last, head=head, tail=tail)
    above = section_of(first.previous()) if first.previous().isValid() else ""
    home = upper.section if head or not upper.is_section_heading else above or lower.section
    spare = lower if lower.passage and passage_of(last.next()) != lower.passage else None
    survivor = _survivor(upper, lower, head=head, tail=tail)
    if head or not tail or lower.section in lost:
        survivor = replace(survivor, section=home)
    cursor.removeSelectedText()
    block = cursor.block()
    set_place(block, survivor)
    if lower.section in lost and lower.section != home:
        adopt(block.next(), lower.section, home)
    forget_words(block)
    mend(block, spare=spare and replace(spare, ties=ties_text(ties_from(spare.ties).own_words())))


def _lost_headings(first: QTextBlock, last: QTextBlock, *, head: bool, tail: bool) -> set[str]:
    """The sections whose headings go."""
    lost: set[str] = set()
    for block in blocks(first, last):
        stays = head if block == first else block == last and tail and not head
        if place_of(block).is_section_heading and not stays:
            lost.add(section_of(block))
    return lost


def _survivor(upper: Place, lower: Place, *, head: bool, tail: bool) -> Place:
    """What the paragraph is in which two ends met."""
    if head and tail:
        return _met(upper, lower)
    if head:
        return upper
    if tail:
        return lower
    if not upper.is_section_heading:
        return upper
    emptied = body_place(upper.section, lower.passage or new_id(), Ties())
    return replace(emptied, ties=lower.ties if lower.passage else "")


def _met(upper: Place, lower: Place) -> Place:
    if upper.passage and upper.passage == lower.passage:
        return upper
    ties, other = ties_from(upper.ties), ties_from(lower.ties)
    if upper.is_section_heading:
        other = other.with_answers(())
    if ties.swallows(other):
        return upper
    return replace(upper, passage=upper.passage and new_id(), ties=ties_text(ties.mixed_with(other)))


def split(cursor: QTextCursor) -> None:
    """Return. What is written after the end of library text is one's own; inside it both halves stay its."""
    cursor.beginEditBlock()
    if cursor.hasSelection():
        remove(cursor)
    if place_of(cursor.block()).is_section_heading:
        _split_heading(cursor)
    elif not edits.step_out(cursor):
        _split_body(cursor)
    cursor.endEditBlock()


def _split_heading(cursor: QTextCursor) -> None:
    heading = cursor.block()
    mend(heading)
    place, below = place_of(heading), heading.next()
    if cursor.atBlockEnd():
        if is_blank(below):
            cursor.setPosition(below.position())
        else:
            _new_block(cursor, _own_words_for(below))
    elif cursor.atBlockStart():
        _new_block(cursor, place)
        above = heading.previous()
        section = section_of(above) if above.isValid() else new_id()
        set_place(cursor.block().previous(), body_place(section, new_id(), Ties()))
    else:
        ties = ties_from(place.ties).with_answers(ties_from(place_of(below).ties).answers)
        _new_block(cursor, body_place(place.section, new_id(), ties))


def _own_words_for(block: QTextBlock) -> Place:
    """A place for own words that answer what a block's passage answers."""
    place = place_of(block)
    return body_place(place.section, new_id(), ties_from(place.ties).own_words())


def _split_body(cursor: QTextCursor) -> None:
    block = cursor.block()
    place = place_of(block)
    first, last = passage_span(block)
    borrowed = ties_from(place.ties).use is not None
    after = place.minted().styled(place.style, level=place.level)
    if cursor.atBlockStart() and not is_blank(block):
        # The words move down with their id; what opens above them is new.
        _new_block(cursor, place)
        opened = _own_words_for(block) if borrowed and block == first else after
        style = BlockStyle.PARAGRAPH if place.style.is_heading else place.style
        set_place(cursor.block().previous(), opened.styled(style, level=place.level))
        return
    if place.style.is_heading and cursor.atBlockEnd():
        after = after.styled(BlockStyle.PARAGRAPH)
    if borrowed and cursor.atBlockEnd() and block == last:
        after = _own_words_for(block).styled(after.style, level=after.level)
    _new_block(cursor, after)


def _new_block(cursor: QTextCursor, place: Place) -> None:
    edits.new_block(cursor, block_format(place))


def restyle(cursor: QTextCursor, style: BlockStyle) -> None:
    """Gives the selected paragraphs a style; a heading 2 begins a section, one without its heading ends."""
    cursor.beginEditBlock()
    for block in list(edits.selected_blocks(cursor)):
        place = place_of(block)
        if style is BlockStyle.HEADING2:
            _make_heading(block, place)
        elif place.is_section_heading:
            _unmake_heading(block, place, style)
        else:
            set_place(block, place.styled(style, level=place.level))
    cursor.endEditBlock()


def _make_heading(block: QTextBlock, place: Place) -> None:
    if place.is_section_heading:
        return
    above, below = block.previous(), block.next()
    opens = not above.isValid() or section_of(above) != place.section
    section = place.section if opens else new_id()
    alone = is_alone(block)
    if above.isValid() and passage_of(above) == place.passage:
        part_passage(block)
    # Its words are still from where they are from: they may be text again, or go elsewhere.
    origins = ties_text(ties_from(place.ties).with_answers(()))
    heading = Place(style=BlockStyle.HEADING2, section=section, paragraph=place.paragraph, ties=origins)
    set_place(block, heading)
    make_plain(block)
    forget_words(block)
    if not opens:
        adopt(below, place.section, section)
    ties = ties_from(place.ties).own_words()
    follows = below.isValid() and section_of(below) == section
    if alone and ties.answers and follows:
        _hand_over(below, ties)
    mend(block, spare=replace(place, ties=ties_text(ties)) if alone and not follows else None)


def _hand_over(block: QTextBlock, ties: Ties) -> None:
    """What a passage answered that became a heading, the one below it answers from now on."""
    own = ties_from(place_of(block).ties)
    set_ties(block, ties_text(own.with_answers((*own.answers, *ties.answers))))


def make_plain(block: QTextBlock) -> None:
    """A section's heading is plain characters: no marks, links, fields or footnotes."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + block.length() - 1, _Keep)
    cursor.setCharFormat(QTextCharFormat())
    document = block.document()
    for position in range(block.position() + block.length() - 2, block.position() - 1, -1):
        if document.characterAt(position) == NOTE_CHARACTER:
            cursor.setPosition(position)
            cursor.deleteChar()


def _unmake_heading(block: QTextBlock, place: Place, style: BlockStyle) -> None:
    above = block.previous()
    home = section_of(above) if above.isValid() else place.section
    adopt(block.next(), place.section, home)
    set_place(block, body_place(home, new_id(), ties_from(place.ties)).styled(style))
    mend(block)


def step_back(cursor: QTextCursor) -> bool:
    """Backspace at the start of a paragraph: towards plain text. Whether that was all that there is to do."""
    block = cursor.block()
    place, above = place_of(block), block.previous()
    if place.is_section_heading:
        if is_blank(block):
            _drop_heading(cursor, block, place)
        else:
            restyle(cursor, BlockStyle.PARAGRAPH)
        return True
    if edits.plainer(cursor):
        return True
    below_heading = above.isValid() and place_of(above).is_section_heading
    if below_heading and is_blank(block) and section_of(block.next()) != place.section:
        # The one paragraph that a section keeps to be written in.
        cursor.setPosition(block.position() - 1)
        return True
    return False


def _drop_heading(cursor: QTextCursor, block: QTextBlock, place: Place) -> None:
    """An empty heading goes, and what stood below it follows what stands above."""
    above = block.previous()
    if above.isValid():
        adopt(block.next(), place.section, section_of(above))
    take_out(block, block)
    if above.isValid():
        cursor.setPosition(above.position() + above.length() - 1)
