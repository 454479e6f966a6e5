"""What stands before items of lists, counted as Word counts them."""

import pytest

from drafter.domain.composing import Block, BlockRole, ListMarks
from drafter.domain.counting import letters, roman
from drafter.domain.richtext import Run


def block(role, **more):
    return Block(role=role, inlines=(Run(text="x"),), **more)


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        (["number", "number", "body", "number"], ["1.", "2.", "", "1."]),  # what is in no list ends it
        (["counted", "body", "counted"], ["1.", "", "2."]),
        (["bullet", "bullet"], ["•", "•"]),
    ],
)
def test_list_items_are_marked(blocks, wanted):
    marks = ListMarks()

    made = [marks.mark(block(BlockRole(role), restart=False)) for role in blocks]

    assert made == wanted


def test_inner_lists_count_for_themselves():
    marks = ListMarks()
    levels = (0, 1, 1, 0, 1, 2)

    made = [marks.mark(block(BlockRole.NUMBER, level=level)) for level in levels]

    assert made == ["1.", "a.", "b.", "2.", "a.", "i."]


def test_a_list_that_begins_anew_counts_from_one():
    marks = ListMarks()

    made = [marks.mark(block(BlockRole.NUMBER, restart=each)) for each in (False, False, True, False)]

    assert made == ["1.", "2.", "1.", "2."]


def test_letters_and_numerals_are_written_as_word_writes_them():
    assert [letters(each) for each in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "bb", "aaa"]
    assert [roman(each) for each in (4, 9, 14, 40, 90, 1999)] == ["iv", "ix", "xiv", "xl", "xc", "mcmxcix"]
