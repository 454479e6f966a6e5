"""Opening a PDF that came from outside, and its lines page by page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from drafter.domain.errors import Encrypted, NotAReport, NoTextLayer, TooLarge
from drafter.domain.progress import Progress
from drafter.reports import pdf_calls as pdf
from drafter.reports.characters import tidy
from drafter.reports.lines import Bookmark, Document, Line, Sheet
from drafter.reports.pdf_boxes import with_boxes
from drafter.reports.pdf_bullets import with_bullets
from drafter.reports.pdf_fonts import Fonts
from drafter.reports.pdf_order import in_order
from drafter.reports.pdf_page import PageReader
from drafter.reports.pdf_shapes import shapes_on

MOST_PAGES = 3000
MOST_LETTERS = 12_000_000
_FEWEST_LETTERS = 16
"""A page with fewer is a picture, or empty."""
_MOST_BOOKMARKS = 5000


@contextmanager
def opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    """The open document. Raises NotAReport, Encrypted or TooLarge."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise Encrypted(
                "This PDF is protected by a password. Save a copy without the password, then open that."
            ) from error
        raise NotAReport(
            "This PDF is damaged and cannot be read. Download it again, or ask for the Word file."
        ) from error
    try:
        yield document
    finally:
        document.close()


def read_pdf(path: Path, *, progress: Progress) -> Document:
    """The whole file as lines. Raises NoTextLayer for a scan."""
    with opened(path) as document:
        count = len(document)
        if count == 0:
            raise NotAReport("This PDF has no pages. Download it again, or ask for the Word file.")
        if count > MOST_PAGES:
            raise TooLarge(
                f"This PDF has {count:,} pages; Drafter reads up to {MOST_PAGES:,}. Save the part you "
                f"respond to on its own."
            )
        lines, sheets = _pages(document, count, progress)
        _check_text(lines, count)
        return Document(
            lines=tuple(lines),
            sheets=tuple(sheets),
            bookmarks=tuple(_bookmarks(document)),
            title=tidy(document.get_metadata_value("Title") or ""),
        )


def _pages(document: pdfium.PdfDocument, count: int, progress: Progress) -> tuple[list[Line], list[Sheet]]:
    lines: list[Line] = []
    sheets: list[Sheet] = []
    fonts, whole, letters = Fonts(), pdf.handle(document.raw), 0
    for number in range(1, count + 1):
        progress(number - 1, count)
        found, sheet = _page(whole, number, fonts)
        lines.extend(found)
        sheets.append(sheet)
        letters += sum(len(line.text) for line in found)
        if letters > MOST_LETTERS:
            raise TooLarge(
                "This PDF holds more text than Drafter reads. Save the part you respond to on its own."
            )
    progress(count, count)
    return lines, sheets


def _page(document: int, number: int, fonts: Fonts) -> tuple[list[Line], Sheet]:
    page = pdf.load_page(document, number - 1)
    if not page:
        return [], Sheet(width=595.0, height=842.0)
    try:
        text = pdf.load_text(page)
        if not text:
            return [], Sheet(width=595.0, height=842.0)
        try:
            reader = PageReader.of(page, text, number, fonts)
            lines = in_order(reader.lines())
            frame = reader.frame
            shapes = shapes_on(page, frame, reader.chars) if lines else []
            return with_boxes(with_bullets(lines, shapes), shapes, frame.sheet), frame.sheet
        finally:
            pdf.close_text(text)
    finally:
        pdf.close_page(page)


def _check_text(lines: list[Line], pages: int) -> None:
    if sum(len(line.text) for line in lines) < _FEWEST_LETTERS * pages:
        raise NoTextLayer(
            "This PDF is a scan: its pages are pictures of text. Ask for the Word file, or have its text "
            "recognised first."
        )


def _bookmarks(document: pdfium.PdfDocument) -> Iterator[Bookmark]:
    for count, item in enumerate(document.get_toc(max_depth=6)):
        if count >= _MOST_BOOKMARKS:
            return
        target = item.get_dest()
        index = target.get_index() if target else None
        title = tidy(item.get_title() or "")
        if title and index is not None:
            yield Bookmark(title=title, page=index + 1, level=item.level)
