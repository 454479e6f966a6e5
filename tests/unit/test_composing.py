"""A response laid out in both main forms."""

from datetime import date

import pytest

from drafter.domain.composing import BlockRole, Choices, compose
from drafter.domain.fields import FieldValues, field_values
from drafter.domain.records.responses import Form, Shape
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Field, Run
from tests.builders import (
    OFFICER,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
)

FUND = a_recommendation("Fund small charities.", label="1", heading="Money")
COUNT = a_recommendation("Count volunteers.", label="2", heading="Money")
TRAIN = a_recommendation("Train trustees.", label="3", heading="People")
REPORT = a_report(FUND, COUNT, TRAIN)


def composed(response, report=REPORT, form=Form.POINT_BY_POINT, **choices):
    values = field_values(response.head, report, OFFICER)
    return compose(response, report, values, Choices(form=form, **choices))


def laid_out(response, report=REPORT, **choices):
    """The blocks behind the title block as (role, words), without quotations unless they are wanted."""
    choices = {"quote_recommendations": False} | choices
    blocks = composed(response, report, **choices).blocks
    return [
        (str(each.role), each.plain)
        for each in blocks
        if each.role not in {BlockRole.TITLE, BlockRole.BYLINE}
    ]


def test_a_statement_is_its_title_block_and_her_sections():
    response = a_response(
        a_section("<p>It is good.</p><h3>Why</h3><ul><li>one</li></ul>", heading="We welcome it"),
        a_section("Without a heading."),
        a_section(heading="Empty and left out"),
        shape=Shape.STATEMENT,
        title="Volunteers deserve better",
        standfirst="Our response",
        author="Bo Lind",
        dated=date(2026, 11, 4),
    )

    made = composed(response, form=Form.STATEMENT)

    assert [(str(each.role), each.plain) for each in made.blocks] == [
        ("title", "Volunteers deserve better"),
        ("subtitle", "Our response"),
        ("byline", "Bo Lind, Policy Officer, Small Grants Trust"),
        ("byline", "4 November 2026"),
        ("heading 1", "We welcome it"),
        ("body", "It is good."),
        ("heading 2", "Why"),
        ("bullet", "one"),
        ("body", "Without a heading."),
    ]
    assert (made.author, made.organisation) == ("Bo Lind", "Small Grants Trust")
    assert made.subject == f"Response to {REPORT.title}"


def test_a_statement_names_no_labels_or_stances():
    response = a_response(a_passage("Yes.", FUND), to=REPORT, stances=(a_stance(FUND),))

    assert laid_out(response, form=Form.STATEMENT) == [("body", "Yes.")]


def test_point_by_point_gives_chapter_label_quotation_stance_and_answer():
    response = a_response(a_passage("Yes.", FUND), to=REPORT, stances=(a_stance(FUND, reason="It works"),))

    assert laid_out(response, quote_recommendations=True) == [
        ("heading 1", "Money"),
        ("heading 2", "Recommendation 1"),
        ("quote", "Fund small charities."),
        ("stance", "Our position: Welcome. It works."),
        ("body", "Yes."),
    ]


def test_a_chapter_is_named_once_for_neighbours():
    response = a_response(a_passage("A", FUND), a_passage("B", COUNT), a_passage("C", TRAIN), to=REPORT)

    assert [words for role, words in laid_out(response) if role == "heading 1"] == ["Money", "People"]


def test_a_passage_that_answers_several_is_printed_once_under_the_first_and_referred_to_from_the_others():
    stances = (a_stance(FUND), a_stance(COUNT, Stance.OPPOSE))
    response = a_response(a_passage("Both.", FUND, COUNT), to=REPORT, stances=stances)

    assert laid_out(response, quote_recommendations=True) == [
        ("heading 1", "Money"),
        ("heading 2", "Recommendations 1 and 2"),
        ("quote", "Recommendation 1: Fund small charities."),
        ("stance", "Our position on recommendation 1: Welcome"),
        ("quote", "Recommendation 2: Count volunteers."),
        ("stance", "Our position on recommendation 2: Oppose"),
        ("body", "Both."),
        ("heading 2", "Recommendation 2"),
        ("body", "We answer this under recommendations 1 and 2, above."),
    ]


def test_the_others_are_referred_to_in_their_own_place():
    response = a_response(a_passage("Both.", FUND, TRAIN), a_passage("B", COUNT), to=REPORT)

    assert laid_out(response) == [
        ("heading 1", "Money"),
        ("heading 2", "Recommendations 1 and 3"),
        ("body", "Both."),
        ("heading 2", "Recommendation 2"),
        ("body", "B"),
        ("heading 1", "People"),
        ("heading 2", "Recommendation 3"),
        ("body", "We answer this under recommendations 1 and 3, above."),
    ]


def test_the_others_are_referred_to_before_more_words_of_their_own():
    response = a_response(
        a_passage("Both.", FUND, COUNT), a_passage("C", TRAIN), a_passage("More.", COUNT), to=REPORT
    )

    assert laid_out(response)[-3:] == [
        ("heading 2", "Recommendation 2"),
        ("body", "We answer this under recommendations 1 and 2, above."),
        ("body", "More."),
    ]


def test_what_was_printed_is_only_referred_to_again():
    response = a_response(a_passage("A", FUND), a_passage("B", COUNT), a_passage("More.", FUND), to=REPORT)

    assert laid_out(response)[-2:] == [("heading 2", "More on recommendation 1"), ("body", "More.")]


def test_passages_of_one_answer_stand_under_one_label():
    response = a_response(a_section(a_passage("A", FUND), a_passage("B", FUND), a_passage("C")), to=REPORT)

    assert [words for _, words in laid_out(response)] == ["Money", "Recommendation 1", "A", "B", "C"]


def test_her_heading_stands_beside_the_label_of_the_one_answer_below_it():
    response = a_response(a_section(a_passage("Yes.", FUND), heading="Grants that last"), to=REPORT)

    assert laid_out(response) == [
        ("heading 1", "Money"),
        ("heading 2", "Recommendation 1: Grants that last"),
        ("body", "Yes."),
    ]


@pytest.mark.parametrize("heading", ["Money", "recommendation 1", ""])
def test_a_heading_that_says_nothing_new_is_not_repeated(heading):
    response = a_response(a_section(a_passage("Yes.", FUND), heading=heading), to=REPORT)

    assert [words for _, words in laid_out(response)] == ["Money", "Recommendation 1", "Yes."]


def test_her_heading_above_several_answers_is_their_chapter():
    section = a_section(a_passage("A", FUND), a_passage("C", TRAIN), heading="What we want")

    assert laid_out(a_response(section, to=REPORT)) == [
        ("heading 1", "What we want"),
        ("heading 2", "Recommendation 1"),
        ("body", "A"),
        ("heading 2", "Recommendation 3"),
        ("body", "C"),
    ]


def test_words_before_the_first_answer_of_a_section_stand_under_its_heading():
    first = a_section(a_passage("A", FUND))
    second = a_section(a_passage("Trustees matter."), a_passage("C", TRAIN), heading="Trustees")

    assert laid_out(a_response(first, second, to=REPORT))[3:] == [
        ("heading 1", "Trustees"),
        ("body", "Trustees matter."),
        ("heading 2", "Recommendation 3"),
        ("body", "C"),
    ]


def test_a_section_that_answers_nothing_keeps_its_heading_also_beside_an_empty_answer():
    section = a_section(a_passage("Thank you."), a_passage("", FUND), heading="Closing")

    assert laid_out(a_response(section, to=REPORT)) == [("heading 1", "Closing"), ("body", "Thank you.")]


def test_a_stance_alone_is_an_answer_in_the_reports_order():
    response = a_response(
        a_section("Hello.", heading="Opening"),
        a_section(a_passage("C", TRAIN)),
        a_section("Goodbye.", heading="Closing"),
        to=REPORT,
        stances=(a_stance(COUNT, Stance.NO_COMMENT, reason="Outside our field."),),
    )

    assert laid_out(response) == [
        ("heading 1", "Opening"),
        ("body", "Hello."),
        ("heading 1", "Money"),
        ("heading 2", "Recommendation 2"),
        ("stance", "Our position: No comment. Outside our field."),
        ("heading 1", "People"),
        ("heading 2", "Recommendation 3"),
        ("body", "C"),
        ("heading 1", "Closing"),
        ("body", "Goodbye."),
    ]


def test_what_is_set_aside_or_undecided_is_left_out_unless_it_is_to_be_listed():
    stances = (a_stance(FUND, set_aside=True), a_stance(COUNT, Stance.UNDECIDED, reason="x"))
    response = a_response(a_passage("C", TRAIN), to=REPORT, stances=stances)

    assert [words for _, words in laid_out(response)] == ["People", "Recommendation 3", "C"]
    assert laid_out(response, list_unanswered=True)[3:] == [
        ("heading 1", "Not answered here"),
        ("bullet", "Recommendation 1: Fund small charities."),
        ("bullet", "Recommendation 2: Count volunteers."),
    ]


def test_nothing_is_listed_where_all_is_answered():
    report = a_report(FUND)
    response = a_response(a_passage("Yes.", FUND), to=report)

    assert "Not answered here" not in [words for _, words in laid_out(response, report, list_unanswered=True)]


def test_private_notes_never_leave_the_house():
    response = a_response(
        a_passage("Yes.", FUND), to=REPORT, stances=(a_stance(FUND, note="They are wrong."),)
    )

    for form in (Form.STATEMENT, Form.POINT_BY_POINT):
        assert "wrong" not in " ".join(each.plain for each in composed(response, form=form).blocks)


def test_fields_are_filled_in_passage_by_passage():
    named = ("recommendation.label", "report.title", "our.campaign")
    asked = '<p>On <field name="{}"/> of <field name="{}"/>, <field name="{}"/>.</p>'.format(*named)
    response = a_response(a_passage(asked, FUND), a_passage(asked, COUNT, TRAIN), a_passage(asked), to=REPORT)

    bodies = [each for each in composed(response).paragraphs if each.role is BlockRole.BODY and each.passage]

    assert (
        bodies[0].plain
        == "On recommendation 1 of Volunteering and Local Charities, \u2039our.campaign\u203a."
    )
    assert bodies[1].plain.startswith("On recommendations 2 and 3 of")
    assert Field(name="our.campaign") in bodies[1].inlines
    assert Field(name="recommendation.label") in bodies[2].inlines


def test_every_block_of_a_passage_says_where_its_words_come_from():
    position = a_position("<p>One.</p><p>Two.</p>")
    passage = a_passage("", FUND, of=position)

    blocks = composed(a_response(passage, to=REPORT)).blocks

    assert [(each.plain, each.revision) for each in blocks if each.passage == passage.id] == [
        ("One.", position.current.id),
        ("Two.", position.current.id),
    ]


@pytest.mark.parametrize("form", [Form.STATEMENT, Form.POINT_BY_POINT])
@pytest.mark.parametrize("first", ["", "Opening"])
@pytest.mark.parametrize("chapter", ["", "Money"])
def test_heading_levels_never_skip(form, first, chapter):
    report = a_report(a_recommendation(heading=chapter))
    deep = "<p>Hello</p><h3>A</h3><p>b</p><h2>C</h2><h3>D</h3>"
    response = a_response(
        a_section(deep, heading=first),
        a_section(a_passage(deep, *report.recommendations)),
        a_section(deep),
        to=report,
    )

    levels = [
        int(str(each.role)[-1])
        for each in composed(response, report, form=form).blocks
        if "heading" in each.role
    ]

    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


def test_parts_of_a_recommendation_are_quoted_on_lines_of_their_own():
    text = "The Government should: (a) fund charities; and (b) train trustees."
    recommendation = a_recommendation(
        text, parts=(("(a)", "fund charities; and"), ("(b)", "train trustees."))
    )
    report = a_report(recommendation)

    blocks = composed(a_response(a_passage("Yes", recommendation), to=report), report).blocks

    assert [each.plain for each in blocks if each.role is BlockRole.QUOTE] == [
        "The Government should:",
        "(a) fund charities; and",
        "(b) train trustees.",
    ]


def test_a_reason_of_several_lines_is_one_paragraph():
    response = a_response(
        to=REPORT, stances=(a_stance(FUND, Stance.OPPOSE, reason="Too late\n\tand too little\x00"),)
    )

    block = next(each for each in composed(response).blocks if each.role is BlockRole.STANCE)

    assert block.plain == "Our position: Oppose. Too late and too little."
    assert block.inlines[0] == Run(text="Our position: Oppose.", bold=True)


def test_an_empty_response_is_its_title():
    made = compose(a_response(title="Soon"), None, FieldValues(values={}), Choices())

    assert [each.plain for each in made.blocks] == ["Soon"]
    assert made.subject == ""
