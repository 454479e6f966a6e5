"""Turning to another list of a report, and back to her own."""

from dataclasses import replace

from drafter.services.other_lists import Lists, turn_to
from tests.builders import a_recommendation

KEPT = ("Fund small charities for three years.", "Count every empty hall.", "Pay the fares of volunteers.")
OTHER = ("Meet Parliament each year.", "Publish a plan for the coast.", "Count every empty hall.")


def found(*texts, named):
    return tuple(
        a_recommendation(text, label=str(number), named=f"{named} {text}")
        for number, text in enumerate(texts, start=1)
    )


MINE, THERE = found(*KEPT, named="mine"), found(*OTHER, named="there")


def ids(items):
    return [each.id for each in items]


def test_only_the_same_words_make_an_item_the_same():
    after = turn_to(Lists(found=MINE), THERE, kept=MINE, is_hers=False)

    assert ids(after.found) == [THERE[0].id, THERE[1].id, MINE[1].id]
    assert [each.label for each in after.found] == ["1", "2", "3"]


def test_her_list_comes_back_with_all_that_was_accepted_in_it():
    mine = Lists(found=MINE, accepted=frozenset(ids(MINE[:2])))

    away = turn_to(mine, THERE, kept=MINE, is_hers=True)
    back = turn_to(away, away.aside[0].found, kept=MINE, is_hers=False)

    assert away.accepted & set(ids(away.found)) == {MINE[1].id}
    assert (back.found, back.accepted & set(ids(MINE))) == (MINE, mine.accepted)
    assert [each.is_hers for each in back.aside] == [False]  # in the other one the second is accepted


def test_what_was_accepted_in_other_words_is_not_accepted():
    reworded = (replace(MINE[0], text=f"{MINE[0].text} And more."), *MINE[1:])
    mine = Lists(found=reworded, accepted=frozenset(ids(MINE)))

    after = turn_to(mine, MINE, kept=MINE, is_hers=True)

    assert ids(after.found) == ids(MINE)
    assert after.accepted == set(ids(MINE[1:]))


def test_the_kept_list_read_anew_is_the_same_after_another_one_was_in_hand():
    anew = found(*KEPT, named="anew")
    away = turn_to(Lists(found=MINE), THERE, kept=MINE, is_hers=False)

    assert ids(turn_to(away, anew, kept=MINE, is_hers=False).found) == ids(MINE)


def test_each_list_of_hers_is_set_aside_once():
    first = turn_to(Lists(found=MINE), THERE, kept=(), is_hers=True)
    again = turn_to(first, MINE, kept=(), is_hers=False)
    third = turn_to(again, THERE, kept=(), is_hers=True)

    assert [each.found for each in third.aside] == [MINE]
    assert again.aside == ()
