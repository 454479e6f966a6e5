"""A page of a PDF as a picture, and the words on it."""

import struct
import zlib
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import pypdfium2 as pdfium

from drafter.domain.errors import NotAReport
from drafter.domain.records.page_words import PageWords
from drafter.reports import pdf_calls as pdf
from drafter.reports.pdf_file import opened

WIDEST = 4000
"""Pixels; a page at 200 % on a large screen takes about 2,000."""
_TALLEST = 12000


class OpenDocument:
    """Keeps the last document open, so that turning a page does not parse the file anew."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._key: tuple[Path, int, int] | None = None
        self._document: pdfium.PdfDocument | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def picture(self, path: Path, page: int, *, width: int) -> bytes:
        """The page (1-based) as PNG, so many pixels wide. Raises NotAReport or Encrypted."""
        document = self._opened_at(path, page)
        try:
            return _drawn(document[page - 1], min(max(width, 16), WIDEST))
        except pdfium.PdfiumError as error:
            raise NotAReport(
                f"Page {page} of this PDF cannot be drawn. Its text can still be worked with."
            ) from error

    def words(self, path: Path, page: int) -> PageWords:
        """The words of the page (1-based) and where they stand. Raises NotAReport or Encrypted."""
        from drafter.reports.page_words import words_of  # noqa: PLC0415 - a page is drawn without it

        document = self._opened_at(path, page)
        return words_of(pdf.handle(document.raw), page, len(document))

    def _opened_at(self, path: Path, page: int) -> pdfium.PdfDocument:
        document = self._opened(path)
        if not 1 <= page <= len(document):
            raise NotAReport(f"This PDF has no page {page}. Read the report again: the file was changed.")
        return document

    def _opened(self, path: Path) -> pdfium.PdfDocument:
        try:
            facts = path.stat()
        except OSError as error:
            raise NotAReport(
                f"The file “{path.name}” is no longer there. Put it back, or go on without its pictures."
            ) from error
        key = (path, facts.st_mtime_ns, facts.st_size)
        if self._document is None or self._key != key:
            self._stack.close()
            self._document, self._key = None, None
            self._document, self._key = self._stack.enter_context(opened(path)), key
        return self._document


def _drawn(page: pdfium.PdfPage, width: int) -> bytes:
    # A hair less, so that rounding up gives the very width.
    scale = (width - 0.001) / max(1.0, page.get_width())
    scale = min(scale, _TALLEST / max(1.0, page.get_height()))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    try:
        return png(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            stride=bitmap.stride,
            channels=bitmap.n_channels,
        )
    finally:
        bitmap.close()
        page.close()


def png(pixels: bytes, width: int, height: int, *, stride: int, channels: int) -> bytes:
    """RGB, RGBA or grey rows as a PNG file."""
    kind = {1: 0, 3: 2, 4: 6}[channels]
    row = width * channels
    rows = b"".join(b"\x00" + pixels[at : at + row] for at in range(0, stride * height, stride))
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(rows, 1))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
