"""A past response in Word, taken apart.

Its paragraphs with the heading above each, links and footnotes kept; tracked changes count as accepted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from lxml import etree

from drafter.archives import Archive, opened_archive
from drafter.domain.errors import BadInput
from drafter.domain.richtext import BlockStyle, Footnote, Inline, Paragraph, Run, normal_paragraph
from drafter.word.past_dates import dated
from drafter.word.past_styles import PastStyles, W, value

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = (f"{W}del", f"{W}moveFrom")
_ADDRESS = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_LETTERS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011"}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedParagraph:
    """One paragraph and the heading that it stands under (empty before the first)."""

    heading: str
    paragraph: Paragraph
    is_quoted: bool = False
    """It stands in a style for quotations: somebody else’s words, most likely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastResponse:
    """One file: its title where it has one, the day that it is of, and its paragraphs in order."""

    title: str = ""
    dated: date | None = None
    paragraphs: tuple[HeadedParagraph, ...] = ()


def headed_paragraphs(path: Path) -> tuple[HeadedParagraph, ...]:
    """Every paragraph with words, in order. Raises BadInput where it is not a Word file."""
    return read_past_response(path).paragraphs


def read_past_response(path: Path) -> PastResponse:
    """Raises BadInput where it is not a Word file."""
    with opened_archive(path) as archive:
        if "word/document.xml" not in archive:
            raise BadInput(f"“{path.name}” is not a Word file. Choose a .docx file.")
        parts = _Parts(
            styles=PastStyles.of(_part(archive, "word/styles.xml"), _part(archive, "word/numbering.xml")),
            links=_links(archive, "document"),
            notes=_notes(archive),
        )
        properties = _part(archive, "docProps/core.xml")
        lines = list(_lines(_parsed(archive.read("word/document.xml")), parts))
    return PastResponse(
        title=next((each.paragraph.plain for each in lines if parts.styles.is_title(each.style)), ""),
        dated=dated((each.paragraph.plain for each in lines), properties),
        paragraphs=tuple(_headed(lines, parts.styles)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What the body refers to: styles, addresses, and texts of notes by their ids."""

    styles: PastStyles
    links: dict[str, str]
    notes: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph with words, and the id of its style."""

    style: str
    paragraph: Paragraph


def _headed(lines: list[_Line], styles: PastStyles) -> Iterator[HeadedParagraph]:
    heading = ""
    for each in lines:
        if styles.is_heading(each.style):
            heading = each.paragraph.plain
        elif not styles.is_title(each.style):
            yield HeadedParagraph(
                heading=heading, paragraph=each.paragraph, is_quoted=styles.is_quote(each.style)
            )


def _lines(body: etree._Element, parts: _Parts) -> Iterator[_Line]:
    waiting: list[Inline] = []
    last = ""
    for element in body.iter(f"{W}p"):
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue  # the same words again, for word processors of long ago
        properties = element.find(f"{W}pPr")
        waiting += _inlines(element, parts)
        if _is_joined(properties):
            continue
        place = parts.styles.list_place(properties)
        made = Paragraph(inlines=tuple(waiting))
        waiting = []
        if place is not None:
            made = replace(made, style=place.style, level=place.level, restart=place.list != last)
            last = place.list
        made, style = normal_paragraph(made), value(properties, "pStyle")
        if not made.is_empty and not parts.styles.is_contents(style):
            yield _Line(style=style, paragraph=_plain_heading(made, parts.styles, style))


def _plain_heading(made: Paragraph, styles: PastStyles, style: str) -> Paragraph:
    """A numbered heading is no item of a list."""
    is_heading = made.style.is_list and styles.is_heading(style)
    return replace(made, style=BlockStyle.PARAGRAPH, level=0, restart=False) if is_heading else made


def _is_joined(properties: etree._Element | None) -> bool:
    """Its end is a tracked deletion: the next paragraph goes on with it."""
    look = properties.find(f"{W}rPr") if properties is not None else None
    return look is not None and any(look.find(each) is not None for each in _DELETED)


@dataclass(slots=True)
class _Fields:
    """Which fields the runs of a paragraph are in: a link may be written as one."""

    instructions: list[str] = field(default_factory=list)
    are_results: list[bool] = field(default_factory=list)

    @property
    def link(self) -> str:
        found = (_ADDRESS.match(each) for each in reversed(self.instructions))
        return next((each[1] for each in found if each is not None), "")

    def take(self, child: etree._Element) -> None:
        if child.tag == f"{W}instrText" and self.instructions:
            self.instructions[-1] += child.text or ""
        match child.get(f"{W}fldCharType") if child.tag == f"{W}fldChar" else None:
            case "begin":
                self.instructions.append("")
                self.are_results.append(False)
            case "separate" if self.are_results:
                self.are_results[-1] = True
            case "end" if self.are_results:
                self.instructions.pop()
                self.are_results.pop()


def _inlines(paragraph: etree._Element, parts: _Parts) -> Iterator[Inline]:
    fields = _Fields()
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p")) is not paragraph:
            continue  # of a text box, whose paragraphs come by themselves
        if any(each.tag in _DELETED for each in run.iterancestors(*_DELETED, f"{W}p")):
            continue  # a tracked deletion is no longer said
        yield from _run(run, parts, fields)


def _run(run: etree._Element, parts: _Parts, fields: _Fields) -> Iterator[Inline]:
    properties = run.find(f"{W}rPr")
    bold, italic = parts.styles.is_on(properties, "b"), parts.styles.is_on(properties, "i")
    for child in run:
        fields.take(child)
        if child.tag == f"{W}t" or child.tag in _LETTERS:
            text = _LETTERS.get(child.tag, child.text or "")
            yield Run(text=text, bold=bold, italic=italic, link=_link(run, parts) or fields.link)
        elif child.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            kind = "endnotes" if "endnote" in child.tag else "footnotes"
            if words := parts.notes.get(f"{kind} {child.get(f'{W}id')}"):
                yield Footnote(text=words)


def _link(run: etree._Element, parts: _Parts) -> str:
    parent = next(run.iterancestors(f"{W}hyperlink", f"{W}fldSimple"), None)
    if parent is None:
        return ""
    written = _ADDRESS.match(parent.get(f"{W}instr") or "")
    return written[1] if written is not None else parts.links.get(parent.get(f"{_R}id") or "", "")


def _links(archive: Archive, part: str) -> dict[str, str]:
    root = _part(archive, f"word/_rels/{part}.xml.rels")
    relations = root.iter(_RELATION) if root is not None else ()
    return {
        each.get("Id") or "": each.get("Target") or ""
        for each in relations
        if (each.get("Type") or "").endswith("/hyperlink")
    }


def _notes(archive: Archive) -> dict[str, str]:
    found = {}
    for kind in ("footnotes", "endnotes"):
        root = _part(archive, f"word/{kind}.xml")
        links = _links(archive, kind) if root is not None else {}
        for note in root if root is not None else ():
            found[f"{kind} {note.get(f'{W}id')}"] = _note(note, links)
    return found


def _note(note: etree._Element, links: dict[str, str]) -> str:
    """Its words, and behind them each address that they lead to and do not name."""
    pieces = []
    for paragraph in note.iter(f"{W}p"):
        kept = (each for each in paragraph.iter(f"{W}t") if next(each.iterancestors(*_DELETED), None) is None)
        pieces.append("".join(each.text or "" for each in kept).strip())
    words = " ".join(filter(None, pieces))
    named = (links.get(each.get(f"{_R}id") or "", "") for each in note.iter(f"{W}hyperlink"))
    hidden = dict.fromkeys(each for each in named if each and each not in words)
    return ", ".join(filter(None, (words, *hidden)))


def _part(archive: Archive, name: str) -> etree._Element | None:
    return _parsed(archive.read(name)) if name in archive else None


def _parsed(content: bytes) -> etree._Element:
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise BadInput("This Word file is damaged. Ask for it again, or save it anew in Word.") from error
