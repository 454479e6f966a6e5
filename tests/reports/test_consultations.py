"""How consultations print their questions: without numbers, in parts, twice, and beside other questions."""

from functools import partial

import pytest

from drafter.reports.reading import read, read_text
from tests.reports.papers import Page, a_pdf, labels, said, texts, web_page

page = partial(web_page, title="Consultation on ferries")

ASKED = [
    "Do you agree or disagree that all ferries should carry bicycles?",
    "Should the islands be asked before a timetable is changed?",
    "What, if anything, would make the harbour safer at night?",
    "Which of these fares would suit your family best?",
]
CHOICES = "<ul><li>Agree</li><li>Disagree</li><li>Don’t know</li></ul>"


def test_questions_under_a_heading_of_one_word_each():
    boxes = "".join(f"<div><p><b>Question</b></p><p>{each}</p>{CHOICES}</div>" for each in ASKED)

    assert texts(page("<h2>Our proposals</h2>", boxes)) == ASKED


def test_questions_below_a_heading_of_each_chapter_need_no_room_for_an_answer():
    chapters = "".join(
        f"<h2>{name}</h2>{said('Fares rose.')}<h3>Questions</h3>{said(one)}{CHOICES}{said(other)}"
        f"{said('Please explain your answers.')}"
        for name, one, other in (("Ships", *ASKED[:2]), ("Ports", *ASKED[2:]))
    )

    assert texts(page(chapters)) == ASKED


def test_a_hint_after_the_question_belongs_to_it_and_lines_may_be_broken(tmp_path):
    form = Page().heading("Consultation on ferries").paragraph("We would like to hear your views.")
    for one in ASKED[:3]:
        words = one.split()
        form.paragraph(" ".join(words[:6]), " ".join(words[6:]) + " This is about the summer.")
        form.paragraph("Yes / No / Don't know")

    assert texts(read(a_pdf(tmp_path, form))) == [f"{one} This is about the summer." for one in ASKED[:3]]


def test_rhetorical_questions_are_none():
    story = "".join(
        f"<h2>{name}</h2>{said('Who would have thought it of this port?', 'Nobody did.')}" for name in "ABC"
    )

    assert page(story).recommendations == ()


def test_in_a_consultation_questions_come_before_what_is_proposed():
    proposed = (
        "<p>We propose that there should be:</p><ul><li>no smoking on deck</li><li>a bell on each quay</li>"
    )
    proposed += "<li>one fare for all islands</li></ul>"
    asked = "".join(f"<h3>Question</h3>{said(one)}{CHOICES}" for one in ASKED)

    reading = page("<h2>Ships</h2>", proposed, asked)

    assert texts(reading) == ASKED
    others = {each.text for candidate in reading.candidates[1:] for each in candidate.recommendations}
    assert "one fare for all islands" in others


def test_the_full_list_in_an_annex_is_taken_where_the_chapters_hold_fewer():
    numbered = [f"{at}. {one}" for at, one in enumerate(ASKED, start=1)]
    chapters = "<h2>Ships</h2><h3>Consultation questions</h3>" + said(*numbered[:2])
    chapters += "<h2>Ports</h2><h3>Consultation questions</h3>" + said(numbered[2])

    assert labels(page(chapters, "<h2>Annex: Consultation questions</h2>", said(*numbered))) == list("1234")


def test_a_survey_that_counts_on_through_its_parts_is_one_list():
    about = said("*1. Your name", "2. Your island")
    parts = "<h2>Part I – Questions for all</h2>" + said(
        f"*3. {ASKED[0]}", f"4. {ASKED[1]}", f"*5. {ASKED[2]}"
    )
    more = "<h2>Part II – Questions for sailors</h2>" + said(
        f"6. {ASKED[3]}", "7. Is the harbour lit at night?"
    )
    more += said("*8. Would you sail in a storm?")

    assert labels(page("<h2>About you</h2>", about, parts, more)) == list("12345678")


def test_numbered_chapters_over_labelled_questions_are_no_list():
    chapters = "".join(
        f"<h2>{at}. {name}</h2>{said('We propose to do more.')}<h3>Question {at}</h3>{said(one)}{CHOICES}"
        for at, (name, one) in enumerate(
            zip(("Extend the pier", "Lower fares", "Light it"), ASKED[:3], strict=True), 1
        )
    )

    assert texts(page("<h2>Proposals</h2>", chapters)) == ASKED[:3]


def test_what_a_publisher_asks_about_the_paper_itself_is_not_the_list():
    asked = said(*(f"Question {at}: {one}" for at, one in enumerate(ASKED[:2], start=1)))
    about = said("1. Was this paper easy to read?", "2. Was it too long?", "3. Was its tone right?")

    reading = page("<h2>Ships</h2>", asked, "<h2>Appendix 2 – Feedback questionnaire</h2>", about)

    assert texts(reading) == ASKED[:2]


def test_what_was_asked_stands_also_on_the_page_of_a_consultation_that_is_over():
    asked = said(*(f"Question {at}: {one}" for at, one in enumerate(ASKED, start=1)))

    over = "<p><b>Consultation outcome</b></p><h2>How to respond</h2>" + said("Write to us.")
    reading = page(over, "<h2>Proposals</h2>", asked)

    assert texts(reading) == ASKED


@pytest.mark.parametrize("bullet", ["•", "Ø. ", "ü ", "§ ", "• "])
def test_bullets_right_before_their_words_or_of_a_lost_font(bullet):
    wishes = ["ministers publish all sailings", "the board lend us money", "the oldest ship be replaced"]
    listed = ["Ferries", "The Committee recommends that:", *(f"{bullet}{wish}" for wish in wishes)]

    assert texts(read_text("\n\n".join(listed))) == wishes


@pytest.mark.parametrize(
    ("heading", "answer"),
    [
        ("Questions", "<ul><li>It sails each day from the pier.</li></ul>"),
        ("Questions for reflection", ""),
        ("Key questions", ""),
        ("Questions", "(5 marks)"),
    ],
)
def test_questions_that_the_paper_answers_or_puts_to_a_class_are_not_put_to_who_responds(heading, answer):
    asked = "".join(
        said(f"{one} {answer}") if answer.startswith("(") else said(one) + answer for one in ASKED
    )

    assert not set(texts(page(f"<h2>{heading}</h2>", asked))) & set(ASKED)


def test_a_label_may_say_consultation_and_q():
    asked = said(*(f"Consultation Q{at} - {one}" for at, one in enumerate(ASKED, start=1)))

    assert (labels(page(asked)), texts(page(asked))) == (list("1234"), ASKED)
