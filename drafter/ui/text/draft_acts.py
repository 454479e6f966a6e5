"""What buttons and menus do to a draft: passages and sections put in, taken out, moved and tied."""

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextCursor

from drafter.domain.records.ids import PassageId, RecommendationId, SectionId, new_id
from drafter.domain.records.responses import Section
from drafter.domain.richtext import RichText
from drafter.ui.text.document import blocks
from drafter.ui.text.draft_blocks import (
    find_passage,
    find_section,
    is_blank,
    lay,
    lifted,
    passage_span,
    raws,
    section_span,
    set_ties,
    take_out,
)
from drafter.ui.text.draft_document import (
    DraftDocument,
    body_place,
    passage_places,
    section_places,
)
from drafter.ui.text.formats import place_of, section_of
from drafter.ui.text.ties import Ties, ties_from, ties_text


def insert_passage(document: DraftDocument, cursor: QTextCursor, text: RichText, ties: Ties) -> PassageId:
    """A passage after the one at the cursor; in place of it, where it is empty and waits for such an answer.

    The cursor ends up behind the new words.
    """
    block = cursor.block()
    place = place_of(block)
    if place.is_section_heading:
        below = block.next()
        if below.isValid() and _is_waiting(below, ties):
            block, place = below, place_of(below)
    passage = PassageId(new_id())
    cursor.beginEditBlock()
    waiting = not place.is_section_heading and _is_waiting(block, ties)
    if waiting and not ties.answers:
        ties = ties.with_answers(ties_from(place.ties).answers)
    after = block if place.is_section_heading else passage_span(block)[1]
    laid = lay(document, after, raws(document, passage_places(place.section, passage, text, ties)))
    if waiting:
        take_out(*passage_span(block))
    cursor.endEditBlock()
    cursor.setPosition(laid.position() + laid.length() - 1)
    return passage


def _is_waiting(block: QTextBlock, ties: Ties) -> bool:
    """A passage is empty, and what it is to answer the given ties answer, or say nothing about."""
    place = place_of(block)
    if place.is_section_heading or not all(map(is_blank, blocks(*passage_span(block)))):
        return False
    answers = set(ties_from(place.ties).answers)
    return not ties.answers or answers <= set(ties.answers)


def insert_section(
    document: DraftDocument, cursor: QTextCursor, heading: str, answers: tuple[RecommendationId, ...] = ()
) -> SectionId:
    """A section after the one at the cursor, with one empty passage that is to answer these."""
    return _put_section(document, cursor, section_span(cursor.block())[1], heading, answers)


def append_section(
    document: DraftDocument, cursor: QTextCursor, heading: str, answers: tuple[RecommendationId, ...] = ()
) -> SectionId:
    """Likewise at the end."""
    return _put_section(document, cursor, document.lastBlock(), heading, answers)


def _put_section(
    document: DraftDocument,
    cursor: QTextCursor,
    after: QTextBlock,
    heading: str,
    answers: tuple[RecommendationId, ...],
) -> SectionId:
    section = SectionId(new_id())
    untouched = is_untouched(document)
    cursor.beginEditBlock()
    given = list(section_places(Section(id=section, heading=heading)))
    _, said = given.pop()
    given.append((body_place(section, PassageId(new_id()), Ties(answers=answers)), said))
    laid = lay(document, after, raws(document, given))
    if untouched:
        take_out(document.firstBlock(), document.firstBlock())
    cursor.endEditBlock()
    cursor.setPosition(laid.position())
    return section


def is_untouched(document: DraftDocument) -> bool:
    """Nothing is written yet, and nothing asked of the one empty passage."""
    first = document.firstBlock()
    return document.blockCount() == 1 and is_blank(first) and not place_of(first).ties


def move_section(document: DraftDocument, section: str, by: int) -> bool:
    """One place up (-1) or down (1), as one step. Whether there was a place to go."""
    found = find_section(document, section)
    if found is None:
        return False
    first, last = section_span(found)
    other = last.next() if by > 0 else first.previous()
    if not other.isValid():
        return False
    # Its neighbour goes to its other side, so that a cursor in it stays where it is.
    neighbour = section_span(other)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    taken = lifted(*neighbour)
    take_out(*neighbour)
    if by > 0:
        before = first.previous()
        lay(document, before if before.isValid() else None, taken)
    else:
        lay(document, section_span(found)[1], taken)
    cursor.endEditBlock()
    return True


def remove_section(document: DraftDocument, section: str) -> bool:
    """Takes a section out, words and all. Whether it was there."""
    found = find_section(document, section)
    if found is None:
        return False
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    first, last = section_span(found)
    if first == document.firstBlock() and last == document.lastBlock():
        empty = raws(document, section_places(Section(id=SectionId(new_id()))))
        lay(document, document.lastBlock(), empty)
        last = document.lastBlock().previous()
    take_out(first, last)
    cursor.endEditBlock()
    return True


def remove_passage(document: DraftDocument, passage: str) -> bool:
    """Takes a passage out; the last one of a section leaves an empty one, to answer what it answered."""
    found = find_passage(document, passage)
    if found is None:
        return False
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    first, last = passage_span(found)
    place = place_of(found)
    above, below = first.previous(), last.next()
    alone_above = (
        not above.isValid() or section_of(above) != place.section or place_of(above).is_section_heading
    )
    alone_below = not below.isValid() or section_of(below) != place.section
    if alone_above and alone_below:
        empty = body_place(place.section, new_id(), ties_from(place.ties).own_words())
        laid = passage_places(empty.section, empty.passage, RichText(), ties_from(empty.ties))
        lay(document, last, raws(document, laid))
    take_out(first, last)
    cursor.endEditBlock()
    return True


def replace_passage(document: DraftDocument, passage: str, text: RichText, ties: Ties) -> bool:
    """Gives a passage other words and ties, under the same id. Whether it was there."""
    found = find_passage(document, passage)
    if found is None:
        return False
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    first, last = passage_span(found)
    section = section_of(found)
    lay(document, last, raws(document, passage_places(section, passage, text, ties)))
    take_out(first, last)
    cursor.endEditBlock()
    return True


def tie_passage(document: DraftDocument, passage: str, ties: Ties) -> bool:
    """Gives a passage other ties. Whether it was there."""
    found = find_passage(document, passage)
    if found is None:
        return False
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    set_ties(found, ties_text(ties))
    cursor.endEditBlock()
    return True


def ties_of(document: DraftDocument, passage: str) -> Ties | None:
    """What a passage answers and where it comes from."""
    found = find_passage(document, passage)
    return None if found is None else ties_from(place_of(found).ties)


def answer_with(document: DraftDocument, passage: str, answers: Iterable[RecommendationId]) -> bool:
    """Says which recommendations a passage answers. Whether it was there."""
    ties = ties_of(document, passage)
    return ties is not None and tie_passage(document, passage, ties.with_answers(answers))
