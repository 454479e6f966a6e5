"""Where in a template the text goes: at its marker bookmark, else behind all that it holds."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final

from docx.document import Document
from lxml import etree

from drafter.word.elements import Element, drop, fragment, w

MARKERS: Final = ("drafter", "response")
"""Names of a bookmark that says "the text goes here", in small letters; the first one found counts."""

_A4: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
_HERE: Final = "here"
_UNSEEN: Final = frozenset(map(w, ("pPr", "r", "bookmarkStart", "bookmarkEnd", "proofErr")))
_UNSEEN_IN_RUNS: Final = frozenset(map(w, ("t", "lastRenderedPageBreak")))
_SEEN: Final = frozenset(
    map(
        w, ("t", "drawing", "pict", "object", "sym", "fldChar", "fldSimple", "br", "tab", "footnoteReference")
    )
)


def marker_of(body: Element) -> Element | None:
    """The start of the marker bookmark."""
    named = {(each.get(w("name")) or "").casefold(): each for each in body.iter(w("bookmarkStart"))}
    return next((named[each] for each in MARKERS if each in named), None)


def place(document: Document, elements: Sequence[Element]) -> None:
    """Put the paragraphs and tables into the document."""
    body = document.element.body
    section = section_for_text(body)
    marker = marker_of(body)
    if marker is None:
        behind = section
        last = section.getprevious()
        if last is not None and is_empty(last):  # where one would begin to type
            body.remove(last)
    else:
        behind = _cleared(body, marker)
    for each in elements:
        _put_before(behind, each)
    if behind.tag == _HERE:
        drop(behind)


def _put_before(place: Element, element: Element) -> None:
    """Rows go one by one: lxml takes a big element from one document to another in the square of its size."""
    rows = list(element) if element.tag == w("tbl") else []
    for each in rows:
        element.remove(each)
    place.addprevious(element)
    element.extend(rows)


def paragraphs_before_text(body: Element) -> Iterator[Element]:
    """The template's own paragraphs that stand before the text; floating boxes are left out."""
    marker = marker_of(body)
    stop = None if marker is None else _block_of(marker)
    for each in body.iter(w("p"), w("bookmarkStart")):
        if each is stop:
            return
        if (
            each.tag == w("p")
            and not is_empty(each)
            and next(each.iterancestors(w("txbxContent")), None) is None
        ):
            yield each


def _cleared(body: Element, marker: Element) -> Element:
    """A mark before which the text goes; the placeholder that the marker bookmark spans is gone."""
    end = next(
        (each for each in body.iter(w("bookmarkEnd")) if each.get(w("id")) == marker.get(w("id"))), None
    )
    first = _block_of(marker)
    last = _block_of(end) if end is not None else first
    spanned = [first]
    while spanned[-1] is not last and (following := spanned[-1].getnext()) is not None:
        spanned.append(following)
    if spanned[-1] is not last:  # it ends in another table cell or content control
        spanned = [first]
    here = etree.Element(_HERE)
    if _ends_section(first):
        first.addprevious(here)
    else:
        spanned[-1].addnext(here)
    for each in spanned:
        if each.tag != w("tbl") and not _ends_section(each) and not _has_other_words(each, marker, end):
            drop(each)
    return here


def _block_of(bookmark: Element) -> Element:
    """The paragraph that a bookmark's start or end stands in; itself where it stands between paragraphs."""
    return next(bookmark.iterancestors(w("p")), bookmark)


def _ends_section(block: Element) -> bool:
    return block.find(f"{w('pPr')}/{w('sectPr')}") is not None or block.tag == w("sectPr")


def _has_other_words(block: Element, start: Element, end: Element | None) -> bool:
    """Whether a paragraph shows anything outside the bookmark, which is to stay."""
    inside = start not in block.iter()
    for each in block.iter():
        if each is start:
            inside = True
        elif each is end:
            inside = False
        elif not inside and each.tag in _SEEN:
            return True
    return False


def section_for_text(body: Element) -> Element:
    """The section at the end of the body; made like the last one in it where there is none."""
    last = body[-1] if len(body) else None
    if last is not None and last.tag == w("sectPr"):
        return last
    within = list(body.iter(w("sectPr")))
    section = deepcopy(within[-1]) if within else fragment(_A4)
    for each in section.findall(w("type")):
        section.remove(each)
    body.append(section)
    return section


def is_empty(block: Element) -> bool:
    """A paragraph with nothing to see in it, that ends no section and cuts no bookmark in two."""
    if block.tag != w("p") or _ends_section(block):
        return False
    tags = [each.tag for each in block]
    pieces = [piece for run in block.iter(w("r")) for piece in run if piece.tag != w("rPr")]
    return (
        _UNSEEN.issuperset(tags)
        and tags.count(w("bookmarkStart")) == tags.count(w("bookmarkEnd"))
        and all(each.tag in _UNSEEN_IN_RUNS and not each.text for each in pieces)
    )
