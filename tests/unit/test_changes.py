"""Changes: what was and what will be, and how they are turned round."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.domain.changes import Change, Edit, added, changed, removed
from drafter.domain.records.positions import Facts, Wording
from drafter.domain.records.responses import Outline, Passage
from drafter.domain.records.stances import StanceTaken
from drafter.domain.records.working import NotAlike
from tests.builders import (
    NOON,
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_response,
    a_stance,
    a_wording,
)

WORDING = a_wording(position="p1")


def test_an_edit_needs_a_record_and_is_about_one():
    with pytest.raises(ValueError, match="before or after"):
        Edit()
    with pytest.raises(ValueError, match="one record"):
        Edit(before=WORDING, after=a_wording(position="p2"))


def test_edits_that_change_nothing_are_left_out():
    change = Change.of("Nothing", (Edit(before=WORDING, after=WORDING), *changed(WORDING, WORDING)))

    assert change.is_empty


TITLES = st.none() | st.sampled_from(("Grants", "Expenses"))


@given(st.lists(st.tuples(TITLES, TITLES).filter(any), max_size=4))
def test_the_inverse_of_the_inverse_is_the_change_under_another_id(titles):
    both = [[title and a_wording(title=title, position="p1") for title in pair] for pair in titles]
    edits = tuple(Edit(before=before, after=after) for before, after in both)
    change = Change.of("Edit", edits, by="Ada")

    back = change.inverse.inverse

    assert (back.label, back.edits, back.by) == (change.label, change.edits, change.by)
    assert len({change.id, change.inverse.id, back.id}) == 3


def test_the_inverse_goes_backwards_and_has_not_been_applied_yet():
    first, second = Facts(position=WORDING.position), WORDING
    change = replace(Change.of("Add", added(first, second)), at=NOON)

    assert change.inverse.edits == removed(second, first)
    assert change.inverse.at is None


def test_a_change_says_what_it_touches():
    position = a_position(named="p1")
    change = a_change_of(position)

    assert change.touches(Wording)
    assert change.touches(Wording, Passage)
    assert not change.touches(Passage)
    assert change.touches(about=position.id)
    assert change.touches(Facts, about=position.id)
    assert not change.touches(about=a_position(named="p2").id)
    assert change.touches()
    assert not Change.of("Nothing", ()).touches()


def test_a_passage_is_about_itself_and_its_response():
    passage = a_passage("Yes", named="one")
    change = Change.of("Write", removed(passage))

    assert change.touches(Passage, about=passage.id)
    assert change.touches(Passage, about=passage.response)
    assert not change.touches(about="passage")


def test_every_record_has_a_key_of_its_own():
    recommendation, response = a_recommendation(), a_response()
    taken = a_stance(recommendation)
    approval = a_position().current.approval
    assert approval is not None
    records = (
        WORDING,
        Facts(position=WORDING.position),
        approval,
        a_passage(),
        taken,
        response.head,
        Outline(response=response.id),
        NotAlike(first=WORDING.position, second=a_position().id),
    )

    assert len({each.key for each in records}) == len(records)
    assert taken.key == StanceTaken(response=response.id, recommendation=recommendation.id, note="x").key
