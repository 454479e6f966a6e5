"""How a review stands in words, and where a position was used."""

from dataclasses import replace
from datetime import timedelta

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.positions import Entry, Kind, Status
from drafter.domain.records.responses import ResponseState
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import plain_text
from drafter.services import answering
from drafter.services.browsing import review_words, reviewed_words, where_used
from tests.builders import NOON, OFFICER, TODAY, a_change_of, a_position, a_report, rich


def an_entry(title, **more):
    return Entry(id=title, title=title, kind=more.pop("kind", Kind.POSITION), **more)


@pytest.mark.parametrize(
    ("days", "status", "said"),
    [
        (-1, Status.APPROVED, "review overdue since 3 November 2026"),
        (0, Status.APPROVED, "review due on 4 November 2026"),
        (30, Status.DRAFT, "review due on 4 December 2026"),
        (31, Status.APPROVED, ""),
        (-1, Status.RETIRED, ""),
    ],
)
def test_a_review_is_said_in_words_when_it_is_due(days, status, said):
    entry = an_entry("a", review_by=TODAY + timedelta(days=days), status=status)

    assert review_words(entry, TODAY) == said


@pytest.fixture
def position(library):
    made = a_position("Fund halls.", title="Halls", named="halls")
    library.apply(a_change_of(made))
    return made.id


@pytest.fixture
def response(library):
    report = a_report("Fund it.", "Count it.")
    library.apply(Change.of("Keep", added(report)))
    change = answering.new_response(library, report=report.id, title="Ours", by=OFFICER)
    return answering.response_of(change)


def use(library, response, position, *, words=None):
    """The first passage takes the position, word for word or in other words."""
    stored = library.response(response)
    first, *rest = stored.sections
    report = answering.report_of(library, stored.head)
    answers = first.passages[0].answers or (report.recommendations[0].id,) if report else ()
    passage = answering.passage_from(library, response, position, answers=answers)
    if words is not None:
        passage = replace(passage, text=plain_text(words))
    answering.save_text(library, response, (replace(first, passages=(passage,)), *rest))
    return answers


def test_a_position_that_no_response_has_was_used_nowhere(library, position):
    assert where_used(library, position) == ()


@pytest.mark.parametrize(("words", "manner"), [(None, "verbatim"), ("Fund every hall.", "tailored")])
def test_a_draft_that_holds_it_says_what_it_answers_there(library, position, response, words, manner):
    answers = use(library, response, position, words=words)
    answering.set_stance(library, response, answers, Stance.WELCOME)

    [found] = where_used(library, position)

    assert (found.response, found.title, found.at, found.manner) == (response, "Ours", None, manner)
    assert found.asked == ("Recommendation 1",)
    assert found.stances == (Stance.WELCOME,)


def test_a_use_says_which_wording_it_took(library, position, response):
    use(library, response, position)
    first = library.position(position).current
    [found] = where_used(library, position)
    assert (found.worded, found.is_current) == (first.at, True)

    after = replace(first.wording, text=plain_text("Fund every hall."))
    library.apply(Change.of("Edit", changed(first.wording, after)))

    [found] = where_used(library, position)
    assert (found.worded, found.is_current) == (first.at, False)


@pytest.mark.parametrize(
    ("days", "reviewed", "said"),
    [
        (None, False, "Never reviewed."),
        (-1, False, "Never reviewed. Review overdue since 3 November 2026."),
        (30, True, "Reviewed by Ada Okafor on 2 March 2026. Review due on 4 December 2026."),
        (31, True, "Reviewed by Ada Okafor on 2 March 2026."),
    ],
)
def test_when_it_was_reviewed_and_should_be_again_is_a_sentence(days, reviewed, said):
    due = None if days is None else TODAY + timedelta(days=days)
    made = a_position("a", review_by=due, reviewed=NOON if reviewed else None)

    assert reviewed_words(made, TODAY) == said


def test_what_is_retired_wants_no_review():
    assert reviewed_words(a_position("a", status=Status.RETIRED), TODAY) == ""


def test_words_woven_into_others_are_called_so(library, position, response):
    stored = library.response(response)
    first, *rest = stored.sections
    current = library.position(position).current.id
    passage = replace(first.passages[0], text=rich("<p>And halls.</p>"), drawn_from=(current,))
    answering.save_text(library, response, (replace(first, passages=(passage,)), *rest))

    assert [each.manner for each in where_used(library, position)] == ["woven in"]


def test_a_response_that_was_signed_off_has_a_day_and_one_in_the_bin_says_so(library, position, response):
    use(library, response, position)
    answering.set_state(library, response, ResponseState.SIGNED_OFF)
    answering.delete_response(library, response)

    [found] = where_used(library, position)

    assert found.at is not None
    assert (found.asked, found.manner, found.is_gone) == (("Recommendation 1",), "verbatim", True)
