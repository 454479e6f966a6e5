"""The calls into PDFium that run once a line or a word, bound without the cost of the general bindings."""

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

from pypdfium2 import raw

_HANDLE, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float


def _quick(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401 - ctypes types
    """Bind `function` so that it keeps the lock and takes plain integers as handles: half a call's time.

    Without argument types it takes numbers of C's own size and Places: half of what is left.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    if address is None:
        raise RuntimeError("PDFium lacks a function that reading needs.")
    prototype = ctypes.PYFUNCTYPE(result, *arguments)
    return prototype(address)


# Of letters: the first argument is what `load_text` gives, and where an answer goes is a Place of a Room.
count_chars = _quick(raw.FPDFText_CountChars, _INT)
copy_text = _quick(raw.FPDFText_GetText, _INT)
text_object = _quick(raw.FPDFText_GetTextObject, _HANDLE)
loose_box = _quick(raw.FPDFText_GetLooseCharBox, None)
char_origin = _quick(raw.FPDFText_GetCharOrigin, None)
char_index = _quick(raw.FPDFText_GetCharIndexFromTextIndex, _INT)
char_matrix = _quick(raw.FPDFText_GetMatrix, None)
char_size = _quick(raw.FPDFText_GetFontSize, ctypes.c_double)

object_font = _quick(raw.FPDFTextObj_GetFont, _HANDLE, _HANDLE)
object_matrix = _quick(raw.FPDFPageObj_GetMatrix, _INT, _HANDLE, _HANDLE)
font_name = _quick(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _HANDLE, _HANDLE, ctypes.c_size_t)
font_flags = _quick(raw.FPDFFont_GetFlags, _INT, _HANDLE)
load_page = _quick(raw.FPDF_LoadPage, _HANDLE, _HANDLE, _INT)
close_page = _quick(raw.FPDF_ClosePage, None, _HANDLE)
_load_text = _quick(raw.FPDFText_LoadPage, _HANDLE, _HANDLE)
close_text = _quick(raw.FPDFText_ClosePage, None, _HANDLE)
page_box = _quick(raw.FPDF_GetPageBoundingBox, _INT, _HANDLE, _HANDLE)
page_rotation = _quick(raw.FPDFPage_GetRotation, _INT, _HANDLE)
count_objects = _quick(raw.FPDFPage_CountObjects, _INT, _HANDLE)
page_object = _quick(raw.FPDFPage_GetObject, _HANDLE)
"""Takes a Place too, as it is asked a thousand times a page."""
object_type = _quick(raw.FPDFPageObj_GetType, _INT, _HANDLE)
count_inner = _quick(raw.FPDFFormObj_CountObjects, _INT, _HANDLE)
inner_object = _quick(raw.FPDFFormObj_GetObject, _HANDLE, _HANDLE, ctypes.c_ulong)
object_bounds = _quick(raw.FPDFPageObj_GetBounds, _INT, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)


Place = Any
"""An address as the calls of letters take it: made once, where a plain number is converted at every call."""


def place(address: int) -> Place:
    """The address for those calls."""
    return _HANDLE.from_param(address)


def load_text(page: int) -> Place | None:
    """The text of an open page, for the calls of letters; None where PDFium gives none."""
    address = _load_text(page)
    return place(address) if address else None


def handle(pointer: Any) -> int:  # noqa: ANN401 - any pointer of the general bindings
    """The address behind a pointer of the general bindings."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def floats(count: int) -> Any:  # noqa: ANN401 - a ctypes array has no static type
    """Room for a call's answer."""
    return _row(count)()


@cache
def _row(count: int) -> Any:  # noqa: ANN401 - a ctypes array has no static type
    # Kept, for making a type takes longer than all the calls for a line of text.
    return _FLOAT * count


class Room:
    """Room for what PDFium says of letters, made once for a document."""

    __slots__ = ("_text", "box", "corners", "matrix", "origin", "turn", "x", "y")

    def __init__(self) -> None:
        # Through a view a number comes out quicker than out of what ctypes makes.
        room = ctypes.create_string_buffer(16)
        self.origin = memoryview(room).cast("B").cast("d")
        """A letter's origin, x and y, after `char_origin`."""
        self.x, self.y = (place(ctypes.addressof(room) + at) for at in (0, 8))
        room = ctypes.create_string_buffer(16)
        self.corners = memoryview(room).cast("B").cast("f")
        """The left, top, right and bottom of its box, after `loose_box`."""
        self.box = place(ctypes.addressof(room))
        room = ctypes.create_string_buffer(24)
        self.turn = memoryview(room).cast("B")[:16]
        """Four floats: what of its matrix does not say where it stands, after `char_matrix`."""
        self.matrix = place(ctypes.addressof(room))
        self._text = ctypes.create_string_buffer(0)

    def units(self, text: Place, count: int) -> bytes:
        """The first `count` letters of a page as UTF-16, without the zero at the end."""
        if len(self._text) < 2 * (count + 1):
            self._text = ctypes.create_string_buffer(4 * (count + 1))
        written = copy_text(text, 0, count, place(ctypes.addressof(self._text)))
        return ctypes.string_at(self._text, 2 * max(0, written - 1))
