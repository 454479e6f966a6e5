"""Word files to lines: paragraphs with computed numbers, tables, text boxes; no notes, no deleted text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from drafter.domain.progress import Progress
from drafter.reports.characters import tidy
from drafter.reports.docx_numbering import Numbering
from drafter.reports.docx_parts import W, word_parts
from drafter.reports.docx_styles import Style, Styles, half_points, switch, value
from drafter.reports.lines import Document, Line
from drafter.reports.pdf_order import rows_joined

_PITCH, _INDENT, _COLUMN = 12.0, 24.0, 1000.0
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNREAD = (
    "del moveFrom delText instrText pPr rPr sdtPr sdtEndPr object drawing pict annotationRef "
    "footnoteReference endnoteReference commentReference"
)
_DROPPED = {f"{W}{name}" for name in _UNREAD.split()} | {f"{_MC}AlternateContent"}
_CODE = re.compile(r"[0-9A-Fa-f]{4}")
_SPACES = {f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab"}


def read_docx(path: Path, *, progress: Progress) -> Document:
    """The file as lines. Raises NotAReport, Encrypted or TooLarge."""
    parts = word_parts(path)
    walk = _Walk(Styles.of(parts.styles), Numbering.of(parts.numbering))
    body = parts.document.find(f"{W}body")
    if body is not None:
        for count, element in enumerate(body):
            if count % 200 == 0:
                progress(count, len(body))
            walk.block(element)
    return Document(lines=tuple(rows_joined(walk.lines)), title=tidy(parts.title), marked=True)


@dataclass(slots=True)
class _Walk:
    styles: Styles
    numbering: Numbering
    lines: list[Line] = field(default_factory=list)
    row: float | None = None
    column: int = 0
    box: int = 0
    boxes: int = 0

    def block(self, element: etree._Element) -> None:
        """Anything that holds whole paragraphs."""
        tag = element.tag
        if tag == f"{W}p":
            self._paragraph(element)
        elif tag == f"{W}tbl":
            self._table(element)
        elif tag == f"{W}sdt":
            if not _is_contents(element):
                self._blocks(element.find(f"{W}sdtContent"))
        elif tag in {f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"}:
            self._blocks(element)

    def _blocks(self, parent: etree._Element | None) -> None:
        for element in () if parent is None else parent:
            self.block(element)

    def _table(self, table: etree._Element) -> None:
        outer = self.row, self.column
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table:
                continue
            self.row = (len(self.lines) + 1) * _PITCH
            cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
            for self.column, cell in enumerate(cells):
                (self._boxed if len(cells) == 1 else self._blocks)(cell)
        self.row, self.column = outer

    def _boxed(self, parent: etree._Element) -> None:
        """What stands in a frame of its own."""
        outer, self.boxes = self.box, self.boxes + 1
        self.box = self.boxes
        self._blocks(parent)
        self.box = outer

    def _paragraph(self, paragraph: etree._Element) -> None:
        settings = paragraph.find(f"{W}pPr")
        style = self.styles.get(value(paragraph, "pPr", "pStyle"))
        runs = list(self._runs(paragraph, style))
        text = tidy("".join(said for said, _ in runs))
        if not style.name.startswith(("toc ", "table of figures", "footnote", "endnote")):
            instance, level = _numbered(settings, style)
            label = self.numbering.next_label(instance, level) if instance not in {"", "0"} else ""
            if text:
                self._add(text, runs, style, label=label, level=level + 1 if label else 0, settings=settings)
            elif label.strip("•") and self.row is not None:
                # A cell for the number alone: Word prints it, so it counts, and the text is in the next.
                self._add(label, [(label, style)], style, label="", level=0, settings=settings)
        for box in _boxes(paragraph):
            self._boxed(box)

    def _add(
        self,
        text: str,
        runs: list[tuple[str, Style]],
        style: Style,
        *,
        label: str,
        level: int,
        settings: etree._Element | None,
    ) -> None:
        top = (len(self.lines) + 1) * _PITCH
        left = level * _INDENT
        if self.row is not None:
            again = (
                bool(self.lines)
                and self.lines[-1].top >= self.row
                and self.lines[-1].left == self.column * _COLUMN
            )
            left, top = self.column * _COLUMN, top if again else self.row
        weight = sum(len(said) for said, _ in runs)
        outline = value(settings, "outlineLvl") if settings is not None else None
        self.lines.append(
            Line(
                text=text,
                left=left,
                right=left + _COLUMN / 2,
                top=top,
                bottom=top + 0.9 * _PITCH,
                size=_size(runs) or 11.0,
                bold=sum(len(said) for said, look in runs if look.bold) * 2 > weight,
                italic=sum(len(said) for said, look in runs if look.italic) * 2 > weight,
                bold_start=next(look.bold for said, look in runs if said.strip()),
                label=label,
                level=level,
                heading=int(outline) + 1 if outline and outline in "012345678" else style.heading,
                opens=True,
                box=self.box,
            )
        )

    def _runs(self, element: etree._Element, style: Style) -> Iterator[tuple[str, Style]]:
        """The text below an element, with its look; text boxes are read apart."""
        for child in element:
            if child.tag == f"{W}r":
                look = self._look(child, style)
                if look is not None:
                    yield from ((said, look) for said in _said(child))
            elif child.tag not in _DROPPED:
                yield from self._runs(child, style)

    def _look(self, run: etree._Element, style: Style) -> Style | None:
        """The run's look; None where it is hidden or a raised number."""
        own = run.find(f"{W}rPr")
        if own is None:
            return style
        if switch(own, "vanish", otherwise=False):
            return None
        if value(own, "vertAlign") == "superscript" and tidy("".join(_said(run))).isdigit():
            return None
        key = value(own, "rStyle")
        character = self.styles.get(key) if key in self.styles.elements else Style()
        return Style(
            bold=switch(own, "b", style.bold or character.bold),
            italic=switch(own, "i", style.italic or character.italic),
            size=half_points(own, character.size or style.size),
        )


def _said(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SPACES:
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag == f"{W}sym":
            code = child.get(f"{W}char") or ""
            yield chr(int(code, 16)) if _CODE.fullmatch(code) else ""


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Text boxes anchored in the paragraph, each in one of the forms in which Word writes it."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if next(box.iterancestors(f"{W}p")) is not paragraph:
            continue
        fallback = next(box.iterancestors(f"{_MC}Fallback"), None)
        whole = None if fallback is None else fallback.getparent()
        if whole is None or whole.find(f"{_MC}Choice//{W}txbxContent") is None:
            yield box


def _numbered(settings: etree._Element | None, style: Style) -> tuple[str, int]:
    """The numbering instance and level: the paragraph's own words before its style's."""
    instance, level = style.number, style.level or 0
    own = None if settings is None else settings.find(f"{W}numPr")
    if own is not None:
        instance = value(own, "numId") or instance
        given = value(own, "ilvl")
        level = int(given) if given and given.isdigit() else level
    return instance, level


def _is_contents(element: etree._Element) -> bool:
    """A contents table that Word made."""
    gallery = value(element, "sdtPr", "docPartObj", "docPartGallery") or ""
    return gallery.lower() in {"table of contents", "bibliographies"}


def _size(runs: list[tuple[str, Style]]) -> float:
    return max((len(said), look.size) for said, look in runs)[1]
