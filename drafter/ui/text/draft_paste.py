"""What is pasted into a draft: words take the target's passage, whole passages keep their own ties."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCursor

from drafter.domain.records.ids import new_id
from drafter.domain.richtext import BlockStyle, Paragraph, RichText, Run
from drafter.ui.text import edits
from drafter.ui.text.clipboard import Clip, Piece, flattened
from drafter.ui.text.document import insert, insert_inlines
from drafter.ui.text.draft_blocks import (
    Raw,
    adopt,
    all_blocks,
    is_alone,
    is_blank,
    lay,
    mend,
    part_passage,
    raws,
    set_ties,
    take_out,
)
from drafter.ui.text.draft_document import (
    DraftDocument,
    heading_place,
    passage_places,
    plain_heading,
)
from drafter.ui.text.formats import block_format, passage_of, place_of, section_of
from drafter.ui.text.ties import Ties, ties_from, ties_text


def insert_clip(document: DraftDocument, cursor: QTextCursor, clip: Clip) -> None:
    """What was copied, at the cursor, in one edit."""
    if not flattened(clip).paragraphs:
        return
    pieces = sectioned(clip)
    here = place_of(cursor.block())
    tied = any(each.is_heading or each.passage for each in pieces)
    cursor.beginEditBlock()
    if _are_words(pieces, cursor):
        _insert_words(cursor, pieces[0])
    elif tied or here.is_section_heading:
        _insert_passages(document, cursor, pieces)
    else:
        insert(cursor, flattened(pieces))
    cursor.endEditBlock()


def sectioned(clip: Clip) -> Clip:
    """Headings 2 of a text from elsewhere begin sections."""
    done: list[Piece] = []
    for piece in clip:
        if piece.passage or piece.is_heading:
            done.append(piece)
            continue
        for paragraph in piece.text.paragraphs:
            if paragraph.style is BlockStyle.HEADING2:
                done.append(Piece(text=RichText(paragraphs=(paragraph,)), section=new_id()))
            elif done and not done[-1].is_heading:
                joined = (*done[-1].text.paragraphs, paragraph)
                done[-1] = replace(done[-1], text=RichText(paragraphs=joined))
            else:
                done.append(replace(piece, text=RichText(paragraphs=(paragraph,))))
    return tuple(done)


def _are_words(pieces: Clip, cursor: QTextCursor) -> bool:
    """One paragraph goes into another; a whole passage stays one where it comes into an empty paragraph."""
    if len(pieces) > 1 or len(pieces[0].text.paragraphs) > 1:
        return False
    piece = pieces[0]
    into_heading = place_of(cursor.block()).is_section_heading
    return into_heading or not is_blank(cursor.block()) or not (piece.whole or piece.is_heading)


def _insert_words(cursor: QTextCursor, piece: Piece) -> None:
    block = cursor.block()
    place = place_of(block)
    said = piece.text.paragraphs[0]
    if place.is_section_heading:
        cursor.insertText(plain_heading(said.plain))
    elif is_blank(block) and not piece.passage:
        insert(cursor, piece.text)
    else:
        insert_inlines(cursor, said.inlines)
    if is_blank(block):
        return
    origins = ties_from(piece.ties).origins
    ties = ties_from(place.ties)
    if not set(origins) <= set(ties.origins):
        set_ties(block, ties_text(ties.mixed_with(Ties(drawn_from=origins))))


def _insert_passages(document: DraftDocument, cursor: QTextCursor, pieces: Clip) -> None:
    block = cursor.block()
    emptied = block if is_blank(block) and not place_of(block).is_section_heading else None
    home = section_of(block)
    after, below = _opening(cursor)
    laid = _Laying(document, home, inherits=ties_from(place_of(block).ties) if emptied else Ties())
    last = lay(document, after, laid.raws(pieces))
    if laid.section != home and below is not None:
        adopt(below, home, laid.section)
    if emptied is not None and is_alone(emptied):
        take_out(emptied, emptied)
    # Every heading that was laid, and the one above them, has a paragraph below it.
    block, first = last, laid.count
    while block.isValid() and first >= 0:
        mend(block)
        block, first = block.previous(), first - 1
    cursor.setPosition(last.position() + last.length() - 1)


def _opening(cursor: QTextCursor) -> tuple[QTextBlock | None, QTextBlock | None]:
    """Between which two blocks whole paragraphs come in: a paragraph that the cursor is inside of parts."""
    block = cursor.block()
    place = place_of(block)
    if place.is_section_heading or cursor.atBlockEnd():
        above: QTextBlock | None = block
        below = block.next()
    elif cursor.atBlockStart():
        above = block.previous() if block.previous().isValid() else None
        below = block
    else:
        edits.new_block(cursor, block_format(place.minted()))
        above, below = cursor.block().previous(), cursor.block()
    if above is not None and below.isValid() and passage_of(above) and passage_of(above) == passage_of(below):
        part_passage(above)
    return above, below if below.isValid() else None


@dataclass(slots=True)
class _Laying:
    """Pieces of a clip on their way into a draft: ids that are there already are minted anew."""

    document: DraftDocument
    section: str
    inherits: Ties
    count: int = 0

    def raws(self, pieces: Iterable[Piece]) -> list[Raw]:
        sections = {section_of(each) for each in all_blocks(self.document)}
        passages = {passage_of(each) for each in all_blocks(self.document)}
        done: list[Raw] = []
        for piece in pieces:
            if piece.is_heading:
                self.section = _fresh(piece.section, sections)
                title = plain_heading(piece.text.plain)
                said = Paragraph(inlines=(Run(text=title),) if title else ())
                origins = ties_from(piece.ties if title else "").with_answers(())
                done += raws(self.document, [(heading_place(self.section, origins), said)])
            else:
                passage = _fresh(piece.passage, passages)
                given = passage_places(self.section, passage, piece.text, self._ties(piece))
                done += raws(self.document, given)
        self.count = len(done)
        return done

    def _ties(self, piece: Piece) -> Ties:
        ties = ties_from(piece.ties)
        if piece.response != self.document.response:
            ties = ties.with_answers(())
        if not ties.answers:
            ties = ties.with_answers(self.inherits.answers)
        self.inherits = Ties()
        return ties


def _fresh(wanted: str, taken: set[str]) -> str:
    given = wanted if wanted and wanted not in taken else new_id()
    taken.add(given)
    return given
