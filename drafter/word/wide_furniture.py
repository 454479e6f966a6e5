"""Headers and footers of turned pages: copies whose right and middle tabs stand where the margins are now."""

from collections.abc import Iterator
from typing import Final

from docx.document import Document
from docx.opc.part import XmlPart

from drafter.word.elements import (
    PARAGRAPH_ORDER,
    R_ID,
    Element,
    as_number,
    as_part,
    escaped,
    fragment,
    put_in_order,
    value,
    w,
)
from drafter.word.parts import free_part_name
from drafter.word.styles import Styles

_NEAR: Final = 0.06
"""A tab so near (in shares of the width) to the margin or the middle is meant to stand there."""

_SHORT: Final = 12
"""LibreOffice rounds widths, and takes no tab that stands a hair outside the margin."""

_MEANT: Final = {"right": 1.0, "end": 1.0, "center": 0.5}


def widen_furniture(document: Document, styles: Styles, section: Element, before: int, after: int) -> None:
    """For a section whose text is so wide after it was turned, in twentieths of a point."""
    for reference in section.iter(w("headerReference"), w("footerReference")):
        part = document.part.related_parts.get(reference.get(R_ID, ""))
        if not isinstance(part, XmlPart) or not _moves(part.element, styles, before, after):
            continue
        name = "header" if reference.tag == w("headerReference") else "footer"
        copy = type(part).load(
            free_part_name(document, name), part.content_type, as_part(part.element), part.package
        )
        for relationship in part.rels.values():
            target = relationship.target_ref if relationship.is_external else relationship.target_part
            copy.load_rel(relationship.reltype, target, relationship.rId, relationship.is_external)
        for paragraph, tabs in _moves(copy.element, styles, before, after):
            _put(paragraph, tabs)
        kind = next(each.reltype for each in document.part.rels.values() if each.rId == reference.get(R_ID))
        reference.set(R_ID, document.part.relate_to(copy, kind))


def _moves(root: Element, styles: Styles, before: int, after: int) -> list[tuple[Element, str]]:
    """Paragraphs that need other tabs, with those."""
    found = []
    for paragraph in root.iter(w("p")):
        if paragraph.find(f"{w('r')}/{w('tab')}") is None:
            continue
        moved = "".join(_moved(paragraph, styles, before, after))
        if moved:
            found.append((paragraph, moved))
    return found


def _moved(paragraph: Element, styles: Styles, before: int, after: int) -> Iterator[str]:
    for position, tab in sorted(_tabs(paragraph, styles).items()):
        kind = tab.get(w("val"), "")
        share = _MEANT.get(kind)
        if share is None or abs(position / before - share) > _NEAR:
            continue
        said = tab.get(w("leader"), "none")
        leader = "" if said == "none" else f' w:leader="{escaped(said)}"'
        yield f'<w:tab w:val="clear" w:pos="{position}"/>'
        yield f'<w:tab w:val="{kind}"{leader} w:pos="{round(after * share) - _SHORT}"/>'


def _tabs(paragraph: Element, styles: Styles) -> dict[int, Element]:
    """The tabs that hold in a paragraph by position: its own, then those of its style."""
    own = paragraph.find(f"{w('pPr')}/{w('tabs')}")
    named = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}")) or styles.default
    groups = [*([own] if own is not None else []), *styles.properties(named, "pPr", "tabs")]
    found: dict[int, Element] = {}
    for group in groups:
        for tab in group.iter(w("tab")):
            found.setdefault(as_number(tab.get(w("pos"))), tab)
    return found


def _put(paragraph: Element, moved: str) -> None:
    """Tabs beside the paragraph's own, in the order of their places."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = fragment("<w:pPr/>")
        paragraph.insert(0, properties)
    added = fragment(f"<w:tabs>{moved}</w:tabs>")
    own = properties.find(w("tabs"))
    places = {as_number(each.get(w("pos"))) for each in added}
    kept = [each for each in own if as_number(each.get(w("pos"))) not in places] if own is not None else []
    tabs = sorted((*kept, *added), key=lambda each: as_number(each.get(w("pos"))))
    made = fragment("<w:tabs/>")
    made.extend(tabs)
    put_in_order(properties, made, PARAGRAPH_ORDER)
