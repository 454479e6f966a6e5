"""The library by its facets, and where a position was used."""

from dataclasses import replace
from datetime import timedelta

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.records.positions import Entry, Kind, Status
from drafter.domain.records.responses import ResponseState
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import plain_text
from drafter.services import answering
from drafter.services.browsing import Facet, facets, narrowed, review_words, where_used
from tests.builders import OFFICER, TODAY, a_change_of, a_position, a_report, rich


def an_entry(title, **more):
    return Entry(id=title, title=title, kind=more.pop("kind", Kind.POSITION), **more)


def test_facets_count_what_they_leave_in_the_order_of_their_groups():
    entries = (
        an_entry(
            "a", themes=("halls", "Funding"), status=Status.APPROVED, owner="Ann", uses=1, review_by=TODAY
        ),
        an_entry("b", themes=("halls",), kind=Kind.ASK),
    )

    said = [(each.group, each.name, each.count) for each in facets(entries, TODAY)]

    assert said == [
        ("Status", "Approved", 1),
        ("Status", "Draft", 1),
        ("Kind", "Ask", 1),
        ("Kind", "Position", 1),
        ("Attention", "Never used", 1),
        ("Attention", "No owner", 1),
        ("Attention", "No review date", 1),
        ("Attention", "Review due", 1),
        ("Theme", "Funding", 1),
        ("Theme", "halls", 2),
        ("Owner", "Ann", 1),
    ]


def test_one_of_a_group_is_enough_and_every_group_must_allow_it():
    entries = (
        an_entry("a", themes=("halls",), owner="Ann"),
        an_entry("b", themes=("fares",), owner="Ann"),
        an_entry("c", themes=("halls",), owner="Bea"),
        an_entry("d", themes=("trees",), owner="Ann"),
    )
    wanted = [
        Facet(group=group, name=name)
        for group, name in (("Theme", "halls"), ("Theme", "fares"), ("Owner", "Ann"))
    ]

    assert [each.title for each in narrowed(entries, wanted, TODAY)] == ["a", "b"]


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
    assert (Facet(group="Attention", name="Review due", count=1) in facets((entry,), TODAY)) is bool(said)


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
