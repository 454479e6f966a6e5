"""The calls into PDFium that run once a line or a word, bound without the cost of the general bindings."""

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

from pypdfium2 import raw

_HANDLE, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float


def _quick(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401 - ctypes types
    """Bind `function` so that it keeps the lock and takes plain integers as handles: half a call's time."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    if address is None:
        raise RuntimeError("PDFium lacks a function that reading needs.")
    prototype = ctypes.PYFUNCTYPE(result, *arguments)
    return prototype(address)


count_chars = _quick(raw.FPDFText_CountChars, _INT, _HANDLE)
copy_text = _quick(raw.FPDFText_GetText, _INT, _HANDLE, _INT, _INT, _HANDLE)
text_object = _quick(raw.FPDFText_GetTextObject, _HANDLE, _HANDLE, _INT)
loose_box = _quick(raw.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _HANDLE)
char_origin = _quick(raw.FPDFText_GetCharOrigin, _INT, _HANDLE, _INT, _HANDLE, _HANDLE)
char_index = _quick(raw.FPDFText_GetCharIndexFromTextIndex, _INT, _HANDLE, _INT)
object_font = _quick(raw.FPDFTextObj_GetFont, _HANDLE, _HANDLE)
object_font_size = _quick(raw.FPDFTextObj_GetFontSize, _INT, _HANDLE, _HANDLE)
object_matrix = _quick(raw.FPDFPageObj_GetMatrix, _INT, _HANDLE, _HANDLE)
char_matrix = _quick(raw.FPDFText_GetMatrix, _INT, _HANDLE, _INT, _HANDLE)
font_name = _quick(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _HANDLE, _HANDLE, ctypes.c_size_t)
font_flags = _quick(raw.FPDFFont_GetFlags, _INT, _HANDLE)
load_page = _quick(raw.FPDF_LoadPage, _HANDLE, _HANDLE, _INT)
close_page = _quick(raw.FPDF_ClosePage, None, _HANDLE)
load_text = _quick(raw.FPDFText_LoadPage, _HANDLE, _HANDLE)
close_text = _quick(raw.FPDFText_ClosePage, None, _HANDLE)
page_box = _quick(raw.FPDF_GetPageBoundingBox, _INT, _HANDLE, _HANDLE)
page_rotation = _quick(raw.FPDFPage_GetRotation, _INT, _HANDLE)
count_objects = _quick(raw.FPDFPage_CountObjects, _INT, _HANDLE)
page_object = _quick(raw.FPDFPage_GetObject, _HANDLE, _HANDLE, _INT)
object_type = _quick(raw.FPDFPageObj_GetType, _INT, _HANDLE)
count_inner = _quick(raw.FPDFFormObj_CountObjects, _INT, _HANDLE)
inner_object = _quick(raw.FPDFFormObj_GetObject, _HANDLE, _HANDLE, ctypes.c_ulong)
object_bounds = _quick(raw.FPDFPageObj_GetBounds, _INT, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)


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

    __slots__ = ("_text", "base", "box", "font_size", "matrix", "place", "style")

    def __init__(self) -> None:
        self.place = ctypes.create_string_buffer(32)
        """A letter's origin as two doubles, then the left, top, right and bottom of its box as floats."""
        self.style = ctypes.create_string_buffer(28)
        """A font size and the six numbers of a matrix, all floats."""
        self.base = ctypes.addressof(self.place)
        """The addresses of the parts, for the calls."""
        self.box = self.base + 16
        self.font_size = ctypes.addressof(self.style)
        self.matrix = self.font_size + 4
        self._text = ctypes.create_string_buffer(0)

    def units(self, text: int, count: int) -> bytes:
        """The first `count` letters of a page as UTF-16, without the zero at the end."""
        if len(self._text) < 2 * (count + 1):
            self._text = ctypes.create_string_buffer(4 * (count + 1))
        written = copy_text(text, 0, count, ctypes.addressof(self._text))
        return ctypes.string_at(self._text, 2 * max(0, written - 1))
