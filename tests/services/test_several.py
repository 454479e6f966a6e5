"""The same change to several positions: one change, and one undo."""

from datetime import timedelta

import pytest

from drafter.domain.errors import NothingToDo
from drafter.domain.records.positions import Kind, Status
from drafter.services.clock import today
from drafter.services.positions import REVIEW_AFTER, approve, delete
from drafter.services.several import Wish, change_several
from tests.builders import TODAY, a_change_of, a_position


@pytest.fixture
def ids(library):
    made = (
        a_position("a", title="Halls", named="halls", themes=("Buildings", "Money"), owner="Ann"),
        a_position("b", title="Fares", named="fares", themes=("money",), kind=Kind.EVIDENCE),
    )
    library.apply(a_change_of(*made))
    return tuple(each.id for each in made)


def facts(library, ids):
    return [library.position(each).facts for each in ids]


def test_themes_come_and_go_whatever_their_case(library, ids):
    wish = Wish(add_themes=("Volunteers", "buildings"), drop_themes=("MONEY",))

    change = change_several(library, ids, wish, by="Ann")

    assert [each.themes for each in facts(library, ids)] == [
        ("Buildings", "Volunteers"),
        ("Volunteers", "buildings"),
    ]
    library.apply(change.inverse)
    assert [each.themes for each in facts(library, ids)] == [("Buildings", "Money"), ("money",)]


def test_an_owner_is_given_and_taken_away(library, ids):
    change_several(library, ids, Wish(owner="Bea"), by="Ann")
    given = [each.owner for each in facts(library, ids)]
    change_several(library, ids, Wish(owner=""), by="Ann")

    assert (given, [each.owner for each in facts(library, ids)]) == (["Bea", "Bea"], ["", ""])


def test_a_review_date_is_one_day_or_by_kind_or_none(library, ids):
    change_several(library, ids, Wish(sets_review=True, review_by=TODAY), by="Ann")
    one_day = [each.review_by for each in facts(library, ids)]
    change_several(library, ids, Wish(review_by_kind=True), by="Ann")
    by_kind = [each.review_by - today() for each in facts(library, ids)]
    change_several(library, ids, Wish(sets_review=True), by="Ann")

    assert one_day == [TODAY, TODAY]
    assert by_kind == [REVIEW_AFTER[Kind.POSITION], REVIEW_AFTER[Kind.EVIDENCE]]
    assert by_kind[0] > by_kind[1] > timedelta()
    assert [each.review_by for each in facts(library, ids)] == [None, None]


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_reached_from_every_other_and_undone(library, ids, status):
    def statuses():
        return [library.position(each).status for each in ids]

    approve(library, ids[0], by="Ann")
    before = statuses()

    change = change_several(library, ids, Wish(status=status), by="Ann")

    assert statuses() == [status, status]
    library.apply(change.inverse)
    assert statuses() == before


def test_what_was_retired_is_approved_or_a_draft_again(library, ids):
    change_several(library, ids, Wish(status=Status.RETIRED), by="Ann")
    change_several(library, ids[:1], Wish(status=Status.APPROVED), by="Ann")
    change_several(library, ids[1:], Wish(status=Status.DRAFT), by="Ann")

    assert [library.position(each).status for each in ids] == [Status.APPROVED, Status.DRAFT]


def test_what_lies_in_the_bin_or_is_so_already_is_left_out(library, ids):
    change_several(library, ids, Wish(owner="Bea"), by="Ann")
    delete(library, ids[:1], by="Ann")

    with pytest.raises(NothingToDo):
        change_several(library, ids, Wish(owner="Bea"), by="Ann")
    change = change_several(library, ids, Wish(owner="Cem"), by="Ann")

    assert change.label == "Change 1 position"
    assert [each.owner for each in facts(library, ids)] == ["Bea", "Cem"]
