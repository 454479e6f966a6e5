"""What Home is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.records.ids import ResponseId, id_from
from drafter.domain.records.positions import Status
from drafter.domain.records.responses import Outline, ResponseState
from drafter.domain.records.stances import Stance
from drafter.services.overview import deadline_words, overview
from tests.builders import (
    NOON,
    TODAY,
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_stance,
)


def keep(library, *records):
    return library.apply(Change.of("Keep", added(*records)))


def keep_response(library, response):
    keep(library, response.head, response.outline, *response.passages, *response.stances)


def start(library, title, **more):
    head = replace(a_response(title=title).head, id=ResponseId(id_from(title)), **more)
    keep(library, head, Outline(response=head.id))


def test_an_empty_library_has_nothing_to_show(library):
    assert overview(library, day=TODAY).is_empty


def test_a_response_comes_with_its_report_and_how_much_is_answered(library):
    one, two = a_recommendation(label="1"), a_recommendation(label="2")
    report = a_report(one, two, title="Stronger Together")
    keep(library, replace(report, added_at=NOON))
    keep_response(library, a_response(a_passage("We agree.", one), to=report, stances=(a_stance(one),)))

    [card] = overview(library, day=TODAY).responses

    assert card.report_title == "Stronger Together"
    assert card.coverage.sentence == "1 of 2 answered, 1 without a stance"
    assert card.coverage.recommendations[0].stance is Stance.WELCOME


def test_what_is_due_soonest_comes_first_and_what_is_sent_last(library):
    for title, days, state in (
        ("sent", -30, ResponseState.SENT),
        ("no deadline", None, ResponseState.DRAFTING),
        ("later", 9, ResponseState.DRAFTING),
        ("overdue", -1, ResponseState.OUT_FOR_COMMENT),
    ):
        deadline = None if days is None else TODAY + timedelta(days=days)
        start(library, title, deadline=deadline, state=state)

    titles = [card.head.title for card in overview(library, day=TODAY).responses]

    assert titles == ["overdue", "later", "no deadline", "sent"]


def test_what_is_in_the_bin_is_kept_apart(library):
    start(library, "in hand")
    start(library, "thrown away", deleted=True)

    now = overview(library, day=TODAY)

    assert [card.head.title for card in now.responses] == ["in hand"]
    assert [head.title for head in now.binned] == ["thrown away"]


def test_positions_are_due_from_their_day_on_unless_they_are_retired(library):
    for title, days in (("tomorrow", 1), ("today", 0), ("long ago", -90)):
        library.apply(a_change_of(a_position(title=title, review_by=TODAY + timedelta(days=days))))
    library.apply(a_change_of(a_position(title="no date", status=Status.DRAFT)))
    gone = a_position(title="retired", status=Status.RETIRED, review_by=TODAY)
    library.apply(a_change_of(gone))
    keep(library, gone.retirement)

    now = overview(library, day=TODAY)

    assert [entry.title for entry in now.due] == ["long ago", "today"]
    assert now.positions == 5


def test_a_report_waits_until_a_response_answers_it(library):
    waiting, answered = a_report("Do this.", title="Waiting"), a_report("Do that.", title="Answered")
    keep(library, replace(waiting, added_at=NOON), replace(answered, added_at=NOON))
    keep_response(library, a_response(to=answered))

    assert [report.title for report in overview(library, day=TODAY).unanswered] == ["Waiting"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "due today"),
        (1, "due tomorrow"),
        (2, "due in 2 days"),
        (14, "due in 14 days"),
        (15, "due on 19 November"),
        (100, "due on 12 February 2027"),
        (-1, "was due yesterday"),
        (-14, "was due 14 days ago"),
        (-15, "was due on 20 October"),
        (-400, "was due on 30 September 2025"),
    ],
)
def test_a_deadline_is_told_as_one_says_it(days, words):
    assert deadline_words(TODAY + timedelta(days=days), TODAY) == words
