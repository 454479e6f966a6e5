"""The parts of an open document beside its body: found by what they are, made where the template has none."""

from collections.abc import Iterator
from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart

from drafter.domain.errors import NotATemplate
from drafter.word.elements import W_URI, Element

_FURNITURE: Final = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}


def part_of(document: Document, relationship: str) -> Part | None:
    """The part that the document is related to in this way, if there is one."""
    for each in document.part.rels.values():
        if each.reltype == relationship and not each.is_external:
            part: Part = each.target_part
            return part
    return None


def styles_root(document: Document) -> Element:
    return _found_or_made(document, "styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES)


def settings_root(document: Document) -> Element:
    return _found_or_made(document, "settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS)


def numbering_root(document: Document) -> Element:
    return _found_or_made(document, "numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING)


def furniture_of(document: Document) -> Iterator[Element]:
    """The roots of the headers and footers."""
    for each in document.part.rels.values():
        if each.reltype in _FURNITURE and not each.is_external:
            yield _live(each.target_part)


def free_part_name(document: Document, name: str) -> PackURI:
    """`/word/name.xml`, or with a number where something else has that name."""
    taken = {str(each.partname) for each in document.part.package.iter_parts()}
    number, wanted = 1, f"/word/{name}.xml"
    while wanted in taken:
        number += 1
        wanted = f"/word/{name}{number}.xml"
    return PackURI(wanted)


def _found_or_made(document: Document, name: str, content_type: str, relationship: str) -> Element:
    """The part's root; an empty part of that kind is related to the document where there is none."""
    part = part_of(document, relationship)
    if part is None:
        empty = f'<w:{name} xmlns:w="{W_URI}"/>'.encode()
        part = XmlPart.load(free_part_name(document, name), content_type, empty, document.part.package)
        document.part.relate_to(part, relationship)
    return _live(part)


def _live(part: Part) -> Element:
    if not isinstance(part, XmlPart):
        raise NotATemplate(
            "This template is put together in a way that Word does not do. Open it in Word, save it anew, "
            "then choose the new file."
        )
    root: Element = part.element
    return root
