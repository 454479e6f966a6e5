"""Which lists are found, in which layouts, and which are left alone."""

import pytest

from drafter.domain.records.reports import LimitUnit
from drafter.domain.records.reports import RecommendationKind as Kind
from drafter.reports.reading import read_html, read_text
from tests.reports.papers import labels, texts

DUTIES = [
    "publish a strategy for rivers",
    "fund the local courts",
    "review its guidance on roads",
    "report to Parliament",
]


def paragraphs(*parts):
    return read_html("".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts))


def wishes(form):
    return [form.format(number=number, wish=wish) for number, wish in enumerate(DUTIES, start=1)]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Recommendation {number}: The Government should {wish}.", ["1", "2", "3", "4"]),
        ("RECOMMENDATION {number} The Government should {wish}.", ["1", "2", "3", "4"]),
        ("Recommendation 3.{number} – The Government should {wish}.", ["3.1", "3.2", "3.3", "3.4"]),
        ("R{number} The Government should {wish}.", ["1", "2", "3", "4"]),
        ("Rec {number}. The Government should {wish}.", ["1", "2", "3", "4"]),
        ("Draft recommendation {number}: The Government should {wish}.", ["1", "2", "3", "4"]),
        ("Call to action {number}: The Government must {wish}.", ["1", "2", "3", "4"]),
        ("Recommendation No. {number}. The Government should {wish}.", ["1", "2", "3", "4"]),
        ("Recommendation (The Government should {wish}) [{number}/26]", []),
    ],
)
def test_labels_in_words(form, expected):
    assert labels(paragraphs("<h2>Rivers</h2>", *wishes(form))) == expected


def test_number_words_count_too():
    words = ["One", "Two", "Three", "Four"]
    parts = [
        f"<h3>Recommendation {word}</h3><p>Ministers should {wish}.</p>"
        for word, wish in zip(words, DUTIES, strict=True)
    ]

    assert labels(paragraphs(*parts)) == ["1", "2", "3", "4"]


def test_roman_numbers_in_brackets_count():
    said = [f"({number}) We recommend that ministers {wish}. (paragraph {at})" for at, (number, wish) in
            enumerate(zip(("i", "ii", "iii", "iv"), DUTIES, strict=True))]  # fmt: skip

    assert labels(paragraphs("<h2>Summary of conclusions and recommendations</h2>", *said)) == [
        "i",
        "ii",
        "iii",
        "iv",
    ]


def test_numbers_of_paragraphs_need_not_be_consecutive():
    said = [
        f"{number}. We recommend that ministers {wish}."
        for number, wish in zip((23, 31, 44, 58), DUTIES, strict=True)
    ]
    body = [f"{number}. The history of rivers goes on and on." for number in range(1, 60)]

    reading = paragraphs("<h2>Summary of recommendations</h2>", *said, "<h2>Chapter 1: History</h2>", *body)

    assert labels(reading) == ["23", "31", "44", "58"]


def test_a_title_below_a_bare_label_belongs_to_the_item():
    parts = [
        f"<h3>Recommendation {number}</h3><h4>Better rivers</h4><p>Ministers should {wish}.</p>"
        for number, wish in enumerate(DUTIES, start=1)
    ]

    assert texts(paragraphs(*parts))[0] == f"Better rivers\nMinisters should {DUTIES[0]}."


def test_a_paragraph_number_between_label_and_text_is_left_out():
    parts = [f"<p><b>Recommendation {at}</b></p><p>4.{at}5 The committee recommends that they {wish}.</p>"
             for at, wish in enumerate(DUTIES, start=1)]  # fmt: skip

    assert texts(paragraphs(*parts))[0] == f"The committee recommends that they {DUTIES[0]}."


def test_the_reply_is_no_part_of_the_recommendation():
    parts = []
    for number, wish in enumerate(DUTIES, start=1):
        parts += [f"<p><b>{number}. We recommend that it {wish}. (Paragraph {number})</b></p>"]
        parts += ["The Government accepts this recommendation and has begun.", "More is said of it below."]

    assert texts(paragraphs("<h1>Government response</h1>", *parts))[1] == (
        f"We recommend that it {DUTIES[1]}. (Paragraph 2)"
    )


def test_the_tail_says_what_an_item_is():
    said = [
        "1. Rivers are in a poor state. (Conclusion, Paragraph 4)",
        "2. They should be cleaned. (Recommendation, Paragraph 5)",
    ]

    found = paragraphs("<h2>Conclusions and recommendations</h2>", *said).recommendations

    assert [item.kind for item in found] == [Kind.CONCLUSION, Kind.RECOMMENDATION]


def test_bullets_under_a_lead_in_that_recommends_are_counted():
    bullets = "".join(f"<li>{wish}</li>" for wish in DUTIES)
    other = "<ul><li>rivers are brown all year</li><li>roads are broken</li><li>courts are closed</li></ul>"

    reading = paragraphs(
        "<h2>What we found</h2>",
        other,
        "<h2>Recommendations</h2>",
        "We recommend that ministers:",
        f"<ul>{bullets}</ul>",
    )

    assert texts(reading) == DUTIES
    assert labels(reading) == ["1", "2", "3", "4"]


def test_items_that_only_say_recommendation_are_counted():
    parts = []
    for wish in DUTIES:
        parts += [
            "<h2>Rivers</h2>",
            "Much is said here.",
            f"<p><b>Recommendation: ministers should {wish}.</b></p>",
            "And more.",
        ]

    assert labels(paragraphs(*parts)) == ["1", "2", "3", "4"]


def test_the_best_list_comes_first_and_the_others_are_offered():
    recommended = wishes("Recommendation {number}: Ministers should {wish}.")
    asked = [f"{number}. Should ministers {wish}?" for number, wish in enumerate(DUTIES, start=1)]

    candidates = paragraphs(
        "<h2>Recommendations</h2>", *recommended, "<h2>Questions for readers</h2>", *asked
    ).candidates

    assert [len(candidate.recommendations) for candidate in candidates[:2]] == [4, 4]
    assert candidates[0].score >= candidates[1].score
    assert {item.kind for item in candidates[1].recommendations} == {Kind.QUESTION}


def test_a_question_without_its_options_stub_and_invitation():
    reading = paragraphs(
        "<h2>Rivers</h2>",
        "<b>Question 1:</b> Do you agree that rivers should be clean? Please give reasons for your answer.",
        "<ul><li>☐ Yes</li><li>☐ No</li><li>☐ Don’t know</li></ul>",
        "Your answer (maximum 250 words):",
        "Question 2: Who should clean them?",
        "[Open question]",
    )
    first, second = reading.recommendations

    assert (first.text, first.options) == (
        "Do you agree that rivers should be clean?",
        ("Yes", "No", "Don’t know"),
    )
    assert first.limit is not None
    assert (first.limit.count, first.limit.unit) == (250, LimitUnit.WORDS)
    assert (second.text, second.options, second.limit) == ("Who should clean them?", (), None)


def test_options_on_one_line_are_taken_apart():
    reading = paragraphs(
        "Q1. How far do you agree that it should?",
        "Strongly agree / Agree / Neither agree nor disagree / Disagree",
        "Q2. Why should it be so?", "Up to 4,000 characters",
    )  # fmt: skip

    assert reading.recommendations[0].options == (
        "Strongly agree",
        "Agree",
        "Neither agree nor disagree",
        "Disagree",
    )
    assert reading.recommendations[1].limit is not None


def test_a_question_goes_on_after_the_room_for_an_answer():
    reading = paragraphs(
        "Question 1: (a) Do you own a boat?",
        "Yes / No",
        "(b) Do you row it yourself?",
        "Yes / No",
        "Question 2: Where do you row?",
    )

    assert texts(reading)[0] == "(a) Do you own a boat?\n(b) Do you row it yourself?"


@pytest.mark.parametrize("label", ["1a", "1b", "2a", "2b"])
def test_lettered_questions_count(label):
    said = [
        f"Question {each}: Should it {wish}?"
        for each, wish in zip(("1a", "1b", "2a", "2b"), DUTIES, strict=True)
    ]

    assert label in labels(paragraphs(*said))


@pytest.mark.parametrize(
    ("form", "last"),
    [
        ("Safety recommendation R/2023/21{number}: The trust should {wish}.", "R/2023/214"),
        ("Recommendation 2021-00{number}: The operator should {wish}.", "2021-004"),
        ("Safety Recommendation 14{number}/22 The board should {wish}.", "144/22"),
    ],
)
def test_labels_that_are_codes(form, last):
    reading = paragraphs("<h2>Findings</h2>", "The crew were tired.", "<h2>What to do</h2>", *wishes(form))

    assert labels(reading)[-1] == last
    assert len(reading.recommendations) == len(DUTIES)


def test_a_range_of_numbers_is_no_code():
    reading = paragraphs("<h2>Rivers</h2>", "Recommendations 1-4 should be read together.", *wishes(
        "Recommendation {number}: The Government should {wish}."))  # fmt: skip

    assert labels(reading) == ["1", "2", "3", "4"]


def test_a_document_that_is_itself_a_call_for_evidence_asks_its_questions():
    asked = [
        f"<h2>Question {at}</h2><p>How should ministers {wish}?</p>" for at, wish in enumerate(DUTIES, 1)
    ]

    assert labels(paragraphs("<h1>Call for evidence on villages</h1>", *asked)) == ["1", "2", "3", "4"]


def test_the_verb_may_stand_in_the_lead_in_alone():
    said = [
        f"({number}) ministers {wish};" for number, wish in zip(("i", "ii", "iii", "iv"), DUTIES, strict=True)
    ]

    reading = paragraphs("<h2>Our recommendations</h2>", "The Commission recommends that:", *said)

    assert labels(reading) == ["i", "ii", "iii", "iv"]


def test_headings_that_only_say_recommendation_are_counted():
    parts = []
    for wish in DUTIES:
        parts += [
            "<h2>Rivers</h2>",
            "Much is said.",
            "<h4>Recommendation</h4>",
            f"Ministers should {wish}.",
            "So.",
        ]

    reading = paragraphs(*parts)

    assert texts(reading) == [f"Ministers should {wish}." for wish in DUTIES]
    assert labels(reading) == ["1", "2", "3", "4"]


def test_the_heading_of_an_item_names_no_list_of_the_chapters_after_it():
    parts = []
    for at, wish in enumerate(DUTIES, start=1):
        parts += [
            f"<h1>{at}. Rivers</h1>",
            "They were clean.",
            f"<b>Proposal {at}.1</b>",
            f"We propose to {wish}.",
        ]

    assert labels(paragraphs("<h1>White paper</h1>", *parts)) == ["1.1", "2.1", "3.1", "4.1"]


NO_LISTS = {
    "findings": ["<h2>Findings</h2>", *[f"{at}. The crew slept {at} hours." for at in range(1, 9)]],
    "references": [
        "<h2>References</h2>",
        *[f"{at}. Smith J. Should rivers be clean? London, 200{at}." for at in range(1, 9)],
    ],
    "a call for evidence": [
        "<h2>Appendix 3: Call for evidence</h2>",
        *[f"{at}. How should ministers {wish}?" for at, wish in enumerate(DUTIES, start=1)],
    ],
    "old recommendations": [
        "<h2>Progress on previous recommendations</h2>",
        *wishes("Recommendation {number}: The Government should {wish}. Completed."),
    ],
    "a table of old recommendations": [
        "<h2>Progress against the recommendations of 2021</h2>",
        "<table><tr><td>No.</td><td>Recommendation</td><td>Status</td></tr>",
        *wishes("<tr><td>{number}</td><td>It should {wish}.</td><td>Done</td></tr>"),
        "</table>",
    ],
    "minutes": [
        "<table><tr><td>Item</td><td>Action</td><td>Owner</td></tr>",
        *wishes("<tr><td>{number}</td><td>Noted: AB to {wish}.</td><td>AB</td></tr>"),
        "</table>",
    ],
    "a speech": [f"We must act, and we should act in year {at}. It is near." for at in range(20)],
    "statutory guidance": [
        "<h2>Part 1</h2>",
        *[f"{at}. Local authorities should keep record {at} for a year." for at in range(1, 60)],
    ],
    "a transcript": [f"Q{at} Chair: Good morning to witness {at}." for at in range(1, 12)],
    "a law": [
        part
        for at in range(1, 9)
        for part in (f"<b>{at} Duties</b>", f"({at}) An authority must keep register {at}.")
    ],
    "chapters": [
        part
        for at in range(1, 6)
        for part in (f"<h2>{at}. Rivers</h2>", "They should be cleaned. " * 90)
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", NO_LISTS)
def test_what_is_no_list_of_recommendations_is_left_alone(kind):
    reading = paragraphs("<h1>A long document</h1>", *NO_LISTS[kind])

    assert texts(reading) == []
    assert "No numbered list" in reading.sentence


def test_without_a_list_what_recommends_is_offered_as_a_guess():
    reading = paragraphs(
        "<h1>A speech</h1>", "<h2>Create a Community Recovery Fund</h2>",
        "I was born by a river. We recommend that ministers clean it. It was brown then.",
        "Councils should open their books to everyone who asks. It rained.",
    )  # fmt: skip

    assert reading.candidates == ()
    assert [guess.text for guess in reading.guesses] == [
        "Create a Community Recovery Fund",
        "We recommend that ministers clean it.",
        "Councils should open their books to everyone who asks.",
    ]
    assert {guess.kind for guess in reading.guesses} == {Kind.IDEA}


def test_with_a_list_nothing_is_guessed():
    assert paragraphs(*wishes("Recommendation {number}: The Government should {wish}.")).guesses == ()


def test_a_word_broken_at_the_lines_end_is_made_whole():
    text = (
        "Recommendations\n\n1. The self-governing bodies should co-operate in the devel-\nopment of "
        "self-\ngoverning schools.\n\n"
        "2. They should report on the whole-\nsystem plan, and on whole-system risks, "
        "in a five-\nyear cycle.\n"
    )

    assert texts(read_text(text)) == [
        "The self-governing bodies should co-operate in the development of self-governing schools.",
        "They should report on the whole-system plan, and on whole-system risks, in a five-year cycle.",
    ]
