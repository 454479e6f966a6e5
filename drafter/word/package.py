"""Opening an organisation's Word file as a package that is safe to take and ready to be written into."""

import io
import zipfile
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from lxml.etree import XMLSyntaxError

from drafter.archives import opened_archive
from drafter.domain.errors import BadInput, Encrypted, NotATemplate, TooLarge
from drafter.word.elements import as_part, parsed

_TYPES: Final = "[Content_Types].xml"
_CT: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_DTD: Final = tuple("<!DOCTYPE".encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be"))

_DAMAGED: Final = "This template is damaged. Open it in Word, save it anew, then choose the new file."
_NOT_WORD: Final = "This is not a Word file. Choose a .docx or .dotx file as the template."
_MACROS: Final = (
    "This template holds macros, which an export must not carry. "
    "In Word, save it as a Word Template (.dotx) without macros, then choose that."
)


def opened(path: Path) -> Document:
    """The template as a document that can be saved as .docx. Raises NotATemplate."""
    parts = _parts(path)
    parts[_TYPES] = _as_document(parts)
    _refuse_traps(parts)
    try:
        document = docx.Document(_packed(parts))
        if document.element.body is None:
            raise NotATemplate(_DAMAGED)
    except (KeyError, ValueError, AttributeError, XMLSyntaxError, OpcError, PythonDocxError) as error:
        raise NotATemplate(_DAMAGED) from error
    return document


def _parts(path: Path) -> dict[str, bytes]:
    """Every part's bytes, counted while inflating."""
    try:
        with path.open("rb") as file:
            other = _other_format(file.read(len(_OLE)), path)
        if not other:
            with opened_archive(path) as archive:
                return {name: archive.read(name) for name in archive.names if not name.endswith("/")}
    except FileNotFoundError as error:
        raise NotATemplate(f"The template “{path.name}” is no longer there. Choose it again.") from error
    except OSError as error:
        raise NotATemplate(
            f"The template “{path.name}” cannot be read. Close it in Word if it is open there, "
            "or copy it to a folder of your own, then choose it again."
        ) from error
    except TooLarge as error:
        raise NotATemplate(
            "This template is far larger than a letterhead should be. "
            "Take pictures and pages out of it in Word, then choose it again."
        ) from error
    except Encrypted as error:
        raise NotATemplate(
            "This template is protected by a password. Save a copy without the password, then choose that."
        ) from error
    except BadInput as error:
        raise NotATemplate(_DAMAGED) from error
    raise NotATemplate(other)


def _other_format(start: bytes, path: Path) -> str:
    """What to say to a file that begins like this, where it cannot be a package."""
    if start.startswith(_OLE):
        return (
            f"“{path.name}” is a Word file of before 2007 or has a password. "
            "In Word, save a copy as a Word Document (.docx) without a password, then choose that."
        )
    if not start:
        return f"“{path.name}” is empty. Choose another .docx or .dotx file."
    return "" if start.startswith(b"PK") else _NOT_WORD


def _as_document(parts: dict[str, bytes]) -> bytes:
    """The list of content types with the main part as a document, whatever kind of template it was."""
    if _TYPES not in parts:
        raise NotATemplate(_NOT_WORD)
    try:
        types = parsed(parts[_TYPES])
    except XMLSyntaxError as error:
        raise NotATemplate(_DAMAGED) from error
    named = [each.get("ContentType", "") for each in types.iter(f"{_CT}Override", f"{_CT}Default")]
    if any("macroenabled" in each.lower() or "vbaproject" in each.lower() for each in named):
        raise NotATemplate(_MACROS)
    if not {_DOCUMENT, _TEMPLATE} & set(named):
        raise NotATemplate(_NOT_WORD)
    for each in types.iter(f"{_CT}Override", f"{_CT}Default"):
        if each.get("ContentType") == _TEMPLATE:
            each.set("ContentType", _DOCUMENT)
    return as_part(types)


def _refuse_traps(parts: dict[str, bytes]) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise NotATemplate(_MACROS)
    for name, blob in parts.items():
        if name.endswith((".xml", ".rels")) and any(each in blob for each in _DTD):
            raise NotATemplate(_DAMAGED)
    if b"http://purl.oclc.org/ooxml/wordprocessingml/main" in parts.get("word/document.xml", b""):
        raise NotATemplate(
            "This template is saved as “Strict Open XML”. In Word, save it as a plain Word Document (.docx), "
            "then choose that."
        )


def _packed(parts: dict[str, bytes]) -> io.BytesIO:
    """The parts as a package in memory, stored and not squeezed: python-docx takes them out at once."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as package:
        for name, blob in parts.items():
            package.writestr(name, blob)
    whole.seek(0)
    return whole
