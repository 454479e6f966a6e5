"""Reports set in columns, one beside the other."""

import pytest

from drafter.reports.reading import read
from tests.reports.papers import Page, a_page_of_text, a_pdf, labels, texts

_BODIES = ("The regulator", "Every council", "The Treasury", "Each hospital", "The inspectorate")


def an_item(number):
    return f"{_BODIES[number % len(_BODIES)]} should publish a", f"plan for matter {number} and report on it."


def a_column(page, numbers, *, left, top, indent):
    """A numbered list in one column, its text hanging."""
    page.top = top
    for number in numbers:
        first, second = an_item(number)
        page.paragraph(f"{number}. {first}", left=left)
        page.say(second, left=left + indent)
    return page


@pytest.mark.parametrize(("first", "second", "indent"), [(72, 310, 16), (54, 330, 0), (60, 300, 30)])
def test_a_list_goes_on_at_the_top_of_the_next_column_and_page(tmp_path, first, second, indent):
    opening = Page().heading("The service").paragraph(*a_page_of_text("the service"))
    pages = [Page().heading("Recommendations"), Page()]
    counts = iter(range(1, 25))
    for page, top in zip(pages, (150, 90), strict=True):
        for left in (first, second):
            a_column(page, [next(counts) for _ in range(6)], left=left, top=top, indent=indent)

    found = read(a_pdf(tmp_path, opening, *pages)).recommendations

    assert [item.label for item in found] == [str(number) for number in range(1, 25)]
    assert [item.page for item in found] == [2] * 12 + [3] * 12
    assert [item.text for item in found] == [" ".join(an_item(number)) for number in range(1, 25)]


def test_an_item_goes_on_over_the_column_with_its_parts(tmp_path):
    page = a_column(Page().heading("Recommendations"), range(1, 6), left=60, top=140, indent=18)
    page.paragraph("6. Ministers should:", left=60)
    page.say("(a) publish a plan for every county;", left=78)
    page.top = 140
    page.say("(b) pay for all of it; and", left=330)
    page.say("(c) report to Parliament each year.", left=330)
    a_column(page, range(7, 11), left=312, top=page.top, indent=18)

    found = read(a_pdf(tmp_path, page)).recommendations

    assert [item.label for item in found] == [str(number) for number in range(1, 11)]
    assert [part.label for part in found[5].parts] == ["(a)", "(b)", "(c)"]


def test_replies_beside_the_recommendations_are_no_second_column(tmp_path):
    page = Page().heading("Recommendations and replies")
    for number in range(1, 5):
        top = 80 + number * 120
        page.top = top
        page.say(f"{number}. The board should set up a", left=60).say("register of interests for", left=60)
        page.say(f"matter {number} and keep it up to date.", left=60)
        page.top = top
        page.says(
            "A register was begun in spring and is",
            "kept by the clerk, who will show it to",
            "all who ask in writing.",
            left=310,
        )

    assert texts(read(a_pdf(tmp_path, page))) == [
        f"The board should set up a register of interests for matter {number} and keep it up to date."
        for number in range(1, 5)
    ]
    assert labels(read(a_pdf(tmp_path, page))) == ["1", "2", "3", "4"]


def test_a_theme_may_be_printed_once_for_several_numbers_of_a_table(tmp_path):
    page = Page().heading("Table of recommendations")
    themes = {1: "Clear values", 3: "Open records", 5: "Safe linen", 7: "Fair pay"}
    for number in range(1, 9):
        top = 80 + number * 70
        first, second = an_item(number)
        page.say(str(number), left=72, at=top)
        if number in themes:
            page.say(themes[number], left=100, at=top)
        page.say(first, left=200, at=top).say(second, left=200).say("It should begin at once.", left=200)
        page.say(f"{number}, 21", left=480, at=top)

    found = [" ".join(text.split()) for text in texts(read(a_pdf(tmp_path, page)))]

    assert found == [f"{' '.join(an_item(number))} It should begin at once." for number in range(1, 9)]
