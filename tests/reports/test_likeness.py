"""The rest like one item, in documents of several manners."""

import pytest

from drafter.reports.alike import find_alike, find_alike_in_text
from drafter.reports.reading import read
from drafter.reports.recognising.likeness import like
from drafter.reports.recognising.measuring import measured
from drafter.reports.text_lines import read_plain
from drafter.reports.worker import find_alike_in_worker
from tests.builders import a_recommendation
from tests.reports.papers import Page, a_page_of_text, a_pdf, a_word_file

ASKS = (
    "Fund every hall",
    "Publish a register of halls",
    "Pay the fares of volunteers",
    "Report to Parliament each year",
)


def texts(found):
    return [each.text for each in found]


def an_item(text, *, page=None, **more):
    return a_recommendation(text, label="", page=page, **more)


def prose(page, about):
    return page.paragraph(*a_page_of_text(about)[:6])


def test_bold_lines_that_nobody_numbered(tmp_path):
    pages = []
    for ask in ASKS:
        page = prose(Page().heading("A chapter"), "giving").paragraph(ask, font="bold")
        pages.append(prose(page, "halls"))
    path = a_pdf(tmp_path, *pages)

    found = find_alike(path, an_item(ASKS[1], page=2), ())

    assert texts(found) == [ASKS[0], ASKS[2], ASKS[3]]
    assert [each.page for each in found] == [1, 3, 4]
    assert all(each.regions and each.kind == found[0].kind for each in found)


def test_what_is_in_the_list_already_is_not_offered(tmp_path):
    page = Page().heading("Asks")
    for ask in ASKS:
        prose(page.paragraph(ask, font="bold"), "giving")
    path = a_pdf(tmp_path, page)

    assert texts(find_alike(path, an_item(ASKS[0], page=1), (an_item(ASKS[2], page=1),))) == [
        ASKS[1],
        ASKS[3],
    ]


def test_numbered_paragraphs_among_which_bold_ones_recommend(tmp_path):
    """Every paragraph has a number: the look tells."""
    page = Page().heading("Chapter 1")
    for number in range(1, 13):
        bold = number % 4 == 0
        text = (
            f"{number}. The Government should act on matter {number}."
            if bold
            else f"{number}. We met {number}."
        )
        page.paragraph(text, font="bold" if bold else "plain")
    path = a_pdf(tmp_path, page)

    found = find_alike(
        path, a_recommendation("The Government should act on matter 4.", label="4", page=1), ()
    )

    assert [each.label for each in found] == ["8", "12"]


@pytest.mark.parametrize(
    ("rows", "wanted", "others"),
    [
        (
            ("Call 1: Fund it.", "Call 2: Count it.", "Call 3: Name it."),
            "Count it.",
            ["Fund it.", "Name it."],
        ),
        (
            ("Recommendation A: Fund it.", "We met them.", "Recommendation B: Count it."),
            "Fund it.",
            ["Count it."],
        ),
        (("- Fund it.", "- We met in May.", "- Publish it."), "Fund it.", ["Publish it."]),
        (
            ("Q1. Is it fair?", "Q2. Is it clear?", "Q3. What is left?"),
            "Is it fair?",
            ["Is it clear?", "What is left?"],
        ),
    ],
)
def test_labels_and_bullets_in_plain_text(rows, wanted, others):
    text = "\n\n".join(("A report on halls and those who keep them open in winter.", *rows))

    assert texts(find_alike_in_text(text, an_item(wanted), ())) == others


def test_sentences_that_recommend_in_running_text():
    text = (
        "We met many people. We recommend that halls are funded. They told us more.\n\n"
        "Halls stand empty. The Committee therefore recommends a register. It would cost little.\n\n"
        "We also recommend that fares are paid.\n\nWe went home."
    )

    found = find_alike_in_text(text, an_item("We recommend that halls are funded."), ())

    assert texts(found) == [
        "The Committee therefore recommends a register.",
        "We also recommend that fares are paid.",
    ]


def test_names_that_end_alike():
    text = (
        "There should be a Community Recovery Fund for every town.\n\n"
        "A Rural Halls Fund would follow, and the Office of the Halls Commissioner. No fund is new.\n\n"
        "The Rural Halls Fund would last."
    )

    assert texts(find_alike_in_text(text, an_item("a Community Recovery Fund"), ())) == ["Rural Halls Fund"]


def test_words_that_are_nowhere_have_no_like():
    assert find_alike_in_text("Fund it.\n\nCount it.", an_item("Nothing of the kind."), ()) == ()


def test_headings_of_a_word_file_without_the_text_below_them(tmp_path):
    def build(document):
        for ask in ASKS:
            document.add_heading(ask, 2)
            document.add_paragraph("People told us that halls stand empty in winter.")

    path = a_word_file(tmp_path, build)

    assert texts(find_alike(path, an_item(ASKS[0]), ())) == list(ASKS[1:])


def test_one_of_a_list_that_the_recogniser_finds_leads_to_the_rest_of_it(tmp_path):
    page = Page().heading("Recommendations")
    for number, ask in enumerate(ASKS, start=1):
        page.paragraph(
            f"Recommendation {number}: {ask}, and do so", "before the end of the year.", font="bold"
        )
    path = a_pdf(tmp_path, prose(Page().heading("Review"), "giving"), page)
    whole = read(path).recommendations

    found = find_alike(path, whole[1], (whole[1],))

    assert [(each.label, each.text, each.pages) for each in found] == [
        (each.label, each.text, each.pages) for each in whole if each is not whole[1]
    ]


def test_it_runs_in_a_process_of_its_own(tmp_path):
    page = Page().heading("Asks")
    for ask in ASKS:
        prose(page.paragraph(ask, font="bold"), "giving")

    found = find_alike_in_worker(a_pdf(tmp_path, page), an_item(ASKS[0], page=1), ())

    assert texts(found) == list(ASKS[1:])


def test_an_empty_text_is_no_trouble():
    assert like(measured(read_plain("")), an_item("Fund it."), ()) == ()
