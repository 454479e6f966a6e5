"""The library's list by rows: order, facets and their counts, and what the rows show."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from drafter.domain.changes import Change, changed
from drafter.domain.errors import Cancelled
from drafter.domain.records.listing import Facet, Wanted
from drafter.domain.records.positions import Kind, Status
from drafter.services import positions
from drafter.store import listing
from drafter.store.stopping import Stop
from tests.builders import TODAY, a_change_of, a_position, a_source


def keep(library, *made):
    library.apply(a_change_of(*made))
    for each in made:
        if each.status is Status.APPROVED:
            positions.approve(library, each.id, by="Ann")


def titles(library, *facets, words="", exact=True, **more):
    ticked = tuple(Facet(group=group, name=name) for group, name in facets)
    wanted = Wanted(day=TODAY, words=words, facets=ticked, **more)
    numbers = listing.listed(library, wanted, exact=exact).numbers
    lines = listing.lines(library, numbers, words=words)
    return [lines[each].entry.title for each in numbers]


@pytest.fixture
def four(library):
    keep(
        library,
        a_position("Lend halls.", title="Halls", named="halls", themes=("Buildings",), owner="Ann"),
        a_position("Pay fares.", title="Fares", named="fares", themes=("Volunteers", "Money"), owner="Bea"),
        a_position(
            "Plant trees near halls.", title="Trees", named="trees", status=Status.DRAFT, kind=Kind.ASK
        ),
        a_position("Words on trust.", title="About", named="about", kind=Kind.ABOUT_US, owner="Ann"),
    )


@pytest.mark.usefixtures("four")
def test_without_words_the_list_is_by_title(library):
    assert titles(library) == ["About", "Fares", "Halls", "Trees"]


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize("exact", [True, False])
def test_words_and_every_group_of_facets_narrow_it(library, exact):
    assert titles(library, words="hal", exact=exact) == ["Halls", "Trees"]
    assert titles(library, ("Kind", "Ask"), words="hal", exact=exact) == ["Trees"]
    assert titles(library, ("Owner", "Ann"), ("Owner", "Bea"), ("Status", "Approved")) == [
        "About",
        "Fares",
        "Halls",
    ]
    assert titles(library, ("Theme", "Money"), ("Theme", "Buildings")) == ["Fares", "Halls"]


@pytest.mark.usefixtures("four")
def test_facets_count_what_the_words_leave(library):
    found = listing.facets(library, Wanted(day=TODAY, words="halls"))

    assert [(each.group, each.name, each.count) for each in found] == [
        ("Status", "Approved", 1),
        ("Status", "Draft", 1),
        ("Kind", "Ask", 1),
        ("Kind", "Position", 1),
        ("Attention", "Never reviewed", 2),
        ("Attention", "Never used", 2),
        ("Attention", "No owner", 1),
        ("Attention", "No review date", 1),
        ("Attention", "No source", 2),
        ("Theme", "Buildings", 1),
        ("Owner", "Ann", 1),
    ]


def test_each_facet_of_attention_lists_what_it_counts(library):
    late = TODAY - timedelta(days=1)
    soon = TODAY + timedelta(days=30)
    whole: dict[str, Any] = {
        "owner": "Ann",
        "sources": (a_source(),),
        "review_by": TODAY + timedelta(days=31),
    }
    keep(
        library,
        a_position("a", title="Late", **(whole | {"review_by": late})),
        a_position("b", title="Soon", **(whole | {"review_by": soon})),
        a_position("c", title="Nobody's", **(whole | {"owner": ""})),
        a_position("d", title="Unbacked", **(whole | {"sources": ()})),
        a_position("e", title="A closing", **(whole | {"sources": (), "kind": Kind.CLOSING})),
        a_position("f", title="Retired", named="retired", review_by=late),
    )
    [retired] = [each.id for each in library.entries() if each.title == "Retired"]
    positions.retire(library, retired, by="Ann")

    counted = listing.attention(library, TODAY)

    expected = {
        "Review overdue": ["Late"],
        "Review due": ["Late", "Soon"],
        "No owner": ["Nobody's"],
        "No source": ["Unbacked"],
        "No review date": [],
        "Newer draft": [],
    }
    for name, listed in expected.items():
        assert (name, titles(library, ("Attention", name))) == (name, listed)
        assert counted[name] == len(listed)
    assert counted["Never reviewed"] == counted["Never used"] == listing.in_use(library) == 5


def test_a_review_that_was_undone_counts_no_more(library):
    keep(library, a_position("a", title="One", named="one"))
    [entry] = library.entries()
    change = positions.mark_reviewed(library, entry.id, by="Ann")
    assert listing.attention(library, TODAY)["Never reviewed"] == 0
    assert library.entries()[0].reviewed_on is not None

    library.apply(change.inverse)

    assert listing.attention(library, TODAY)["Never reviewed"] == 1
    assert library.entries()[0].reviewed_on is None


@pytest.mark.usefixtures("four")
def test_the_bin_is_listed_and_searched_by_title(library):
    ids = {each.title: each.id for each in library.entries()}
    positions.delete(library, (ids["Halls"], ids["Trees"]), by="Ann")

    assert titles(library, in_bin=True) == ["Halls", "Trees"]
    assert titles(library, words="tre", in_bin=True) == ["Trees"]
    assert titles(library) == ["About", "Fares"]


def test_of_very_much_what_has_the_word_in_its_title_comes_first(library, monkeypatch):
    monkeypatch.setattr(listing, "RANKED_AT_ONCE", 3)
    keep(library, *(a_position("Fund it.", title=f"Number {number}") for number in range(5)))
    keep(library, a_position("Nothing more.", title="The fund"))

    quick = listing.listed(library, Wanted(day=TODAY, words="fun"), exact=False)

    assert not quick.is_exact
    assert titles(library, words="fun", exact=False)[0] == "The fund"
    assert set(quick.numbers) <= set(listing.listed(library, Wanted(day=TODAY, words="fun")).numbers)


def test_rows_show_where_the_words_are(library):
    keep(library, a_position("Nothing here. Small cafés need funding now.", title="Café funds at last"))
    wanted = Wanted(day=TODAY, words="fun cafes")
    numbers = listing.listed(library, wanted).numbers

    [line] = listing.lines(library, numbers, words=wanted.words).values()

    assert line.snippet == "Nothing here. Small \x02cafés\x03 need \x02funding\x03 now."
    assert line.title == "Café \x02funds\x03 at last"


def test_a_row_knows_its_position_and_a_position_its_row(library):
    keep(library, a_position("a", title="One", named="one"))
    [entry] = library.entries()
    number = listing.row_of(library, entry.id)
    assert number is not None

    assert listing.positions_at(library, (number,)) == (entry.id,)


def test_a_question_that_nobody_waits_for_is_not_begun(library):
    stop = Stop()
    stop.set()

    with pytest.raises(Cancelled):
        listing.listed(library, Wanted(day=TODAY, words="a"), stop=stop)


def test_a_search_that_runs_is_interrupted_and_what_is_written_next_is_not(library):
    keep(library, a_position("a", title="One", named="one"))
    stop = Stop()
    with pytest.raises(Cancelled):
        count_until_stopped(library, stop)

    stop.set()  # afterwards it ends nothing any more
    stored = library.position(library.entries()[0].id)
    after = replace(stored.newest.wording, title="Two")

    library.apply(Change.of("Edit", changed(stored.newest.wording, after)))

    assert library.position(stored.id).newest.title == "Two"


def count_until_stopped(library, stop):
    """A statement without end, that is stopped in its midst."""
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    with library.using() as db, stop.watching(library.interrupt):
        for (number,) in db.execute(endless):
            if number == 10:
                stop.set()
