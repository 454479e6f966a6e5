"""Annexes, about us and contact: what a document says beside the draft."""

from datetime import date

import pytest

from drafter.domain.composing import Background, Choices, Earlier, Table, compose, plain_page
from drafter.domain.fields import field_values
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Form
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Run, Source
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
COUNT = a_recommendation("Count " + "many " * 30 + "volunteers.", label="2")
REPORT = a_report(FUND, COUNT)
STATE = Source(title="State of Volunteering", publisher="Us", date="2026", address="https://example.org/s")
NOTHING = Background()
CITED = (
    "<p>So<fn title='State of Volunteering' publisher='Us' date='2026' address='https://example.org/s'>x</fn>"
    " and <a href='https://example.org/a'>a study</a> and <a href='mailto:a@example.org'>us</a> "
    "and<fn title='A Book' publisher='A Press'></fn> and<fn>only words</fn>.</p>"
)


def blocks(response, background=NOTHING, **choices):
    values = field_values(response.head, REPORT, OFFICER)
    return compose(
        response, REPORT, values, Choices(**({"form": Form.STATEMENT} | choices)), background
    ).blocks


def behind(response, heading, background=NOTHING, **choices):
    made = blocks(response, background, **choices)
    words = [each.plain for each in made]
    return made[words.index(heading) + 1 :]


def test_positions_are_a_table_by_recommendation():
    stances = (a_stance(FUND), a_stance(COUNT, Stance.OPPOSE, reason="r"))
    made = behind(
        a_response("Hello.", to=REPORT, stances=stances),
        "Annex: Our positions by recommendation",
        annex_positions=True,
    )

    line, table = made
    assert isinstance(table, Table)
    assert line.plain == "Every recommendation on which we take a position, in the report’s order."
    assert [row.split("\t")[::2] for row in table.plain.split("\n")] == [
        ["Recommendation", "Our position"],
        ["Recommendation 1", "Welcome"],
        ["Recommendation 2", "Oppose"],
    ]
    assert table.plain.endswith("many …\tOppose")


def test_each_source_is_listed_once_by_its_title():
    response = a_response(
        CITED, a_section(CITED), a_passage("<p><a href='https://example.org/s'>there</a></p>")
    )

    made = behind(response, "Annex: Sources", Background(sources=(STATE,)), annex_sources=True)

    assert [each.plain for each in made] == [
        "A Book, A Press.",
        "A study.",
        "State of Volunteering, Us, 2026.",
    ]
    assert [each.inlines[0] for each in made][1:] == [
        Run(text="A study", link="https://example.org/a"),
        Run(text="State of Volunteering", link="https://example.org/s"),
    ]


def test_a_link_is_named_as_a_footnote_names_its_address():
    response = a_response("<p><a href='https://example.org/s'>there</a></p>")

    made = behind(response, "Annex: Sources", Background(sources=(STATE,)), annex_sources=True)

    assert [each.plain for each in made] == ["State of Volunteering, Us, 2026."]


def test_what_was_said_before_is_a_table():
    said = (
        Earlier(
            position="Grants",
            response="First",
            on=date(2025, 3, 4),
            recommendation="Question 2",
            stance="Oppose",
        ),
        Earlier(position="Grants", response="Second", on=date(2025, 1, 2)),
    )  # fmt: skip

    _, table = behind(
        a_response("Hello."), "Annex: What we have said before", Background(earlier=said), annex_earlier=True
    )

    assert table.plain.split("\n")[1:] == [
        "Grants\tFirst 4 March 2025\tQuestion 2\tOppose",
        "Grants\tSecond 2 January 2025\t–\t–",
    ]


@pytest.mark.parametrize("form", Form)
def test_several_annexes_have_letters_in_every_form(form):
    response = a_response(a_passage(CITED, FUND), to=REPORT, stances=(a_stance(FUND),))

    made = blocks(response, form=form, annex_positions=True, annex_sources=True, annex_earlier=True)

    named = [each.plain for each in made if each.plain.startswith("Annex")]
    both = ["Annex A: Our positions by recommendation", "Annex B: Sources"]
    assert named == (both if form is not Form.PASTE_SHEET else ["Annex: Our positions by recommendation"])


def test_nothing_is_annexed_unasked_or_empty():
    assert not [each for each in blocks(a_response("Hello.", to=REPORT)) if "Annex" in each.plain]
    assert not [
        each
        for each in blocks(a_response("Hello."), annex_positions=True, annex_sources=True, annex_earlier=True)
        if "Annex" in each.plain
    ]


def test_a_statement_ends_with_about_us_and_contact():
    background = Background(about_us=rich("We give grants."), contact="Ada, ada@example.org or 0100 200")

    made = blocks(a_response("Hello.", title="T"), background)

    assert [(str(each.role), each.plain) for each in made[2:]] == [
        ("body", "Hello."),
        ("heading 1", "About Small Grants Trust"),
        ("body", "We give grants."),
        ("heading 1", "Contact"),
        ("body", "Ada, ada@example.org or 0100 200"),
    ]
    assert Run(text="ada@example.org", link="mailto:ada@example.org") in made[-1].inlines


def test_both_can_be_left_out():
    background = Background(about_us=rich("We give grants."), contact="Ada")

    made = blocks(a_response("Hello.", title="T"), background, about_us=False, contact=False)

    assert made[-1].plain == "Hello."


def test_a_statement_that_says_who_we_are_does_not_say_it_again():
    about = a_position("We give grants.", kind=Kind.ABOUT_US)
    background = Background(about_us=rich("Not again."), kinds={about.id: Kind.ABOUT_US})

    for response in (a_response(a_passage(of=about)), a_response(a_section("Ours.", heading="About us"))):
        assert "Not again." not in [each.plain for each in blocks(response, background)]


def test_a_page_of_plain_text_has_everything_in_its_order():
    response = a_response(
        a_section("<p>It is <em>good</em>.</p><blockquote>Forty people.</blockquote>", heading="We agree"),
        title="Yes", standfirst="Our view", dated=date(2026, 11, 4), to=REPORT, stances=(a_stance(FUND),),
    )  # fmt: skip
    values = field_values(response.head, REPORT, OFFICER)

    page = plain_page(compose(response, REPORT, values, Choices(form=Form.STATEMENT, annex_positions=True)))

    assert page == (
        "Yes\n\nOur view\n\nAda Okafor, Policy Officer, Small Grants Trust\n4 November 2026\n\n"
        "We agree\n\nIt is good.\n\nForty people.\n\n"
        "Annex: Our positions by recommendation\n\n"
        "Every recommendation on which we take a position, in the report’s order.\n\n"
        "Recommendation: Recommendation 1\nWhat it says: Fund small charities.\nOur position: Welcome"
    )


def test_counted_paragraphs_and_lists_keep_their_numbers_in_plain_text():
    listed = (
        "<p>So:</p><ol><li>a<ol><li>b<ol><li>c</li><li>d</li></ol></li></ol></li><li>e</li></ol><p>End.</p>"
    )
    response = a_response(a_section(listed, heading="Why"))
    values = field_values(response.head, None, OFFICER)

    page = plain_page(compose(response, None, values, Choices(form=Form.WRITTEN_EVIDENCE)))

    assert page.endswith("1. So:\n\n  a. a\n    i. b\n    ii. c\n    iii. d\n  b. e\n\n2. End.")
