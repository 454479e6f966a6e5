"""Chapters that each count from 1: one list, the chapter over each item, nothing taken for a double."""

import pytest

from drafter.reports.reading import read, read_html
from tests.reports.papers import Page, a_page_of_text, a_pdf, labels, texts

CHAPTERS = {
    "Rivers": ["publish a strategy for rivers", "fund the river trusts", "fine those who spoil the water"],
    "Roads": ["mend the roads of the north", "light the lanes after dark"],
    "Courts": ["open the local courts again", "pay the magistrates better", "count the cases that wait"],
}
WISHES = [wish for wishes in CHAPTERS.values() for wish in wishes]
COUNTED = [str(number) for wishes in CHAPTERS.values() for number in range(1, len(wishes) + 1)]


def chapters(form, *, named="", annex=False):
    """Chapters of prose, each with its own items after it."""
    parts = ["<h1>The state of the country</h1>"]
    for chapter, wishes in CHAPTERS.items():
        parts += [f"<h2>{chapter}</h2>", *[f"<p>{line}.</p>" for line in a_page_of_text(chapter)]]
        parts += [f"<h3>{named}</h3>"] * bool(named)
        parts += [form.format(number=at, wish=wish) for at, wish in enumerate(wishes, start=1)]
    if annex:
        parts.append("<h2>Annex: all recommendations</h2>")
        for chapter, wishes in CHAPTERS.items():
            parts.append(f"<h3>{chapter}</h3>")
            parts += [form.format(number=at, wish=wish) for at, wish in enumerate(wishes, start=1)]
    return read_html("".join(parts))


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("<p><b>Recommendation {number}:</b> The Government should {wish}.</p>", ""),
        ("<p><b>Recommendation {number}:</b> The Government should {wish}.</p>", "Recommendations"),
        ("<p>{number}. We recommend that the Government {wish}.</p>", "Recommendations"),
    ],
)
def test_chapters_that_count_anew_are_one_list(form, named):
    reading = chapters(form, named=named)

    assert labels(reading) == COUNTED
    assert [wish in text for wish, text in zip(WISHES, texts(reading), strict=True)] == [True] * len(WISHES)
    assert [item.heading for item in reading.recommendations] == [
        chapter for chapter, wishes in CHAPTERS.items() for _ in wishes
    ]


def test_the_annex_that_repeats_the_chapters_adds_nothing():
    reading = chapters("<p><b>Recommendation {number}:</b> The Government should {wish}.</p>", annex=True)

    assert labels(reading) == COUNTED


def test_what_another_report_recommended_is_not_joined():
    old = ["<h2>What the earlier review said</h2>", *[f"<p>{line}.</p>" for line in a_page_of_text("it")]]
    old += [f"<p>Recommendation {at}: Ministers should study matter {at}.</p>" for at in range(1, 4)]
    new = ["<h2>Summary of recommendations</h2>"]
    new += [
        f"<p><b>Recommendation {at}:</b> The Government should {wish}.</p>"
        for at, wish in enumerate(WISHES, start=1)
    ]

    assert labels(read_html("".join(old + new))) == [str(at) for at in range(1, len(WISHES) + 1)]


def test_chapters_on_pages_that_count_anew(tmp_path):
    pages = []
    for chapter, wishes in CHAPTERS.items():
        page = Page().heading(f"Chapter on {chapter.lower()}").paragraph(*a_page_of_text(chapter))
        for at, wish in enumerate(wishes, start=1):
            page.paragraph(f"Recommendation {at}", font="bold").paragraph(f"The Government should {wish}.")
        pages.append(page)

    found = read(a_pdf(tmp_path, *pages)).recommendations

    assert [(item.label, item.page) for item in found] == [
        (str(at), page)
        for page, wishes in enumerate(CHAPTERS.values(), start=1)
        for at in range(1, len(wishes) + 1)
    ]
    assert all(item.pages == (item.page,) for item in found)
    assert found[3].heading == "Chapter on roads"
