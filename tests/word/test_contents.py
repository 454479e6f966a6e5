"""The contents list of a long document, and the pages it names."""

import re
import shutil
import subprocess

import pypdfium2
import pytest

from drafter.domain.composing import BlockRole
from drafter.word.paging import Laid, Sheet, pages_of
from drafter.word.shapes import Shape
from drafter.word.widths import lines_of
from drafter.word.writing import write
from tests.word import templates
from tests.word.compositions import a_composition, a_statement, block, body, points
from tests.word.reading import W, part, shown

SHAPE = Shape(
    size=10,
    scale=1,
    is_bold=False,
    line=10,
    extra=0,
    before=0,
    after=0,
    indent=0,
    keeps_next=False,
    keeps_lines=False,
)
SOFFICE = shutil.which("soffice") or ""
SHEET = Sheet(width=500, height=100)
"""Ten lines a page."""


@pytest.fixture
def target(tmp_path):
    return tmp_path / "response.docx"


def entries(path):
    """Style, words and page of each line of the list."""
    found = []
    for paragraph in part(path, "word/document.xml").iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if (
            style is not None
            and style.get(W + "val").startswith("TOC")
            and paragraph.find(W + "hyperlink") is not None
        ):
            words = [each.text for each in paragraph.iter(W + "t")]
            found.append((style.get(W + "val"), words[0], int(words[1])))
    return found


def test_a_short_document_has_no_contents_list(target):
    write(a_statement(), target)

    assert entries(target) == []


def test_a_long_document_lists_its_headings_before_its_text(target):
    write(points(60), target)

    listed = [(style, text) for style, text, _ in entries(target)]
    read = [(each.style, each.text) for each in shown(target)]
    headings = [
        ({"Heading 1": "TOC1", "Heading 2": "TOC2"}[style], text)
        for style, text in read
        if style.startswith("Heading")
    ]
    assert listed == headings
    assert [style for style, _ in read[:4]] == ["Title", "Date", "TOC Heading", "toc 1"]


def test_its_pages_go_up_and_end_within_the_document(target):
    write(points(60), target)

    pages = [page for _, _, page in entries(target)]
    assert pages == sorted(pages)
    assert pages[0] > 1
    assert pages[-1] > 10


def test_each_line_leads_to_its_heading(target):
    write(points(60), target)

    root = part(target, "word/document.xml")
    marked = {
        start.get(W + "name"): "".join(each.text for each in start.getparent().iter(W + "t"))
        for start in root.iter(W + "bookmarkStart")
        if start.get(W + "name").startswith("_Toc")
    }
    led = {
        link.get(W + "anchor"): next(link.iter(W + "t")).text
        for link in root.iter(W + "hyperlink")
        if link.get(W + "anchor")
    }
    assert led == marked
    asked = {each.text.split()[1] for each in root.iter(W + "instrText") if "PAGEREF" in each.text}
    assert asked == set(marked)


def test_its_fields_begin_and_end(target):
    write(points(60), target)

    kinds = [each.get(W + "fldCharType") for each in part(target, "word/document.xml").iter(W + "fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(entries(target)) + 1


def test_a_template_without_contents_styles_gets_them_with_a_tab(target, tmp_path):
    template = templates.one_without_styles(tmp_path / "template.docx")
    write(points(60), target, template=template)

    tabs = [each.get(W + "pos") for each in part(target, "word/styles.xml").iter(W + "tab")]
    assert tabs == ["9026", "9026"]


def test_a_long_document_without_headings_has_no_list(target):
    write(a_composition(*[body("Words. " * 60)] * 90), target)

    assert entries(target) == []


# --- pages


def laid(*lines, **more):
    return [Laid(shape=SHAPE, lines=each, **more) for each in lines]


def test_a_full_page_is_turned():
    assert pages_of(laid(5, 5, 5), SHEET) == [1, 1, 2]


def test_a_long_paragraph_runs_over_pages():
    assert pages_of(laid(25, 3, 3), SHEET) == [1, 3, 4]


def test_no_line_is_left_alone():
    assert pages_of(laid(9, 4), SHEET) == [1, 2]
    assert pages_of(laid(8, 4), SHEET) == [1, 1]


def test_a_heading_goes_over_with_what_it_heads():
    heading = laid(1, keeps_next=True)
    assert pages_of([*laid(8), *heading, *laid(5)], SHEET) == [1, 2, 2]
    assert pages_of([*laid(7), *heading, *laid(5)], SHEET) == [1, 1, 1]


def test_notes_take_their_room_from_the_text():
    assert pages_of([*laid(5, notes=30), *laid(3)], SHEET) == [1, 2]
    assert pages_of([*laid(5), *laid(3)], SHEET) == [1, 1]


def test_lines_are_broken_between_words():
    assert lines_of("", 1000) == 1
    assert lines_of("nnnn nnnn", 4700) == 2
    assert lines_of("nnnn nnnn", 4750) == 1
    assert lines_of("n" * 100, 1000) == 1
    assert lines_of("nnnn nnnn", 4750, is_bold=True) == 2


@pytest.mark.long
@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
def test_libreoffice_has_the_headings_on_these_pages(tmp_path):
    target = tmp_path / "response.docx"
    write(points(60), target)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(  # noqa: S603 - LibreOffice, on a file of our own
        [
            SOFFICE,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            target,
        ],
        check=True,
        capture_output=True,
    )

    with pypdfium2.PdfDocument(target.with_suffix(".pdf")) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    for _, heading, page in entries(target):
        real = [at for at, text in enumerate(texts, 1) if re.search(rf"(?m)^{re.escape(heading)}\s*$", text)]
        assert real
        assert abs(real[-1] - page) <= 1


def test_the_list_stands_first_where_there_is_no_title(target):
    write(a_composition(*[block(BlockRole.HEADING1, "A"), body("Words. " * 60)] * 90), target)

    assert shown(target)[0].style == "TOC Heading"
