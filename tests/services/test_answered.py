"""Taking out what a response answers is said."""

from dataclasses import replace

import pytest

from drafter.domain.records.stances import Stance
from drafter.services.answered import answers_lost
from drafter.services.answering import new_response, response_of, set_stance
from drafter.services.importing import correct_report, keep_report
from drafter.store.library import Library
from tests.builders import OFFICER, a_recommendation, a_report


@pytest.fixture
def library():
    with Library.in_memory() as opened:
        yield opened


@pytest.fixture
def report(library):
    items = tuple(a_recommendation(f"Fund hall {n}.", label=str(n)) for n in (1, 2, 3, 4))
    keep_report(library, replace(a_report(), recommendations=items))
    return library.reports()[0]


def a_response_that_answers(library, report, *items):
    response = response_of(new_response(library, report=report.id, by=OFFICER))
    set_stance(library, response, [each.id for each in items], Stance.WELCOME)
    return response


def test_the_response_and_what_it_answers_are_named(library, report):
    a_response_that_answers(library, report, report.recommendations[1])

    said = answers_lost(library, report, report.recommendations[1:2])

    [head] = library.response_heads()
    assert said.startswith(f"“{head.title}” answers Recommendation 2: no longer in the list.")


def test_many_are_counted(library, report):
    a_response_that_answers(library, report, *report.recommendations)

    assert "Recommendation 1, Recommendation 2 and 2 more" in answers_lost(
        library, report, report.recommendations
    )


def test_what_no_response_answers_is_not_mourned(library, report):
    a_response_that_answers(library, report, report.recommendations[1])

    assert answers_lost(library, report, report.recommendations[2:]) == ""


def test_the_tie_is_there_again_when_the_item_is(library, report):
    response = a_response_that_answers(library, report, report.recommendations[1])
    change = correct_report(library, replace(report, recommendations=report.recommendations[:1]))
    library.apply(change.inverse)

    [taken] = library.response(response).stances
    assert taken.recommendation == library.report(report.id).recommendations[1].id
