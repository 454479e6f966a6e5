"""Lists as auditors, law commissions, councils of ministers, colleges and campaigns set them out."""

from functools import partial

import pytest

from drafter.reports.reading import read_text
from tests.reports.papers import bullets, labels, said, texts, web_page

page = partial(web_page, title="Ferries")

WISHES = [
    "publish the sailings of each ship",
    "lend the harbour board money",
    "replace the oldest ferries first",
    "draw up a single table of fares",
    "pay for a second lifeboat crew",
    "survey the fuel tanks each year",
]
ASKED = [f"Ministers should {wish}." for wish in WISHES]
STORY = "The crossing is short, and fares rose in the spring of that year."


def test_an_auditor_says_behind_the_number_that_it_recommends():
    parts = [
        part
        for at, one in enumerate(ASKED, start=1)
        for part in (
            f"2.{at}1 {STORY}",
            f"2.{at}5 <b>Recommendation.</b> {one}",
            "<b>The Department’s response.</b> Agreed. It will be done.",
        )
    ]

    reading = page("<h2>Findings</h2>", said(*parts))

    assert labels(reading) == ["2.15", "2.25", "2.35", "2.45", "2.55", "2.65"]
    assert texts(reading) == ASKED


def test_a_law_commission_counts_by_chapter_with_a_dash():
    parts = [
        part
        for at, one in enumerate(ASKED)
        for part in (STORY, f"Recommendation {at // 3 + 5}–{at % 3 + 1} {one}")
    ]

    assert labels(page(said(*parts))) == ["5–1", "5–2", "5–3", "6–1", "6–2", "6–3"]


def test_a_council_invites_in_capitals_and_counts_on():
    one = [f"{at}. {wish.capitalize()};" for at, wish in enumerate(WISHES[:3], start=4)]
    other = [f"{at}. {wish.capitalize()};" for at, wish in enumerate(WISHES[3:], start=7)]
    grounds = ("RECALLING that", "1. The islands are far.", "2. Ferries are old.", "3. Fares have risen.")

    reading = page(
        said(
            "THE COUNCIL",
            *grounds,
            "INVITES THE MEMBER STATES TO:",
            *one,
            "INVITES THE COMMISSION TO:",
            *other,
        )
    )

    assert labels(reading) == ["4", "5", "6", "7", "8", "9"]


def test_a_college_calls_on_several_bodies_in_turn():
    first, second = bullets(*WISHES[:3]), bullets(*WISHES[3:])

    reading = page(
        said(STORY, "The College is calling on:", "<b>UK government to:</b>"), first,
        said("<b>Harbour boards to:</b>"), second,
    )  # fmt: skip

    assert texts(reading) == WISHES


def test_paragraphs_that_begin_with_that_follow_a_sentence_that_leads_in():
    asked = [f"That ministers {wish}." for wish in WISHES]

    assert texts(page("<h2>Summary</h2>", said("This report makes six recommendations:", *asked))) == asked


@pytest.mark.parametrize(
    "heading",
    ["What we want to see", "What we are calling for", "Our demands", "Policy asks", "What must happen next"],
)
def test_headings_under_which_campaigns_say_what_they_want(heading):
    assert texts(page(f"<h2>{heading}</h2>", bullets(*ASKED))) == ASKED


def test_two_bullets_in_each_chapter_are_a_list_together():
    chapters = [
        f"<h2>Ships</h2>{said(STORY, '<b>What government should do</b>')}{bullets(*ASKED[at : at + 2])}"
        for at in (0, 2, 4)
    ]

    assert texts(page(*chapters)) == ASKED


def test_the_terms_of_reference_of_a_call_for_evidence_are_what_it_asks():
    asked = [f"How should ministers {wish}?" for wish in WISHES]
    invited = said("The Committee invites written submissions on the following questions:")
    listed = "<ol>" + "".join(f"<li>{one}</li>" for one in asked) + "</ol>"

    assert (
        texts(page("<h2>Terms of reference</h2>", invited, listed, title="Call for evidence: ferries"))
        == asked
    )
    assert (
        page("<h2>Terms of reference</h2>", invited, listed, title="A report on ferries").recommendations
        == ()
    )


def test_dashes_after_a_sentence_that_leads_in():
    listed = "\n".join(f"– {wish}" for wish in WISHES)

    assert texts(read_text(f"Our asks\n\nWe are calling on the government to:\n\n{listed}")) == WISHES


@pytest.mark.parametrize("story", ["", STORY * 4])
def test_numbers_after_a_body_says_what_it_is_calling_for(story):
    asked = [f"Ships and crews to be paid for by {wish.split()[-1]}. {story}".strip() for wish in WISHES[:3]]
    listed = said(
        STORY, "The College is calling for:", *(f"{at}. {one}" for at, one in enumerate(asked, start=1))
    )

    assert texts(page(listed, title="Our view of ferries")) == asked


def test_a_few_words_may_say_what_each_is_about():
    named = [
        f"{name}: {wish.capitalize()}, and say so."
        for name, wish in zip(("Ships", "Fares", "Crews"), WISHES[::2], strict=True)
    ]

    assert texts(page("<h2>Recommendations for governments</h2>", said(*named))) == named


def test_what_stands_under_one_heading_of_each_chapter_counts_on():
    asked = [f"The Committee recommend that ministers {wish}." for wish in WISHES]
    named = "<h3>Observations/Recommendations</h3>"
    chapters = [
        f"<h2>Chapter {at}</h2>{said(f'{at}.1 {STORY}', f'{at}.2 {STORY}')}{named}"
        + said(*(f"{at}.{number} {one}" for number, one in enumerate(some, start=3)))
        for at, some in ((1, asked[:3]), (2, asked[3:]))
    ]

    assert labels(page(*chapters)) == ["1.3", "1.4", "1.5", "2.3", "2.4", "2.5"]
