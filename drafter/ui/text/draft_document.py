"""A whole response's sections as one text document, and the sections again out of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor

from drafter.domain.records.ids import PassageId, RecommendationId, ResponseId, SectionId, id_from, new_id
from drafter.domain.records.responses import Passage, Section
from drafter.domain.richtext import BlockStyle, Paragraph, RichText, Run, normal, paragraph
from drafter.ui.text.document import (
    ReadBlock,
    TextDocument,
    Values,
    insert_inlines,
)
from drafter.ui.text.formats import NOTE_CHARACTER, Place, block_format
from drafter.ui.text.ties import NO_TIES, Ties, ties_from, ties_text

_HEADING = BlockStyle.HEADING2
_LABEL = "recommendation.label"


class DraftDocument(TextDocument):
    """The text of one response. Its blocks carry their section, passage and ties, which so survive undo."""

    def __init__(self, response: ResponseId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.response = response
        self.passages: dict[tuple[ReadBlock, ...], Passage] = {}
        """Each passage as it was last read, by its blocks as they were read."""
        self.name_answers: Callable[[tuple[RecommendationId, ...]], str] = _nothing
        """How running text names what a passage answers: “recommendations 4 and 7”."""
        fill(self, ())

    def values_of(self, place: Place) -> Values:
        named = self.name_answers(ties_from(place.ties).answers) if place.ties else ""
        return {**self.values, _LABEL: named} if named else self.values


def _nothing(_answers: tuple[RecommendationId, ...]) -> str:
    return ""


def fill(document: DraftDocument, sections: Iterable[Section]) -> None:
    """Puts sections in place of all that is there; there is nothing to undo afterwards."""
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for number, (place, said) in enumerate(_places(sections)):
        if number:
            cursor.insertBlock(block_format(place), QTextCharFormat())
        else:
            cursor.setBlockFormat(block_format(place))
            cursor.setBlockCharFormat(QTextCharFormat())
        insert_inlines(cursor, said.inlines)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)


def _places(sections: Iterable[Section]) -> Iterator[tuple[Place, Paragraph]]:
    """Every block that sections need, in order. There is always one to write in."""
    for section in tuple(sections) or (Section(id=SectionId(new_id())),):
        yield from section_places(section)


def section_places(section: Section) -> Iterator[tuple[Place, Paragraph]]:
    """A section's heading and the paragraphs of its passages; without any, one to write in."""
    if title := plain_heading(section.heading):
        yield heading_place(section.id, NO_TIES), Paragraph(inlines=(Run(text=title),), style=_HEADING)
    if not section.passages:
        yield body_place(section.id, PassageId(new_id()), Ties()), Paragraph()
    for each in section.passages:
        yield from passage_places(section.id, each.id, each.text, Ties.of(each))


def passage_places(
    section: str, passage: str, text: RichText, ties: Ties
) -> Iterator[tuple[Place, Paragraph]]:
    """The paragraphs of a passage; an empty one is one empty paragraph."""
    home = body_place(section, passage, ties)
    for each in text.paragraphs or (Paragraph(),):
        place = home.styled(each.style, level=each.level, restart=each.restart)
        yield place.minted(), each


def heading_place(section: str, ties: Ties) -> Place:
    return Place(style=_HEADING, section=section, paragraph=new_id(), ties=ties_text(ties))


def body_place(section: str, passage: str, ties: Ties) -> Place:
    return Place(section=section, passage=passage, paragraph=new_id(), ties=ties_text(ties))


@lru_cache(maxsize=1024)
def plain_heading(text: str) -> str:
    """A heading as records hold it: one line of plain characters."""
    return paragraph(text.replace(NOTE_CHARACTER, "")).plain


def normal_sections(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The one way to write these sections: what `sections_of` gives back.

    Passages that say nothing and are to answer nothing are left out, unless they are all that a section has;
    where there are no words, there is nothing that they were drawn from.
    """
    return tuple(
        replace(
            each, heading=plain_heading(each.heading), passages=_kept(map(_normal_passage, each.passages))
        )
        for each in sections
    )


def _normal_passage(given: Passage) -> Passage:
    text = normal(given.text)
    if text.is_empty:
        return replace(given, text=text, use=None, drawn_from=())
    return replace(given, text=text)


def _kept(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    given = tuple(passages)
    return tuple(each for each in given if each.answers or not each.text.is_empty) or given[:1]


@dataclass(slots=True)
class _Run:
    """Neighbouring blocks of one passage."""

    place: Place
    blocks: list[ReadBlock] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    """Neighbouring blocks of one section."""

    id: str
    heading: str = ""
    runs: list[_Run] = field(default_factory=list)


def sections_of(document: DraftDocument) -> tuple[Section, ...]:
    """The sections as they stand, in normal form. Ids are unique whatever happened to the blocks."""
    reading = _Reading(document)
    sections = tuple(reading.section(part) for part in _parts(document))
    document.passages = reading.passages
    return sections


def _parts(document: DraftDocument) -> list[_Part]:
    parts: list[_Part] = []
    for read in document.read_all():
        place = read.place
        part = parts[-1] if parts else None
        if part is None or place.is_section_heading or place.section not in {part.id, ""}:
            part = _Part(place.section or id_from(f"section of {document.response}"))
            parts.append(part)
        if place.is_section_heading:
            part.heading = plain_heading(read.paragraph.plain)
        else:
            _take(part, read)
    return parts


def _take(part: _Part, read: ReadBlock) -> None:
    place = read.place
    passage = place.passage or (
        part.runs[-1].place.passage if part.runs else id_from(f"passage of {part.id}")
    )
    if not part.runs or part.runs[-1].place.passage != passage:
        part.runs.append(_Run(place if place.passage else replace(place, passage=passage)))
    part.runs[-1].blocks.append(read)


class _Reading:
    """One reading of a draft. Words that stand as they stood at the last one are not cleaned again."""

    def __init__(self, document: DraftDocument) -> None:
        self._document = document
        self._section_ids, self._passage_ids = _Fresh(), _Fresh()
        self.passages: dict[tuple[ReadBlock, ...], Passage] = {}

    def section(self, part: _Part) -> Section:
        passages = _kept(self._passage(run) for run in part.runs)
        if not passages:
            passages = (self._empty(part),)
        return Section(id=SectionId(self._section_ids.id(part.id)), heading=part.heading, passages=passages)

    def _passage(self, run: _Run) -> Passage:
        key = tuple(run.blocks)
        identity = PassageId(self._passage_ids.id(run.place.passage))
        known = self._document.passages.get(key)
        if known is None or known.id != identity:
            known = self._read(run, identity)
        self.passages[key] = known
        return known

    def _read(self, run: _Run, identity: PassageId) -> Passage:
        ties = ties_from(run.place.ties)
        text = normal(RichText(paragraphs=tuple(each.paragraph for each in run.blocks)))
        if text.is_empty:
            ties = ties.own_words()
        return Passage(
            id=identity,
            response=self._document.response,
            text=text,
            answers=ties.answers,
            use=ties.use,
            drawn_from=ties.drawn_from,
        )

    def _empty(self, part: _Part) -> Passage:
        """What a section holds that has a heading and nothing below it."""
        wanted = self._passage_ids.id(id_from(f"passage of {part.id}"))
        return Passage(id=PassageId(wanted), response=self._document.response)


class _Fresh:
    """Gives each id once; asked again, always the same other one."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def id(self, wanted: str) -> str:
        given, count = wanted, 1
        while given in self._seen:
            count += 1
            given = id_from(f"{wanted} {count}")
        self._seen.add(given)
        return given
