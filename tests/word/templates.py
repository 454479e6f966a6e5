"""Organisations' Word files, made by the tests: our own template with some of its parts changed."""

import base64
import re
import zipfile

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


USABLE = (
    a_letterhead,
    a_german_one,
    one_without_styles,
    a_dotx,
    one_in_a_table,
    one_with_a_place,
)
"""Every template that an export must take."""
