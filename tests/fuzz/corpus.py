"""What fuzzing begins with: small sound files and known traps, made here."""

import io
import json
import zipfile
from pathlib import Path

from tests.faults.hostile import R, W, a_paragraph, document, lured_html, word_parts
from tests.reports.papers import Page, pdf_bytes

LIST = (
    "A review of local charities\n\nChapter 1: Funding\n\nRecommendation 1: The Government should fund small "
    "charities for three years.\n\nRecommendation 2: Councils should lend buildings.\n  a) to charities\n"
    "  b) to schools (Yes / No)\n\nQ3. What do you think? [max 250 words]\n"
)
MARKUP = (
    "<h2>Funding</h2><p>We <strong>welcome</strong> <em>long</em>-term <a href='https://x.org'>funding</a>"
    "<fn title='The Value' address='https://y.org'>Page 3</fn>.</p><ol start='3'><li>One<ul><li>Two</ul>"
    "<li value=7>Three</ol><blockquote>Four</blockquote><table><tr><td>1<td>We should stop</table>"
    "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>1.</span>Word</p>"
    "<field name='report.title'/>"
)
POSITION = {
    "id": "p1", "title": "Funding", "kind": "position", "themes": ["Money"], "stance": "welcome",
    "status": "approved", "owner": "Ada", "review_by": "2026-12-31", "body": MARKUP,
    "sources": [{"title": "The Value", "publisher": "Us", "date": "2026", "address": "https://y.org"}],
}  # fmt: skip
RESPONSE = {
    "format": "drafter-response", "version": 1, "title": "Our response", "shape": "point-by-point",
    "report": {
        "title": "A review",
        "recommendations": [{"label": "1", "text": "Fund it"}, {"label": 2, "text": "Do"}],
    },
    "stances": [{"recommendation": "1", "stance": "welcome", "reason": "Why"}],
    "sections": [
        {"heading": "One", "answers": ["1"], "passages": [{"body": MARKUP}, {"body": "x", "answers": [2]}]}
    ],
}  # fmt: skip
CSV = (
    "id,title,kind,themes,stance,status,owner,review_by,body,sources\r\n"
    "p1,Funding,position,Money; Law,welcome,approved,Ada,31/12/2026,<p>We welcome it.</p>,The Value | Us\r\n"
    ',\'=1+1,,,,,,,"Two\nlines",\r\n'
)
BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="1"/>'
    '<w:numId w:val="1"/></w:numPr></w:pPr>'
    "<w:r><w:rPr><w:b/></w:rPr><w:t>Recommendation 1</w:t><w:tab/><w:br/></w:r></w:p><w:tbl><w:tr><w:tc>"
    f"{a_paragraph('We should stop')}</w:tc></w:tr></w:tbl>"
    "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>"
)
STYLES = (
    f'<w:styles xmlns:w="{W}" xmlns:r="{R}"><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name '
    'w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="N"/></w:style></w:styles>'
)


def seeds(folder: Path) -> dict[str, list[bytes]]:
    """For each target what it begins with."""
    page = Page().heading("Review").paragraph("Recommendation 1: fund it.", "It should be done.").box(50, 90)
    library = {"format": "drafter-library", "version": 1, "positions": [POSITION], "fields": {"a": "b"}}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as made:
        for name, part in word_parts(BODY).items():
            made.writestr(name, part)
    lured = lured_html(folder).read_bytes()
    return {
        "pdf": [pdf_bytes([page]), pdf_bytes([Page()])],
        "word": [document(BODY).encode() + b"\x00\x00" + STYLES.encode()],
        "package": [whole.getvalue()],
        "html": [MARKUP.encode(), lured],
        "text": [LIST.encode()],
        "pasted": [MARKUP.encode(), lured, b"\xed\xa0\x80"],
        "library_json": [
            json.dumps(library).encode(),
            b'{"format": "drafter-library", "version": 1, "versions": ["{}"]}',
        ],
        "library_csv": [CSV.encode(), CSV.replace(",", ";").encode("utf-16")],
        "response_json": [json.dumps(RESPONSE).encode()],
    }
