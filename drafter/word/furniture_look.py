"""What stands in a template's header and footer, as lines of words and pictures for the preview."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart

from drafter.word.elements import R_ID, R_URI, Element, as_number, is_on, value, w
from drafter.word.styles import Styles

_EMU: Final = 12_700
"""So many of a drawing's units make a point."""
_BLIP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EXTENT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMBED: Final = f"{{{R_URI}}}embed"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LARGEST: Final = 4_000_000

PAGE, PAGES, TITLE, ORGANISATION, AUTHOR = "\x01", "\x02", "\x03", "\x04", "\x05"
"""Where the page's number, how many pages there are, the headline and who writes stand."""

_FIELDS: Final = {
    "PAGE": PAGE,
    "NUMPAGES": PAGES,
    "TITLE": TITLE,
    "STYLEREF TITLE": TITLE,
    "DOCPROPERTY TITLE": TITLE,
    "DOCPROPERTY COMPANY": ORGANISATION,
    "DOCPROPERTY AUTHOR": AUTHOR,
    "AUTHOR": AUTHOR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture's bytes and its size on the page in points."""

    data: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureLine:
    """One paragraph of a header or footer."""

    text: str = ""
    pictures: tuple[Picture, ...] = ()
    align: str = "left"
    size: float = 10
    is_bold: bool = False
    colour: str = ""
    """Six hex digits; an empty one is black."""


def furniture_lines(
    document: Document, styles: Styles, section: Element, kind: str, page: str = "default"
) -> tuple[FurnitureLine, ...]:
    """The lines of the section's header or footer: the usual one, or that of its "first" page."""
    part = _part(document, section, kind, page)
    if part is None:
        return ()
    lines = (_line(each, part, styles) for each in part.element.iter(w("p")) if not _is_said_twice(each))
    return tuple(each for each in lines if each.text.strip() or each.pictures)


def _part(document: Document, section: Element, kind: str, page: str) -> XmlPart | None:
    named = {each.get(w("type"), "default"): each for each in section.findall(w(f"{kind}Reference"))}
    wanted = named.get(page)
    relation = document.part.rels.get(wanted.get(R_ID) or "") if wanted is not None else None
    expected = RELATIONSHIP_TYPE.HEADER if kind == "header" else RELATIONSHIP_TYPE.FOOTER
    if relation is None or relation.is_external or relation.reltype != expected:
        return None
    part = relation.target_part
    return part if isinstance(part, XmlPart) else None


def _line(paragraph: Element, part: Part, styles: Styles) -> FurnitureLine:
    style = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}")) or styles.default
    colour = value(_said(paragraph, styles, style, "color")) or ""
    return FurnitureLine(
        text="".join(_words(paragraph)),
        pictures=tuple(_pictures(paragraph, part)),
        align=value(paragraph.find(f"{w('pPr')}/{w('jc')}"))
        or value(styles.found(style, "pPr", "jc"))
        or "left",
        size=(as_number(value(_said(paragraph, styles, style, "sz"))) or styles.body_half_points) / 2,
        is_bold=is_on(_said(paragraph, styles, style, "b")),
        colour="" if colour == "auto" else colour,
    )


def _said(paragraph: Element, styles: Styles, style: str, name: str) -> Element | None:
    """A property of the paragraph's first words: by hand, by their own style, or by the paragraph's."""
    run = next((each for each in paragraph.iter(w("r")) if each.find(w("t")) is not None), None)
    properties = run.find(w("rPr")) if run is not None else None
    if properties is not None:
        by_hand = properties.find(w(name))
        own = value(properties.find(w("rStyle")))
        found = styles.found(own, "rPr", name) if by_hand is None and own else by_hand
        if found is not None:
            return found
    return styles.found(style, "rPr", name)


def _is_said_twice(element: Element) -> bool:
    """In the part of a drawing that is kept for programs of before 2010."""
    return next(element.iterancestors(_FALLBACK), None) is not None


def _words(paragraph: Element) -> Iterator[str]:
    """The words, with a mark for what is counted anew on every page and for the headline."""
    shown = True
    for each in _pieces(paragraph):
        if each.tag == w("t"):
            simple = next(each.iterancestors(w("fldSimple")), None)
            if shown and (simple is None or not _field(simple.get(w("instr")))):
                yield each.text or ""
        elif each.tag == w("tab"):
            if next(each.iterancestors(w("tabs")), None) is None:
                yield "\t"
        elif each.tag == w("fldChar"):
            shown = shown or each.get(w("fldCharType")) == "end"
        elif mark := _field(each.text if each.tag == w("instrText") else each.get(w("instr"))):
            yield mark
            shown = each.tag == w("fldSimple")


def _pieces(paragraph: Element) -> Iterator[Element]:
    """What its words are made of; what stands in a box within it belongs to the box's own paragraphs."""
    for each in paragraph.iter(w("t"), w("tab"), w("instrText"), w("fldSimple"), w("fldChar")):
        if next(each.iterancestors(w("p")), None) is paragraph:
            yield each


def _field(instruction: str | None) -> str:
    said = (instruction or "").partition("\\")[0].replace('"', " ").upper().split()
    return _FIELDS.get(" ".join(said), "")


def _pictures(paragraph: Element, part: Part) -> Iterator[Picture]:
    for blip in paragraph.iter(_BLIP):
        relation = part.rels.get(blip.get(_EMBED) or "")
        extents = (box.find(_EXTENT) for box in blip.iterancestors())
        extent = next((each for each in extents if each is not None), None)
        if relation is None or relation.is_external or extent is None:
            continue
        data = relation.target_part.blob
        if len(data) <= _LARGEST:
            width, height = (as_number(extent.get(each)) / _EMU for each in ("cx", "cy"))
            yield Picture(data=data, width=width, height=height)
