"""Giving merge fields their values."""

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.errors import BadInput, NothingToDo
from drafter.services import answering, exporting
from drafter.services.filling_in import fill_in, own_fields
from tests.builders import OFFICER, a_report


@pytest.fixture
def response(library):
    report = a_report("Fund it.", publisher="", published="", author="")
    library.apply(Change.of("Keep", added(report)))
    return answering.response_of(answering.new_response(library, report=report.id, by=OFFICER))


def value(library, response, name):
    return exporting.values_of(library, library.response(response), OFFICER)(name)


@pytest.mark.parametrize(
    "name", ["report.publisher", "report.published", "role", "response.title", "helpline"]
)
def test_a_value_is_there_wherever_the_field_stands_and_undo_takes_it_back(library, response, name):
    before = value(library, response, name)

    change = fill_in(library, response, name, "  Something  new ")
    filled = value(library, response, name)
    library.apply(change.inverse)

    assert filled == "Something new"
    assert value(library, response, name) == before


def test_a_date_is_read_and_shown_as_people_write_it(library, response):
    fill_in(library, response, "response.date", "2026-11-22")

    assert value(library, response, "response.date") == "22 November 2026"


def test_what_is_no_date_is_told(library, response):
    with pytest.raises(BadInput, match="year, month and day"):
        fill_in(library, response, "response.date", "tomorrow")


def test_the_organisations_own_fields_add_up(library, response):
    fill_in(library, response, "helpline", "0800 1")
    fill_in(library, response, "website", "example.org")

    assert own_fields(library) == {"helpline": "0800 1", "website": "example.org"}


def test_nothing_typed_is_told(library, response):
    with pytest.raises(NothingToDo):
        fill_in(library, response, "role", "  ")


def test_what_only_a_passage_has_is_told(library, response):
    with pytest.raises(BadInput, match="which it answers"):
        fill_in(library, response, "recommendation.label", "4")
