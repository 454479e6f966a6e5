"""What a file is by its content, whatever its name says."""

import codecs
from enum import StrEnum
from pathlib import Path

from drafter.domain.errors import Encrypted, NotAReport, TooLarge

MOST_BYTES = 500 * 1024 * 1024
_HEAD = 64 * 1024


class Format(StrEnum):
    """The formats that a report may have."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x00\x0cjP",
)
_LETTERED_PICTURES = (b"BM", b"RIFF")
"""So may a text begin, too; but no text holds a zero byte soon after."""
_SOON = 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_SIGNS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<div",
    b"<p>",
    b"<h1",
    b"<h2",
    b"<ol",
    b"<table",
    b"<article",
)


def format_of(path: Path) -> Format:
    """The file's format. Raises NotAReport (with the reason) for what no report is made of."""
    size, head = _opening(path)
    if size == 0:
        raise NotAReport("This file is empty. Download it again, or ask for it anew.")
    if size > MOST_BYTES:
        raise TooLarge(
            f"This file has {size // 1_000_000:,} MB; Drafter reads up to 500 MB. Save the part you need."
        )
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return Format.DOCX
    _refuse_others(head)
    if any(sign in _as_ascii(head[:4096]).lower() for sign in _HTML_SIGNS):
        return Format.HTML
    if _is_text(head):
        return Format.TEXT
    raise NotAReport(
        "Drafter cannot tell what this file is. It reads PDF, Word (.docx), web pages and plain text."
    )


def _opening(path: Path) -> tuple[int, bytes]:
    try:
        with path.open("rb") as file:
            return path.stat().st_size, file.read(_HEAD)
    except FileNotFoundError as error:
        raise NotAReport(
            f"There is no file “{path.name}” here any more. Look for it and open it again."
        ) from error
    except OSError as error:
        raise NotAReport(
            f"The file “{path.name}” cannot be opened. Close it elsewhere or copy it, then try again."
        ) from error


def _refuse_others(head: bytes) -> None:
    if head.startswith(_PICTURES) or (head.startswith(_LETTERED_PICTURES) and b"\x00" in head[:_SOON]):
        raise NotAReport(
            "This is a picture, not a document. Ask for the PDF or Word file, or paste the text."
        )
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in head:
            raise Encrypted(
                "This Word file is protected by a password. Save a copy without it, then open that."
            )
        raise NotAReport(
            "This is an old Word file (.doc) or another Office file. Save it as .docx in Word, then open "
            "that."
        )
    if head.startswith(b"{\\rtf"):
        raise NotAReport("This is a rich text file (.rtf). Save it as .docx in Word, then open that.")


def _as_ascii(head: bytes) -> bytes:
    """UTF-16 pages, too, show their signs."""
    return head.replace(b"\x00", b"") if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else head


def _is_text(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    odd = sum(byte < 9 or 13 < byte < 32 for byte in head)  # noqa: PLR2004 - control characters, tab to return aside
    return odd * 200 < len(head)


def decoded(data: bytes) -> str:
    """Text in the encoding that it seems to have: UTF-8, UTF-16 with its mark, else Windows Western."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
