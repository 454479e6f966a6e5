"""A section of its own for a wide table, its pages turned on their side: header and footer are kept."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final

from docx.document import Document

from drafter.domain.composing import HEADINGS, Block, BlockRole, Table
from drafter.word.elements import PARAGRAPH_ORDER, Element, as_number, drop, fragment, put_in_order, w
from drafter.word.paging import columns_of
from drafter.word.placing import marker_of, section_for_text

HEAD: Final = {BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.BYLINE}
"""The title block."""

_AT_THE_BEGINNING: Final = ("type", "titlePg")
"""What a section says about its first page, which those that go on from it do not say again."""


def wide_ranges(items: Sequence[Block | Table], *, every: bool = False) -> Iterator[range]:
    """The places of wide tables, or of every one, each with the line and the headings that lead to it.

    The title block goes along where nothing else stands before: a page with nothing but a title looks lost.
    """
    for number, each in enumerate(items):
        if not isinstance(each, Table) or not (each.is_wide or every):
            continue
        start = number - 1 if number and _is_lead(items[number - 1]) else number
        while start and _is_heading(items[start - 1]):
            start -= 1
        has_only_head = all(isinstance(one, Block) and one.role in HEAD for one in items[:start])
        yield range(0 if has_only_head else start, number + 1)


def _is_lead(item: Block | Table) -> bool:
    """A line that the form made: no words of hers."""
    return isinstance(item, Block) and item.role is BlockRole.BODY and item.passage is None


def _is_heading(item: Block | Table) -> bool:
    return isinstance(item, Block) and item.role in HEADINGS


def section_of_text(body: Element) -> Element:
    """The section that the text will stand in: that of the marker bookmark, else the last."""
    last = section_for_text(body)
    marker = marker_of(body)
    if marker is None:
        return last
    block = marker
    while (parent := block.getparent()) is not None and parent is not body:
        block = parent
    return next(filter(_is_section, _behind(block)), last)


def may_turn(body: Element) -> bool:
    """Whether the template allows it: the text stands between paragraphs, on upright pages of one column."""
    section = section_of_text(body)
    size = section.find(w("pgSz"))
    is_upright = size is not None and as_number(size.get(w("w"))) < as_number(size.get(w("h")))
    return is_upright and may_part(body) and columns_of(section) == 1


def may_part(body: Element) -> bool:
    """Whether a table can have a section of its own: the text is in no cell and no content control."""
    marker = marker_of(body)
    if marker is None:
        return True
    return next(marker.iterancestors(w("p")), marker).getparent() is body


def turned(section: Element) -> Element:
    """The section of a wide table: its pages on their side, or out of columns where there are several.

    Margins stay, so that the header has its room.
    """
    wide = deepcopy(section)
    if columns_of(section) > 1:
        for each in wide.findall(w("cols")):
            wide.remove(each)
        return wide
    size = wide.find(w("pgSz"))
    if size is not None:
        width, height = size.get(w("w")), size.get(w("h"))
        size.set(w("w"), height or "")
        size.set(w("h"), width or "")
        size.set(w("orient"), "landscape")
    return wide


def turn(document: Document, placed: Sequence[Element]) -> Element:
    """Give these neighbours, of which the last is a table, a turned section of their own; the section."""
    body = document.element.body
    first, last = placed[0], placed[-1]
    section = next(filter(_is_section, _behind(last)), None)
    if section is None:
        section = section_for_text(body)
    wide = turned(section)
    before = first.getprevious()
    goes_on = before is not None and not _ends_section(before)
    if goes_on and before is not None:
        _close(before, deepcopy(section))
        _strip(wide)
    if _closes_at_once(last, section):
        section.addprevious(wide)
        drop(section)
        if wide.getparent() is body:
            last.addnext(fragment("<w:p/>"))  # a document ends in a paragraph, never in a table
    else:
        _close(last, wide)
        _strip(section)
    return wide


def _closes_at_once(last: Element, section: Element) -> bool:
    """Nothing more stands in this section but the paragraph, if any, that closes it."""
    following = last.getnext()
    if following is section:
        return True
    return following is not None and _ends_section(following) and not list(following.iter(w("r")))


def _close(block: Element, section: Element) -> None:
    """End a section with this block: in the paragraph itself, or behind a table in an empty one."""
    if block.tag != w("p"):
        ending = fragment("<w:p><w:pPr/></w:p>")
        block.addnext(ending)
        block = ending
    properties = block.find(w("pPr"))
    if properties is None:
        properties = fragment("<w:pPr/>")
        block.insert(0, properties)
    put_in_order(properties, section, PARAGRAPH_ORDER)


def _strip(section: Element) -> None:
    """Nothing is said of a first page, and page numbers go on."""
    for name in _AT_THE_BEGINNING:
        for each in section.findall(w(name)):
            section.remove(each)
    for each in section.findall(w("pgNumType")):
        each.attrib.pop(w("start"), "")


def _behind(block: Element) -> Iterator[Element]:
    """Sections that end at this block or behind it, and everything between."""
    for each in (block, *block.itersiblings()):
        found = each.find(f"{w('pPr')}/{w('sectPr')}")
        yield each if found is None else found


def _is_section(element: Element) -> bool:
    return element.tag == w("sectPr")


def _ends_section(block: Element) -> bool:
    return block.find(f"{w('pPr')}/{w('sectPr')}") is not None
