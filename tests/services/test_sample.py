"""The sample comes in once."""

from dataclasses import replace

from drafter.paths import resource
from drafter.services.answering import delete_response, set_head
from drafter.services.sample import STATEMENT, add_sample

FOLDER = resource("sample")


def test_asked_for_again_it_is_the_one_that_is_there(library):
    first = add_sample(library, FOLDER)
    set_head(library, replace(library.response(first).head, title="Mine now"))

    assert add_sample(library, FOLDER) == first
    assert [each.title for each in library.response_heads()] == ["Mine now"]


def test_both_responses_answer_one_report(library):
    first, second = add_sample(library, FOLDER), add_sample(library, FOLDER, name=STATEMENT)

    assert first != second
    assert library.response(first).head.report == library.response(second).head.report
    assert len(library.reports()) == 1


def test_one_that_was_deleted_comes_anew_and_positions_do_not(library):
    first = add_sample(library, FOLDER)
    positions = len(library.entries())
    delete_response(library, first)

    second = add_sample(library, FOLDER)

    assert second != first
    assert [each.id for each in library.response_heads()] == [second]
    assert len(library.entries()) == positions
    assert add_sample(library, FOLDER) == second
