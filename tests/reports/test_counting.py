"""Numbers as letters and Roman numerals, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.reports.counting import from_letters, from_roman, letters, roman
from drafter.reports.recognising.labels import value_of


@given(st.integers(min_value=1, max_value=3999))
def test_roman_numerals_there_and_back(number):
    assert from_roman(roman(number)) == number


@given(st.integers(min_value=1, max_value=200))
def test_letters_there_and_back(number):
    assert from_letters(letters(number)) == number


@pytest.mark.parametrize("text", ["", "iiii", "vx", "word", "ic"])
def test_what_is_no_roman_numeral(text):
    assert from_roman(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", (12,)),
        ("12a", (12, 1)),
        ("3.10", (3, 10)),
        ("IV", (4,)),
        ("B", (2,)),
        ("seven", (7,)),
        ("4(ii)", (4, 2)),
    ],
)
def test_labels_sort_by_their_value(text, value):
    assert value_of(text) == value
