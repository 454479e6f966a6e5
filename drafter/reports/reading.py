"""From a file, or pasted text, to what it recommends or asks."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.domain.errors import NotAReport, TooLarge
from drafter.domain.progress import Progress, silent
from drafter.domain.records.reports import Candidate, Reading, Recommendation
from drafter.reports.format_of import Format, decoded, format_of
from drafter.reports.lines import Document

if TYPE_CHECKING:
    from drafter.reports.recognising.rows import Body

_MOST_TEXT = 20 * 1024 * 1024
_NO_LIST = (
    "No numbered list of recommendations or questions was found. The report can be kept all the same: "
    "mark the passages that you want to answer, and give each a name."
)

_DOUBTED = (
    "What looks like one may be from another report, look back, or be no list. "
    "Take it if it is what you answer."
)


def read(path: Path, *, progress: Progress = silent) -> Reading:
    """Read a report in this process, by its content and not by its name.

    Raises NotAReport, NoTextLayer, Encrypted or TooLarge. The window reads through a worker process instead.
    """
    format_ = format_of(path)
    fingerprint = _fingerprint(path)
    return _reading(_document(path, format_, progress), source=path.name, fingerprint=fingerprint)


def read_text(text: str, *, title: str = "") -> Reading:
    """Read pasted text."""
    if len(text) > _MOST_TEXT:
        raise TooLarge("This is more text than Drafter reads. Paste the part that you respond to.")
    from drafter.reports.text_lines import read_plain  # noqa: PLC0415 - as in _document

    return _pasted(read_plain(text), text, title)


def read_html(html: str, *, title: str = "") -> Reading:
    """Read pasted HTML, as a browser puts it on the clipboard."""
    from drafter.reports.html_lines import parse_html  # noqa: PLC0415 - as in _document

    return _pasted(parse_html(html, progress=silent), html, title)


def document_of(path: Path, *, progress: Progress = silent) -> Document:
    """A file as Lines, whatever its format. Raises what `read` raises."""
    return _document(path, format_of(path), progress)


def _pasted(document: Document, source: str, title: str) -> Reading:
    if not document.lines:
        raise NotAReport(
            "There is no text in what was pasted. Copy the text of the report, then paste it again."
        )
    fingerprint = hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()
    return _reading(document, source="", fingerprint=fingerprint, title=title)


def _document(path: Path, format_: Format, progress: Progress) -> Document:
    # Each reader is loaded for its own files: a worker lives for one, and lxml is not loaded in no time.
    match format_:
        case Format.PDF:
            from drafter.reports.pdf_file import read_pdf  # noqa: PLC0415

            document = read_pdf(path, progress=progress)
        case Format.DOCX:
            from drafter.reports.docx_lines import read_docx  # noqa: PLC0415

            document = read_docx(path, progress=progress)
        case Format.HTML:
            from drafter.reports.html_lines import MOST_BYTES, parse_html  # noqa: PLC0415

            document = parse_html(_bytes(path, MOST_BYTES), progress=progress)
        case Format.TEXT:
            from drafter.reports.text_lines import read_plain  # noqa: PLC0415

            document = read_plain(decoded(_bytes(path, _MOST_TEXT)))
    if not document.lines:
        raise NotAReport(
            "There is no text in this file. Ask for the Word file or the PDF, or paste the text."
        )
    return document


def _bytes(path: Path, most: int) -> bytes:
    if path.stat().st_size > most:
        raise TooLarge(
            f"This file has {path.stat().st_size // 1_000_000:,} MB of text; Drafter reads up to "
            f"{most // 1_000_000} MB. "
            "Paste the part that you respond to."
        )
    return path.read_bytes()


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _reading(document: Document, *, source: str, fingerprint: str, title: str = "") -> Reading:
    # The recogniser is the most that there is to load: a file without text is refused before it is.
    from drafter.reports.page_texts import page_texts  # noqa: PLC0415
    from drafter.reports.recognising.measuring import measured  # noqa: PLC0415
    from drafter.reports.recognising.recogniser import recognise  # noqa: PLC0415
    from drafter.reports.titles import title_of  # noqa: PLC0415

    body = measured(document)
    candidates = recognise(body)
    return Reading(
        title=title or title_of(document, source),
        source=source,
        fingerprint=fingerprint,
        pages=len(document.sheets) or None,
        candidates=candidates,
        text=page_texts(body),
        sentence=_sentence(candidates),
        guesses=() if _has_list(candidates) else _guesses(body),
    )


def _guesses(body: "Body") -> tuple[Recommendation, ...]:
    from drafter.reports.guesses import guesses  # noqa: PLC0415 - only where there is no list

    return guesses(body)


def _has_list(candidates: Sequence[Candidate]) -> bool:
    return any(not candidate.doubted for candidate in candidates)


def _sentence(candidates: Sequence[Candidate]) -> str:
    if _has_list(candidates):
        return ""
    return f"{_NO_LIST} {_DOUBTED}" if candidates else _NO_LIST
