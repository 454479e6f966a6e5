"""“Start me off”: what is laid out for a statement and point by point, and what is never touched."""

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.errors import NothingToDo
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Shape
from drafter.domain.records.stances import Stance
from drafter.services import positions
from drafter.services.starting import start
from tests.builders import (
    OFFICER,
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
)

FUND = a_recommendation("Fund small charities for three years.", label="1", heading="Chapter 1: Money")
PASS = a_recommendation("Introduce a volunteer passport.", label="2", heading="People")
PAY = a_recommendation("Pay volunteers their expenses.", label="3", heading="People")
REPORT = a_report(FUND, PASS, PAY)
OPENING = a_position(
    '<p>We welcome <field name="report.title"/>.</p>', title="Opening", named="o", kind=Kind.OPENING
)
PLAIN = a_position("<p>We speak for halls.</p>", title="We speak up", named="o2", kind=Kind.OPENING)
CAVEAT = a_position(
    "<p>A volunteer passport must belong to the volunteer.</p>", title="Passport", named="c", kind=Kind.CAVEAT
)
ASK = a_position(
    "<p>Fund small charities for five years.</p>", title="Fund charities", named="a", kind=Kind.ASK
)
CLOSING = a_position("<p>We offer our help.</p>", title="Closing", named="z", kind=Kind.CLOSING)


@pytest.fixture
def begin(library):
    """A library of agreed words and a report; gives what a response to it starts off with."""

    def started(response, *agreed, draft=()):
        library.apply(a_change_of(*agreed, *draft))
        for each in agreed:
            positions.approve(library, each.id, by="The director")
        library.apply(Change.of("Keep", added(REPORT)))
        records = (response.head, response.outline, *response.passages, *response.stances)
        library.apply(Change.of("Load", added(*records)))
        return start(library, library.response(response.id), person=OFFICER)

    return started


def a_statement(*sections, to=REPORT, **more):
    return a_response(*(sections or (a_section(),)), to=to, shape=Shape.STATEMENT, **more)


def laid(found):
    return [(each.heading, [passage.text.plain for passage in each.passages]) for each in found.sections]


def test_a_statement_has_an_opening_themes_asks_and_a_closing(begin):
    stances = (a_stance(FUND, Stance.GO_FURTHER), a_stance(PASS, Stance.WELCOME_WITH_CAVEATS))

    found = begin(a_statement(stances=stances), OPENING, CAVEAT, ASK, CLOSING)

    assert laid(found) == [
        ("", ["We welcome ‹report.title›."]),
        ("Money", ["We welcome ‹recommendation.label› and would go further."]),
        (
            "People",
            [
                "We welcome ‹recommendation.label›, with caveats.",
                "A volunteer passport must belong to the volunteer.",
            ],
        ),
        ("What we ask", ["Fund small charities for five years.", "We offer our help."]),
    ]
    assert found.sentence == (
        "Laid out an opening, 2 themes, 1 ask and a closing. Left to do: 1 recommendation without a stance."
    )


def test_one_sentence_answers_all_that_share_a_stance_and_says_their_reasons(begin):
    stances = (a_stance(PASS, reason="it saves time"), a_stance(PAY))

    found = begin(a_statement(stances=stances))

    people = next(each for each in found.sections if each.heading == "People")
    assert people.answers == (PASS.id, PAY.id)
    assert [each.text.plain for each in people.passages] == [
        "We welcome ‹recommendation.label›. It saves time."
    ]


def test_what_is_set_aside_or_left_without_comment_has_no_theme(begin):
    stances = (
        a_stance(FUND, Stance.UNDECIDED, set_aside=True),
        *(a_stance(e, Stance.NO_COMMENT) for e in (PASS, PAY)),
    )

    found = begin(a_statement(stances=stances), CLOSING)

    assert [each.heading for each in found.sections] == ["", "What we ask"]


def test_without_a_report_no_opening_speaks_of_one(begin):
    found = begin(a_statement(to=None), OPENING, PLAIN)

    assert laid(found)[0] == ("", ["We speak for halls."])


def test_what_is_not_approved_is_not_offered(begin):
    with pytest.raises(NothingToDo):
        begin(a_statement(to=None), draft=(PLAIN, CLOSING))


def test_what_is_written_stays_where_it_is(begin):
    own = a_section(a_passage("We say this."), heading="Our view", named="own")
    money = a_section(a_passage("On money.", FUND), heading="Money", named="money")

    found = begin(a_statement(own, money, stances=(a_stance(PAY),)), OPENING, CLOSING)

    assert own in found.sections
    assert money in found.sections
    assert [each.heading for each in found.sections] == ["", "Our view", "Money", "People", "What we ask"]


def test_a_second_start_has_nothing_to_do(begin, library):
    response = a_statement(stances=(a_stance(FUND), a_stance(PASS)))
    found = begin(response, OPENING, CLOSING)
    again = a_response(*found.sections, to=REPORT, shape=Shape.STATEMENT, stances=response.stances)

    with pytest.raises(NothingToDo):
        start(library, again, person=OFFICER)


def test_point_by_point_each_recommendation_has_its_section_in_the_order_of_the_report(begin):
    written = a_section(a_passage("We agree.", PASS), named="two")
    stances = (a_stance(FUND, Stance.GO_FURTHER),)

    found = begin(a_response(a_section(), written, to=REPORT, stances=stances), OPENING, ASK, CLOSING)

    assert [each.answers for each in found.sections] == [(), (FUND.id,), (PASS.id,), (PAY.id,), ()]
    assert found.sections[2] == written
    assert [text for _, (text,) in laid(found)] == [
        "We welcome ‹report.title›.",
        "Fund small charities for five years.",
        "We agree.",
        "",
        "We offer our help.",
    ]
    assert found.sentence == (
        "Laid out an opening, 2 sections, the start of 1 answer and a closing. "
        "Left to do: 2 recommendations without a stance and 1 section to write."
    )
