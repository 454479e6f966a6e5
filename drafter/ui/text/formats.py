"""What blocks and characters of a document carry: their meaning as properties, and the shape that follows."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from drafter.domain.addresses import safe_address
from drafter.domain.records.ids import new_id
from drafter.domain.richtext import MAX_LEVEL, BlockStyle, Field, Footnote, Run
from drafter.ui.text.notes import note_from, note_text

_FIRST: Final = int(QTextFormat.Property.UserProperty)
_STYLE: Final = _FIRST + 1
_LEVEL: Final = _FIRST + 2
_RESTART: Final = _FIRST + 3
_SECTION: Final = _FIRST + 4
_PASSAGE: Final = _FIRST + 5
_PARAGRAPH: Final = _FIRST + 6
_TIES: Final = _FIRST + 7
FIELD: Final = _FIRST + 11
_FIELD_ID: Final = _FIRST + 12
NOTE: Final = _FIRST + 13

NOTE_OBJECT: Final = int(QTextFormat.ObjectTypes.UserObject) + 1
NOTE_CHARACTER: Final = "\ufffc"

_INDENT: Final = 28.0
"""How far one list level goes in, in logical pixels at 96 to the inch."""
_LINE: Final = 136.0
"""Line height in per cent of the font's."""

_SPACE: Final = {
    BlockStyle.PARAGRAPH: (9.0, 11.0),
    BlockStyle.HEADING2: (26.0, 9.0),
    BlockStyle.HEADING3: (14.0, 5.0),
    BlockStyle.BULLET: (5.0, 5.0),
    BlockStyle.NUMBER: (5.0, 5.0),
    BlockStyle.QUOTE: (9.0, 12.0),
}
"""Space above and below, likewise; between two paragraphs Qt takes the larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What one block is and where it belongs. Outside a draft the last four are empty."""

    style: BlockStyle = BlockStyle.PARAGRAPH
    level: int = 0
    restart: bool = False
    section: str = ""
    passage: str = ""
    """Empty in a draft: the block is its section's heading."""
    paragraph: str = ""
    ties: str = ""
    """What the passage answers and where it comes from, as drafter.ui.text.ties writes it.

    A section's heading answers nothing, and keeps here where its words come from while it is one.
    """

    @property
    def is_section_heading(self) -> bool:
        return self.style is BlockStyle.HEADING2 and bool(self.section) and not self.passage

    def styled(self, style: BlockStyle, *, level: int = 0, restart: bool = False) -> "Place":
        """The same place in another style."""
        numbered = style is BlockStyle.NUMBER
        return replace(
            self,
            style=style,
            level=min(max(level, 0), MAX_LEVEL) if style.is_list else 0,
            restart=restart and numbered,
        )

    def minted(self) -> "Place":
        """The same place for another paragraph: a draft's paragraphs have ids of their own."""
        return replace(self, paragraph=new_id()) if self.section else self


def block_format(place: Place) -> QTextBlockFormat:
    """The format that carries a place, and looks it."""
    made = QTextBlockFormat()
    made.setProperty(_STYLE, place.style.value)
    if place.style.is_list:
        made.setProperty(_LEVEL, place.level)
        made.setLeftMargin(_INDENT * (place.level + 1))
    if place.restart:
        made.setProperty(_RESTART, True)
    if place.style is BlockStyle.QUOTE:
        made.setLeftMargin(_INDENT)
        made.setRightMargin(_INDENT)
    if place.style.is_heading:
        made.setHeadingLevel(2 if place.style is BlockStyle.HEADING2 else 3)
    for name, value in _ids(place):
        if value:
            made.setProperty(name, value)
    above, below = _SPACE[place.style]
    made.setTopMargin(above)
    made.setBottomMargin(below)
    made.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def _ids(place: Place) -> tuple[tuple[int, str], ...]:
    return (
        (_SECTION, place.section),
        (_PASSAGE, place.passage),
        (_PARAGRAPH, place.paragraph),
        (_TIES, place.ties),
    )


def place_of(block: QTextBlock) -> Place:
    """What a block carries; a block that nobody marked is a plain paragraph."""
    given = block.blockFormat()
    style = style_of(given)
    return Place(
        style=style,
        level=given.intProperty(_LEVEL) if style.is_list else 0,
        restart=given.boolProperty(_RESTART),
        section=given.stringProperty(_SECTION),
        passage=given.stringProperty(_PASSAGE),
        paragraph=given.stringProperty(_PARAGRAPH),
        ties=given.stringProperty(_TIES),
    )


_STYLES: Final = {style.value: style for style in BlockStyle}


def style_of(given: QTextBlockFormat) -> BlockStyle:
    return _STYLES.get(given.stringProperty(_STYLE), BlockStyle.PARAGRAPH)


def passage_of(block: QTextBlock) -> str:
    """The passage's id alone, for what is asked at every key."""
    return block.blockFormat().stringProperty(_PASSAGE)


def section_of(block: QTextBlock) -> str:
    return block.blockFormat().stringProperty(_SECTION)


def run_format(run: Run) -> QTextCharFormat:
    """How the characters of a run are kept. Colours and headings are painted over it, never kept."""
    made = marked_format(bold=run.bold, italic=run.italic)
    if link := safe_address(run.link):
        made.setAnchor(True)
        made.setAnchorHref(link)
        made.setToolTip(link)
    return made


def marked_format(*, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    if italic:
        made.setFontItalic(True)
    return made


def field_format(field: Field) -> QTextCharFormat:
    """A merge field's characters; an id of its own keeps two neighbours of one name apart."""
    made = marked_format(bold=field.bold, italic=field.italic)
    made.setProperty(FIELD, field.name)
    made.setProperty(_FIELD_ID, new_id())
    return made


def note_format(note: Footnote) -> QTextCharFormat:
    """The one character that stands for a footnote and carries it whole."""
    made = QTextCharFormat()
    made.setObjectType(NOTE_OBJECT)
    made.setProperty(NOTE, note_text(note))
    made.setToolTip(note_tip(note))
    return made


def note_tip(note: Footnote) -> str:
    source = note.source
    named = (source.title, source.publisher, source.date, source.address) if source else ()
    return "\n".join(each for each in (note.text, ", ".join(filter(None, named))) if each)


def is_bold(given: QTextCharFormat) -> bool:
    return given.fontWeight() >= QFont.Weight.DemiBold


def note_of(given: QTextCharFormat) -> Footnote | None:
    """The footnote that a character carries."""
    kept = given.stringProperty(NOTE)
    return note_from(kept) if kept else None


def field_id(given: QTextCharFormat) -> str:
    """Which merge field a character belongs to; empty for ordinary text."""
    return given.stringProperty(_FIELD_ID)
