"""Files and clipboards that mean harm, one table a format: a sentence or the words, in bounded time.

What is larger, slower or crashes all the same ends with the reading worker: see tests/reports/test_worker.py.
"""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData

from drafter.cli import main
from drafter.domain.errors import DrafterError, TooLarge
from drafter.domain.records.people import Person
from drafter.domain.richtext_html import from_html, to_html
from drafter.reports.reading import read, read_html, read_text
from drafter.services import importing
from drafter.services.library_csv import write_library_csv
from drafter.settings import Preferences, read_preferences
from drafter.store import checking
from drafter.store.library import Library
from drafter.ui import single_instance
from drafter.ui.text.clipboard import PASSAGES, clip_from
from drafter.word.template import examine
from tests.builders import a_change_of, a_position
from tests.faults.hostile import (
    LURES,
    REPORT,
    a_docx,
    a_paragraph,
    document,
    lured_docx,
    lured_html,
    lured_pdf,
    relations,
    types,
    word_parts,
)
from tests.reports.papers import Page, assembled, pdf_bytes

DEEP = 100_000
SECONDS = 20.0
"""Of the processor, on a slow laptop; each takes far less."""

SLOW = {"one long line", "too deep in lists", "too deep in tables", "entities", "notes in notes"}
SLOW |= {"too deep in a body", "a tag never closed", "marks never closed", "deep indents"}
SLOW |= {"many short lines", "too long a cell", "too many rows", "too many", "too deep in a passage"}
BIG = {"a bomb", "too large", "too many parts"}
"""What is opened by one door in the usual run and by all three in the long one."""
READS, EITHER = "it is read", ""
"""That the words come in; or they do, or a sentence says why not."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a file is called, how it is made, and what is said to it: words of the sentence, or `READS`."""

    name: str
    content: Any
    says: str = ""

    slow: bool = False

    @property
    def mark(self):
        """What takes seconds is tried in the long run."""
        return [pytest.mark.long] if self.slow or self.name in SLOW else []


def made(folder, case, suffix):
    """The file of a case: bytes, text, the parts of a package, or what a function writes."""
    path = folder / f"{case.name}{suffix}"
    content = case.content
    if callable(content):
        return content(folder) or path
    if isinstance(content, dict):
        return a_docx(path, content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def sparse(name, size, start):
    def write(folder):
        with (folder / name).open("wb") as file:
            file.write(start)
            file.truncate(size)
        return folder / name

    return write


def meets(case, work):
    """Do the work; it must end in time, with what the case says and nothing but errors for the officer."""
    before = time.process_time()
    try:
        found = work()
        said = READS
    except DrafterError as error:
        found, said = None, error.sentence
    assert time.process_time() - before < SECONDS
    assert case.says in said, said
    assert said.endswith((".", ")", READS))
    return found


def cases(*given):
    return pytest.mark.parametrize(
        "case", [pytest.param(each, id=each.name, marks=each.mark) for each in given]
    )


# --- reports

LINE = REPORT.encode()
FORM = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 5 >>"
)


def pdf_of(*bodies):
    return assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", *bodies], ""
    )


PDFS = (
    Case(name="too large", content=sparse("large.pdf", 500 * 1024 * 1024 + 1, b"%PDF-1.4\n"), says="500 MB"),
    Case(
        name="too many pages",
        content=assembled(
            [
                "<< /Type /Catalog /Pages 2 0 R >>",
                f"<< /Type /Pages /Count 9999 /Kids [{'3 0 R ' * 9999}] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            ],
            "",
        ),
        says="9,999 pages",
    ),
    Case(
        name="too deep",
        content=pdf_of("<< /Type /Page /Parent 2 0 R /X " + "[" * DEEP + "]" * DEEP + " >>"),
        says=EITHER,
    ),
    Case(name="pages in a circle", content=pdf_of("<< /Type /Pages /Count 1 /Kids [2 0 R] >>"), says=EITHER),
    Case(
        name="a drawing of itself",
        content=pdf_of(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
            "/Resources << /XObject << /X 5 0 R >> >> >>",
            "<< /Length 5 >>\nstream\n/X Do\nendstream",
            f"{FORM.decode()}\nstream\n/X Do\nendstream",
        ),
        says=EITHER,
    ),
    Case(
        name="a page without end",
        content=pdf_of("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e300 1e300] >>"),
        says=EITHER,
    ),
    Case(name="zero bytes", content=b"%PDF-1.4\n" + bytes(100_000), says="damaged"),
    Case(
        name="one long line",
        content=lambda folder: _pdf(folder, Page().say("A recommendation goes on " * 4000)),
        says=READS,
    ),
    Case(name="lures", content=lured_pdf, says=READS),
)


def _pdf(folder, *pages):
    (folder / "made.pdf").write_bytes(pdf_bytes(pages))
    return folder / "made.pdf"


LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{each} '{f'&a{each - 1};' * 10}'>" for each in range(1, 12)
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/hostname">'

BOMB = {"word/document.xml": b" " * 40_000_000}
ODD_NAMES = ("../../evil.xml", "/etc/evil.xml", "..\\evil.xml", "C:/../evil.xml")

WORDS = (
    Case(name="too large", content=sparse("large.docx", 51 * 1024 * 1024, b"PK\x03\x04"), says="50 MB"),
    Case(name="a bomb", content=word_parts() | BOMB, says="unpacks"),
    Case(
        name="too many parts",
        content=word_parts() | {f"a{each}.xml": "" for each in range(600)},
        says="parts",
    ),
    Case(name="too deep", content=word_parts("<w:p>" * 9_000 + "</w:p>" * 9_000), says="damaged"),
    Case(
        name="tables in tables",
        content=word_parts("<w:tbl><w:tr><w:tc>" * 80 + a_paragraph("x") + "</w:tc></w:tr></w:tbl>" * 80),
        says=EITHER,
    ),
    Case(
        name="laughs",
        content=word_parts(a_paragraph("&a11;"), before=f"{LAUGHS}]>"),
        says="Word never writes",
    ),
    Case(
        name="laughs late",
        content=word_parts(a_paragraph("&a11;"), before=f"<!--{' ' * 9000}-->{LAUGHS}]>"),
        says=EITHER,
    ),
    Case(
        name="a file from outside",
        content=word_parts(a_paragraph("&a11;"), before=f"<!--{' ' * 9000}-->{OUTSIDE}]>"),
        says=EITHER,
    ),
    Case(
        name="laughs in another writing",
        content=word_parts()
        | {"word/document.xml": document(a_paragraph("&a11;"), before=f"{LAUGHS}]>").encode("utf-16")},
        says=EITHER,
    ),
    Case(name="zero bytes", content=word_parts() | {"word/document.xml": bytes(1000)}, says="damaged"),
    Case(
        name="wrong encoding",
        content=word_parts()
        | {"word/document.xml": b"<?xml version='1.0' encoding='utf-8'?><a>\xff\xfe</a>"},
        says="damaged",
    ),
    Case(
        name="one long line",
        content=word_parts(a_paragraph(" ".join(f"We should stop {each}." for each in range(150_000)))),
        says=READS,
    ),
    Case(name="lures", content=lured_docx, says=READS),
    *(
        Case(name=f"a name {number}", content=word_parts() | {name: "x"}, says="Word does not do")
        for number, name in enumerate(ODD_NAMES)
    ),
)

PAGES = (
    Case(
        name="too large",
        content=sparse("large.html", 21 * 1024 * 1024, b"<!doctype html><html>"),
        says="20 MB",
    ),
    Case(name="too deep", content=b"<!doctype html><html>" + b"<div>" * DEEP + LINE, says=EITHER),
    Case(
        name="too deep in tables",
        content=b"<!doctype html><html>" + b"<table><tr><td>" * 30_000 + LINE,
        says=EITHER,
    ),
    Case(
        name="too deep in lists", content=b"<!doctype html><html>" + b"<ol><li>" * 50_000 + LINE, says=EITHER
    ),
    Case(
        name="marks never closed", content=b"<!doctype html><html>" + b"<sup>1" * 50_000 + LINE, says=EITHER
    ),
    Case(
        name="laughs", content=f"{LAUGHS}]><html><body><p>&a11;</p><p>{REPORT}</p></body></html>", says=EITHER
    ),
    Case(name="zero bytes", content=b"<!doctype html><html><p>" + bytes(50) + LINE + bytes(50), says=EITHER),
    Case(
        name="wrong encoding",
        content=b"<!doctype html><meta charset='utf-16'><p>\xff\xfe\xc3\x28" + LINE,
        says=EITHER,
    ),
    Case(
        name="an unknown encoding",
        content=b"<!doctype html><meta charset='nonsense-9'><p>\xff" + LINE,
        says=READS,
    ),
    Case(name="one long line", content=b"<!doctype html><p>" + b"we should stop " * 200_000, says=READS),
    Case(name="a tag never closed", content=b"<!doctype html><p " + b"a=b " * 300_000, says=EITHER),
    Case(name="lures", content=lured_html, says=READS),
)

TEXTS = (
    Case(
        name="too large",
        content=sparse("large.txt", 22 * 1024 * 1024, b"We should stop.\n" * 5000),
        says="20 MB",
    ),
    Case(name="zero bytes", content=b"Recommendations\n" + LINE + bytes(20), says="cannot tell"),
    Case(name="wrong encoding", content=b"\xff\xfe\x00" + LINE, says=READS),
    Case(name="half a letter", content=b"Recommendations\n" + LINE + b"\xe2\x82", says=READS),
    Case(name="surrogates", content=b"\xff\xfe" + b"\x00\xd8" * 1000, says=EITHER),
    Case(name="one long line", content=b"1. " + b"We should stop. " * 200_000, says=READS),
    Case(name="one long word", content=b"Recommendation 1: " + b"a" * 3_000_000, says=READS),
    Case(name="many short lines", content=b"1.\n" * 20_000, says=EITHER),
    Case(
        name="deep indents",
        content=b"".join(b" " * each + b"1. We should stop it.\n" for each in range(2000)),
        says=READS,
    ),
)


@cases(*PDFS)
def test_a_pdf(case, tmp_path, counted):
    path = made(tmp_path, case, ".pdf")
    meets(case, lambda: read(path))
    counted("hostile files")


@cases(*WORDS)
def test_a_word_file(case, tmp_path, counted):
    path = made(tmp_path, case, ".docx")
    reading = meets(case, lambda: read(path))
    if reading is not None:
        assert "ha" * 20 not in reading.text[0].text
        assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in reading.text[0].text
    counted("hostile files")


@cases(*PAGES)
def test_a_web_page(case, tmp_path, counted):
    path = made(tmp_path, case, ".html")
    meets(case, lambda: read(path))
    counted("hostile files")


@cases(*TEXTS)
def test_a_plain_text(case, tmp_path, counted):
    path = made(tmp_path, case, ".txt")
    meets(case, lambda: read(path))
    counted("hostile files")


# --- what is pasted

PASTED = (
    *(
        Case(name=each.name, content=each.content, says=READS)
        for each in PAGES
        if isinstance(each.content, (bytes, str))
    ),
    Case(name="comments never closed", content="<p>" + "<!--" * 100_000, says=READS),
    Case(name="quotes never closed", content='<a href="' * 60_000, says=READS),
    Case(name="notes in notes", content="<fn>" * DEEP + "x", says=READS),
    Case(name="entities", content="&amp;" * 300_000 + "&#x110000;&#0;&#xD800;", says=READS),
    Case(name="surrogates", content="<p>\ud800 and \udfff</p>", says=READS),
    Case(
        name="controls",
        content="<p>" + "".join(map(chr, range(32))) + "\u202e\u2028\x7f words</p>",
        says=READS,
    ),
)


@cases(*PASTED)
def test_what_is_pasted_into_the_draft(case, counted):
    text = case.content if isinstance(case.content, str) else case.content.decode("utf-8", "replace")
    found = meets(case, lambda: from_html(text))
    kept = to_html(found)

    assert from_html(kept) == found
    assert not [lure for lure in (*LURES, "<script", "<img", "onload") if lure in kept.lower()]
    kept.encode("utf-8")
    counted("hostile files")


@pytest.mark.long
@cases(*PASTED)
def test_what_is_pasted_as_a_report(case, counted):
    text = case.content if isinstance(case.content, str) else case.content.decode("utf-8", "replace")
    any_end = Case(name=case.name, content="", says="")
    meets(any_end, lambda: read_html(text))
    meets(any_end, lambda: read_text(text))
    counted("hostile files")


NONSENSE = (
    b"",
    b"\xff\xfe",
    b"[" * DEEP,
    b'{"version": 1}',
    b"3",
    b'{"version": 1, "pieces": [[]], "response": 1}',
)


@pytest.mark.parametrize("content", NONSENSE, ids=range(len(NONSENSE)))
def test_what_only_drafter_should_have_written_is_not_believed(content, tmp_path, counted):
    """Its form on the clipboard, its settings, the call of a second start: others can write them too."""
    data = QMimeData()
    data.setData(PASSAGES, content)
    (tmp_path / "settings.json").write_bytes(content)

    assert clip_from(data) == ()
    assert single_instance._files(content) == ()
    assert read_preferences(tmp_path / "settings.json") == Preferences()
    counted("hostile files", 3)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)",
        "java\tscript:alert(1)", "\x01javascript:alert(1)", "&#106;avascript:alert(1)", "file:///etc/passwd",
        "//evil.example/x", "\\\\evil.example\\x", "data:text/html,x", "vbscript:x", "ms-word:ofe|u|x",
        "search-ms:query=x", "smb://evil.example/x", "ftp://evil.example/x", "view-source:http://x", "http:",
        "https:///x", "mailto:", "about:blank", "chrome://x", "jar:http://x!/", "\ufeffjavascript:x",
    ],
)  # fmt: skip
def test_an_address_that_is_none_never_becomes_a_link(address, counted):
    kept = to_html(from_html(f'<p>Read <a href="{address}">this</a></p>'))

    assert kept == "<p>Read this</p>"
    counted("hostile addresses")


# --- libraries and responses


def library_json(**more):
    return json.dumps({"format": "drafter-library", "version": 1, "positions": []} | more)


def one(**more):
    return library_json(positions=[{"title": "T", "body": "B"} | more])


def nested(what):
    return library_json()[:-1] + f', "x": {what}}}'


def much(folder):
    (folder / "much.json").write_text('{"positions": [' + "{}," * 6_000_000, encoding="utf-8")
    return folder / "much.json"


def rows(folder):
    (folder / "rows.csv").write_bytes(b"title,body\n" + b"a,b\n" * 5_500_000)
    return folder / "rows.csv"


LIBRARIES = (
    Case(name="too large", content=sparse("large.json", 201 * 1024 * 1024, b"{"), says="200 MB"),
    Case(name="too many", content=much, says="far more entries"),
    Case(name="too deep", content=nested("[" * DEEP + "]" * DEEP), says="not whole"),
    Case(name="too deep in objects", content=nested('{"a":' * DEEP + "1" + "}" * DEEP), says="not whole"),
    Case(name="too deep in a body", content=one(body="<div>" * DEEP + "x"), says=READS),
    Case(
        name="too deep in a version", content=library_json(versions=["[" * DEEP]), says="changed or cut off"
    ),
    Case(name="not closed", content='{"format": "drafter-library", "positions": [', says="not whole"),
    Case(name="zero bytes", content=one(title="a\x00b", body="c\x00d"), says=READS),
    Case(name="raw zero bytes", content=one().encode() + bytes(9), says="not whole"),
    Case(name="wrong encoding", content=one(title="Ünïted").encode("utf-16"), says=READS),
    Case(
        name="not utf-8",
        content=b'{"format": "drafter-library", "version": 1, "positions": [{"title": "\xff", "body": "x"}]}',
        says=READS,
    ),
    Case(name="surrogates", content=one().replace('"B"', '"\\ud800"'), says=EITHER),
    Case(name="a number without end", content=nested("1" * 100_000), says=EITHER),
    Case(name="a large exponent", content=nested("1e999999"), says=EITHER),
    Case(name="the same key twice", content=one().replace('"title"', '"title": "x", "title"'), says=READS),
    Case(name="an id that is a path", content=one(id="../../etc/passwd"), says=READS),
    Case(name="an id of another kind", content=one(id="'; DROP TABLE position; --"), says=READS),
    Case(name="a long title", content=one(title="word " * 200_000), says=READS),
    Case(
        name="a version of nothing",
        content=library_json(versions=["{}", "", "null"]),
        says="changed or cut off",
    ),
    Case(name="a cycle of ids", content=library_json(not_alike=[["a", "a"]]), says=EITHER),
    Case(
        name="links",
        content=one(
            body='<p><a href="javascript:x">y</a></p>',
            sources=[{"title": "s", "address": "file:///etc/passwd"}],
        ),
        says=READS,
    ),
)


TABLES = (
    Case(name="too large", content=sparse("large.csv", 201 * 1024 * 1024, b"title,body\n"), says="200 MB"),
    Case(name="too many rows", content=rows, says="far more entries"),
    Case(name="too long a cell", content="title,body\nT," + "a" * 50_000_001 + "\n", says=EITHER),
    Case(
        name="a quotation never closed", content='title,body\nT,"' + "a,b\n" * 100_000, says="quotation marks"
    ),
    Case(name="zero bytes", content=b"title,body\nT\x00T,B\x00\n", says=EITHER),
    Case(name="wrong encoding", content="title,body\nT,Ünïted\n".encode("utf-16-le"), says=EITHER),
    Case(name="half utf-8", content=b"title,body\nT,\xe2\x82\n", says=READS),
    Case(name="formulas", content='title,body\n"=cmd|\' /C calc\'!A0","@SUM(1)"\n+1,-2\n', says=READS),
    Case(name="many columns", content="title,body" + "," * 100_000 + "\nT,B\n", says=READS),
    Case(name="the same column twice", content="title,title,body\nT,U,B\n", says=READS),
    Case(name="nothing but commas", content=",\n" * 10_000, says="has no"),
    Case(name="too deep in a body", content="title,body\nT," + "<div>" * DEEP + "x\n", says=READS),
)


@pytest.fixture
def library():
    with Library.in_memory() as opened:
        opened.apply(a_change_of(a_position("Kept", title="Kept")))
        yield opened


def still_sound(library):
    assert checking.check(library) == ()
    assert library.position_titled("Kept") is not None
    for each in library.positions():
        kept = to_html(each.current.text) + " ".join(source.address for source in each.current.sources)
        assert not [lure for lure in LURES if lure in kept]
        assert "\x00" not in each.current.title + kept


@cases(*LIBRARIES)
def test_a_library_as_json(case, library, tmp_path, counted):
    path = made(tmp_path, case, ".json")
    meets(case, lambda: importing.add_positions(library, path, by="Ada"))
    still_sound(library)
    counted("hostile files")


@cases(*TABLES)
def test_a_library_as_csv(case, library, tmp_path, counted):
    path = made(tmp_path, case, ".csv")
    meets(case, lambda: importing.add_positions(library, path, by="Ada"))
    still_sound(library)
    write_library_csv(library, tmp_path / "out.csv")
    cells = [
        cell.strip('"')
        for line in (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[:50]
        for cell in line.split(",")
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@")) and len(cell) > 1]
    counted("hostile files")


WORD_LIBRARIES = tuple(Case(name=each.name, content=each.content, slow=each.name in BIG) for each in WORDS)


@cases(*WORD_LIBRARIES)
def test_a_past_response_in_word(case, library, tmp_path, counted):
    path = made(tmp_path, case, ".docx")
    meets(case, lambda: importing.add_positions(library, path, by="Ada"))
    still_sound(library)
    words = " ".join(words for _, _, words in library.plain_words())
    assert "ha" * 20 not in words
    assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in words
    counted("hostile files")


def response(**more):
    return json.dumps({"format": "drafter-response", "version": 1, "title": "T", "shape": "statement"} | more)


RESPONSES = (
    Case(
        name="too deep", content=response()[:-1] + ', "x": ' + "[" * DEEP + "]" * DEEP + "}", says="not whole"
    ),
    Case(
        name="too deep in a passage",
        content=response(sections=[{"passages": [{"body": "<ul><li>" * DEEP}]}]),
        says=READS,
    ),
    Case(
        name="an answer to nothing",
        content=response(sections=[{"passages": [{"body": "x", "answers": ["9"]}]}]),
        says=EITHER,
    ),
    Case(name="a report that is a path", content=response(report="../../etc/passwd"), says=EITHER),
    Case(name="a date without end", content=response(deadline="99999-01-01"), says="cannot be read"),
    Case(name="a number for a title", content=response(title=7), says="cannot be read"),
    Case(name="zero bytes", content=response(title="a\x00b"), says=READS),
    Case(name="a library", content=one(), says="not a response"),
)


@cases(*RESPONSES)
def test_a_response_as_json(case, library, tmp_path, counted):
    path = made(tmp_path, case, ".json")
    meets(case, lambda: importing.add_response(library, path, by=Person()))
    still_sound(library)
    counted("hostile files")


# --- templates

MACROS = types("application/vnd.ms-word.document.macroEnabled.main+xml")
TEMPLATES = (
    *(Case(name=each.name, content=each.content, slow=each.name in BIG) for each in WORDS),
    Case(name="macros", content=word_parts() | {"[Content_Types].xml": MACROS}, says="macros"),
    Case(name="a macro part", content=word_parts() | {"word/vbaProject.bin": b"x"}, says="macros"),
    Case(
        name="not a document",
        content=word_parts() | {"[Content_Types].xml": types("text/plain")},
        says="not a Word file",
    ),
    Case(
        name="relations in a circle",
        content=word_parts()
        | {"word/_rels/document.xml.rels": relations(("x", "document.xml", ""), ("y", "../_rels/.rels", ""))},
        says="",
    ),
    Case(
        name="a relation to nothing",
        content=word_parts()
        | {"word/_rels/document.xml.rels": relations(("styles", "../../../../etc/passwd", ""))},
        says="",
    ),
)


@cases(*TEMPLATES)
def test_a_template(case, tmp_path, counted):
    path = made(tmp_path, case, ".docx")
    meets(case, lambda: examine(path))
    counted("hostile files")


def test_a_zip_that_names_a_part_twice_is_refused_by_all_who_open_it(library, tmp_path, counted):
    from drafter.archives import opened_archive  # noqa: PLC0415 - beside what it is about
    from tests.test_archives import a_zip  # noqa: PLC0415 - likewise

    path = tmp_path / "twice.docx"
    with pytest.warns(UserWarning, match="Duplicate name"):
        path.write_bytes(a_zip([*word_parts().items(), ("word/document.xml", "other")]).getvalue())

    for work in (
        lambda: read(path),
        lambda: importing.add_positions(library, path, by="Ada"),
        lambda: examine(path),
        lambda: opened_archive(path).__enter__(),
    ):
        with pytest.raises(DrafterError):
            work()
    counted("hostile files")


def test_a_position_of_100_000_words_works(tmp_path, capsys, counted):
    words = " ".join(f"word{each % 997}" for each in range(99_990)) + " and an elephant that nobody forgets"
    file, target = tmp_path / "long.json", tmp_path / "out.json"
    file.write_text(one(title="Long", body=f"<p>{words}</p>"), encoding="utf-8")
    library = str(tmp_path / "library.drafter")

    assert main(["--library", library, "library", "add", str(file)]) == 0
    assert main(["--library", library, "library", "find", "elephant"]) == 0
    assert main(["--library", library, "library", "export", str(target)]) == 0
    assert "Long" in capsys.readouterr().out
    with Library.open(tmp_path / "library.drafter") as opened:
        (position,) = opened.positions()
        assert position.current.text.plain == words
        assert checking.check(opened) == ()
    assert json.loads(target.read_bytes())["positions"][0]["body"] == f"<p>{words}</p>"
    counted("hostile files")


def test_a_limit_is_said_as_one(tmp_path):
    with pytest.raises(TooLarge, match="20 MB"):
        read(sparse("large.html", 21 * 1024 * 1024, b"<!doctype html><html>")(tmp_path))
