"""What officers do to keep the library trustworthy."""

from dataclasses import replace

import pytest

from drafter.domain.errors import NothingToDo
from drafter.domain.records.ids import PositionId, id_from
from drafter.domain.records.positions import Facts, Kind, Status, Wording
from drafter.services import positions
from tests.builders import rich


def write(library, text="We welcome long-term grants.", *, title="Long-term grants", named="p1"):
    identity = PositionId(id_from(named))
    positions.create(
        library, Wording(position=identity, title=title, text=rich(text)), Facts(position=identity), by="Ann"
    )
    return identity


def reword(library, identity, text):
    stored = library.position(identity)
    wording = replace(stored.newest.wording, text=rich(text))
    return positions.save(library, wording, stored.facts, by="Ann")


def test_a_new_position_is_a_draft(library):
    identity = write(library)

    assert library.position(identity).status is Status.DRAFT


def test_a_position_without_a_title_takes_its_first_words(library):
    identity = write(library, "Charities need core funding that lasts.", title="  ")

    assert library.position(identity).current.title == "Charities need core funding that lasts."


def test_an_approved_wording_stays_in_use_while_a_new_one_is_drafted(library):
    identity = write(library, "We welcome this.")
    positions.approve(library, identity, by="Bea")

    reword(library, identity, "We strongly welcome this.")

    stored = library.position(identity)
    assert (stored.status, stored.current.text.plain) == (Status.APPROVED, "We welcome this.")
    assert stored.has_newer_draft


def test_undoing_a_rewording_brings_the_old_words_and_their_approval_back(library):
    identity = write(library, "We welcome this.")
    positions.approve(library, identity, by="Bea", note="Board, March")
    change = reword(library, identity, "We oppose this.")

    library.apply(change.inverse)

    stored = library.position(identity)
    assert stored.newest.text.plain == "We welcome this."
    assert stored.newest.approval is not None
    assert stored.newest.approval.note == "Board, March"
    assert len(library.revisions(identity)) == 3


def test_approving_twice_says_that_it_is_done(library):
    identity = write(library)
    positions.approve(library, identity, by="Bea")

    with pytest.raises(NothingToDo, match="approved already"):
        positions.approve(library, identity, by="Bea")


def test_approving_gives_the_usual_review_date_of_its_kind_unless_it_has_one(library):
    one, other = write(library, named="p1"), write(library, named="p2")
    facts = library.position(other).facts
    own_day = positions.default_review(Kind.ASK)
    wording = library.position(other).newest.wording
    positions.save(library, wording, replace(facts, review_by=own_day), by="Ann")

    change = positions.approve(library, one, by="Bea")
    positions.approve(library, other, by="Bea")

    days = [library.position(each).facts.review_by for each in (one, other)]
    assert days == [positions.default_review(Kind.POSITION), own_day]
    library.apply(change.inverse)
    assert library.position(one).facts.review_by is None


def test_a_review_with_new_words_is_one_of_the_newest_wording(library):
    identity = write(library, "We welcome this.")
    positions.approve(library, identity, by="Bea")
    reword(library, identity, "We strongly welcome this.")

    positions.mark_reviewed(library, identity, by="Ann", reworded=True)

    stored = library.position(identity)
    assert stored.reviewed.revision == stored.newest.id
    assert stored.current.text.plain == "We welcome this."


def test_saving_without_a_change_says_so(library):
    identity = write(library)
    stored = library.position(identity)

    with pytest.raises(NothingToDo):
        positions.save(library, stored.newest.wording, stored.facts, by="Ann")


def test_a_change_of_facts_makes_no_revision_and_costs_no_approval(library):
    identity = write(library)
    positions.approve(library, identity, by="Bea")
    stored = library.position(identity)

    positions.save(library, stored.newest.wording, replace(stored.facts, owner="Cy", kind=Kind.ASK), by="Ann")

    assert library.position(identity).status is Status.APPROVED
    assert library.position(identity).facts.owner == "Cy"
    assert len(library.revisions(identity)) == 1


def test_a_review_sets_the_next_date_and_undo_takes_both_back(library):
    identity = write(library)

    change = positions.mark_reviewed(library, identity, by="Bea")
    reviewed = library.position(identity)
    library.apply(change.inverse)

    assert reviewed.reviewed is not None
    assert reviewed.facts.review_by == positions.default_review(Kind.POSITION)
    assert library.position(identity).facts.review_by is None
    assert library.position(identity).reviewed is None


def test_a_retired_position_can_be_brought_back(library):
    identity = write(library)
    positions.retire(library, identity, by="Bea")
    retired = library.position(identity).status

    positions.revive(library, identity, by="Bea")

    assert (retired, library.position(identity).status) == (Status.RETIRED, Status.DRAFT)


def test_a_deleted_position_lies_in_the_bin_until_it_is_recovered(library):
    identity = write(library)
    positions.delete(library, (identity,), by="Ann")
    in_bin = [each.id for each in library.entries(only_deleted=True)]

    positions.recover(library, (identity,), by="Ann")

    assert in_bin == [identity]
    assert [each.id for each in library.entries()] == [identity]


def test_an_old_wording_comes_back_as_a_new_revision(library):
    identity = write(library, "First words.")
    first = library.position(identity).newest.id
    reword(library, identity, "Second words.")

    positions.bring_back(library, identity, first, by="Ann")

    assert library.position(identity).newest.text.plain == "First words."
    assert len(library.revisions(identity)) == 3
