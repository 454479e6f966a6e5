"""The paste sheet: answers as plain text, counted."""

from drafter.domain.composing import Choices, compose, paste_sheet
from drafter.domain.fields import field_values
from drafter.domain.records.reports import LimitUnit, RecommendationKind
from drafter.domain.records.responses import Form
from drafter.domain.records.stances import Stance
from tests.builders import (
    OFFICER,
    a_passage,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
)

WHY = a_recommendation("Why now?", label="1", kind=RecommendationKind.QUESTION, limit=6)
HOW = a_recommendation("How?", label="2", kind=RecommendationKind.QUESTION, characters=12)
WHO = a_recommendation("Who?", label="Q3", kind=RecommendationKind.QUESTION)
REPORT = a_report(WHY, HOW, WHO)


def sheet(response, report=REPORT):
    return paste_sheet(response, report, field_values(response.head, report, OFFICER))


def test_there_is_a_record_for_every_question_in_the_order_of_the_report():
    response = a_response(a_passage("Because of the winter.", WHO), to=REPORT)

    assert [(each.label, each.question, each.text, each.length) for each in sheet(response)] == [
        ("Question 1", "Why now?", "", "0 of 6 words"),
        ("Question 2", "How?", "", "0 of 12 characters"),
        ("Q3", "Who?", "Because of the winter.", "4 words"),
    ]


def test_an_answer_is_counted_in_the_unit_of_its_question():
    response = a_response(
        a_passage("Because of the long winter now.", WHY), a_passage("Step by step.", HOW), to=REPORT
    )

    why, how, _ = sheet(response)

    assert (why.count, why.unit, why.limit, why.over) == (6, LimitUnit.WORDS, 6, 0)
    assert (how.count, how.unit, how.over) == (13, LimitUnit.CHARACTERS, 1)
    assert how.length == "13 of 12 characters: 1 too many"


def test_the_text_is_what_is_pasted_with_list_marks_addresses_and_notes():
    text = (
        "<p>See <a href='https://example.org/a'>our <strong>study</strong></a>"
        "<fn title='State' publisher='Us' date='2026' address='https://example.org/s'>Table 2.</fn>:</p>"
        "<ul><li>one<ol><li>two</li><li>three</li></ol></li></ul><p>End.</p>"
    )
    _, _, who = sheet(a_response(a_passage(text, WHO), to=REPORT))

    assert who.text == (
        "See our study (https://example.org/a)[1]:\n\n"
        "• one\n  a. two\n  b. three\n\n"
        "End.\n\n"
        "Notes\n\n[1] Table 2. State, Us, 2026, https://example.org/s"
    ).replace("Notes\n\n", "Notes\n")
    assert who.count == len(who.text.split())


def test_what_answers_several_questions_stands_in_each():
    response = a_response(a_passage("Both <b>x</b>", WHY, HOW), to=REPORT)

    assert [each.text for each in sheet(response)] == ["Both x", "Both x", ""]


def test_the_position_is_told_beside_the_text_and_a_reason_alone_is_the_text():
    response = a_response(
        a_passage("Words.", WHY),
        to=REPORT,
        stances=(
            a_stance(WHY, Stance.OPPOSE, reason="too late"),
            a_stance(HOW, Stance.WELCOME, reason="it works", note="private"),
            a_stance(WHO, Stance.OPPOSE, reason="no", set_aside=True),
        ),
    )

    assert [(each.position, each.text) for each in sheet(response)] == [
        ("Oppose", "Words."),
        ("Welcome", "it works."),
        ("", ""),
    ]


def test_fields_are_filled_in():
    response = a_response(a_passage("<p>On <field name='recommendation.label'/>.</p>", WHY, HOW), to=REPORT)

    assert sheet(response)[0].text == "On questions 1 and 2."


def document(response, **choices):
    values = field_values(response.head, REPORT, OFFICER)
    made = compose(response, REPORT, values, Choices(form=Form.PASTE_SHEET, **choices))
    return [f"{each.role}: {each.plain}" for each in tuple(made.paragraphs)[2:]]


def test_the_document_has_question_count_and_text_to_copy():
    response = a_response(
        a_section("<p>We are <em>us</em>.</p>", heading="Who we are"),
        a_section(a_passage("<ul><li>one</li></ul>", WHY)),
        to=REPORT,
        stances=(a_stance(WHY, reason="It works"),),
    )

    assert document(response) == [
        "heading 1: Question 1",
        "quote: Why now?",
        "stance: Our position: Welcome. It works.",
        "stance: Our answer (2 of 6 words):",
        "body: • one",
        "heading 1: Who we are",
        "stance: Our text (3 words):",
        "body: We are us.",
    ]
    assert "body: Not answered here." in document(response, list_unanswered=True)


def test_a_reason_that_is_the_answer_is_printed_once():
    response = a_response(to=REPORT, stances=(a_stance(WHY, reason="Outside our remit"),))

    assert document(response)[2:] == [
        "stance: Our position: Welcome",
        "stance: Our answer (3 of 6 words):",
        "body: Outside our remit.",
    ]


def test_without_a_report_there_is_nothing_to_paste():
    assert sheet(a_response("Hello."), None) == ()
