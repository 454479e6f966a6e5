"""What another reading of a report has that her list has not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.domain.records.reports import Candidate, PageText, RecommendationKind, Region
from drafter.services.comparing_lists import (
    Fate,
    closest,
    compare_lists,
    left_open,
    offered,
    placed_as,
    take,
    with_ids_of,
)
from tests.builders import a_recommendation

FUND = "The Government should fund small charities for three years."
COUNT = "Every council should publish a register of empty halls."
FARES = "The Department should pay the fares of volunteers."


def found(*texts, named="mine", since=1):
    return tuple(
        a_recommendation(text, label=str(number), named=f"{named} {text}")
        for number, text in enumerate(texts, start=since)
    )


def texts(items):
    return [each.text for each in items]


def ids(items):
    return [each.id for each in items]


def fates(differences):
    return [each.fate.value for each in differences]


def test_what_is_the_same_in_another_list_keeps_its_id():
    before = found("Fund it.", "Count it.", FARES)
    other = (
        a_recommendation("Count  it.", label="9", named="x"),
        a_recommendation(FARES.replace("fares", "fees"), label="8", named="y"),
        a_recommendation("New.", label="1", named="z"),
    )

    after = with_ids_of(before, other)

    assert [each.id for each in after] == [before[1].id, before[2].id, other[2].id]
    assert texts(after) == texts(other)


def test_of_items_with_the_same_words_the_one_of_its_label_is_the_same():
    before = found("Do you agree?", FUND, "Do you agree?")
    other = (a_recommendation("Do you agree?", label="3", named="x"),)

    assert ids(with_ids_of(before, other)) == [before[2].id]


def test_what_was_rewritten_in_a_list_that_is_else_the_same_is_known_by_its_label():
    mine, other = found(FUND, COUNT), found(FUND, "Ministers should meet.", named="new")

    assert fates(compare_lists(mine, other)) == ["the same", "changed"]
    assert ids(with_ids_of(mine, other)) == [mine[0].id, other[1].id]


def test_in_a_list_of_other_things_nothing_is_known_by_its_label():
    mine, other = found(FUND, COUNT, FARES), found("Meet.", "Vote.", "Go home.", named="new")

    assert fates(compare_lists(mine, other)) == ["gone"] * 3 + ["new"] * 3


def test_the_surest_of_two_that_are_alike_is_the_same():
    before = found(FUND)
    other = found(FUND.replace("three", "seven"), FUND.replace("small ", ""), FUND, named="new")

    assert [each.id == before[0].id for each in with_ids_of(before, other)] == [False, False, True]
    assert [each.id == before[0].id for each in with_ids_of(before, other[:2])].count(True) == 1


def test_a_comparison_tells_new_changed_gone_and_the_same():
    mine = found(FUND, COUNT, FARES)
    other = found(
        FUND, "Ministers should report to Parliament.", COUNT.replace("empty", "unused"), named="new"
    )

    told = compare_lists(mine, other)

    assert fates(told) == ["the same", "new", "changed", "gone"]
    assert [each.item.text for each in told] == [*texts(other), FARES]
    assert [each.item.id for each in told if each.before is not None] == [mine[0].id, mine[1].id, mine[2].id]


def test_numbers_that_moved_on_do_not_tear_words_from_their_ids():
    mine = found(FUND, COUNT)
    other = found("Ministers should report to Parliament.", FUND, COUNT, named="new")

    told = compare_lists(mine, other)

    assert fates(told) == ["new", "changed", "changed"]
    assert ids(take(mine, told))[1:] == ids(mine)
    assert [each.label for each in take(mine, told)] == ["1", "2", "3"]


def test_her_own_idea_is_never_gone():
    idea = a_recommendation("A fund.", label="Fund", kind=RecommendationKind.IDEA)

    assert fates(compare_lists((*found(FUND), idea), found(FUND, named="new"))) == ["the same"]


@pytest.mark.parametrize(("label", "is_gone"), [("", False), ("The fund", False), ("3", True)])
def test_what_she_added_to_a_numbered_list_is_not_gone_unless_she_numbered_it(label, is_gone):
    mine = (*found(FUND, COUNT), a_recommendation("A fund.", label=label, named="hers"))

    told = compare_lists(mine, found(FUND, COUNT, named="read"))

    assert (Fate.GONE in {each.fate for each in told}) is is_gone


def test_one_is_taken_in_its_place_and_the_rest_stays_open():
    mine, other = found(FUND, FARES), found(FUND, COUNT, FARES, named="new")
    told = compare_lists(mine, other)
    new = next(each for each in told if each.fate is Fate.NEW)

    after = take(mine, (new,))

    assert texts(after) == [FUND, COUNT, FARES]
    assert fates(left_open(after, told)) == ["changed"]  # the number of the last
    assert fates(left_open(mine, told)) == ["new", "changed"]


def test_what_was_taken_keeps_what_she_did_meanwhile_to_others():
    mine = found(FUND, COUNT)
    told = compare_lists(mine, found(FUND, COUNT.replace("empty", "unused"), named="new"))
    corrected = (replace(mine[0], heading="Money"), mine[1])

    after = take(corrected, left_open(corrected, told))

    assert after[0].heading == "Money"
    assert "unused" in after[1].text


def test_the_list_that_has_most_of_hers_is_compared():
    summary, whole = found(FUND), found(FUND, COUNT, FARES)
    lists = tuple(
        Candidate(heading="", pages=(), score=0.9, recommendations=each) for each in (summary, whole)
    )

    assert closest(found(FUND, COUNT, named="mine"), lists) == whole
    assert closest(found(FUND), ()) == ()


def test_what_could_be_added_goes_where_the_document_has_it():
    page = PageText(number=1, text=f"1. {FUND}\n2. {COUNT}\n3. {FARES}")
    mine = found(FUND, FARES)
    more = found(COUNT, since=2)

    assert texts(take(mine, offered(mine, more, (page,)))) == [FUND, COUNT, FARES]


@pytest.mark.parametrize("more", [(FUND,), (FUND, COUNT)])
def test_what_has_no_place_is_added_all_the_same(more):
    assert texts(take((), offered((), found(*more), ()))) == list(more)


sentences = st.lists(
    st.sampled_from([FUND, COUNT, FARES, "Fund it.", "Count it, and then tell us."]), unique=True
)


@given(sentences, sentences)
def test_taking_every_difference_gives_the_other_list_with_known_ids(mine, other):
    before, after = found(*mine), found(*other, named="new")
    told = compare_lists(before, after)

    made = take(before, told)

    assert sorted(texts(made)) == sorted(other)
    assert left_open(made, told) == ()
    assert len(set(ids(made))) == len(made)
    known = dict(zip(mine, ids(before), strict=True))
    assert all(known.get(each.text, each.id) == each.id for each in made)


def test_another_file_of_the_report_says_where_her_items_stand_in_it():
    def on(page, items):
        region = Region(page=page, left=0.1, top=0.1, right=0.9, bottom=0.2)
        return tuple(replace(each, page=page, pages=(page,), regions=(region,)) for each in items)

    mine = on(3, found(FUND, COUNT))

    moved = placed_as(mine, on(7, found(COUNT, FARES, named="theirs")))

    assert ids(moved) == ids(mine)
    assert texts(moved) == [FUND, COUNT]
    assert [(each.page, [mark.page for mark in each.regions]) for each in moved] == [(3, []), (7, [7])]
