"""What lists and searches read of positions: uses, titles, themes, owners, entries."""

from dataclasses import replace

import pytest

from drafter.domain.changes import Change, added, changed, removed
from drafter.domain.errors import NotFound
from drafter.domain.records.ids import PositionId, RevisionId, id_from
from drafter.domain.records.positions import Kind, Status
from tests.builders import NOON, a_past_use, a_position, later
from tests.store.wordings import approve, keep, reword


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


def test_plain_words_hold_every_position_outside_the_bin(library):
    position = a_position("<p>We <em>welcome</em> it</p>", title="A title")
    keep(library, position)

    assert library.plain_words() == ((position.id, "A title", "We welcome it"),)
