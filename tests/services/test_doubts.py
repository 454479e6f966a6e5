"""What is odd about the items of a list: gaps in the numbers, doubles, ends in mid-sentence."""

import time

import pytest

from drafter.domain.records.reports import RecommendationKind
from drafter.services import correcting
from tests.builders import a_recommendation


def found(*texts):
    return tuple(
        a_recommendation(text, label=str(number), named=text) for number, text in enumerate(texts, start=1)
    )


def labelled(*labels):
    return tuple(a_recommendation(f"Do the thing {label}.", label=label) for label in labels)


def said_of(*labels):
    items = labelled(*labels)
    said = correcting.doubts(items)
    return {each.label: " ".join(said[each.id]) for each in items if each.id in said}


def test_a_gap_in_the_numbers_is_doubted():
    items = (
        a_recommendation("Fund it for three years.", label="1"),
        a_recommendation("Count them all again.", label="4"),
    )

    assert correcting.doubts(items) == {items[1].id: ("2 numbers missing before it",)}


def test_a_number_that_she_dropped_herself_is_no_gap():
    read = tuple(a_recommendation(f"Do the thing {number}.", label=str(number)) for number in (1, 2, 3, 5))
    kept = (read[0], read[3])

    assert correcting.doubts(kept, read=read)[kept[1].id] == ("1 number missing before it",)
    assert correcting.doubts((read[0], read[2]), read=read) == {}


@pytest.mark.parametrize("own", ["F3", "F-3", "Finding 3", "(3)"])
def test_a_label_of_her_own_of_another_form_than_the_lists_is_no_gap(own):
    read = labelled(*map(str, range(1, 7)))
    hers = labelled(own[:-1] + "1", own)

    assert correcting.doubts((*read[:4], *hers, *read[4:]), read=read) == {}


def test_a_number_of_the_lists_own_form_that_she_leaves_out_is_a_gap():
    read = labelled("R1", "R2", "R3")
    hers = labelled("R5", "F2", "F4")

    assert correcting.doubts((*read, *hers), read=read) == {hers[0].id: ("1 number missing before it",)}


def test_where_nothing_was_read_the_form_of_most_labels_is_the_lists():
    assert said_of("1", "2", "3", "5", "6", "F2", "F4") == {"5": "1 number missing before it"}
    assert said_of("A1", "A2", "B1", "B3", "9") == {"B3": "1 number missing before it"}


def test_doubles_and_cut_off_and_very_short_ones_are_doubted():
    items = (
        a_recommendation("Fund it for three years.", label="1", named="a"),
        a_recommendation("Fund it for three years.", label="1", named="b"),
        a_recommendation("It should then", label="2", named="c"),
    )

    said = correcting.doubts(items)

    assert said[items[0].id] == ("The label 1 is there 2 times", "The same words are there twice")
    assert said[items[2].id] == ("Very short", "It may be cut off: it ends without a full stop")


def test_a_clean_list_is_not_doubted():
    assert correcting.doubts(found("Fund it for three years.", "Count them every year.")) == {}


def test_two_labels_that_are_read_alike_are_a_double():
    items = correcting.amend(found("Fund it all now.", "Count all of it."), 0, label="Recommendation 2")

    assert "The label Recommendation 2 is there 2 times" in correcting.doubts(items)[items[0].id]


def test_a_name_that_ends_in_a_year_counts_nothing():
    items = (
        a_recommendation("Fund it for three years.", label="1"),
        a_recommendation("Reach net zero in time.", label="Net zero by 2030"),
        a_recommendation("Reach it all in time.", label="Net zero by 2050", kind=RecommendationKind.IDEA),
        a_recommendation("Count it every single year.", label="2"),
    )

    assert correcting.doubts(items) == {}


def test_words_that_several_labels_have_count():
    assert said_of("Call 1", "Call 3") == {"Call 3": "1 number missing before it"}


def test_a_list_that_begins_after_1_or_goes_back_is_doubted():
    assert said_of("2", "3", "5", "6", "8", "12", "11") == {
        "2": "1 number missing before it",
        "5": "1 number missing before it",
        "8": "1 number missing before it",
        "12": "3 numbers missing before it",
        "11": "Out of order: it comes after 12",
    }


@pytest.mark.parametrize(
    "labels",
    [
        ("4", "8", "12", "17", "23"),
        ("2.1", "2.2", "3.1", "3.2"),
        ("018/14", "019/14", "020/14"),
        ("1", "1a", "2", "3"),
    ],
)
def test_paragraphs_that_were_picked_and_chapters_with_counts_of_their_own_are_no_gaps(labels):
    assert said_of(*labels) == {}


def test_a_count_that_begins_anew_is_not_out_of_order():
    assert not any("order" in said or "missing" in said for said in said_of("1", "2", "3", "1", "2").values())


@pytest.mark.parametrize(
    ("ending", "named"), [(",", "comma"), (":", "colon"), (";", "semicolon"), (" –", "dash")]
)
def test_an_end_in_mid_sentence_is_doubted(ending, named):
    items = found("Fund it for three years.", f"Count them every year{ending}", "Tell all who ask.")

    assert correcting.doubts(items) == {items[1].id: (f"It may be cut off: it ends with a {named}",)}


def test_the_paragraphs_of_a_resolution_all_end_in_semicolons():
    assert (
        correcting.doubts(found("Calls for a new plan;", "Urges all to act;", "Notes the late reply;")) == {}
    )


def test_a_label_of_thousands_of_digits_counts_nothing():
    items = found("Fund it for three years.", "Count them every year.")

    assert items[0].id not in correcting.doubts(correcting.amend(items, 0, label="9" * 20_000))


def test_a_long_list_is_doubted_at_once():
    items = found(*(f"The Government should fund harbour {number};" for number in range(3_000)))
    started = time.process_time()

    assert correcting.doubts(items, read=items) == {}
    assert time.process_time() - started < 2
