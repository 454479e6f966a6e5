"""Tables in a Word file, and the pages that are turned for them."""

from dataclasses import replace

import pytest

from drafter.domain.composing import BlockRole, Column, Table
from drafter.domain.records.responses import Form
from drafter.domain.richtext import Run
from drafter.word.sections import wide_ranges
from drafter.word.writing import write
from tests.word import templates
from tests.word.compositions import a_composition, block, body, bullet, number
from tests.word.forms import in_form
from tests.word.reading import R, W, links_of, opened, part, style_names

TABLE = Table(
    title="Our response",
    description="One row each",
    columns=(Column(name="Asked", share=1), Column(name="Said", share=3)),
    rows=(((body("One?"),), (body("Yes."),)), ((body("Two?"),), (body("No."), bullet("why")))),
)
WIDE = replace(TABLE, is_wide=True)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "response.docx"


def tables(path):
    return list(part(path, "word/document.xml").iter(W + "tbl"))


def cells(path):
    """Each table as rows of texts."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in opened(path).tables]


def sections(path):
    """Orientation of each section, and whether it has a first page of its own."""
    found = part(path, "word/document.xml").iter(W + "sectPr")
    return [
        (each.find(W + "pgSz").get(W + "orient") or "portrait", each.find(W + "titlePg") is not None)
        for each in found
    ]


def test_a_table_has_a_header_row_and_its_cells_keep_paragraphs_and_lists(target):
    write(a_composition(body("Look:"), TABLE), target)

    assert cells(target) == [[["Asked", "Said"], ["One?", "Yes."], ["Two?", "No.\nwhy"]]]
    styles = [each.style.name for each in opened(target).tables[0].rows[2].cells[1].paragraphs]
    assert styles == ["Normal", "List Bullet"]


def test_the_header_repeats_and_no_row_breaks(target):
    write(a_composition(TABLE), target)

    [table] = tables(target)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(W + "tr")] == [
        True,
        False,
        False,
    ]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(W + "tr"))


def test_only_a_row_that_is_longer_than_a_page_may_break(target):
    long = ((body("Long?"),), (body("It is long. " * 900),))
    write(a_composition(replace(TABLE, rows=(*TABLE.rows, long))), target)

    [table] = tables(target)
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(W + "tr")]
    assert whole == [True, True, True, False]


def test_a_table_says_what_it_is_in_a_style_of_word_s_own(target):
    write(a_composition(TABLE), target)

    properties = tables(target)[0].find(W + "tblPr")
    said = {each.tag.removeprefix(W): each.get(W + "val") for each in properties}
    assert (said["tblCaption"], said["tblDescription"]) == ("Our response", "One row each")
    assert style_names(target)[said["tblStyle"]] == "Table Grid"
    assert not {"tblBorders", "tblCellMar", "shd", "jc"} & set(said)


def test_its_columns_fill_the_width_of_the_text(target):
    write(a_composition(TABLE), target)

    grid = [int(each.get(W + "w")) for each in tables(target)[0].iter(W + "gridCol")]
    section = opened(target).sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    assert sum(grid) == round(width / 635)
    assert grid[1] == pytest.approx(3 * grid[0], abs=3)


def test_the_header_row_is_marked_by_more_than_its_shade(target):
    write(a_composition(TABLE), target)

    runs = [run for cell in opened(target).tables[0].rows[0].cells for run in cell.paragraphs[0].runs]
    assert {each.style.name for each in runs} == {"Strong"}


def test_a_list_in_a_cell_starts_at_one(target):
    rows = (((number("a"),), (number("b"), number("c"))),)
    write(a_composition(replace(TABLE, rows=rows)), target)

    nums = [
        each.find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val")
        for each in tables(target)[0].iter(W + "p")
        if each.find(f"{W}pPr/{W}numPr") is not None
    ]
    assert nums[0] != nums[1] == nums[2]


def test_words_of_a_passage_in_a_cell_lie_in_a_bookmark(target):
    entries = write(a_composition(TABLE), target)

    named = {each.get(W + "name") for each in tables(target)[0].iter(W + "bookmarkStart")}
    assert named == {each.bookmark for each in entries}
    assert [each.text for each in entries] == ["One?", "Yes.", "Two?", "No.", "why"]


def test_a_wide_table_has_turned_pages_between_upright_ones(target):
    write(a_composition(block(BlockRole.TITLE, "T"), body("Before."), WIDE, body("After.")), target)

    assert sections(target) == [("portrait", True), ("landscape", False), ("portrait", False)]


def test_the_title_goes_with_the_table_where_nothing_stands_between(target):
    lead = block(BlockRole.BODY, "In its order:")
    write(a_composition(block(BlockRole.TITLE, "T"), block(BlockRole.HEADING1, "H"), lead, WIDE), target)

    assert sections(target) == [("landscape", True)]
    last = part(target, "word/document.xml")[0][-2]
    assert last.tag == W + "p"


def test_headings_and_the_line_that_lead_to_a_table_go_with_it():
    items = (
        block(BlockRole.TITLE, "T"),
        body("Hers."),
        block(BlockRole.HEADING1, "H"),
        block(BlockRole.BODY, "Ours:"),
        WIDE,
        TABLE,
    )

    assert list(wide_ranges(items)) == [range(2, 5)]


def test_turned_pages_keep_header_and_footer_with_the_page_number_at_their_margin(target):
    write(a_composition(body("Before."), WIDE, body("After.")), target)

    upright, turned, last = opened(target).sections
    assert len({each.footer.paragraphs[0].text for each in (upright, turned, last)}) == 1
    assert len({each.header.paragraphs[0].text for each in (upright, turned, last)}) == 1
    tabs = turned.footer.paragraphs[0].paragraph_format.tab_stops
    width = turned.page_width - turned.left_margin - turned.right_margin
    assert max(each.position for each in tabs) == pytest.approx(width, abs=10_000)
    assert turned.page_width > turned.page_height
    assert last.page_width < last.page_height


def test_the_links_of_a_footer_go_with_its_copy(tmp_path, target):
    template = templates.a_letterhead(tmp_path / "letterhead.docx")
    write(a_composition(body("Before."), WIDE), target, template=template)

    root = part(target, "word/document.xml")
    wide = list(root.iter(W + "sectPr"))[-1]
    assert wide.find(W + "headerReference").get(R + "id")
    assert [each for each in opened(target).part.package.iter_parts() if "media" in each.partname]
    assert links_of(target) == {}


def test_a_marker_in_a_letter_turns_only_the_pages_of_the_table(tmp_path, target):
    write(a_composition(WIDE), target, template=templates.one_with_a_place(tmp_path / "letter.docx"))

    assert [kind for kind, _ in sections(target)] == ["portrait", "landscape", "portrait"]
    document = opened(target)
    assert [each.text for each in document.paragraphs if each.text] == ["Dear committee,", "Yours sincerely,"]


def test_two_columns_are_not_turned(tmp_path, target):
    two = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:cols w:num="2"/></w:sectPr>'
    template = templates.packed(tmp_path / "two.docx", {"word/document.xml": templates.body("<w:p/>", two)})
    write(a_composition(WIDE), target, template=template)

    assert sections(target) == [("portrait", False)]


@pytest.mark.parametrize("make", templates.USABLE, ids=lambda make: make.__name__)
def test_every_template_takes_a_table(tmp_path, target, make):
    write(in_form(Form.TABLE), target, template=make(tmp_path / "template.docx"))

    rows = [row for table in cells(target) for row in table]
    assert ["Recommendation", "Our position", "Our response"] in rows
    styles = {
        each.find(f"{W}tblPr/{W}tblStyle").get(W + "val")
        for each in tables(target)
        if each.find(f"{W}tblPr/{W}tblStyle") is not None
    }
    assert {style_names(target)[each] for each in styles} == {"Table Grid"}


def test_counted_paragraphs_have_one_list_that_goes_on(target):
    counted = [block(BlockRole.COUNTED, f"Paragraph {each}.") for each in range(3)]
    heading = block(BlockRole.HEADING1, "H")
    write(a_composition(counted[0], number("a", 1), heading, counted[1], bullet("b"), counted[2]), target)

    paragraphs = [each for each in opened(target).paragraphs if each.text.startswith("Paragraph")]
    nums = {each._p.find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") for each in paragraphs}
    assert len(nums) == 1
    others = [
        each._p.find(f"{W}pPr/{W}numPr/{W}numId") for each in opened(target).paragraphs if each.text == "a"
    ]
    assert others[0].get(W + "val") not in nums


def test_bold_and_italic_in_a_link_are_kept_beside_its_style(target):
    link = "https://example.org/"
    runs = (
        Run(text="our ", link=link),
        Run(text="bold", bold=True, link=link),
        Run(text=" one", italic=True, link=link),
    )
    write(a_composition(body("See ", *runs)), target)

    [hyperlink] = opened(target).paragraphs[0].hyperlinks
    assert [(each.text, each.bold, each.italic, each.style.name) for each in hyperlink.runs] == [
        ("our ", None, None, "Hyperlink"),
        ("bold", True, None, "Hyperlink"),
        (" one", None, True, "Hyperlink"),
    ]
    assert hyperlink.text == "our bold one"
