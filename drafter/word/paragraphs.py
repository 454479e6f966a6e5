"""Blocks of a composition as paragraphs of a Word file: styles, runs, links, notes and hidden bookmarks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from drafter.domain.composing import HEADINGS, Block, BlockRole, Table
from drafter.domain.richtext import Footnote, Inline, Run
from drafter.word.anchors import Anchors
from drafter.word.elements import character_look, escaped, is_on, text_run
from drafter.word.footnotes import Footnotes
from drafter.word.links import Links, linked
from drafter.word.lists import Lists, Numbered
from drafter.word.styles import Styles

_STYLE_NAMES: Final = {
    BlockRole.TITLE: "Title",
    BlockRole.SUBTITLE: "Subtitle",
    BlockRole.HEADING1: "heading 1",
    BlockRole.HEADING2: "heading 2",
    BlockRole.HEADING3: "heading 3",
    BlockRole.QUOTE: "Quote",
    BlockRole.STANCE: "Note Heading",
}
_EMPHASIS: Final = {
    (True, False): "Strong",
    (False, True): "Emphasis",
    (True, True): "Intense Emphasis",
}
LISTS: Final = {BlockRole.BULLET: "bullet", BlockRole.NUMBER: "number", BlockRole.COUNTED: "number"}
_TOGGLES: Final = {
    (False, False): "",
    (True, False): "<w:b/><w:bCs/>",
    (False, True): "<w:i/><w:iCs/>",
    (True, True): "<w:b/><w:bCs/><w:i/><w:iCs/>",
}
"""Inside a link alone: see `_linked_run`."""


_LONG_QUOTATION: Final = 400
"""About five lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What paragraphs refer to in the rest of the document."""

    styles: Styles
    lists: Lists
    links: Links
    footnotes: Footnotes
    anchors: Anchors


class Paragraphs:
    """Makes the paragraphs of one document, in reading order, as the text of their elements."""

    def __init__(self, around: Surroundings, *, first_bookmark: int) -> None:
        self._around = around
        self._bookmark = first_bookmark
        self._kept: dict[str, bool] = {}
        self._looks: dict[str, str] = {}

    def xml(
        self, block: Block, text: str, *, following: Block | Table | None = None, heading_bookmark: str = ""
    ) -> str:
        """The paragraph of this block and its plain text; a label stays tied to the block that follows."""
        properties = self._properties(block, following)
        starts = ends = ""
        for name in (heading_bookmark, self._around.anchors.name_for(block, text)):
            if name:
                starts += f'<w:bookmarkStart w:id="{self._bookmark}" w:name="{name}"/>'
                ends = f'<w:bookmarkEnd w:id="{self._bookmark}"/>{ends}'
                self._bookmark += 1
        return f"<w:p>{properties}{starts}{self._inlines(block.inlines)}{ends}</w:p>"

    def _properties(self, block: Block, following: Block | Table | None) -> str:
        style, number = self._style_and_number(block)
        made = "" if style == self._around.styles.default else f'<w:pStyle w:val="{escaped(style)}"/>'
        is_kept = self._keeps(style)
        if stays_with_next(block, following) and not is_kept:
            made += "<w:keepNext/>"
        elif goes_alone(block, following) and is_kept:
            made += '<w:keepNext w:val="0"/>'
        if is_long_quotation(block):
            made += '<w:keepLines w:val="0"/>'
        if number is not None:
            made += f'<w:numPr><w:ilvl w:val="{number.level}"/><w:numId w:val="{number.num}"/></w:numPr>'
        return made and f"<w:pPr>{made}</w:pPr>"

    def _style_and_number(self, block: Block) -> tuple[str, Numbered | None]:
        lists = self._around.lists
        style = self.style_of(block)
        match block.role:
            case BlockRole.BULLET:
                return style, lists.bullet(block.level)
            case BlockRole.NUMBER:
                return style, lists.number(block.level, restart=block.restart)
            case BlockRole.COUNTED:
                return style, lists.counted()
        lists.end()
        return style, None

    def style_of(self, block: Block) -> str:
        """The id of its paragraph style."""
        styles = self._around.styles
        if block.role in LISTS:
            return self._around.lists.style(LISTS[block.role], block.level)
        if block.role is BlockRole.BYLINE:
            return styles.id_of("Date" if _is_date(block.plain) else "Signature")
        name = _STYLE_NAMES.get(block.role)
        return styles.id_of(name) if name else styles.body

    def end_lists(self) -> None:
        """What follows is in none of the lists that run."""
        self._around.lists.end()

    def _keeps(self, style: str) -> bool:
        """Whether the style itself keeps a paragraph with the next."""
        if style not in self._kept:
            self._kept[style] = is_on(self._around.styles.found(style, "pPr", "keepNext"))
        return self._kept[style]

    def _inlines(self, inlines: tuple[Inline, ...]) -> str:
        made: list[str] = []
        linked: list[Run] = []
        for each in inlines:
            address = each.link if isinstance(each, Run) else ""
            if linked and linked[-1].link != address:
                made.append(self._link(linked))
                linked = []
            if address and isinstance(each, Run):
                linked.append(each)
            else:
                made.append(self._piece(each))
        if linked:
            made.append(self._link(linked))
        return "".join(made)

    def _link(self, runs: list[Run]) -> str:
        relationship = self._around.links.id_for(runs[0].link)
        if not relationship:
            return "".join(map(self._piece, runs))
        return linked(relationship, "".join(map(self._linked_run, runs)))

    def _linked_run(self, run: Run) -> str:
        """A run has one character style, and a link must look like one: Hyperlink.

        Bold and italic inside it are switches beside the style, which is what Word itself writes when someone
        presses Ctrl+B in a link; readers of the file, our own too, find them there.
        """
        key = f"Hyperlink{run.bold:d}{run.italic:d}"
        if key not in self._looks:
            style = escaped(self._around.styles.id_of("Hyperlink"))
            toggles = _TOGGLES[run.bold, run.italic]
            self._looks[key] = f'<w:rPr><w:rStyle w:val="{style}"/>{toggles}</w:rPr>'
        return text_run(run.text, self._looks[key])

    def _piece(self, inline: Inline) -> str:
        if isinstance(inline, Run):
            if not (inline.bold or inline.italic):
                return text_run(inline.text)
            return text_run(inline.text, self._look(_EMPHASIS[inline.bold, inline.italic]))
        if isinstance(inline, Footnote):
            number = self._around.footnotes.add(inline)
            return f'<w:r>{self._look("footnote reference")}<w:footnoteReference w:id="{number}"/></w:r>'
        raise AssertionError(f"The field {inline.name} should have stopped the export.")

    def _look(self, style: str) -> str:
        """A run's properties in this character style."""
        if style not in self._looks:
            self._looks[style] = character_look(self._around.styles.id_of(style))
        return self._looks[style]


def stays_with_next(block: Block, following: Block | Table | None) -> bool:
    """Headings; a short quotation and the stance, where what they lead to is there.

    An item without an answer ends with its quotation or its stance: tied to the next label, items without
    answers would be one block over several pages, with a gap before it.
    """
    is_heading = isinstance(following, Block) and following.role in HEADINGS
    if following is None or (is_heading and block.role not in HEADINGS):
        return False
    if block.role is BlockRole.QUOTE:
        is_last = not isinstance(following, Block) or following.role is not BlockRole.QUOTE
        return block.passage is None and is_last and not is_long_quotation(block)
    return block.role in HEADINGS or block.role is BlockRole.STANCE


def goes_alone(block: Block, following: Block | Table | None) -> bool:
    """Its style would keep it with what follows, and nothing of its own does."""
    is_label = block.passage is None and block.role in {BlockRole.QUOTE, BlockRole.STANCE}
    may = is_label and isinstance(following, Block)
    return may and not stays_with_next(block, following)


def is_long_quotation(block: Block) -> bool:
    """It may break over two pages: the label stands with its first lines."""
    return block.passage is None and block.role is BlockRole.QUOTE and len(block.plain) > _LONG_QUOTATION


def _is_date(text: str) -> bool:
    """Whether a line is a date as the title block writes it ("4 November 2026")."""
    try:
        datetime.strptime(text, "%d %B %Y")  # noqa: DTZ007 - only its form is looked at
    except ValueError:
        return False
    return True
