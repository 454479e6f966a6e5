"""Replies to consultations that quote the questions and answer them."""

import pytest

from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_page_of_text, a_pdf, labels, texts

ASKED = [
    "What should the council consider when it decides which harbour to dredge?",
    "Are there any legal barriers to dredging more than one harbour in a year?",
    "How would the closing of a harbour affect your organisation?",
    "Could the same money mend the piers?",
    "What other policy would serve fishers better?",
]
ANSWERS = [
    "The council should look at what its pilots report, and at the tides of the last forty years.",
    "I do not know.",
    "We would have to sail from Lymme instead, as we did in the long winter. Would that be so bad?",
    "It is unclear what is meant by this.",
    "A policy of opening harbours to all who fish will lead to better ones in most cases.",
]
REPLY = "The consultation is long. To make it easier for everyone, I am publishing my response below."
TITLE = "Dredging the harbours"


def in_html(title, opening, answers=ANSWERS):
    answered = "".join(
        f"<h3>{at}. {asked}</h3>" + (f"<p>{answer}</p>" if answer else "")
        for at, (asked, answer) in enumerate(zip(ASKED, answers, strict=True), start=1)
    )
    return read_html(f"<h1>{title}</h1><p>{opening}</p><h2>Dredging</h2>{answered}")


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        (TITLE, REPLY),
        ("Response of the Fishers’ Guild to the consultation on dredging", "We have fished here for long."),
        (TITLE, "We are responding to the Green Paper on harbours, which came out in May."),
    ],
)
def test_the_questions_that_a_reply_quotes_are_the_list(title, opening):
    reading = in_html(title, opening)

    assert labels(reading) == ["1", "2", "3", "4", "5"]
    assert texts(reading) == ASKED


def test_a_reply_may_leave_a_question_out():
    assert texts(in_html(TITLE, REPLY, [*ANSWERS[:2], "", *ANSWERS[3:]])) == ASKED


@pytest.mark.parametrize("form", ["text", "pdf"])
def test_quoted_questions_are_found_without_marked_headings(tmp_path, form):
    if form == "text":
        answered = "\n\n".join(f"{at}. {asked}\n\n{answer}" for at, (asked, answer) in PAIRS)
        reading = read_text(f"{TITLE}\n\n{REPLY}\n\n{answered}")
    else:
        page = Page().heading(TITLE).paragraph(REPLY).says(*a_page_of_text("dredging", sentences=2), gap=9)
        for at, (asked, answer) in PAIRS:
            half = asked[:40].rsplit(" ", 1)[0]
            page.paragraph(f"{at}. {half}", asked[len(half) + 1 :], font="bold").paragraph(answer)
        reading = read(a_pdf(tmp_path, page))

    assert texts(reading) == ASKED


PAIRS = list(enumerate(zip(ASKED, ANSWERS, strict=True), start=1))


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        (TITLE, "This page tells what dredging is."),
        ("Frequently asked questions on dredging", "We are consulting. Here is how to send us our form."),
        ("FAQs", REPLY),
    ],
)
def test_questions_with_answers_are_no_list_elsewhere(title, opening):
    assert in_html(title, opening).candidates == ()
