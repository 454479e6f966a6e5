"""What a file says about itself: title, author, subject, and which response and export it is."""

from datetime import UTC, datetime
from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from drafter.domain.composing import Composition
from drafter.word.elements import Element, as_number, as_part, clean, parsed

RESPONSE: Final = "DrafterResponse"
EXPORT: Final = "DrafterExport"

_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM_RELATIONSHIP: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST: Final = 255
"""python-docx refuses longer core properties."""


def describe(document: Document, composition: Composition, *, export: str) -> None:
    """Write the properties of this export over the template's own."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)  # python-docx writes it with the Z of UTC
    core = document.core_properties
    core.title = clean(composition.title)[:_LONGEST]
    core.author = core.last_modified_by = clean(composition.author or composition.organisation)[:_LONGEST]
    core.subject = clean(composition.subject)[:_LONGEST]
    core.language = "en-GB"
    core.comments = core.keywords = ""
    core.created = core.modified = now
    core.revision = 1
    ids = {RESPONSE: composition.response, EXPORT: export}
    _put_custom(document, {name: each for name, each in ids.items() if each})
    if composition.organisation:
        _put_company(document, clean(composition.organisation))


def _put_custom(document: Document, values: dict[str, str]) -> None:
    package = document.part.package
    part = next(
        (each.target_part for each in package.rels.values() if each.reltype == _CUSTOM_RELATIONSHIP), None
    )
    if part is None:
        empty = f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VARIANT}"/>'.encode()
        part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, empty, package)
        package.relate_to(part, _CUSTOM_RELATIONSHIP)
    root = parsed(part.blob)
    for each in list(root):
        if each.get("name") in {*values, "_MarkAsFinal", RESPONSE, EXPORT}:
            root.remove(each)
    last = max((as_number(each.get("pid")) for each in root), default=1)
    for pid, (name, text) in enumerate(values.items(), start=last + 1):
        _add_custom(root, pid, name, text)
    part._blob = as_part(root)  # noqa: SLF001 - python-docx knows no custom properties: to it they are bytes


def _add_custom(root: Element, number: int, name: str, text: str) -> None:
    made = etree.SubElement(
        root, f"{{{_CUSTOM}}}property", {"fmtid": _FORMAT, "pid": str(number), "name": name}
    )
    etree.SubElement(made, f"{{{_VARIANT}}}lpwstr").text = text


def _put_company(document: Document, organisation: str) -> None:
    for each in document.part.package.rels.values():
        if each.reltype != RELATIONSHIP_TYPE.EXTENDED_PROPERTIES or each.is_external:
            continue
        root = parsed(each.target_part.blob)
        company = root.find(f"{{{_EXTENDED}}}Company")
        if company is not None:
            company.text = organisation
            each.target_part._blob = as_part(root)  # noqa: SLF001 - likewise bytes to python-docx
