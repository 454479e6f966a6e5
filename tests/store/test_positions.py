"""Positions as versions: wordings, facts, approvals, the bin, and what undo makes of them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from drafter.domain.changes import Change, Edit, added, changed, removed
from drafter.domain.errors import Conflict, NotFound
from drafter.domain.records.ids import PositionId, RevisionId, id_from
from drafter.domain.records.positions import Approval, Deletion, Kind, Retirement, Review, Status
from drafter.domain.records.stances import Stance
from tests.builders import NOON, OFFICER, a_change_of, a_past_use, a_position, a_source, a_wording, later


def keep(library, *positions):
    return library.apply(a_change_of(*positions))


def reword(library, position, text, **more):
    now = library.position(position.id)
    wanted = replace(a_wording(text, **more), position=position.id)
    return library.apply(Change.of("Reword", changed(now.newest.wording, wanted), by="Bo"))


def approval_of(library, position, by="The director"):
    return Approval(position=position.id, revision=library.position(position.id).newest.id, by=by, at=NOON)


def approve(library, position, by="The director"):
    return library.apply(Change.of("Approve", added(approval_of(library, position, by))))


def texts(library, position):
    return [each.text.plain for each in library.revisions(position.id)]


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


def test_a_use_is_kept_changed_and_taken_back(library):
    position = a_position()
    keep(library, position)
    use = a_past_use(library.position(position.id), "Should we?", verbatim=True)
    library.apply(Change.of("Export", added(use)))
    library.apply(Change.of("Export", changed(use, replace(use, verbatim=False))))

    assert library.past_uses() == (replace(use, verbatim=False),)
    assert library.entries()[0].uses == 1
    library.apply(Change.of("Undo", removed(replace(use, verbatim=False))))
    assert library.past_uses(position.id) == ()


def test_uses_come_newest_first_and_by_position(library):
    one, two = a_position("One"), a_position("Two")
    keep(library, one, two)
    uses = [
        a_past_use(library.position(one.id), response="First", at=NOON),
        a_past_use(library.position(two.id), response="Second", at=later(1)),
    ]
    library.apply(Change.of("Export", added(*uses)))

    assert library.past_uses() == (uses[1], uses[0])
    assert library.past_uses(one.id) == (uses[0],)


def test_a_title_is_found_whatever_its_case_and_the_same_title_before_others(library):
    first, second = a_position(title="Rural Buses"), a_position(title="rural  buses")
    keep(library, first, second)

    assert library.position_titled("rural  buses") == second.id
    assert library.position_titled("Rural Buses") == first.id
    assert library.position_titled("RURAL BUSES") == first.id
    assert library.position_titled("Trams") is None


def test_themes_and_owners_are_counted(library):
    keep(
        library, a_position(themes=("Money", "Law"), owner="Ada"), a_position(themes=("Money",), owner="Ada")
    )

    assert library.themes() == (("Law", 1), ("Money", 2))
    assert library.owners() == (("Ada", 2),)


def test_entries_say_what_a_list_shows(library):
    position = a_position("One two three", title="A title", themes=("Money",), kind=Kind.ASK, owner="Ada")
    keep(library, position)
    approve(library, position)
    reword(library, position, "Four", title="A title")

    (entry,) = library.entries()
    assert (entry.title, entry.kind, entry.themes, entry.owner) == ("A title", Kind.ASK, ("Money",), "Ada")
    assert (entry.status, entry.words, entry.first_words) == (Status.APPROVED, 3, "One two three")
    assert entry.has_newer_draft


def test_entries_are_in_the_order_of_their_titles(library):
    keep(library, *(a_position(title=each) for each in ("beta", "Alpha", "Gamma")))

    assert [each.title for each in library.entries()] == ["Alpha", "beta", "Gamma"]


def test_revisions_are_found_in_bulk(library):
    kept = [a_position(f"Text {number}") for number in range(600)]
    keep(library, *kept)
    ids = [each.current.id for each in library.positions()]
    found = library.revisions_of([*ids, RevisionId("0" * 64), RevisionId("odd")])

    assert found.keys() == set(ids)
    assert library.revision(ids[7]) == found[ids[7]]
    with pytest.raises(NotFound):
        library.revision(RevisionId("0" * 64))


def test_positions_come_in_bulk_all_or_those_asked_for(library):
    kept = [a_position(f"Text {number}") for number in range(5)]
    keep(library, *kept)
    wanted = [kept[1].id, kept[3].id, PositionId(id_from("nothing"))]

    assert {each.id for each in library.positions(wanted)} == set(wanted[:2])
    assert {each.id for each in library.positions()} == {each.id for each in kept}


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


def test_plain_words_hold_every_position_outside_the_bin(library):
    position = a_position("<p>We <em>welcome</em> it</p>", title="A title")
    keep(library, position)

    assert library.plain_words() == ((position.id, "A title", "We welcome it"),)


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
