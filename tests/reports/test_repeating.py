"""Lists in no form that is known are offered to the officer, and never taken by themselves."""

from itertools import chain

import pytest

from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_pdf

WISHES = [
    "Ministers should publish the sailings of each ship.",
    "The harbour board should be lent the money for a pier.",
    "Ministers must replace the oldest of the ferries first.",
    "The islands should agree on a single table of fares.",
]
DONE = [
    "publish all sailings",
    "lend the board money",
    "replace the oldest ferries",
    "draw up a table of fares",
]
STORY = [
    "The crossing takes an hour, and two in a storm.",
    "Fares rose in the spring of that year.",
    "Most of the ships were built before the war.",
    "Nobody kept count of those who travelled.",
]


def offered(reading):
    """The texts of the lists that are offered though the document may have none."""
    assert reading.recommendations == ()
    return [[each.text for each in candidate.recommendations] for candidate in reading.candidates]


def after_each_chapter(form):
    chapters = [
        f"<h2>{name}</h2><p>{story}</p><p>{story} It was so before.</p>{form.format(wish=wish)}"
        for name, story, wish in zip(("Ships", "Fares", "Ports", "Crews"), STORY, WISHES, strict=True)
    ]
    return read_html("<h1>Ferries</h1>" + "".join(chapters))


@pytest.mark.parametrize(
    "numbers",
    [
        ("Wish 1:", "Wish 2:", "Wish 3:", "Wish 4:"),
        ("FERRY WISH A.", "FERRY WISH B.", "FERRY WISH C.", "FERRY WISH D."),
        ("W/2031/1", "W/2031/2", "W/2031/4", "W/2031/5"),
    ],
)
def test_labels_of_any_kind_that_count_on_are_offered(numbers):
    labelled = [f"{number} {wish}" for number, wish in zip(numbers, WISHES, strict=True)]
    paragraphs = list(chain.from_iterable(zip(STORY, labelled, strict=True)))

    assert offered(read_text("Ferries\n\n" + "\n\n".join(paragraphs))) == [WISHES]


def test_what_is_set_apart_and_advises_in_each_chapter_is_offered():
    assert offered(after_each_chapter("<p><i>{wish}</i></p>")) == [WISHES]


def test_what_stands_further_in_and_advises_is_offered(tmp_path):
    page = Page().heading("Ferries")
    for name, story, wish in zip(("Ships", "Fares", "Ports", "Crews"), STORY, WISHES, strict=True):
        page.heading(name).paragraph(story).paragraph("It had been so before.").paragraph(wish, left=108)

    assert offered(read(a_pdf(tmp_path, page))) == [WISHES]


@pytest.mark.parametrize(
    "form",
    [
        "<p><i>Mr Hay told us that {wish}</i></p>",
        "<p><i>If you travel, look at this: {wish}</i></p>",
        "<p><i>It rained on the pier when we were there.</i></p>",
    ],
)
def test_what_others_said_what_readers_are_told_and_stories_are_not(form):
    assert offered(after_each_chapter(form)) == []


def test_places_of_a_document_count_on_and_are_no_list():
    captions = [f"Table {at}: {wish}" for at, wish in enumerate(WISHES, start=1)]
    paragraphs = list(chain.from_iterable(zip(STORY, captions, strict=True)))

    assert offered(read_text("Ferries\n\n" + "\n\n".join(paragraphs))) == []


def test_a_list_of_a_known_form_comes_first_and_is_taken():
    known = "".join(f"<p>{at}. {wish}</p>" for at, wish in enumerate(WISHES, start=1))
    other = "".join(f"<p>Wish {at}: {wish}</p>" for at, wish in enumerate(WISHES, start=1))
    reading = read_html(f"<h1>Ferries</h1><h2>Recommendations</h2>{known}<h2>Members</h2>{other}")

    assert [each.text for each in reading.recommendations] == WISHES
    assert [each.doubted for each in reading.candidates] == [False, True]


def test_a_much_longer_count_than_the_bullets_of_a_reply_is_taken():
    """The recommendations that a government answers are lettered, its own list is not."""
    letters = "abcdefgh"
    quoted = [
        f"<p><b>({letter}) We recommend that ministers {wish} (paragraph {at}).</b></p><p>We agree.</p>"
        for at, (letter, wish) in enumerate(zip(letters, 2 * DONE, strict=True), start=9)
    ]
    bullets = (
        "<p>Ministers should see that:</p><ul>" + "".join(f"<li>{wish}</li>" for wish in WISHES[:3]) + "</ul>"
    )

    reading = read_html(
        f"<h1>Reply</h1><h2>Government Response</h2>{''.join(quoted[:2])}{bullets}{''.join(quoted[2:])}"
    )

    assert [each.label for each in reading.recommendations] == list(letters)


def test_what_says_itself_that_it_recommends_is_taken_but_not_in_minutes():
    said = "".join(
        f"<h2>Part {part}</h2><p>{STORY[0]}</p><p><i>We recommend that ministers {wish}.</i></p>"
        for part, wish in zip("ABCD", DONE, strict=True)
    )

    assert len(read_html(f"<h1>Ferries: a review</h1>{said}").recommendations) == len(DONE)
    assert read_html(f"<h1>Minutes of the harbour board</h1>{said}").recommendations == ()
