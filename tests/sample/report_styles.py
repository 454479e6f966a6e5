"""The look of the sample report: its page, its styles, its running head."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.sample.report_text import REPORT, RUNNING_HEAD, TITLE

DEEP: Final = RGBColor(0x16, 0x4B, 0x5C)
GREY: Final = RGBColor(0x55, 0x5F, 0x63)
TINT: Final = "E9F1F2"
TEXT_WIDTH: Final = Cm(16)
HANGING: Final = Cm(1.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the paragraphs of one style look; lengths in points, hanging in centimetres."""

    size: float | None = None
    bold: bool = False
    colour: RGBColor | None = None
    before: float = 0
    after: float = 0
    leading: float | None = None
    left: Length | None = None
    hanging: Length | None = None
    new_page: bool = False
    with_next: bool = False
    whole: bool = False


LOOKS: Final = {
    "Normal": Look(size=10.5, after=7, leading=1.12),
    "Title": Look(size=44, bold=True, colour=DEEP, before=190, after=16, leading=1.0),
    "Subtitle": Look(size=18, colour=GREY, after=40, leading=1.15),
    "Title Page": Look(size=13, after=4),
    "Heading 1": Look(size=22, bold=True, colour=DEEP, after=18, leading=1.1, new_page=True, with_next=True),
    "Heading 2": Look(size=14, bold=True, colour=DEEP, before=16, after=6, leading=1.1, with_next=True),
    "Contents Heading": Look(size=22, bold=True, colour=DEEP, after=12, new_page=True),
    "toc 1": Look(size=10.5, bold=True, before=7, after=1, leading=1.05),
    "toc 2": Look(size=10.5, after=1, leading=1.05, left=Cm(0.6)),
    "Imprint": Look(size=9.5, colour=GREY, after=6, leading=1.15),
    "Numbered Text": Look(after=7, left=HANGING, hanging=HANGING),
    "List Bullet": Look(after=6, left=HANGING, hanging=Cm(0.6)),
    "Question": Look(after=5, left=HANGING, hanging=HANGING),
    "Signed": Look(after=0, with_next=True, whole=True),
    "Recommendation Label": Look(bold=True, colour=DEEP, before=14, left=Cm(0.4), with_next=True, whole=True),
    "Recommendation": Look(left=Cm(0.4), with_next=True, whole=True),
    "Recommendation Part": Look(left=Cm(1.2), hanging=Cm(0.8), with_next=True, whole=True),
    "Listed Label": Look(bold=True, colour=DEEP, before=9, after=1, with_next=True),
    "Listed Text": Look(after=2, whole=True),
    "Listed Part": Look(after=2, left=Cm(0.8), hanging=Cm(0.8), whole=True),
    "footnote text": Look(size=9, after=2, leading=1.0),
    "Header": Look(size=9, colour=GREY, leading=1.0),
    "Footer": Look(size=9, colour=GREY, leading=1.0),
}


def a_document() -> Document:
    """An empty A4 document in British English with the report's styles, running head and page number."""
    document = docx.Document()
    _prepare_settings(document)
    language = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), "en-GB")
    for name, look in LOOKS.items():
        _dress(_style(document, name), look)
    for name in ("toc 1", "toc 2"):
        _style(document, name).paragraph_format.tab_stops.add_tab_stop(
            TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
    _box(_style(document, "Recommendation Label"), "top")
    _box(_style(document, "Recommendation"))
    _box(_style(document, "Recommendation Part"))
    _prepare_page(document)
    return document


def end_box(paragraph: Paragraph) -> None:
    """Close a recommendation's box under its last paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(_borders("bottom"))
    paragraph.paragraph_format.keep_with_next = False
    paragraph.paragraph_format.space_after = Pt(16)


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field that Word works out for itself, with the value it has now."""
    open_field(paragraph, instruction)
    paragraph.add_run(shown)
    close_field(paragraph)


def open_field(paragraph: Paragraph, instruction: str) -> None:
    """The first half of a field; what follows is its value."""
    for child in (_field_mark("begin"), _instruction(instruction), _field_mark("separate")):
        paragraph.add_run()._r.append(child)


def close_field(paragraph: Paragraph) -> None:
    """The end of a field's value."""
    paragraph.add_run()._r.append(_field_mark("end"))


def _prepare_settings(document: Document) -> None:
    properties = document.core_properties
    properties.title, properties.author = REPORT["title"], REPORT["author"]
    properties.subject, properties.comments = "Volunteering and local charities", ""
    properties.language, properties.last_modified_by = "en-GB", REPORT["publisher"]
    properties.created = properties.modified = datetime(2026, 11, 2, 9, tzinfo=UTC)
    settings = document.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    # The order of the children of settings is strict: both stand before rsids.
    place = settings.find(qn("w:rsids"))
    place.addprevious(
        parse_xml(
            f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        )
    )
    place.addprevious(
        parse_xml(
            f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        )
    )


def _prepare_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.1)
    section.header_distance = section.footer_distance = Cm(1.2)
    section.different_first_page_header_footer = True
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (head, foot):
        stops = paragraph.style.paragraph_format.tab_stops if paragraph.style else ()
        for stop in list(stops):
            stop.alignment = WD_TAB_ALIGNMENT.CLEAR
    head.text = f"{TITLE}\t{RUNNING_HEAD}"
    head.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    add_field(foot, "PAGE", "1")


def _style(document: Document, name: str) -> ParagraphStyle:
    styles = document.styles
    if name not in styles:
        built_in = name.startswith(("toc", "footnote"))
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, built_in).base_style = styles["Normal"]
    style = styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    return style


def _dress(style: ParagraphStyle, look: Look) -> None:
    runs, paragraphs = style.element.get_or_add_rPr(), style.element.get_or_add_pPr()
    for old in (*runs, *paragraphs.findall(qn("w:pBdr")), *paragraphs.findall(qn("w:contextualSpacing"))):
        old.getparent().remove(old)
    style.font.name, style.font.bold = "Arial", look.bold
    runs.find(qn("w:rFonts")).set(qn("w:cs"), "Arial")
    style.font.size = None if look.size is None else Pt(look.size)
    if look.colour is not None:
        style.font.color.rgb = look.colour
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(look.before), Pt(look.after), look.leading
    form.left_indent = look.left
    form.first_line_indent = None if look.hanging is None else Length(-look.hanging)
    form.page_break_before, form.keep_with_next = look.new_page, look.with_next
    form.keep_together, form.widow_control = look.whole, True
    if look.hanging is not None and look.left is not None:
        form.tab_stops.add_tab_stop(look.left)


def _box(style: ParagraphStyle, *more: str) -> None:
    style.paragraph_format.right_indent = Cm(0.4)
    properties = style.element.get_or_add_pPr()
    place = next(child for child in properties if child.tag in {qn("w:tabs"), qn("w:spacing"), qn("w:ind")})
    place.addprevious(_borders(*more))
    place.addprevious(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{TINT}"/>'))


def _borders(*more: str) -> etree._Element:
    thin = f'w:val="single" w:sz="4" w:space="8" w:color="{TINT}"'
    edges = {
        "top": f'<w:top w:val="single" w:sz="24" w:space="6" w:color="{DEEP}"/>',
        "left": f"<w:left {thin}/>",
        "bottom": f"<w:bottom {thin}/>",
        "right": f"<w:right {thin}/>",
    }
    chosen = "".join(edge for name, edge in edges.items() if name in {"left", "right", *more})
    return parse_xml(f"<w:pBdr {nsdecls('w')}>{chosen}</w:pBdr>")


def _field_mark(kind: str) -> etree._Element:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _instruction(words: str) -> etree._Element:
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {words} "
    return instruction
