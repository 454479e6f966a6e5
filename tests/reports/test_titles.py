"""What a report is called where its first heading is one that most reports have."""

import pytest

from drafter.reports.lines import Document, Line, Sheet
from drafter.reports.reading import read
from drafter.reports.titles import title_of
from tests.reports.papers import a_word_file

BODY = Line(text="Rents have risen for three years, and homes are as cold as they were before.", size=11)


def row(text, size=11.0, **look):
    return Line(text=text, size=size, **look)


def a_marked(*lines, title=""):
    return Document(lines=(*lines, BODY, BODY), title=title, marked=True)


@pytest.mark.parametrize(
    "heading",
    [
        "Introduction",
        "1. Introduction",
        "I. Introduction and background",
        "Foreword",
        "Ministerial foreword",
        "Foreword by the Secretary of State",
        "Contents",
        "Table of contents",
        "Executive summary",
        "Background:",
        "Chapter 1",
        "About this consultation",
    ],
)
def test_the_largest_rows_before_a_heading_that_most_reports_have_are_the_title(heading):
    document = a_marked(
        row("Department of Homes", 12),
        row("Warm homes for renters:", 20),
        row("a consultation", 20),
        row(heading, 16, heading=1),
    )

    assert title_of(document, "v3.docx") == "Warm homes for renters: a consultation"


@pytest.mark.parametrize(
    "heading",
    ["Introduction to beekeeping", "Background checks on carers", "Our contents, our rules", "Warm homes"],
)
def test_a_heading_that_tells_more_is_the_title(heading):
    assert title_of(a_marked(row("Department of Homes", 20), row(heading, heading=1))) == heading


def test_the_title_style_comes_before_what_is_written_larger(tmp_path):
    def build(document):
        document.core_properties.title = ""
        document.add_heading("Warm homes for renters", level=0)
        document.add_heading("Introduction")
        document.add_paragraph("Rents have risen for three years.").runs[0].font.size = 500_000

    assert read(a_word_file(tmp_path, build)).title == "Warm homes for renters"


def test_bold_rows_come_before_plain_ones_of_their_size_and_a_date_is_none():
    rows = row("3 May 2025", bold=True), row("Warm homes for renters", bold=True)
    introduction = row("Introduction", heading=1)

    assert title_of(a_marked(row("Department of Homes"), *rows, introduction)) == "Warm homes for renters"
    assert title_of(a_marked(row("Department of Homes"), introduction)) == "Department of Homes"


def test_below_a_contents_list_no_title_is_looked_for():
    document = a_marked(row("Contents"), row("Cold homes 4", 14), row("Introduction", 14, heading=1))

    assert title_of(document, "warm-homes-for-renters.docx") == "warm homes for renters"


@pytest.mark.parametrize("given", ["Executive summary", "[Insert title here]", "Click here to enter text"])
def test_a_property_that_says_nothing_gives_way_to_the_files_name(given):
    document = a_marked(row("Introduction", heading=1), title=given)

    assert title_of(document, "Warm homes 2025.docx") == "Warm homes 2025"


def test_where_nothing_is_better_the_heading_stays():
    assert title_of(a_marked(row("Introduction", heading=1)), "0001.docx") == "Introduction"
    assert title_of(a_marked(row("Introduction", heading=1))) == "Introduction"


@pytest.mark.parametrize("head", ["Executive summary", "Contents", "The Report"])
def test_on_a_page_too_the_largest_words_that_tell_something_are_the_title(head):
    lines = row(head, 30), row("Warm homes for renters", 18), BODY, BODY, row("1 of 7", 30)

    assert title_of(Document(lines=lines, sheets=(Sheet(width=595, height=842),))) == "Warm homes for renters"


def test_on_a_page_of_body_text_alone_the_files_name_comes_before_its_heading():
    document = Document(lines=(row("Introduction", 16), BODY, BODY), sheets=(Sheet(width=595, height=842),))

    assert title_of(document, "warm_homes.pdf") == "warm homes"
