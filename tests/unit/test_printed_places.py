"""Keys lead over the words of a printed page in reading order, and past what is not of the text."""

import pytest

from drafter.domain.printed_places import Place, Step, end_of, place_near, step_from
from drafter.domain.quarter_turns import turned_by
from tests.ui.reader.printing import a_page_of

PAGE = a_page_of(
    "Ministers should fund", "it. We also say:", "Councils must meet.", foot="Page 4", opens=(0, 2)
)


def walked(place, step):
    told = [place]
    while (place := step_from(PAGE, place, step)) is not None:
        told.append(place)
    return told


def test_word_by_word_there_and_back_stops_at_each_word_of_the_text():
    there = walked(Place(0), Step.WORD_ON)
    back = walked(there[-1], Step.WORD_BACK)

    assert [each.word for each in there[1:]] == list(range(10))
    assert [each.word for each in back[1:]] == list(range(9, -1, -1))


@pytest.mark.parametrize(
    ("step", "place", "expected"),
    [
        (Step.LINE_ON, Place(1), Place(6)),
        (Step.LINE_ON, Place(3, is_after=True), Place(7, is_after=True)),
        (Step.LINE_BACK, Place(8), Place(5)),
        (Step.LINE_BACK, Place(2), Place(0)),
        (Step.LINE_BACK, Place(0), None),
        (Step.LINE_ON, Place(8), Place(10, is_after=True)),
        (Step.LINE_ON, Place(10, is_after=True), None),
        (Step.LINE_BEGINNING, Place(7, is_after=True), Place(3)),
        (Step.LINE_END, Place(3), Place(7, is_after=True)),
        (Step.PARAGRAPH_ON, Place(1), Place(7, is_after=True)),
        (Step.PARAGRAPH_ON, Place(7, is_after=True), Place(10, is_after=True)),
        (Step.PARAGRAPH_BACK, Place(9), Place(7)),
        (Step.PAGE_END, Place(1), Place(10, is_after=True)),
        (Step.PAGE_BEGINNING, Place(9), Place(0)),
        (Step.WORD_BACK, Place(12, is_after=True), Place(9)),
        (Step.WORD_ON, Place(11), None),
    ],
)
def test_a_key_leads_there(step, place, expected):
    assert step_from(PAGE, place, step) == expected


def test_a_page_of_notes_alone_has_its_places_and_an_empty_one_has_none():
    assert end_of(a_page_of(foot="Page 4"), last=True) == Place(2, is_after=True)
    assert end_of(a_page_of(), last=True) is None
    assert place_near(a_page_of(), (0, 0)) is None
    assert place_near(PAGE, (12, 12)) == Place(12, is_after=True)


def test_four_quarter_turns_lead_back():
    rect = (0.1, 0.2, 0.4, 0.3)

    assert turned_by(1, rect) == pytest.approx((0.7, 0.1, 0.8, 0.4))
    assert turned_by(4, rect) == pytest.approx(rect)
