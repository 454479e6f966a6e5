"""The parts of a Word file that reading needs, opened safely and parsed."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from drafter.archives import Archive, opened_archive
from drafter.domain.errors import BadInput, Encrypted, NotAReport, TooLarge

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OTHERS = {"ppt/presentation.xml": "a presentation", "xl/workbook.xml": "a spreadsheet"}
_DAMAGED = "This Word file is damaged. Ask for it again, or save it anew in Word."


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParts:
    """The parsed parts; all but the first may be missing."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    title: str


def word_parts(path: Path) -> WordParts:
    """Open the file. Raises NotAReport, Encrypted or TooLarge."""
    try:
        with opened_archive(path) as archive:
            main = _main_part(archive)
            folder = main.rpartition("/")[0]
            document = _parsed(archive, main)
            if document is None:
                raise NotAReport(_DAMAGED)
            return WordParts(
                document=document,
                styles=_parsed(archive, f"{folder}/styles.xml"),
                numbering=_parsed(archive, f"{folder}/numbering.xml"),
                title=_title(_parsed(archive, "docProps/core.xml")),
            )
    except (NotAReport, Encrypted, TooLarge):
        raise
    except BadInput as error:
        raise NotAReport(error.sentence) from error


def _main_part(archive: Archive) -> str:
    """The part that the package names as the document."""
    relations = _parsed(archive, "_rels/.rels")
    if relations is not None:
        for relation in relations.iter(_RELATION):
            target = (relation.get("Target") or "").lstrip("/")
            if (relation.get("Type") or "").endswith("/officeDocument") and target in archive:
                _check_kind(target)
                return target
    if "word/document.xml" in archive:
        return "word/document.xml"
    if "mimetype" in archive:
        raise NotAReport("This is an OpenDocument file (.odt). Save it as .docx or PDF, then open that.")
    raise NotAReport("This is a zip file, not a Word file. Unpack it and open the document inside.")


def _check_kind(target: str) -> None:
    if target in _OTHERS:
        raise NotAReport(f"This is {_OTHERS[target]}, not a report. Save it as PDF, then open that.")


def _parsed(archive: Archive, name: str) -> etree._Element | None:
    if name not in archive:
        return None
    data = archive.read(name)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise NotAReport(
            "This Word file holds what Word never writes, and is not opened. Save it anew in Word."
        )
    if _STRICT in data[:8192]:
        data = data.replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main", _LOOSE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotAReport(_DAMAGED) from error


def _title(core: etree._Element | None) -> str:
    if core is None:
        return ""
    return core.findtext("{http://purl.org/dc/elements/1.1/}title") or ""
