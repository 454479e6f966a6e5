"""How single items are printed: their labels, their bold beginnings, and what below them is not theirs."""

import pytest

from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_page_of_text, a_pdf, labels, texts

TOLD = "Witnesses spoke of rust, of ice and of the cost of paint, and some had brought pictures of it."
ASKED = (
    "Should bridges be painted every year?",
    "Who should pay for the paint?",
    "Should cracks be mended first?",
)


def test_an_agency_s_opinions_are_recommendations():
    told = "".join(
        f"<h2>Paint in county {at}</h2><p>{TOLD}</p><p><b>FRA opinion {at}</b></p>"
        f"<p>Member States should paint bridge {at}.</p>"
        for at in range(1, 5)
    )

    found = read_html(f"<h1>Bridges</h1><h1>Key findings and opinions</h1>{told}<h1>Notes</h1><p>{TOLD}</p>")

    assert texts(found) == [f"Member States should paint bridge {at}." for at in range(1, 5)]


def test_a_minute_counts_each_recommendation_behind_the_conclusion_it_follows_from():
    said = [
        line
        for at in range(1, 5)
        for line in (
            f"{at}. PAC conclusion: The Department does not know how old bridge {at} is.",
            f"{at}. PAC recommendation: The Department should find out how old bridge {at} is.",
            f"{at}.1 The government agrees with the recommendation.",
        )
    ]

    found = read_text("Minutes on bridges\n\n" + "\n\n".join(said) + "\n")

    assert texts(found) == [f"The Department should find out how old bridge {at} is." for at in range(1, 5)]


def test_the_parts_of_an_issues_papers_questions_have_labels_of_their_own():
    chapters = "".join(
        f"<h2>Issue {at}</h2><p>{TOLD}</p><p><b>QUESTION {at}</b></p>"
        f"<p>{at}(a) Should bridge {at} be painted?</p><p>{at}(b) Who should pay for bridge {at}?</p>"
        for at in (1, 2, 3)
    )
    again = "".join(
        f"<p>{at}(a) Should bridge {at} be painted?</p><p>{at}(b) Who should pay for bridge {at}?</p>"
        for at in (1, 2, 3)
    )

    found = read_html(f"<h1>Issues paper</h1>{chapters}<h2>Summary of questions</h2>{again}<h2>Notes</h2>")

    assert labels(found) == ["1(a)", "1(b)", "2(a)", "2(b)", "3(a)", "3(b)"]


def test_questions_that_minutes_answer_are_none_to_answer():
    asked = "".join(f"<p>Q{at}. {said}<br>A. It was being looked at.</p>" for at, said in enumerate(ASKED, 1))

    assert read_html(f"<h1>Minutes</h1><h2>Questions from the public</h2>{asked}").recommendations == ()


@pytest.mark.parametrize("label", ["5.{}", "{}.", "({})", "R{}"])
def test_numbers_that_pasting_has_put_on_lines_of_their_own_are_labels(label):
    said = "\n\n".join(
        f"{label.format(at)}\n\nThe governor should paint the bridge of wing {at}." for at in range(1, 5)
    )

    found = read_text(f"Recommendations\n\n{said}\n")

    assert texts(found) == [f"The governor should paint the bridge of wing {at}." for at in range(1, 5)]


def test_a_column_of_figures_in_pasted_text_holds_no_labels():
    assert (
        read_text("Table of bridges\n\n5.1\n\n6.2\n\nper cent of all\n\n7.3\n\n8.4\n").recommendations == ()
    )


def test_an_item_that_begins_in_bold_goes_on_in_plain_letters(tmp_path):
    page = Page().heading("Recommendations")
    page.paragraph("The Agency should:")
    for letter in "abc":
        page.top += 9
        top = page.top
        page.say(f"{letter} publish its plan for bridges in each of the counties and so", font="bold", at=top)
        page.say("that", left=397, at=top).say("everybody knows what it did in that year.", left=84)
    other = Page()
    for line in a_page_of_text("the river"):
        other.say(line)

    found = read(a_pdf(tmp_path, page, other))

    assert labels(found) == ["a", "b", "c"]
    assert all(text.endswith("so that everybody knows what it did in that year.") for text in texts(found))


def test_the_paragraph_that_a_recommendation_is_taken_from_is_not_in_it():
    told = "".join(
        f"<p><b>Recommendation no. {at}</b></p><p>Paragraph {at}.20</p>"
        f"<p>The Department review the age of bridge {at}.</p><p>Department response: Agreed.</p>"
        for at in range(1, 5)
    )

    found = read_html(f"<h1>Audit of bridges</h1><h2>Recommendations</h2>{told}<h2>Summary</h2>")

    assert texts(found) == [f"The Department review the age of bridge {at}." for at in range(1, 5)]


@pytest.mark.parametrize(
    "limit", ["(Up to 1,500 characters)", "(maximum 250 words)", "Please give examples where possible."]
)
def test_what_stands_below_a_question_that_ends_in_its_limit_is_the_reports_again(tmp_path, limit):
    page = Page().heading("Consultation on bridges")
    for at, asked in enumerate(ASKED, start=1):
        page.paragraph(f"Question {at}: {asked} {limit}")
        page.paragraph(*a_page_of_text(f"bridge {at}", sentences=3))

    assert texts(read(a_pdf(tmp_path, page))) == list(ASKED)


def test_what_tells_of_other_things_below_bullets_is_not_the_item_s():
    bullets = "<ul><li>paint the bridge;</li><li>count the rust.</li></ul>"
    end = "The Department should tell us of it within six months."
    told = "".join(
        f"<p>Recommendation {at}: The Department should, in county {at}:</p>{bullets}{below}<p>{TOLD}</p>"
        for at, below in enumerate(("", f"<p>{end}</p>", ""), start=1)
    )

    found = texts(read_html(f"<h1>Bridges</h1><p>{TOLD}</p>{told}"))

    assert [text.splitlines()[-1] for text in found] == ["• count the rust.", end, "• count the rust."]


@pytest.mark.parametrize("reply", ["Government response: Accept in part", "Ministry response: Do not accept"])
def test_a_reply_under_a_bold_line_of_its_own_is_not_in_the_item(reply):
    told = "".join(
        f"<h4>Recommendation {at}</h4><p><i>Bridge {at} should be painted.</i></p>"
        f"<p><b>{reply}</b></p><p>{TOLD}</p>"
        for at in range(1, 5)
    )

    found = read_html(f"<h1>Response to the review</h1><h2>Response to recommendations</h2>{told}")

    assert texts(found) == [f"Bridge {at} should be painted." for at in range(1, 5)]


def test_after_a_finished_recommendation_the_reports_own_count_begins():
    said = "\n\n".join(f"Recommendation {at}. Bridge {at} should be painted." for at in range(1, 5))
    body = "\n\n".join(f"{at}. {TOLD}" for at in range(1, 5))

    found = read_text(f"Recommendations\n\n{said}\n\n1. Introduction\n\n{body}\n")

    assert texts(found) == [f"Bridge {at} should be painted." for at in range(1, 5)]


def test_numbered_parts_below_a_title_belong_to_its_recommendation():
    said = "".join(
        f"<p><b>Recommendation {at}: A law for county {at}</b></p><p>1. The law of {at} should be new.</p>"
        f"<p>2. It should be in force in {2030 + at}.</p>"
        for at in range(1, 5)
    )

    found = read_html(f"<h1>Bridges</h1><h2>List of recommendations</h2>{said}<h2>Annex</h2>")

    assert labels(found) == ["1", "2", "3", "4"]
    assert [len(item.parts) for item in found.recommendations] == [2, 2, 2, 2]


def test_what_a_recommendation_intends_is_part_of_it(tmp_path):
    page = Page().heading("Recommendations").paragraph("The following recommendations are made:")
    for at in range(1, 5):
        page.paragraph(
            f"{at} The intent of this recommendation is that trolley {at} should not move.", font="italic"
        )
        page.paragraph(f"Railway {at} should provide a chain for it (paragraph 2{at}a).", left=100)

    assert [" ".join(text.split()) for text in texts(read(a_pdf(tmp_path, page)))] == [
        f"The intent of this recommendation is that trolley {at} should not move. "
        f"Railway {at} should provide a chain for it (paragraph 2{at}a)."
        for at in range(1, 5)
    ]


def test_heads_and_feet_of_a_text_with_pages_are_in_no_item():
    pages = [
        f"BRIDGES FOR ALL\n\n{TOLD}\n\nRecommendation {at}: The Agency should paint\n\n{at}\n\f"
        f"BRIDGES FOR ALL\n\nbridge {at} before spring.\n\n{TOLD}\n\n{at}1\n"
        for at in range(1, 5)
    ]

    found = read_text("\f".join(pages))

    assert all("BRIDGES" not in text for text in texts(found))
    assert labels(found) == ["1", "2", "3", "4"]


def test_a_paragraph_of_several_lines_below_the_parts_belongs_to_none_of_them(tmp_path):
    page = Page().heading("Recommendations").paragraph("Recommendation 1: Ministers should")
    page.paragraph("(a) publish the sailings of each ship; and", left=100)
    page.paragraph("(b) replace the oldest ferries first, as the board", "has asked them to do.", left=100)
    page.paragraph("This should be done again at least every three years, with", "what was learnt meanwhile.")
    page.paragraph("Recommendation 2: Ministers should pay for a second crew.")

    item = read(a_pdf(tmp_path, page)).recommendations[0]

    assert item.parts[-1].text == "replace the oldest ferries first, as the board has asked them to do."
    assert item.text.endswith("with what was learnt meanwhile.")
