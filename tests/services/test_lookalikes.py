"""Positions that look alike: found when saved and on demand, kept, merged, told apart; what follows them."""

from dataclasses import replace

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import Cancelled, Conflict, NothingToDo
from drafter.domain.progress import cancellable
from drafter.domain.records.positions import Status
from drafter.services import lookalikes
from drafter.services.browsing import where_used
from drafter.services.finding import Suggestions
from drafter.services.positions import approve, delete, revive
from drafter.services.several import Wish, change_several
from drafter.store import exchange
from drafter.store.library import Library
from drafter.store.replaced import with_replaced
from tests.builders import a_change_of, a_past_use, a_position, a_source, present, rich

GRANTS = "We welcome long-term grants for small charities so that trustees plan ahead and keep their staff."
LATER = "We warmly welcome long-term grants for small charities so that trustees plan and keep good staff."
HALLS = "Councils should lend empty halls in the evening to groups that have nowhere else to meet each week."


@pytest.fixture
def grants():
    return a_position(GRANTS, title="Grants", named="grants", themes=("Funding",), sources=(a_source("One"),))


@pytest.fixture
def later():
    return a_position(LATER, title="Later", named="later", themes=("Money",), sources=(a_source("Two"),))


@pytest.fixture
def halls():
    return a_position(HALLS, title="Halls", named="halls")


@pytest.fixture
def stocked(library, grants, later, halls):
    library.apply(a_change_of(grants, later, halls))
    return library


def pairs(library):
    found = lookalikes.look_alikes(library, Suggestions.build(library))
    return [{each.first, each.second} for each in found]


def stand(library):
    """How every position stands, for comparing before and after."""
    return {
        each.id: (each.newest.wording, each.facts, each.status, each.deletion is not None)
        for each in library.positions()
    }


def undone_and_done_again(library, before, change):
    after = stand(library)
    assert after != before
    undone = library.apply(change.inverse)
    assert stand(library) == before
    library.apply(undone.inverse)
    assert stand(library) == after


def test_what_looks_alike_is_found_in_the_whole_library(stocked, grants, later):
    assert pairs(stocked) == [{grants.id, later.id}]


def test_what_is_saved_is_compared_with_the_rest(stocked, grants, later, halls):
    suggestions = Suggestions.build(stocked)

    found = present(lookalikes.look_alike_of(stocked, suggestions, later.id))

    assert (found.second, found.titles) == (grants.id, ("Later", "Grants"))
    assert lookalikes.look_alike_of(stocked, suggestions, halls.id) is None


def test_the_index_follows_a_change_and_words_just_begun_are_not_compared(library, grants, later):
    library.apply(a_change_of(grants))
    suggestions = Suggestions.build(library)
    begun = a_position("We welcome long-term grants.", title="Begun")
    for each in (later, begun):
        suggestions.update(library.apply(a_change_of(each)))

    assert present(lookalikes.look_alike_of(library, suggestions, later.id)).second == grants.id
    assert lookalikes.look_alike_of(library, suggestions, begun.id) is None


def test_one_that_is_approved_or_used_more_is_shown_as_the_one_to_keep(stocked, grants, later):
    (pair,) = lookalikes.look_alikes(stocked, Suggestions.build(stocked))
    approve(stocked, later.id, by="Ann")

    sides = present(lookalikes.sides_of(stocked, pair))

    assert [each.position for each in sides] == [later.id, grants.id]
    assert 0.8 < lookalikes.share_of(sides) < 1


def test_keeping_one_retires_the_other_and_can_be_undone(stocked, grants, later):
    before = stand(stocked)

    change = lookalikes.keep_one(stocked, grants.id, later.id, by="Ann")

    gone = stocked.position(later.id)
    assert (gone.status, gone.facts.replaced_by) == (Status.RETIRED, grants.id)
    assert pairs(stocked) == []
    undone_and_done_again(stocked, before, change)


def test_merging_gives_the_kept_one_the_words_and_the_themes_of_both(stocked, grants, later):
    before = stand(stocked)
    wording = grants.newest.wording

    change = lookalikes.merge(stocked, _with(wording, "Both, in new words."), later.id, by="Ann")

    kept = stocked.position(grants.id)
    assert (kept.newest.text.plain, kept.facts.themes) == ("Both, in new words.", ("Funding", "Money"))
    assert stocked.position(later.id).facts.replaced_by == grants.id
    undone_and_done_again(stocked, before, change)


def _with(wording, text):
    return replace(wording, text=rich(text))


def test_told_apart_is_once_and_for_all(stocked, grants, later):
    change = lookalikes.tell_apart(stocked, later.id, grants.id, by="Ann")

    assert pairs(stocked) == []
    assert lookalikes.look_alike_of(stocked, Suggestions.build(stocked), later.id) is None
    with pytest.raises(NothingToDo):
        lookalikes.tell_apart(stocked, grants.id, later.id, by="Ann")
    stocked.apply(change.inverse)
    assert pairs(stocked) == [{grants.id, later.id}]


@pytest.mark.parametrize("what", ["deleted", "told apart", "kept"])
def test_a_pair_that_is_settled_has_no_sides(stocked, grants, later, what):
    (pair,) = lookalikes.look_alikes(stocked, Suggestions.build(stocked))
    if what == "deleted":
        delete(stocked, (later.id,), by="Ann")
    elif what == "kept":
        lookalikes.keep_one(stocked, grants.id, later.id, by="Ann")
    else:
        lookalikes.tell_apart(stocked, grants.id, later.id, by="Ann")

    assert lookalikes.sides_of(stocked, pair) is None


def test_history_and_uses_follow_through_what_replaced_what_replaced_it(stocked, grants, later, halls):
    stored = {each.id: each for each in stocked.positions()}
    first, second = (
        a_past_use(stored[each.id], "May volunteers claim their fares?", response=name)
        for each, name in ((later, "First"), (grants, "Second"))
    )
    stocked.apply(Change.of("Use", added(first, second)))
    suggestions = Suggestions.build(stocked)
    suggestions.update(lookalikes.keep_one(stocked, grants.id, later.id, by="Ann"))
    suggestions.update(lookalikes.keep_one(stocked, halls.id, grants.id, by="Ann"))

    assert with_replaced(stocked, halls.id) == (halls.id, grants.id, later.id)
    assert {each.title for each in where_used(stocked, halls.id)} == {"First", "Second"}
    assert [each.text.plain for each in lookalikes.history_of(stocked, halls.id)] == [HALLS, GRANTS, LATER]
    for each in (suggestions, Suggestions.build(stocked)):
        (found,) = each.suggest("Volunteers and their fares")
        assert (found.entry.id, found.answered[:8]) == (halls.id, "Answered")


def test_what_came_back_into_use_has_its_own_history_again(stocked, grants, later):
    lookalikes.keep_one(stocked, grants.id, later.id, by="Ann")
    suggestions = Suggestions.build(stocked)
    suggestions.update(revive(stocked, later.id, by="Ann"))

    assert with_replaced(stocked, grants.id) == (grants.id,)
    lookalikes.keep_one(stocked, later.id, grants.id, by="Ann")
    assert with_replaced(stocked, later.id) == (later.id, grants.id)


@pytest.fixture
def apart(stocked, grants):
    """The position of grants, which two people have reworded apart."""
    with Library.in_memory() as there:
        exchange.versions_in(there, exchange.versions_out(stocked))
        for library, words in ((stocked, "Mine."), (there, "Theirs.")):
            was = library.position(grants.id).newest.wording
            library.apply(Change.of("Reword", changed(was, _with(was, words))))
        exchange.versions_in(stocked, exchange.versions_out(there))
    return grants.id


def test_two_wordings_side_by_side_are_joined_by_one_that_follows_both(stocked, apart):
    pair = lookalikes.look_alikes(stocked, Suggestions.build(stocked))[0]
    assert pair.is_one
    heads = stocked.position(apart).heads
    sides = present(lookalikes.sides_of(stocked, pair))
    assert {each.wording.text.plain for each in sides} == {"Mine.", "Theirs."}

    lookalikes.join_wordings(stocked, sides[1].wording, by="Ann")

    joined = stocked.position(apart)
    assert (len(joined.heads), joined.newest.wording) == (1, sides[1].wording)
    assert set(joined.newest.parents) == set(heads)
    assert lookalikes.sides_of(stocked, pair) is None
    with pytest.raises(NothingToDo):
        lookalikes.join_wordings(stocked, sides[1].wording, by="Ann")


def test_looking_can_be_stopped(stocked):
    suggestions = Suggestions.build(stocked)

    with pytest.raises(Cancelled):
        lookalikes.look_alikes(stocked, suggestions, cancellable(lambda *_: None, lambda: True))


def test_of_two_wordings_side_by_side_none_is_approved_before_they_are_merged(stocked, apart, later):
    with pytest.raises(Conflict, match="Merge their words first"):
        approve(stocked, apart, by="Ann")
    with pytest.raises(Conflict, match="Merge their words first"):
        change_several(stocked, [apart], Wish(status=Status.APPROVED), by="Ann")

    change_several(stocked, [apart, later.id], Wish(status=Status.APPROVED), by="Ann")

    assert [stocked.position(each).status for each in (apart, later.id)] == [Status.DRAFT, Status.APPROVED]
    pair = lookalikes.look_alikes(stocked, Suggestions.build(stocked))[0]
    lookalikes.join_wordings(stocked, present(lookalikes.sides_of(stocked, pair))[1].wording, by="Ann")
    approve(stocked, apart, by="Ann")
    assert stocked.position(apart).status is Status.APPROVED
