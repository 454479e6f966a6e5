"""A response laid out as a table."""

import pytest

from drafter.domain.composing import BlockRole, Choices, Table, compose
from drafter.domain.fields import field_values
from drafter.domain.records.responses import Form
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Run
from tests.builders import (
    OFFICER,
    a_passage,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
)

FUND = a_recommendation("Fund: (a) this; (b) that.", label="1", parts=(("(a)", "this;"), ("(b)", "that.")))
COUNT = a_recommendation("Count volunteers.", label="2")
TRAIN = a_recommendation("Train trustees.", label="3")
REPORT = a_report(FUND, COUNT, TRAIN, title="Near at Hand")


def blocks(response, report=REPORT, **choices):
    values = field_values(response.head, report, OFFICER)
    return compose(response, report, values, Choices(form=Form.TABLE, **choices)).blocks


def rows(response, **choices):
    """Each row as three texts, the paragraphs of a cell apart by " / "."""
    [table] = [each for each in blocks(response, **choices) if isinstance(each, Table)]
    return [tuple(" / ".join(block.plain for block in cell) for cell in row) for row in table.rows]


def test_a_row_has_the_recommendation_the_position_and_the_response():
    section = a_section(
        a_passage("<h3>Why</h3><p>Yes.</p><ul><li>one</li></ul>", FUND), heading="Grants that last"
    )
    stance = a_stance(FUND, Stance.GO_FURTHER, reason="It works")

    assert rows(a_response(section, to=REPORT, stances=(stance,))) == [
        (
            "Recommendation 1 / Fund: / (a) this; / (b) that.",
            "Go further",
            "It works. / Grants that last / Why / Yes. / one",
        )
    ]


def is_bold(inline):
    return isinstance(inline, Run) and inline.bold


def test_headings_in_a_cell_are_strong_lines():
    section = a_section(a_passage("<h3>Why</h3><p>Yes.</p>", FUND), heading="Grants")
    [table] = [each for each in blocks(a_response(section, to=REPORT)) if isinstance(each, Table)]

    _, _, response = table.rows[0]
    assert [(each.role, is_bold(each.inlines[0])) for each in response] == [
        (BlockRole.BODY, True),
        (BlockRole.BODY, True),
        (BlockRole.BODY, False),
    ]


def test_rows_come_in_the_order_of_the_report():
    response = a_response(a_passage("C", TRAIN), a_passage("A", FUND), to=REPORT)

    assert [row[-1] for row in rows(response)] == ["A", "C"]


def test_words_for_several_stand_once_in_the_row_of_the_first():
    response = a_response(a_passage("Both.", COUNT, FUND), to=REPORT)

    assert [row[-1] for row in rows(response)] == [
        "This is our response to recommendations 2 and 1. / Both.",
        "See our response to recommendation 1, above.",
    ]


def test_words_that_answer_nothing_stay_with_the_answer_beside_them():
    section = a_section(a_passage("In short:"), a_passage("Yes.", FUND), a_passage("Also this."))

    assert [row[-1] for row in rows(a_response(section, to=REPORT))] == ["In short: / Yes. / Also this."]


def test_a_stance_alone_has_its_row():
    response = a_response(to=REPORT, stances=(a_stance(COUNT, Stance.NO_COMMENT),))

    assert rows(response) == [("Recommendation 2 / Count volunteers.", "No comment", "–")]


@pytest.mark.parametrize(("listed", "count"), [(False, 1), (True, 3)])
def test_what_is_not_answered_is_left_out_or_has_its_row(listed, count):
    set_aside = a_stance(COUNT, Stance.OPPOSE, reason="secret", set_aside=True)
    response = a_response(a_passage("C", TRAIN), to=REPORT, stances=(set_aside,))

    made = rows(response, list_unanswered=listed)

    assert len(made) == count
    assert [row[1:] for row in made[:-1]] == [("–", "Not answered here.")] * (count - 1)


def test_the_recommendations_need_not_be_quoted():
    response = a_response(a_passage("A", FUND), to=REPORT)

    assert [row[0] for row in rows(response, quote_recommendations=False)] == ["Recommendation 1"]


def test_other_words_stand_before_and_after_the_table():
    response = a_response(
        a_section("Hello.", heading="Opening"),
        a_section(a_passage("A", FUND)),
        a_section("By the way."),
        a_section(a_passage("B", COUNT)),
        a_section("Goodbye.", heading="Closing"),
        to=REPORT,
    )

    made = ["(table)" if isinstance(each, Table) else each.plain for each in blocks(response)]

    assert made[2:] == [
        "Opening",
        "Hello.",
        "Our response to each recommendation",
        "The recommendations of “Near at Hand” in its order, with our position on each.",
        "(table)",
        "By the way.",
        "Closing",
        "Goodbye.",
    ]


def test_without_a_report_there_is_no_table():
    made = blocks(a_response(a_section("Hello.", heading="Opening")), None)

    assert [each.plain for each in made[-2:]] == ["Opening", "Hello."]


@pytest.mark.parametrize(
    ("asked", "said", "shares"),
    [
        ("Fund it. " * 40, "Yes.", (58, 14, 28)),
        ("Fund it.", "We agree at length. " * 40, (28, 14, 58)),
        ("Fund it. " * 40, "We agree. " * 40, (42, 14, 44)),
    ],
)
def test_columns_share_the_width_as_they_share_the_words(asked, said, shares):
    recommendation = a_recommendation(asked, label="1")
    report = a_report(recommendation)
    response = a_response(a_section(a_passage(f"<p>{said}</p>", recommendation)), to=report)

    [table] = [each for each in blocks(response, report) if isinstance(each, Table)]

    assert tuple(each.share for each in table.columns) == shares
