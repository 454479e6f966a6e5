"""How text looks because of what it means: headings, links, quotes. Painted over it, never kept in it."""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from drafter.domain.richtext import BlockStyle
from drafter.ui.text.colours import TextColours
from drafter.ui.text.document import fragments
from drafter.ui.text.formats import NOTE, style_of

BODY_SIZE = 12.0
_SIZES = {BlockStyle.HEADING2: 17.0, BlockStyle.HEADING3: 13.5}


class TextLook(QSyntaxHighlighter):
    """Follows the colours in use without touching the document: undo knows nothing of light and dark."""

    def __init__(self, document: QTextDocument, colours: TextColours) -> None:
        super().__init__(document)
        self.set_colours(colours)

    def set_colours(self, colours: TextColours) -> None:
        self.colours = colours
        self._blocks = {style: _heading(size, colours) for style, size in _SIZES.items()}
        quote = QTextCharFormat()
        quote.setForeground(colours.quiet)
        self._blocks[BlockStyle.QUOTE] = quote
        self._link = QTextCharFormat()
        self._link.setForeground(colours.link)
        self._link.setFontUnderline(True)
        self._note = QTextCharFormat()
        self._note.setForeground(colours.link)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        whole = self._blocks.get(style_of(block.blockFormat()))
        if whole is not None:
            self.setFormat(0, block.length(), whole)
        del text
        origin = block.position()
        for fragment in fragments(block):
            given = fragment.charFormat()
            if given.isEmpty():
                continue
            over = self._over(given)
            if over is None:
                continue
            if whole is not None:
                merged = QTextCharFormat(whole)
                merged.merge(over)
                over = merged
            self.setFormat(fragment.position() - origin, fragment.length(), over)

    def _over(self, given: QTextCharFormat) -> QTextCharFormat | None:
        if given.isAnchor():
            return self._link
        if given.hasProperty(NOTE):
            return self._note
        return None


def look_of(document: QTextDocument, colours: TextColours) -> TextLook:
    """The look that a document has already, in these colours, or a new one: there can be only one."""
    known = next((each for each in document.children() if isinstance(each, TextLook)), None)
    if known is None:
        return TextLook(document, colours)
    if known.colours is not colours:
        known.set_colours(colours)
    return known


def _heading(size: float, colours: TextColours) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontPointSize(size)
    made.setFontWeight(QFont.Weight.DemiBold)
    made.setForeground(colours.heading)
    return made
