"""Makes resources/templates/drafter.docx: `python -m tests.word.make_template`. All is 12 pt or more."""

import zipfile
from pathlib import Path

from drafter.word.lists import abstract_list
from drafter.word.tables import grid_style

TARGET = Path(__file__).parents[2] / "resources" / "templates" / "drafter.docx"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LONG_AGO = (2026, 1, 1, 0, 0, 0)

INK = "1F2A37"
DEEP = "1B3A57"
QUIET = "4B5866"
RULE = "B8C4CF"
TINT = "E9EEF3"
LINK = "0B4F8A"
VISITED = "5B3A86"

TEXT_WIDTH = 9070
"""A4 less margins of 2.5 cm, in twentieths of a point."""

BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEPT = "<w:keepNext/><w:keepLines/>"


def style(kind, style_id, name, **more):
    """A style; `p` and `r` are its paragraph and run properties, `priority` and `gallery` its place."""
    p, r, based_on, after = (more.get(each, "") for each in ("p", "r", "based_on", "after"))
    default = ' w:default="1"' if more.get("default") else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + (f'<w:next w:val="{after}"/>' if after else "")
        + f'<w:uiPriority w:val="{more.get("priority", 99)}"/>'
        + ("<w:semiHidden/><w:unhideWhenUsed/>" if more.get("hidden") else "")
        + ("<w:qFormat/>" if more.get("gallery") else "")
        + (f"<w:pPr>{p}</w:pPr>" if p else "")
        + (f"<w:rPr>{r}</w:rPr>" if r else "")
        + more.get("table", "")
        + "</w:style>"
    )


def paragraph_style(style_id, name, **more):
    return style("paragraph", style_id, name, based_on="Normal", **more)


def character_style(style_id, name, **more):
    return style("character", style_id, name, based_on="DefaultParagraphFont", **more)


def spacing(before=0, after=0, line=0):
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def size(points):
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


def colour(value):
    return f'<w:color w:val="{value}"/>'


def rule(side, width, space):
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{RULE}"/></w:pBdr>'


def tab(leader="none"):
    return f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def heading(level, points, before, after):
    return paragraph_style(
        f"Heading{level}",
        f"heading {level}",
        after="Normal",
        priority=9,
        gallery=True,
        p=f'{KEPT}{spacing(before, after, 264)}<w:outlineLvl w:val="{level - 1}"/>',
        r=BOLD + colour(DEEP) + size(points),
    )


def list_style(kind, level):
    number = str(level + 1) if level else ""
    numbering = f'<w:ilvl w:val="{level}"/><w:numId w:val="{1 if kind == "Bullet" else 2}"/>'
    return paragraph_style(
        f"List{kind}{number}",
        f"List {kind} {number}".strip(),
        gallery=not level,
        p=f"<w:numPr>{numbering}</w:numPr>{spacing(0, 100)}",
    )


def contents_style(level):
    return paragraph_style(
        f"TOC{level}",
        f"toc {level}",
        after="Normal",
        priority=39,
        p=tab("dot") + spacing(120 if level == 1 else 0, 60) + f'<w:ind w:left="{(level - 1) * 284}"/>',
        r=BOLD if level == 1 else "",
    )


def text_styles():
    yield style(
        "paragraph",
        "Normal",
        "Normal",
        default=True,
        priority=0,
        gallery=True,
        p="<w:widowControl/>" + spacing(0, 160, 288),
        r=colour(INK),
    )
    yield heading(1, 18, 480, 120)
    yield heading(2, 14, 360, 100)
    yield heading(3, 12, 280, 80)
    title = KEPT + spacing(0, 160, 252)
    yield paragraph_style(
        "Title",
        "Title",
        after="Subtitle",
        priority=10,
        gallery=True,
        p=title,
        r=BOLD + colour(DEEP) + size(28),
    )
    yield paragraph_style(
        "Subtitle",
        "Subtitle",
        after="Normal",
        priority=11,
        gallery=True,
        p="<w:keepLines/>" + spacing(0, 280, 288),
        r=colour(QUIET) + size(15),
    )
    yield paragraph_style("Signature", "Signature", p=spacing(0, 40), r=BOLD)
    yield paragraph_style("Date", "Date", after="Normal", p=spacing(0, 400), r=colour(QUIET))
    quote = KEPT + rule("left", 24, 12) + spacing(0, 160) + '<w:ind w:left="397" w:right="284"/>'
    yield paragraph_style(
        "Quote", "Quote", after="Normal", priority=29, gallery=True, p=quote, r=colour(QUIET)
    )
    yield paragraph_style("NoteHeading", "Note Heading", after="Normal", p="<w:keepNext/>")
    for kind in ("Bullet", "Number"):
        for level in range(3):
            yield list_style(kind, level)


def other_styles():
    head = spacing(0, 0, 240)
    yield paragraph_style(
        "Caption",
        "caption",
        after="Normal",
        priority=35,
        gallery=True,
        p="<w:keepNext/>" + spacing(120, 80),
        r=BOLD + colour(QUIET),
    )
    yield paragraph_style(
        "TOCHeading",
        "TOC Heading",
        after="Normal",
        priority=39,
        gallery=True,
        p=KEPT + spacing(240, 120),
        r=BOLD + colour(DEEP) + size(18),
    )
    yield contents_style(1)
    yield contents_style(2)
    yield paragraph_style("Header", "header", p=tab() + head, r=colour(QUIET))
    yield paragraph_style("Footer", "footer", p=rule("top", 4, 6) + tab() + head, r=colour(QUIET))
    yield paragraph_style("FootnoteText", "footnote text", p=spacing(0, 60, 252))
    raised = '<w:vertAlign w:val="superscript"/>'
    underlined = '<w:u w:val="single"/>'
    yield character_style("FootnoteReference", "footnote reference", r=raised)
    yield character_style("Hyperlink", "Hyperlink", r=colour(LINK) + underlined)
    yield character_style("FollowedHyperlink", "FollowedHyperlink", r=colour(VISITED) + underlined)
    yield character_style("Strong", "Strong", priority=22, gallery=True, r=BOLD)
    yield character_style("Emphasis", "Emphasis", priority=20, gallery=True, r=ITALIC)
    yield character_style("IntenseEmphasis", "Intense Emphasis", priority=21, gallery=True, r=BOLD + ITALIC)


def default_styles():
    cells = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    table = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>'
    yield style(
        "character", "DefaultParagraphFont", "Default Paragraph Font", default=True, priority=1, hidden=True
    )
    yield style("table", "TableNormal", "Normal Table", default=True, hidden=True, table=table)
    yield style("numbering", "NoList", "No List", default=True, hidden=True)
    yield grid_style("TableGrid", "TableNormal", line=RULE, fill=TINT)


def styles():
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    defaults = f"<w:rPrDefault><w:rPr>{fonts}{size(12)}{language}</w:rPr></w:rPrDefault><w:pPrDefault/>"
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
        'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
    )
    made = "".join((*text_styles(), *default_styles(), *other_styles()))
    return f'<w:styles xmlns:w="{W}"><w:docDefaults>{defaults}</w:docDefaults>{latent}{made}</w:styles>'


def numbering():
    bullets = abstract_list("bullet", 0, ("ListBullet", "ListBullet2", "ListBullet3"))
    numbers = abstract_list("number", 1, ("ListNumber", "ListNumber2", "ListNumber3"))
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>' for number in (1, 2)
    )
    return f'<w:numbering xmlns:w="{W}">{bullets}{numbers}{nums}</w:numbering>'


def settings():
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
            ("useWord2013TrackBottomHyphenation", 0),
        )
    )
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{modern}</w:compat>"
        '<w:themeFontLang w:val="en-GB"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def footnotes():
    tight = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{tight}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f'<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{notes}</w:footnotes>'


def field(instruction, shown, look=""):
    looks = f'<w:rPr><w:rStyle w:val="{look}"/></w:rPr>' if look else ""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r>{looks}<w:t>{shown}</w:t></w:r></w:fldSimple>'


def words(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def furniture(kind, content):
    tag = "hdr" if kind == "Header" else "ftr"
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{kind}"/></w:pPr>{content}</w:p>'
    return f'<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{paragraph}</w:{tag}>'


def document():
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:p/><w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId7"/><w:footerReference w:type="first" r:id="rId8"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1701" w:right="1418" w:bottom="1531" w:left="1418" '
        'w:header="794" w:footer="680" w:gutter="0"/>'
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def relationships(*targets):
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def content_types():
    kinds = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        **{f"/word/{each}.xml": f"{WORD_TYPE}.{each}+xml" for each in PARTS},
        **{f"/word/{each}{number}.xml": f"{WORD_TYPE}.{each}+xml" for each in FURNITURE for number in (1, 2)},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    made = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


PARTS = ("styles", "numbering", "settings", "footnotes")
FURNITURE = ("header", "footer")


def core():
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>en-GB</dc:language></cp:coreProperties>'
    )


def app():
    return (
        f'<Properties xmlns="{OFFICE}/extended-properties"><Application>Microsoft Office Word</Application>'
        "<Company></Company><AppVersion>16.0000</AppVersion></Properties>"
    )


def parts():
    """Every part of the template by name, in the order of the package."""
    kinds = f"{OFFICE}/relationships"
    pages = words("Page ") + field("PAGE", "1") + words(" of ") + field("NUMPAGES", "1")
    foot = field("DOCPROPERTY Company", "Organisation") + "<w:r><w:tab/></w:r>" + pages
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            (f"{kinds}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{kinds}/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships(
            *((f"{kinds}/{name}", f"{name}.xml") for name in PARTS),
            *((f"{kinds}/{name}", f"{name}{number}.xml") for name in FURNITURE for number in (1, 2)),
        ),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/footnotes.xml": footnotes(),
        "word/header1.xml": furniture("Header", field("TITLE", "Title")),
        "word/header2.xml": furniture("Header", field("DOCPROPERTY Company", "Organisation", "Strong")),
        "word/footer1.xml": furniture("Footer", foot),
        "word/footer2.xml": furniture("Footer", foot),
        "docProps/core.xml": core(),
        "docProps/app.xml": app(),
    }


def make(target):
    """Write the template; the same bytes every time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts().items():
            package.writestr(zipfile.ZipInfo(name, LONG_AGO), (HEAD + text).encode(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    make(TARGET)
