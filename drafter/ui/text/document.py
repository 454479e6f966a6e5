"""Rich text into a text document and out of it again; nothing is lost, and nothing is ever fetched."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFragment, QTextOption

from drafter.domain.richtext import (
    BlockStyle,
    Field,
    Footnote,
    Inline,
    Paragraph,
    RichText,
    Run,
    clean_characters,
    normal,
)
from drafter.ui.text.formats import (
    FIELD,
    NOTE_CHARACTER,
    Place,
    block_format,
    field_format,
    is_bold,
    note_format,
    note_of,
    place_of,
    run_format,
)
from drafter.ui.text.note_object import NOTE_OBJECT, NoteNumbers, NoteObject

Values = Mapping[str, str]
"""What merge fields stand for at this moment, by name."""

PAGE_MARGIN = 20
"""Round the text, in logical pixels at 96 to the inch."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadBlock:
    """What one block says, as it stood when it was last read: equal only to itself."""

    place: Place
    paragraph: Paragraph
    words: int
    """As a word processor counts them, merge fields by what they show."""


class TextDocument(QTextDocument):
    """Numbers its footnotes, knows what its merge fields stand for, and fetches nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.values: Values = {}
        self.looks: dict[int, _Look] = {}
        """What each character format means, by its index: formats are only ever added to a document."""
        self.places: dict[int, Place] = {}
        """Likewise of each block format."""
        self._read: dict[int, ReadBlock] = {}
        """What was read of each block, by its index among the blocks; an edit takes out what it touches."""
        self._in_order: list[ReadBlock | None] = []
        """Likewise from the first block to the last, with gaps where an edit touched."""
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(PAGE_MARGIN)
        wrapped = QTextOption()
        wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(wrapped)
        QTextCursor(self).setBlockFormat(block_format(Place()))
        self.setUndoRedoEnabled(True)
        self.numbers = NoteNumbers(self)
        self.contentsChange.connect(self._forget)
        self._note_object = NoteObject(self.numbers)
        self.documentLayout().registerHandler(NOTE_OBJECT, self._note_object)

    def _forget(self, position: int, _removed: int, added: int) -> None:
        # Clearing a document is the one thing that takes its formats away.
        if self.isEmpty():
            self.looks.clear()
            self.places.clear()
            self._read.clear()
            self._in_order.clear()
            return
        first, last = self.findBlock(position), self.findBlock(position + added)
        touched = tuple(blocks(first, last if last.isValid() else self.lastBlock()))
        for each in touched:
            self._read.pop(each.fragmentIndex(), None)
        start, grown = first.blockNumber(), self.blockCount() - len(self._in_order)
        self._in_order[start : start + len(touched) - grown] = [None] * len(touched)

    def read_block(self, block: QTextBlock) -> ReadBlock:
        """What a block says; one that no edit has touched since is not read again."""
        index = block.fragmentIndex()
        known = self._read.get(index)
        if known is None:
            many = len(block.text().replace(NOTE_CHARACTER, "").split())
            known = ReadBlock(self.place(block), paragraph_of(block), many)
            self._read[index] = known
        return known

    def read_all(self) -> list[ReadBlock]:
        """What every block says, in order. While an edit is under way ask for single blocks instead."""
        if len(self._in_order) != self.blockCount():
            self._in_order = [None] * self.blockCount()
        read = [
            known or self.read_block(self.findBlockByNumber(number))
            for number, known in enumerate(self._in_order)
        ]
        self._in_order = [*read]
        return read

    def values_of(self, _place: Place) -> Values:
        """What merge fields stand for in a block; in a draft that depends on what its passage answers."""
        return self.values

    def place(self, block: QTextBlock) -> Place:
        """What a block carries, read once for each format."""
        index = block.blockFormatIndex()
        known = self.places.get(index)
        if known is None:
            known = self.places[index] = place_of(block)
        return known

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: no picture, sheet or file that a text names is ever asked for."""
        del kind, name
        return None


def insert(cursor: QTextCursor, text: RichText) -> None:
    """Rich text at the cursor, in one edit; the new blocks belong where the cursor's does.

    It continues the cursor's block: where that is empty the first paragraph brings its style, else it joins
    the words that are there; what stood after the cursor follows the last paragraph.
    """
    if not text.paragraphs:
        return
    cursor.beginEditBlock()
    home = place_of(cursor.block())
    first, *others = text.paragraphs
    if cursor.block().length() == 1 and (others or first.style is not BlockStyle.PARAGRAPH):
        cursor.setBlockFormat(block_format(_placed(home, first)))
    insert_inlines(cursor, first.inlines)
    for each in others:
        cursor.insertBlock(block_format(_placed(home, each).minted()), QTextCharFormat())
        insert_inlines(cursor, each.inlines)
    cursor.endEditBlock()


def _placed(home: Place, given: Paragraph) -> Place:
    return home.styled(given.style, level=given.level, restart=given.restart)


def insert_inlines(cursor: QTextCursor, inlines: tuple[Inline, ...]) -> None:
    """Runs, footnotes and merge fields at the cursor, inside its block."""
    place = place_of(cursor.block()) if any(isinstance(each, Field) for each in inlines) else Place()
    for text, look in spelled(cursor.document(), inlines, place):
        cursor.insertText(text, look)


def spelled(
    document: QTextDocument, inlines: tuple[Inline, ...], place: Place
) -> Iterator[tuple[str, QTextCharFormat]]:
    """The characters that stand for inlines at a place, and the formats that carry their meaning."""
    values = document.values_of(place) if isinstance(document, TextDocument) else {}
    for each in inlines:
        match each:
            case Run():
                # A line break would make a block of its own.
                yield clean_characters(each.text), run_format(each)
            case Footnote():
                yield NOTE_CHARACTER, note_format(each)
            case Field():
                yield values.get(each.name) or each.name, field_format(each)


def read(document: QTextDocument) -> RichText:
    """All of a document, in normal form."""
    return read_blocks(document.firstBlock(), document.lastBlock())


def read_blocks(first: QTextBlock, last: QTextBlock) -> RichText:
    """Whole paragraphs from one block to another, in normal form."""
    return normal(RichText(paragraphs=tuple(paragraph_of(each) for each in blocks(first, last))))


def blocks(first: QTextBlock, last: QTextBlock) -> Iterator[QTextBlock]:
    """From one block to another, both included."""
    block = first
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of one format in a block."""
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def paragraph_of(block: QTextBlock, *, start: int | None = None, end: int | None = None) -> Paragraph:
    """One block as a paragraph, as it stands; between two positions of the document, a part of it."""
    given = place_of(block)
    return Paragraph(
        inlines=inlines_of(block, start=start, end=end),
        style=given.style,
        level=given.level,
        restart=given.restart,
    )


def inlines_of(block: QTextBlock, *, start: int | None = None, end: int | None = None) -> tuple[Inline, ...]:
    """What a block says, as it stands."""
    document = block.document()
    looks = document.looks if isinstance(document, TextDocument) else {}
    inlines: list[Inline] = []
    last: _Look | None = None
    for fragment in fragments(block):
        text = fragment.text() if start is None and end is None else _cut(fragment, start, end)
        if not text:
            continue
        index = fragment.charFormatIndex()
        look = looks.get(index) or looks.setdefault(index, _look(fragment.charFormat()))
        if look.field is None or look is not last:
            inlines.extend(_inlines(text, look))
        last = look
    return tuple(inlines)


def _cut(fragment: QTextFragment, start: int | None, end: int | None) -> str:
    """The part of a fragment between two positions of the document, which count UTF-16 units."""
    first = 0 if start is None else max(0, start - fragment.position())
    last = fragment.length() if end is None else min(fragment.length(), end - fragment.position())
    if last <= first:
        return ""
    wide = fragment.text().encode("utf-16-le", "surrogatepass")
    return wide[first * 2 : last * 2].decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What a character format means."""

    bold: bool
    italic: bool
    link: str
    note: Footnote | None
    field: Field | None


def _look(given: QTextCharFormat) -> _Look:
    bold, italic = is_bold(given), given.fontItalic()
    named = given.stringProperty(FIELD)
    return _Look(
        bold=bold,
        italic=italic,
        link=given.anchorHref() if given.isAnchor() else "",
        note=note_of(given),
        field=Field(name=named, bold=bold, italic=italic) if named else None,
    )


def _inlines(text: str, look: _Look) -> Iterator[Inline]:
    if look.field is not None:
        yield look.field
        return
    words = text.replace(NOTE_CHARACTER, "") if NOTE_CHARACTER in text else text
    if look.note is not None:
        yield from (look.note for _ in range(len(text) - len(words)))
    if words:
        # A line break inside a block has no place here; the normal form makes it a space.
        yield Run(text=words, bold=look.bold, italic=look.italic, link=look.link)
