"""A file that is not what it should be gets one clear sentence, in bounded time and memory."""

import time
import zipfile
from pathlib import Path

import pytest

from drafter.domain.errors import Encrypted, NotAReport, NoTextLayer, TooLarge
from drafter.reports.lines import Document, Line
from drafter.reports.reading import read, read_text
from drafter.reports.recognising.measuring import measured
from drafter.reports.recognising.recogniser import recognise
from drafter.reports.worker import read_in_worker
from tests.reports.papers import Page, a_pdf, a_word_file, assembled

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_file(tmp_path, content, name="report.pdf"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def outcome(path):
    """Either what was found or what was wrong, in two words."""
    try:
        reading = read(path)
    except NotAReport as error:
        return next(words for words in ("damaged", "no text") if words in error.sentence)
    return "no list" if len(reading.recommendations) <= 1 else "a list"


def a_zip(tmp_path, parts):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "picture"),
        (b"BM\x36\x10\x0e\x00" + b"\x00" * 50, "picture"),
        (b"RIFF\x24\x10\x00\x00WEBPVP8 ", "picture"),
        (b"{\\rtf1 Recommendation 1}", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Word file"),
        (bytes(range(256)) * 40, "cannot tell"),
        (b"%PDF-1.7\nnothing that follows is a PDF", "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
    ],
)
def test_each_says_what_is_wrong(tmp_path, content, says):
    with pytest.raises(NotAReport, match=says):
        read(a_file(tmp_path, content))


@pytest.mark.parametrize("name", ["BMA", "RIFF"])
def test_a_text_may_begin_as_a_picture_does(tmp_path, name):
    text = (
        f"{name} report\n\nRecommendation 1: Ministers should pay.\nRecommendation 2: Councils must list it."
    )

    assert len(read(a_file(tmp_path, text.encode())).recommendations) == 2


def test_a_file_that_is_not_there():
    with pytest.raises(NotAReport, match="no file"):
        read(Path("nowhere.pdf"))


def test_a_pdf_cut_in_half_is_damaged_or_read_as_far_as_it_goes(tmp_path):
    whole = a_pdf(
        tmp_path, *[Page().paragraph("The words of a page that go on for a while.") for _ in range(9)]
    )
    half = a_file(tmp_path, whole.read_bytes()[: whole.stat().st_size // 2], "half.pdf")

    assert outcome(half) in {"damaged", "no list"}


def test_a_pdf_with_a_password(tmp_path):
    locked = f"<{'00' * 32}>"
    page = Page().paragraph("Secret words.")
    path = a_pdf(
        tmp_path,
        page,
        trailer=f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O {locked} /U {locked} /P -4 >>",
    )

    with pytest.raises(Encrypted, match="password"):
        read(path)


def test_a_word_file_with_a_password(tmp_path):
    package = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le")

    with pytest.raises(Encrypted, match="password"):
        read(a_file(tmp_path, package, "report.docx"))


def test_a_scan_says_what_to_do(tmp_path):
    with pytest.raises(NoTextLayer, match="Ask for the Word file"):
        read(a_pdf(tmp_path, Page(), Page(), Page()))


def test_a_pdf_of_ten_thousand_pages(tmp_path):
    count = 10_000
    kids = " ".join(["3 0 R"] * count)
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]

    with pytest.raises(TooLarge, match="10,000 pages"):
        read(a_file(tmp_path, assembled(bodies, "")))


def test_a_web_page_of_a_hundred_megabytes(tmp_path):
    path = tmp_path / "page.html"
    with path.open("wb") as file:
        file.write(b"<!doctype html><html><body>")
        file.truncate(100_000_000)

    with pytest.raises(TooLarge, match="100 MB"):
        read(path)


def test_a_web_page_nested_a_hundred_thousand_deep(tmp_path):
    deep = b"<!doctype html><html><body>" + b"<div>" * 100_000 + b"Recommendation 1: we should stop here."

    assert outcome(a_file(tmp_path, deep, "deep.html")) in {"no text", "no list"}


def test_a_word_file_that_is_a_bomb(tmp_path):
    body = f"<w:document {WORD}><w:body>{' ' * 40_000_000}</w:body></w:document>"

    with pytest.raises(TooLarge, match="unpacks"):
        read(a_zip(tmp_path, {"word/document.xml": body}))


def test_a_word_file_with_entities_is_not_opened(tmp_path):
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    laughs = f"{entities}<w:document {WORD}><w:body/></w:document>"

    with pytest.raises(NotAReport, match="Word never writes"):
        read(a_zip(tmp_path, {"word/document.xml": laughs}))


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"readme.txt": "hello"}, "zip file"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, "OpenDocument"),
        ({"word/document.xml": "<w:document"}, "damaged"),
        (
            {
                "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
                "xl/workbook.xml": "<a/>",
            },
            "spreadsheet",
        ),
    ],
)
def test_zip_files_that_are_no_word_files(tmp_path, parts, says):
    with pytest.raises(NotAReport, match=says):
        read(a_zip(tmp_path, parts))


def test_an_empty_word_file_says_so(tmp_path):
    with pytest.raises(NotAReport, match="no text"):
        read(a_word_file(tmp_path, lambda _document: None))


@pytest.mark.parametrize(
    "line", ["a " * 200_000, "(" * 200_000, "1." * 100_000, "Yes / " * 50_000, "Recommendation 1 " * 20_000]
)
def test_one_endless_line_takes_no_endless_time(tmp_path, line):
    reading = read(
        a_file(tmp_path, f"Recommendations\n\n1. We should stop.\n\n{line}\n".encode(), "long.txt")
    )

    assert reading.pages is None


@pytest.mark.long
@pytest.mark.parametrize("kind", ["html", "docx"])
def test_what_is_really_huge_is_refused_by_the_worker_at_once(tmp_path, kind):
    path = tmp_path / f"huge.{kind}"
    row = b"<p>Recommendation 1: We should stop here.</p>\n"
    if kind == "html":
        path.write_bytes(b"<!doctype html><html><body>" + row * (100_000_000 // len(row)))
    else:
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
            archive.open("word/document.xml", "w", force_zip64=True) as part,
        ):
            part.write(f"<w:document {WORD}><w:body>".encode())
            for _ in range(1_000):
                part.write(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 30_000)
    started = time.monotonic()

    with pytest.raises(TooLarge):
        read_in_worker(path)

    assert time.monotonic() - started < 20


def test_lines_that_say_nothing_stand_in_nobodys_way():
    said = [
        "We recommend that:",
        "",
        "\u00ad",
        "(a) harbours be dredged.",
        "(b) fish be counted.",
        "",
        "(c) x.",
    ]
    lines = tuple(
        Line(text=text, top=14.0 * at, bottom=14.0 * at + 10, opens=True) for at, text in enumerate(said)
    )

    assert [row.text for row in measured(Document(lines=lines)).rows] == [
        text for text in said if len(text) > 1
    ]
    assert len(recognise(measured(Document(lines=lines)))) == 1


def test_a_heading_with_a_bullet_at_the_end_is_read_once():
    text = "We recommend that:\n\n# The Council\n\n• pays each year\n\n• lends its halls\n\n# • Notes\n"
    started = time.process_time()

    read_text(text)

    assert time.process_time() - started < 5


def test_items_that_all_lead_in_more_take_no_longer_than_others():
    text = "• We recommend that the Government:\n\n" * 2_000
    started = time.process_time()

    reading = read_text(text)

    assert time.process_time() - started < 5
    assert len(reading.candidates) <= 1
