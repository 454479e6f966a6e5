"""Organisations' Word files, made by the tests: our own template with some of its parts changed."""

import base64
import re
import zipfile

from lxml import etree

from tests.word.make_template import HEAD, OFFICE, R, W, content_types, parts, relationships

DRAWING = (
    "<w:r><w:drawing>"
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
    '<wp:docPr id="1" name="Logo" descr="The logo"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def packed(path, changed):
    """Write our own template with other parts; a part that is None is left out."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (parts() | changed).items():
            if content is not None:
                data = content if isinstance(content, bytes) else (HEAD + content).encode()
                package.writestr(name, data)
    return path


def body(content, section='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'):
    """The main part with this content."""
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{content}{section}</w:body></w:document>'


def words(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def a_letterhead(path):
    """A logo in the header, an address in the footer, narrow margins, Georgia, no list styles."""
    types = content_types().replace(
        "<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    header = f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p>{DRAWING}</w:p></w:hdr>'
    footer = f'<w:ftr xmlns:w="{W}">{words("12 Canal Street, Leeds")}</w:ftr>'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId7"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2000" w:right="900" w:bottom="900" w:left="900" '
        'w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
    )
    styles = re.sub(
        r'<w:style w:type="paragraph" w:styleId="List.*?</w:style>', "", parts()["word/styles.xml"]
    )
    return packed(
        path,
        {
            "[Content_Types].xml": types,
            "word/document.xml": body("<w:p/>", section),
            "word/styles.xml": styles.replace("Arial", "Georgia"),
            "word/numbering.xml": f'<w:numbering xmlns:w="{W}"/>',
            "word/header1.xml": header,
            "word/_rels/header1.xml.rels": relationships((f"{OFFICE}/relationships/image", "media/logo.png")),
            "word/footer1.xml": footer,
            "word/media/logo.png": DOT,
        },
    )


def a_german_one(path):
    """As a German Word writes it: localised ids under the English built-in names, one of them in capitals."""
    styles = parts()["word/styles.xml"]
    for ours, theirs in (
        ("Heading", "berschrift"),
        ("Title", "Titel"),
        ("Quote", "Zitat"),
        ("Normal", "Standard"),
    ):
        styles = re.sub(
            rf'(w:styleId|w:basedOn w:val|w:next w:val)="{ours}(\d?)"', rf'\1="{theirs}\2"', styles
        )
    styles = styles.replace('w:name w:val="heading 2"', 'w:name w:val="Heading 2"')
    styles = styles.replace('w:lang w:val="en-GB"', 'w:lang w:val="de-DE"')
    return packed(path, {"word/styles.xml": styles})


def one_without_styles(path):
    """Only a main part: no styles, settings, numbering or footnotes."""
    kinds = f"{OFFICE}/relationships"
    types = re.sub(r'<Override PartName="/(?!word/document)[^>]*/>', "", content_types())
    left_out = dict.fromkeys(name for name in parts() if name.startswith(("word/", "docProps/")))
    return packed(
        path,
        {
            **left_out,
            "[Content_Types].xml": types,
            "_rels/.rels": relationships((f"{kinds}/officeDocument", "word/document.xml")),
            "word/document.xml": body(words("Canal Street Trust")),
        },
    )


def a_dotx(path):
    """A Word template: another content type, and settings that lead to a file on somebody's computer."""
    settings = parts()["word/settings.xml"].replace(
        "<w:defaultTabStop", '<w:attachedTemplate r:id="rId1"/><w:linkStyles/><w:defaultTabStop'
    )
    attached = relationships((f"{OFFICE}/relationships/attachedTemplate", "file:///C:/Users/ada/Normal.dotm"))
    return packed(
        path,
        {
            "[Content_Types].xml": content_types().replace("document.main+xml", "template.main+xml"),
            "word/settings.xml": settings.replace("<w:settings", f'<w:settings xmlns:r="{R}"'),
            "word/_rels/settings.xml.rels": attached.replace('.dotm"', '.dotm" TargetMode="External"'),
        },
    )


def one_with_macros(path):
    types = content_types().replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return packed(path, {"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def one_in_a_table(path):
    """All in a table: its only section ends in a cell, and the body has none of its own."""
    section = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
    width = '<w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>'
    cell = f"<w:tc>{width}{words('Canal Street Trust')}{section}</w:tc>"
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
    return packed(path, {"word/document.xml": body(table, section="")})


def one_with_a_place(path, marked='<w:bookmarkStart w:id="7" w:name="Drafter"/><w:bookmarkEnd w:id="7"/>'):
    """A letter with a marker bookmark between its greeting and its end."""
    letter = f"{words('Dear committee,')}<w:p>{marked}</w:p>{words('Yours sincerely,')}"
    return packed(path, {"word/document.xml": body(letter)})


# --- more of them, for the slower checks

UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>'
WIDE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARGINS = (
    '<w:pgMar w:top="1440" w:right="1200" w:bottom="1440" w:left="1200" w:header="600" w:footer="600" '
    'w:gutter="0"/>'
)
MARKER = '<w:bookmarkStart w:id="7" w:name="Drafter"/><w:bookmarkEnd w:id="7"/>'


def section(more):
    """With the headers and footers of our own template."""
    kinds = (
        ("header", "default", 5),
        ("header", "first", 6),
        ("footer", "default", 7),
        ("footer", "first", 8),
    )
    named = "".join(f'<w:{what}Reference w:type="{kind}" r:id="rId{at}"/>' for what, kind, at in kinds)
    return f"<w:sectPr>{named}{more}<w:titlePg/></w:sectPr>"


def parsed_section(more):
    """The same as an element."""
    return etree.fromstring(section(more).replace("<w:sectPr>", f'<w:sectPr xmlns:w="{W}" xmlns:r="{R}">'))


def one_with_a_first_page_of_its_own(path):
    """Logo and address in the header of the first page alone."""
    types = content_types().replace(
        "<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    address = f"{words('Canal Street Trust')}{words('12 Canal Street, Leeds')}"
    return packed(
        path,
        {
            "[Content_Types].xml": types,
            "word/document.xml": body("<w:p/>", section(UPRIGHT + MARGINS)),
            "word/header2.xml": f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p>{DRAWING}</w:p>{address}</w:hdr>',
            "word/_rels/header2.xml.rels": relationships((f"{OFFICE}/relationships/image", "media/logo.png")),
            "word/media/logo.png": DOT,
        },
    )


def one_that_ends_wide(path):
    """Upright pages, then a landscape section for figures."""
    upright = f"<w:p><w:pPr>{section(UPRIGHT + MARGINS)}</w:pPr></w:p>"
    content = f"{words('Briefing')}{upright}{words('Our figures')}"
    return packed(path, {"word/document.xml": body(content, section(WIDE + MARGINS))})


def one_in_two_columns(path):
    columns = '<w:cols w:num="2" w:space="600"/>'
    return packed(path, {"word/document.xml": body("<w:p/>", section(UPRIGHT + MARGINS + columns))})


def one_with_a_place_in_a_cell(path):
    """The address in a narrow cell, the text in a wide one beside it."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for width, content in ((2500, words("Canal Street Trust")), (7000, f"<w:p>{MARKER}</w:p>"))
    )
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="9500" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="2500"/><w:gridCol w:w="7000"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>'
    )
    return packed(path, {"word/document.xml": body(f"{table}<w:p/>", section(UPRIGHT + MARGINS))})


def one_with_controls(path):
    """The place inside a content control, and the title in another one in the header."""
    said = "<w:sdtPr><w:alias w:val='{}'/>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent>"
    place = f"<w:p>{MARKER}</w:p>"
    control = f"<w:sdt>{said.format('Text', '<w:showingPlcHdr/>', place)}</w:sdt>"
    title = f"<w:sdt>{said.format('Title', '<w:text/>', '<w:r><w:t>[Title]</w:t></w:r>')}</w:sdt>"
    head = f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p>{title}</w:p></w:hdr>'
    content = f"{words('Briefing')}{control}{words('Ends')}"
    return packed(
        path,
        {"word/header1.xml": head, "word/document.xml": body(content, section(UPRIGHT + MARGINS))},
    )


def one_with_numbered_headings(path):
    """Headings count 1, 1.1, 1.1.1 by their styles."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{at + 1}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for at, text in enumerate(("%1", "%1.%2", "%1.%2.%3"))
    )
    abstract = (
        '<w:abstractNum w:abstractNumId="9"><w:nsid w:val="5D0A4B99"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    num = '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>'
    numbering = parts()["word/numbering.xml"].replace('<w:num w:numId="1">', f'{abstract}<w:num w:numId="1">')
    styles = parts()["word/styles.xml"]
    for at in range(3):
        styles = re.sub(
            rf'(w:styleId="Heading{at + 1}".*?<w:keepLines/>)',
            rf'\1<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="9"/></w:numPr>',
            styles,
            count=1,
        )
    return packed(
        path,
        {"word/numbering.xml": numbering.replace("</w:numbering>", num), "word/styles.xml": styles},
    )


USABLE = (
    a_letterhead,
    a_german_one,
    one_without_styles,
    a_dotx,
    one_in_a_table,
    one_with_a_place,
)
"""Every template that an export must take."""

MORE = (
    one_with_a_first_page_of_its_own,
    one_that_ends_wide,
    one_in_two_columns,
    one_with_a_place_in_a_cell,
    one_with_controls,
    one_with_numbered_headings,
)
"""Likewise; every check is made on them where there is time, the quick ones on what is theirs."""
