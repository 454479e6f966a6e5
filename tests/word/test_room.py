"""The room that the text has in a template: columns, cells, and pages that are wide already."""

from dataclasses import replace

import pytest

from drafter.domain.composing import BlockRole, Column, Table
from drafter.domain.records.responses import Form
from drafter.word.look import look_of
from drafter.word.paging import Laid, Sheet, pages_of, sheet_of
from drafter.word.shapes import Shape
from drafter.word.template import examine
from drafter.word.writing import write
from tests.word import templates
from tests.word.compositions import a_composition, block, body, points
from tests.word.forms import in_form
from tests.word.reading import W, part

CELL = 7000
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


@pytest.fixture
def target(tmp_path):
    return tmp_path / "response.docx"


@pytest.fixture
def template(tmp_path):
    return tmp_path / "letter.docx"


def sections(path):
    """Each as its orientation and how many columns it has."""
    found = part(path, "word/document.xml").iter(W + "sectPr")
    return [(each.find(W + "pgSz").get(W + "orient") or "portrait", sheet_of(each).columns) for each in found]


def tabs_of_contents(path):
    """The stops that the lines of the contents list have of their own, cleared ones left out."""
    paragraphs = part(path, "word/document.xml").iterfind(f".//{W}p[{W}hyperlink]/{W}pPr/{W}tabs/{W}tab")
    return {int(each.get(W + "pos")) for each in paragraphs if each.get(W + "val") != "clear"}


def width_of(table):
    return sum(int(each.get(W + "w")) for each in table.find(W + "tblGrid"))


def test_every_template_takes_every_word_of_a_table(template, target):
    for make in templates.MORE:
        write(in_form(Form.TABLE), target, template=make(template))

        words = [each.text for each in part(target, "word/document.xml").iter(W + "t")]
        assert words.count("Recommendation 1") == 2, make.__name__


def test_in_two_columns_every_table_stands_across_the_page(template, target):
    write(in_form(Form.TABLE), target, template=templates.one_in_two_columns(template))

    assert sections(target) == [("portrait", 2), ("portrait", 1)] * 3
    page = 11906 - 2 * 1200
    assert {width_of(each) for each in part(target, "word/document.xml").iter(W + "tbl")} == {page}


def test_page_numbers_of_a_contents_list_stand_within_a_column(template, target):
    write(points(40), target, template=templates.one_in_two_columns(template))

    assert tabs_of_contents(target) == {(11906 - 2 * 1200 - 600) // 2}


def test_in_a_cell_tables_and_the_contents_list_are_as_wide_as_it(template, target):
    write(in_form(Form.TABLE), target, template=templates.one_with_a_place_in_a_cell(template))
    _, *ours = part(target, "word/document.xml").iter(W + "tbl")
    assert {width_of(each) for each in ours} == {CELL - 2 * 108}

    write(points(40), target, template=templates.one_with_a_place_in_a_cell(template))
    assert tabs_of_contents(target) == {CELL - 2 * 108}


def test_the_first_row_may_break_where_what_leads_to_it_takes_its_room(target):
    columns = (Column(name="Asked", share=1), Column(name="Said", share=1))
    words = body("A row that takes about a half of the page. " * 20)
    table = Table(title="T", description="D", columns=columns, rows=(((words,), (words,)),) * 2, is_wide=True)
    heads = (block(BlockRole.TITLE, "A long title " * 12), block(BlockRole.SUBTITLE, "And more " * 12))
    for before, expected in (((), [False, False, False]), (heads, [False, True, False])):
        write(a_composition(*before, table), target)

        rows = part(target, "word/document.xml").iter(W + "tr")
        assert [each.find(f"{W}trPr/{W}cantSplit") is None for each in rows] == expected


def test_columns_are_filled_before_the_page_is_turned():
    sheet = Sheet(width=200, height=100, columns=2)
    ten = Laid(shape=SHAPE, lines=10)

    assert pages_of([ten, ten, ten, ten], sheet) == [1, 1, 2, 2]
    apart = replace(ten, sheet=Sheet(width=400, height=100))
    assert pages_of([ten, apart, ten], sheet) == [1, 2, 3]


def test_columns_of_two_widths_are_taken_for_the_narrower():
    columns = (
        '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="3000" w:space="600"/><w:col w:w="6000"/></w:cols>'
    )
    section = templates.parsed_section(templates.UPRIGHT + templates.MARGINS + columns)

    assert (sheet_of(section).width, sheet_of(section).columns) == (150, 2)


def test_pages_that_are_wide_and_a_place_in_a_cell_are_told(template):
    [_, wide] = examine(templates.one_that_ends_wide(template)).findings
    [cell] = examine(templates.one_with_a_place_in_a_cell(template)).findings

    assert "landscape, though others are not" in wide
    assert "table cell" in cell
    assert "outside the table" in cell


def test_the_preview_takes_the_margins_of_the_pages_where_the_text_goes(template):
    upright = f"<w:p><w:pPr>{templates.section(templates.UPRIGHT + templates.MARGINS)}</w:pPr></w:p>"
    content = f"<w:p>{templates.MARKER}</w:p>{upright}{templates.words('Our figures')}"
    wide = templates.section(templates.WIDE + templates.MARGINS)
    templates.packed(template, {"word/document.xml": templates.body(content, wide)})

    sheet = look_of(template).sheet

    assert sheet.width < sheet.height
