"""How a PDF's letters look: their size, whether bold or italic, which way up."""

import ctypes
import re
from dataclasses import dataclass, field
from math import hypot
from struct import Struct
from typing import NamedTuple

from drafter.reports import pdf_calls as pdf
from drafter.reports.pdf_frame import turns_of

_BOLD = re.compile(r"bold|black|heavy|demi|-bd\b|\.b\b", re.I)
_ITALIC = re.compile(r"ital|obliq|-it\b|slanted", re.I)
_ITALIC_FLAG = 64
_WIDEST = 0.55
"""Letters of no usual font are wider, in letter heights."""
_TURN = Struct("4f")
"""What of the matrix does not say where the letter stands."""


class Look(NamedTuple):
    """What one letter looks like."""

    size: float
    bold: bool
    italic: bool
    turns: int
    """How the page must be turned to make it upright."""


@dataclass(slots=True)
class Fonts:
    """What has been learnt of one document's fonts, so that each is asked once."""

    room: pdf.Room = field(default_factory=pdf.Room)
    looks: dict[tuple[int, float, bytes], Look] = field(default_factory=dict)
    """By font, size, and matrix as PDFium gives it: a page has many words, but few looks."""
    styles: dict[int, tuple[bool, bool]] = field(default_factory=dict)
    letter_width: float = 0.0
    """How wide a letter of running text is, in letter heights, as far as lines have shown."""

    def learn_width(self, width: float) -> None:
        """Take one line's width into the running mean; a line with a gap in it counts little."""
        usual = self.letter_width or min(width, _WIDEST)
        self.letter_width = 0.95 * usual + 0.05 * min(width, 1.2 * usual)

    def look(self, text: pdf.Place, at: int, item: int) -> Look:
        """How the letter at PDFium's index `at` looks, which stands in the text object `item`."""
        # The letter's matrix, not its object's: that knows nothing of the form that the object stands in.
        room = self.room
        pdf.char_matrix(text, at, room.matrix)
        key = pdf.object_font(item) or 0, pdf.char_size(text, at), room.turn.tobytes()
        known = self.looks.get(key)
        if known is None:
            known = self.looks[key] = self._new_look(*key)
        return known

    def _new_look(self, font: int, points: float, said: bytes) -> Look:
        along, aside, slant, rise = _TURN.unpack(said)
        bold, italic = self.style(font)
        turns = turns_of(along, aside) if aside or along <= 0 else 0
        return Look(points * hypot(slant, rise), bold, italic, turns)

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
