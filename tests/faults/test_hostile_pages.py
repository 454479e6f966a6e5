"""Web pages and clipboards that mean harm: a sentence or the words, in bounded time, and no lure kept."""

import pytest
from PySide6.QtCore import QMimeData

from drafter.domain.richtext_html import from_html, to_html
from drafter.reports.reading import read, read_html, read_text
from drafter.settings import Preferences, read_preferences
from drafter.ui import single_instance
from drafter.ui.text.clipboard import PASSAGES, clip_from
from tests.faults.hostile import LAUGHS, LURES, REPORT, lured_html
from tests.faults.hostile_cases import DEEP, EITHER, READS, Case, cases, made, meets, sparse

LINE = REPORT.encode()
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


@cases(*PAGES)
def test_a_web_page(case, tmp_path, counted):
    path = made(tmp_path, case, ".html")
    meets(case, lambda: read(path))
    counted("hostile files")


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
