"""Word files that mean harm, as a report, as a past response and as a template; in bounded time."""

from pathlib import Path

import pytest

from drafter.archives import opened_archive
from drafter.domain.errors import DrafterError
from drafter.reports.reading import read
from drafter.services import importing
from drafter.word.template import examine
from tests.faults.hostile import (
    LAUGHS,
    a_docx,
    a_paragraph,
    document,
    lured_docx,
    relations,
    types,
    word_parts,
)
from tests.faults.hostile_cases import EITHER, READS, Case, cases, made, meets, sparse, still_sound
from tests.test_archives import a_zip

BIG = {"a bomb", "too large", "too many parts"}
"""What is opened by one door in the usual run and by all three in the long one."""
OUTSIDE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/hostname">'
BOMB = {"word/document.xml": b" " * 40_000_000}
ODD_NAMES = ("../../evil.xml", "/etc/evil.xml", "..\\evil.xml", "C:/../evil.xml")


def long_words(folder):
    line = " ".join(f"We should stop {each}." for each in range(150_000))
    return a_docx(folder / "long.docx", word_parts(a_paragraph(line)))


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
        content=long_words,
        says=READS,
    ),
    Case(name="lures", content=lured_docx, says=READS),
    *(
        Case(name=f"a name {number}", content=word_parts() | {name: "x"}, says="Word does not do")
        for number, name in enumerate(ODD_NAMES)
    ),
)

WORD_LIBRARIES = tuple(Case(name=each.name, content=each.content, slow=each.name in BIG) for each in WORDS)

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


@cases(*WORDS)
def test_a_word_file(case, tmp_path, counted):
    path = made(tmp_path, case, ".docx")
    reading = meets(case, lambda: read(path))
    if reading is not None:
        assert "ha" * 20 not in reading.text[0].text
        assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in reading.text[0].text
    counted("hostile files")


@cases(*WORD_LIBRARIES)
def test_a_past_response_in_word(case, library, tmp_path, counted):
    path = made(tmp_path, case, ".docx")
    meets(case, lambda: importing.add_positions(library, path, by="Ada"))
    still_sound(library)
    words = " ".join(words for _, _, words in library.plain_words())
    assert "ha" * 20 not in words
    assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in words
    counted("hostile files")


@cases(*TEMPLATES)
def test_a_template(case, tmp_path, counted):
    path = made(tmp_path, case, ".docx")
    meets(case, lambda: examine(path))
    counted("hostile files")


def test_a_zip_that_names_a_part_twice_is_refused_by_all_who_open_it(library, tmp_path, counted):
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
