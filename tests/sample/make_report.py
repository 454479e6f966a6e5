"""Makes the sample report in Word and PDF: `python -m tests.sample.make_report`, with LibreOffice installed.

The contents list holds the page numbers of the PDF, so the report is laid out until they no longer move.
Then the recommendations and their pages are written into the sample response and the sample statement.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import pypdfium2
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.sample.report_styles import a_document, add_field, close_field, end_box, open_field
from tests.sample.report_text import PART, REPORT, SUBTITLE, TITLE, Block, blocks, recommendations

SAMPLE: Final = Path(__file__).resolve().parents[2] / "resources" / "sample"
FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
PARAGRAPH_STYLES: Final = {
    "heading 1": "Heading 1",
    "heading 2": "Heading 2",
    "text": "Normal",
    "bullet": "List Bullet",
    "numbered": "Numbered Text",
    "question": "Question",
}

CONTENTS_STYLES: Final = {"Heading 1": "toc 1", "Heading 2": "toc 2"}


class Typesetter:
    """Sets the report's paragraphs one after another, keeping count of headings and footnotes."""

    def __init__(self) -> None:
        self.document = a_document()
        self.notes: list[str] = []
        self.headings = 0

    def set(self, block: Block) -> None:
        if block.kind == "recommendation":
            self.set_boxed(block)
        elif block.kind == "list of recommendations":
            self.set_list()
        elif block.kind == "signature":
            self.set_signature(block.text.split("|"))
        else:
            paragraph = self.document.add_paragraph(style=PARAGRAPH_STYLES[block.kind])
            self.write(paragraph, f"{block.label}\t{block.text}" if block.label else block.text)
            if block.kind.startswith("heading"):
                self.bookmark(paragraph)

    def set_boxed(self, block: Block) -> None:
        self.document.add_paragraph(f"Recommendation {block.label}", style="Recommendation Label")
        for line in block.text.split("\n"):
            last = self.set_line(line, "Recommendation", "Recommendation Part")
        end_box(last)

    def set_list(self) -> None:
        chapter = ""
        for each in recommendations():
            if each.chapter != chapter:
                chapter = each.chapter
                self.set(Block(kind="heading 2", text=chapter))
            self.document.add_paragraph(f"Recommendation {each.label}", style="Listed Label")
            for line in each.lines:
                self.set_line(line, "Listed Text", "Listed Part").paragraph_format.keep_with_next = (
                    line != each.lines[-1]
                )

    def set_line(self, line: str, plain: str, part: str) -> Paragraph:
        match = PART.match(line)
        if match is None:
            return self.document.add_paragraph(line, style=plain)
        return self.document.add_paragraph(f"{match[1]}\t{match[2]}", style=part)

    def set_signature(self, lines: list[str]) -> None:
        for number, line in enumerate(lines):
            self.document.add_paragraph(style="Signed").add_run(line).bold = number == 0

    def write(self, paragraph: Paragraph, words: str) -> None:
        for piece in re.split(r"(\*\*.+?\*\*|\^\[.+?\])", words):
            if piece.startswith("**"):
                paragraph.add_run(piece.strip("*")).bold = True
            elif piece.startswith("^["):
                self.notes.append(piece[2:-1])
                paragraph.add_run()._r.append(_note_mark("footnoteReference", len(self.notes)))
                paragraph.runs[-1].font.superscript = True
            elif piece:
                paragraph.add_run(piece)

    def bookmark(self, paragraph: Paragraph) -> None:
        self.headings += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self.headings))
        start.set(qn("w:name"), _anchor(self.headings))
        paragraph._p.insert(1, start)
        paragraph._p.append(end)


def a_report(pages: Sequence[int]) -> Document:
    """The whole report as a Word document; `pages` says on which page each heading stands, in order."""
    setter = Typesetter()
    document = setter.document
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(SUBTITLE, style="Subtitle")
    for line in (f"Chair: {REPORT['author']}", "November 2026"):
        document.add_paragraph(line, style="Title Page")
    imprint = [block for block in blocks() if block.kind == "imprint"]
    for number, block in enumerate(imprint):
        form = document.add_paragraph(block.text, style="Imprint").paragraph_format
        if number == 0:
            form.page_break_before, form.space_before = True, Pt(540)
    document.add_paragraph("Contents", style="Contents Heading")
    for block in blocks():
        if block.kind != "imprint":
            setter.set(block)
    _add_contents(document, pages)
    _add_notes(document, setter.notes)
    return document


def recommendations_with_pages(report: Path) -> list[dict[str, object]]:
    """The recommendations as a response file holds them; the page is that of the print in the chapter."""
    with pypdfium2.PdfDocument(report) as pdf:
        lines = [page.get_textpage().get_text_range().splitlines() for page in pdf]
    return [
        {
            "label": each.label,
            "text": each.text,
            "heading": each.chapter,
            "kind": "recommendation",
            "page": next(
                number for number, page in enumerate(lines, start=1) if f"Recommendation {each.label}" in page
            ),
            **(
                {"parts": [{"label": label, "text": text} for label, text in each.parts]}
                if each.parts
                else {}
            ),
        }
        for each in recommendations()
    ]


def pages_of_headings(report: Path) -> tuple[int, ...]:
    """The page of each heading, in order, as the PDF's own bookmarks say."""
    with pypdfium2.PdfDocument(report) as pdf:
        places = [bookmark.get_dest() for bookmark in pdf.get_toc()]
        return tuple(place.get_index() + 1 for place in places if place is not None)


def write_report(folder: Path) -> None:
    """Make report.docx and report.pdf in the folder."""
    word, pdf = folder / "report.docx", folder / "report.pdf"
    pages: tuple[int, ...] = ()
    for _ in range(5):
        a_report(pages).save(str(word))
        _convert(word)
        before, pages = pages, pages_of_headings(pdf)
        if pages == before:
            return
    sys.exit("The page numbers of the contents list do not settle.")


def write_recommendations(file: Path, report: Path) -> None:
    """Put the report's recommendations, with their pages, into a sample response."""
    response = json.loads(file.read_text(encoding="utf-8"))
    response["report"] = {**REPORT, "recommendations": recommendations_with_pages(report)}
    file.write_text(json.dumps(response, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _add_contents(document: Document, pages: Sequence[int]) -> None:
    titles = [each for each in document.paragraphs if each.style and each.style.name in CONTENTS_STYLES]
    for number, title in enumerate(titles, start=1):
        level = title.style.name if title.style else None
        entry = titles[0].insert_paragraph_before(style=CONTENTS_STYLES[level or ""])
        if number == 1:
            open_field(entry, 'TOC \\o "1-2" \\h \\z \\u')
        page = str(pages[number - 1]) if len(pages) == len(titles) else "0"
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _anchor(number))
        opening = len(entry.runs)
        entry.add_run(f"{title.text}\t")
        add_field(entry, f"PAGEREF {_anchor(number)} \\h", page)
        link.extend(run._r for run in entry.runs[opening:])
        entry._p.append(link)
        if number == len(titles):
            close_field(entry)


def _add_notes(document: Document, notes: Sequence[str]) -> None:
    package = document.part.package
    root = etree.fromstring(
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    style = document.styles["footnote text"].style_id
    for number, words in enumerate(notes, start=1):
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r>'
            f'<w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
        )
        root.append(note)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note_mark(kind: str, number: int) -> etree._Element:
    mark = OxmlElement(f"w:{kind}")
    mark.set(qn("w:id"), str(number))
    return mark


def _anchor(number: int) -> str:
    return f"_Toc{100 + number:08}"


def _convert(word: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        sys.exit("LibreOffice (soffice) is not installed.")
    options = json.dumps({"ExportBookmarks": {"type": "boolean", "value": "true"}})
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(  # noqa: S603 - our own file, our own arguments
            [
                office,
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                f"pdf:writer_pdf_Export:{options}",
                "--outdir",
                str(word.parent),
                str(word),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )


if __name__ == "__main__":
    write_report(SAMPLE)
    for name in ("response.json", "statement.json"):
        write_recommendations(SAMPLE / name, SAMPLE / "report.pdf")
