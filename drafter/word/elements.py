"""Making WordprocessingML elements: names, children in the schema's order, whole parts as bytes."""

import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from lxml import etree
from lxml.etree import _Element

from drafter.domain.richtext import clean_characters

Element: TypeAlias = _Element

W_URI: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_URI: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
R_ID: Final = f"{{{R_URI}}}id"

_BLANK: Final = " \t\r\n"
_KEPT_SPACE: Final = ' xml:space="preserve"'
_CONTROLS: Final = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffc\ufffe\uffff"
_NOT_XML: Final = re.compile(f"[{_CONTROLS}]")
_MARKED: Final = re.compile(f'[&<>"{_CONTROLS}]')
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def w(name: str) -> str:
    """The name in WordprocessingML's namespace, as lxml writes it."""
    return f"{{{W_URI}}}{name}"


VAL: Final = w("val")

PARAGRAPH_ORDER: Final = tuple(
    map(
        w,
        (
            *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
            *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
            *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
            *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc"),
            *("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr"),
            *("sectPr", "pPrChange"),
        ),
    )
)
"""The order of a paragraph's properties; Word calls a file damaged that has another."""


def parsed(xml: bytes | str) -> Element:
    """The root of a part; entities and DTDs are never followed."""
    return etree.fromstring(xml.encode() if isinstance(xml, str) else xml, _PARSER)


def fragments(xml: str) -> list[Element]:
    """Elements written as `<w:…>` text of our own. Ten times as quick as making them one by one."""
    return list(parsed(f'<x xmlns:w="{W_URI}" xmlns:r="{R_URI}">{xml}</x>'))


def fragment(xml: str) -> Element:
    """One element, likewise."""
    return fragments(xml)[0]


def text_run(text: str, looks: str = "") -> str:
    """A run of words with its properties, as text; white space that would be lost is marked."""
    words = escaped(text)
    kept = _KEPT_SPACE if words[:1] in _BLANK or words[-1:] in _BLANK or "  " in words else ""
    return f"<w:r>{looks}<w:t{kept}>{words}</w:t></w:r>"


def character_look(style_id: str) -> str:
    """The properties of a run in a character style, as text."""
    return f'<w:rPr><w:rStyle w:val="{escaped(style_id)}"/></w:rPr>'


def as_part(root: Element) -> bytes:
    """The bytes of a part, as they stand in the package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def value(element: Element | None) -> str | None:
    """An element's `w:val`."""
    return None if element is None else element.get(VAL)


def as_number(said: str | None) -> int:
    """A number as attributes hold it; what is none counts as nought."""
    try:
        return round(float(said or 0))
    except (ValueError, OverflowError):
        return 0


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `w:keepNext` is there and not turned off."""
    return element is not None and (value(element) or "true").lower() not in {"0", "false", "off"}


def escaped(text: str) -> str:
    """Clean text as it stands between tags or in an attribute."""
    if not _MARKED.search(text):
        return text
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def clean(text: str) -> str:
    """Text that XML can hold. Rich text is clean already; a label from a report may not be."""
    return clean_characters(text) if _NOT_XML.search(text) else text


def put_in_order(parent: Element, child: Element, order: Iterable[str]) -> Element:
    """Put the child where the schema's order wants it, in place of one of its own name."""
    names = list(order)
    for old in parent.findall(child.tag):
        parent.remove(old)
    before = set(names[: names.index(child.tag)])
    place = 0
    for number, each in enumerate(parent, start=1):
        if each.tag in before:
            place = number
    parent.insert(place, child)
    return child


def drop(element: Element) -> None:
    """Take an element out of its parent, if it has one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def add_after(parent: Element, child: Element, tags: Iterable[str]) -> Element:
    """Put the child behind the last of these tags, or first where there is none."""
    wanted = set(tags)
    place = max((number for number, each in enumerate(parent, start=1) if each.tag in wanted), default=0)
    parent.insert(place, child)
    return child
