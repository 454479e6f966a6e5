"""Searches under a name: kept, renamed, deleted, and each undone."""

import pytest

from drafter.domain.errors import NothingToDo
from drafter.services.searches import SavedSearch, drop_search, keep_search, rename_search, saved_searches

HALLS = SavedSearch(name="Empty  halls ", words="halls", facets=(("Status", "Approved"),))


def names(library):
    return [each.name for each in saved_searches(library)]


def test_what_is_kept_is_there_with_words_and_facets(library):
    keep_search(library, HALLS, by="Ann")

    [kept] = saved_searches(library)
    assert (kept.name, kept.words, kept.facets) == ("Empty halls", "halls", (("Status", "Approved"),))


def test_one_of_the_same_name_is_exchanged_in_its_place(library):
    for name in ("a", "b"):
        keep_search(library, SavedSearch(name=name, words="x"))

    keep_search(library, SavedSearch(name="A", words="y"))

    assert [(each.name, each.words) for each in saved_searches(library)] == [("A", "y"), ("b", "x")]


def test_it_is_renamed_and_deleted_and_both_are_undone(library):
    keep_search(library, HALLS)
    renamed = rename_search(library, "Empty halls", "Halls")
    assert names(library) == ["Halls"]
    library.apply(renamed.inverse)
    assert names(library) == ["Empty halls"]

    dropped = drop_search(library, "Empty halls")
    assert names(library) == []
    library.apply(dropped.inverse)
    assert names(library) == ["Empty halls"]


@pytest.mark.parametrize("name", ["", "  ", "b", "B "])
def test_a_name_that_is_empty_or_taken_is_refused(library, name):
    for each in ("a", "b"):
        keep_search(library, SavedSearch(name=each, words="x"))

    with pytest.raises(NothingToDo):
        rename_search(library, "a", name)

    assert names(library) == ["a", "b"]


def test_nothing_at_all_is_no_search(library):
    with pytest.raises(NothingToDo):
        keep_search(library, SavedSearch(name="All", words="  "))
