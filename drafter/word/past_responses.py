"""A past response in Word, taken apart.

Its paragraphs with the heading above each, links and footnotes kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from drafter.archives import Archive, opened_archive
from drafter.domain.errors import BadInput
from drafter.domain.richtext import BlockStyle, Footnote, Inline, Paragraph, Run, normal_paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedParagraph:
    """One paragraph and the heading that it stands under (empty before the first)."""

    heading: str
    paragraph: Paragraph


def headed_paragraphs(path: Path) -> tuple[HeadedParagraph, ...]:
    """Every paragraph with words, in order. Raises BadInput where it is not a Word file."""
    with opened_archive(path) as archive:
        if "word/document.xml" not in archive:
            raise BadInput(f"“{path.name}” is not a Word file. Choose a .docx file.")
        parts = _Parts(
            headings=_headings(archive),
            links=_links(archive, "word/_rels/document.xml.rels"),
            notes=_notes(archive),
        )
        body = _parsed(archive.read("word/document.xml"))
    return tuple(_headed(body, parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What the body refers to.

    Style ids of headings and titles, addresses, and texts of notes by their ids.
    """

    headings: frozenset[str]
    links: dict[str, str]
    notes: dict[str, str]


def _headed(body: etree._Element, parts: _Parts) -> Iterator[HeadedParagraph]:
    heading = ""
    for element in body.iter(f"{_W}p"):
        properties = element.find(f"{_W}pPr")
        style = _value(properties, "pStyle")
        made = normal_paragraph(Paragraph(inlines=tuple(_inlines(element, parts)), style=_style(properties)))
        if made.is_empty:
            continue
        if style in parts.headings:
            heading = made.plain
        else:
            yield HeadedParagraph(heading=heading, paragraph=made)


def _style(properties: etree._Element | None) -> BlockStyle:
    """Lists come in as bullets: which kind each is only the numbering part knows, and she can change it."""
    return (
        BlockStyle.PARAGRAPH
        if properties is None or properties.find(f"{_W}numPr") is None
        else BlockStyle.BULLET
    )


def _inlines(paragraph: etree._Element, parts: _Parts) -> Iterator[Inline]:
    for run in paragraph.iter(f"{_W}r"):
        if any(each.tag == f"{_W}del" for each in run.iterancestors(f"{_W}del", f"{_W}p")):
            continue  # a tracked deletion is no longer said
        yield from _run(run, _link(run, parts), parts)


def _run(run: etree._Element, link: str, parts: _Parts) -> Iterator[Inline]:
    properties = run.find(f"{_W}rPr")
    bold, italic = _on(properties, "b", "Strong"), _on(properties, "i", "Emphasis")
    for child in run:
        if child.tag == f"{_W}t":
            yield Run(text=child.text or "", bold=bold, italic=italic, link=link)
        elif child.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            yield Run(text=" ", bold=bold, italic=italic, link=link)
        elif child.tag in {f"{_W}footnoteReference", f"{_W}endnoteReference"}:
            kind = "endnotes" if "endnote" in child.tag else "footnotes"
            if words := parts.notes.get(f"{kind} {child.get(f'{_W}id')}"):
                yield Footnote(text=words)


def _link(run: etree._Element, parts: _Parts) -> str:
    parent = run.getparent()
    if parent is None or parent.tag != f"{_W}hyperlink":
        return ""
    return parts.links.get(parent.get(f"{_R}id") or "", "")


def _on(properties: etree._Element | None, name: str, style: str) -> bool:
    if properties is None:
        return False
    switch = properties.find(f"{_W}{name}")
    if switch is not None:
        return switch.get(f"{_W}val") not in {"0", "false", "off"}
    return _value(properties, "rStyle") == style


def _value(properties: etree._Element | None, name: str) -> str:
    found = properties.find(f"{_W}{name}") if properties is not None else None
    return (found.get(f"{_W}val") or "") if found is not None else ""


def _headings(archive: Archive) -> frozenset[str]:
    """Ids of the styles whose built-in name is a heading or the title; the ids themselves are localised."""
    if "word/styles.xml" not in archive:
        return frozenset()
    found = set()
    for style in _parsed(archive.read("word/styles.xml")).iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        said = (name.get(f"{_W}val") or "").casefold() if name is not None else ""
        if said.startswith("heading ") or said in {"title", "subtitle"}:
            found.add(style.get(f"{_W}styleId") or "")
    return frozenset(found)


def _links(archive: Archive, name: str) -> dict[str, str]:
    if name not in archive:
        return {}
    relations = _parsed(archive.read(name)).iter(_RELATION)
    return {
        each.get("Id") or "": each.get("Target") or ""
        for each in relations
        if (each.get("Type") or "").endswith("/hyperlink")
    }


def _notes(archive: Archive) -> dict[str, str]:
    found = {}
    for kind in ("footnotes", "endnotes"):
        if f"word/{kind}.xml" in archive:
            for note in _parsed(archive.read(f"word/{kind}.xml")):
                words = "".join(each.text or "" for each in note.iter(f"{_W}t"))
                found[f"{kind} {note.get(f'{_W}id')}"] = words.strip()
    return found


def _parsed(content: bytes) -> etree._Element:
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise BadInput("This Word file is damaged. Ask for it again, or save it anew in Word.") from error
