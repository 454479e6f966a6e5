"""What consultations offer to choose from, and how long they let an answer be."""

import pytest

from drafter.domain.records.reports import LimitUnit
from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_pdf, a_word_file, labels, texts

ASKED = "Should each village have a pond?"


REST = "Question 2: Who should look after the ponds?\n\nQuestion 3: What else should we know of ponds?"


def the_first(below="", *, beside=""):
    """The first of three questions, with what stands beside and below it."""
    return read_text(f"Ponds\n\nQuestion 1: {ASKED}{beside}\n{below}\n\n{REST}").recommendations[0]


@pytest.mark.parametrize(
    "beside",
    [
        " Yes / No / Not sure",
        " ☐ Yes ☐ No ☐ Not sure",
        " Yes ☐ No ☐ Not sure ☐",
        " [ ] Yes [ ] No [ ] Not sure",
        " (Yes / No / Not sure)",
        " Please tick: Yes / No / Not sure",
        " Yes, No, Not sure (please tick one)",
    ],
)
def test_choices_in_the_question_s_own_line_are_its_options(beside):
    question = the_first(beside=beside)

    assert (question.text, question.options) == (ASKED, ("Yes", "No", "Not sure"))


def test_a_question_goes_on_after_its_choices():
    question = the_first(beside=" Yes / No If yes, how deep should it be?")

    assert question.text == f"{ASKED} If yes, how deep should it be?"
    assert question.options == ("Yes", "No")


@pytest.mark.parametrize(
    ("below", "options"),
    [
        ("☐ Children ☐ Older people ☐ Carers", ("Children", "Older people", "Carers")),
        ("Children ☐ Older people ☐ Carers ☐", ("Children", "Older people", "Carers")),
        ("☐ Children\n☐ Older people\n☐ Yes, all", ("Children", "Older people", "Yes, all")),
        ("Always / Sometimes / Never", ("Always", "Sometimes", "Never")),
        ("[Y/N]", ("Yes", "No")),
        ("A. Yes\nB. No\nC. Don't know", ("Yes", "No", "Don't know")),
        ("Employer / Employee / Neither", ("Employer", "Employee", "Neither")),
        ("○ Under a week ○ A week to a month ○ Longer", ("Under a week", "A week to a month", "Longer")),
        ("1 2 3 4 5", ("1", "2", "3", "4", "5")),
        ("Not at all 1 2 3 Very much", ("1", "2", "3")),
        ("1 - poor\n2\n3 - good", ("1 - poor", "2", "3 - good")),
        ("3 = good\n2 = fair\n1 = poor", ("3 = good", "2 = fair", "1 = poor")),
    ],
)
def test_boxes_and_scales_below_are_taken_apart(below, options):
    question = the_first(below)

    assert (question.text, question.options) == (ASKED, options)


@pytest.mark.parametrize(
    ("ask", "offered", "options"),
    [
        (
            "Which matter most? Select all that apply:",
            "- Price\n- Place\n- Warmth",
            ("Price", "Place", "Warmth"),
        ),
        (
            "Are you responding as:",
            "a) an individual\nb) an organisation",
            ("an individual", "an organisation"),
        ),
        ("Which of the following is best?", "(i) ponds;\n(ii) lakes.", ("ponds", "lakes")),
        (
            "What would help most?",
            "- more rain\n- a new law\n- a combination of the above",
            ("more rain", "a new law", "a combination of the above"),
        ),
        (
            "Should it apply to:",
            "a) ponds\nb) lakes\nc) other (please say which)",
            ("ponds", "lakes", "other"),
        ),
    ],
)
def test_bullets_and_letters_to_choose_from_are_options_not_parts(ask, offered, options):
    question = read_text(f"Ponds\n\nQuestion 1: {ask}\n{offered}\n\n{REST}")

    first = question.recommendations[0]
    assert (first.options, first.parts) == (options, ())
    assert "\n" not in first.text


def test_parts_that_ask_in_turn_stay_parts():
    question = the_first("(a) Which of these should be deep?\n(b) Which should be wide?")

    assert [part.label for part in question.parts] == ["(a)", "(b)"]
    assert question.options == ()


def test_a_scale_that_is_only_named_is_offered():
    first = read_text(
        f"Ponds\n\nQuestion 1: On a scale of 1 to 4, how deep are they?\n\n{REST}"
    ).recommendations[0]

    assert first.options == ("1", "2", "3", "4")


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("(Up to 2,000 words)", 2000),
        ("Word limit: 300", 300),
        ("(maximum 250 words)", 250),
        ("[300 words max]", 300),
        ("Max. 300 words", 300),
        ("(500-word limit)", 500),
        ("250 words", 250),
        ("(200-300 words)", 300),
        ("Responses are limited to 300 words (about a page).", 300),
        ("Please answer in no more than 150 words.", 150),
        ("Please limit your answer to 400 words.", 400),
        ("Please keep answers under 300 words.", 300),
        ("Answers longer than 3,000 words will not be read.", 3000),
        ("Your answer must not exceed 1,000 words.", 1000),
        ("Maximum number of words: 1500", 1500),
        ("Please explain in no more than one hundred and fifty words.", 150),
        ("Please use at most two thousand five hundred words.", 2500),
    ],
)
@pytest.mark.parametrize("place", ["beside", "below"])
def test_a_limit_is_kept_and_is_no_text_of_the_question(said, count, place):
    question = the_first(said) if place == "below" else the_first(beside=f" {said}")

    assert question.text == ASKED
    assert question.limit is not None
    assert (question.limit.count, question.limit.unit) == (count, LimitUnit.WORDS)


def test_a_limit_before_the_question_stays_in_its_sentence():
    asked = "In no more than 90 characters, what should we call it?"
    found = read_text(f"Ponds\n\nQuestion 1: {asked}\n\n{REST}").recommendations

    assert found[0].text == asked
    assert found[0].limit is not None
    assert (found[0].limit.count, found[0].limit.unit) == (90, LimitUnit.CHARACTERS)


@pytest.mark.parametrize(
    "said",
    ["Please give at least 50 words.", "In other words, why?", "Should signs have a limit of 300 words?"],
)
def test_not_every_mention_of_words_is_a_limit(said):
    assert the_first(beside=f" {said}").limit is None


def test_answers_and_limits_head_nothing():
    found = read_text(
        "Ponds\n\nRents\n\nQ1. Should rents be capped?\nYes\nNo\nUnsure\n\nQ2. Why do you think so?\n"
        "Maximum 2,000 characters\n\nQ3. What else should we know?"
    ).recommendations

    assert [each.heading for each in found] == ["Rents", "Rents", "Rents"]


def test_boxes_in_cells_are_options(tmp_path):
    def build(document):
        document.add_paragraph("Ponds")
        for number in (1, 2, 3):
            document.add_paragraph(f"Question {number}: Should pond {number} be deep?")
            cells = document.add_table(rows=1, cols=3).rows[0].cells
            for cell, word in zip(cells, ("Yes", "Always", "Not at all"), strict=True):
                cell.text = f"{word} ☐"

    found = read(a_word_file(tmp_path, build)).recommendations

    assert [each.options for each in found] == [("Yes", "Always", "Not at all")] * 3


def test_a_form_on_a_web_page_shows_what_it_offers():
    page = """<h1>Ponds</h1><h2>Consultation questions</h2><form>
      <p>1. Should they be deep?</p><input type="radio" id="y"><label for="y">Yes, all</label>
      <input type="radio" id="s"><label for="s">Some of them</label>
      <p>2. Who should pay?</p><label><input type="checkbox"> Owners</label>
      <label><input type="checkbox"> All</label>
      <p>3. Which matters most?</p><select><option value="">Please choose</option><option>Depth</option>
      <option>Width</option></select><p>4. What else should we know?</p>
      <textarea maxlength="2000">Type here</textarea></form>"""

    found = read_html(page).recommendations

    assert [each.options for each in found] == [
        ("Yes, all", "Some of them"),
        ("Owners", "All"),
        ("Depth", "Width"),
        (),
    ]
    assert texts(read_html(page))[2:] == ["Which matters most?", "What else should we know?"]
    assert found[3].limit is not None
    assert (found[3].limit.count, found[3].limit.unit) == (2000, LimitUnit.CHARACTERS)


QUESTIONS = (
    "Do you agree that each village should have a pond?",
    "How deep should a pond be at its middle?",
    "Who should clean the ponds of the parish?",
    "Which of the ponds should have fences?",
)


@pytest.mark.parametrize("form", ["Question {}: ", "{}. "])
def test_questions_listed_once_more_keep_options_limit_marks_and_chapter(tmp_path, form):
    """Whether the annex says "Question 3" again or only "3."."""
    pages = []
    for number, asked in enumerate(QUESTIONS, start=1):
        page = Page().heading(f"Chapter {number}").paragraph("It is of ponds that this chapter tells us all.")
        page.paragraph(f"Question {number}: {asked}").paragraph("Yes / No / Don't know")
        pages.append(page.paragraph("Please explain in no more than 200 words."))
    annex = Page().heading("Annex A: List of questions")
    for number, asked in enumerate(QUESTIONS, start=1):
        annex.paragraph(f"{form.format(number)}{asked}")

    reading = read(a_pdf(tmp_path, *pages, annex))

    assert len(reading.candidates) == 1
    for number, each in enumerate(reading.recommendations, start=1):
        assert (each.label, each.options) == (str(number), ("Yes", "No", "Don't know"))
        assert each.limit is not None
        assert set(each.pages) == {region.page for region in each.regions} == {number, 5}
        assert each.heading == f"Chapter {number}"


@pytest.mark.parametrize("form", ["Recommendation {}: ", "{}. "])
def test_a_number_that_stands_twice_before_other_words_loses_nothing(form):
    said = (
        (1, "The Government should fund the deep ponds."),
        (2, "Councils must list the wide lakes of each town."),
        (3, "Schools should have water of their own."),
        (3, "Ministers ought to report to Parliament."),
        (4, "The Treasury should pay for all pumps."),
        (6, "Owners must put fences around them."),
    )
    lines = "\n\n".join(form.format(number) + words for number, words in said)

    reading = read_text(f"Ponds\n\nRecommendations\n\n{lines}")

    assert labels(reading) == ["1", "2", "3", "3", "4", "6"]
    assert texts(reading) == [words for _, words in said]


def test_a_list_s_last_item_ends_before_a_table_and_before_the_report_goes_on(tmp_path):
    page = Page().heading("Recommendations")
    for number in range(1, 6):
        page.paragraph(f"{number}. The Government should list the ponds of county {number}.")
    page.box(page.top + 4, page.top + 40).paragraph("Ref Action Owner")

    def build(document):
        document.add_heading("Recommendations")
        for number in range(1, 6):
            document.add_paragraph(f"{number}. The Government should list the ponds of county {number}.")
        document.add_paragraph("The evidence that we were given was varied, and of the highest quality. " * 3)

    for path in (a_pdf(tmp_path, page), a_word_file(tmp_path, build)):
        assert texts(read(path))[-1] == "The Government should list the ponds of county 5."


def test_what_says_our_recommendations_is_no_head_of_a_table():
    lines = "\n".join(f"{number}. The Government should list pond {number}." for number in range(1, 5))

    found = read_text(f"Ponds\n\nOur recommendations\n\n{lines}").recommendations

    assert {each.heading for each in found} == {"Our recommendations"}


@pytest.mark.parametrize("asked", ["which, if any, should be deeper", "how they should be paid for"])
def test_what_it_bids_explain_in_its_box_is_part_of_the_question(asked):
    boxes = "".join(
        f"<div class='box'><p>Question {at}: {ASKED}</p><p>Please explain {asked}.</p></div><p>Ponds dry.</p>"
        for at in (1, 2, 3)
    )

    question = read_html(f"<h1>Ponds</h1>{boxes}").recommendations[0]

    assert question.text == f"{ASKED}\nPlease explain {asked}."
