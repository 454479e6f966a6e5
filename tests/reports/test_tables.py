"""Recommendations in tables: heads of columns, replies beside them, rows that go on over the page."""

import pytest

from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_page_of_text, a_pdf, a_word_file, labels, texts

WISHES = ["mend the roads", "light the lanes", "open the courts", "count the cost", "fund the buses"]
NUMBER, ITEM, REPLY = 72, 130, 350
STEP = 14.3


def row(page, number, item, reply, *, gap=12):
    """One row of a table: a number, and two cells of several lines beside each other."""
    top = page.top + gap
    page.say(number, left=NUMBER, at=top)
    for at, line in enumerate(item):
        page.say(line, left=ITEM, at=top + at * STEP)
    for at, line in enumerate(reply):
        page.say(line, left=REPLY, at=top + at * STEP)
    page.top = top + max(len(item), len(reply)) * STEP
    return page


def an_item(wish):
    return ["The council should", f"{wish}."]


LONG_REPLY = [
    "Accepted in principle",
    "since the money for it",
    "has been found in the",
    "budget of this year",
]


def test_a_reply_longer_than_its_item_is_no_part_of_it(tmp_path):
    page = Page().heading("Recommendations and replies")
    for number, wish in enumerate(WISHES, start=1):
        row(page, str(number), an_item(wish), LONG_REPLY)

    assert texts(read(a_pdf(tmp_path, page))) == [f"The council should {wish}." for wish in WISHES]


def test_the_head_of_a_table_that_is_repeated_on_each_page_ends_nothing(tmp_path):
    pages = []
    for first in (0, 2, 4):
        page = Page().heading("Recommendations") if not first else Page()
        page.say("No.", left=NUMBER, font="bold").say(
            "Recommendation", left=ITEM, font="bold", at=page.top - STEP
        )
        page.say("Government response", left=REPLY, font="bold", at=page.top - STEP)
        for number in range(first + 1, min(first + 3, len(WISHES) + 1)):
            row(page, str(number), an_item(WISHES[number - 1]), ["Noted"])
        pages.append(page)

    assert labels(read(a_pdf(tmp_path, *pages))) == ["1", "2", "3", "4", "5"]


def test_a_row_that_goes_on_over_the_page_after_its_reply(tmp_path):
    first = Page().paragraph(*a_page_of_text("the roads"))
    second = Page()
    for number in (1, 2):
        row(first, f"Recommendation {number}", [], [])
        first.top -= 26.3
        row(first, "", ["The council should see", "that somebody will go"], ["Accepted"])
    second.say("and mend the roads.", left=ITEM).say("", left=NUMBER)
    second.heading("What comes next").paragraph(*a_page_of_text("the lanes"))

    last = read(a_pdf(tmp_path, first, second)).recommendations[-1]

    assert last.text == "The council should see that somebody will go and mend the roads."
    assert last.pages == (1, 2)


def test_the_names_of_the_columns_name_the_list_but_head_no_item():
    rows = "".join(
        f"<tr><td>{at}</td><td>Mend road {at} soon.</td><td>Noted.</td></tr>" for at in range(1, 6)
    )
    head = "<tr><td>No.</td><td>Recommendation</td><td>Our response</td></tr>"

    reading = read_html(f"<h1>Roads</h1><h2>Chapter 2: Lanes</h2><table>{head}{rows}</table>")

    assert labels(reading) == ["1", "2", "3", "4", "5"]
    assert {item.heading for item in reading.recommendations} == {"Chapter 2: Lanes"}


def test_a_label_in_a_cell_of_its_own_begins_an_item_though_the_cell_above_ends_in_no_stop(tmp_path):
    page = Page().paragraph(*a_page_of_text("the roads"))
    page.top += STEP
    for number, wish in enumerate(WISHES, start=1):
        row(page, f"Rec {number}", ["The council should", f"{wish} in all the towns"], [], gap=0)

    assert texts(read(a_pdf(tmp_path, page))) == [
        f"The council should {wish} in all the towns" for wish in WISHES
    ]


def test_bullets_that_were_drawn_after_two_columns_stand_before_their_own_text(tmp_path):
    left, right = Page(), Page()
    left.paragraph(*["Prose that stands on the left side", "and says how it was in those years."] * 9)
    right.paragraph("We recommend that the council:", left=320)
    tops = []
    for wish in WISHES:
        tops.append(right.top + 4)
        right.paragraph(f"{wish} in every town that asks", "for it before the winter", left=332, gap=4)
    whole = Page(drawn=left.drawn + right.drawn, top=right.top)
    for top in tops:
        whole.say("•", left=320, at=top)

    assert texts(read(a_pdf(tmp_path, whole))) == [
        f"{wish} in every town that asks for it before the winter" for wish in WISHES
    ]


@pytest.mark.parametrize(
    "reply",
    ["Agreed in full.", "Accepted in principle.", "Not accepted.", "Partly agreed.", "Accepted fully:"],
)
def test_an_auditors_points_end_where_the_reply_to_them_begins(reply):
    points = ("Paint the bridge.", "Count the bridges.", "Ask who owns them.", "Close those that fall.")
    told = "\n\n".join(
        f"Recommendation {at}: {said}\n\n{reply} Responsible officer: Clerk"
        for at, said in enumerate(points, start=1)
    )

    assert texts(read_text(f"Audit of bridges\n\n{told}\n")) == list(points)


def test_a_tail_on_a_line_of_its_own_belongs_to_the_item():
    told = "".join(
        f"<p>{at}. Do you want bridge {at} to be painted before spring?</p><p>(Paragraph {at}7)</p>"
        for at in range(1, 5)
    )

    assert texts(read_html(f"<h1>Bridges</h1><h2>Questions</h2>{told}<p>Please reply by May.</p>")) == [
        f"Do you want bridge {at} to be painted before spring?\n(Paragraph {at}7)" for at in range(1, 5)
    ]


def test_who_is_to_act_in_the_row_above_heads_no_item_of_a_word_table(tmp_path):
    def build(document):
        document.add_heading("School meals", 0)
        document.add_heading("Recommendations", 1)
        table = document.add_table(rows=1, cols=3)
        for cell, text in zip(table.rows[0].cells, ("No.", "Recommendation", "Who"), strict=True):
            cell.text = text
        for number, wish in enumerate(WISHES, start=1):
            row = (str(number), f"Ministers should {wish}.", "Treasury")
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    found = read(a_word_file(tmp_path, build)).recommendations

    assert [item.heading for item in found] == ["Recommendations"] * len(WISHES)
