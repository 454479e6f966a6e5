"""Merge fields and what they stand for."""

from datetime import date

import pytest

from drafter.domain.fields import FIELDS, british_date, field_values, joined_labels, names_of, unresolved
from drafter.domain.records.people import Person
from drafter.domain.records.reports import RecommendationKind
from tests.builders import OFFICER, a_passage, a_recommendation, a_report, a_response, a_section

ONE, TWO, THREE = (a_recommendation(f"Do {label}.", label=label) for label in "123")
QUESTION = a_recommendation("Why?", label="4", kind=RecommendationKind.QUESTION)


@pytest.mark.parametrize(
    ("answered", "wanted"),
    [
        ((), ""),
        ((ONE,), "recommendation 1"),
        ((ONE, TWO), "recommendations 1 and 2"),
        ((ONE, TWO, THREE), "recommendations 1, 2 and 3"),
        ((QUESTION,), "question 4"),
        ((ONE, QUESTION), "Recommendation 1 and Question 4"),
        ((a_recommendation(label="Proposal A"),), "Proposal A"),
        ((a_recommendation("Name a minister", label=""),), "Name a minister"),
    ],
)
def test_labels_are_named_as_running_text_names_them(answered, wanted):
    assert joined_labels(answered) == wanted


def test_two_of_one_label_are_told_apart_by_where_they_stand():
    first = a_recommendation(label="1", named="a", heading="Chapter 1: Giving time")
    second = a_recommendation(label="1", named="b", heading="What the Government should do next")
    third = a_recommendation(label="2", named="c", heading="Chapter 1: Giving time")
    on_pages = [a_recommendation(label="1", named=str(page), page=page) for page in (4, 9)]

    assert joined_labels((first, second, third)) == (
        "recommendations 1 (Chapter 1), 1 (What the Government should …) and 2"
    )
    assert joined_labels(tuple(on_pages)) == "recommendations 1 (page 4) and 1 (page 9)"


def test_in_a_list_of_all_two_of_one_name_are_told_apart():
    first = a_recommendation(label="1", named="a", heading="Chapter 1: Giving time")
    second = a_recommendation(label="1", named="b", heading="Chapter 2: Money")

    assert list(names_of((first, second, TWO)).values()) == [
        "Recommendation 1 (Chapter 1)",
        "Recommendation 1 (Chapter 2)",
        "Recommendation 2",
    ]


def test_a_date_is_british():
    assert british_date(date(2026, 11, 4)) == "4 November 2026"
    assert british_date(None) == ""


def test_every_field_has_a_value_where_all_is_known():
    response = a_response(dated=date(2026, 11, 4))
    values = field_values(response.head, a_report(ONE), OFFICER).answering((ONE,))

    assert {name: values(name) for name in FIELDS} == {
        "organisation": "Small Grants Trust",
        "author": "Ada Okafor",
        "role": "Policy Officer",
        "report.title": "Volunteering and Local Charities",
        "report.author": "Dame Ruth Calder",
        "report.publisher": "HM Stationery",
        "report.published": "October 2026",
        "response.title": "Our response",
        "response.date": "4 November 2026",
        "recommendation.label": "recommendation 1",
    }


def test_the_title_block_comes_before_the_officer_and_both_before_own_fields():
    head = a_response(author="Bo Lind").head

    values = field_values(head, None, OFFICER, {"author": "Nobody", "our.campaign": "Fair Pay"})

    assert (values("author"), values("role"), values("our.campaign")) == (
        "Bo Lind",
        "Policy Officer",
        "Fair Pay",
    )


def test_an_empty_value_is_none():
    values = field_values(a_response().head, None, Person(), {"our.campaign": ""})

    assert (values("author"), values("our.campaign"), values("nonsense")) == (None, None, None)


def test_what_has_no_value_is_listed_once_a_passage_in_reading_order():
    names = ("recommendation.label", "our.x", "our.x", "author")
    text = "<p>" + " ".join(f'<field name="{each}"/>' for each in names) + "</p>"
    first, second = a_passage(text), a_passage(text, ONE)
    report = a_report(ONE)
    response = a_response(a_section(first, second), to=report)

    found = unresolved(response, field_values(response.head, report, OFFICER), report)

    assert found == ((first.id, "recommendation.label"), (first.id, "our.x"), (second.id, "our.x"))
