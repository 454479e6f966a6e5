"""Saved drafts: kept by name, compared, and brought back."""

from dataclasses import replace
from datetime import date

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.errors import NothingToDo
from drafter.domain.records.responses import ResponseState
from drafter.domain.records.stances import Stance
from drafter.services.answering import set_head, set_reason, set_stance, set_state
from drafter.services.drafts import bring_back, compare_drafts, keep_draft, timeline
from tests.builders import A_RESPONSE, a_passage, a_recommendation, a_report, a_response, a_section, a_stance

FUND = a_recommendation("Fund small charities.", label="1")
PASS = a_recommendation("Introduce a passport.", label="2")
REPORT = a_report(FUND, PASS)


@pytest.fixture
def stored(library):
    response = a_response(
        a_section(a_passage("We agree.", FUND, named="one"), named="s1"), to=REPORT, stances=(a_stance(FUND),)
    )
    library.apply(Change.of("Keep", added(REPORT)))
    library.apply(
        Change.of("Load", added(response.head, response.outline, *response.passages, *response.stances))
    )
    return library


def test_a_draft_is_kept_under_its_name(stored):
    keep_draft(stored, A_RESPONSE, "  For the  board ", by="Ada Okafor")
    set_state(stored, A_RESPONSE, ResponseState.SIGNED_OFF, by="Bo")

    assert [(each.label, each.by) for each in timeline(stored, A_RESPONSE)] == [
        ("Signed off", "Bo"),
        ("For the board", "Ada Okafor"),
    ]


def test_a_draft_wants_a_name(stored):
    with pytest.raises(NothingToDo):
        keep_draft(stored, A_RESPONSE, "  ")


def test_title_block_and_stances_come_back_and_the_present_is_kept_first(stored):
    kept = keep_draft(stored, A_RESPONSE, "First")
    head = stored.response(A_RESPONSE).head
    set_head(stored, replace(head, title="Another headline", deadline=date(2026, 12, 1)))
    set_stance(stored, A_RESPONSE, (FUND.id, PASS.id), Stance.OPPOSE)
    set_reason(stored, A_RESPONSE, PASS.id, reason="It costs too much.", note="Ask the board.")

    change = bring_back(stored, A_RESPONSE, kept)

    now = stored.response(A_RESPONSE)
    taken = now.stance_on(PASS.id)
    assert (now.head.title, now.head.deadline) == ("Our response", date(2026, 12, 1))
    assert now.stance_on(FUND.id).stance is Stance.WELCOME
    assert (taken.stance, taken.reason, taken.note) == (Stance.UNDECIDED, "", "Ask the board.")
    newest = timeline(stored, A_RESPONSE)[0]
    assert newest.label == "Before “First” was brought back"
    assert stored.saved_draft(newest.id).head.title == "Another headline"

    stored.apply(change.inverse)
    assert stored.response(A_RESPONSE).head.title == "Another headline"


def test_where_only_the_words_differ_nothing_is_written_but_the_present_is_kept(stored):
    kept = keep_draft(stored, A_RESPONSE, "First")

    assert bring_back(stored, A_RESPONSE, kept).is_empty
    assert len(timeline(stored, A_RESPONSE)) == 2


def test_two_drafts_differ_by_passage_by_stance_and_by_headline():
    before = a_response(
        a_section(a_passage("We agree.", FUND, named="one"), named="s1", heading="Money"),
        a_section(a_passage("Gone.", named="two"), named="s2", heading="Old"),
        to=REPORT,
    )
    after = a_response(
        a_section(
            a_passage("We agree wholly.", FUND, named="one"),
            a_passage("New.", PASS, named="three"),
            named="s1",
        ),
        to=REPORT,
        stances=(a_stance(FUND),),
        title="New headline",
    )

    found = compare_drafts(before, after, REPORT)

    assert [each.sentence for each in found] == [
        "Headline: 2 words added, 2 words removed",
        "Stance on Recommendation 1: 1 word added, 1 word removed",
        "Heading: 1 word removed",
        "Recommendation 1: 2 words added, 1 word removed",
        "Recommendation 2: 1 word added",
        "Heading: 1 word removed",
        "Old: 1 word removed",
    ]


def test_a_draft_does_not_differ_from_itself():
    response = a_response(a_passage("We agree.", FUND), to=REPORT, stances=(a_stance(FUND),))

    assert compare_drafts(response, response, REPORT) == ()
