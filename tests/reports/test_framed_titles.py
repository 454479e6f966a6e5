"""Recommendations whose label and title stand in one row of a frame, their text in the next."""

from drafter.reports.reading import read
from tests.reports.papers import Page, a_page_of_text, a_pdf, a_word_file, texts

TITLED = {
    "A register of wells": "The Agency should keep a register of wells.",
    "Fees for drilling": "Ministers must lower the fees of small drillers.",
    "Testing of water": "We recommend that councils test each well twice a year.",
    "Grants": "Publish a list of grants.",
}
FOUND = [f"{title}\n{text}" for title, text in TITLED.items()]


def wells(rows, *, cells=1):
    def build(document):
        document.add_heading("Review of wells", 0)
        for number, (title, text) in enumerate(TITLED.items(), start=1):
            document.add_paragraph(" ".join(a_page_of_text("drought", sentences=2)) + ".")
            table = document.add_table(len(rows), cells)
            table.style = "Table Grid"
            for row, words in zip(table.rows, rows, strict=True):
                row.cells[0].text = words.format(number=number, title=title, text=text)

    return build


def test_the_text_stands_in_the_row_below_the_title(tmp_path):
    word = a_word_file(tmp_path, wells(["Recommendation {number}: {title}", "{text}"]))

    assert texts(read(word)) == FOUND


def test_a_row_below_the_text_is_none_of_it(tmp_path):
    rows = ["Recommendation {number}: {title}", "{text}", "By: spring 2031"]

    assert texts(read(a_word_file(tmp_path, wells(rows)))) == FOUND


def test_a_row_that_replies_to_a_title_is_none_of_it(tmp_path):
    rows = ["Recommendation {number}: {text}", "Accepted. The Agency should have begun by then."]

    assert texts(read(a_word_file(tmp_path, wells(rows)))) == list(TITLED.values())


def test_so_it_is_on_pages_and_parts_stand_in_a_row_of_their_own(tmp_path):
    page = Page().heading("Review of wells").paragraph(*a_page_of_text("drought", sentences=3))
    for number, title in enumerate(TITLED, start=1):
        page.top += 20
        for line in (f"Recommendation {number}: {title}", "The Agency should:", "(a) count its wells; and"):
            top = page.top
            page.say(line, gap=4)
            page.box(top, page.top + 2).top += 2
    found = read(a_pdf(tmp_path, page)).recommendations

    assert [item.text for item in found] == [
        f"{title}\nThe Agency should:\n(a) count its wells; and" for title in TITLED
    ]
