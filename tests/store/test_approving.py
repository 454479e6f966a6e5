"""Approvals, reviews and retiring: which words count, and what undo makes of them."""

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import Conflict, NotFound
from drafter.domain.records.ids import RevisionId
from drafter.domain.records.positions import Approval, Retirement, Review, Status
from tests.builders import NOON, a_position, later
from tests.store.wordings import approve, keep, reword, texts


def test_the_approved_wording_stays_in_use_until_the_new_one_is_approved(library):
    position = a_position("One")
    keep(library, position)
    approve(library, position)
    reword(library, position, "Two")
    between = library.position(position.id)
    approve(library, position)
    after = library.position(position.id)

    assert (between.current.text.plain, between.newest.text.plain) == ("One", "Two")
    assert (between.status, between.has_newer_draft) == (Status.APPROVED, True)
    assert (after.current.text.plain, after.has_newer_draft) == ("Two", False)


def test_undoing_a_rewording_brings_the_words_and_their_approval_back(library):
    position = a_position("One")
    keep(library, position)
    approve(library, position)
    rewording = reword(library, position, "Two")
    library.apply(rewording.inverse)

    now = library.position(position.id)
    assert texts(library, position) == ["One", "Two", "One"]
    assert (now.status, now.has_newer_draft, now.current.id) == (Status.APPROVED, False, now.newest.id)
    assert (now.current.approval.by, now.current.approval.at) == ("The director", NOON)


def test_words_that_were_never_approved_come_back_as_a_draft(library):
    position = a_position("One")
    keep(library, position)
    library.apply(reword(library, position, "Two").inverse)

    assert library.position(position.id).status is Status.DRAFT


def test_undoing_an_approval_also_takes_back_the_one_that_an_undo_carried_over(library):
    position = a_position("One")
    keep(library, position)
    approval = approve(library, position)
    library.apply(reword(library, position, "Two").inverse)
    library.apply(approval.inverse)

    assert library.position(position.id).status is Status.DRAFT
    assert all(each.approval is None for each in library.revisions(position.id))


def test_redoing_an_approval_counts_for_the_words_that_came_back(library):
    position = a_position("One")
    keep(library, position)
    rewording = reword(library, position, "Two")
    approval = approve(library, position)
    for change in (approval.inverse, rewording.inverse, rewording, approval):
        library.apply(change)

    now = library.position(position.id)
    assert (now.status, now.current.text.plain, now.current.id) == (Status.APPROVED, "Two", now.newest.id)


def test_one_change_may_bring_words_in_and_approve_them(library):
    position = a_position("One")
    wish = Approval(position=position.id, revision=RevisionId(""), by="The director", at=NOON)
    applied = library.apply(Change.of("Add", added(position.current.wording, position.facts, wish), by="Ada"))

    assert library.position(position.id).status is Status.APPROVED
    for change in (applied.inverse, applied):
        library.apply(change)
    assert library.position(position.id).status is Status.APPROVED


def test_approving_words_that_were_approved_before_follows_their_approval(library):
    position = a_position("One")
    keep(library, position)
    approve(library, position, by="The director")
    reword(library, position, "Two")
    now = library.position(position.id)
    wish = Approval(position=position.id, revision=RevisionId(""), by="The chair", at=later(5))
    again = Change.of("Back", (*changed(now.newest.wording, now.current.wording), *added(wish)))
    applied = library.apply(again)

    assert library.position(position.id).current.approval.by == "The chair"
    library.apply(applied.inverse)
    assert library.position(position.id).newest.text.plain == "Two"


def test_an_approval_of_unknown_words_is_refused(library):
    position = a_position()
    keep(library, position)
    wrong = Approval(position=position.id, revision=RevisionId("0" * 64), by="Ada", at=NOON)

    with pytest.raises(NotFound):
        library.apply(Change.of("Approve", added(wrong)))


def test_approving_twice_is_a_conflict(library):
    position = a_position()
    keep(library, position)
    approve(library, position)

    with pytest.raises(Conflict):
        approve(library, position, by="Somebody else")


def test_retiring_and_reviving(library):
    position = a_position()
    keep(library, position)
    retired = Retirement(position=position.id, by="Ada", at=NOON, note="Out of date")
    retiring = library.apply(Change.of("Retire", added(retired)))
    between = library.position(position.id)
    library.apply(retiring.inverse)

    assert (between.status, between.retirement) == (Status.RETIRED, retired)
    assert library.position(position.id).status is Status.DRAFT
    with pytest.raises(Conflict):
        library.apply(retiring.inverse)


def test_the_last_review_counts_and_can_be_taken_back(library):
    position = a_position()
    keep(library, position)
    revision = library.position(position.id).current.id
    reviews = [
        Review(position=position.id, revision=revision, by="Ada", at=moment) for moment in (NOON, later(9))
    ]
    changes = [library.apply(Change.of("Review", added(each))) for each in reviews]

    assert library.position(position.id).reviewed == reviews[1]
    library.apply(changes[1].inverse)
    assert library.position(position.id).reviewed == reviews[0]
