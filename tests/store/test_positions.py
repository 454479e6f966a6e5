"""Positions as versions: wordings, facts, the bin, and what undo makes of them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from drafter.domain.changes import Change, Edit, added, changed
from drafter.domain.errors import Conflict, NotFound
from drafter.domain.records.ids import PositionId, id_from
from drafter.domain.records.positions import Deletion, Kind, Status
from drafter.domain.records.stances import Stance
from tests.builders import NOON, OFFICER, a_position, a_source, a_wording
from tests.store.wordings import approve, keep, reword, texts


def test_what_is_kept_comes_back_as_it_was(library):
    kept = a_position(
        "<h3>Why</h3><p>We <strong>welcome</strong> it<fn title='A study'>See there</fn>.</p>",
        kind=Kind.CAVEAT, themes=("Money", "Café"), stance=Stance.WELCOME, owner="Ada",
        sources=(a_source(address="https://example.org/a?b=1&c=2"),),
    )  # fmt: skip
    keep(library, kept)

    found = library.position(kept.id)
    assert (found.current.wording, found.facts) == (kept.current.wording, kept.facts)
    assert (found.current.by, found.status, found.heads) == (OFFICER.name, Status.DRAFT, (found.current.id,))


def test_a_position_that_is_not_there_is_said_to_be_gone(library):
    for unknown in (id_from("nothing"), "not an id", ""):
        with pytest.raises(NotFound):
            library.position(PositionId(unknown))


def test_rewording_adds_a_revision_and_keeps_the_old_one(library):
    position = a_position("One")
    keep(library, position)
    first = library.position(position.id).newest
    reword(library, position, "Two")

    newest, oldest = library.revisions(position.id)
    assert oldest == first
    assert (newest.text.plain, newest.parents, newest.by) == ("Two", (first.id,), "Bo")


def test_words_that_somebody_changed_meanwhile_are_not_overwritten(library):
    position = a_position("One")
    keep(library, position)
    seen = library.position(position.id).newest.wording
    reword(library, position, "Two")

    with pytest.raises(Conflict):
        library.apply(Change.of("Reword", changed(seen, replace(seen, title="Three"))))
    assert texts(library, position) == ["Two", "One"]


def test_a_change_that_meets_a_conflict_writes_nothing_at_all(library):
    first, second = a_position("One"), a_position("Two")
    keep(library, first)
    before = library.counts()

    with pytest.raises(Conflict):
        library.apply(Change.of("Add", (*added(second.current.wording), *added(first.current.wording))))
    assert library.counts() == before


def test_words_that_are_already_the_newest_make_no_revision(library):
    position = a_position("One")
    keep(library, position)
    seen = library.position(position.id).newest.wording
    reword(library, position, "Two")
    library.apply(Change.of("Reword", changed(seen, replace(a_wording("Two"), position=position.id))))

    assert texts(library, position) == ["Two", "One"]


def test_two_people_may_change_different_facts_of_what_both_saw(library):
    position = a_position(owner="Ada", themes=("Money",))
    keep(library, position)
    seen = library.position(position.id).facts
    library.apply(Change.of("Owner", changed(seen, replace(seen, owner="Bo"))))
    library.apply(Change.of("Themes", changed(seen, replace(seen, themes=("Law",)))))

    facts = library.position(position.id).facts
    assert (facts.owner, facts.themes) == ("Bo", ("Law",))


def test_two_people_may_not_change_the_same_fact(library):
    position = a_position(owner="Ada")
    keep(library, position)
    seen = library.position(position.id).facts
    library.apply(Change.of("Owner", changed(seen, replace(seen, owner="Bo"))))

    with pytest.raises(Conflict):
        library.apply(Change.of("Owner", changed(seen, replace(seen, owner="Cy"))))


def test_changing_facts_costs_no_approval(library):
    position = a_position()
    keep(library, position)
    approve(library, position)
    facts = library.position(position.id).facts
    library.apply(Change.of("Owner", changed(facts, replace(facts, owner="Bo"))))

    assert library.position(position.id).status is Status.APPROVED


def test_undoing_a_creation_puts_the_position_into_the_bin_and_redo_gets_it_out(library):
    position = a_position("One")
    creation = keep(library, position)
    library.apply(creation.inverse)
    gone = library.entries(), [each.id for each in library.entries(only_deleted=True)]
    library.apply(creation)

    assert gone == ((), [position.id])
    assert [each.id for each in library.entries()] == [position.id]
    assert texts(library, position) == ["One"]


def test_a_position_cannot_be_made_twice(library):
    position = a_position("One")
    keep(library, position)

    with pytest.raises(Conflict):
        library.apply(Change.of("Add", added(replace(position.current.wording, title="Other"))))
    with pytest.raises(Conflict):
        library.apply(Change.of("Add", added(replace(position.facts, owner="Other"))))


def test_what_lies_in_the_bin_is_not_listed_and_not_found(library):
    position = a_position("We welcome it", themes=("Money",), owner="Ada")
    keep(library, position)
    binned = Deletion(position=position.id, by="Ada", at=NOON)
    deletion = library.apply(Change.of("Delete", added(binned)))

    assert (library.entries(), library.search("welcome"), library.themes(), library.owners()) == ((),) * 4
    assert library.position_titled(position.current.title) is None
    assert library.position(position.id).deletion == binned
    assert len(library.entries(include_deleted=True)) == 1
    library.apply(deletion.inverse)
    assert len(library.search("welcome")) == 1


def test_an_edit_without_an_author_is_signed_by_the_librarys(library):
    library.author = "Ada Okafor"
    applied = library.apply(Change.of("Add", added(a_wording())))

    assert applied.by == "Ada Okafor"
    assert applied.at.utcoffset().total_seconds() == 0


def test_a_position_whose_creation_was_undone_cannot_be_undone_again(library):
    creation = keep(library, a_position())
    library.apply(creation.inverse)

    with pytest.raises(Conflict):
        library.apply(creation.inverse)


def test_an_edit_may_not_leave_what_it_removes_unsaid(library):
    position = a_position()
    keep(library, position)
    other = Deletion(position=position.id, by="Bo", at=NOON)

    with pytest.raises(Conflict):
        library.apply(Change.of("Recover", (Edit(before=other),)))


@pytest.fixture
def clock(monkeypatch):
    """A clock that shows what a test sets it to."""

    class Clock(datetime):
        shows = NOON

        @classmethod
        def now(cls, _zone=None):
            return cls.shows

    monkeypatch.setattr("drafter.store.library.datetime", Clock)
    return Clock


def test_what_was_written_last_counts_though_the_clock_was_set_back(library, clock):
    position = a_position("One", owner="Ada")
    keep(library, position)
    clock.shows = NOON - timedelta(days=400)
    reword(library, position, "Two")
    facts = library.position(position.id).facts
    library.apply(Change.of("Owner", changed(facts, replace(facts, owner="Bo"))))

    now = library.position(position.id)
    assert (now.newest.text.plain, now.facts.owner) == ("Two", "Bo")
    assert texts(library, position) == ["Two", "One"]
    assert now.newest.at == clock.shows
