"""Words are found again in a longer text."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.domain.placing import Searched, whole_words


def found(text, words, since=0):
    span = Searched(text).find(words, since)
    return None if span is None else text[span[0] : span[1]]


def test_line_breaks_hyphens_and_capitals_do_not_matter():
    assert (
        found("We recom-\nmend a\nRegister of halls.", "recommend a register") == "recom-\nmend a\nRegister"
    )


def test_half_a_word_is_not_found():
    assert found("Restart the art of it.", "art") == "art"
    assert Searched("Restart the art of it.").find("art") == (12, 15)
    assert found("Restarted.", "art") is None


def test_the_search_goes_on_from_a_place():
    assert Searched("Fund it. Fund it.").find("fund it", 3) == (9, 16)
    assert Searched("Fund it.").find("fund it", 30) is None


def test_a_passage_is_found_by_its_ends_where_a_word_within_differs():
    text = "The Government should, at long last, fund the empty halls of every town by May next year. More."
    words = text.removesuffix(" More.").replace("empty", "emptied")

    found = Searched(text).passage(words)
    assert found is not None
    start, end = found

    assert (
        text[start:end]
        == "The Government should, at long last, fund the empty halls of every town by May next year"
    )


def test_nothing_is_found_in_nothing():
    assert Searched("").find("fund") is None
    assert Searched("Fund.").find("…") is None


def pieces(text, words):
    return [text[slice(*span)] for span in Searched(text).pieces(words)]


def test_what_was_put_together_is_found_piece_by_piece():
    first, second = "Ministers should fund small charities now.", "They should publish each award they make."
    text = f"1. {first} Nobody knows how. 2. {second} It is late."

    assert pieces(text, f"{first} {second}") == [first[:-1], second[:-1]]
    assert pieces(text, first.replace("fund", "pay")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They should tell each award they xx make now. Now.",
            ["They should tell each award they", "make now"],
        ),
        ("They should tell each reward they make now. Now.", []),
        ("Now it is late.", []),
    ],
)
def test_a_few_words_are_a_piece_only_where_they_follow_the_one_before(text, found):
    assert pieces(text, "They should tell each award they make now") == found


def test_words_that_are_cut_are_made_whole():
    text = "Fund the long-term halls (now).\nEnd."

    assert text[slice(*whole_words(text, (2, 11)))] == "Fund the long-term"
    assert text[slice(*whole_words(text, (0, 4)))] == "Fund"
    assert whole_words(text, (4, 4)) == (4, 4)
    assert text[slice(*whole_words(text, (26, 35)))] == "now).\nEnd"


words = st.lists(st.text(string.ascii_letters + "é7", min_size=1, max_size=6), min_size=1, max_size=12)


@given(words, st.data())
def test_any_run_of_words_is_found_where_it_stands_or_before(all_words, data):
    first = data.draw(st.integers(0, len(all_words) - 1))
    last = data.draw(st.integers(first, len(all_words) - 1))
    text = " ".join(all_words)
    place = len(" ".join(all_words[:first])) + (1 if first else 0)

    span = Searched(text).find(" ".join(all_words[first : last + 1]))

    assert span is not None
    assert span[0] <= place


def test_a_passage_that_runs_on_is_found_as_far_as_the_text_has_it():
    text = "Before it. Ministers should fund small charities for three years at\nleast and publish"
    words = "Ministers should fund small charities for three years at least and publish each award they make."
    start = text.index("Ministers")

    assert Searched(text).beginning(words, start) == (start, len(text))
    assert Searched(text).beginning("Other words.", start) is None
