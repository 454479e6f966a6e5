"""Drafts that hold earlier words: which are listed, and what bringing them up to date writes."""

from dataclasses import replace

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import Conflict, NothingToDo
from drafter.domain.records.responses import ResponseState
from drafter.domain.richtext import plain_text
from drafter.services import answering, positions
from drafter.services.newer_words import bring_up_to_date, older_words
from tests.builders import OFFICER, a_change_of, a_position, a_report, rich

NEW = "Fund halls for five years."


@pytest.fixture
def position(library):
    made = a_position("Fund halls.", title="Halls", named="halls")
    library.apply(a_change_of(made))
    positions.approve(library, made.id, by="Ann")
    return made.id


def a_draft(library, position, *, words=None, title="Ours", woven=False):
    """A response whose first passage holds the position."""
    report = a_report("Fund it.", title=f"Report for {title}")
    library.apply(Change.of("Keep", added(report)))
    response = answering.response_of(
        answering.new_response(library, report=report.id, title=title, by=OFFICER)
    )
    first, *rest = library.response(response).sections
    passage = answering.passage_from(library, response, position, answers=(report.recommendations[0].id,))
    if words is not None:
        passage = replace(passage, text=plain_text(words))
    if woven:
        assert passage.use is not None
        passage = replace(passage, use=None, drawn_from=(passage.use.revision,), text=rich("<p>And so.</p>"))
    answering.save_text(library, response, (replace(first, passages=(passage,)), *rest))
    return response


def reword(library, position, words=NEW, *, approve=True):
    before = library.position(position).newest.wording
    library.apply(Change.of("Edit", changed(before, replace(before, text=plain_text(words)))))
    if approve:
        positions.approve(library, position, by="Ann")


def first_words(library, response):
    return next(library.response(response).passages).text.plain


def test_a_draft_is_listed_once_newer_words_are_approved(library, position):
    a_draft(library, position)
    reword(library, position, approve=False)
    assert older_words(library) == ()

    positions.approve(library, position, by="Ann")

    [found] = older_words(library, position)
    assert (found.title, found.asked, found.is_tailored) == ("Ours", ("Recommendation 1",), False)
    assert (found.held.text.plain, found.current.text.plain) == ("Fund halls.", NEW)


@pytest.mark.parametrize("state", [ResponseState.SIGNED_OFF, ResponseState.SENT])
def test_what_was_signed_off_or_sent_is_not_listed_and_not_touched(library, position, state):
    response = a_draft(library, position)
    reword(library, position)
    found = older_words(library)
    answering.set_state(library, response, state)
    assert older_words(library) == ()

    with pytest.raises(NothingToDo):
        bring_up_to_date(library, found)

    assert first_words(library, response) == "Fund halls."


def test_all_are_brought_up_to_date_and_undone_in_one_step(library, position):
    drafts = [a_draft(library, position, title=title) for title in ("One", "Two")]
    reword(library, position)

    change = bring_up_to_date(library, older_words(library), by="Ann")

    assert [first_words(library, each) for each in drafts] == [NEW, NEW]
    assert older_words(library) == ()
    library.apply(change.inverse)
    assert [first_words(library, each) for each in drafts] == ["Fund halls.", "Fund halls."]


def test_tailored_words_are_told_apart_and_stay_where_she_keeps_them(library, position):
    response = a_draft(library, position, words="Fund our halls.")
    reword(library, position)
    [found] = older_words(library)
    assert found.is_tailored

    bring_up_to_date(library, (found,), keep_words=True)

    assert first_words(library, response) == "Fund our halls."
    assert next(library.response(response).passages).use.revision == library.position(position).current.id
    assert older_words(library) == ()


def test_words_woven_into_others_are_never_exchanged(library, position):
    response = a_draft(library, position, woven=True)
    reword(library, position)
    [found] = older_words(library)
    assert found.is_woven

    with pytest.raises(NothingToDo):
        bring_up_to_date(library, (found,))
    bring_up_to_date(library, (found,), keep_words=True)

    assert first_words(library, response) == "And so."
    assert older_words(library) == ()


def test_a_draft_that_was_written_in_the_meantime_is_not_overwritten(library, position):
    response = a_draft(library, position)
    reword(library, position)
    found = older_words(library)
    first, *rest = library.response(response).sections
    passage = replace(first.passages[0], text=plain_text("Fund halls now."))
    answering.save_text(library, response, (replace(first, passages=(passage,)), *rest))

    with pytest.raises(Conflict):
        bring_up_to_date(library, found)

    assert first_words(library, response) == "Fund halls now."


def test_old_words_that_are_approved_again_make_nothing_stale(library, position):
    a_draft(library, position)
    reword(library, position)
    reword(library, position, "Fund halls.", approve=False)  # agreed words that come back are agreed

    assert older_words(library) == ()
