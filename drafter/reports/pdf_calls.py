"""The calls into PDFium that run once a line or a word, bound without the cost of the general bindings."""

import ctypes
from collections.abc import Callable
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
    return (_FLOAT * count)()
