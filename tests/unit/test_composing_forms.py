"""Whole documents in both forms, written out as they read, block by block."""

import cProfile
from dataclasses import replace
from functools import partial
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.composing import BlockRole, Choices, Table, compose
from drafter.domain.fields import field_values
from drafter.domain.records.reports import RecommendationKind
from drafter.domain.records.responses import Form, Shape
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Footnote
from tests import strategies
from tests.builders import (
    OFFICER,
    a_passage,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
)

FUND = a_recommendation("Fund small charities.", label="1", heading="Chapter 1: Money")
COUNT = a_recommendation("Count volunteers every year.", label="2", heading="Chapter 1: Money")
TRAIN = a_recommendation("Train trustees.", label="3", heading="Chapter 2: People")
WHY = a_recommendation("Why now?", label="Q4", heading="Chapter 2: People", kind=RecommendationKind.QUESTION)
IDEA = a_recommendation("A Community Recovery Fund", label="", named="idea", kind=RecommendationKind.IDEA)
REPORT = a_report(FUND, COUNT, TRAIN, WHY, IDEA, title="Near at Hand")
MARKS = {BlockRole.BULLET: "- ", BlockRole.NUMBER: "1. ", BlockRole.QUOTE: "> ", BlockRole.STANCE: "! "}


def composed(response, report=REPORT, form=Form.POINT_BY_POINT, **choices):
    return compose(
        response, report, field_values(response.head, report, OFFICER), Choices(form=form, **choices)
    )


def page(response, report=REPORT, form=Form.POINT_BY_POINT, **choices):
    """The document as plain text: # for headings, > for quotations, ! for stances, ^ for footnotes."""
    return "\n".join(map(shown, composed(response, report, form, **choices).blocks))


def shown(block):
    notes = "^" * sum(isinstance(each, Footnote) for each in block.inlines)
    heading = "#" * int(block.role[-1]) + " " if block.role.startswith("heading") else ""
    head = f"{block.role}: " if block.role in {BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.BYLINE} else ""
    return f"{head}{heading}{'  ' * block.level}{MARKS.get(block.role, '')}{block.plain}{notes}"


def text(written):
    return dedent(written).strip()


FULL = a_response(
    a_section("<p>We read <field name='report.title'/> with hope.</p>"),
    a_section("<p>We are small.</p><h3>Where</h3><p>Here.</p>", heading="Who we are"),
    a_section(
        a_passage("<p>Three years<fn>Our survey</fn> is the least.</p>", FUND),
        a_passage("<ol><li>one</li><li>two</li></ol>", FUND),
        heading="Grants that last",
    ),
    a_section(
        a_passage("In short:"),
        a_passage("<p>On <field name='recommendation.label'/>: yes.</p>", TRAIN, WHY),
    ),
    a_section(a_passage("One thing more on money.", FUND)),
    a_section(a_passage("A fund of ours.", IDEA)),
    a_section("Thank you.", heading="What next"),
    to=REPORT,
    title="Near enough",
    standfirst="Five answers",
    stances=(
        a_stance(FUND, Stance.GO_FURTHER, reason="They said “three years.”"),
        a_stance(COUNT, Stance.NO_COMMENT, reason="Outside our field"),
        a_stance(TRAIN, Stance.WELCOME),
        a_stance(WHY, Stance.UNDECIDED, reason="never shown"),
    ),
)  # fmt: skip


def test_a_whole_point_by_point_response():
    assert page(FULL, list_unanswered=True) == text("""
        title: Near enough
        subtitle: Five answers
        byline: Ada Okafor, Policy Officer, Small Grants Trust
        We read Near at Hand with hope.
        # Who we are
        We are small.
        ## Where
        Here.
        # Chapter 1: Money
        ## Recommendation 1: Grants that last
        > Fund small charities.
        ! Our position: Go further. They said “three years.”
        Three years is the least.^
        1. one
        1. two
        ## Recommendation 2
        > Count volunteers every year.
        ! Our position: No comment. Outside our field.
        # Chapter 2: People
        ## Recommendation 3 and Q4
        > Recommendation 3: Train trustees.
        ! Our position on recommendation 3: Welcome
        > Q4: Why now?
        In short:
        On Recommendation 3 and Q4: yes.
        ## More on recommendation 1
        One thing more on money.
        ## Q4
        We answer this under Recommendation 3 and Q4, above.
        # A Community Recovery Fund
        A fund of ours.
        # What next
        Thank you.
    """)


def test_the_same_as_a_statement():
    assert page(FULL, form=Form.STATEMENT) == text("""
        title: Near enough
        subtitle: Five answers
        byline: Ada Okafor, Policy Officer, Small Grants Trust
        We read Near at Hand with hope.
        # Who we are
        We are small.
        ## Where
        Here.
        # Grants that last
        Three years is the least.^
        1. one
        1. two
        In short:
        On Recommendation 3 and Q4: yes.
        One thing more on money.
        A fund of ours.
        # What next
        Thank you.
    """)


def body(response, *arguments, **choices):
    """Without the title block and the quotations."""
    lines = page(response, *arguments, quote_recommendations=False, **choices).split("\n")
    return [each for each in lines if not each.startswith(("title:", "subtitle:", "byline:"))]


@pytest.mark.parametrize("form", [Form.STATEMENT, Form.POINT_BY_POINT])
def test_without_a_report_both_forms_are_her_sections(form):
    response = a_response(
        a_section("Hello."), a_section("<h3>A</h3><p>b</p>", heading="Why"), a_section("<h3>C</h3>")
    )

    assert body(response, None, form) == ["Hello.", "# Why", "## A", "b", "## C"]


def test_what_answers_a_recommendation_that_was_dropped_since_is_plain_text():
    gone = a_recommendation("Gone.", label="99", named="gone")
    response = a_response(a_section(a_passage("Kept words.", gone), heading="Heading"), to=REPORT)

    assert body(response) == ["# Heading", "Kept words."]


def test_an_answer_that_goes_on_in_the_next_section_has_one_heading():
    response = a_response(a_passage("First.", FUND), a_passage("Second.", FUND), to=REPORT)

    assert body(response) == ["# Chapter 1: Money", "## Recommendation 1", "First.", "Second."]


def test_words_without_a_heading_between_two_answers_do_not_name_the_chapter_again():
    response = a_response(
        a_passage("A", FUND), a_passage("<h3>Between</h3><p>us</p>"), a_passage("B", COUNT), to=REPORT
    )

    assert body(response) == [
        "# Chapter 1: Money", "## Recommendation 1", "A", "## Between", "us", "## Recommendation 2", "B",
    ]  # fmt: skip


def test_words_that_lead_to_an_answer_stand_under_its_label():
    response = a_response(
        a_passage("A", FUND), a_section(a_passage("Leading."), a_passage("B", TRAIN)), to=REPORT
    )

    assert body(response)[-3:] == ["## Recommendation 3", "Leading.", "B"]


def test_stances_alone_make_a_response():
    response = a_response(
        a_section("Opening."), a_section(a_passage("", FUND)), a_section("Closing."), to=REPORT,
        stances=(a_stance(WHY), a_stance(FUND, Stance.OPPOSE), a_stance(IDEA, Stance.WELCOME)),
    )  # fmt: skip

    assert body(response) == [
        "Opening.",
        "# Chapter 1: Money", "## Recommendation 1", "! Our position: Oppose",
        "# Chapter 2: People", "## Q4", "! Our position: Welcome",
        "# A Community Recovery Fund", "! Our position: Welcome",
        "Closing.",
    ]  # fmt: skip


def test_a_passage_that_answers_one_again_and_another_for_the_first_time_quotes_only_that():
    response = a_response(a_passage("A", FUND), a_passage("B", FUND, COUNT), to=REPORT)

    lines = page(response).split("\n")

    assert lines[-4:] == [
        "A",
        "## Recommendations 1 and 2",
        "> Recommendation 2: Count volunteers every year.",
        "B",
    ]


def test_a_long_thing_without_a_label_is_called_by_its_first_words():
    long = a_recommendation("The Government should, before the winter, publish a plan for halls.", label="")
    report = a_report(long)
    response = a_response(a_passage("Yes.", long), to=report)

    assert page(response, report).split("\n")[2:] == [
        "# The Government should, before the winter, publish a …",
        f"> {long.text}",
        "Yes.",
    ]


def test_headings_of_two_levels_in_one_passage_keep_their_order():
    response = a_response(a_section("<h2>A</h2><h3>B</h3><h2>C</h2>", heading="Top"))

    assert body(response, None) == ["# Top", "## A", "### B", "## C"]


def test_a_numbered_list_that_opens_a_passage_counts_from_one():
    listed = "<ol><li>one</li><li>two</li></ol>"
    response = a_response(a_section(a_passage(listed, FUND), a_passage(listed, FUND)), to=REPORT)

    numbered = [each for each in composed(response).blocks if each.role is BlockRole.NUMBER]

    assert [each.restart for each in numbered] == [True, False, True, False]


WORLDS = (
    (Form.STATEMENT, Shape.STATEMENT),
    (Form.POINT_BY_POINT, Shape.POINT_BY_POINT),
    (Form.TABLE, Shape.POINT_BY_POINT),
    (Form.WRITTEN_EVIDENCE, Shape.STATEMENT),
    (Form.WRITTEN_EVIDENCE, Shape.POINT_BY_POINT),
)


@settings(max_examples=20)
@given(strategies.reports.flatmap(lambda report: st.tuples(st.just(report), strategies.responses(report))))
def test_nothing_is_lost_or_said_twice_and_no_heading_level_is_skipped(world):
    report, response = world
    for form, shape in WORLDS:
        given_shape = replace(response, head=replace(response.head, shape=shape))
        made = composed(given_shape, report, form, list_unanswered=True)
        blocks = tuple(made.paragraphs)

        levels = [int(each.role[-1]) for each in blocks if each.role.startswith("heading")]
        assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
        written = [each.passage for each in blocks if each.passage is not None]
        wanted = [each.id for each in response.passages for _ in each.text.paragraphs]
        in_her_order = form in {Form.STATEMENT, Form.POINT_BY_POINT}
        assert written == wanted if in_her_order else sorted(written) == sorted(wanted)
        assert all(each.inlines for each in blocks)
        assert all(not role.startswith("heading") for role in roles_in_tables(made))


def roles_in_tables(made):
    return [each.role for table in made.blocks if isinstance(table, Table) for each in table.blocks]


@pytest.mark.parametrize("form", Form)
def test_twice_the_recommendations_take_at_most_little_more_than_twice_the_steps(form):
    """Calls are counted: that is the same on every machine."""
    few, many = calls(partial(laid_out, 60, form)), calls(partial(laid_out, 120, form))

    assert many <= 2.2 * few


def laid_out(many, form):
    asked = [a_recommendation(f"Do {at}.", label=str(at), heading=f"Chapter {at // 9}") for at in range(many)]
    report = a_report(*asked)
    answers = (a_passage(f"We agree on {at}.", *asked[at : at + 2]) for at in range(0, many, 3))
    response = a_response(*answers, to=report, stances=tuple(map(a_stance, asked)))
    composed(response, report, form, annex_positions=True, annex_sources=True, list_unanswered=True)


def calls(act):
    profile = cProfile.Profile()
    profile.runcall(act)
    return sum(each.callcount for each in profile.getstats())
