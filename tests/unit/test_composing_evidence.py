"""A response laid out as written evidence for a committee."""

from dataclasses import replace

import pytest

from drafter.domain.composing import Background, BlockRole, Choices, compose
from drafter.domain.fields import field_values
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Form, Shape
from drafter.domain.records.stances import Stance
from tests.builders import (
    OFFICER,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
    rich,
)

FUND = a_recommendation("Fund small charities.", label="1")
COUNT = a_recommendation("Count volunteers.", label="2")
REPORT = a_report(FUND, COUNT)
NOTHING = Background()
MARKS = {BlockRole.COUNTED: "1. ", BlockRole.BULLET: "- ", BlockRole.NUMBER: "a. ", BlockRole.QUOTE: "> "}


def composed(response, report=REPORT, background=NOTHING, **choices):
    values = field_values(response.head, report, OFFICER)
    chosen = Choices(form=Form.WRITTEN_EVIDENCE, **choices)
    return compose(response, report, values, chosen, background)


def page(response, *arguments, **choices):
    """Behind the title block: # for headings, marks for lists and counted paragraphs."""
    made = composed(response, *arguments, **choices).blocks
    head = {BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.BYLINE}
    return [shown(each) for each in made if each.role not in head]


def shown(block):
    heading = "#" * int(block.role[-1]) + " " if block.role.startswith("heading") else ""
    return f"{heading}{'  ' * block.level}{MARKS.get(block.role, '')}{block.plain}"


def test_it_says_who_submits_it():
    response = a_response("Hello.", title="Near enough", organisation="The Canal Trust")

    made = composed(response)

    assert made.title == "Written evidence submitted by The Canal Trust"
    assert [(str(each.role), each.plain) for each in made.blocks[:3]] == [
        ("title", "Written evidence submitted by The Canal Trust"),
        ("subtitle", "Near enough"),
        ("byline", "Ada Okafor, Policy Officer, The Canal Trust"),
    ]


def test_summary_then_who_we_are_then_counted_paragraphs_under_labels():
    response = a_response(
        a_section("<p>We read it.</p><p>Two:</p><ul><li>money</li><li>time</li></ul>", heading="In brief"),
        a_section(
            a_passage("<p>Yes.</p><ul><li>one</li></ul><p>So:</p><ol><li>two</li></ol>", FUND), heading="G"
        ),
        a_section("We give grants.", heading="Who we are"),
        a_section("Thank you.", heading="Closing"),
        to=REPORT,
        stances=(a_stance(FUND, reason="It works"),),
    )  # fmt: skip

    assert page(response) == [
        "# Summary",
        "- We read it.",
        "- Two:",
        "  - money",
        "  - time",
        "# Who we are",
        "1. We give grants.",
        "# Recommendation 1: G",
        "1. Our position: Welcome. It works.",
        "1. Yes.",
        "  - one",
        "1. So:",
        "  a. two",
        "# Closing",
        "1. Thank you.",
    ]


def test_without_a_summary_each_section_gives_its_first_sentence():
    response = a_response(
        a_section("<p>Three things, e.g. money, matter. More follows.</p>"),
        a_section(a_passage("<p>In short:</p><ul><li>no</li></ul><p>“Yes.” We agree.</p>", FUND)),
        to=REPORT,
    )

    assert page(response)[1:3] == ["- Three things, e.g. money, matter.", "- Recommendation 1: “Yes.”"]


def test_an_ask_goes_before_the_first_sentence():
    ask = a_position("We ask for three years. At least.", kind=Kind.ASK)
    response = a_response(a_section("Grants are short.", a_passage(of=ask)), to=REPORT)
    background = Background(kinds={ask.id: Kind.ASK})

    assert page(response, REPORT, background)[1] == "- We ask for three years."


def test_a_long_summary_says_the_positions_instead():
    many = [a_recommendation(f"Do {number}.", label=str(number)) for number in range(1, 15)]
    report = a_report(*many)
    stances = tuple(
        a_stance(each, Stance.WELCOME if number % 2 else Stance.OPPOSE) for number, each in enumerate(many)
    )
    stances = (*stances[:-1], replace(stances[-1], set_aside=True))
    response = a_response(*(a_passage("Yes.", each) for each in many), to=report, stances=stances)

    made = page(response, report)

    assert made[1:3] == [
        "- Welcome: recommendations 2, 4, 6, 8, 10 and 12.",
        "- Oppose: recommendations 1, 3, 5, 7, 9, 11 and 13.",
    ]
    assert made[3].startswith("# ")


@pytest.mark.parametrize("chosen", [True, False])
def test_who_we_are_comes_from_the_library_where_the_draft_does_not_say(chosen):
    background = Background(about_us=rich("<p>We give <field name='report.title'/> grants.</p>"))

    made = page(a_response("Hello."), REPORT, background, about_us=chosen)

    said = ["# About Small Grants Trust", "1. We give Volunteering and Local Charities grants."]
    assert made[2:-1] == (said if chosen else [])


def test_library_words_about_us_are_who_we_are_under_any_heading():
    about = a_position("We give grants.", kind=Kind.ABOUT_US)
    response = a_response("Hello.", a_section(a_passage(of=about), heading="The Trust"))

    made = page(response, REPORT, Background(kinds={about.id: Kind.ABOUT_US}, about_us=rich("Not again.")))

    assert made == ["# Summary", "- Hello.", "# The Trust", "1. We give grants.", "1. Hello."]


def test_a_statement_keeps_its_headings_and_names_no_labels():
    response = a_response(
        a_section(a_passage("Yes.", FUND), heading="Grants"),
        to=REPORT,
        shape=Shape.STATEMENT,
        stances=(a_stance(FUND),),
    )

    assert page(response) == ["# Summary", "- Yes.", "# Grants", "1. Yes."]


def test_words_of_the_summary_lead_back_to_their_passage():
    written = a_passage("We read it.")
    response = a_response(a_section(written, heading="Summary"), a_section("Hello."))

    made = composed(response).blocks

    assert [each.plain for each in made if each.passage == written.id] == ["We read it."]
