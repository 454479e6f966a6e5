"""Whether a PDF's font is bold or italic."""

import ctypes
import re
from dataclasses import dataclass, field

from drafter.reports import pdf_calls as pdf

_BOLD = re.compile(r"bold|black|heavy|demi|-bd\b|\.b\b", re.I)
_ITALIC = re.compile(r"ital|obliq|-it\b|slanted", re.I)
_ITALIC_FLAG = 64
_WIDEST = 0.55
"""Letters of no usual font are wider, in letter heights."""


@dataclass(slots=True)
class Fonts:
    """What has been learnt of one document's fonts, so that each is asked once."""

    styles: dict[int, tuple[bool, bool]] = field(default_factory=dict)
    letter_width: float = 0.0
    """How wide a letter of running text is, in letter heights, as far as lines have shown."""

    def learn_width(self, width: float) -> None:
        """Take one line's width into the running mean; a line with a gap in it counts little."""
        usual = self.letter_width or min(width, _WIDEST)
        self.letter_width = 0.95 * usual + 0.05 * min(width, 1.2 * usual)

    def style(self, font: int) -> tuple[bool, bool]:
        """Bold and italic, by the font's name and italic flag: the weight that PDFium gives is unreliable."""
        known = self.styles.get(font)
        if known is None:
            known = self.styles[font] = _style(font)
        return known


def _style(font: int) -> tuple[bool, bool]:
    if not font:
        return False, False
    room = ctypes.create_string_buffer(256)
    pdf.font_name(font, room, len(room))
    name = room.value.decode("utf-8", "replace").split("+")[-1]
    return bool(_BOLD.search(name)), bool(_ITALIC.search(name)) or bool(pdf.font_flags(font) & _ITALIC_FLAG)
