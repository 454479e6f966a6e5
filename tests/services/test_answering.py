"""What officers do on the desk."""

from dataclasses import replace

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.errors import NothingToDo
from drafter.domain.records.responses import ResponseState, Shape
from drafter.domain.records.stances import Stance
from drafter.services import answering
from tests.builders import (
    OFFICER,
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_section,
    rich,
)


@pytest.fixture
def report(library):
    kept = a_report("Fund it.", "Count it.", "Publish it.")
    library.apply(Change.of("Keep", added(kept)))
    return kept


def start(library, report, shape=Shape.POINT_BY_POINT):
    change = answering.new_response(library, report=report.id, shape=shape, by=OFFICER)
    return library.response(answering.response_of(change))


def test_a_point_by_point_response_starts_with_a_section_for_each_recommendation(library, report):
    response = start(library, report)

    assert [each.answers for each in response.sections] == [
        (),
        *((each.id,) for each in report.recommendations),
    ]
    assert response.head.author == OFFICER.name


def test_a_statement_starts_empty(library, report):
    response = start(library, report, Shape.STATEMENT)

    assert [each.answers for each in response.sections] == [()]


def test_one_stance_is_taken_on_several_recommendations_in_one_step(library, report):
    response = start(library, report)
    wanted = [each.id for each in report.recommendations[:2]]

    change = answering.set_stance(library, response.id, wanted, Stance.WELCOME)
    taken = library.response(response.id)
    library.apply(change.inverse)

    assert [taken.stance_on(each).stance for each in wanted] == [Stance.WELCOME, Stance.WELCOME]
    assert library.response(response.id).stance_on(wanted[0]).stance is Stance.UNDECIDED


def test_a_reason_survives_a_change_of_stance(library, report):
    response = start(library, report)
    one = report.recommendations[0].id
    answering.set_reason(library, response.id, one, reason="It  works.", note="Ask Bea")

    answering.set_stance(library, response.id, [one], Stance.OPPOSE)

    taken = library.response(response.id).stance_on(one)
    assert (taken.stance, taken.reason, taken.note) == (Stance.OPPOSE, "It works.", "Ask Bea")


def test_typing_is_saved_as_one_entry_of_the_trail(library, report):
    response = start(library, report)
    first, *rest = response.sections
    written = replace(first, passages=(replace(first.passages[0], text=rich("We write")),))
    longer = replace(first, passages=(replace(first.passages[0], text=rich("We write to respond")),))
    before = len(library.changes())

    answering.save_text(library, response.id, (written, *rest))
    answering.save_text(library, response.id, (longer, *rest))

    assert library.response(response.id).sections[0].passages[0].text.plain == "We write to respond"
    assert len(library.changes()) == before + 1


def test_saving_the_same_text_writes_nothing(library, report):
    response = start(library, report)

    assert answering.save_text(library, response.id, response.sections) is None


def test_passages_that_were_taken_out_go_and_moved_sections_keep_theirs(library, report):
    response = start(library, report)
    first, second, *_ = response.sections

    answering.save_text(library, response.id, (second, first))

    assert [each.id for each in library.response(response.id).sections] == [second.id, first.id]


def test_a_passage_from_the_library_is_pinned_to_its_wording(library, report):
    response = start(library, report)
    position = a_position("We welcome long-term grants.")
    library.apply(a_change_of(position))

    passage = answering.passage_from(library, response.id, position.id)

    assert passage.use is not None
    assert passage.is_verbatim(library.revision(passage.use.revision).text)


def test_marking_as_sent_keeps_a_copy_and_remembers_what_was_used(library, report):
    response = start(library, report)
    position = a_position("We welcome long-term grants.")
    library.apply(a_change_of(position))
    one = report.recommendations[0].id
    passage = answering.passage_from(library, response.id, position.id, answers=(one,))
    answering.save_text(library, response.id, (a_section(passage),))

    answering.set_state(library, response.id, ResponseState.SENT)

    [use] = library.past_uses(position.id)
    assert use.recommendations == (one,)
    assert use.asked == (report.recommendations[0].text,)
    assert use.verbatim
    assert [each.label for each in library.saved_drafts(response.id)] == ["Sent"]
    with pytest.raises(NothingToDo):
        answering.set_state(library, response.id, ResponseState.SENT)


def test_a_deleted_response_is_no_longer_listed_and_undo_brings_it_back(library, report):
    response = start(library, report)
    change = answering.delete_response(library, response.id)
    listed = library.response_heads()

    library.apply(change.inverse)

    assert listed == ()
    assert [each.id for each in library.response_heads()] == [response.id]


def test_an_idea_that_she_names_joins_the_report(library, report):
    idea = a_recommendation("A Community Recovery Fund", label="", named="an idea")

    answering.add_idea(library, report.id, idea)

    assert library.report(report.id).recommendations[-1] == idea


def test_a_statement_may_set_recommendations_aside(library, report):
    response = start(library, report, Shape.STATEMENT)
    one = report.recommendations[0].id

    answering.set_aside(library, response.id, [one])

    assert library.response(response.id).stance_on(one).set_aside


def test_an_empty_draft_still_holds_one_empty_passage(library, report):
    response = start(library, report)

    empty = replace(a_passage(), response=response.id)
    answering.save_text(library, response.id, (a_section(empty),))

    assert [each.text.plain for each in library.response(response.id).passages] == [""]
