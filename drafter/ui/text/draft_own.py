"""Own paragraphs of a draft that can become a position: which ones are meant, and how they are tied."""

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor

from drafter.domain.records.ids import RecommendationId, SectionId, new_id
from drafter.domain.records.responses import Use
from drafter.domain.richtext import RichText
from drafter.ui.text.document import blocks, read_blocks
from drafter.ui.text.draft_blocks import Span, change_places, part_passage
from drafter.ui.text.draft_document import DraftDocument
from drafter.ui.text.edits import selected_blocks
from drafter.ui.text.formats import passage_of, place_of
from drafter.ui.text.ties import Ties, ties_from, ties_text


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """Neighbouring paragraphs of one passage of own words, by where the first and the last begin."""

    first: int
    last: int
    text: RichText
    section: SectionId
    answers: tuple[RecommendationId, ...]


def own_words(cursor: QTextCursor) -> OwnWords | None:
    """The selected paragraphs, or the one at the cursor with its list; None where they are not hers."""
    chosen = list(selected_blocks(cursor))
    first, last = (chosen[0], chosen[-1]) if cursor.hasSelection() else _with_list(chosen[0])
    place = place_of(first)
    ties = ties_from(place.ties)
    text = read_blocks(first, last)
    is_one = all(passage_of(each) == place.passage for each in blocks(first, last))
    if not place.passage or not is_one or ties.use is not None or text.is_empty:
        return None
    return OwnWords(
        first=first.position(),
        last=last.position(),
        text=text,
        section=SectionId(place.section),
        answers=ties.answers,
    )


def _with_list(block: QTextBlock) -> Span:
    """A list belongs together, with the line above it that ends in a colon."""
    first = last = block
    while _is_item(last) and _follows(last.next(), last):
        last = last.next()
    while _is_item(first) and _follows(first, first.previous()):
        first = first.previous()
    if _is_item(first) and _leads(first.previous(), first):
        first = first.previous()
    elif not _is_item(first) and _leads(first, first.next()):
        last = first.next()
        while _follows(last.next(), last):
            last = last.next()
    return first, last


def _is_item(block: QTextBlock) -> bool:
    return block.isValid() and place_of(block).style.is_list


def _follows(block: QTextBlock, before: QTextBlock) -> bool:
    return _is_item(block) and _is_item(before) and passage_of(block) == passage_of(before)


def _leads(block: QTextBlock, item: QTextBlock) -> bool:
    same = block.isValid() and _is_item(item) and passage_of(block) == passage_of(item)
    return same and not _is_item(block) and block.text().rstrip().endswith(":")


def tie_words(document: DraftDocument, words: OwnWords, use: Use) -> None:
    """Makes these paragraphs a passage of their own that comes from there; what is round them stays hers."""
    first, last = document.findBlock(words.first), document.findBlock(words.last)
    part_passage(last)
    before = first.previous()
    shares = before.isValid() and passage_of(before) == passage_of(first)
    passage = new_id() if shares else passage_of(first)
    ties = ties_text(Ties(answers=words.answers, use=use))
    change_places(blocks(first, last), passage=passage, ties=ties)
