"""Documents that recommend nothing to their reader, though much in them is counted or says "should"."""

import pytest

from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_page_of_text, a_pdf, labels, texts

STORY = ["The harbour is old. Trade grew in the spring, and fell again in the autumn of the year."] * 4
OWN = ["We will dredge it.", "The government will lower the dues.", "The board will publish its books."]
ADVICE = ["Keep ropes dry and coiled.", "Check the lamps each evening.", "Report oil on the water."]
SHOULD = ["Masters should keep a log.", "Pilots should be trained.", "Dues should be paid."]
STUDIED = ["How do tides change?", "Which ships come most?", "What do pilots earn?"]


def a_document(title, *before, items, form="<ol>{}</ol>"):
    listed = form.format("".join(f"<li>{item}</li>" for item in items))
    above = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in before)
    return read_html(f"<h1>{title}</h1><p>{STORY[0]}</p>{above}{listed}" + f"<p>{STORY[0]}</p>" * 3)


@pytest.mark.parametrize(
    ("title", "heading", "items"),
    [
        ("A plan for harbours", "Our proposals", OWN),
        ("Autumn Budget", "Policy proposals", OWN),
        ("A plan for harbours", "Priorities for action", OWN),
        ("Ropes and lamps: guidance for harbour masters", "Priorities for action", ADVICE),
        ("A guide for skippers", "Action points", ADVICE),
        ("Tides and pay", "Research questions", STUDIED),
        ("Apply for a berth", "Application questions", STUDIED),
        ("Statutory guidance on berths", "Questions to consider", STUDIED),
        ("Moving a berth", "Handling proposals to close a berth", SHOULD),
        ("What we learnt", "Lessons", SHOULD),
    ],
)
def test_a_telling_heading_is_not_enough(title, heading, items):
    assert texts(a_document(title, f"<h2>{heading}</h2>", items=items)) == []


@pytest.mark.parametrize(
    "lead_in",
    [
        "In 2020 the Harbour Commission made the following recommendations:",
        "The inspector said that the council should:",
        "The review will make recommendations on:",
    ],
)
@pytest.mark.parametrize("form", ["<ol>{}</ol>", "<ul>{}</ul>"])
def test_what_others_recommended_or_will_recommend_is_told(lead_in, form):
    assert texts(a_document("Harbours: research briefing", lead_in, items=SHOULD, form=form)) == []


@pytest.mark.parametrize(
    "counted",
    [
        "<h2>Principal risks</h2>" + "".join(f"<p>R{at} {text}</p>" for at, text in enumerate(OWN, 1)),
        "<h2>Storms</h2>" + "".join(f"<p>R{at} Loss of ship {at} in fog</p>" for at in (1, 2, 3)),
        "".join(f"<p>Action {at}: {text}</p>" for at, text in enumerate(OWN, 1)),
        "".join(f"<p>Question {at}: To ask the minister how many ships sank.</p>" for at in (1, 2, 3)),
    ],
    ids=["risks", "short labels alone", "commitments", "put to a minister"],
)
def test_a_label_is_not_enough(counted):
    assert texts(read_html(f"<h1>Harbours</h1><p>{STORY[0]}</p>{counted}")) == []


@pytest.mark.parametrize(
    ("title", "heading", "items"),
    [
        ("Annual report of the inspector", "Recommendations", SHOULD),
        ("Evaluation of the harbour fund", "Recommendations", SHOULD),
        ("Audit of stores", "Recommendations", OWN[:2] + SHOULD),
        ("Draft guidance on berths: consultation", "Questions", STUDIED),
        ("Briefing for members", "Our asks", SHOULD),
        ("The school", "What does the school need to do to improve?", SHOULD),
    ],
)
def test_but_what_is_named_so_and_speaks_so_is_a_list(title, heading, items):
    assert len(texts(a_document(title, f"<h2>{heading}</h2>", items=items))) == len(items)


def test_what_a_panel_recommended_to_the_cabinet_in_its_minutes():
    asked = ["That the pier be painted.", "That officers report in May.", "That dues be frozen."]

    assert texts(a_document("Minutes of the Scrutiny Panel", "RECOMMENDED to Cabinet:", items=asked)) == asked


def test_a_signature_ends_the_last_item():
    counted = "\n\n".join(f"{at}. Calls on the states to mend pier {at};" for at in (1, 2, 3, 4))

    assert texts(read_text(f"The Council,\n\n{counted}\n\nDone at Brussels, 15 January 2026."))[-1] == (
        "Calls on the states to mend pier 4;"
    )


def test_what_is_said_of_replies_is_no_part_of_the_last_question():
    asked = "\n\n".join(f"Question {at}: Should pier {at} be mended?" for at in (1, 2, 3))
    said = "Responses to consultations are likely to be made public."

    assert texts(read_text(f"{asked}\n\n{said}"))[-1] == "Should pier 3 be mended?"


def test_a_numbered_paragraph_begins_anew_in_wrapped_text():
    said = "Recommendation {at}: The board should mend pier {at} before the\nnext winter comes to it.\n"
    told = "7.{at} The evidence on piers is mixed, as two of the four studies found\nno effect of any kind.\n"

    reading = read_text("".join((said + told).format(at=at) for at in (1, 2, 3)))

    assert texts(reading)[0] == "The board should mend pier 1 before the next winter comes to it."


def test_a_framed_table_in_small_print_is_no_footnote(tmp_path):
    page = Page().paragraph(*a_page_of_text("the pier", sentences=20)).heading("Recommendations")
    for at in (1, 2, 3):
        page.box(page.top + 4, page.top + 30)
        page.paragraph(f"{at} That the council mend pier {at}", "before the next winter.", size=9)
    page.paragraph("4 That the council mend pier 4.", size=9, gap=3)

    assert labels(read(a_pdf(tmp_path, page))) == ["1", "2", "3", "4"]


def test_the_paragraph_that_leads_in_is_none_of_the_items(tmp_path):
    page = Page().says(*a_page_of_text("the pier")).heading("Recommendations")
    page.paragraph("15 We make the following recommendations, all of which should", "be met:", left=72)
    for letter, said in zip("abc", SHOULD, strict=True):
        page.paragraph(f"{letter} {said}", left=90)

    assert labels(read(a_pdf(tmp_path, page))) == ["a", "b", "c"]


ASKED = [
    "Every harbour should have a master.",
    "The board must publish its dues.",
    "Pilots should be trained.",
]


def labelled(title, *before):
    told = [f"<p>Recommendation {number}: {text}</p>" for number, text in enumerate(ASKED, start=1)]
    above = "".join(f"<h2>{heading}</h2><p>{STORY[0]}</p>" for heading in before)
    return read_html(f"<h1>{title}</h1>{above}{''.join(told)}")


@pytest.mark.parametrize(
    "title",
    [
        "Progress on the Harbours Review",
        "Progress against the Harbours Review",
        "Harbours: update on recommendations",
        "Recommendations from previous harbour reviews",
        "References and recommendations",
        "Findings of the Harbours Review",
    ],
)
def test_what_the_title_says_hides_no_labelled_list(title):
    assert texts(labelled(title)) == ASKED


def test_a_labelled_list_of_another_report_is_offered_but_not_taken():
    reading = labelled("Harbours", "Recommendations made by the 2011 review")

    assert reading.recommendations == ()
    assert "another report" in reading.sentence
    assert [(len(each.recommendations), each.doubted) for each in reading.candidates] == [(3, True)]


def test_risks_with_letters_are_not_offered():
    risks = "".join(f"<p>R{number}: Ice in the {place}.</p>" for number, place in enumerate("abcd", start=1))

    assert read_html(f"<h1>Annual report</h1><h2>Principal risks</h2>{risks}").candidates == ()
